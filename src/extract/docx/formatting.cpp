#include "extract/docx/formatting.hpp"

namespace ruamlint::docx {
namespace {

/// Less only sets a sign or a font of another make on the line.
constexpr int raised_half_points = 6;

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
    if (xml.name() == "w:vanish") format.mark_hidden = xml.is_on();
  }
}

/// At a w:sectPr: whether it, and so what follows it, begins a page.
bool begins_page(XmlCursor& xml) {
  bool begins = true;
  for (auto child = xml.children(); child.next();)
    if (xml.name() == "w:type") begins = xml.attribute_or("w:val", "nextPage") != "continuous";
  return begins;
}

/// At a w:shd: any colour but the paper's.
bool is_shaded(const XmlCursor& xml) {
  const std::string_view fill = xml.attribute_or("w:fill", "auto");
  const std::string_view pattern = xml.attribute_or("w:val", "clear");
  return (fill != "auto" && fill != "FFFFFF" && fill != "ffffff") || (pattern != "clear" && pattern != "nil");
}

std::optional<bool> toggle(const std::optional<bool>& a, const std::optional<bool>& b) {
  if (!a && !b) return std::nullopt;
  return a.value_or(false) != b.value_or(false);
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
      auto font = xml.attribute("w:ascii");
      if (!font) font = xml.attribute("w:hAnsi");
      if (font) format.symbol_font = symbol_font(*font);
    } else if (name == "w:color") {
      const std::string_view color = xml.attribute_or("w:val", "");
      format.white = color == "FFFFFF" || color == "ffffff";
    } else if (name == "w:position") {
      if (xml.int_value() >= raised_half_points) format.raised = true;
    } else if (name == "w:vertAlign") {
      format.raised = xml.attribute_or("w:val", "") == "superscript";
    } else if (name == "w:shd") {
      format.shaded = is_shaded(xml);
    } else if (name == "w:highlight") {
      format.shaded = xml.attribute_or("w:val", "none") != "none";
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
    } else if (name == "w:shd") {
      format.shaded = is_shaded(xml);
    } else if (name == "w:sectPr") {
      format.ends_page = begins_page(xml);
    } else if (name == "w:framePr") {
      const std::string_view drop_cap = xml.attribute_or("w:dropCap", "none");
      format.drop_cap = drop_cap == "drop" || drop_cap == "margin";
    } else if (name == "w:rPr") {
      read_mark(xml, format);
    }
  }
  return format;
}

RunFormat toggled(const RunFormat& character, const RunFormat& paragraph) {
  RunFormat format = layered(character, paragraph);
  format.bold = toggle(character.bold, paragraph.bold);
  format.bold_thai = toggle(character.bold_thai, paragraph.bold_thai);
  format.hidden = toggle(character.hidden, paragraph.hidden);
  return format;
}

RunFormat layered(const RunFormat& upper, const RunFormat& lower) {
  RunFormat format;
  format.style = upper.style;
  format.prompt = upper.prompt || lower.prompt;
  format.bold = first_of(upper.bold, lower.bold);
  format.bold_thai = first_of(upper.bold_thai, lower.bold_thai);
  format.hidden = first_of(upper.hidden, lower.hidden);
  format.white = first_of(upper.white, lower.white);
  format.shaded = first_of(upper.shaded, lower.shaded);
  format.half_points = first_of(upper.half_points, lower.half_points);
  format.half_points_thai = first_of(upper.half_points_thai, lower.half_points_thai);
  format.raised = first_of(upper.raised, lower.raised);
  format.symbol_font = first_of(upper.symbol_font, lower.symbol_font);
  return format;
}

}  // namespace ruamlint::docx
