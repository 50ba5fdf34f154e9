#include "annotate/docx/xml_positions.hpp"

#include <expat.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace ruamlint::docx {
namespace {

constexpr int max_depth = 240;  ///< as the reader of forms has it
constexpr char separator = '|';

struct Walk {
  XML_Parser parser;
  XmlHandler& handler;
  int depth = 0;
  bool in_cdata = false;

  [[nodiscard]] std::size_t begin() const {
    return static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser)));
  }
  [[nodiscard]] std::size_t end() const {
    return begin() + static_cast<std::size_t>(XML_GetCurrentByteCount(parser));
  }
};

/// Expat joins namespace, local name and prefix; a name may lack the last, or the first and the last.
XmlTag tag_of(const char* joined, const Walk& walk) {
  XmlTag tag;
  const std::string_view name = joined;
  const std::size_t first = name.find(separator);
  if (first == std::string_view::npos) {
    tag.name = name;
  } else {
    const std::size_t second = name.find(separator, first + 1);
    tag.space = name.substr(0, first);
    tag.name = name.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
    if (second != std::string_view::npos) tag.prefix = name.substr(second + 1);
  }
  tag.begin = walk.begin();
  tag.end = walk.end();
  return tag;
}

void on_start(void* data, const char* name, const char** attributes) {
  Walk& walk = *static_cast<Walk*>(data);
  if (++walk.depth > max_depth) {
    XML_StopParser(walk.parser, XML_FALSE);
    return;
  }
  XmlTag tag = tag_of(name, walk);
  tag.attributes = attributes;
  walk.handler.start(tag);
}

void on_end(void* data, const char* name) {
  Walk& walk = *static_cast<Walk*>(data);
  --walk.depth;
  walk.handler.end(tag_of(name, walk));
}

void on_characters(void* data, const char* text, int length) {
  Walk& walk = *static_cast<Walk*>(data);
  const std::string_view characters(text, static_cast<std::size_t>(length));
  const std::size_t begin = walk.begin();
  const std::size_t end = walk.end();
  // A reference ("&amp;") is longer than what it stands for; so is the line end of Windows.
  const bool plain = !walk.in_cdata && end - begin == characters.size();
  walk.handler.characters(characters, begin, end, plain);
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  XML_StopParser(static_cast<Walk*>(data)->parser, XML_FALSE);
}

bool declares_utf8(std::string_view xml) {
  const std::string_view head = xml.substr(0, xml.find("?>"));
  const std::size_t at = head.find("encoding");
  if (!xml.starts_with("<?xml") || at == std::string_view::npos) return true;
  std::string encoding(head.substr(at));
  std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return encoding.find("utf-8") != std::string::npos || encoding.find("ascii") != std::string::npos;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  icu::UnicodeString text;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    text.append(static_cast<char16_t>(big_endian ? first << 8 | second : second << 8 | first));
  }
  std::string utf8;
  text.toUTF8String(utf8);
  if (const std::size_t end = utf8.find("?>"); utf8.starts_with("<?xml") && end != std::string::npos)
    utf8.erase(0, end + 2);
  return utf8;
}

}  // namespace

const char* XmlTag::attribute(std::string_view local_name) const {
  for (const char** at = attributes; at != nullptr && *at != nullptr; at += 2) {
    std::string_view here = *at;
    if (const std::size_t first = here.find(separator); first != std::string_view::npos) {
      here.remove_prefix(first + 1);
      here = here.substr(0, here.find(separator));
    }
    if (here == local_name) return at[1];
  }
  return nullptr;
}

bool walk_xml(std::string_view xml, XmlHandler& handler) {
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return false;
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreateNS(nullptr, separator),
                                                                       XML_ParserFree);
  if (parser == nullptr) return false;
  Walk walk{parser.get(), handler};
  XML_SetReturnNSTriplet(parser.get(), 1);
  XML_SetUserData(parser.get(), &walk);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_characters);
  XML_SetCdataSectionHandler(
      parser.get(), [](void* data) { static_cast<Walk*>(data)->in_cdata = true; },
      [](void* data) { static_cast<Walk*>(data)->in_cdata = false; });
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  return XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE) == XML_STATUS_OK;
}

std::string as_utf8(std::string xml) {
  if (xml.starts_with("\xFF\xFE") || xml.starts_with("\xFE\xFF")) return from_utf16(xml, xml[0] == '\xFE');
  if (declares_utf8(std::string_view(xml).substr(xml.starts_with("\xEF\xBB\xBF") ? 3 : 0))) return xml;
  return {};
}

}  // namespace ruamlint::docx
