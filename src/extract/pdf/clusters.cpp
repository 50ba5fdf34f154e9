#include "extract/pdf/clusters.hpp"

#include <algorithm>
#include <cmath>

#include "extract/pdf/scripts.hpp"
#include "text/symbol_fonts.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

// All in parts of the font size.
constexpr float same_baseline = 0.3F;
constexpr float mark_reach = 0.45F;  // a mark's origin lies this near to its base's right edge
constexpr float beyond_base =
    0.12F;  // a mark that stands further right than this may belong to the next letter
constexpr float no_room = 0.2F;
constexpr float doubled_offset = 0.12F;  // fake bold: the same letter drawn again, slightly moved

constexpr std::size_t most_waiting = 50;
constexpr std::size_t look_back = 400;  // clusters
constexpr float no_advance_pt = 0.01F;

constexpr char32_t sara_am = U'ำ';
constexpr char32_t hyphen = 0x2010, unbreakable_hyphen = 0x2011;

char32_t first_of(const std::string& text) {
  std::size_t offset = 0;
  return text.empty() ? 0 : next_code_point(text, offset);
}

bool all_spaces(const std::string& text) {
  for (std::size_t offset = 0; offset < text.size();)
    if (!is_space(next_code_point(text, offset))) return false;
  return !text.empty();
}

/// Marks as the fonts of Windows and TLWG draw them: shifted and lowered, with private codes.
bool is_mark_glyph(char32_t c) {
  return is_mark(c) || (c >= 0xF701 && c <= 0xF71A && c != 0xF70F);
}

/// The text of a glyph cut before each base letter, so that marks stay with it.
std::vector<std::string> bases_of(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (parts.empty() || !is_mark(c)) parts.emplace_back();
    parts.back().append(text, begin, offset - begin);
  }
  return parts;
}

/// A mark whose letter was not found yet.
struct Waiting {
  Glyph mark;
  bool looked_back = false;  ///< the letters before it were asked already
};

class ClusterBuilder {
 public:
  explicit ClusterBuilder(const PageContent& page) : page_(page) {
    clusters_.reserve(page.glyphs.size());
    find_inward_marks();
    for (const Font& font : page.fonts) symbol_fonts_.push_back(symbol_font(font.name));
  }

  void add(const Glyph& glyph) {
    const char32_t first = first_of(glyph.text);
    if (first == 0) return;
    if (is_mark_glyph(first)) {
      if (!attach(glyph)) add_clusters(glyph, glyph.text);
      return;
    }
    if (first == hyphen || first == unbreakable_hyphen) {  // TeX's for the key that everyone has
      add_clusters(glyph, "-");
      return;
    }
    const SymbolFont symbols = symbol_fonts_[glyph.font];
    const bool is_symbol = symbols != SymbolFont::none || (first >= 0xF020 && first <= 0xF0FF);
    add_clusters(glyph, is_symbol ? unicode_of(symbols, glyph.text) : glyph.text);
  }

  std::vector<Cluster> take() {
    settle_waiting(nullptr);
    const std::vector<Glyph> strays = std::move(stray_);
    for (const Glyph& mark : strays) add_clusters(mark, mark.text);
    drop_break_signs();
    return std::move(clusters_);
  }

 private:
  void add_clusters(const Glyph& glyph, const std::string& text) {
    std::size_t first_end = 1;
    while (first_end < text.size() && (static_cast<unsigned char>(text[first_end]) & 0xC0) == 0x80)
      ++first_end;
    if (first_end == text.size()) {
      add_cluster(glyph, text, glyph.left, glyph.right);
      return;
    }
    const std::vector<std::string> parts = bases_of(text);
    const float step = (glyph.right - glyph.left) / static_cast<float>(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const float left = glyph.left + step * static_cast<float>(i);
      add_cluster(glyph, parts[i], left, left + step);
    }
  }

