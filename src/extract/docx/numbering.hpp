// Automatic numbering: numbering.xml says how lists count, the paragraphs in their order make them count.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/docx/styles.hpp"
#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

inline constexpr int list_depths = 9;  ///< w:ilvl 0..8

struct ListLevel {
  int start = 1;
  std::string format = "decimal";
  std::string text;            ///< "%1.%2": level k's number stands for %k
  std::string style;           ///< the paragraph style that stands for this level
  std::optional<int> restart;  ///< restarts when a level above this number (from 1) was used; 0: never
  bool all_decimal = false;    ///< w:isLgl
  SymbolFont symbol_font = SymbolFont::none;  ///< of the label
};

/// A list as paragraphs name it by w:numId.
struct ListDefinition {
  using Levels = std::array<ListLevel, list_depths>;
  int pattern = 0;  ///< w:abstractNumId; lists of one pattern go on counting each other's items
  std::shared_ptr<const Levels> levels;  ///< the pattern's own, unless the list replaces some; never null
  std::map<int, int> start_override;     ///< by depth
};

class ListDefinitions {
 public:
  ListDefinitions() = default;
  /// At the root of the part; xml.fault() says afterwards whether all went well.
  ListDefinitions(XmlCursor& xml, const Styles& styles);

  /// nullptr for no list: 0, or a number that the file does not define.
  [[nodiscard]] const ListDefinition* find(int list) const;

 private:
  struct Pattern;
  struct Patterns;
  void read_list(XmlCursor& xml, const Patterns& patterns);
  void borrow_levels(const Patterns& patterns, const Styles& styles);

  std::unordered_map<int, ListDefinition> lists_;
};

/// A paragraph's automatic number.
struct Numbered {
  int depth = 0;  ///< from 0
  bool bullet = false;
  std::string label;  ///< "๑.", "2.1", "(ก)", "•", "☐"; empty where the level shows nothing
};

/// The running counters of one story (the body, one header ...). `definitions` must outlive it.
class Numbering {
 public:
  explicit Numbering(const ListDefinitions& definitions) : definitions_(definitions) {}

  /// Counts the paragraph. Nothing where it is in no list.
  [[nodiscard]] std::optional<Numbered> count(const ListUse& stated, const Style& style);

 private:
  struct Counter {
    int value = 0;
    bool used = false;
  };
  using Counters = std::array<Counter, list_depths>;

  const ListDefinitions& definitions_;
  std::unordered_map<int, Counters> counters_;  ///< by pattern
  std::unordered_set<int> started_;             ///< lists whose start overrides took effect
};

}  // namespace ruamlint::docx
