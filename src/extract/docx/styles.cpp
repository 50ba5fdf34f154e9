#include "extract/docx/styles.hpp"

#include <algorithm>
#include <array>

#include "extract/docx/limits.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

/// "Heading 1", "heading1" and "Heading 1,h1" are one name; Latin case, spaces and further names behind a
/// comma carry no meaning here, and Thai digits count as digits.
std::string plain_name(std::string_view name) {
  std::string plain;
  name = name.substr(0, name.find(','));
  for (std::size_t offset = 0; offset < name.size();) {
    const char32_t c = next_code_point(name, offset);
    if (is_space(c)) continue;
    if (const int digit = digit_value(c); digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else {
      append_utf8(plain, c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
    }
  }
  return plain;
}

/// The digit behind one of the prefixes, 1..9, or 0.
int numbered(std::string_view name, std::initializer_list<std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (name.size() != prefix.size() + 1 || name.substr(0, prefix.size()) != prefix) continue;
    const char digit = name.back();
    if (digit >= '1' && digit <= '9') return digit - '0';
  }
  return 0;
}

/// By the names of the built-in styles, and by those that Thai offices give their own: หัวเรื่อง and หัวข้อ are
/// heading, ชื่อเรื่อง is title, ใหญ่ and หลัก mean main, รอง and ย่อย mean sub.
int heading_level_by_name(std::string_view name) {
  struct Named {
    std::string_view name;
    int level;
  };
  constexpr std::array names = {
      Named{"title", 1},     Named{"ชื่อเรื่อง", 1},    Named{"หัวเรื่อง", 1},  Named{"หัวข้อ", 1},
      Named{"หัวเรื่องหลัก", 1}, Named{"หัวเรื่องใหญ่", 1}, Named{"หัวข้อหลัก", 1}, Named{"หัวข้อใหญ่", 1},
      Named{"หัวเรื่องรอง", 2}, Named{"หัวเรื่องย่อย", 2}, Named{"หัวข้อรอง", 2}, Named{"หัวข้อย่อย", 2},
  };
  for (const Named& known : names)
    if (known.name == name) return known.level;
  return numbered(name, {"heading", "หัวเรื่อง", "หัวข้อ", "หัวเรื่องที่", "หัวข้อที่", "หัวเรื่องระดับ", "หัวข้อระดับ"});
}

bool is_contents_name(std::string_view name) {
  return numbered(name, {"toc", "สารบัญ", "contents"}) > 0 || name == "tocheading" ||
         name == "contentsheading" || name == "tableoffigures";
}

}  // namespace

Styles::Styles(XmlCursor& xml) {
  Declarations declared;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:style") {
      read_style(xml, declared);
      if (declared.size() > max_styles) xml.give_up("styles");
    } else if (xml.name() == "w:docDefaults") {
      for (auto part = xml.children(); part.next();) {
        if (xml.name() != "w:rPrDefault") continue;
        for (auto format = xml.children(); format.next();)
          if (xml.name() == "w:rPr") defaults_ = read_run_format(xml);
      }
    }
  }
  fallback_.run = defaults_;
  for (const auto& [id, style] : declared) styles_.emplace(id, resolve(id, declared));
}

void Styles::read_style(XmlCursor& xml, Declarations& declared) {
  const std::string id(xml.attribute_or("w:styleId", ""));
  const std::string type(xml.attribute_or("w:type", "paragraph"));
  if (type == "numbering") return read_numbering_style(xml, id);
  if (type != "paragraph" && type != "character") return;
  const std::string_view is_default = xml.attribute_or("w:default", "0");
  if (type == "paragraph" && (is_default == "1" || is_default == "true" || is_default == "on"))
    default_id_ = id;

  Declared style;
  style.character = type == "character";
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "w:name") {
      style.name = plain_name(xml.attribute_or("w:val", ""));
    } else if (name == "w:basedOn") {
      style.parent = xml.attribute_or("w:val", "");
    } else if (name == "w:pPr") {
      style.paragraph = read_paragraph_format(xml);
    } else if (name == "w:rPr") {
      style.run = read_run_format(xml);
    }
  }
  declared.emplace(id, std::move(style));
}

void Styles::read_numbering_style(XmlCursor& xml, const std::string& id) {
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "w:pPr") continue;
    if (const auto list = read_paragraph_format(xml).list_use.list) lists_.emplace(id, *list);
  }
  if (lists_.size() > max_styles) xml.give_up("styles");
}

int Styles::list_of_numbering(std::string_view id) const {
  const auto found = lists_.find(std::string(id));
  return found == lists_.end() ? 0 : found->second;
}

Style Styles::resolve(const std::string& id, const Declarations& declared) const {
  Style style;
  style.id = id;
  std::optional<int> heading_level;
  std::optional<bool> page_break, shaded;
  auto at = declared.find(id);
  const bool character = at->second.character;
  for (int step = 0; at != declared.end() && step < max_style_ancestors; ++step) {
    const Declared& ancestor = at->second;
    const ParagraphFormat& paragraph = ancestor.paragraph;
    style.run = layered(style.run, ancestor.run);
    if (!style.list_use.list) style.list_use.list = paragraph.list_use.list;
    if (!style.list_use.depth) style.list_use.depth = paragraph.list_use.depth;
    if (!page_break) page_break = paragraph.page_break_before;
    if (!shaded) shaded = paragraph.shaded;
    if (!heading_level && paragraph.outline_level)
      heading_level = *paragraph.outline_level < 9 ? *paragraph.outline_level + 1 : 0;
    if (const int level = heading_level_by_name(ancestor.name); !heading_level && level > 0)
      heading_level = level;
    style.contents = style.contents || is_contents_name(ancestor.name);
    style.run.prompt = style.run.prompt || ancestor.name == "placeholdertext";
    at = declared.find(ancestor.parent);
  }
  style.run.style.clear();
  if (!character) style.run = layered(style.run, defaults_);
  style.heading_level = std::max(heading_level.value_or(0), 0);
  style.page_break_before = page_break.value_or(false);
  style.shaded = shaded.value_or(false);
  return style;
}

const Style& Styles::paragraph(std::string_view id) const {
  if (const auto found = styles_.find(std::string(id)); found != styles_.end()) return found->second;
  if (const auto found = styles_.find(default_id_); found != styles_.end()) return found->second;
  return fallback_;
}

const Style& Styles::character(std::string_view id) const {
  const auto found = styles_.find(std::string(id));
  return found == styles_.end() || id.empty() ? none_ : found->second;
}

}  // namespace ruamlint::docx
