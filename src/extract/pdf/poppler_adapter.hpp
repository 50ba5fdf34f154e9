// The one door to Poppler. Its private C++ API changes from release to release, so nothing of it shows here:
// a new Poppler touches poppler_adapter.cpp only.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/read_result.hpp"
#include "extract/ocr/picture.hpp"

namespace ruamlint::pdf {

/// Why a glyph is not seen on the page.
enum class Hidden : std::uint8_t { no, render_mode, transparent, white, tiny, off_page };

/// What a tagged PDF says of a piece of text. Producers say so of much that it is not: see tags.hpp.
struct Tag {
  std::uint32_t block = 0;  ///< which paragraph, heading or cell it belongs to, from 1; 0 unknown
  int heading = 0;          ///< its level, 0 for none
  bool item = false;        ///< of a list
};

/// One drawn glyph, or one ActualText span (the glyphs that it stands for taken together), in drawing order.
/// Points from the top left of the page as shown.
struct Glyph {
  std::string text;  ///< UTF-8 as the producer states it; "\uFFFD" where it states nothing
  float x = 0;       ///< origin
  float baseline = 0;
  float advance = 0;          ///< without letter and word spacing
  float left = 0, right = 0;  ///< extent: [x, x + advance] for a single glyph
  float size = 0;             ///< of the font, points on the page
  std::uint32_t code = 0;     ///< in its font (a CID, or a byte)
  std::uint16_t font = 0;     ///< index into PageContent::fonts
  Hidden hidden = Hidden::no;
  bool actual_text = false;
  bool field = false;          ///< drawn by a form field's appearance
  bool begins_object = false;  ///< the first of a text object (BT ... ET)
  bool artifact = false;       ///< marked by the producer as page furniture (tagged PDF)
  Tag tag;
};

struct Font {
  std::string name;  ///< without the subset's prefix
  bool bold = false;
};

/// A horizontal or vertical ruling line, already thin: the long side tells which.
struct RulingLine {
  float left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool horizontal() const { return right - left >= bottom - top; }
};

struct Field {
  enum class Kind : std::uint8_t { text, check, radio, choice };
  Kind kind = Kind::text;
  std::string name, value;  ///< of a choice: the selected entries, ", " between
  bool checked = false;
  Box box;
};

/// A small drawing that may be a tick box (an outline about as wide as high) or the mark in one.
struct SmallShape {
  enum class Kind : std::uint8_t { square, circle, solid, other };
  Kind kind = Kind::other;
  Box box;
};

/// What is written slantwise across the page ("COPY", "DRAFT").
struct Watermark {
  std::string text;
  Box box;
};

/// Which way text runs that stands on its side.
enum class Turn : std::uint8_t { upwards, downwards };

struct PageContent {
  double width = 0, height = 0;
  std::vector<Glyph> glyphs;
  /// By Turn; their places are on the page turned so that they are upright (turned_text.hpp).
  std::array<std::vector<Glyph>, 2> turned;
  Watermark watermark;
  std::vector<Font> fonts;
  std::vector<RulingLine> lines;
  std::vector<Box> images;
  std::vector<Field> fields;
  std::vector<SmallShape> shapes;
  std::size_t upside_down = 0;  ///< how many of the glyphs are
  bool truncated = false;       ///< a limit was reached
};

/// An opened PDF. Poppler keeps global state: use one File at a time.
class File {
 public:
  /// `bytes` must outlive the File.
  [[nodiscard]] static std::variant<File, ReadError> open(std::string_view bytes);
  ~File();
  File(File&&) noexcept;
  File& operator=(File&&) noexcept;

  [[nodiscard]] int page_count() const;
  /// `number` from 1. `clockwise`: 0, 90, 180 or 270 degrees by which the page as shown is turned first; all
  /// places are on the page turned so.
  [[nodiscard]] PageContent page(int number, int clockwise = 0);
  [[nodiscard]] Picture render(int number, double dpi);
  [[nodiscard]] Metadata metadata();
  /// The titles of the outline (bookmarks), depth first.
  [[nodiscard]] std::vector<std::string> outline_titles();
  [[nodiscard]] bool has_attachments();
  [[nodiscard]] bool has_scripts();

 private:
  struct Impl;
  explicit File(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ruamlint::pdf
