#include "facts/comparisons_sentences.hpp"

#include <algorithm>
#include <utility>

#include "facts/comparisons_measure.hpp"
#include "facts/comparisons_roles.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Kind = Comparison::ClaimKind;
using Role = Part::Role;

constexpr std::size_t most_rest = 1;        ///< clusters between a pair and its claim
constexpr std::size_t near = 25, far = 90;  ///< between the figures of a pair
constexpr std::size_t most_clause = 90;     ///< looked back over for a wish

struct Pairing {
  std::size_t before = 0, after = 0;  ///< figures
  std::size_t begin = 0, end = 0;     ///< bytes, key words included
  int direction = 0;
};

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const ChangeWords& words, std::string_view named)
      : read_(text, words), named_(named), parts_(parts_of(read_)), used_(parts_.size(), false) {}

  SentenceChanges run() {
    pair_forwards();
    pair_backwards();
    pair_neighbours();
    pair_years();
    std::sort(pairings_.begin(), pairings_.end(),
              [](const Pairing& a, const Pairing& b) { return a.begin < b.begin; });
    std::erase_if(pairings_, [&](const Pairing& pairing) { return is_wished(pairing); });
    SentenceChanges changes;
    for (std::size_t i = 0; i < pairings_.size(); ++i) changes.pairs.push_back(pair_of(i));
    changes.after_only = figures_without_before();
    return changes;
  }

 private:
  const Figure& figure(std::size_t i) const { return read_.figures[i]; }
  const Part& part(std::size_t i) const { return parts_[i]; }
  const QuantityWords& quantities() const { return read_.words.quantities; }

  // ---- Which figures belong together
  // ------------------------------------------------------------------------

  /// A copy of both, their writing shared.
  [[nodiscard]] std::pair<Figure, Figure> shared(std::size_t before, std::size_t after) const {
    std::pair<Figure, Figure> both{figure(before), figure(after)};
    share_writing(both.first, both.second);
    return both;
  }

  [[nodiscard]] bool agree(std::size_t before, std::size_t after) const {
    const auto [a, b] = shared(before, after);
    return same_kind(a, b) && !a.number.times && quantities().agree(a.unit, b.unit);
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

  [[nodiscard]] std::size_t clusters(std::size_t begin, std::size_t end) const {
    return begin < end ? count_clusters(read_.text.substr(begin, end - begin)) : 0;
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
    used_[before] = used_[after] = true;
    pairings_.push_back(pairing);
  }

  [[nodiscard]] bool same_sentence(std::size_t i, std::size_t j) const {
    return read_.sentence_begin(figure(i).begin) == read_.sentence_begin(figure(j).begin);
  }

  /// จาก A เป็น B; ก่อน A หลัง B.
  void pair_forwards() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
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
      }
    }
  }

  /// "Open from 9 to 17": in English a change is said by its verb, or claimed behind.
  [[nodiscard]] bool is_plain_from(std::size_t i) const {
    if (part(i).by_scope || part(i).direction != 0) return false;
    const bool is_latin = static_cast<unsigned char>(read_.text[read_.keys[part(i).key].begin]) < 0x80;
    if (!is_latin || is_claimed_behind(i + 1)) return false;
    const std::size_t begin = read_.sentence_begin(figure(i).begin);
    return std::none_of(read_.keys.begin(), read_.keys.end(), [&](const KeyWord& key) {
      return direction_of(key.term) != 0 && key.begin >= begin && key.end <= figure(i).begin;
    });
  }

  std::vector<std::size_t>::iterator partner_of(std::vector<std::size_t>& open, std::size_t after) const {
    const auto fits = [&](std::size_t before, bool strictly) {
      if (!agree(before, after) || (strictly && !have_one_unit(before, after))) return false;
      if (part(before).by_scope && part(after).by_scope) return fits_scope(before, after);
      if (!part(before).by_scope && !same_sentence(before, after)) return false;
      const std::size_t gap = clusters(figure(before).end, part(after).begin);
      if (others_between(before, after) && !(have_one_unit(before, after) && open.size() == 1)) return false;
      return gap <= (have_one_unit(before, after) ? far : near);
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
    Pairing& last = pairings_.back();
    if (last.after != i - 1 || !have_one_unit(last.after, i) ||
        read_.rest_clusters(figure(i - 1).end, part(i).begin) > 6) {
      return false;
    }
    last.after = i;
    last.end = figure(i).end;
    used_[i] = true;
    return true;
  }

  /// Right behind each other and yet of different units: a slip that is worth saying.
  void add_unequal(const std::vector<std::size_t>& open, std::size_t after) {
    if (open.size() != 1 || open[0] + 1 != after) return;
    const std::size_t before = open[0];
    if (part(after).by_scope && !(part(before).by_scope && is_claimed_behind(after))) return;
    const bool both_say = !figure(before).unit.empty() && !figure(after).unit.empty();
    const bool is_place =
        quantities().is_place(figure(before).unit) || quantities().is_place(figure(after).unit);
    std::size_t begin = 0;
    const bool is_change = part(after).by_scope || part(before).direction != 0 ||
                           part(after).direction != 0 ||
                           direction_before(read_, part(before).begin, begin) != 0;
    const bool is_tight = read_.rest_clusters(figure(before).end, part(after).begin) <= most_rest;
    if (both_say && !is_place && is_change && is_tight && same_sentence(before, after) &&
        !figure(after).number.times && !of_before_behind(after)) {
      add(before, after, part(before).begin);
    }
  }

  [[nodiscard]] bool is_claimed_behind(std::size_t i) const {
    return i + 1 < parts_.size() && part(i + 1).role == Role::claim &&
           read_.rest_clusters(figure(i).end, part(i + 1).begin) <= most_rest;
  }

  /// หลังดำเนินการ B จากเดิม A; เพิ่มขึ้นเป็น B จาก A.
  void pair_backwards() {
    for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
      std::size_t before = i + 1;
      while (before < parts_.size() && (part(before).role == Role::claim || part(before).in_parentheses))
        ++before;
      if (before == parts_.size() || part(before).role != Role::before || used_[before] || used_[i]) continue;
      if (part(before).key == nowhere || !same_sentence(i, before)) continue;
      const bool is_near = read_.rest_clusters(behind_claims(i, before), part(before).begin) <= most_rest + 2;
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
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      if (part(i).role != Role::after || part(i).by_scope || used_[i] || part(i).key == nowhere) continue;
      std::size_t before = i - 1;
      while (before > 0 && (part(before).role == Role::claim || part(before).in_parentheses)) --before;
      if (part(before).role != Role::none || used_[before] || figure(before).in_range) continue;
      if (part(before).is_source || is_money_by_year(before, i)) continue;
      if (!same_sentence(before, i) || !agree(before, i)) continue;
      const KeyWord& key = read_.keys[part(i).key];
      const bool is_arrow = static_cast<unsigned char>(read_.text[key.begin]) == 0xE2 ||
                            read_.text[key.begin] == '-' || read_.text[key.begin] == '=';
      std::size_t begin = 0;
      const bool is_change =
          is_arrow || direction_of(key.term) != 0 || direction_before(read_, key.begin, begin) != 0;
      const std::size_t rest = read_.rest_clusters(figure(before).end, key.begin);
      if (is_change && (rest <= most_rest + 2 ||
                        (have_one_unit(before, i) && rest <= near && part(before).date != nowhere))) {
        add(before, i, figure(before).begin);
      }
    }
  }

  /// ปี 2563 A ... ปี 2566 B, where something says that it is a change.
  void pair_years() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!is_dated(i)) continue;
      std::size_t last = nowhere;
      for (std::size_t j = i + 1; j < parts_.size(); ++j) {
        if (part(j).role == Role::claim || part(j).role == Role::share || part(j).in_parentheses) continue;
        if (!is_dated(j) || !agree(i, j) || !is_later(i, j) ||
            clusters(figure(j - 1).end, figure(j).begin) > far)
          break;
        if (!fits_years(i, j)) break;
        last = j;
      }
      if (last != nowhere && says_change(i, last)) {
        add(i, last, read_.dates[part(i).date].begin);
        for (std::size_t j = i; j <= last; ++j) used_[j] = true;
      }
    }
  }

  [[nodiscard]] bool is_dated(std::size_t i) const {
    const bool may_be = part(i).role == Role::none || (part(i).role == Role::after && !part(i).by_scope) ||
                        (part(i).role == Role::before && part(i).by_scope);
    return may_be && !used_[i] && !part(i).is_source && part(i).date != nowhere && !figure(i).in_range;
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
    if (is_claimed_behind(last)) return true;
    const std::size_t sentence = read_.sentence_begin(begin);
    return std::any_of(read_.keys.begin(), read_.keys.end(), [&](const KeyWord& key) {
      const bool leads = key.begin >= sentence && key.end <= begin && clusters(key.end, begin) <= near;
      const bool ends = key.begin >= figure(last).end && clusters(figure(last).end, key.begin) <= 8;
      return direction_of(key.term) != 0 && !is_to(key.term) && (leads || ends);
    });
  }

  // ---- What is wished is not so
  // -----------------------------------------------------------------------------

  [[nodiscard]] bool is_wished(const Pairing& pairing) const {
    std::size_t begin = read_.sentence_begin(pairing.begin);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const bool is_earlier_pair = figure(i).end <= pairing.begin && used_[i];
      if (is_earlier_pair) begin = std::max(begin, figure(i).end);
    }
    bool wished = false;
    for (const KeyWord& key : read_.keys) {
      if (key.begin < begin || key.begin >= pairing.end) continue;
      if (clusters(key.end, pairing.begin) > most_clause) continue;
      if (key.term == Term::target) wished = true;
      if (key.term == Term::result) wished = false;
    }
    return wished;
  }

  // ---- Claims
  // -----------------------------------------------------------------------------------------------

  FigurePair pair_of(std::size_t index) {
    const Pairing& pairing = pairings_[index];
    FigurePair pair;
    pair.before = figure(pairing.before);
    pair.after = figure(pairing.after);
    pair.direction = pairing.direction;
    pair.measure = measure_of(pairing);
    find_verb(pairing, pair);
    pair.before_date = day_of(pairing.before);
    pair.after_date = day_of(pairing.after);
    const std::size_t first = std::min(pairing.before, pairing.after);
    const std::size_t last = std::max(pairing.before, pairing.after);
    claim_in_front(pairing, first, pair);
    for (std::size_t i = first + 1; i < last; ++i) add_claim(i, pairing, pair);
    claims_behind(pairing, last, pair);
    return pair;
  }

  void find_verb(const Pairing& pairing, FigurePair& pair) const {
    for (const KeyWord& key : read_.keys) {
      const bool says_it = direction_of(key.term) != 0 && direction_of(key.term) == pairing.direction;
      if (!says_it || key.begin < pairing.begin || key.end > pairing.end || pair.verb_end > 0) continue;
      pair.verb_begin = key.begin;
      pair.verb_end = key.end;
    }
  }

  [[nodiscard]] std::optional<Day> day_of(std::size_t i) const {
    if (part(i).date == nowhere) return std::nullopt;
    return read_.dates[part(i).date].range.earliest;
  }

  void claim_in_front(const Pairing& pairing, std::size_t first, FigurePair& pair) {
    if (first == 0) return;
    const std::size_t i = first - 1;
    if (part(i).role == Role::claim && !used_[i] &&
        read_.rest_clusters(figure(i).end, pairing.begin) <= most_rest &&
        clusters(figure(i).end, pairing.begin) <= near) {
      add_claim(i, pairing, pair);
    }
  }

  void claims_behind(const Pairing& pairing, std::size_t last, FigurePair& pair) {
    std::size_t end = figure(last).end;
    for (std::size_t i = last + 1; i < parts_.size(); ++i) {
      const std::size_t begin = std::min(part(i).begin, figure(i).begin);
      const bool is_label = read_.text.substr(end, begin - end).find('\n') != std::string_view::npos;
      const std::string rest = read_.rest(end, begin);
      const bool speaks_on = count_clusters(rest) <= most_rest ||
                             (!is_label && count_clusters(rest) <= near && alike(rest, pair.measure) &&
                              count_clusters(rest) <= count_clusters(pair.measure) + 2);
      const bool is_next_pair = claims_next(i, index_of(pairing));
      if (used_[i] || !speaks_on || is_next_pair) return;
      if (!add_claim(i, pairing, pair) && !part(i).in_parentheses) return;
      end = figure(i).end;
    }
  }

  [[nodiscard]] std::size_t index_of(const Pairing& pairing) const {
    return static_cast<std::size_t>(&pairing - pairings_.data());
  }

  /// "ลดลงร้อยละ 35 จาก 120 เป็น 78" right before the next pair is that one's.
  [[nodiscard]] bool claims_next(std::size_t i, std::size_t pairing) const {
    if (pairing + 1 >= pairings_.size()) return false;
    const Pairing& next = pairings_[pairing + 1];
    return figure(i).end <= next.begin && std::min(next.before, next.after) == i + 1 &&
           part(std::min(next.before, next.after)).role == Role::before &&
           !part(std::min(next.before, next.after)).by_scope &&
           read_.text.substr(figure(i).end, next.begin - figure(i).end).find_first_not_of(" (") ==
               std::string_view::npos;
  }

  bool add_claim(std::size_t i, const Pairing& pairing, FigurePair& pair) {
    const Figure& amount = figure(i);
    const Part& role = part(i);
    if (amount.in_range) return false;
    Claim claim;
    claim.begin = std::min(role.begin, amount.begin);
    claim.end = amount.end;
    claim.unit = amount.number.percent || is_points_unit(amount.unit) ? std::string() : amount.unit;
    const bool of_before = of_before_behind(i);
    const bool of_whole = !of_before && key_behind(i, Term::of_whole);
    const bool in_points = is_in_points(i);
    const std::size_t before = i - 1;
    const bool follows_claim = i > 0 && !pair.claims.empty() && pair.claims.back().end == figure(before).end;
    int direction = role.direction;
    if (role.role == Role::after) {
      // ลดลงเหลือครึ่งหนึ่ง, เพิ่มขึ้นเป็น 2 เท่า
      if (!amount.number.times && !amount.number.word && !of_before) return false;
      claim.readings = readings_of_amount(amount, direction, true, false);
    } else if (role.role == Role::claim) {
      claim.readings = readings_of_amount(amount, direction, false, in_points);
      claim.if_it_fits = of_whole || is_up_to(role);
    } else if (role.role == Role::share || role.in_parentheses) {
      if (of_whole || !(amount.number.percent || amount.number.times || role.in_parentheses)) return false;
      direction = follows_claim && !pair.claims.back().readings.empty()
                      ? pair.claims.back().readings[0].direction
                      : pairing.direction;
      if (!of_before) claim.readings = readings_of_amount(amount, direction, false, in_points);
      const bool is_multiple = amount.number.times;
      if (of_before || is_multiple || (amount.number.percent && !follows_claim)) {
        for (const StatedChange& share : readings_of_amount(amount, direction, true, false))
          claim.readings.push_back(share);
      }
      claim.if_it_fits = !is_multiple && !of_before && (direction == 0 || role.in_parentheses);
    } else {
      return false;
    }
    pair.claims.push_back(claim);
    used_[i] = true;
    return true;
  }

  /// "เพิ่มขึ้นถึงร้อยละ 80" is by or up to.
  [[nodiscard]] bool is_up_to(const Part& role) const {
    if (role.key == nowhere) return false;
    const std::string_view behind = trimmed(read_.text.substr(read_.keys[role.key].end));
    return behind.starts_with("ถึง");
  }

  [[nodiscard]] bool key_behind(std::size_t i, Term term) const {
    const std::size_t end = behind_points(i);
    return std::any_of(read_.keys.begin(), read_.keys.end(), [&](const KeyWord& key) {
      return key.term == term && key.begin >= end && clusters(end, key.begin) == 0;
    });
  }
  [[nodiscard]] bool of_before_behind(std::size_t i) const { return key_behind(i, Term::of_before); }

  [[nodiscard]] bool is_points_unit(std::string_view unit) const {
    const std::vector<std::string>& points = read_.words.pack.words("change_points_words");
    return std::find(points.begin(), points.end(), unit) != points.end();
  }

  [[nodiscard]] std::size_t behind_points(std::size_t i) const {
    std::size_t at = figure(i).number.end;
    while (at < read_.text.size() && read_.text[at] == ' ') ++at;
    const std::size_t points =
        word_beginning_at(read_.text, at, read_.words.pack.words("change_points_words"));
    return points > 0 ? at + points : figure(i).end;
  }

  [[nodiscard]] bool is_in_points(std::size_t i) const {
    return behind_points(i) > figure(i).number.end && points_at(i);
  }
  [[nodiscard]] bool points_at(std::size_t i) const {
    std::size_t at = figure(i).number.end;
    while (at < read_.text.size() && read_.text[at] == ' ') ++at;
    return word_beginning_at(read_.text, at, read_.words.pack.words("change_points_words")) > 0;
  }

  // ---- Names
  // ------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string measure_of(const Pairing& pairing) const {
    const std::size_t first = std::min(pairing.before, pairing.after);
    std::size_t begin = read_.text.substr(0, pairing.begin).rfind('\n');
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    for (std::size_t i = 0; i < first; ++i) {
      const bool is_own_claim = part(i).role == Role::claim && i + 1 == first && !used_[i];
      if (!is_own_claim) begin = std::max(begin, figure(i).end);
    }
    const std::size_t key_end = part(first).key == nowhere ? pairing.begin : read_.keys[part(first).key].end;
    const std::string behind_key =
        measure_in(read_, std::max(key_end, first > 0 ? figure(first - 1).end : 0), figure(first).begin);
    std::size_t end = pairing.begin;
    if (first > 0 && part(first - 1).role == Role::claim && !used_[first - 1])
      end = std::min(end, part(first - 1).begin);
    const std::string in_front = measure_in(read_, begin, end);
    const bool behind_first = part(first).by_scope || part(first).role == Role::none;
    const std::string& one = behind_first ? behind_key : in_front;
    const std::string& other = behind_first ? in_front : behind_key;
    if (count_clusters(one) >= 2) return one;
    if (count_clusters(other) >= 2) return other;
    return std::string(named_);
  }

  // ---- Results without a before
  // -----------------------------------------------------------------------------

  std::vector<LooseFigure> figures_without_before() {
    std::vector<LooseFigure> figures;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& role = part(i);
      const bool is_change = role.role == Role::claim && role.key != nowhere;
      const bool is_after = role.role == Role::after && (role.by_scope || role.direction != 0);
      if (used_[i] || !(is_change || is_after)) continue;
      if (is_wished({i, i, role.begin, figure(i).end, 0})) continue;
      std::size_t begin = read_.sentence_begin(role.begin);
      if (i > 0) begin = std::max(begin, figure(i - 1).end);
      LooseFigure loose{figure(i), measure_in(read_, begin, role.begin), std::nullopt};
      FigurePair none;
      if (is_change && add_claim(i, {}, none)) loose.claim = none.claims.back();
      figures.push_back(std::move(loose));
    }
    return figures;
  }

  ChangeText read_;
  std::string_view named_;
  std::vector<Part> parts_;
  std::vector<bool> used_;
  std::vector<Pairing> pairings_;
};

}  // namespace

SentenceChanges changes_in_sentences(std::string_view text, const ChangeWords& words,
                                     std::string_view named) {
  return SentenceReader(text, words, named).run();
}

}  // namespace ruamlint
