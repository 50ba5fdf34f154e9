#include "extract/pdf/lines.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "extract/pdf/clusters.hpp"
#include "extract/pdf/tick_boxes.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

// All in parts of the font size.
constexpr float same_baseline = 0.3F;
constexpr float doubled_offset = 0.12F;
constexpr float word_gap = 0.17F;  // the narrowest Thai office fonts have spaces of 0.22
constexpr float widest_letter_space = 0.2F;
constexpr float wide_gap = 0.3F;    // a space even where the producer draws its spaces
constexpr float column_gap = 1.0F;  // what stands further apart may belong to different columns
/// Fewer letters to a drawn space than this, and the producer draws its spaces.
constexpr std::size_t letters_a_drawn_space = 60;

/// Some producers draw a line twice, slightly moved, to make it bold.
void drop_drawn_again(std::vector<Cluster>& row) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (kept > 0 && !row[i].space && row[kept - 1].text == row[i].text &&
        row[i].left - row[kept - 1].left < doubled_offset * row[i].size) {
      row[kept - 1].bold = true;
      continue;
    }
    if (kept != i) row[kept] = std::move(row[i]);
    ++kept;
  }
  row.resize(kept);
}

/// Clusters of one baseline each, ordered downwards and from the left.
std::vector<std::vector<Cluster>> rows_of(std::vector<Cluster> clusters) {
  std::vector<std::size_t> order(clusters.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return clusters[a].baseline < clusters[b].baseline; });
  std::vector<std::vector<Cluster>> rows;
  float row_baseline = -1e9F;
  for (const std::size_t i : order) {
    Cluster& cluster = clusters[i];
    if (cluster.baseline - row_baseline > same_baseline * cluster.size || rows.empty()) {
      rows.emplace_back();
      row_baseline = cluster.baseline;
    }
    rows.back().push_back(std::move(cluster));
  }
  const auto from_left = [](const Cluster& a, const Cluster& b) { return a.left < b.left; };
  for (auto& row : rows)
    if (!std::is_sorted(row.begin(), row.end(), from_left)) {
      std::stable_sort(row.begin(), row.end(), from_left);
      drop_drawn_again(row);
    }
  return rows;
}

float median(std::vector<float> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Whether two letters are parts of one syllable, which no space can part.
bool are_inseparable(const Cluster& a, const Cluster& b) {
  std::size_t in_a = 0, in_b = 0;
  const char32_t first = next_code_point(a.text, in_a), second = next_code_point(b.text, in_b);
  const bool bare = in_a == a.text.size();  // letter spacing is drawn behind every mark as well
  return bare &&
         (is_leading_vowel(first) || (is_thai_consonant(first) && (second == U'า' || second == U'ะ')));
}

/// The gap that ordinary letters of the row have between them: 0 in set text, more in letter-spaced headings.
/// Letters of one syllable show it best.
float usual_gap(const std::vector<Cluster>& row) {
  constexpr std::size_t enough = 4, enough_inseparable = 2;
  std::vector<float> gaps, inseparable;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i].space || row[i - 1].space) continue;
    gaps.push_back(row[i].left - row[i - 1].right);
    if (are_inseparable(row[i - 1], row[i])) inseparable.push_back(gaps.back());
  }
  if (gaps.size() < enough) return 0;
  if (inseparable.size() >= enough_inseparable) return std::max(0.0F, median(std::move(inseparable)));
  const float usual = std::max(0.0F, median(std::move(gaps)));
  return usual < widest_letter_space * row.front().size ? usual : 0;  // else these are words of one letter
}

/// Vertical ruling lines by x, so that a row can ask for those between two letters.
class Verticals {
 public:
  explicit Verticals(const std::vector<RulingLine>& lines) {
    for (const RulingLine& line : lines)
      if (!line.horizontal()) lines_.push_back(line);
    std::sort(lines_.begin(), lines_.end(), [](const auto& a, const auto& b) { return a.left < b.left; });
  }

  [[nodiscard]] bool between(const Cluster& a, const Cluster& b) const {
    const float from = (a.left + a.right) / 2, to = (b.left + b.right) / 2;
    const float y = a.baseline - 0.25F * a.size;
    auto line = std::lower_bound(lines_.begin(), lines_.end(), from,
                                 [](const RulingLine& l, float x) { return l.left < x; });
    for (; line != lines_.end() && line->left <= to; ++line)
      if (line->top <= y && line->bottom >= y) return true;
    return false;
  }

 private:
  std::vector<RulingLine> lines_;
};

/// Letter spacing is drawn behind every mark as well.
float marks_and_base(const std::string& text) {
  const auto begins_code_point = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<float>(std::count_if(text.begin(), text.end(), begins_code_point));
}

/// Whether the two are the sides of a tick box that is typed, "(   )", however much is left free for the tick.
bool are_sides_of_box(const Cluster& a, const Cluster& b) {
  constexpr float widest_box = 4;  // of the font size
  return ((a.text == "(" && b.text == ")") || (a.text == "[" && b.text == "]")) &&
         b.left - a.right < widest_box * a.size;
}

