#include "facts/comparisons_pairing.hpp"

#include <algorithm>
#include <utility>

#include "facts/comparisons_measure.hpp"
#include "facts/comparisons_pair.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Role = Part::Role;

constexpr std::size_t far = 90;          ///< clusters between the figures of a pair
constexpr std::size_t most_clause = 90;  ///< looked back over for a wish

class PairFinder {
 public:
  explicit PairFinder(SentenceFigures& figures) : figures_(figures), read_(figures.read) {}

  std::vector<Pairing> run() {
    pair_forwards();
    pair_backwards();
    pair_neighbours();
    pair_years();
    std::sort(pairings_.begin(), pairings_.end(),
              [](const Pairing& a, const Pairing& b) { return a.begin < b.begin; });
    std::erase_if(pairings_, [&](const Pairing& pairing) { return is_wished(figures_, pairing); });
    return std::move(pairings_);
  }

 private:
  [[nodiscard]] const Figure& figure(std::size_t i) const { return figures_.figure(i); }
  [[nodiscard]] const Part& part(std::size_t i) const { return figures_.part(i); }
  [[nodiscard]] std::size_t clusters(std::size_t begin, std::size_t end) const {
    return figures_.clusters(begin, end);
  }

  /// A copy of both, their writing shared.
  [[nodiscard]] std::pair<Figure, Figure> shared(std::size_t before, std::size_t after) const {
    std::pair<Figure, Figure> both{figure(before), figure(after)};
    share_writing(both.first, both.second);
    return both;
  }

  [[nodiscard]] bool agree(std::size_t before, std::size_t after) const {
    const auto [a, b] = shared(before, after);
    return same_kind(a, b) && !a.number.times && a.is_fraction == b.is_fraction &&
           read_.words.quantities.agree(a.unit, b.unit);
  }

  [[nodiscard]] bool have_one_unit(std::size_t before, std::size_t after) const {
    return !figure(before).unit.empty() && !figure(after).unit.empty() && agree(before, after);
  }

  /// Other figures between, but for claims and what stands in brackets.
  [[nodiscard]] bool others_between(std::size_t first, std::size_t last) const {
    for (std::size_t i = first + 1; i < last; ++i) {
      const bool is_aside =
          part(i).in_parentheses || part(i).role == Role::claim || part(i).role == Role::share;
      if (!is_aside) return true;
    }
    return false;
  }

  void add(std::size_t before, std::size_t after, std::size_t begin) {
    const std::size_t first = std::min(before, after), last = std::max(before, after);
    Pairing pairing{before, after, begin, figure(last).end, 0};
    pairing.direction = part(after).direction != 0 ? part(after).direction : part(before).direction;
    if (pairing.direction == 0) {
      std::size_t from = begin;
      pairing.direction = direction_before(read_, begin, from);
      pairing.begin = std::min(pairing.begin, from);
      if (pairing.direction == 0 && part(after).key != nowhere && !part(after).by_scope) {
        pairing.direction = direction_before(read_, part(after).begin, from);
      }
    }
    pairing.begin = std::min({pairing.begin, part(first).begin, figure(first).begin});
    figures_.used[before] = figures_.used[after] = true;
    pairings_.push_back(pairing);
  }

