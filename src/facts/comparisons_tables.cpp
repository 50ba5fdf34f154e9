#include "facts/comparisons_tables.hpp"

#include <algorithm>

#include "facts/comparisons_columns.hpp"
#include "facts/comparisons_measure.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Role = Column::Role;
using ColumnKind = Column::Kind;
using Kind = Comparison::ClaimKind;
using Verdict = Comparison::Verdict;

bool holds(Verdict verdict) {
  return verdict == Verdict::consistent || verdict == Verdict::by_rounding;
}

class TableReader {
 public:
  TableReader(const Grid& grid, Layout layout, std::string_view caption, const ChangeWords& words)
      : grid_(grid), layout_(std::move(layout)), caption_(caption), words_(words) {}

  TableChanges run() {
    pairs_ = column_pairs(layout_, said(), words_);
    read_joint_cells();
    if (pairs_.empty()) {
      if (changes_.pairs.empty()) find_after_only();
      return std::move(changes_);
    }
    for (int row = layout_.header_rows; row < grid_.rows(); ++row) {
      for (const ColumnPair& columns : pairs_) read_row(row, columns);
    }
    settle_doubtful_claims();
    if (!grid_.turned()) changes_.layout = layout_;
    return std::move(changes_);
  }

 private:
  [[nodiscard]] const Column& column(int index) const {
    return layout_.columns[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] int columns() const { return static_cast<int>(layout_.columns.size()); }

  /// What stands around the table and in its rows.
  [[nodiscard]] std::string said() const {
    std::string said = std::string(caption_) + " " + layout_.title;
    for (int row = layout_.header_rows; row < grid_.rows(); ++row)
      said.append(" ").append(grid_.text(row, 0));
    return said;
  }

  // ---- Rows
  // -------------------------------------------------------------------------------------------------

  void read_row(int row, const ColumnPair& columns_of_pair) {
    const std::string measure = measure_of(row, columns_of_pair);
    if (is_no_measure(row, measure, columns_of_pair)) return;
    const std::string unit = unit_of(row, columns_of_pair);
    for (auto& [before, after] : figures_of(row, columns_of_pair)) {
      TablePair found;
      found.before = before.range;
      found.after = after.range;
      found.pair.measure = measure;
      found.pair.before_date = day_of(columns_of_pair.before);
      found.pair.after_date = day_of(columns_of_pair.after);
      found.pair.before = with_unit(before.figure, unit_for(columns_of_pair.before, unit));
      found.pair.after = with_unit(after.figure, unit_for(columns_of_pair.after, unit));
      for (const int change : columns_of_pair.changes) add_claims(row, change, false, found);
      for (const int change : columns_of_pair.perhaps) add_claims(row, change, true, found);
      if (columns_of_pair.year_before_last >= 0) forgive_yearly_change(row, columns_of_pair, unit, found);
      changes_.read.push_back(before.range.cell);
      changes_.read.push_back(after.range.cell);
      changes_.pairs.push_back(std::move(found));
    }
  }

  /// "120 / 78" under "ก่อน/หลัง".
  void read_joint_cells() {
    for (int c = 0; c < columns(); ++c) {
      if (!holds_word(column(c).heading, words_.pack.words("change_heading_both"))) continue;
      for (int row = layout_.header_rows; row < grid_.rows(); ++row) read_joint_cell(row, c);
    }
  }

  void read_joint_cell(int row, int c) {
    static constexpr std::string_view signs[] = {"/", "|", "-", "–"};
    const Cell* cell = grid_.at(row, c);
    if (cell == nullptr) return;
    const std::string_view text = cell->text.utf8;
    const std::vector<Figure> figures = words_.quantities.find(text, {});
    if (figures.size() != 2) return;
    const std::string_view sign = trimmed(text.substr(figures[0].end, figures[1].begin - figures[0].end));
    if (std::find(std::begin(signs), std::end(signs), sign) == std::end(signs)) return;
    const ColumnPair columns_of_pair{c, c, {}, {}, false, -1};
    const std::string unit = unit_of(row, columns_of_pair);
    TablePair found;
    found.before = {cell, figures[0].begin, figures[0].end};
    found.after = {cell, figures[1].begin, figures[1].end};
    found.pair.measure = measure_of(row, columns_of_pair);
    found.pair.before = with_unit(figures[0], unit_for(c, unit));
    found.pair.after = with_unit(figures[1], unit_for(c, unit));
    changes_.read.push_back(cell);
    changes_.pairs.push_back(std::move(found));
  }

  [[nodiscard]] std::optional<Day> day_of(int index) const {
    const std::vector<DateMention> dates = find_dates(column(index).heading);
    return dates.size() == 1 ? std::optional(dates[0].range.earliest) : std::nullopt;
  }

  struct Found {
    Figure figure;
    CellRange range;
  };

  /// The figures of the two cells; several in a cell go together line by line.
  [[nodiscard]] std::vector<std::pair<Found, Found>> figures_of(int row, const ColumnPair& of) const {
    const std::vector<Found> befores = figures_in(row, of.before), afters = figures_in(row, of.after);
    std::vector<std::pair<Found, Found>> found;
    if (befores.empty() || befores.size() != afters.size()) return found;
    for (std::size_t i = 0; i < befores.size(); ++i) {
      const bool fits =
          befores.size() == 1 || words_.quantities.agree(befores[i].figure.unit, afters[i].figure.unit);
      if (fits) found.emplace_back(befores[i], afters[i]);
    }
    return found;
  }

  [[nodiscard]] std::vector<Found> figures_in(int row, int index) const {
    std::vector<Found> found;
    const Cell* cell = grid_.at(row, index);
    if (cell == nullptr) return found;
    const std::string_view text = cell->text.utf8;
    const bool is_plain = is_value(text, words_);
    const std::vector<DateMention> dates = is_plain ? std::vector<DateMention>{} : find_dates(text);
    for (const Figure& figure : words_.quantities.find(text, dates)) {
      const std::string_view before = trimmed(text.substr(0, figure.begin));
      const bool is_aside = before.ends_with("(") && !found.empty();
      if (!is_aside && !figure.in_range) found.push_back({figure, {cell, figure.begin, figure.end}});
    }
    return found;
  }

  [[nodiscard]] Figure with_unit(Figure figure, const std::string& unit) const {
    if (!figure.unit.empty() || unit.empty() || figure.number.times) return figure;
    figure.unit = unit;
    figure.number.percent = unit == "ร้อยละ";
    return figure;
  }

  /// The unit that a heading gives to its own column goes before the row's.
  [[nodiscard]] std::string unit_for(int index, const std::string& row_unit) const {
    if (!column(index).unit.empty()) return column(index).unit;
    const bool is_percent = column(index).kind == ColumnKind::percent;
    return is_percent ? "ร้อยละ" : row_unit;
  }

  [[nodiscard]] std::string unit_of(int row, const ColumnPair& of) const {
    for (int c = 0; c < columns(); ++c) {
      if (column(c).role != Role::unit) continue;
      const std::string unit = unit_alone(grid_.text(row, c), words_);
      if (!unit.empty()) return unit;
      if (const std::string_view text = trimmed(grid_.text(row, c));
          !text.empty() && count_clusters(text) < 20) {
        return std::string(text);
      }
    }
    for (int c = 0; c < std::min(of.before, of.after); ++c) {
      const std::string unit = unit_in_heading(grid_.text(row, c), words_);
      if (!unit.empty() && column(c).role == Role::measure) return unit;
    }
    if (std::string unit = unit_in_heading(column(of.before).label, words_); !unit.empty()) return unit;
    if (std::string unit = unit_in_heading(layout_.title, words_); !unit.empty()) return unit;
    return unit_in_heading(caption_, words_);
  }

  [[nodiscard]] std::string measure_of(int row, const ColumnPair& of) const {
    std::string measure;
    const Cell* last = nullptr;
    const auto add = [&](std::string_view text) {
      const std::string tidy = folded_spaces(text);
      if (count_clusters(tidy) > 1) measure += (measure.empty() ? "" : " ") + tidy;
    };
    for (int c = 0; c < columns(); ++c) {
      const Role role = column(c).role;
      const Cell* cell = grid_.at(row, c);
      if ((role != Role::measure && role != Role::other) || cell == nullptr || cell == last) continue;
      if (is_value(cell->text.utf8, words_) || column(c).kind == ColumnKind::percent) continue;
      if (c > std::max(of.before, of.after)) break;
      last = cell;
      add(cell->text.utf8);
    }
    // A wide table: the upper heading names the measure, unless it only says how it is counted.
    const Column& before = column(of.before);
    if (!before.label.empty() && before.label == column(of.after).label &&
        before.kind == ColumnKind::unknown && (pairs_.size() > 1 || measure.empty() || grid_.turned())) {
      measure = measure.empty() || grid_.turned() ? before.label : before.label + " " + measure;
    }
    if (measure.empty()) {
      const ChangeText cell(grid_.text(row, of.before), words_);
      if (!cell.figures.empty()) measure = measure_in(cell, 0, cell.figures[0].begin);
    }
    if (measure.empty()) add(layout_.title.empty() ? caption_ : std::string_view(layout_.title));
    return tidy_measure(measure, words_);
  }

  /// A row that is itself of changes; by years also money and activities.
  [[nodiscard]] bool is_no_measure(int row, const std::string& measure, const ColumnPair& of) const {
    const std::string_view first = grid_.text(row, 0);
    if (grid_.turned() && column_of({std::string(first)}, words_).role == Role::change) return true;
    if (!of.by_years) return false;
    return holds_word(measure, words_.pack.words("change_not_measure_words")) ||
           holds_word(measure, words_.pack.words("change_activity_words"));
  }

  // ---- Claims
  // -----------------------------------------------------------------------------------------------

  void add_claims(int row, int index, bool perhaps, TablePair& found) {
    const Cell* cell = grid_.at(row, index);
    if (cell == nullptr) return;
    const ChangeText read(cell->text.utf8, words_);
    const int heading_way = column(index).direction;
    constexpr std::size_t most_figures = 2;
    if (read.figures.empty()) {
      const int way = direction_in_cell(read, 0, cell->text.utf8.size());
      if (way != 0 && count_clusters(cell->text.utf8) <= 12) {
        found.pair.direction = way;
        found.verb = {cell, 0, cell->text.utf8.size()};
      }
      return;
    }
    std::size_t begin = 0;
    bool has_from = false;
    for (const KeyWord& key : read.keys) has_from = has_from || key.term == Term::from || is_to(key.term);
    for (const Figure& figure : read.figures) {
      if (figure.in_range) continue;
      Claim claim;
      claim.begin = figure.begin;
      claim.end = figure.end;
      claim.unit = figure.number.percent ? std::string() : figure.unit;
      claim.source = found.claims.size();
      int way = direction_in_cell(read, begin, figure.begin);
      if (way == 0) way = direction_in_cell(read, figure.end, figure.end + 24);
      const char sign = cell->text.utf8[figure.number.begin];
      if (way == 0 && sign == '+') way = 1;
      if (way == 0 && figure.number.value < 0) way = -1;
      if (way == 0 && figure.number.value > 0 && !is_aside(*cell)) way = heading_way;
      claim.readings = readings_for(figure, way, column(index), *cell, found);
      claim.if_it_fits = perhaps || has_from || read.figures.size() > most_figures;
      if (claim.readings.empty()) continue;
      found.pair.claims.push_back(claim);
      found.claims.push_back({cell, figure.begin, figure.end});
      changes_.read.push_back(cell);
      begin = figure.end;
    }
    if (perhaps) doubtful_.push_back({changes_.pairs.size(), index});
  }

  /// Accountants write a fall in brackets.
  static bool is_aside(const Cell& cell) {
    const std::string_view text = trimmed(cell.text.utf8);
    return text.starts_with('(') && text.ends_with(')');
  }

  [[nodiscard]] int direction_in_cell(const ChangeText& read, std::size_t begin, std::size_t end) const {
    int way = 0;
    for (const KeyWord& key : read.keys) {
      if (key.begin >= begin && key.begin < end && direction_of(key.term) != 0) way = direction_of(key.term);
    }
    return way;
  }

  /// What the amount is by its own writing, else by its heading, else whatever fits.
  [[nodiscard]] std::vector<StatedChange> readings_for(const Figure& figure, int way, const Column& heading,
                                                       const Cell& cell, const TablePair& found) const {
    const std::string_view behind = trimmed(std::string_view(cell.text.utf8).substr(figure.number.end));
    const bool own_points = word_beginning_at(behind, 0, words_.pack.words("change_points_words")) > 0;
    const bool of_percent = found.pair.after.number.percent;
    const auto read_as = [&](bool percent, bool times, bool points) {
      Figure amount = figure;
      amount.number.percent = percent;
      amount.number.times = times;
      return readings_of_amount(amount, way, false, points);
    };
    if (own_points && (figure.number.percent || of_percent))
      return read_as(figure.number.percent, false, true);
    if (figure.number.percent || figure.number.times) return readings_of_amount(figure, way, false, false);
    if (!figure.unit.empty()) return read_as(false, false, false);
    switch (heading.kind) {
      case ColumnKind::points:
        return read_as(true, false, true);
      case ColumnKind::percent:
        return read_as(true, false, false);
      case ColumnKind::times:
        return read_as(false, true, false);
      case ColumnKind::difference:
        return read_as(false, false, false);
      case ColumnKind::unknown:
        break;
    }
    std::vector<StatedChange> readings = read_as(true, false, false);
    for (const StatedChange& difference : read_as(false, false, false)) readings.push_back(difference);
    return readings;
  }

  /// Behind several years a change may be since the first or since the last but one.
  void forgive_yearly_change(int row, const ColumnPair& of, const std::string& unit, TablePair& found) const {
    if (holds(judge_pair(found.pair, words_.quantities).comparison.verdict) || found.pair.claims.empty())
      return;
    const std::vector<Found> previous = figures_in(row, of.year_before_last);
    if (previous.size() != 1) return;
    FigurePair yearly = found.pair;
    yearly.before = with_unit(previous[0].figure, unit_for(of.year_before_last, unit));
    if (!holds(judge_pair(yearly, words_.quantities).comparison.verdict)) return;
    found.pair.claims.clear();
    found.claims.clear();
  }

  struct Doubtful {
    std::size_t pair;
    int column;
  };

  /// "ร้อยละ" alone is a change where it mostly is one: then the rows where it is not are wrong.
  void settle_doubtful_claims() {
    std::size_t fits = 0;
    for (const Doubtful& doubtful : doubtful_) {
      if (doubtful.pair >= changes_.pairs.size()) continue;
      fits +=
          holds(judge_pair(changes_.pairs[doubtful.pair].pair, words_.quantities).comparison.verdict) ? 1 : 0;
    }
    if (fits < 2 || fits * 2 <= doubtful_.size()) return;
    for (const Doubtful& doubtful : doubtful_) {
      if (doubtful.pair >= changes_.pairs.size()) continue;
      for (Claim& claim : changes_.pairs[doubtful.pair].pair.claims) claim.if_it_fits = false;
    }
  }

  void find_after_only() {
    for (int c = 0; c < columns(); ++c) {
      if (column(c).role != Role::after || !column(c).has_figures) continue;
      for (int row = layout_.header_rows; row < grid_.rows(); ++row) {
        for (const Found& found : figures_in(row, c)) changes_.after_only.push_back(found.range);
      }
    }
  }

  const Grid& grid_;
  Layout layout_;
  std::string_view caption_;
  const ChangeWords& words_;
  std::vector<ColumnPair> pairs_;
  std::vector<Doubtful> doubtful_;
  TableChanges changes_;
};

TableChanges read_grid(const Grid& grid, Layout layout, std::string_view caption, const ChangeWords& words) {
  return TableReader(grid, std::move(layout), caption, words).run();
}

}  // namespace

TableChanges changes_in_table(const Table& table, std::string_view caption, const ChangeWords& words,
                              const Layout* continued) {
  const Grid grid(table);
  Layout layout = layout_of(grid, words);
  if (continued != nullptr && static_cast<int>(continued->columns.size()) == table.columns &&
      layout.header_rows == 0) {
    layout = *continued;
    layout.header_rows = 0;
    return read_grid(grid, std::move(layout), caption, words);
  }
  TableChanges by_columns = read_grid(grid, std::move(layout), caption, words);
  if (!by_columns.pairs.empty()) return by_columns;
  const Grid turned(table, true);
  TableChanges by_rows = read_grid(turned, layout_of(turned, words), caption, words);
  if (!by_rows.pairs.empty()) return by_rows;
  return by_columns;
}

}  // namespace ruamlint
