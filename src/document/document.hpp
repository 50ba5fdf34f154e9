// The document model: the only thing that PDF, DOCX and scans have in common, and enough for everything
// behind it. Plain values; copying is safe, sharing between threads is safe while nobody writes.
//
// All text is UTF-8, normalised by text/repair.hpp. All boxes are in points (1/72 inch) from the top left
// corner of the page *as it is shown* (after rotation and crop box), y growing downwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  friend bool operator==(const Box&, const Box&) = default;
};

/// The smallest box around both; an empty box counts as nothing.
[[nodiscard]] Box united(const Box& a, const Box& b);

/// Where a piece of text stands. PDF and scans fill `page` and `box`. DOCX, which stores no pages, fills
/// `part` and the counters; its `page` is 0 unless the file gives a hint. All counters start at 1; 0 is
/// "none".
struct Place {
  int page = 0;
  Box box;
  std::string part;   ///< DOCX part: "document", "header1", "footnotes" ...; empty for PDF and scans
  int paragraph = 0;  ///< DOCX: paragraph within the part, those inside cells included
  int table = 0;      ///< table within the document
  int row = 0, cell = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// How a piece of text was obtained.
enum class Origin : std::uint8_t { text_layer, form_field, ocr };

/// The left edge of the cluster that begins at byte `offset` of the text, in points.
struct Stop {
  std::size_t offset = 0;
  float x = 0;
};

/// Where the bytes [begin, end) of a Text come from. A span never crosses a line of the page, nor a change of
/// origin or confidence.
struct Span {
  std::size_t begin = 0, end = 0;
  Place place;
  Origin origin = Origin::text_layer;
  float confidence = 1;     ///< 0..1; 1 for a text layer that reads as Thai should
  std::vector<Stop> stops;  ///< one a cluster, for exact boxes of a part of the span; empty where unknown
};

/// Text with a map back to the page. The spans are in order and do not overlap; bytes between them (a joining
/// space, a generated line end) have no place of their own.
struct Text {
  std::string utf8;
  std::vector<Span> spans;

  [[nodiscard]] bool empty() const { return utf8.empty(); }
};

/// Appends `tail` to `text`, its spans moved along.
void append(Text& text, const Text& tail);
/// Appends bytes that stand nowhere on the page (a joining space, a line end).
void append(Text& text, std::string_view glue);
/// The part [begin, end) of `text` with its spans cut to size (boxes by the stops).
[[nodiscard]] Text slice(const Text& text, std::size_t begin, std::size_t end);
/// One place around [begin, end): the box is united over the spans of the first page that the range touches.
[[nodiscard]] Place place_of(const Text& text, std::size_t begin, std::size_t end);

/// A table's cell; `row` and `column` count from 0 within the table's grid.
struct Cell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  bool header = false;  ///< the file itself marks it as a heading of its column
  Text text;  ///< paragraphs are separated by '\n'; a nested table's cells by '\t', its rows by '\n'
};

struct Table {
  int rows = 0, columns = 0;
  std::vector<Cell> cells;  ///< in row-major order of their upper left corners; merged cells stand once

  /// The cell that covers the grid position, or nullptr.
  [[nodiscard]] const Cell* at(int row, int column) const;
};

enum class BlockKind : std::uint8_t { heading, paragraph, list_item, table, picture };

/// A paragraph-like unit in reading order. Lines that the page breaks are joined again: where the break fell
/// inside running Thai no space is put, elsewhere one is.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;         ///< heading: 1 is the outermost, 0 unknown; list item: depth from 1
  bool bold = false;     ///< all of the block's letters are bold
  double font_size = 0;  ///< points, the largest of the block; 0 unknown
  std::string number;  ///< a label that the file generates ("๑.", "(ก)") and that is therefore not in `text`
  Text text;           ///< empty for tables and pictures
  Table table;         ///< kind == table only
  Place place;         ///< of the whole block
};

/// A form's answer: a label with a value, or a label with a tick.
struct Answer {
  enum class Kind : std::uint8_t { text, tick, choice };
  Kind kind = Kind::text;
  Text label;
  Text value;                ///< text and choice; empty while nothing was filled in
  bool ticked = false;       ///< kind == tick only
  bool placeholder = false;  ///< the value is the form's own prompt, untouched
  Place place;               ///< of the box or field itself
};

/// How a page's text was obtained, and how far to trust it.
struct Page {
  enum class Reading : std::uint8_t { text_layer, ocr, not_read };
  int number = 0;                ///< from 1
  double width = 0, height = 0;  ///< points, as shown
  Reading reading = Reading::text_layer;
  float quality = 1;  ///< 0..1, share of what is legible: legal Thai clusters, or recognition confidence
};

/// Something about the reading that a person should know. Wording is chosen in the report.
struct Note {
  enum class Kind : std::uint8_t {
    page_by_ocr,       ///< detail: why ("picture", "garbled")
    page_not_read,     ///< detail: why ("ocr_off", "limit", "damaged")
    low_quality,       ///< the page's text is partly illegible
    hidden_text,       ///< text that nobody sees was left out; detail: its beginning
    tracked_changes,   ///< the draft has open changes; the accepted view was read
    macros,            ///< the file holds macros, which were not run
    attachments,       ///< the file holds attachments, which were not read
    picture_not_read,  ///< a picture in the file may hold text that was not read
    strokes_not_read,  ///< the page bears strokes that are no print (a hand's writing, a signature, a stamp)
    truncated,         ///< a limit was reached, the rest was not read; detail: which
    file_template,     ///< the file is a template for new documents (.dotx, .dotm), read as a document
  };
  Kind kind = Kind::low_quality;
  int page = 0;  ///< 0: the whole document
  std::string detail;
};

/// A link out of the file: the words that show, and where they lead. Never followed.
struct Link {
  Text text;           ///< empty where a picture is linked
  std::string target;  ///< as the file has it
  Place place;
};

struct Metadata {
  std::string title, author, producer;
};

struct Document {
  std::string format;  ///< "pdf", "docx", "png", "jpeg", "tiff", "text"
  Metadata metadata;
  std::vector<Page> pages;    ///< empty for DOCX
  std::vector<Block> blocks;  ///< running text in reading order, page furniture left out
  std::vector<Block>
      furniture;  ///< headers, footers, page numbers, footnotes, comments: kept, never a form's text
  std::vector<Answer> answers;
  std::vector<Link> links;
  std::vector<Note> notes;
};

/// Moves a block that was read apart from its document (a recognised picture) to that page.
void set_page(Block& block, int page);

/// False where some page was not read, or so badly that the absence of a thing proves nothing.
[[nodiscard]] bool read_well(const Document& document);

/// Judges a document without pages by the whole of its text: where that lacks what Thai cannot be written
/// without, a note says so and none of it is sure. Readers of such formats call it once, when all is read.
void doubt_if_illegible(Document& document);

/// Finds tick boxes and marks (☐ ☑ ☒ ✓ □ ■ ( ) (/) [x] ...) in the blocks' texts and cells and adds them to
/// `document.answers`, unless an answer with that very place is there already. Every reader calls it last.
void add_ticks_from_text(Document& document);

/// A plain text as a document, each line a paragraph, its ticks found: for excerpts and tests.
[[nodiscard]] Document document_of_text(std::string_view text);

/// The document as a person would copy it: a blank line between blocks, cells separated by tabs, rows by line
/// ends, a form feed between pages.
[[nodiscard]] std::string plain_text(const Document& document);

}  // namespace ruamlint