  /// จาก A เป็น B; ก่อน A หลัง B.
  void pair_forwards() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (part(i).role == Role::before) {
        if (is_plain_from(i)) continue;
        const bool opens_anew = open.empty() || part(open.back()).key != part(i).key;
        if (opens_anew) open.clear();
        open.push_back(i);
      } else if (part(i).role == Role::after) {
        const auto partner = partner_of(open, i);
        if (partner != open.end()) {
          add(*partner, i, part(*partner).begin);
          open.erase(partner);
        } else if (!extend_chain(i)) {
          add_unequal(open, i);
        }
      } else if (part(i).role == Role::none) {
        extend_by_date(i);
      }
    }
  }

  /// "Open from 9 to 17": in English a change is said by its verb, or claimed behind.
  [[nodiscard]] bool is_plain_from(std::size_t i) const {
    if (part(i).by_scope || part(i).direction != 0) return false;
    const bool is_latin = static_cast<unsigned char>(read_.text[read_.keys[part(i).key].begin]) < 0x80;
    if (!is_latin || figures_.is_claimed_behind(i + 1)) return false;
    const std::size_t begin = read_.sentence_begin(figure(i).begin);
    return std::none_of(read_.keys.begin(), read_.keys.end(), [&](const KeyWord& key) {
      return tells_change(key.term) && key.begin >= begin && key.end <= figure(i).begin;
    });
  }

  std::vector<std::size_t>::iterator partner_of(std::vector<std::size_t>& open, std::size_t after) const {
    const auto fits = [&](std::size_t before, bool strictly) {
      if (!agree(before, after) || (strictly && !have_one_unit(before, after))) return false;
      if (part(before).by_scope && part(after).by_scope) return fits_scope(before, after);
      if (!part(before).by_scope && !figures_.same_sentence(before, after)) return false;
      const std::size_t gap = clusters(figure(before).end, part(after).begin);
      if (others_between(before, after) && !(have_one_unit(before, after) && open.size() == 1)) return false;
      return gap <= (have_one_unit(before, after) ? far : near_clusters);
    };
    for (const bool strictly : {true, false}) {
      for (auto before = open.begin(); before != open.end(); ++before) {
        if (fits(*before, strictly)) return before;
      }
    }
    return open.end();
  }

  /// Two scopes may tell of different things; their words or their neighbourhood must say that they do not.
  [[nodiscard]] bool fits_scope(std::size_t before, std::size_t after) const {
    const std::string a = words_of(before), b = words_of(after);
    const bool nothing_said = count_clusters(a) <= 3 || count_clusters(b) <= 3;
    if (nothing_said) return true;
    return alike(a, b);
  }

  /// What is said between a figure's key word (or the figure before it) and the figure.
  [[nodiscard]] std::string words_of(std::size_t i) const {
    std::size_t begin =
        part(i).key == nowhere ? read_.sentence_begin(figure(i).begin) : read_.keys[part(i).key].end;
    if (i > 0) begin = std::max(begin, figure(i - 1).end);
    return measure_in(read_, begin, figure(i).begin);
  }

  /// จาก 120 เหลือ 95 และเหลือ 78: the last one counts.
  bool extend_chain(std::size_t i) {
    if (i == 0 || pairings_.empty() || part(i).by_scope) return false;
    const Pairing& last = pairings_.back();
    if (last.after != i - 1 || !have_one_unit(last.after, i) ||
        read_.rest_clusters(figure(i - 1).end, part(i).begin) > 6) {
      return false;
    }
    extend(i);
    return true;
  }

  /// จาก 84 (2563) เป็น 70 (2564) และ 42 (2566)
  void extend_by_date(std::size_t i) {
    if (i == 0 || pairings_.empty() || pairings_.back().after != i - 1) return;
    if (part(i - 1).date == nowhere || part(i).date == nowhere || !is_later(i - 1, i)) return;
    const bool goes_on = have_one_unit(i - 1, i) &&
                         read_.rest_clusters(figure(i - 1).end, figure(i).begin) <= most_rest_at_claim;
    if (goes_on) extend(i);
  }

  void extend(std::size_t i) {
    pairings_.back().after = i;
    pairings_.back().end = figure(i).end;
    figures_.used[i] = true;
  }

  /// Right behind each other and yet of different units: a slip that is worth saying.
  void add_unequal(const std::vector<std::size_t>& open, std::size_t after) {
    if (open.size() != 1 || open[0] + 1 != after) return;
    const std::size_t before = open[0];
    if (part(after).by_scope && !(part(before).by_scope && figures_.is_claimed_behind(after))) return;
    const bool both_say = !figure(before).unit.empty() && !figure(after).unit.empty();
    const bool is_place = read_.words.quantities.is_place(figure(before).unit) ||
                          read_.words.quantities.is_place(figure(after).unit);
    std::size_t begin = 0;
    const bool is_change = part(after).by_scope || part(before).direction != 0 ||
                           part(after).direction != 0 ||
                           direction_before(read_, part(before).begin, begin) != 0;
    const bool is_tight = read_.rest_clusters(figure(before).end, part(after).begin) <= most_rest_at_claim;
    if (both_say && !is_place && is_change && is_tight && figures_.same_sentence(before, after) &&
        !figure(after).number.times && !figures_.is_of_before(after)) {
      add(before, after, part(before).begin);
    }
  }

  /// หลังดำเนินการ B จากเดิม A; เพิ่มขึ้นเป็น B จาก A.
  void pair_backwards() {
    for (std::size_t i = 0; i + 1 < figures_.size(); ++i) {
      std::size_t before = i + 1;
      while (before < figures_.size() && (part(before).role == Role::claim || part(before).in_parentheses))
        ++before;
      if (before == figures_.size() || part(before).role != Role::before || figures_.used[before] ||
          figures_.used[i])
        continue;
      if (part(before).key == nowhere || !figures_.same_sentence(i, before)) continue;
      const bool is_near =
          read_.rest_clusters(behind_claims(i, before), part(before).begin) <= most_rest_at_claim + 2;
      std::size_t begin = 0;
      const bool says_before = word_beginning_at(read_.text, read_.keys[part(before).key].begin,
                                                 read_.words.pack.words("change_from_before_words")) > 0;
      const bool is_after =
          (part(i).role == Role::none && says_before) || part(i).role == Role::after ||
          (part(i).role == Role::none && part(before).direction != 0) ||
          (part(i).role == Role::none && direction_before(read_, part(before).begin, begin) != 0);
      if (is_near && is_after && agree(before, i) && (have_one_unit(before, i) || before == i + 1)) {
        add(before, i, part(i).begin);
      }
    }
  }

  [[nodiscard]] std::size_t behind_claims(std::size_t first, std::size_t last) const {
    return last > first + 1 ? figure(last - 1).end : figure(first).end;
  }

  /// 120 ราย ลดลงเหลือ 78 ราย; 120 → 78.
  void pair_neighbours() {
    for (std::size_t i = 1; i < figures_.size(); ++i) {
      if (part(i).role != Role::after || part(i).by_scope || figures_.used[i] || part(i).key == nowhere)
        continue;
      std::size_t before = i - 1;
      while (before > 0 && (part(before).role == Role::claim || part(before).in_parentheses)) --before;
      if (part(before).role != Role::none || figures_.used[before] || figure(before).in_range) continue;
      if (part(before).is_source || is_money_by_year(before, i)) continue;
      if (!figures_.same_sentence(before, i) || !agree(before, i)) continue;
      const KeyWord& key = read_.keys[part(i).key];
      const bool is_arrow = static_cast<unsigned char>(read_.text[key.begin]) == 0xE2 ||
                            read_.text[key.begin] == '-' || read_.text[key.begin] == '=';
      const bool is_change = is_arrow || direction_of(key.term) != 0 || change_before(read_, key.begin);
      const std::size_t rest = read_.rest_clusters(figure(before).end, key.begin);
      if (is_change &&
          (rest <= most_rest_at_claim + 2 ||
           (have_one_unit(before, i) && rest <= near_clusters && part(before).date != nowhere))) {
        add(before, i, figure(before).begin);
      }
    }
  }

  /// ปี 2563 A ... ปี 2566 B, where something says that it is a change.
  void pair_years() {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!is_dated(i)) continue;
      std::size_t last = nowhere;
      for (std::size_t j = i + 1; j < figures_.size(); ++j) {
        if (part(j).role == Role::claim || part(j).role == Role::share ||
            (part(j).in_parentheses && !part(i).in_parentheses))
          continue;
        if (!is_dated(j) || !agree(i, j) || !is_later(i, j) ||
            clusters(figure(j - 1).end, figure(j).begin) > far)
          break;
        if (!fits_years(i, j)) break;
        last = j;
      }
      if (last != nowhere && says_change(i, last)) {
        add(i, last, read_.dates[part(i).date].begin);
        for (std::size_t j = i; j <= last; ++j) figures_.used[j] = true;
      }
    }
  }

  [[nodiscard]] bool is_dated(std::size_t i) const {
    const bool may_be = part(i).role == Role::none || (part(i).role == Role::after && !part(i).by_scope) ||
                        (part(i).role == Role::before && part(i).by_scope);
    return may_be && !figures_.used[i] && !part(i).is_source && part(i).date != nowhere &&
           !figure(i).in_range;
  }

  [[nodiscard]] bool is_later(std::size_t i, std::size_t j) const {
    return read_.dates[part(j).date].range.earliest > read_.dates[part(i).date].range.earliest;
  }

  [[nodiscard]] bool fits_years(std::size_t i, std::size_t j) const {
    const auto words = [&](std::size_t k) {
      const DateMention& date = read_.dates[part(k).date];
      return date.end <= figure(k).begin ? measure_in(read_, date.end, figure(k).begin) : std::string();
    };
    const std::string a = words(i), b = words(j);
    return count_clusters(a) <= 3 || count_clusters(b) <= 3 || alike(a, b);
  }

  /// Money granted and spent is no measure of a result.
  [[nodiscard]] bool is_money_by_year(std::size_t first, std::size_t last) const {
    const std::size_t begin = read_.sentence_begin(figure(first).begin);
    return holds_word(read_.text.substr(begin, figure(last).begin - begin),
                      read_.words.pack.words("change_not_measure_words"));
  }

  [[nodiscard]] bool says_change(std::size_t first, std::size_t last) const {
    const std::size_t begin = read_.dates[part(first).date].begin;
    if (is_money_by_year(first, last)) return false;
    if (part(last).direction != 0) return true;
    if (figures_.is_claimed_behind(last)) return true;
    const std::size_t sentence = read_.sentence_begin(begin);
    return std::any_of(read_.keys.begin(), read_.keys.end(), [&](const KeyWord& key) {
      const bool leads =
          key.begin >= sentence && key.end <= begin && clusters(key.end, begin) <= near_clusters;
      const bool ends = key.begin >= figure(last).end && clusters(figure(last).end, key.begin) <= 8;
      return tells_change(key.term) && !is_to(key.term) && (leads || ends);
    });
  }

  SentenceFigures& figures_;
  const ChangeText& read_;
  std::vector<Pairing> pairings_;
};

}  // namespace

