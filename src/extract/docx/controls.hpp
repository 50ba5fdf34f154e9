// Content controls (w:sdt): the fields of a form made in Word 2007 or later.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "extract/docx/prompts.hpp"
#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

/// A w:sdtPr.
struct Control {
  enum class Kind {
    text,    ///< plain, rich or date
    choice,  ///< drop-down list or combo box
    check_box,
    contents,   ///< a table of contents
    container,  ///< holds other content and is no field: a group, a repeating section, a picture, a gallery
  };
  Kind kind = Kind::text;
  std::string alias;          ///< the name that its maker gave it
  bool shows_prompt = false;  ///< nobody has filled it in
  bool checked = false;
  std::vector<std::string> prompts;  ///< entries of a list that stand for no choice
  std::string prompt_name;           ///< where the glossary keeps its prompt

  [[nodiscard]] bool is_field() const { return kind == Kind::text || kind == Kind::choice; }
};

/// True where `value` is not an answer but the request for one: by the control's own word, or because it is
/// the text of a prompt (not all programs keep the word up to date), or a line to be written on.
[[nodiscard]] bool is_prompt(const Control& control, std::string_view value, const Prompts& prompts);

/// The text of a check box: `content` with its sign, whatever glyph it was, replaced by ☑ or ☐.
[[nodiscard]] Text with_state(bool checked, const Text& content, const Place& place);

/// At a w:sdtPr.
[[nodiscard]] Control read_control(XmlCursor& xml);

}  // namespace ruamlint::docx
