// Content controls (w:sdt): the fields of a form made in Word 2007 or later.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
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

  [[nodiscard]] bool is_field() const { return kind == Kind::text || kind == Kind::choice; }
  /// True where `value` is not an answer but the request for one.
  [[nodiscard]] bool is_prompt(std::string_view value) const;
};

/// At a w:sdtPr.
[[nodiscard]] Control read_control(XmlCursor& xml);

}  // namespace ruamlint::docx