std::size_t SentenceFigures::clusters(std::size_t begin, std::size_t end) const {
  return begin < end ? count_clusters(read.text.substr(begin, end - begin)) : 0;
}

bool SentenceFigures::same_sentence(std::size_t i, std::size_t j) const {
  return read.sentence_begin(figure(i).begin) == read.sentence_begin(figure(j).begin);
}

bool SentenceFigures::is_claimed_behind(std::size_t i) const {
  return i + 1 < size() && part(i + 1).role == Role::claim &&
         read.rest_clusters(figure(i).end, part(i + 1).begin) <= most_rest_at_claim;
}

bool SentenceFigures::is_followed(std::size_t i, Term term) const {
  return std::any_of(read.keys.begin(), read.keys.end(), [&](const KeyWord& key) {
    return key.term == term && key.begin >= figure(i).end && clusters(figure(i).end, key.begin) == 0;
  });
}

std::size_t SentenceFigures::claim_end(std::size_t i) const {
  for (const KeyWord& key : read.keys) {
    const bool is_behind = key.begin >= figure(i).end && clusters(figure(i).end, key.begin) == 0;
    if (is_behind && key.term == Term::of_before) return key.end;
  }
  return figure(i).end;
}

bool SentenceFigures::is_in_points(std::size_t i) const {
  std::size_t at = figure(i).number.end;
  while (at < read.text.size() && read.text[at] == ' ') ++at;
  const std::size_t points = word_beginning_at(read.text, at, read.words.pack.words("change_points_words"));
  if (points == 0 || at + points == read.text.size()) return points > 0;
  // "(ร้อยละ 75) จุดความร้อนลดลง" goes on with places, not with points.
  const bool is_unit = read.words.quantities.unit_at(read.text, at) == points;
  std::size_t behind = at + points;
  return !is_unit || !is_thai(next_code_point(read.text, behind));
}

std::vector<Pairing> pairings_of(SentenceFigures& figures) {
  return PairFinder(figures).run();
}

bool is_wished(const SentenceFigures& figures, const Pairing& pairing) {
  std::size_t begin = figures.read.sentence_begin(pairing.begin);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const bool is_earlier_pair = figures.figure(i).end <= pairing.begin && figures.used[i];
    if (is_earlier_pair) begin = std::max(begin, figures.figure(i).end);
  }
  bool wished = false;
  for (const KeyWord& key : figures.read.keys) {
    if (key.begin < begin || key.begin >= pairing.end) continue;
    if (figures.clusters(key.end, pairing.begin) > most_clause) continue;
    if (key.term == Term::target) wished = true;
    if (key.term == Term::result) wished = false;
  }
  return wished;
}

}  // namespace ruamlint
