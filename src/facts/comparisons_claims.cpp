#include "facts/comparisons_claims.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Role = Part::Role;

constexpr std::size_t most_time_clusters = 16;

class ClaimReader {
 public:
  explicit ClaimReader(SentenceFigures& figures) : figures_(figures) {}

  std::vector<Claim> run(std::size_t index, const std::vector<Pairing>& pairings, std::string_view measure) {
    const Pairing& pairing = pairings[index];
    direction_ = pairing.direction;
    const std::size_t first = std::min(pairing.before, pairing.after);
    const std::size_t last = std::max(pairing.before, pairing.after);
    claim_in_front(pairing, first);
    for (std::size_t i = first + 1; i < last; ++i) add(i);
    claims_behind(index, pairings, last, measure);
    return std::move(claims_);
  }

  std::optional<Claim> alone(std::size_t i) { return add(i) ? std::optional(claims_.back()) : std::nullopt; }

 private:
  [[nodiscard]] const Figure& figure(std::size_t i) const { return figures_.figure(i); }
  [[nodiscard]] const Part& part(std::size_t i) const { return figures_.part(i); }

  /// "ลดลงร้อยละ 35 (จาก 120 เป็น 78)", "เพิ่มขึ้นเป็น 2 เท่า คือจาก 100 เป็น 200".
  void claim_in_front(const Pairing& pairing, std::size_t first) {
    if (first == 0) return;
    const std::size_t i = first - 1, end = figures_.claim_end(i);
    const bool is_claim = part(i).role == Role::claim || part(i).role == Role::share ||
                          (part(i).role == Role::after && (figure(i).number.times || figure(i).is_fraction));
    if (is_claim && !figures_.used[i] &&
        figures_.read.rest_clusters(end, pairing.begin) <= most_rest_at_claim &&
        figures_.clusters(end, pairing.begin) <= near_clusters) {
      add(i);
    }
  }

  void claims_behind(std::size_t index, const std::vector<Pairing>& pairings, std::size_t last,
                     std::string_view measure) {
    std::size_t end = figure(last).end;
    for (std::size_t i = last + 1; i < figures_.size(); ++i) {
      const std::size_t begin = std::min(part(i).begin, figure(i).begin);
      if (figures_.used[i] || !speaks_on(end, begin, measure) || claims_next(i, index, pairings)) return;
      if (!add(i) && !part(i).in_parentheses) return;
      end = figures_.claim_end(i);
    }
  }

  [[nodiscard]] bool speaks_on(std::size_t end, std::size_t begin, std::string_view measure) const {
    if (begin < end) return true;
    const bool is_label = figures_.read.text.substr(end, begin - end).find('\n') != std::string_view::npos;
    const std::string rest = figures_.read.rest(end, begin);
    const std::size_t clusters = count_clusters(rest);
    return clusters <= most_rest_at_claim || (!is_label && says_when(end, begin)) ||
           (!is_label && clusters <= near_clusters && alike(rest, measure) &&
            clusters <= count_clusters(measure) + 2);
  }

  /// "(เหลือร้อยละ 17) ในฤดูการผลิตปี 2566 (ลดลง 51 จุด)": from a small word to a date.
  [[nodiscard]] bool says_when(std::size_t end, std::size_t begin) const {
    const ChangeText& read = figures_.read;
    const std::string_view lead = trimmed(read.text.substr(end, begin - end));
    if (word_beginning_at(lead, 0, read.words.pack.words("change_time_leads")) == 0) return false;
    return std::any_of(read.dates.begin(), read.dates.end(), [&](const DateMention& date) {
      return date.begin >= end && date.end <= begin &&
             figures_.clusters(end, date.begin) <= most_time_clusters &&
             read.rest_clusters(date.end, begin) <= most_rest_at_claim;
    });
  }

