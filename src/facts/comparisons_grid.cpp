#include "facts/comparisons_grid.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Role = Column::Role;

/// The text with the words that only look like a role's taken out; of two words the one that begins first.
std::string unmasked(std::string_view text, const WordIndex& sides) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const WordAt word = sides.longest_at(text, at);
    if (word) {
      at += word.length;
    } else {
      static_cast<void>(next_code_point(text, at));
    }
    if (word && word.term == Term::masked) {
      result += ' ';
    } else {
      result.append(text.substr(begin, at - begin));
    }
  }
  return result;
}

/// "ปีที่ 3" of the work.
bool is_ordinal_year(std::string_view text, const Pack& pack, Day& year) {
  const std::string_view inner = trimmed(text);
  const std::size_t word = word_beginning_at(inner, 0, pack.words("change_ordinal_years"));
  Number number;
  constexpr double most_years = 20;
  if (word == 0 || !parse_number(trimmed(inner.substr(word)), {}, number)) return false;
  if (number.decimals > 0 || number.value < 1 || number.value > most_years) return false;
  year = std::chrono::year{static_cast<int>(number.value)} / 1 / 1;
  return true;
}

bool is_year_heading(std::string_view text, const Pack& pack, Day& year) {
  if (!has_digit(text)) return false;
  if (is_ordinal_year(text, pack, year)) return true;
  const std::vector<DateMention> dates = find_dates(text);
  if (dates.size() != 1) return false;
  const bool is_year =
      dates[0].precision == DatePrecision::year || dates[0].precision == DatePrecision::fiscal_year;
  const std::size_t others =
      count_clusters(text.substr(0, dates[0].begin)) + count_clusters(text.substr(dates[0].end));
  constexpr std::size_t most_others = 12;
  if (!is_year || others > most_others) return false;
  year = dates[0].range.earliest;
  return true;
}

Column::Kind kind_of(std::string_view text, const Pack& pack) {
  if (holds_word(text, pack.words("change_heading_points"))) return Column::Kind::points;
  if (holds_word(text, pack.words("change_heading_percent"))) return Column::Kind::percent;
  if (holds_word(text, pack.words("change_heading_times"))) return Column::Kind::times;
  if (holds_word(text, pack.words("change_heading_difference"))) return Column::Kind::difference;
  return Column::Kind::unknown;
}

int direction_in(std::string_view text, const Pack& pack) {
  const bool rises = holds_word(text, pack.words("change_rise_words")),
             falls = holds_word(text, pack.words("change_fall_words"));
  return rises == falls ? 0 : rises ? 1 : -1;
}

/// Whether a heading says before, after, or both. "หลังเริ่มโครงการ" is after, though เริ่มโครงการ alone is
/// before.
std::pair<bool, bool> sides_in(std::string_view text, const WordIndex& sides) {
  bool before = false, after = false;
  for (std::size_t at = 0; at < text.size();) {
    const WordAt word = sides.longest_at(text, at);
    if (!word || word.term == Term::masked) {
      static_cast<void>(next_code_point(text, at));
      continue;
    }
    (word.term == Term::before ? before : after) = true;
    at += word.length;
    // What is joined to the word only says of what it is before or after.
    const WordAt joined = sides.longest_at(text, at);
    if (joined && joined.term != Term::masked) at += joined.length;
  }
  return {before, after};
}

Role role_in(std::string_view heading, const ChangeWords& words) {
  const Pack& pack = words.pack;
  const std::string text = unmasked(heading, words.sides);
  auto [before, after] = sides_in(text, words.sides);
  if (holds_word(text, pack.words("change_heading_change")) && before == after) return Role::change;
  if (holds_word(text, pack.words("change_heading_target"))) return Role::target;
  if (before != after) return before ? Role::before : Role::after;
  if (before) return Role::other;
  if (holds_word(text, pack.words("change_heading_change"))) return Role::change;
  if (holds_word(text, pack.words("change_heading_index")) && count_clusters(text) <= 8) return Role::index;
  if (holds_word(text, pack.words("change_heading_unit"))) return Role::unit;
  if (holds_word(text, pack.words("change_heading_result"))) return Role::result;
  if (holds_word(text, pack.words("change_heading_remark"))) return Role::remark;
  return Role::other;
}

bool tells_time(Role role) {
  return role == Role::before || role == Role::after || role == Role::target || role == Role::change;
}

std::vector<std::string> storeys_of(const Grid& grid, int column, int first, int last) {
  std::vector<std::string> storeys;
  const Cell* above = nullptr;
  for (int row = first; row < last; ++row) {
    const Cell* cell = grid.at(row, column);
    if (cell == nullptr || cell == above) continue;
    above = cell;
    std::string text = folded_spaces(cell->text.utf8);
    if (!text.empty()) storeys.push_back(std::move(text));
  }
  return storeys;
}

class LayoutReader {
 public:
  LayoutReader(const Grid& grid, const ChangeWords& words) : grid_(grid), words_(words) {}

