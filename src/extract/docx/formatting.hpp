// The few properties of runs and paragraphs that say something about a form, as one element states them: what
// it leaves open is for its style to say (styles.hpp).
#pragma once

#include <optional>
#include <string>

#include "extract/docx/xml_cursor.hpp"
#include "text/symbol_fonts.hpp"

namespace ruamlint::docx {

/// Word keeps weight and size twice, for Latin and for complex scripts such as Thai.
struct RunFormat {
  std::string style;
  std::optional<bool> bold, bold_thai, hidden;
  std::optional<bool> white;   ///< the letters are; on plain paper nobody sees them
  std::optional<bool> shaded;  ///< stands on a colour of its own
  std::optional<int> half_points, half_points_thai;
  std::optional<SymbolFont> symbol_font;
  std::optional<bool> raised;  ///< superscript
  bool prompt = false;         ///< in the style that Office gives its prompts
};

/// A paragraph's place in a list. Number 0 takes an inherited list away.
struct ListUse {
  std::optional<int> list;   ///< w:numId
  std::optional<int> depth;  ///< w:ilvl, from 0
};

struct ParagraphFormat {
  std::string style;
  ListUse list_use;
  std::optional<int> outline_level;  ///< from 0; 9 is body text
  std::optional<bool> page_break_before;
  std::optional<bool> shaded;
  bool ends_page = false;      ///< a section ends here, and the next one begins a page
  bool mark_hidden = false;    ///< its end is hidden text
  bool mark_deleted = false;   ///< its end is a tracked deletion: it runs on into the next paragraph
  bool mark_inserted = false;  ///< its end is a tracked insertion
  bool drop_cap = false;       ///< the large first letter of the next paragraph
};

/// At a w:rPr.
[[nodiscard]] RunFormat read_run_format(XmlCursor& xml);
/// At a w:pPr.
[[nodiscard]] ParagraphFormat read_paragraph_format(XmlCursor& xml);

/// What a character style and the paragraph's style come to together: weight and hiding are toggles, which
/// two styles that both set them undo (ECMA-376 part 1, 17.7.3).
[[nodiscard]] RunFormat toggled(const RunFormat& character, const RunFormat& paragraph);

/// What `upper` states, and below it what `lower` does; the style name is `upper`'s.
[[nodiscard]] RunFormat layered(const RunFormat& upper, const RunFormat& lower);

}  // namespace ruamlint::docx
