#include "extract/docx/xml_cursor.hpp"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>

#include "extract/docx/limits.hpp"
#include "extract/docx/package.hpp"

namespace ruamlint::docx {
namespace {

struct Namespace {
  std::string_view prefix, uri;
};

// The transitional name, then the strict one where it differs (ECMA-376 part 1 and part 4, annex A).
constexpr std::array namespaces = {
    Namespace{"w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    Namespace{"w", "http://purl.oclc.org/ooxml/wordprocessingml/main"},
    Namespace{"w14", "http://schemas.microsoft.com/office/word/2010/wordml"},
    Namespace{"w15", "http://schemas.microsoft.com/office/word/2012/wordml"},
    Namespace{"mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
    Namespace{"wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
    Namespace{"wp", "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"},
    Namespace{"wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"},
    Namespace{"a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
    Namespace{"a", "http://purl.oclc.org/ooxml/drawingml/main"},
    Namespace{"pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"},
    Namespace{"pic", "http://purl.oclc.org/ooxml/drawingml/picture"},
    Namespace{"c", "http://schemas.openxmlformats.org/drawingml/2006/chart"},
    Namespace{"c", "http://purl.oclc.org/ooxml/drawingml/chart"},
    Namespace{"dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram"},
    Namespace{"dgm", "http://purl.oclc.org/ooxml/drawingml/diagram"},
    Namespace{"m", "http://schemas.openxmlformats.org/officeDocument/2006/math"},
    Namespace{"m", "http://purl.oclc.org/ooxml/officeDocument/math"},
    Namespace{"ax", "http://schemas.microsoft.com/office/2006/activeX"},
    Namespace{"v", "urn:schemas-microsoft-com:vml"},
    Namespace{"o", "urn:schemas-microsoft-com:office:office"},
    Namespace{"r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
    Namespace{"r", "http://purl.oclc.org/ooxml/officeDocument/relationships"},
    Namespace{"rel", "http://schemas.openxmlformats.org/package/2006/relationships"},
    Namespace{"ct", "http://schemas.openxmlformats.org/package/2006/content-types"},
    Namespace{"dc", "http://purl.org/dc/elements/1.1/"},
    Namespace{"app", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"},
    Namespace{"app", "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"},
    Namespace{"xml", "http://www.w3.org/XML/1998/namespace"},
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view prefix_of(const xmlNs& ns) {
  const std::string_view uri = view(ns.href);
  const auto* found = std::find_if(namespaces.begin(), namespaces.end(),
                                   [uri](const Namespace& known) { return known.uri == uri; });
  return found == namespaces.end() ? "?" : found->prefix;
}

bool is_named(std::string_view name, const xmlNs* ns, const xmlChar* local_name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return ns == nullptr && view(local_name) == name;
  return ns != nullptr && view(local_name) == name.substr(colon + 1) &&
         prefix_of(*ns) == name.substr(0, colon);
}

xmlParserInputPtr no_external_entity(const char*, const char*, xmlParserCtxtPtr) {
  return nullptr;
}

/// libxml2 keeps its entity loader for the whole process. Nothing here asks it for one; should a later
/// libxml2 do so all the same, it gets nothing.
void prepare_libxml2() {
  static std::once_flag once;
  std::call_once(once, [] {
    xmlInitParser();
    xmlSetExternalEntityLoader(no_external_entity);
  });
}

bool is_utf16(std::string_view bytes) {
  return bytes.size() >= 2 && (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF" ||
                               bytes[0] == '\0' || bytes[1] == '\0');
}

/// OPC allows UTF-8 and UTF-16 only. Others (UTF-7 above all) could hide a DOCTYPE from the search above.
bool has_foreign_encoding(std::string_view bytes) {
  if (is_utf16(bytes)) return false;
  constexpr std::string_view beginnings = "< \t\r\n\xEF";
  if (!bytes.empty() && beginnings.find(bytes.front()) == std::string_view::npos) return true;  // EBCDIC
  const std::size_t end = bytes.find("?>");
  const std::size_t start = bytes.find("<?xml");
  if (end == std::string_view::npos || start == std::string_view::npos || start > 3) return false;
  std::string declaration(bytes.substr(0, std::min(end, std::size_t{256})));
  std::transform(declaration.begin(), declaration.end(), declaration.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::size_t encoding = declaration.find("encoding");
  if (encoding == std::string::npos) return false;
  return declaration.find("utf-8", encoding) == std::string::npos &&
         declaration.find("us-ascii", encoding) == std::string::npos;
}

void ignore_error(void*, xmlErrorPtr) {}  // it is asked for when reading fails; the default handler prints it

bool holds_text(int node_type) {
  return node_type == XML_READER_TYPE_TEXT || node_type == XML_READER_TYPE_CDATA ||
         node_type == XML_READER_TYPE_WHITESPACE || node_type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

}  // namespace

bool DoctypeScan::finds(std::string_view piece, bool has_zero_bytes) {
  constexpr std::string_view doctype = "<!DOCTYPE";
  constexpr std::string_view rare_part = doctype.substr(1);  // '<' itself is everywhere
  std::string text = std::move(tail_);
  if (has_zero_bytes) {
    std::copy_if(piece.begin(), piece.end(), std::back_inserter(text), [](char c) { return c != '\0'; });
  } else {
    text += piece;
  }
  bool found = false;
  for (std::size_t at = text.find(rare_part, 1); at != std::string::npos; at = text.find(rare_part, at + 1))
    found = found || text[at - 1] == doctype.front();
  tail_ = text.substr(text.size() - std::min(text.size(), doctype.size() - 1));
  return found;
}

XmlCursor::XmlCursor(PartStream& stream, std::string_view part)
    : stream_(stream), part_(part), reader_(nullptr, xmlFreeTextReader) {
  prepare_libxml2();
  if (!fill() && fault_) return;
  constexpr int options = XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  reader_.reset(xmlReaderForIO(give_bytes, nullptr, this, nullptr, nullptr, options));
  if (reader_) {
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), ignore_error, nullptr);
  } else {
    refuse(ReadFault::out_of_memory, "XML reader");
  }
}

int XmlCursor::give_bytes(void* cursor, char* into, int size) {
  auto& xml = *static_cast<XmlCursor*>(cursor);
  if (xml.buffer_at_ == xml.buffer_.size() && !xml.fill()) return xml.fault_ ? -1 : 0;
  const std::size_t count = std::min(static_cast<std::size_t>(size), xml.buffer_.size() - xml.buffer_at_);
  xml.buffer_.copy(into, count, xml.buffer_at_);
  xml.buffer_at_ += count;
  return static_cast<int>(count);
}

/// The next piece of the part, which libxml2 sees only after it was looked through. False at the end.
bool XmlCursor::fill() {
  constexpr std::size_t piece = 32 * 1024;
  buffer_.resize(piece);
  buffer_.resize(stream_.read(buffer_.data(), piece));
  buffer_at_ = 0;
  if (stream_.fault()) fault_ = stream_.fault();
  if (!started_) {
    wide_ = is_utf16(buffer_);
    if (has_foreign_encoding(buffer_)) refuse(ReadFault::damaged, "encoding");
    started_ = true;
  }
  if (doctype_.finds(buffer_, wide_)) refuse(ReadFault::damaged, "DOCTYPE");
  if (has_too_many_attributes()) give_up("attributes");
  return !fault_ && !buffer_.empty();
}

/// Counts in the bytes, before libxml2 sees them. Text with so many equal signs in one run is none.
bool XmlCursor::has_too_many_attributes() {
  bool too_many = false;
  for (const char c : buffer_) {
    if (c == '<') equal_signs_ = 0;
    if (c == '=') too_many = ++equal_signs_ > max_attributes || too_many;
  }
  return too_many;
}

void XmlCursor::give_up(std::string_view why) {
  refuse(ReadFault::too_large, fmt::format("too many {}", why));
}

void XmlCursor::finish() {
  while (read()) {
  }
}

XmlCursor::~XmlCursor() = default;

void XmlCursor::refuse(ReadFault fault, std::string_view why) {
  if (!fault_) fault_ = ReadError{fault, fmt::format("{}: {}", part_, why)};
}

/// libxml2 parses ahead of the reader, so that its own limit of depth may come before ours.
void XmlCursor::refuse_broken() {
  const xmlError* error = xmlGetLastError();
  if (error == nullptr) return refuse(ReadFault::damaged, "XML");
  const bool too_deep = error->code == XML_ERR_INTERNAL_ERROR && error->message != nullptr &&
                        std::string_view(error->message).find("depth") != std::string_view::npos;
  if (too_deep) return refuse_depth();
  refuse(ReadFault::damaged, fmt::format("line {}", error->line));
}

void XmlCursor::refuse_depth() {
  refuse(ReadFault::too_large, fmt::format("more than {} levels", max_xml_depth));
}

bool XmlCursor::read() {
  if (fault_) return false;
  xmlResetLastError();
  const int result = xmlTextReaderRead(reader_.get());
  if (fault_) return false;  // met while the reader asked for more bytes
  if (result < 0) refuse_broken();
  if (result <= 0) return false;
  depth_ = xmlTextReaderDepth(reader_.get());
  const int type = xmlTextReaderNodeType(reader_.get());
  at_start_ = type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement(reader_.get()) == 0;
  if (type == XML_READER_TYPE_DOCUMENT_TYPE) refuse(ReadFault::damaged, "DOCTYPE");
  if (depth_ > max_xml_depth) refuse_depth();
  return !fault_;
}

void XmlCursor::take_name() {
  node_ = xmlTextReaderCurrentNode(reader_.get());
  name_.clear();
  if (node_->ns != nullptr) name_.append(prefix_of(*node_->ns)) += ':';
  name_.append(view(node_->name));
}

bool XmlCursor::enter_root() {
  while (read()) {
    if (xmlTextReaderNodeType(reader_.get()) == XML_READER_TYPE_ELEMENT) {
      take_name();
      return true;
    }
  }
  if (!fault_) refuse(ReadFault::damaged, "no root element");
  return false;
}

XmlCursor::Children::Children(XmlCursor& xml) : xml_(xml), parent_depth_(xml.depth_), done_(!xml.at_start_) {}

bool XmlCursor::Children::next() {
  while (!done_ && xml_.read()) {
    const int type = xmlTextReaderNodeType(xml_.reader_.get());
    if (xml_.depth_ <= parent_depth_) {
      done_ = true;
    } else if (type == XML_READER_TYPE_ELEMENT && xml_.depth_ == parent_depth_ + 1) {
      xml_.take_name();
      return true;
    }
  }
  done_ = true;
  return false;
}

std::optional<std::string_view> XmlCursor::attribute(std::string_view name) const {
  for (const xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next) {
    if (!is_named(name, attribute->ns, attribute->name)) continue;
    return attribute->children == nullptr ? std::string_view() : view(attribute->children->content);
  }
  return std::nullopt;
}

std::string_view XmlCursor::attribute_or(std::string_view name, std::string_view otherwise) const {
  return attribute(name).value_or(otherwise);
}

bool XmlCursor::is_on() const {
  const std::string_view value = attribute_or("w:val", "true");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

int XmlCursor::int_value() const {
  return to_int(attribute_or("w:val", ""));
}

std::string XmlCursor::text() {
  std::string text;
  if (!at_start_) return text;
  const int element_depth = depth_;
  while (read() && depth_ > element_depth)
    if (holds_text(xmlTextReaderNodeType(reader_.get())))
      text += view(xmlTextReaderConstValue(reader_.get()));
  return text;
}

int to_int(std::string_view text, int otherwise) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end != text.data() ? value : otherwise;
}

}  // namespace ruamlint::docx