  Layout run() {
    const int first = pass_title();
    layout_.header_rows = first;
    while (layout_.header_rows < grid_.rows() && is_header(layout_.header_rows, first)) ++layout_.header_rows;
    for (int column = 0; column < grid_.columns(); ++column) {
      layout_.columns.push_back(column_of(storeys_of(grid_, column, first, layout_.header_rows), words_));
      look_at_body(column);
    }
    tell_results_by_year();
    return std::move(layout_);
  }

 private:
  /// A first row that is one cell over the whole width is the table's title.
  int pass_title() {
    int row = 0;
    while (row < grid_.rows() && grid_.columns() > 1) {
      const Cell* cell = grid_.at(row, 0);
      if (cell == nullptr || grid_.column_span(*cell) < grid_.columns()) break;
      if (find_numbers(cell->text.utf8, {}).size() > 3) break;
      layout_.title += (row > 0 ? " " : "") + folded_spaces(cell->text.utf8);
      ++row;
    }
    return row;
  }

  /// Headings hold no figures but years; below the first row only what stands under a heading over several
  /// columns.
  [[nodiscard]] bool is_header(int row, int first) const {
    bool filled = false, is_marked = false, is_under = row == first;
    for (int column = 0; column < grid_.columns(); ++column) {
      const Cell* cell = grid_.at(row, column);
      if (cell == nullptr) continue;
      is_marked = is_marked || (cell->header && !grid_.turned());
      const std::string_view text = trimmed(cell->text.utf8);
      filled = filled || !text.empty();
      Day year{};
      if (!is_year_heading(text, words_.pack, year) && is_value(text, words_)) return false;
      const Cell* above = row > first ? grid_.at(row - 1, column) : nullptr;
      if (above != nullptr && (above == cell || grid_.column_span(*above) > grid_.column_span(*cell)))
        is_under = true;
    }
    if (row == first) return filled;
    return filled && (is_marked || (is_under && is_still_heading(row)));
  }

  /// Under a wide heading: the row goes on with roles, units or years, and is not yet the body.
  [[nodiscard]] bool is_still_heading(int row) const {
    for (int column = 0; column < grid_.columns(); ++column) {
      const std::string_view text = grid_.text(row, column);
      Day year{};
      const bool says_kind =
          kind_of(text, words_.pack) != Column::Kind::unknown && count_clusters(text) <= 20;
      if (role_in(text, words_) != Role::other || is_year_heading(text, words_.pack, year) || says_kind)
        return true;
    }
    return false;
  }

  void look_at_body(int column) {
    Column& it = layout_.columns.back();
    int figures = 0, texts = 0, changes = 0;
    for (int row = layout_.header_rows; row < grid_.rows(); ++row) {
      const std::string_view text = trimmed(grid_.text(row, column));
      if (is_value(text, words_)) {
        ++figures;
        changes += is_signed(text) ? 1 : 0;
      } else if (count_clusters(text) >= 2) {
        ++texts;
        it.has_figures = it.has_figures || !find_numbers(text, words_.quantities.units()).empty();
      }
    }
    it.has_figures = it.has_figures || figures > 0;
    const bool is_text = texts > figures;
    const bool is_open = it.role == Role::other || it.role == Role::result;
    if (is_open && figures > 0 && changes * 2 > figures) it.role = Role::change;
    if (it.role == Role::other && figures > 0 && tells_change(it)) it.role = Role::change;
    if (it.role == Role::other && is_text) it.role = Role::measure;
    if (it.role == Role::result && is_text && !it.has_figures) it.role = Role::measure;
    if ((tells_time(it.role) || it.role == Role::year) && !it.has_figures && is_text && column == 0) {
      it.role = Role::measure;
    }
    // "ที่" and "ข้อ" head columns of text as well.
    if (it.role == Role::index && is_text) it.role = Role::measure;
  }

  /// "เท่า" and "จุดร้อยละ" count changes; "จุด" alone counts places.
  [[nodiscard]] bool tells_change(const Column& column) const {
    return column.kind == Column::Kind::times ||
           (column.kind == Column::Kind::points && unit_alone(column.heading, words_).empty());
  }

  /// Results that stand by the year are years.
  void tell_results_by_year() {
    std::vector<std::pair<Column*, Day>> results;
    for (Column& column : layout_.columns) {
      if (column.role == Role::before || column.role == Role::after) return;
      const std::vector<DateMention> dates = find_dates(column.heading);
      const bool is_by_year = dates.size() == 1 && (dates[0].precision == DatePrecision::year ||
                                                    dates[0].precision == DatePrecision::fiscal_year);
      if (column.role == Role::result && is_by_year) results.emplace_back(&column, dates[0].range.earliest);
    }
    if (results.size() < 2) return;
    for (const auto& [column, year] : results) {
      column->role = Role::year;
      column->year = year;
    }
    layout_.has_results_by_year = true;
  }

  /// "+35", "▼ 35%", "ลดลง 42": a change, whatever the heading says.
  [[nodiscard]] bool is_signed(std::string_view text) const {
    return text.starts_with('+') || text.starts_with('-') || text.starts_with("–") || text.starts_with("−") ||
           direction_in(text, words_.pack) != 0;
  }

  const Grid& grid_;
  const ChangeWords& words_;
  Layout layout_;
};

}  // namespace

