// An XML part's elements and characters with the bytes that they stand at, so that a part can be added to
// without being written anew: what is not touched stays as it is, byte for byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ruamlint::docx {

/// Valid only while its handler is called.
struct XmlTag {
  std::string_view space, name, prefix;  ///< namespace, local name, and the prefix that the file has for it
  std::size_t begin = 0, end = 0;     ///< bytes of the tag; equal for the end of an element without content
  const char** attributes = nullptr;  ///< names and values in turn, up to a null

  /// The value of the attribute with that local name, in whatever namespace; nullptr where it has none.
  [[nodiscard]] const char* attribute(std::string_view local_name) const;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlTag&) {}
  virtual void end(const XmlTag&) {}
  /// `plain`: the bytes [begin, end) of the part are the characters themselves, no reference to them, and
  /// stand in no CDATA section.
  virtual void characters(std::string_view, std::size_t /*begin*/, std::size_t /*end*/, bool /*plain*/) {}
};

/// `xml` is UTF-8. False where it is not well formed, nests too deeply, or declares a type (DOCTYPE).
[[nodiscard]] bool walk_xml(std::string_view xml, XmlHandler& handler);

/// A part as UTF-8: as it is, or turned from UTF-16, its declaration left out then. Empty where it is in
/// another encoding.
[[nodiscard]] std::string as_utf8(std::string xml);

}  // namespace ruamlint::docx
