#include "extract/docx/fields.hpp"

#include <algorithm>
#include <utility>

#include "extract/docx/limits.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

constexpr std::size_t max_code_bytes = max_address_bytes + 64;  ///< the field's name stands at the front

bool has_own_value(const OpenField& field) {
  return field.form && field.form->kind != FormField::Kind::text;
}
bool is_form_text(const OpenField& field) {
  return !field.in_code && field.form && !has_own_value(field);
}
bool hides(const OpenField& field) {
  return field.in_code || has_own_value(field);
}

FormField read_check_box(XmlCursor& xml) {
  FormField field;
  field.kind = FormField::Kind::check_box;
  bool by_default = false;
  std::optional<bool> checked;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:default") by_default = xml.is_on();
    if (xml.name() == "w:checked") checked = xml.is_on();
  }
  field.checked = checked.value_or(by_default);
  return field;
}

FormField read_choice(XmlCursor& xml) {
  FormField field;
  field.kind = FormField::Kind::choice;
  std::vector<std::string> entries;
  std::optional<int> chosen;
  int by_default = 0;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:result") chosen = xml.int_value();
    if (xml.name() == "w:default") by_default = xml.int_value();
    if (xml.name() == "w:listEntry") entries.emplace_back(xml.attribute_or("w:val", ""));
  }
  const int shown = chosen.value_or(by_default);
  if (shown >= 0 && static_cast<std::size_t>(shown) < entries.size())
    field.choice = entries[static_cast<std::size_t>(shown)];
  return field;
}

FormField read_text_input(XmlCursor& xml) {
  FormField field;
  for (auto child = xml.children(); child.next();)
    if (xml.name() == "w:default") field.prompt = xml.attribute_or("w:val", "");
  return field;
}

}  // namespace

std::optional<FormField> read_form_field(XmlCursor& xml) {
  std::optional<FormField> field;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:checkBox") {
      field = read_check_box(xml);
    } else if (xml.name() == "w:ddList") {
      field = read_choice(xml);
    } else if (xml.name() == "w:textInput") {
      field = read_text_input(xml);
    }
  }
  return field;
}

bool is_contents_code(std::string_view code) {
  code = trimmed(code);
  if (code.size() < 3) return false;
  const auto upper = [&](std::size_t i) { return static_cast<char>(code[i] & ~0x20); };
  const bool named = upper(0) == 'T' && upper(1) == 'O' && upper(2) == 'C';
  return named && (code.size() == 3 || code[3] == ' ' || code[3] == '\\');
}

std::vector<std::string> words_of_code(std::string_view code) {
  std::vector<std::string> words;
  bool quoted = false, in_word = false;
  for (const char c : code) {
    if (c == '"') {
      quoted = !quoted;
      if (quoted && !in_word) words.emplace_back();
      in_word = quoted;
    } else if (c == ' ' && !quoted) {
      in_word = false;
    } else {
      if (!in_word) words.emplace_back();
      in_word = true;
      words.back() += c;
    }
  }
  return words;
}

void FieldStack::begin(std::optional<FormField> form) {
  if (open_.size() == max_open_fields) {
    ++too_deep_;
    return;
  }
  OpenField field;
  field.form = std::move(form);
  open_.push_back(std::move(field));
  ++hiding_;
}

void FieldStack::add_code(std::string_view code) {
  if (open_.empty() || !open_.back().in_code) return;
  std::string& kept = open_.back().code;
  kept += code.substr(0, max_code_bytes - std::min(max_code_bytes, kept.size()));
}

void FieldStack::separate(int paragraph, std::size_t offset) {
  if (too_deep_ > 0 || open_.empty() || !open_.back().in_code) return;
  OpenField& field = open_.back();
  field.in_code = false;
  field.paragraph = paragraph;
  field.result_begin = offset;
  field.contents = is_contents_code(field.code);
  if (field.contents) ++contents_;
  if (!hides(field)) --hiding_;
  if (is_form_text(field)) ++form_text_;
}

std::optional<OpenField> FieldStack::end() {
  if (too_deep_ > 0) {
    --too_deep_;
    return std::nullopt;
  }
  if (open_.empty()) return std::nullopt;
  OpenField field = std::move(open_.back());
  open_.pop_back();
  if (hides(field)) --hiding_;
  if (field.contents) --contents_;
  if (is_form_text(field)) --form_text_;
  return field;
}

OpenField* FieldStack::innermost_form_text() {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), is_form_text);
  return found == open_.rend() ? nullptr : &*found;
}

void FieldStack::end_paragraph() {
  too_deep_ = 0;
  const auto broken = std::find_if(open_.begin(), open_.end(), hides);
  for (auto count = open_.end() - broken; count > 0; --count) (void)end();
}

void FieldStack::leave_contents() {
  for (OpenField& field : open_) field.contents = false;
  contents_ = 0;
}

}  // namespace ruamlint::docx
