#include "extract/docx/prompts.hpp"

#include <algorithm>
#include <array>

#include "extract/docx/limits.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

/// All letters of the element, paragraphs apart.
void read_letters(XmlCursor& xml, std::string& text) {
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:t") {
      text += xml.text();
    } else {
      if (xml.name() == "w:p" && !text.empty()) text += '\n';
      read_letters(xml, text);
    }
    if (text.size() > max_label_bytes) return;
  }
}

}  // namespace

Prompts::Prompts(XmlCursor& xml) {
  for (auto parts = xml.children(); parts.next();) {
    if (xml.name() != "w:docParts") continue;
    for (auto part = xml.children(); part.next();) {
      std::string name, text;
      for (auto child = xml.children(); child.next();) {
        if (xml.name() == "w:docPartBody") {
          read_letters(xml, text);
        } else if (xml.name() == "w:docPartPr") {
          for (auto property = xml.children(); property.next();)
            if (xml.name() == "w:name") name = xml.attribute_or("w:val", "");
        }
      }
      if (!text.empty() && text.size() <= max_label_bytes && texts_.size() < max_prompts)
        texts_.emplace(std::move(name), repaired(trimmed(text)));
    }
  }
}

std::string_view Prompts::kept_under(std::string_view name) const {
  const auto found = texts_.find(std::string(name));
  return found == texts_.end() ? std::string_view() : std::string_view(found->second);
}

// As Word 2007 to 365 and LibreOffice show them, without the final stop. The Thai ones ask to click for text,
// for a date, to choose an entry.
bool is_standard_prompt(std::string_view text) {
  constexpr std::array prompts = {
      std::string_view("Click or tap here to enter text"),
      std::string_view("Click here to enter text"),
      std::string_view("Click or tap to enter a date"),
      std::string_view("Click here to enter a date"),
      std::string_view("Choose an item"),
      std::string_view("Choose a building block"),
      std::string_view("Click to enter text"),
      std::string_view("Enter text"),
      std::string_view("คลิกหรือแตะที่นี่เพื่อใส่ข้อความ"),
      std::string_view("คลิกที่นี่เพื่อใส่ข้อความ"),
      std::string_view("คลิกหรือแตะเพื่อใส่วันที่"),
      std::string_view("คลิกที่นี่เพื่อใส่วันที่"),
      std::string_view("เลือกรายการ"),
  };
  text = trimmed(text);
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  return std::find(prompts.begin(), prompts.end(), text) != prompts.end();
}

bool is_blank_line(std::string_view text) {
  bool drawn = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    const bool line = c == U'.' || c == U'…' || c == U'_' || c == U'-' || c == U'‥' || c == U'·';
    if (!line && !is_space(c)) return false;
    drawn = drawn || line;
  }
  return drawn;
}

}  // namespace ruamlint::docx
