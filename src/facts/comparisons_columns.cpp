#include "facts/comparisons_columns.hpp"

#include <algorithm>

namespace ruamlint {
namespace {

using Role = Column::Role;
using ColumnKind = Column::Kind;

class ColumnPairer {
 public:
  ColumnPairer(const Layout& layout, std::string_view said, const ChangeWords& words)
      : layout_(layout), said_(said), words_(words) {}

  std::vector<ColumnPair> run() {
    pair_blocks();
    if (pairs_.empty()) pair_with_years();
    give_changes();
    if (pairs_.empty()) pair_years();
    return std::move(pairs_);
  }

 private:
  [[nodiscard]] const Column& column(int index) const {
    return layout_.columns[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] int columns() const { return static_cast<int>(layout_.columns.size()); }

  [[nodiscard]] std::vector<int> columns_of(Role role) const {
    std::vector<int> found;
    for (int c = 0; c < columns(); ++c)
      if (column(c).role == role && column(c).has_figures) found.push_back(c);
    return found;
  }

  /// Years, the first one first.
  [[nodiscard]] std::vector<int> years() const {
    std::vector<int> found = columns_of(Role::year);
    std::stable_sort(found.begin(), found.end(),
                     [&](int a, int b) { return column(a).year < column(b).year; });
    return found;
  }

  /// Runs of columns before and after (or after and before) make blocks; within a block like goes with like.
  void pair_blocks() {
    const Role after_role = columns_of(Role::after).empty() ? Role::result : Role::after;
    std::vector<int> befores, afters;
    const auto close = [&] {
      if (!befores.empty() && !afters.empty()) pair_block(befores, afters);
      befores.clear();
      afters.clear();
    };
    Role last = Role::other;
    for (int c = 0; c < columns(); ++c) {
      const Role role = column(c).role;
      if (!column(c).has_figures || (role != Role::before && role != after_role)) continue;
      if (role != last && !befores.empty() && !afters.empty()) close();
      (role == Role::before ? befores : afters).push_back(c);
      last = role;
    }
    close();
  }

  void pair_block(const std::vector<int>& befores, const std::vector<int>& afters) {
    if (befores.size() != afters.size()) {
      pairs_.push_back({befores.back(), afters.back(), {}, {}, false, -1});
      return;
    }
    for (std::size_t i = 0; i < befores.size(); ++i) {
      const auto same = std::find_if(afters.begin(), afters.end(), [&](int after) {
        return !column(befores[i]).label.empty() && column(after).label == column(befores[i]).label;
      });
      pairs_.push_back({befores[i], same == afters.end() ? afters[i] : *same, {}, {}, false, -1});
    }
  }

  /// ค่าฐาน | 2564 | 2566: the last year is after. 2561 | 2564 | หลัง: the first one is before.
  void pair_with_years() {
    const std::vector<int> befores = columns_of(Role::before), afters = columns_of(Role::after);
    const std::vector<int> dated = years();
    if (dated.empty() || befores.empty() == afters.empty()) return;
    const int before = befores.empty() ? dated.front() : befores.back();
    const int after = afters.empty() ? dated.back() : afters.back();
    pairs_.push_back({before, after, {}, {}, false, -1});
  }

  /// A change belongs to the pair before it; where pairs stand side by side under one heading, to the one
  /// whose label it shares.
  void give_changes() {
    for (int c = 0; c < columns(); ++c) {
      const bool is_change = column(c).role == Role::change;
      const bool is_ratio =
          column(c).role == Role::other && column(c).kind == ColumnKind::percent && column(c).has_figures;
      if (!is_change && !is_ratio) continue;
      ColumnPair* owner = owner_of(c, is_change);
      if (owner != nullptr) (is_change ? owner->changes : owner->perhaps).push_back(c);
    }
  }

  ColumnPair* owner_of(int c, bool is_change) {
    ColumnPair* owner = nullptr;
    for (ColumnPair& pair : pairs_)
      if (std::max(pair.before, pair.after) < c) owner = &pair;
    if (owner == nullptr) return is_change && pairs_.size() == 1 ? pairs_.data() : nullptr;
    if (!is_change || pairs_.size() != 2 || column(c).kind != ColumnKind::percent) return owner;
    const bool side_by_side = owner->before > pairs_[0].before && pairs_[0].after > pairs_[1].before;
    for (ColumnPair& pair : pairs_) {
      const bool has_its_kind =
          column(pair.after).kind == ColumnKind::percent && column(owner->after).kind != ColumnKind::percent;
      if (side_by_side && std::max(pair.before, pair.after) < c && has_its_kind) owner = &pair;
    }
    return owner;
  }

  void pair_years() {
    const std::vector<int> dated = years();
    if (dated.size() < 2 || column(dated.front()).year == column(dated.back()).year) return;
    const std::vector<int> changes = columns_of(Role::change);
    std::string said(said_);
    for (const Column& it : layout_.columns) said += " " + it.heading;
    if (holds_word(said, words_.pack.words("change_not_measure_words"))) return;
    const bool is_statistics = !changes.empty() || layout_.has_results_by_year ||
                               holds_word(said, words_.pack.words("change_statistics_words"));
    if (!is_statistics) return;
    ColumnPair pair{dated.front(), dated.back(), {}, {}, true, -1};
    if (dated.size() > 2) pair.year_before_last = dated[dated.size() - 2];
    for (int c = 0; c < columns(); ++c)
      if (column(c).role == Role::change) pair.changes.push_back(c);
    pairs_.push_back(std::move(pair));
  }

  const Layout& layout_;
  std::string_view said_;
  const ChangeWords& words_;
  std::vector<ColumnPair> pairs_;
};

}  // namespace

std::vector<ColumnPair> column_pairs(const Layout& layout, std::string_view said, const ChangeWords& words) {
  return ColumnPairer(layout, said, words).run();
}

}  // namespace ruamlint
