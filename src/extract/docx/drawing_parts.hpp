// Drawings whose words stand in a part of their own: SmartArt and charts.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "extract/docx/package.hpp"
#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

/// At an a:p, a paragraph within a drawing.
[[nodiscard]] std::string drawn_paragraph(XmlCursor& xml);

/// The paragraphs of a SmartArt drawing.
[[nodiscard]] std::vector<std::string> read_diagram(Package& package, const std::string& part);

/// A chart as it was last drawn.
struct Chart {
  std::vector<std::string> titles;  ///< its own, then those of its axes
  /// What is drawn, as a table: a row for each category, a column for each series below its name.
  Table table;
};

/// Every text stands at `place`. Empty where the part is missing or broken.
[[nodiscard]] Chart read_chart(Package& package, const std::string& part, const Place& place);

}  // namespace ruamlint::docx
