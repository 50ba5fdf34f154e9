// Puts the lines that were read together to paragraphs, list items and headings, as a person would.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "extract/ocr/pix.hpp"

namespace ruamlint::ocr {

/// A line with its text and what is seen of it on the page.
struct ReadLine {
  Text text;
  PixelBox box;
  double body_height = 0;  ///< pixels
  double baseline = 0;     ///< y in pixels at the middle of the line
  double stroke = 0;       ///< mean width in body heights; 0 unknown
  int column = 0, zone_top = 0;
};

/// What is usual on the page, to judge a single line by.
struct PageStyle {
  double body_height = 0;  ///< pixels
  double stroke = 0;
  double dpi = 300;
};

[[nodiscard]] PageStyle style_of(const std::vector<ReadLine>& lines, double dpi);

/// `lines` in reading order, of running text or of one cell.
[[nodiscard]] std::vector<Block> paragraphs_of(const std::vector<ReadLine>& lines, const PageStyle& style);

/// The paragraphs of a cell, separated by line ends.
[[nodiscard]] Text cell_text(const std::vector<ReadLine>& lines, const PageStyle& style);

}  // namespace ruamlint::ocr
