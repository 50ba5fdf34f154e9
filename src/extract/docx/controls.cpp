#include "extract/docx/controls.hpp"

#include <algorithm>

#include "extract/docx/joined_runs.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

/// Google Docs wraps text that has a comment or a suggestion in controls that nobody fills in.
constexpr std::string_view google_tag = "goog_rdk_";

Control::Kind kind_of_gallery(XmlCursor& xml) {
  auto kind = Control::Kind::container;
  for (auto child = xml.children(); child.next();)
    if (xml.name() == "w:docPartGallery" && xml.attribute_or("w:val", "") == "Table of Contents")
      kind = Control::Kind::contents;
  return kind;
}

/// Word's own first entry ("Choose an item.") has a text that shows and an empty value.
std::vector<std::string> read_prompts(XmlCursor& xml) {
  std::vector<std::string> prompts;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "w:listItem" || xml.attribute_or("w:value", "") != "") continue;
    prompts.emplace_back(xml.attribute_or("w:displayText", ""));
  }
  return prompts;
}

bool is_checked(XmlCursor& xml) {
  bool checked = false;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "w14:checked") continue;
    const std::string_view value = xml.attribute_or("w14:val", "1");
    checked = value == "1" || value == "true" || value == "on";
  }
  return checked;
}

}  // namespace

bool is_prompt(const Control& control, std::string_view value, const Prompts& prompts) {
  if (control.shows_prompt) return true;
  const std::string text = repaired(trimmed(value));
  if (text.empty()) return false;
  const std::string_view kept = prompts.kept_under(control.prompt_name);
  return text == kept || is_standard_prompt(text) || is_blank_line(text) ||
         std::find(control.prompts.begin(), control.prompts.end(), text) != control.prompts.end();
}

Text with_state(bool checked, const Text& content, const Place& place) {
  Text text = text_at(checked ? "☑" : "☐", place, Origin::form_field);
  std::size_t sign_end = 0;
  if (!content.empty()) (void)next_code_point(content.utf8, sign_end);
  // A sign is one character; words that somebody put into the control stay.
  const bool words = sign_end < content.utf8.size() && content.utf8[sign_end] != ' ';
  append(text, slice(content, words ? 0 : sign_end, content.utf8.size()));
  return text;
}

Control read_control(XmlCursor& xml) {
  Control control;
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "w:alias") {
      control.alias = xml.attribute_or("w:val", "");
    } else if (name == "w:placeholder") {
      for (auto part = xml.children(); part.next();)
        if (xml.name() == "w:docPart") control.prompt_name = xml.attribute_or("w:val", "");
    } else if (name == "w:tag" && xml.attribute_or("w:val", "").substr(0, google_tag.size()) == google_tag) {
      control.kind = Control::Kind::container;
    } else if (name == "w:showingPlcHdr") {
      control.shows_prompt = xml.is_on();
    } else if (name == "w:dropDownList" || name == "w:comboBox") {
      control.kind = Control::Kind::choice;
      control.prompts = read_prompts(xml);
    } else if (name == "w14:checkbox") {
      control.kind = Control::Kind::check_box;
      control.checked = is_checked(xml);
    } else if (name == "w:docPartObj" || name == "w:docPartList") {
      control.kind = kind_of_gallery(xml);
    } else if (name == "w:group" || name == "w:picture" || name == "w:bibliography" || name == "w:citation" ||
               name == "w15:repeatingSection" || name == "w15:repeatingSectionItem") {
      control.kind = Control::Kind::container;
    }
  }
  return control;
}

}  // namespace ruamlint::docx
