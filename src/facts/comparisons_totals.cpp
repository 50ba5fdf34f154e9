#include "facts/comparisons_totals.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Role = Column::Role;

class TotalReader {
 public:
  TotalReader(const Table& table, const ChangeWords& words) : grid_(table), words_(words) {}

  std::vector<WrongTotal> run() {
    const int last = grid_.rows() - 1;
    constexpr int least_rows = 2;
    if (last < least_rows || !is_total(last)) return {};
    layout_ = layout_of(grid_, words_);
    if (last - layout_.header_rows < least_rows) return {};
    for (int row = layout_.header_rows; row < last; ++row) {
      if (is_total(row)) return {};
    }
    std::vector<WrongTotal> wrong;
    for (int column = 0; column < grid_.columns(); ++column) {
      if (const auto found = check(column, last)) wrong.push_back(*found);
    }
    return wrong;
  }

 private:
  [[nodiscard]] bool is_total(int row) const {
    for (int column = 0; column < std::min(grid_.columns(), 2); ++column) {
      const std::string_view text = trimmed(grid_.text(row, column));
      if (text.empty()) continue;
      const std::size_t word = word_beginning_at(text, 0, words_.pack.words("change_total_words"));
      const bool is_whole = word == text.size() ||
                            (word > 0 && std::string_view(" (:").find(text[word]) != std::string_view::npos);
      constexpr std::size_t most_clusters = 16;
      if (is_whole && count_clusters(text) <= most_clusters) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<Figure> plain_figure(int row, int column) const {
    const Cell* cell = grid_.at(row, column);
    if (cell == nullptr || cell->row_span > 1 || cell->column_span > 1) return std::nullopt;
    Figure figure;
    if (!words_.quantities.parse(cell->text.utf8, figure)) return std::nullopt;
    const bool is_plain = !figure.number.percent && !figure.number.times && !figure.in_range &&
                          figure.bound == StatedChange::Bound::exact;
    return is_plain ? std::optional(figure) : std::nullopt;
  }

  [[nodiscard]] std::optional<WrongTotal> check(int column, int last) const {
    const Column& heading = layout_.columns[static_cast<std::size_t>(column)];
    const bool has_no_sum = heading.role == Role::index || heading.role == Role::change ||
                            heading.kind == Column::Kind::percent || heading.unit == "ร้อยละ" ||
                            holds_word(heading.heading, words_.pack.words("change_mean_words"));
    if (has_no_sum) return std::nullopt;
    const auto total = plain_figure(last, column);
    if (!total) return std::nullopt;
    double sum = 0, slack = (total->number.highest - total->number.lowest) / 2;
    for (int row = layout_.header_rows; row < last; ++row) {
      const std::string_view text = trimmed(grid_.text(row, column));
      if (text == "-" || text == "–") continue;
      const auto figure = plain_figure(row, column);
      if (!figure || !words_.quantities.agree(figure->unit, total->unit)) return std::nullopt;
      if (words_.quantities.factor(figure->unit, total->unit) != 1) return std::nullopt;
      sum += figure->number.value;
      slack += (figure->number.highest - figure->number.lowest) / 2;
    }
    const bool all_whole = std::trunc(sum) == sum && total->number.decimals == 0;
    const double allowed = all_whole && !has_magnitude(*total) ? 0 : slack;
    if (std::abs(sum - total->number.value) <= allowed + 1e-9 * std::abs(sum)) return std::nullopt;
    return WrongTotal{heading.heading, {grid_.at(last, column), total->begin, total->end}, sum};
  }

  static bool has_magnitude(const Figure& figure) {
    return figure.number.highest - figure.number.lowest > 1.5;
  }

  Grid grid_;
  const ChangeWords& words_;
  Layout layout_;
};

}  // namespace

std::vector<WrongTotal> wrong_totals_in(const Table& table, const ChangeWords& words) {
  return TotalReader(table, words).run();
}

}  // namespace ruamlint
