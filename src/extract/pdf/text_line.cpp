#include "extract/pdf/text_line.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

/// Where the clusters of a line begin in its text, before and after repair.
struct Part {
  std::size_t offset = 0;
  const Cluster* cluster = nullptr;
  Box box;  ///< also of clusters that became one with it (the stem of a sara am)
};

bool same_span(const Cluster& a, const Cluster& b) {
  return a.field == b.field && !a.own_place && !b.own_place;
}

Box box_of(const Cluster& cluster) {
  return {cluster.left, cluster.top, cluster.right, cluster.bottom};
}

/// The clusters in the repaired text: those that vanished in the repair (a false space) are left out, those
/// that became one with the cluster before them (a stem behind the ring of a sara am) lend it their boxes.
std::vector<Part> repaired_parts(const std::vector<Part>& parts, const Repaired& repaired) {
  std::vector<Part> result;
  std::size_t last = parts.size();
  const auto lend_until = [&](std::size_t index) {
    for (std::size_t i = last + 1; i < index && !result.empty(); ++i)
      if (!parts[i].cluster->space) result.back().box = united(result.back().box, parts[i].box);
  };
  for (std::size_t i = 0; i < repaired.text.size(); ++i) {
    if ((static_cast<unsigned char>(repaired.text[i]) & 0xC0) == 0x80) continue;
    const auto next = std::upper_bound(parts.begin(), parts.end(), repaired.origin[i],
                                       [](std::size_t at, const Part& part) { return at < part.offset; });
    const auto index = static_cast<std::size_t>(next - parts.begin()) - 1;
    if (index == last) continue;
    if (last != parts.size() && index < last) continue;  // a mark that moved
    lend_until(index);
    last = index;
    result.push_back({i, parts[index].cluster, parts[index].box});
  }
  lend_until(parts.size());
  return result;
}

void add_span(Text& text, const std::vector<Part>& parts, std::size_t first, std::size_t last, int page) {
  Span span;
  span.begin = parts[first].offset;
  span.end = last < parts.size() ? parts[last].offset : text.utf8.size();
  span.place.page = page;
  span.origin = parts[first].cluster->field ? Origin::form_field : Origin::text_layer;
  span.stops.reserve(last - first);
  for (std::size_t i = first; i < last; ++i) {
    span.place.box = united(span.place.box, parts[i].box);
    span.stops.push_back({parts[i].offset, parts[i].cluster->left});
  }
  text.spans.push_back(std::move(span));
}

char32_t last_of(std::string_view text) {
  std::size_t offset = text.size();
  while (offset > 0 && (static_cast<unsigned char>(text[offset - 1]) & 0xC0) == 0x80) --offset;
  if (offset == 0) return 0;
  return next_code_point(text, --offset);
}

char32_t first_of(std::string_view text) {
  std::size_t offset = 0;
  return text.empty() ? 0 : next_code_point(text, offset);
}

constexpr char32_t mai_yamok = U'ๆ', paiyannoi = U'ฯ';

bool is_running_thai(char32_t c) {
  return is_thai(c) && digit_value(c) < 0 && c != mai_yamok && c != paiyannoi;
}

/// "พ.ศ.", "อบต.", "ม.ค.": an abbreviation stands apart from the word before it.
bool begins_with_abbreviation(std::string_view text) {
  constexpr int longest = 4;  // consonants
  int consonants = 0;
  for (std::size_t offset = 0; offset < text.size() && consonants <= longest; ++consonants) {
    const char32_t c = next_code_point(text, offset);
    if (c == U'.') return consonants > 0;
    if (!is_thai_consonant(c)) return false;
  }
  return false;
}

/// Whether a piece of text between spaces is no more than a Thai word, and not nothing.
bool is_word(std::string_view piece) {
  constexpr int longest = 4;  // letters, marks above and below not counted
  int letters = 0;
  for (std::size_t offset = 0; offset < piece.size() && letters <= longest;) {
    const char32_t c = next_code_point(piece, offset);
    if (!is_running_thai(c)) return false;
    if (!is_mark(c)) ++letters;
  }
  return letters > 0 && letters <= longest;
}

