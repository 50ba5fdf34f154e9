#include "extract/pdf/pdf.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/pdf/blocks.hpp"
#include "extract/pdf/fields.hpp"
#include "extract/pdf/furniture.hpp"
#include "extract/pdf/layout.hpp"
#include "extract/pdf/lines.hpp"
#include "extract/pdf/poppler_adapter.hpp"
#include "extract/pdf/sara_am.hpp"
#include "extract/pdf/tags.hpp"
#include "extract/pdf/turned_pages.hpp"
#include "extract/pdf/turned_text.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace pdf {
namespace {

constexpr int max_pages = 3'000;
constexpr std::size_t max_letters = 20'000'000;  // in a document
constexpr double render_dpi = 300;
constexpr float least_legibility = 0.75F;        // of a page's text; below it recognition reads better
constexpr float least_layer_legibility = 0.85F;  // of the layer under a scan, which is recognition's own
constexpr std::size_t few_letters = 60;          // beside a picture of the page: stamps, page numbers
constexpr double page_picture_share = 0.5;       // of the page's area
constexpr double text_picture_share = 0.3;       // a picture this large may hold text
constexpr std::size_t hidden_letters_worth_a_note = 8;
constexpr std::size_t hidden_excerpt = 80;  // bytes

double picture_share(const PageContent& content) {
  double largest = 0, sum = 0;
  for (const Box& image : content.images) {
    const Box box{std::max(image.left, 0.0), std::max(image.top, 0.0), std::min(image.right, content.width),
                  std::min(image.bottom, content.height)};
    if (box.empty()) continue;
    sum += box.width() * box.height();
    largest = std::max(largest, box.width() * box.height());
  }
  const double area = std::max(content.width * content.height, 1.0);
  return std::max(largest, std::min(sum, area)) / area;
}

std::string excerpt(std::string_view text) {
  std::string result = folded_spaces(repaired(valid_utf8(text)));
  if (result.size() <= hidden_excerpt) return result;
  std::size_t end = hidden_excerpt;
  while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0) == 0x80) --end;
  return result.substr(0, end) + "…";
}

class Reader {
 public:
  Reader(File file, const PdfOptions& options) : file_(std::move(file)), options_(options) {}

  ReadResult read() {
    document_.format = "pdf";
    document_.metadata = file_.metadata();
    const int pages = std::min(file_.page_count(), max_pages);
    for (int number = 1; number <= pages; ++number) {
      if (letters_ > max_letters) {
        note(Note::Kind::truncated, number, "letters");
        break;
      }
      if (options_.page_begins) options_.page_begins(number);
      const auto lost = options_.lost_pages.find(number);
      if (lost == options_.lost_pages.end()) {
        read_page(number);
      } else {
        pass_over(number, lost->second);
      }
    }
    if (options_.page_begins) options_.page_begins(0);
    if (file_.page_count() > max_pages) note(Note::Kind::truncated, max_pages, "pages");
    if (file_.has_attachments()) note(Note::Kind::attachments, 0, "");
    if (blank_) return ReadError{ReadFault::no_text, ""};
    add_blocks();
    add_field_answers(fields_, document_);
    add_ticks_from_text(document_);
    add_unlabelled_ticks(fields_, document_);
    for (const auto& [page, clockwise] : turned_) turn_back(document_, page, clockwise);
    return std::move(document_);
  }

 private:
  void note(Note::Kind kind, int page, std::string detail) {
    Note entry;
    entry.kind = kind;
    entry.page = page;
    entry.detail = std::move(detail);
    document_.notes.push_back(std::move(entry));
  }

  void pass_over(int number, const std::string& why) {
    blank_ = false;
    ruamlint::Page page;
    page.number = number;
    page.reading = ruamlint::Page::Reading::not_read;
    page.quality = 0;
    document_.pages.push_back(page);
    note(Note::Kind::page_not_read, number, why);
  }

  void read_page(int number) {
    PageContent content = file_.page(number);
    ruamlint::Page page;
    page.number = number;
    page.width = content.width;
    page.height = content.height;
    if (const int clockwise = turn_to_upright(content); clockwise != 0) {
      content = file_.page(number, clockwise);
      turned_.emplace_back(page, clockwise);
    }
    const double pictures = picture_share(content);
    blank_ = blank_ && content.glyphs.empty() && content.images.empty() && content.shapes.empty() &&
             content.lines.empty() && content.fields.empty();
    mend_sara_am(content, stems_);
    PageLines found = find_lines(content, false);
    const bool scanned = pictures >= page_picture_share && found.visible_letters < few_letters;
    const bool layer = scanned && found.unseen_letters >= few_letters;
    if (layer) found = find_lines(content, true);
    std::vector<TextLine> lines = text_lines(found, number);
    page.quality = legibility_of(lines);
    std::string reason;
    if (options_.recognise_all)
      reason = "asked";
    else if (scanned && (!layer || page.quality < least_layer_legibility))
      reason = "picture";
    else if (page.quality < least_legibility)
      reason = "garbled";
    if (!reason.empty()) {
      if (recognise(page, reason)) return;
      if (reason == "picture") {
        page.reading = ruamlint::Page::Reading::not_read;
        page.quality = 0;
      }
    }
    if (!layer && found.hidden_text.size() >= hidden_letters_worth_a_note &&
        count_clusters(found.hidden_text) >= hidden_letters_worth_a_note)
      note(Note::Kind::hidden_text, number, excerpt(found.hidden_text));
    if (!scanned && pictures >= text_picture_share) note(Note::Kind::picture_not_read, number, "");
    if (content.truncated) note(Note::Kind::truncated, number, "glyphs");
    letters_ += found.visible_letters;
    add_watermark(content.watermark, number);
    PageText text;
    text.number = number;
    text.width = content.width;
    text.height = content.height;
    for (TextLine& line : turned_lines(content, number)) lines.push_back(std::move(line));
    text.tables = find_ruled_tables(content.lines, lines);
    for (TextLine& line : lines) (line.turned ? text.turned : text.lines).push_back(std::move(line));
    pages_.push_back(std::move(text));
    for (Field& field : content.fields) fields_.push_back({number, std::move(field)});
    document_.pages.push_back(page);
  }

