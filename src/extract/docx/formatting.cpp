#include "extract/docx/formatting.hpp"

namespace ruamlint::docx {
namespace {

ListUse read_list_use(XmlCursor& xml) {
  ListUse use;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:numId") use.list = xml.int_value();
    if (xml.name() == "w:ilvl") use.depth = xml.int_value();
  }
  return use;
}

void read_mark(XmlCursor& xml, ParagraphFormat& format) {
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:del" || xml.name() == "w:moveFrom") format.mark_deleted = true;
    if (xml.name() == "w:ins" || xml.name() == "w:moveTo") format.mark_inserted = true;
  }
}

template <class T>
std::optional<T> first_of(const std::optional<T>& upper, const std::optional<T>& lower) {
  return upper ? upper : lower;
}

}  // namespace

RunFormat read_run_format(XmlCursor& xml) {
  RunFormat format;
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "w:rStyle") {
      format.style = xml.attribute_or("w:val", "");
    } else if (name == "w:b") {
      format.bold = xml.is_on();
    } else if (name == "w:bCs") {
      format.bold_thai = xml.is_on();
    } else if (name == "w:vanish") {
      format.hidden = xml.is_on();
    } else if (name == "w:sz") {
      format.half_points = xml.int_value();
    } else if (name == "w:szCs") {
      format.half_points_thai = xml.int_value();
    } else if (name == "w:rFonts") {
      if (const auto font = xml.attribute("w:ascii")) format.symbol_font = symbol_font(*font);
    }
  }
  return format;
}

ParagraphFormat read_paragraph_format(XmlCursor& xml) {
  ParagraphFormat format;
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "w:pStyle") {
      format.style = xml.attribute_or("w:val", "");
    } else if (name == "w:numPr") {
      format.list_use = read_list_use(xml);
    } else if (name == "w:outlineLvl") {
      format.outline_level = xml.int_value();
    } else if (name == "w:pageBreakBefore") {
      format.page_break_before = xml.is_on();
    } else if (name == "w:rPr") {
      read_mark(xml, format);
    }
  }
  return format;
}

RunFormat layered(const RunFormat& upper, const RunFormat& lower) {
  RunFormat format;
  format.style = upper.style;
  format.bold = first_of(upper.bold, lower.bold);
  format.bold_thai = first_of(upper.bold_thai, lower.bold_thai);
  format.hidden = first_of(upper.hidden, lower.hidden);
  format.half_points = first_of(upper.half_points, lower.half_points);
  format.half_points_thai = first_of(upper.half_points_thai, lower.half_points_thai);
  format.symbol_font = first_of(upper.symbol_font, lower.symbol_font);
  return format;
}

}  // namespace ruamlint::docx