/// Whether words stand one by one about the end of a line, as in a list of them: "น้ำ ซ้ำ | ค้ำ ย่ำ". Running
/// Thai has spaces between phrases only.
bool is_among_single_words(std::string_view before, std::string_view after) {
  const std::size_t last = before.rfind(' '), first = after.find(' ');
  if (last == std::string_view::npos || last == 0 || first == std::string_view::npos) return false;
  const std::size_t last_but_one = before.rfind(' ', last - 1) + 1;  // 0 where there is none
  const std::size_t second = std::min(after.find(' ', first + 1), after.size());
  return is_word(before.substr(last + 1)) && is_word(before.substr(last_but_one, last - last_but_one)) &&
         is_word(after.substr(0, first)) && is_word(after.substr(first + 1, second - first - 1));
}

std::vector<WideSpace> wide_spaces_of(const std::vector<Part>& parts) {
  constexpr float wide = 0.42F;  // of the font size
  std::vector<WideSpace> result;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    const Cluster &before = *parts[i - 1].cluster, &behind = *parts[i + 1].cluster;
    const bool in_box = before.text == "(" || before.text == "[" || behind.text == ")" || behind.text == "]";
    if (parts[i].cluster->space && !in_box && behind.left - before.right > wide * behind.size)
      result.push_back({parts[i].offset, before.right, behind.left});
  }
  return result;
}

}  // namespace

TextLine text_line_of(const Line& line, int page) {
  std::string raw;
  std::vector<Part> parts;
  parts.reserve(line.clusters.size());
  for (const Cluster& cluster : line.clusters) {
    parts.push_back({raw.size(), &cluster, box_of(cluster)});
    raw += cluster.space ? " " : cluster.text;
  }
  TextLine result;
  result.text.utf8 = repaired(raw);
  if (result.text.utf8 != raw) parts = repaired_parts(parts, repair(raw));  // seldom: the map back is dear
  for (std::size_t first = 0; first < parts.size();) {
    std::size_t last = first + 1;
    while (last < parts.size() && same_span(*parts[last - 1].cluster, *parts[last].cluster)) ++last;
    add_span(result.text, parts, first, last, page);
    first = last;
  }
  for (const Span& span : result.text.spans) result.box = united(result.box, span.place.box);
  result.wide_spaces = wide_spaces_of(parts);
  result.baseline = line.baseline;
  result.size = line.size;
  result.bold = line.bold;
  result.artifact = line.artifact;
  result.tag = line.tag;
  result.ends_with_space = line.ends_with_space;
  return result;
}

void append_line(Text& paragraph, bool after_space, const TextLine& line) {
  const char32_t before = last_of(paragraph.utf8), after = first_of(line.text.utf8);
  const bool inside_thai = is_running_thai(before) && is_running_thai(after) &&
                           !begins_with_abbreviation(line.text.utf8) &&
                           !is_among_single_words(paragraph.utf8, line.text.utf8);
  const bool closes = after == U')' || after == U']';  // no line begins so by itself
  const bool behind_hyphen = before == U'/' || (before == U'-' && after >= U'a' && after <= U'z');
  if (!paragraph.empty() && (after_space || (!inside_thai && !behind_hyphen && !closes))) append(paragraph, " ");
  append(paragraph, line.text);
}

void append_beside(TextLine& line, const TextLine& right) {
  append(line.text, " ");
  append(line.text, right.text);
  line.box = united(line.box, right.box);
  line.size = std::max(line.size, right.size);
  line.bold = line.bold && right.bold;
  line.artifact = line.artifact && right.artifact;
  line.ends_with_space = right.ends_with_space;
  line.tag = right.tag;
}

bool is_symmetric(const TextLine& line, const Margins& margins) {
  const double before = line.box.left - margins.left, behind = margins.right - line.box.right;
  return std::abs(before - behind) < 0.012 * (margins.right - margins.left) + 2;
}

bool is_centred(const TextLine& line, const Margins& margins) {
  return line.box.left - margins.left > 1.5 * line.size && is_symmetric(line, margins);
}

double width_until(const Text& text, std::size_t end) {
  if (text.spans.empty()) return 0;
  const double left = text.spans.front().place.box.left;
  double right = left;
  for (const Span& span : text.spans) {
    for (const Stop& stop : span.stops)
      if (stop.offset >= end) return static_cast<double>(stop.x) - left;
    if (span.place.box.left >= left) right = std::max(right, span.place.box.right);
    if (span.end >= end) break;
  }
  return right - left;
}

bool would_fit(const Text& text, double room, double size, const Text& next, double word_width,
               double tolerance) {
  constexpr double space_width = 0.25;  // of the font size
  const bool spaced = !is_running_thai(last_of(text.utf8)) || !is_running_thai(first_of(next.utf8));
  return word_width + ((spaced ? space_width : 0) + tolerance) * size < room;
}

}  // namespace ruamlint::pdf
