#include "extract/ocr/paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "extract/ocr/ocr.hpp"
#include "text/utf8.hpp"

namespace ruamlint::ocr {
namespace {

// In body heights of the line.
constexpr double most_pitch = 3.6;  // between baselines within a paragraph, where the page does not say
constexpr double indent = 1.3;      // that begins a paragraph
constexpr double ragged = 7;        // by how much a full line may end before the column does
constexpr double hanging = 12;      // how far behind its label a list item's second line may begin
// Ratios.
constexpr double looser = 1.3;  // pitch that parts paragraphs, to the pitch of the lines before
constexpr double other_size = 1.22;
constexpr double bold_stroke = 1.25;  // to the page's usual stroke
constexpr std::size_t most_heading_letters = 90;

/// The bytes of a label at the text's beginning, its space included; 0 where there is none: "1.", "2.1",
/// "๓)",
/// "(ก)", "ข.", a bullet, a tick box.
std::size_t label_length(std::string_view text) {
  std::size_t offset = 0;
  const char32_t first = text.empty() ? U' ' : next_code_point(text, offset);
  constexpr std::u32string_view bullets = U"•●○◦▪■□☐☑☒✓-–—*";
  if (bullets.find(first) != std::u32string_view::npos)
    return offset < text.size() && text[offset] == ' ' ? offset + 1 : 0;
  const bool bracket = first == U'(';
  std::size_t position = bracket ? offset : 0;
  std::size_t counters = 0, stops = 0, letters = 0;
  while (position < text.size()) {
    std::size_t next = position;
    const char32_t c = next_code_point(text, next);
    if (digit_value(c) >= 0)
      ++counters;
    else if ((is_thai_consonant(c) || (c < 128 && std::isalpha(static_cast<int>(c)) != 0)) && counters == 0 &&
             letters == 0)
      ++letters;
    else if (c == U'.' && !bracket && counters + letters > 0)
      ++stops;
    else if (c == U')' && counters + letters > 0)
      return next < text.size() && text[next] == ' ' ? next + 1 : next;
    else if (c == U' ' && stops > 0)
      return next;
    else
      return 0;
    if (counters > 4 || stops > 4 || letters > 1) return 0;
    position = next;
  }
  return 0;
}

/// How deep a number such as 2.1.3 counts; 0 where the text begins with none.
int numbering_depth(std::string_view text) {
  const std::size_t length = label_length(text);
  int depth = 0;
  bool in_number = false;
  for (std::size_t offset = 0; offset < length;) {
    const bool digit = digit_value(next_code_point(text, offset)) >= 0;
    depth += digit && !in_number ? 1 : 0;
    in_number = digit;
  }
  return depth;
}

char32_t first_letter(std::string_view text) {
  std::size_t offset = 0;
  return text.empty() ? U' ' : next_code_point(text, offset);
}

char32_t last_letter(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) & 0xC0U) == 0x80U) --begin;
  if (begin == 0) return U' ';
  --begin;
  return next_code_point(text, begin);
}

bool runs_on(char32_t before, char32_t after) {
  const auto letter = [](char32_t c) { return is_thai(c) && digit_value(c) < 0; };
  return letter(before) && letter(after);
}

/// In pixels: bold letters also stand a little higher, which would hide their width in shares of the height.
double stroke_of(const ReadLine& line) {
  return line.stroke * line.body_height;
}

bool bold(const ReadLine& line, const PageStyle& style) {
  return style.stroke > 0 && stroke_of(line) > bold_stroke * style.stroke;
}

/// A paragraph while it grows.
struct Growing {
  std::vector<const ReadLine*> lines;
  double pitch = 0;  ///< between its baselines, 0 while it has one line
  bool labelled = false;

  [[nodiscard]] const ReadLine& last() const { return *lines.back(); }
};

/// Where a full line ends: the right edge of the column that it stands in.
class RightEdges {
 public:
  explicit RightEdges(const std::vector<ReadLine>& lines) {
    for (const ReadLine& line : lines) ++lines_in_zone_[line.zone_top];
    for (const ReadLine& line : lines) {
      int& edge = edges_[key(line)];
      edge = std::max(edge, line.box.right);
    }
  }

  [[nodiscard]] int of(const ReadLine& line) const { return edges_.at(key(line)); }

 private:
  using Key = std::pair<int, int>;

  /// Lines outside of columns have a zone each and share one edge.
  [[nodiscard]] Key key(const ReadLine& line) const {
    constexpr int least_zone = 3;
    const bool alone = lines_in_zone_.at(line.zone_top) < least_zone;
    return {alone ? -1 : line.zone_top, line.column};
  }

  std::map<int, int> lines_in_zone_;
  std::map<Key, int> edges_;
};

