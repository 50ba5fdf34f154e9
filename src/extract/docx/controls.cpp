#include "extract/docx/controls.hpp"

#include <algorithm>

namespace ruamlint::docx {
namespace {

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

bool Control::is_prompt(std::string_view value) const {
  return shows_prompt || std::find(prompts.begin(), prompts.end(), value) != prompts.end();
}

Control read_control(XmlCursor& xml) {
  Control control;
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "w:alias") {
      control.alias = xml.attribute_or("w:val", "");
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
