// A page's lines and tables in reading order: columns one after the other, lines to paragraphs.
#pragma once

#include <optional>
#include <vector>

#include "extract/pdf/paragraphs.hpp"
#include "extract/pdf/tables.hpp"

namespace ruamlint::pdf {

/// A page between reading and layout, which needs to know the other pages.
struct PageText {
  int number = 0;
  double width = 0, height = 0;
  std::vector<TextLine> lines;    ///< outside ruled tables, by baseline
  std::vector<PageTable> tables;  ///< ruled ones
  std::vector<TextLine> turned;   ///< on their side, outside of tables
};

/// A paragraph or a table.
struct Piece {
  int page = 0;
  Paragraph paragraph;
  std::optional<PageTable> table;

  [[nodiscard]] const Box& box() const { return table ? table->box : paragraph.box; }
};

/// The margins that the pages of a document share: where their lines begin and end.
[[nodiscard]] Margins usual_margins(const std::vector<PageText>& pages, double page_width);

/// `open`: a table without lines that ends the page before, and may go on; or nullptr.
[[nodiscard]] std::vector<Piece> lay_out(PageText page, const Margins& margins, const PageTable* open);

/// Whether `second`, at the top of a page or column, goes on with the sentence that `first` ended.
[[nodiscard]] bool goes_on(const Paragraph& first, const Paragraph& second);

}  // namespace ruamlint::pdf
