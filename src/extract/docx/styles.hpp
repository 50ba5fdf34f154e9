// styles.xml: what a paragraph or run inherits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/docx/formatting.hpp"

namespace ruamlint::docx {

/// A style with everything that it inherits.
struct Style {
  std::string id;
  RunFormat run;
  ListUse list_use;
  int heading_level = 0;  ///< from 1, by outline level or by the name of a built-in heading style; 0: none
  bool contents = false;  ///< an entry of a table of contents or of figures, or its title
  bool page_break_before = false;
  bool shaded = false;
};

class Styles {
 public:
  Styles() = default;
  /// At the root of the part; xml.fault() says afterwards whether all went well.
  explicit Styles(XmlCursor& xml);

  /// The default paragraph style where the id is empty or unknown.
  [[nodiscard]] const Style& paragraph(std::string_view id) const;
  /// An empty style where the id is empty or unknown.
  [[nodiscard]] const Style& character(std::string_view id) const;
  /// The list that a numbering style stands for; 0 where there is none.
  [[nodiscard]] int list_of_numbering(std::string_view id) const;

 private:
  struct Declared {
    std::string name, parent;
    bool character = false;
    RunFormat run;
    ParagraphFormat paragraph;
  };
  using Declarations = std::unordered_map<std::string, Declared>;

  void read_style(XmlCursor& xml, Declarations& declared);
  void read_numbering_style(XmlCursor& xml, const std::string& id);
  [[nodiscard]] Style resolve(const std::string& id, const Declarations& declared) const;

  RunFormat defaults_;
  Style fallback_, none_;
  std::string default_id_;
  std::unordered_map<std::string, Style> styles_;
  std::unordered_map<std::string, int> lists_;  ///< by numbering style
};

}  // namespace ruamlint::docx
