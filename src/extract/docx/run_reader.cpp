// Runs: text and its format, breaks, symbols, complex fields and the form fields in them.
#include <algorithm>
#include <charconv>

#include "extract/docx/limits.hpp"
#include "extract/docx/math.hpp"
#include "extract/docx/story_reader.hpp"
#include "text/raised.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

constexpr int smallest_half_points = 4;  // 2 points
constexpr int default_half_points = 20;  // ECMA-376 part 1, 17.3.2.38: no size anywhere means 10 points

bool has_thai(std::string_view text) {
  const std::size_t lead = text.find('\xE0');
  return lead != std::string_view::npos && lead + 1 < text.size() &&
         (static_cast<unsigned char>(text[lead + 1]) == 0xB8 ||
          static_cast<unsigned char>(text[lead + 1]) == 0xB9);
}

/// Letters and digits; punctuation and spaces are as bold as nobody sees.
int count_letters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xC0 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
  }));
}

int half_points_of(const RunFormat& format, std::string_view text) {
  const auto& latin = format.half_points;
  const auto& thai = format.half_points_thai;
  return has_thai(text) ? thai.value_or(latin.value_or(default_half_points))
                        : latin.value_or(default_half_points);
}

/// The white space that xml:space="preserve" would have kept.
std::string_view without_layout(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

void StoryReader::read_run(Paragraph& paragraph) {
  RunFormat format = paragraph.style->run;
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:rPr") {
      const RunFormat direct = read_run_format(xml_);
      format = layered(direct, toggled(styles_.character(direct.style).run, paragraph.style->run));
    } else {
      read_run_child(paragraph, format);
    }
  }
}

void StoryReader::read_run_child(Paragraph& paragraph, const RunFormat& format) {
  const std::string_view name = xml_.name();
  if (name == "w:t") {
    const bool keep_blanks = xml_.attribute_or("xml:space", "default") == "preserve";
    std::string text = xml_.text();
    std::replace(text.begin(), text.end(), '\n', ' ');  // a line end of the file is no line end of the form
    add_text(paragraph, keep_blanks ? std::string_view(text) : without_layout(text), format);
  } else if (name == "w:tab" || name == "w:ptab") {
    add_text(paragraph, "\t", format);
  } else if (name == "w:br" || name == "w:cr") {
    read_break(paragraph, format);
  } else if (name == "w:noBreakHyphen") {
    add_text(paragraph, "-", format);
  } else if (name == "w:sym") {
    RunFormat plain = format;
    plain.symbol_font = SymbolFont::none;
    const std::string_view digits = xml_.attribute_or("w:char", "");
    unsigned code = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), code, 16).ec == std::errc())
      add_text(paragraph, symbol_text(symbol_font(xml_.attribute_or("w:font", "")), code), plain);
  } else if (name == "w:fldChar") {
    read_field_char(paragraph, format);
  } else if (name == "w:instrText") {
    fields_.add_code(xml_.text());
  } else if (name == "w:lastRenderedPageBreak") {
    has_page_hints_ = true;
    new_page();
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    const bool hidden = fields_.hides_text() || format.hidden.value_or(false);
    if (hidden) ++hidden_depth_;
    read_shape(paragraph);
    if (hidden) --hidden_depth_;
  } else if (name == "mc:AlternateContent") {
    read_alternatives([&] { read_run_child(paragraph, format); });
  } else if (name == "w:ruby") {
    for (auto child = xml_.children(); child.next();)
      if (xml_.name() == "w:rubyBase") read_inline(paragraph);
  }
}

void StoryReader::read_break(Paragraph& paragraph, const RunFormat& format) {
  if (xml_.attribute_or("w:type", "") == "page") page_is_due_ = true;
  if (paragraph.runs.size() > 0) add_text(paragraph, "\n", format);
}

void StoryReader::read_field_char(Paragraph& paragraph, const RunFormat& format) {
  const std::string type(xml_.attribute_or("w:fldCharType", ""));
  if (type == "begin") {
    std::optional<FormField> form;
    for (auto child = xml_.children(); child.next();)
      if (xml_.name() == "w:ffData") form = read_form_field(xml_);
    if (form && form->kind == FormField::Kind::check_box) {
      add_form_text(paragraph, form->checked ? "☑" : "☐", format);
    } else if (form && form->kind == FormField::Kind::choice) {
      InlineAnswer answer;
      answer.kind = Answer::Kind::choice;
      answer.begin = paragraph.runs.size();
      add_form_text(paragraph, form->choice, format);
      answer.end = paragraph.runs.size();
      paragraph.answers.push_back(std::move(answer));
    }
    fields_.begin(std::move(form));
  } else if (type == "separate") {
    fields_.separate(paragraph.place.paragraph, paragraph.runs.size());
  } else if (type == "end") {
    auto field = fields_.end();
    if (!field) return;
    if (field->form) {
      if (field->form->kind == FormField::Kind::text && !field->in_code)
        end_form_field(paragraph, std::move(*field));
    } else if (field->in_code) {
      end_coded_field(paragraph, *field, format);
    } else {
      add_coded_link(paragraph, field->code, result_begin(paragraph, *field));
    }
  }
}

