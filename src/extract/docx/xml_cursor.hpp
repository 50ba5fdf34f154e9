// A forward-only walk over the elements of one XML part, on top of libxml2's pull parser. Memory is bounded
// by the depth of the part, not by its length.
//
//   for (auto child = xml.children(); child.next();) {
//     if (xml.name() == "w:p") read_paragraph(xml);   // may walk the child's own children, or take its
//     text()
//   }                                                 // what nobody walked is skipped
//
// Names are given with the customary prefix, whatever prefix the file uses and whether it is strict or
// transitional: "w:p", "mc:Choice", "w14:checkbox"; without a prefix where there is no namespace; with the
// prefix
// "?" where the namespace is unknown.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "document/read_result.hpp"

struct _xmlTextReader;
struct _xmlNode;

namespace ruamlint::docx {

class PartStream;

/// Looks for "<!DOCTYPE" in bytes that come piece by piece, in whatever encoding holds ASCII letters with or
/// without zero bytes between them.
class DoctypeScan {
 public:
  [[nodiscard]] bool finds(std::string_view piece, bool has_zero_bytes);

 private:
  std::string tail_;  ///< the end of the last piece, where a match may have begun
};

class XmlCursor {
 public:
  /// `stream` and `part` (its name, for messages) must outlive the cursor. Refused, by fault(): a DOCTYPE,
  /// any encoding but UTF-8 and UTF-16, elements nested deeper than max_xml_depth, broken XML, what the
  /// stream refuses.
  XmlCursor(PartStream& stream, std::string_view part);
  ~XmlCursor();
  XmlCursor(const XmlCursor&) = delete;
  XmlCursor& operator=(const XmlCursor&) = delete;

  /// Moves to the root element. False where there is none.
  [[nodiscard]] bool enter_root();

  /// Ends the walk: the part holds too much of what `why` names.
  void give_up(std::string_view why);
  /// Reads what is left of the part, so that damage behind the last element that was of use is not missed.
  void finish();

  /// The children of the element at which the cursor stands now.
  class Children {
   public:
    /// Moves to the next child element. False at the end, and after a fault.
    [[nodiscard]] bool next();

   private:
    friend class XmlCursor;
    explicit Children(XmlCursor& xml);
    XmlCursor& xml_;
    int parent_depth_;
    bool done_;
  };
  [[nodiscard]] Children children() { return Children(*this); }

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;
  /// The attribute's value, or `otherwise`.
  [[nodiscard]] std::string_view attribute_or(std::string_view name, std::string_view otherwise) const;
  /// An ST_OnOff element: present without w:val means on.
  [[nodiscard]] bool is_on() const;
  /// w:val as a number; 0 where it is missing or none.
  [[nodiscard]] int int_value() const;
  /// All text within the element, to whose end the cursor then moves.
  [[nodiscard]] std::string text();

  /// Why the walk ended early.
  [[nodiscard]] const std::optional<ReadError>& fault() const { return fault_; }

 private:
  [[nodiscard]] bool has_too_many_attributes();
  static int give_bytes(void* cursor, char* into, int size);
  bool fill();
  bool read();
  void refuse(ReadFault fault, std::string_view why);
  void refuse_broken();
  void refuse_depth();
  void take_name();

  PartStream& stream_;
  std::string_view part_;
  std::string buffer_;         ///< inflated and looked through, but not yet parsed
  std::size_t buffer_at_ = 0;  ///< the first byte of it that was not given out
  DoctypeScan doctype_;
  int equal_signs_ = 0;   ///< since the last '<', which no attribute may hold
  bool wide_ = false;     ///< UTF-16
  bool started_ = false;  ///< the first piece was filled
  std::unique_ptr<_xmlTextReader, void (*)(_xmlTextReader*)> reader_;
  _xmlNode* node_ = nullptr;  ///< the current element, owned by the reader
  std::string name_;
  int depth_ = 0;
  bool at_start_ = false;  ///< at a start tag that is not empty
  std::optional<ReadError> fault_;
};

/// A whole number, with a sign or without; `otherwise` where the text is none or does not fit.
[[nodiscard]] int to_int(std::string_view text, int otherwise = 0);

}  // namespace ruamlint::docx