  void add_cluster(const Glyph& glyph, const std::string& text, float left, float right) {
    Cluster cluster;
    cluster.text = text;
    cluster.left = left;
    cluster.right = right;
    cluster.top = glyph.baseline - glyph.size;
    cluster.bottom = glyph.baseline + same_baseline * glyph.size;
    cluster.baseline = glyph.baseline;
    cluster.size = glyph.size;
    cluster.bold = page_.fonts[glyph.font].bold;
    cluster.field = glyph.field;
    cluster.artifact = glyph.artifact;
    cluster.tag = glyph.tag;
    cluster.begins_object = glyph.begins_object;
    cluster.space = all_spaces(text);
    cluster.without_room =
        glyph.actual_text && right - left < no_room * glyph.size && !is_mark(first_of(text));
    if (doubled(cluster)) {
      clusters_.back().bold = true;
      return;
    }
    if (!cluster.space && !clusters_.empty() && covers(cluster, clusters_.back())) {
      clusters_.pop_back();
      ++covered_spaces_;
    }
    clusters_.push_back(std::move(cluster));
    if (!waiting_.empty() && !clusters_.back().space) settle_waiting(&clusters_.back());
  }

  [[nodiscard]] bool doubled(const Cluster& next) const {
    if (clusters_.empty() || next.space) return false;
    const Cluster& last = clusters_.back();
    return last.text == next.text && std::abs(last.left - next.left) < doubled_offset * next.size &&
           std::abs(last.baseline - next.baseline) < doubled_offset * next.size;
  }

  /// A space that the next letter is drawn over parts nothing: JavaScript's writers of PDF draw one, and take
  /// its width back, where a line may be broken. A letter that ends where the space begins stands before it,
  /// though it was drawn after it, in another font.
  static bool covers(const Cluster& next, const Cluster& space) {
    constexpr float no_width = 0.05F, most_back = 0.3F;
    return space.space && next.left < space.left + no_width * next.size &&
           next.left > space.left - most_back * next.size && next.right > space.left + no_width * next.size &&
           std::abs(next.baseline - space.baseline) < same_baseline * next.size;
  }