/// Where the field's result begins in the joined runs: at their front, if it began in an earlier paragraph.
std::size_t StoryReader::result_begin(const Paragraph& paragraph, const OpenField& field) const {
  const std::size_t begin = field.paragraph == paragraph.place.paragraph ? field.result_begin : 0;
  return std::min(begin, paragraph.runs.size());
}

/// A field that shows its code: a sign, or the prompt of an old template ("MACROBUTTON NoMacro [type here]").
void StoryReader::end_coded_field(Paragraph& paragraph, const OpenField& field, const RunFormat& format) {
  const std::vector<std::string> words = words_of_code(field.code);
  if (words.size() < 2) return;
  if (words[0] == "SYMBOL") {
    const bool hex = words[1].size() > 2 && words[1][0] == '0' && (words[1][1] | 0x20) == 'x';
    const char* end = words[1].data() + words[1].size();
    unsigned code = 0;
    if (std::from_chars(words[1].data() + (hex ? 2 : 0), end, code, hex ? 16 : 10).ec != std::errc()) return;
    const auto font = std::find(words.begin(), words.end(), "\\f");
    RunFormat plain = format;
    plain.symbol_font = SymbolFont::none;
    const bool has_font = font != words.end() && font + 1 != words.end();
    add_text(paragraph, symbol_text(has_font ? symbol_font(font[1]) : SymbolFont::none, code), plain);
  } else if (words[0] == "MACROBUTTON" && words.size() > 2) {
    InlineAnswer answer;
    answer.begin = answer.end = paragraph.runs.size();
    answer.is_prompt = true;
    answer.prompt = field.code.substr(field.code.find(words[1]) + words[1].size());
    paragraph.answers.push_back(std::move(answer));
  }
}

/// The link of a field HYPERLINK whose result begins there and ends here.
void StoryReader::add_coded_link(Paragraph& paragraph, std::string_view code, std::size_t begin) {
  const std::vector<std::string> words = words_of_code(code);
  if (words.size() < 2 || words[0] != "HYPERLINK" || words[1].empty() || words[1][0] == '\\') return;
  count_item();
  InlineLink link;
  link.target = words[1];
  link.begin = begin;
  link.end = paragraph.runs.size();
  if (link.target.size() <= max_address_bytes) paragraph.links.push_back(std::move(link));
}

void StoryReader::end_form_field(Paragraph& paragraph, OpenField field) {
  InlineAnswer answer;
  answer.begin = result_begin(paragraph, field);
  answer.end = paragraph.runs.size();
  answer.label = std::move(field.label);
  answer.value_before = std::move(field.value_before);
  const std::string_view value = trimmed(std::string_view(paragraph.runs.raw()).substr(answer.begin));
  const bool whole = answer.value_before.empty();
  answer.is_prompt = whole && !value.empty() &&
                     (value == field.form->prompt || is_standard_prompt(value) || is_blank_line(value));
  if (answer.is_prompt) {
    answer.prompt = paragraph.runs.cut_off(answer.begin);
    answer.end = answer.begin;
  }
  paragraph.answers.push_back(std::move(answer));
}

void StoryReader::add_form_text(Paragraph& paragraph, std::string_view text, const RunFormat& format) {
  ++control_depth_;
  RunFormat plain = format;
  plain.symbol_font = SymbolFont::none;
  add_text(paragraph, text, plain);
  --control_depth_;
}

void StoryReader::add_text(Paragraph& paragraph, std::string_view text, const RunFormat& format) {
  if (text.empty() || fields_.hides_text()) return;
  std::string unicode = unicode_of(format.symbol_font.value_or(SymbolFont::none), text);
  if (format.raised.value_or(false)) unicode = raised(unicode);
  if (hidden_depth_ > 0 || is_unseen(paragraph, format, unicode)) return hide(unicode);
  if (page_is_due_) new_page();
  ++yield_;
  paragraph.contents = paragraph.contents || fields_.in_contents();
  const bool in_field = control_depth_ > 0 || fields_.in_form_text();
  paragraph.runs.add(unicode, in_field ? Origin::form_field : Origin::text_layer, page_);

  const int letters = count_letters(unicode);
  if (letters == 0) return;
  letters_.all += letters;
  if (format.prompt) letters_.prompt += letters;
  paragraph.letters += letters;
  if (format.bold.value_or(false) || format.bold_thai.value_or(false)) paragraph.bold_letters += letters;
  paragraph.half_points = std::max(paragraph.half_points, half_points_of(format, unicode));
}

/// Hidden by its format, too small to be seen, or white on white paper. What colour a table or a text box
/// has is not known here.
bool StoryReader::is_unseen(const Paragraph& paragraph, const RunFormat& format,
                            std::string_view text) const {
  if (format.hidden.value_or(false)) return true;
  if (half_points_of(format, text) < smallest_half_points) return true;
  return format.white.value_or(false) && !format.shaded.value_or(false) && table_depth_ == 0 &&
         box_depth_ == 0 && !paragraph.format.shaded.value_or(paragraph.style->shaded) && part_ == "document";
}

void StoryReader::hide(std::string_view text) {
  const std::size_t room = max_quote_bytes - std::min(max_quote_bytes, story_.hidden.size());
  story_.hidden += beginning_of(text, room);
}

}  // namespace ruamlint::docx
