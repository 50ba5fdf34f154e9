#include "extract/pdf/lines.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

// All in parts of the font size.
constexpr float same_baseline = 0.3F;
constexpr float mark_reach = 0.45F;       // a mark's origin lies this near to its base's right edge
constexpr float word_gap = 0.17F;         // the narrowest Thai office fonts have spaces of 0.22
constexpr float column_gap = 2.2F;        // wider than any justified word gap
constexpr float doubled_offset = 0.12F;   // fake bold: the same letter drawn again, slightly moved

constexpr char32_t sara_aa = 0x0E32, sara_am = 0x0E33, nikhahit = 0x0E4D;

char32_t first_of(const std::string& text) {
  std::size_t offset = 0;
  return text.empty() ? 0 : next_code_point(text, offset);
}

bool all_spaces(const std::string& text) {
  for (std::size_t offset = 0; offset < text.size();)
    if (!is_space(next_code_point(text, offset))) return false;
  return !text.empty();
}

/// The ring of ำ that Word draws as a space without advance, and the stem behind it.
bool is_ring(const Glyph& glyph) { return !glyph.actual_text && glyph.advance < 0.01F && all_spaces(glyph.text); }
bool is_stem(const Glyph& glyph) {
  const char32_t c = first_of(glyph.text);
  return c == sara_aa || c == sara_am;
}

/// Word writes ำ as a ring and a stem. The ring's code is a space, the stem's is า or ำ for every stem of the font,
/// whatever it stands for; the ring alone decides (docs/architecture.md, "Thai repair").
void mend_sara_am(std::vector<Glyph>& glyphs) {
  std::set<std::uint16_t> fonts_with_rings;
  std::vector<std::size_t> lone_stems;
  bool ring = false;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    Glyph& glyph = glyphs[i];
    if (is_ring(glyph)) {
      ring = i > 0;
      glyph.text.clear();
      continue;
    }
    const char32_t c = first_of(glyph.text);
    if (is_stem(glyph)) {
      if (ring) {
        fonts_with_rings.insert(glyph.font);
        glyph.text = to_utf8(std::u32string(1, sara_am));
      } else if (c == sara_am && !glyph.actual_text) {
        lone_stems.push_back(i);
      }
    }
    if (!is_mark(c)) ring = false;  // a tone mark may stand between the ring and the stem
  }
  for (const std::size_t i : lone_stems)
    if (fonts_with_rings.count(glyphs[i].font) > 0) glyphs[i].text = to_utf8(std::u32string(1, sara_aa));
}

/// The text of a glyph cut before each base letter, so that marks stay with it.
std::vector<std::string> bases_of(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (parts.empty() || !is_mark(c)) parts.emplace_back();
    parts.back() += text.substr(begin, offset - begin);
  }
  return parts;
}

class ClusterBuilder {
 public:
  explicit ClusterBuilder(const PageContent& page) : page_(page) {}

  void add(const Glyph& glyph) {
    const char32_t first = first_of(glyph.text);
    if (first == 0 || first == nikhahit_without_base(glyph)) return;
    if (is_mark(first) && attach(glyph)) return;
    const std::vector<std::string> parts = bases_of(glyph.text);
    const float step = (glyph.right - glyph.left) / static_cast<float>(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Cluster cluster;
      cluster.text = parts[i];
      cluster.left = glyph.left + step * static_cast<float>(i);
      cluster.right = cluster.left + step;
      cluster.baseline = glyph.baseline;
      cluster.size = glyph.size;
      cluster.bold = page_.fonts[glyph.font].bold;
      cluster.field = glyph.field;
      cluster.space = all_spaces(cluster.text);
      if (!doubled(cluster)) clusters_.push_back(std::move(cluster));
    }
  }

  std::vector<Cluster> take() { return std::move(clusters_); }

 private:
  // A lone nikhahit without anything before it on the page is a stray mark.
  char32_t nikhahit_without_base(const Glyph&) const { return clusters_.empty() ? nikhahit : 0; }

  bool doubled(const Cluster& next) const {
    if (clusters_.empty() || next.space) return false;
    const Cluster& last = clusters_.back();
    return last.text == next.text && std::abs(last.left - next.left) < doubled_offset * next.size &&
           std::abs(last.baseline - next.baseline) < doubled_offset * next.size;
  }

  static float distance(const Cluster& base, const Glyph& mark) {
    if (std::abs(base.baseline - mark.baseline) > same_baseline * 2 * mark.size) return 1e9F;
    if (mark.x >= base.left && mark.x <= base.right) return 0;
    return std::min(std::abs(mark.x - base.right), std::abs(mark.x - base.left));
  }