  /// "ลดลงร้อยละ 35 จาก 120 เป็น 78" right before the next pair is that one's.
  [[nodiscard]] bool claims_next(std::size_t i, std::size_t index,
                                 const std::vector<Pairing>& pairings) const {
    if (index + 1 >= pairings.size()) return false;
    const Pairing& next = pairings[index + 1];
    const std::size_t first = std::min(next.before, next.after);
    return figure(i).end <= next.begin && first == i + 1 && part(first).role == Role::before &&
           !part(first).by_scope &&
           figures_.read.text.substr(figure(i).end, next.begin - figure(i).end).find_first_not_of(" (") ==
               std::string_view::npos;
  }

  bool add(std::size_t i) {
    const Figure& amount = figure(i);
    if (amount.in_range) return false;
    Claim claim;
    claim.begin = std::min(part(i).begin, amount.begin);
    claim.end = amount.end;
    const bool has_no_unit = amount.number.percent || figures_.is_in_points(i);
    claim.unit = has_no_unit ? std::string() : amount.unit;
    const bool is_read = part(i).role == Role::after   ? read_after(i, claim)
                         : part(i).role == Role::claim ? read_change(i, claim)
                                                       : read_share(i, claim);
    if (!is_read) return false;
    claims_.push_back(claim);
    figures_.used[i] = true;
    return true;
  }

  /// ลดลงเหลือครึ่งหนึ่ง, เพิ่มขึ้นเป็น 2 เท่า
  bool read_after(std::size_t i, Claim& claim) const {
    const Number& number = figure(i).number;
    if (!number.times && !number.word && !figures_.is_of_before(i)) return false;
    claim.readings = readings_of_amount(figure(i), part(i).direction, true, false);
    return true;
  }

  bool read_change(std::size_t i, Claim& claim) const {
    const bool of_before = part(i).of_before || (figures_.is_of_before(i) && figure(i).number.times);
    claim.readings = readings_of_amount(figure(i), part(i).direction, of_before, figures_.is_in_points(i));
    claim.if_it_fits =
        (!figures_.is_of_before(i) && figures_.is_followed(i, Term::of_whole)) || is_up_to(part(i));
    return true;
  }

  bool read_share(std::size_t i, Claim& claim) const {
    const Figure& amount = figure(i);
    const bool is_share = part(i).role == Role::share || part(i).in_parentheses;
    const bool of_before = figures_.is_of_before(i);
    const bool of_whole = !of_before && figures_.is_followed(i, Term::of_whole);
    const bool may_be = amount.number.percent || amount.number.times || part(i).in_parentheses;
    if (!is_share || of_whole || !may_be) return false;
    const bool follows_claim = i > 0 && !claims_.empty() && claims_.back().end == figure(i - 1).end &&
                               !claims_.back().readings.empty();
    const int direction = follows_claim ? claims_.back().readings[0].direction : direction_;
    if (!of_before) claim.readings = readings_of_amount(amount, direction, false, figures_.is_in_points(i));
    const bool is_multiple = amount.number.times;
    if (of_before || is_multiple || (amount.number.percent && !follows_claim)) {
      for (const StatedChange& share : readings_of_amount(amount, direction, true, false))
        claim.readings.push_back(share);
    }
    claim.if_it_fits = !is_multiple && !of_before && (direction == 0 || part(i).in_parentheses);
    return true;
  }

  /// "เพิ่มขึ้นถึงร้อยละ 80" is by or up to.
  [[nodiscard]] bool is_up_to(const Part& role) const {
    if (role.key == nowhere) return false;
    return trimmed(figures_.read.text.substr(figures_.read.keys[role.key].end)).starts_with("ถึง");
  }

  SentenceFigures& figures_;
  std::vector<Claim> claims_;
  int direction_ = 0;  ///< of the pair
};

}  // namespace

std::vector<Claim> claims_of(std::size_t index, const std::vector<Pairing>& pairings,
                             std::string_view measure, SentenceFigures& figures) {
  return ClaimReader(figures).run(index, pairings, measure);
}

std::optional<Claim> lone_claim(std::size_t i, SentenceFigures& figures) {
  return ClaimReader(figures).alone(i);
}

}  // namespace ruamlint