bool continues(const Growing& paragraph, const ReadLine& line, int right_edge, const PageStyle& style) {
  const ReadLine& last = paragraph.last();
  const double height = std::min(last.body_height, line.body_height);
  if (last.column != line.column || label_length(line.text.utf8) > 0) return false;
  if (std::max(last.body_height, line.body_height) > other_size * height) return false;
  if (bold(last, style) != bold(line, style)) return false;
  const double pitch = line.baseline - last.baseline;
  if (pitch <= 0.8 * height) return false;
  if (pitch > (paragraph.pitch > 0 ? looser * paragraph.pitch : most_pitch * height)) return false;
  if (last.box.right < right_edge - ragged * height) return false;
  const double shift = line.box.left - last.box.left;
  if (paragraph.lines.size() == 1) return shift <= (paragraph.labelled ? hanging : indent) * height;
  return std::abs(shift) <= indent * height;
}

bool in_number(char32_t c) {
  return digit_value(c) >= 0 || c == U',' || c == U'.';
}

/// Puts lines together. Where digits end one and begin the next, a number may be broken over both: neither part
/// is sure.
void join(Text& text, const char* between, Text next) {
  if (!text.spans.empty() && !next.spans.empty() && in_number(last_letter(text.utf8)) &&
      digit_value(first_letter(next.utf8)) >= 0)
    for (Span* part : {&text.spans.back(), &next.spans.front()})
      part->confidence = std::min(part->confidence, most_unsure_digits_confidence);
  append(text, between);
  append(text, next);
}

Text text_of(const Growing& paragraph) {
  Text text;
  for (const ReadLine* line : paragraph.lines) {
    if (text.empty())
      text = line->text;
    else
      join(text, runs_on(last_letter(text.utf8), first_letter(line->text.utf8)) ? "" : " ", line->text);
  }
  return text;
}

Block block_of(const Growing& paragraph, const PageStyle& style) {
  // Of Thai fonts' em, น takes about this share.
  constexpr double body_share = 0.46;
  Block block;
  block.text = text_of(paragraph);
  double height = 0;
  block.bold = true;
  for (const ReadLine* line : paragraph.lines) {
    height = std::max(height, line->body_height);
    block.bold = block.bold && bold(*line, style);
  }
  for (const Span& span : block.text.spans) block.place.box = united(block.place.box, span.place.box);
  block.font_size = std::round(height / style.dpi * 72 / body_share * 2) / 2;
  const bool large = style.body_height > 0 && height > other_size * style.body_height;
  const int depth = numbering_depth(block.text.utf8);
  const bool tick = first_letter(block.text.utf8) == U'☐' || first_letter(block.text.utf8) == U'☑';
  if ((block.bold || large) && !tick && count_clusters(block.text.utf8) <= most_heading_letters) {
    block.kind = BlockKind::heading;
    block.level = depth;
  } else if (paragraph.labelled) {
    block.kind = BlockKind::list_item;
    block.level = 1;
  }
  return block;
}

std::vector<Growing> grow(const std::vector<ReadLine>& lines, const PageStyle& style) {
  std::vector<Growing> paragraphs;
  const RightEdges edges(lines);
  for (const ReadLine& line : lines) {
    if (line.text.empty()) continue;
    if (!paragraphs.empty() && continues(paragraphs.back(), line, edges.of(line), style)) {
      Growing& paragraph = paragraphs.back();
      if (paragraph.pitch == 0) paragraph.pitch = line.baseline - paragraph.last().baseline;
      paragraph.lines.push_back(&line);
    } else {
      paragraphs.push_back({{&line}, 0, label_length(line.text.utf8) > 0});
    }
  }
  return paragraphs;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

PageStyle style_of(const std::vector<ReadLine>& lines, double dpi) {
  PageStyle style;
  style.dpi = dpi;
  std::vector<double> heights, strokes;
  for (const ReadLine& line : lines) {
    // A line counts by its length, so that a page of headings and one paragraph is judged by the paragraph.
    const std::size_t weight = 1 + count_clusters(line.text.utf8) / 4;
    heights.insert(heights.end(), weight, line.body_height);
    if (line.stroke > 0) strokes.insert(strokes.end(), weight, stroke_of(line));
  }
  style.body_height = median(std::move(heights));
  style.stroke = median(std::move(strokes));
  return style;
}

std::vector<Block> paragraphs_of(const std::vector<ReadLine>& lines, const PageStyle& style) {
  std::vector<Block> blocks;
  for (const Growing& paragraph : grow(lines, style)) blocks.push_back(block_of(paragraph, style));
  return blocks;
}

Text cell_text(const std::vector<ReadLine>& lines, const PageStyle& style) {
  Text text;
  for (const Growing& paragraph : grow(lines, style)) {
    if (text.empty())
      text = text_of(paragraph);
    else
      join(text, "\n", text_of(paragraph));
  }
  return text;
}

}  // namespace ruamlint::ocr
