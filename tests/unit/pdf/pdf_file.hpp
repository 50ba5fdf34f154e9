// A small writer of PDF files for the tests: the traits that producers have are written out, glyph by glyph.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint::test {

/// A font whose codes are code points. Letters are half an em wide, marks have no width.
struct PdfFont {
  std::string name = "Thai";
  std::map<char32_t, std::u32string>
      to_unicode;                  ///< where the file states something else than the code point
  std::map<char32_t, int> widths;  ///< thousandths of an em
  bool states_unicode = true;      ///< false: no ToUnicode at all
};

class PdfPage {
 public:
  /// A run of text with its baseline at (x, y from the top).
  PdfPage& text(double x, double y, std::u32string_view letters, double size = 16, const char* font = "F1");
  /// A line as a producer with ActualText writes it.
  PdfPage& actual_text(double x, double y, std::u32string_view glyphs, std::u32string_view means,
                       double size = 16);
  PdfPage& line(double x0, double y0, double x1, double y1);
  PdfPage& rectangle(double left, double top, double right, double bottom);
  PdfPage& raw(const std::string& operators);
  /// What is drawn until end_tag() is an element of the structure tree, of that role.
  PdfPage& begin_tag(const std::string& role);
  PdfPage& end_tag() { return raw("EMC"); }

  double width = 595, height = 842;
  std::string entries;  ///< more entries of the page's dictionary
  std::vector<std::string> annotations;

 private:
  friend class PdfFile;
  std::string content_;
  std::vector<std::string> roles_;  // of its tags
};

class PdfFile {
 public:
  PdfFile() { fonts["F1"] = {}; }
  PdfPage& page();

  std::map<std::string, PdfFont> fonts;
  std::string catalog_entries;
  std::string role_map;  ///< of the structure tree
  std::vector<std::string> objects;  ///< more objects, numbered from 3

  [[nodiscard]] std::string bytes() const;

 private:
  std::deque<PdfPage> pages_;
};

}  // namespace ruamlint::test