  /// Puts a mark on the letter that it belongs to: the last one drawn, else the nearest on its baseline.
  bool attach(const Glyph& mark) {
    const float reach = mark_reach * mark.size;
    Cluster* base = nullptr;
    if (!clusters_.empty() && !clusters_.back().space && distance(clusters_.back(), mark) <= reach) {
      base = &clusters_.back();
    } else {
      float nearest = reach;
      constexpr std::size_t look_back = 400;
      const std::size_t from = clusters_.size() > look_back ? clusters_.size() - look_back : 0;
      for (std::size_t i = clusters_.size(); i > from; --i) {
        Cluster& candidate = clusters_[i - 1];
        if (candidate.space) continue;
        const float d = distance(candidate, mark);
        if (d < nearest) {
          nearest = d;
          base = &candidate;
        }
      }
    }
    if (base == nullptr) return false;
    if (base->text.find(mark.text) == std::string::npos || !is_tone_mark(first_of(mark.text))) base->text += mark.text;
    base->right = std::max(base->right, mark.advance > 0.01F ? mark.right : base->right);
    return true;
  }

  const PageContent& page_;
  std::vector<Cluster> clusters_;
};

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
  for (auto& row : rows)
    std::stable_sort(row.begin(), row.end(), [](const Cluster& a, const Cluster& b) { return a.left < b.left; });
  return rows;
}

/// The gap that ordinary letters of the row have between them: 0 in set text, more in letter-spaced headings.
float usual_gap(const std::vector<Cluster>& row) {
  std::vector<float> gaps;
  for (std::size_t i = 1; i < row.size(); ++i)
    if (!row[i].space && !row[i - 1].space) gaps.push_back(row[i].left - row[i - 1].right);
  if (gaps.size() < 4) return 0;
  std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
  return std::max(0.0F, gaps[gaps.size() / 2]);
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

void finish(Line& line, std::vector<Line>& lines) {
  while (!line.clusters.empty() && line.clusters.back().space) {
    line.clusters.pop_back();
    line.ends_with_space = true;
  }
  if (line.clusters.empty()) {
    line = Line{};
    return;
  }
  line.left = line.clusters.front().left;
  line.bold = true;
  for (const Cluster& cluster : line.clusters) {
    line.right = std::max(line.right, cluster.right);
    line.size = std::max(line.size, cluster.size);
    line.bold = line.bold && (cluster.bold || cluster.space);
  }
  line.baseline = line.clusters.front().baseline;
  lines.push_back(std::move(line));
  line = Line{};
}

void add_lines(std::vector<Cluster> row, const Verticals& verticals, std::vector<Line>& lines) {
  const float usual = usual_gap(row);
  Line line;
  const Cluster* last_letter = nullptr;
  for (Cluster& cluster : row) {
    if (cluster.space) {
      if (!line.clusters.empty() && !line.clusters.back().space) line.clusters.push_back(std::move(cluster));
      continue;
    }
    if (!line.clusters.empty()) {
      const Cluster& last = line.clusters.back();
      last_letter = last.space && line.clusters.size() > 1 ? &line.clusters[line.clusters.size() - 2] : &last;
      const float gap = cluster.left - last_letter->right;
      if (gap > column_gap * cluster.size || verticals.between(*last_letter, cluster)) {
        finish(line, lines);
      } else if (!last.space && gap > usual + word_gap * cluster.size) {
        Cluster space = last;
        space.text = " ";
        space.left = last.right;
        space.right = cluster.left;
        space.space = true;
        line.clusters.push_back(std::move(space));
      }
    }
    line.clusters.push_back(std::move(cluster));
  }
  finish(line, lines);
}

}  // namespace

PageLines find_lines(const PageContent& page) {
  PageLines result;
  std::vector<Glyph> glyphs = page.glyphs;
  mend_sara_am(glyphs);

  ClusterBuilder builder(page);
  for (const Glyph& glyph : glyphs) {
    if (glyph.hidden == Hidden::no) {
      builder.add(glyph);
      ++result.visible_letters;
      continue;
    }
    if (glyph.hidden == Hidden::render_mode) ++result.unseen_letters;
    result.hidden_text += glyph.text;
  }
  const Verticals verticals(page.lines);
  for (auto& row : rows_of(builder.take())) add_lines(std::move(row), verticals, result.lines);
  return result;
}

}  // namespace ruamlint::pdf