/// Cuts rows into lines.
class LineBuilder {
 public:
  LineBuilder(const PageContent& page, bool spaces_are_drawn)
      : verticals_(page.lines), least_gap_(spaces_are_drawn ? wide_gap : word_gap) {}

  void add(std::vector<Cluster> row) {
    const float least = usual_gap(row);
    for (Cluster& cluster : row) {
      if (cluster.space) {
        add_drawn_space(std::move(cluster));
        continue;
      }
      if (!line_.clusters.empty()) part_from_last(cluster, least);
      line_.clusters.push_back(std::move(cluster));
    }
    finish();
  }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  void add_drawn_space(Cluster cluster) {
    if (!line_.clusters.empty() && !line_.clusters.back().space) line_.clusters.push_back(std::move(cluster));
  }

  /// Ends the line or adds a space, where the gap before `next` says so.
  void part_from_last(const Cluster& next, float usual) {
    std::vector<Cluster>& clusters = line_.clusters;
    const bool spaced = clusters.back().space && clusters.size() > 1;
    const Cluster& letter = spaced ? clusters[clusters.size() - 2] : clusters.back();
    const float gap = next.left - letter.right;
    const bool far_apart = gap > column_gap * next.size && !are_sides_of_box(letter, next);
    if (far_apart || verticals_.between(letter, next)) {
      finish();
    } else if (!clusters.back().space &&
               (ends_label(next) || gap > usual * marks_and_base(letter.text) + least_gap_ * next.size)) {
      Cluster space = letter;
      space.text.assign(1, ' ');
      space.left = letter.right;
      space.right = next.left;
      space.space = true;
      space.own_place = false;
      clusters.push_back(std::move(space));
    }
  }

  /// A generated number ("2.1") is a text object of its own, and LibreOffice leaves no gap behind it where
  /// the number just fills its indent.
  [[nodiscard]] bool ends_label(const Cluster& next) const {
    constexpr std::size_t longest_label = 8;
    if (!next.begins_object || line_.clusters.size() > longest_label || line_.clusters.size() < 2)
      return false;
    std::size_t offset = 0;
    const char32_t letter = next_code_point(next.text, offset);
    if (!is_thai(letter) || digit_value(letter) >= 0) return false;
    const auto in_label = [](const Cluster& c) {
      std::size_t at = 0;
      return c.text == "." || (!c.space && digit_value(next_code_point(c.text, at)) >= 0);
    };
    return std::all_of(line_.clusters.begin(), line_.clusters.end(), in_label) &&
           std::any_of(line_.clusters.begin(), line_.clusters.end(),
                       [](const Cluster& c) { return c.text == "."; });
  }

  void finish() {
    Line line = std::move(line_);
    line_ = Line{};
    while (!line.clusters.empty() && line.clusters.back().space) {
      line.clusters.pop_back();
      line.ends_with_space = true;
    }
    if (line.clusters.empty()) return;
    line.left = line.clusters.front().left;
    line.bold = true;
    line.artifact = true;
    for (const Cluster& cluster : line.clusters) {
      line.right = std::max(line.right, cluster.right);
      line.size = std::max(line.size, cluster.size);
      line.bold = line.bold && (cluster.bold || cluster.space || cluster.own_place);
      line.artifact = line.artifact && (cluster.artifact || cluster.space);
    }
    line.baseline = line.clusters.front().baseline;
    line.tag = line.clusters.back().tag;
    lines_.push_back(std::move(line));
  }

  Verticals verticals_;
  float least_gap_;
  Line line_;
  std::vector<Line> lines_;
};

/// Chromium draws the marks of a page's first line, which reach above it, at the foot of the page before as
/// well, with the ActualText of their letters.
void drop_marks_of_next_page(std::vector<Line>& lines) {
  const auto is_bare = [](const Line& line) {
    return std::all_of(line.clusters.begin(), line.clusters.end(),
                       [](const Cluster& c) { return c.without_room || c.space; });
  };
  const auto bare = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_bare));
  if (bare > 0 && bare * 4 < lines.size()) std::erase_if(lines, is_bare);  // else it is the font's habit
}

bool draws_spaces(const std::vector<Cluster>& clusters) {
  const auto spaces = static_cast<std::size_t>(
      std::count_if(clusters.begin(), clusters.end(), [](const Cluster& c) { return c.space; }));
  return spaces * letters_a_drawn_space > clusters.size();
}

}  // namespace

PageLines find_lines(const PageContent& page, bool with_unseen) {
  PageLines result;
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.hidden == Hidden::no || (with_unseen && glyph.hidden == Hidden::render_mode)) {
      ++result.visible_letters;
      continue;
    }
    if (glyph.hidden == Hidden::render_mode) ++result.unseen_letters;
    result.hidden_text += glyph.text;
  }
  std::vector<Cluster> clusters = find_clusters(page, with_unseen);
  add_tick_boxes(page, clusters);
  LineBuilder builder(page, draws_spaces(clusters));
  for (auto& row : rows_of(std::move(clusters))) builder.add(std::move(row));
  result.lines = builder.take();
  drop_marks_of_next_page(result.lines);
  return result;
}

}  // namespace ruamlint::pdf
