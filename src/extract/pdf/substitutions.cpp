#include "extract/pdf/substitutions.hpp"

#include <cstddef>

namespace ruamlint::pdf {
namespace {

constexpr std::size_t max_substitutions = 20'000;
constexpr std::size_t max_work =
    500'000;  // subtables and the glyphs that they cover: tables may share their parts
constexpr int extension_lookup = 7;

/// Big-endian numbers from a table that may end anywhere; what lies beyond is 0.
class Bytes {
 public:
  explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  [[nodiscard]] int u16(std::size_t at) const {
    return at + 2 <= bytes_.size() ? bytes_[at] << 8 | bytes_[at + 1] : 0;
  }
  [[nodiscard]] std::size_t offset16(std::size_t at) const { return static_cast<std::size_t>(u16(at)); }
  [[nodiscard]] std::size_t u32(std::size_t at) const { return offset16(at) << 16 | offset16(at + 2); }
  [[nodiscard]] bool holds(std::size_t at) const { return at < bytes_.size(); }

 private:
  std::span<const std::uint8_t> bytes_;
};

class SubstitutionReader {
 public:
  explicit SubstitutionReader(std::span<const std::uint8_t> table) : table_(table) {}

  std::vector<Substitution> read() {
    const std::size_t lookups = table_.offset16(8);
    if (lookups == 0) return {};
    const std::size_t count = table_.offset16(lookups);
    for (std::size_t i = 0; i < count && !full(); ++i) {
      const std::size_t lookup = lookups + table_.offset16(lookups + 2 + 2 * i);
      if (!table_.holds(lookup)) break;
      const int type = table_.u16(lookup);
      const std::size_t subtables = table_.offset16(lookup + 4);
      for (std::size_t j = 0; j < subtables && !full(); ++j)
        read_subtable(type, lookup + table_.offset16(lookup + 6 + 2 * j));
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool full() const { return found_.size() >= max_substitutions || work_ >= max_work; }

  void read_subtable(int type, std::size_t at) {
    ++work_;
    if (!table_.holds(at)) return;
    if (type == extension_lookup) {
      type = table_.u16(at + 2);
      at += table_.u32(at + 4);
      if (type == extension_lookup || !table_.holds(at)) return;
    }
    const std::size_t coverage_at = at + table_.offset16(at + 2);
    const std::vector<int> covered = coverage(coverage_at);
    work_ += covered.size() + table_.offset16(coverage_at + 2);
    switch (type) {
      case 1:
        return read_single(at, covered);
      case 2:  // one glyph by several
      case 3:  // one of several alternates
        return read_sequences(at, covered, type == 3);
      case 4:
        return read_ligatures(at, covered);
      default:  // contextual ones only say when the others apply
        return;
    }
  }

  std::vector<int> coverage(std::size_t at) const {
    std::vector<int> glyphs;
    const int format = table_.u16(at);
    const std::size_t count = table_.offset16(at + 2);
    for (std::size_t i = 0; i < count && glyphs.size() < max_substitutions; ++i) {
      if (format == 1) {
        glyphs.push_back(table_.u16(at + 4 + 2 * i));
      } else if (format == 2) {
        const std::size_t range = at + 4 + 6 * i;
        for (int glyph = table_.u16(range);
             glyph <= table_.u16(range + 2) && glyphs.size() < max_substitutions; ++glyph)
          glyphs.push_back(glyph);
      }
    }
    return glyphs;
  }

  void read_single(std::size_t at, const std::vector<int>& covered) {
    const int format = table_.u16(at);
    for (std::size_t i = 0; i < covered.size() && !full(); ++i) {
      const int to = format == 1 ? (covered[i] + table_.u16(at + 4)) & 0xFFFF : table_.u16(at + 6 + 2 * i);
      found_.push_back({{covered[i]}, {to}});
    }
  }

  void read_sequences(std::size_t at, const std::vector<int>& covered, bool alternates) {
    for (std::size_t i = 0; i < covered.size() && !full(); ++i) {
      const std::size_t set = at + table_.offset16(at + 6 + 2 * i);
      const std::size_t count = table_.offset16(set);
      if (count > 64) continue;
      std::vector<int> glyphs;
      for (std::size_t j = 0; j < count; ++j) glyphs.push_back(table_.u16(set + 2 + 2 * j));
      if (alternates)
        for (const int glyph : glyphs) found_.push_back({{covered[i]}, {glyph}});
      else
        found_.push_back({{covered[i]}, std::move(glyphs)});
    }
  }

  void read_ligatures(std::size_t at, const std::vector<int>& covered) {
    for (std::size_t i = 0; i < covered.size() && !full(); ++i) {
      const std::size_t set = at + table_.offset16(at + 6 + 2 * i);
      const std::size_t count = table_.offset16(set);
      for (std::size_t j = 0; j < count && !full(); ++j) {
        ++work_;
        const std::size_t ligature = set + table_.offset16(set + 2 + 2 * j);
        const std::size_t parts = table_.offset16(ligature + 2);
        if (parts == 0 || parts > 8) continue;
        Substitution substitution{{covered[i]}, {table_.u16(ligature)}};
        for (std::size_t k = 1; k < parts; ++k) substitution.from.push_back(table_.u16(ligature + 2 + 2 * k));
        found_.push_back(std::move(substitution));
      }
    }
  }

  Bytes table_;
  std::size_t work_ = 0;
  std::vector<Substitution> found_;
};

}  // namespace

std::vector<Substitution> read_substitutions(std::span<const std::uint8_t> gsub) {
  return SubstitutionReader(gsub).read();
}

}  // namespace ruamlint::pdf
