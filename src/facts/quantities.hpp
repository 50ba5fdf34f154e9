// Figures that count or measure something, with their units: what is left of a text's numbers when dates,
// ordinals (ครั้งที่ 2, COVID-19) and rates' denominators (ต่อ 1,000 คน) are left out. Internal to facts/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/arithmetic.hpp"
#include "facts/comparisons_words.hpp"
#include "pack/pack.hpp"
#include "text/dates.hpp"
#include "text/numbers.hpp"

namespace ruamlint {

struct Figure {
  Number number;  ///< exact for counts; widened where a word makes it vague (ประมาณ, กว่า)
  std::size_t begin = 0;  ///< bytes; with the words that make it vague
  std::size_t end = 0;    ///< behind its unit
  std::string unit;  ///< as written, with its rate (บาทต่อเดือน); "ร้อยละ" for per cent
  StatedChange::Bound bound = StatedChange::Bound::exact;
  bool in_range = false;      ///< one end of "10-20"
  bool is_fraction = false;   ///< a share told in words: หนึ่งในสาม, half
  Term tells = Term::filler;  ///< whole_rise or whole_fall for a word that is verb and amount in one
};

/// A pack's words about quantities.
class QuantityWords {
 public:
  explicit QuantityWords(const Pack& pack);

  [[nodiscard]] const std::vector<std::string>& units() const { return *units_; }
  [[nodiscard]] const std::vector<std::string>& mean_words() const {
    return pack_->words("change_mean_words");
  }
  /// The figures of a text, left to right; what lies inside a date is none.
  [[nodiscard]] std::vector<Figure> find(std::string_view text, const std::vector<DateMention>& dates) const;
  /// A text that is one figure and nothing else but words that make it vague; false where it is more.
  [[nodiscard]] bool parse(std::string_view text, Figure& figure) const;

  /// Whether two units mean one kind of thing; one that is not written agrees with any.
  [[nodiscard]] bool agree(std::string_view a, std::string_view b) const;
  /// How many of unit `to` one of unit `from` is; 1 where nothing is known.
  [[nodiscard]] double factor(std::string_view from, std::string_view to) const;
  [[nodiscard]] bool is_place(std::string_view unit) const;
  /// Makes a whole number exact where it counts things by its unit and its measure's name.
  void settle(Figure& figure, std::string_view unit, std::string_view measure) const;
  /// Takes the words in front that make a figure vague into it: ประมาณ, กว่า, เกือบ.
  void weigh(std::string_view text, Figure& figure) const;
  /// Whether byte `at` is followed by what makes "three times" tell how often: "a year".
  [[nodiscard]] bool is_frequency(std::string_view text, std::size_t at) const;
  /// The length of a unit with its rate at byte `at`.
  [[nodiscard]] std::size_t unit_at(std::string_view text, std::size_t at) const;

 private:
  struct Scale {
    std::string base;
    double factor = 1;
  };
  [[nodiscard]] Scale scale_of(std::string_view unit) const;
  [[nodiscard]] std::size_t behind_unknown_rate(std::string_view text, std::size_t at,
                                                std::size_t otherwise) const;
  void learn_units(std::string_view text, std::vector<Figure>& figures) const;
  [[nodiscard]] bool counts_nothing(std::string_view text, const Number& number) const;
  [[nodiscard]] Figure figure_of(std::string_view text, const Number& number) const;

  const Pack* pack_;
  const std::vector<std::string>* units_;
  std::unordered_map<std::string, Scale> scales_;
};

/// Whether both are per cent or neither is.
[[nodiscard]] inline bool same_kind(const Figure& a, const Figure& b) {
  return a.number.percent == b.number.percent && a.number.times == b.number.times;
}

}  // namespace ruamlint
