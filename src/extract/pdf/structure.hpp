// The structure tree of a tagged PDF: which block of the document each piece of marked content belongs to.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/pdf/poppler_adapter.hpp"
#include "extract/pdf/poppler_headers.hpp"

namespace ruamlint::pdf {

class Structure {
 public:
  /// Reads the whole tree, up to a limit; a file without one yields no tags.
  explicit Structure(PDFDoc& document);

  /// What is said of the page's marked content, by its identifier (MCID); nullptr for nothing.
  [[nodiscard]] const std::vector<Tag>* on(Ref page) const;

 private:
  /// What an element hands down to those in it.
  struct Position {
    int page = -1;  ///< object number
    Tag tag;
    int depth = 0;
  };

  void read_kids(const Object& kids, const Position& position);
  void read_kid(const Object& kid, const Position& position);
  void read_element(const Dict& element, Position position);
  void set(int page, const Object& identifier, const Tag& tag);
  /// The standard name of a kind of element.
  [[nodiscard]] std::string role_of(std::string name) const;

  XRef* xref_;
  Object roles_;
  std::unordered_map<int, std::vector<Tag>> pages_;
  std::unordered_set<int> seen_;  // object numbers of elements: the tree of a damaged file may hold itself
  std::uint32_t blocks_ = 0;
  std::size_t elements_ = 0;
};

}  // namespace ruamlint::pdf