  /// Where most spaces only say that a line may be broken, so does one at the end of a line.
  void drop_break_signs() {
    const auto is_space = [](const Cluster& c) { return c.space; };
    const auto spaces = std::count_if(clusters_.begin(), clusters_.end(), is_space);
    if (static_cast<std::ptrdiff_t>(covered_spaces_) <= spaces) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      const bool last =
          i + 1 == clusters_.size() ||
          std::abs(clusters_[i + 1].baseline - clusters_[i].baseline) > 0.1F * clusters_[i].size;
      if (clusters_[i].space && last) continue;
      if (kept != i) clusters_[kept] = std::move(clusters_[i]);
      ++kept;
    }
    clusters_.resize(kept);
  }

  /// How far a mark is from where a base has its marks: over itself, or (fonts whose marks reach back over
  /// the letter before them) at its right edge.
  static float distance(const Cluster& base, const Glyph& mark) {
    if (std::abs(base.baseline - mark.baseline) > same_baseline * 2 * mark.size) return 1e9F;
    const float edge = 0.1F * (base.right - base.left);
    if (mark.x > base.left + edge && mark.x <= base.right + edge) return 0;
    return std::abs(mark.x - base.right);
  }

  /// In fonts of one width a mark is as wide as its letter and drawn in the very same place.
  static bool is_in_cell_of(const Cluster& base, const Glyph& mark) {
    constexpr float same_place = 0.2F;
    return can_bear(base) && mark.advance > mark_reach * mark.size &&
           std::abs(mark.x - base.left) < same_place * mark.size &&
           std::abs(mark.baseline - base.baseline) < same_baseline * mark.size;
  }

  /// Whether a mark begins between the edges of a letter, or little before them.
  static bool is_inward(float left, float right, float baseline, const Glyph& mark) {
    constexpr float before = 0.3F, until = 0.8F;  // of the letter's width
    const float width = right - left;
    return mark.x > left - before * width && mark.x < left + until * width &&
           std::abs(mark.baseline - baseline) < same_baseline * mark.size;
  }

  /// Most fonts have marks that reach back over the letter before them. Others have them reach forward: there
  /// the mark begins inside its letter, and a place near the right edge of the letter before means nothing.
  void find_inward_marks() {
    std::vector<int> votes(page_.fonts.size(), 0);
    const Glyph* letter = nullptr;
    for (const Glyph& glyph : page_.glyphs) {
      const char32_t first = first_of(glyph.text);
      if (glyph.actual_text || !is_mark_glyph(first)) {
        letter = is_thai_consonant(first) ? &glyph : nullptr;
        continue;
      }
      if (letter == nullptr) continue;
      const bool inward =
          glyph.advance < no_advance_pt && is_inward(letter->left, letter->right, letter->baseline, glyph);
      votes[glyph.font] += inward ? 1 : -2;
    }
    for (const int vote : votes) inward_.push_back(vote > 0);
  }

  static bool can_bear(const Cluster& cluster) {
    const char32_t c = first_of(cluster.text);
    return !cluster.space && !is_leading_vowel(c) && (!is_thai(c) || is_thai_consonant(c) || c == sara_am);
  }

  /// Puts a mark on the letter that it belongs to: the last one drawn where it fits, else the next one.
  bool attach(const Glyph& mark) {
    if (!clusters_.empty()) {
      Cluster& last = clusters_.back();
      const bool fits = can_bear(last) && distance(last, mark) <= mark_reach * mark.size;
      if ((fits && (mark.actual_text || (mark.x <= last.right + beyond_base * mark.size &&
                                         mark.x > last.left + 0.1F * (last.right - last.left)))) ||
          is_in_cell_of(last, mark) ||
          (inward_[mark.font] && is_inward(last.left, last.right, last.baseline, mark))) {
        put(last, mark);
        return true;
      }
    }
    waiting_.push_back({mark, false});
    return true;
  }

  /// Marks that did not fit the letter before them: `next` may be what they were drawn for, if not, the
  /// nearest. Those with no letter near yet wait on, at the end (no `next`) they stand for themselves.
  void settle_waiting(Cluster* next) {
    std::vector<Waiting> marks;
    marks.swap(waiting_);
    for (Waiting& waiting : marks) {
      const Glyph& mark = waiting.mark;
      const bool over_next = next != nullptr && can_bear(*next) && distance(*next, mark) <= 0;
      Cluster* base = over_next ? next : nearest(mark, waiting.looked_back ? 1 : look_back);
      if (base != nullptr)
        put(*base, mark);
      else if (next != nullptr && waiting_.size() < most_waiting)
        waiting_.push_back({mark, true});
      else
        stray_.push_back(mark);
    }
  }

  /// Of the last clusters.
  Cluster* nearest(const Glyph& mark, std::size_t clusters) {
    Cluster* base = nullptr;
    float nearest = mark_reach * mark.size;
    const std::size_t from = clusters_.size() > clusters ? clusters_.size() - clusters : 0;
    for (std::size_t i = clusters_.size(); i > from; --i) {
      Cluster& candidate = clusters_[i - 1];
      if (!can_bear(candidate)) continue;
      const float d = distance(candidate, mark);
      if (d < nearest) {
        nearest = d;
        base = &candidate;
      }
    }
    return base;
  }

  static void put(Cluster& base, const Glyph& mark) {
    const bool again = is_mark(first_of(mark.text)) && base.text.find(mark.text) != std::string::npos;
    if (!again) base.text += mark.text;
    if (mark.advance > no_advance_pt) base.right = std::max(base.right, mark.right);
  }

  const PageContent& page_;
  std::vector<SymbolFont> symbol_fonts_;
  std::vector<bool> inward_;  // for each font, whether its marks begin inside their letter
  std::vector<Cluster> clusters_;
  std::size_t covered_spaces_ = 0;
  std::vector<Waiting> waiting_;
  std::vector<Glyph> stray_;
};

}  // namespace

std::vector<Cluster> find_clusters(const PageContent& page, bool with_unseen) {
  ClusterBuilder builder(page);
  for (const Glyph& glyph : page.glyphs)
    if (glyph.hidden == Hidden::no || (with_unseen && glyph.hidden == Hidden::render_mode))
      builder.add(glyph);
  std::vector<Cluster> clusters = builder.take();
  settle_scripts(clusters);
  return clusters;
}

}  // namespace ruamlint::pdf
