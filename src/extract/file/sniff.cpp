#include "extract/file/sniff.hpp"

#include <algorithm>
#include <array>

namespace ruamlint {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  FileKind kind;
  std::string_view name;
};

// The formats' own specifications; "ftyp" stands behind a length and is looked for apart.
constexpr std::array signatures = {
    Signature{"PK\x03\x04"sv, FileKind::zip, "zip"},
    Signature{"PK\x05\x06"sv, FileKind::zip, "zip"},  // an empty archive
    Signature{"\x89PNG\r\n\x1a\n"sv, FileKind::picture, "png"},
    Signature{"\xFF\xD8\xFF"sv, FileKind::picture, "jpeg"},
    Signature{"II*\0"sv, FileKind::picture, "tiff"},
    Signature{"MM\0*"sv, FileKind::picture, "tiff"},
    Signature{"{\\rtf"sv, FileKind::foreign, "rtf"},
    Signature{"GIF8"sv, FileKind::foreign, "gif"},
    Signature{"BM"sv, FileKind::foreign, "bmp"},
    Signature{"%!PS"sv, FileKind::foreign, "postscript"},
    Signature{"Rar!"sv, FileKind::foreign, "rar"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, FileKind::foreign, "7z"},
    Signature{"\x1F\x8B"sv, FileKind::foreign, "gzip"},
};

constexpr std::string_view ole2_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// ISO 32000-1, annex H.3.4.1: readers accept the header anywhere in the first 1,024 bytes.
constexpr std::size_t pdf_header_reach = 1024;
constexpr std::size_t text_sample = 4096;

std::string utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  return wide;
}

bool contains(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

/// By the names of the streams in the container's directory ([MS-CFB] 2.6, [MS-OFFCRYPTO] 2.3.4.4).
std::string kind_of_ole2(std::string_view bytes) {
  if (contains(bytes, utf16("EncryptedPackage"))) return "encrypted";
  if (contains(bytes, utf16("WordDocument"))) return "doc";
  if (contains(bytes, utf16("Workbook"))) return "xlsx";
  if (contains(bytes, utf16("PowerPoint Document"))) return "pptx";
  return "doc";
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

/// Text of any 8-bit encoding or of UTF-16: no control characters but blanks and line ends.
bool is_text(std::string_view sample) {
  const bool wide = sample.starts_with("\xFF\xFE"sv) || sample.starts_with("\xFE\xFF"sv);
  return std::none_of(sample.begin(), sample.end(), [wide](char byte) {
    const auto c = static_cast<unsigned char>(byte);
    const bool control =
        c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A && c != 0x1B;
    return control && !(wide && c == 0);
  });
}

SniffedKind kind_of_text(std::string_view sample) {
  const std::string head = lower_case(sample.substr(0, 512));
  if (contains(head, "<html") || contains(head, "<!doctype html")) return {FileKind::foreign, "html"};
  return {FileKind::text, "text"};
}

}  // namespace

SniffedKind sniff(std::string_view bytes) {
  if (contains(bytes.substr(0, pdf_header_reach), "%PDF-")) return {FileKind::pdf, "pdf"};
  if (bytes.starts_with(ole2_signature)) return {FileKind::ole2, kind_of_ole2(bytes)};
  for (const Signature& signature : signatures)
    if (bytes.starts_with(signature.bytes)) return {signature.kind, std::string(signature.name)};
  if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return {FileKind::foreign, "heic"};
  if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
    return {FileKind::foreign, "webp"};
  const std::string_view sample = bytes.substr(0, text_sample);
  return is_text(sample) ? kind_of_text(sample) : SniffedKind{};
}

}  // namespace ruamlint