std::string_view Grid::text(int row, int column) const {
  const Cell* cell = at(row, column);
  return cell == nullptr ? std::string_view{} : std::string_view(cell->text.utf8);
}

bool is_value(std::string_view text, const ChangeWords& words) {
  const std::string_view inner = trimmed(text);
  if (inner.empty() || count_clusters(inner) > 30) return false;
  const std::vector<Figure> figures = words.quantities.find(inner, {});
  if (figures.empty()) return false;
  // "120 (40%)" and "ลดลง 28.0" are values too.
  std::string left;
  std::size_t at = 0;
  for (const Figure& figure : figures) {
    left.append(inner.substr(at, figure.begin > at ? figure.begin - at : 0));
    at = figure.end;
  }
  left.append(inner.substr(at));
  const auto is_small = [&](const std::string& rest) {
    std::string letters;
    for (std::size_t i = 0; i < rest.size();) {
      const std::size_t begin = i;
      const char32_t c = next_code_point(rest, i);
      if (is_thai(c) || (c < 0x80 && std::isalpha(static_cast<int>(c)) != 0))
        letters.append(rest, begin, i - begin);
    }
    return letters.empty() ||
           word_beginning_at(letters, 0, words.pack.words("change_rise_words")) == letters.size() ||
           word_beginning_at(letters, 0, words.pack.words("change_fall_words")) == letters.size();
  };
  return is_small(left);
}

std::string unit_alone(std::string_view text, const ChangeWords& words) {
  std::string_view inner = trimmed(text);
  for (const std::string& word : words.pack.words("change_heading_unit")) {
    if (!inner.starts_with(word)) continue;
    inner = trimmed(inner.substr(word.size()));
    while (!inner.empty() && (inner.front() == ':' || inner.front() == '=')) inner = trimmed(inner.substr(1));
  }
  if (inner.empty()) return {};
  if (word_beginning_at(inner, 0, words.pack.words("change_heading_percent")) == inner.size()) return "ร้อยละ";
  return words.quantities.unit_at(inner, 0) == inner.size() ? std::string(inner) : std::string();
}

namespace {

struct Brackets {
  std::size_t open = std::string_view::npos, close = std::string_view::npos;
  std::string unit;
};

Brackets unit_brackets(std::string_view text, const ChangeWords& words) {
  for (std::size_t open = text.find_first_of("(["); open != std::string_view::npos;
       open = text.find_first_of("([", open + 1)) {
    const std::size_t close = text.find_first_of(")]", open);
    if (close == std::string_view::npos) break;
    std::string unit = unit_alone(text.substr(open + 1, close - open - 1), words);
    if (!unit.empty()) return {open, close, std::move(unit)};
  }
  return {};
}

}  // namespace

std::string unit_in_heading(std::string_view text, const ChangeWords& words) {
  if (Brackets found = unit_brackets(text, words); !found.unit.empty()) return std::move(found.unit);
  for (const std::string& word : words.pack.words("change_heading_unit")) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    if (std::string unit = unit_alone(text.substr(at), words); !unit.empty()) return unit;
  }
  return {};
}

std::string without_unit(std::string_view text, const ChangeWords& words) {
  std::string result(text);
  if (const Brackets found = unit_brackets(text, words); !found.unit.empty()) {
    result.erase(found.open, found.close + 1 - found.open);
  }
  return folded_spaces(result);
}

Column column_of(const std::vector<std::string>& storeys, const ChangeWords& words) {
  Column column;
  std::size_t role_storey = storeys.size();
  for (const std::string& storey : storeys) column.heading += (column.heading.empty() ? "" : " ") + storey;
  Role weak = Role::other;
  for (std::size_t i = storeys.size(); i-- > 0 && role_storey == storeys.size();) {
    const Role role = role_in(storeys[i], words);
    if (tells_time(role)) {
      column.role = role;
      role_storey = i;
    } else if (weak == Role::other) {
      weak = role;
    }
  }
  if (role_storey == storeys.size()) {
    column.role = weak;
    for (const std::string& storey : storeys) {
      Day year{};
      // "ที่" of "ปีที่ 1" also heads running numbers.
      const bool may_be = weak == Role::other || weak == Role::index;
      if (may_be && is_year_heading(storey, words.pack, year)) {
        column.role = Role::year;
        column.year = year;
      }
    }
  }
  for (std::size_t i = 0; i < storeys.size(); ++i) {
    Day year{};
    if (i == role_storey || is_year_heading(storeys[i], words.pack, year)) continue;
    column.label += (column.label.empty() ? "" : " ") + storeys[i];
  }
  column.kind = kind_of(column.heading, words.pack);
  column.direction = direction_in(column.heading, words.pack);
  for (std::size_t i = storeys.size(); i-- > 0 && column.unit.empty();) {
    column.unit = unit_in_heading(storeys[i], words);
    if (column.unit.empty()) column.unit = unit_alone(storeys[i], words);
  }
  return column;
}

Layout layout_of(const Grid& grid, const ChangeWords& words) {
  return LayoutReader(grid, words).run();
}

}  // namespace ruamlint