  void add_watermark(const Watermark& watermark, int page) {
    Block block;
    block.text.utf8 = folded_spaces(repaired(valid_utf8(watermark.text)));
    if (block.text.empty()) return;
    block.place.page = page;
    block.place.box = watermark.box;
    Span span;
    span.end = block.text.utf8.size();
    span.place = block.place;
    block.text.spans.push_back(std::move(span));
    document_.furniture.push_back(std::move(block));
  }

  static std::vector<TextLine> text_lines(const PageLines& found, int page) {
    std::vector<TextLine> lines;
    lines.reserve(found.lines.size());
    for (const Line& line : found.lines) {
      lines.push_back(text_line_of(line, page));
      if (lines.back().text.empty()) lines.pop_back();
    }
    return lines;
  }

  static float legibility_of(const std::vector<TextLine>& lines) {
    std::string all;
    for (const TextLine& line : lines) {
      all += line.text.utf8;
      all += '\n';
    }
    return static_cast<float>(legibility(all));
  }

  /// Reads the page as a picture; false where that is not possible.
  bool recognise(ruamlint::Page& page, const std::string& reason) {
    if (!options_.recognise) {
      note(reason == "garbled" ? Note::Kind::low_quality : Note::Kind::page_not_read, page.number,
           reason == "garbled" ? "garbled" : "ocr_off");
      return false;
    }
    const Picture picture = file_.render(page.number, render_dpi);
    RecognisedPage read;
    read.failed = picture.gray.empty();
    if (!read.failed) read = options_.recognise(picture);
    if (read.failed) {
      note(Note::Kind::page_not_read, page.number, picture.gray.empty() ? "limit" : "damaged");
      return false;
    }
    note(Note::Kind::page_by_ocr, page.number, reason);
    if (read.truncated) note(Note::Kind::truncated, page.number, "picture");
    if (read.strokes) note(Note::Kind::strokes_not_read, page.number, "");
    page.reading = ruamlint::Page::Reading::ocr;
    page.quality = read.confidence;
    document_.pages.push_back(page);
    for (Block& block : read.blocks) {
      set_page(block, page.number);
      recognised_.push_back(std::move(block));
    }
    return true;
  }

  /// The margins that pages of this width share, worked out once a width.
  const Margins& margins_for(double width) {
    for (const auto& [known, margins] : margins_)
      if (std::abs(known - width) <= 1) return margins;
    margins_.emplace_back(width, usual_margins(pages_, width));
    return margins_.back().second;
  }

  void add_blocks() {
    for (FurnitureLine& furniture : take_furniture(pages_)) {
      Block block;
      block.place.page = furniture.page;
      block.place.box = furniture.line.box;
      block.bold = furniture.line.bold;
      block.font_size = furniture.line.size;
      block.text = std::move(furniture.line.text);
      document_.furniture.push_back(std::move(block));
    }
    drop_false_tags(pages_);
    std::vector<Piece> pieces;
    for (PageText& page : pages_) {
      const Margins margins = margins_for(page.width);
      const Piece* last = pieces.empty() ? nullptr : &pieces.back();
      const bool is_open =
          last != nullptr && last->table && !last->table->ruled && last->page + 1 == page.number;
      for (Piece& piece : lay_out(std::move(page), margins, is_open ? &*last->table : nullptr))
        pieces.push_back(std::move(piece));
    }
    document_.blocks = blocks_of(std::move(pieces), file_.outline_titles());
    if (recognised_.empty()) return;
    std::move(recognised_.begin(), recognised_.end(), std::back_inserter(document_.blocks));
    std::stable_sort(document_.blocks.begin(), document_.blocks.end(),
                     [](const Block& a, const Block& b) { return a.place.page < b.place.page; });
  }

  File file_;
  const PdfOptions& options_;
  Document document_;
  std::vector<PageText> pages_;
  std::vector<PageField> fields_;
  std::vector<Block> recognised_;
  std::vector<std::pair<double, Margins>> margins_;
  std::vector<std::pair<ruamlint::Page, int>> turned_;  // pages by how much they were turned to be read
  StemCodes stems_;
  std::size_t letters_ = 0;
  bool blank_ = true;
};

}  // namespace
}  // namespace pdf

ReadResult read_pdf(std::string_view bytes, const PdfOptions& options) {
  if (bytes.empty()) return ReadError{ReadFault::empty_file, ""};
  auto opened = pdf::File::open(bytes);
  if (auto* error = std::get_if<ReadError>(&opened)) return *error;
  return pdf::Reader(std::get<pdf::File>(std::move(opened)), options).read();
}

}  // namespace ruamlint
