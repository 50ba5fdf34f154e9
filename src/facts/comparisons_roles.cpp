#include "facts/comparisons_roles.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Role = Part::Role;

constexpr std::size_t most_rest = 1;          ///< clusters between a verb and its amount
constexpr std::size_t most_behind_from = 45;  ///< จากเดิมที่มีผู้ป่วย...
constexpr std::size_t most_behind_scope = 220;
constexpr std::size_t most_behind_date = 60;
constexpr std::size_t most_behind_label = 6;
constexpr std::size_t most_object = 40;  ///< of a verb that has its end behind it

class RoleFinder {
 public:
  explicit RoleFinder(const ChangeText& read) : read_(read) {}

  std::vector<Part> run() {
    for (std::size_t i = 0; i < read_.figures.size(); ++i) {
      Part part = part_of(i);
      part.in_parentheses = read_.in_parentheses(read_.figures[i].begin);
      if (part.key != nowhere) part.begin = std::min(part.begin, read_.keys[part.key].begin);
      parts_.push_back(part);
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i].date = date_of(i);
    return std::move(parts_);
  }

 private:
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return begin < end ? read_.text.substr(begin, end - begin) : std::string_view{};
  }

  /// How many figures stand between byte `begin` and figure `i`.
  [[nodiscard]] std::size_t figures_since(std::size_t begin, std::size_t i) const {
    std::size_t count = 0;
    while (count < i && read_.figures[i - count - 1].begin >= begin) ++count;
    return count;
  }

  [[nodiscard]] bool is_wish_between(std::size_t begin, std::size_t end) const {
    return std::any_of(read_.keys.begin(), read_.keys.end(), [&](const KeyWord& key) {
      return key.term == Term::target && key.begin >= begin && key.end <= end;
    });
  }

  Part part_of(std::size_t i) {
    const Figure& figure = read_.figures[i];
    Part part;
    part.begin = figure.begin;
    if (figure.in_range) return part;
    if (is_own_verb(figure, part) || behind_amount(figure, part)) return part;
    const std::size_t limit = read_.sentence_begin(figure.begin);
    bool past_to = false;
    for (std::size_t k = read_.keys.size(); k-- > 0;) {
      const KeyWord& key = read_.keys[k];
      if (key.end > figure.begin) continue;
      if (key.begin < limit && !is_scope(key.term)) continue;
      if (decide(i, k, past_to, part)) return part;
      past_to = past_to || is_to(key.term);
    }
    share_of_before(figure, part);
    return part;
  }

  static bool is_scope(Term term) { return term == Term::before || term == Term::after; }

  /// Whether key word `k` gives figure `i` its role; the nearest does.
  bool decide(std::size_t i, std::size_t k, bool past_to, Part& part) const {
    const KeyWord& key = read_.keys[k];
    const Figure& figure = read_.figures[i];
    const std::size_t others = figures_since(key.end, i);
    const auto rest = [&] { return read_.rest_clusters(key.end, figure.begin); };
    const auto give = [&](Role role) {
      part.role = role;
      part.key = k;
      return true;
    };
    switch (key.term) {
      case Term::to:
      case Term::rise_to:
      case Term::fall_to:
        if (others > 0 || rest() > most_rest) return false;
        part.direction = direction_of(key.term);
        return give(Role::after);
      case Term::rise:
      case Term::fall:
      case Term::change:
        if (others > 0 || (rest() > most_rest && !is_split_verb(key, figure))) return false;
        part.direction = direction_of(key.term);
        return give(Role::claim);
      case Term::share:
        if (others > 0 || rest() > most_rest || gives_value(k)) return false;
        return share_of(k, part) && give(part.direction != 0 ? Role::claim : Role::share);
      case Term::from:
        if (others > 0 || past_to) return false;
        if (!is_origin(key, figure)) {
          part.is_source = count_clusters(between(key.end, figure.begin)) <= most_behind_from;
          return false;
        }
        part.direction = direction_before(read_, key.begin, part.begin);
        return give(Role::before);
      case Term::before:
      case Term::after:
        if (figure.number.times) return false;
        if (count_clusters(between(key.end, figure.begin)) > most_behind_scope ||
            is_wish_between(key.end, figure.begin)) {
          return give(Role::none);
        }
        part.by_scope = true;
        return give(key.term == Term::before ? Role::before : Role::after);
      case Term::before_label:
      case Term::after_label:
        if (!is_label(key, figure)) return false;
        part.by_scope = true;
        return give(key.term == Term::before_label ? Role::before : Role::after);
      default:
        return false;
    }
  }

  /// "ลด (จำนวนผู้ป่วย) ลงได้ร้อยละ 35": the verb's end stands at the figure, its object between.
  [[nodiscard]] bool is_split_verb(const KeyWord& key, const Figure& figure) const {
    const std::string_view gap = between(key.end, figure.begin);
    if (key.term == Term::change || count_clusters(gap) > most_object) return false;
    const std::vector<std::string>& ends = read_.words.pack.words(
        direction_of(key.term) > 0 ? "change_rise_particles" : "change_fall_particles");
    return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) {
      const std::size_t at = gap.rfind(end);
      return at != std::string_view::npos && at > 0 &&
             read_.rest_clusters(key.end + at + end.size(), figure.begin) <= most_rest;
    });
  }

  /// "ปี 2562 = 1,240 ราย", "ก่อน = 12": a sign between a time and its figure.
  [[nodiscard]] bool gives_value(std::size_t k) const {
    const KeyWord& key = read_.keys[k];
    if (is_thai_or_latin(key)) return false;
    const auto touches = [&](std::size_t end) {
      return end <= key.begin && trimmed(between(end, key.begin)).empty();
    };
    const bool is_date = std::any_of(read_.dates.begin(), read_.dates.end(),
                                     [&](const DateMention& date) { return touches(date.end); });
    return is_date || (k > 0 && touches(read_.keys[k - 1].end) && is_time(read_.keys[k - 1].term));
  }

  static bool is_time(Term term) {
    return is_scope(term) || term == Term::before_label || term == Term::after_label;
  }

  [[nodiscard]] bool is_thai_or_latin(const KeyWord& key) const {
    std::size_t at = key.begin;
    const char32_t first = next_code_point(read_.text, at);
    return is_thai(first) || (first < 0x80 && first != U'=');
  }

  /// A share said of a change (ลดลงคิดเป็นร้อยละ 35) is one; `part` gets its direction.
  bool share_of(std::size_t k, Part& part) const {
    part.direction = direction_before(read_, read_.keys[k].begin, part.begin);
    return true;
  }

  /// จาก before what there was, and not before a place or what was asked.
  [[nodiscard]] bool is_origin(const KeyWord& key, const Figure& figure) const {
    const std::vector<std::string>& sources = read_.words.pack.words("change_source_words");
    const std::string_view gap = between(key.end, figure.begin);
    if (word_beginning_at(trimmed(gap), 0, sources) > 0) return false;
    if (is_wish_between(key.end, figure.begin)) return false;
    if (word_ending_at(read_.text, key.begin, read_.words.pack.words("change_selection_words")) > 0)
      return false;
    // The unit's own words do not count: จากกลุ่มเกษตรกร 12 กลุ่ม.
    return count_clusters(gap) <= most_behind_from;
  }

  [[nodiscard]] bool is_label(const KeyWord& key, const Figure& figure) const {
    const std::string_view gap = between(key.end, figure.begin);
    return figures_since(key.end, static_cast<std::size_t>(&figure - read_.figures.data())) == 0 &&
           (read_.rest_clusters(key.end, figure.begin) <= most_rest ||
            gap.substr(0, most_behind_label).find_first_of(":=") != std::string_view::npos);
  }

  /// "a 35 per cent reduction"; and a sign says as much as a verb: "(-35%)".
  bool behind_amount(const Figure& figure, Part& part) const {
    const char sign = read_.text[figure.number.begin];
    const bool falls = figure.number.value < 0;
    if (sign == '+' || (falls && (figure.number.percent || read_.in_parentheses(figure.begin)))) {
      part.role = Role::claim;
      part.direction = falls ? -1 : 1;
      return true;
    }
    for (const KeyWord& key : read_.keys) {
      if (key.begin < figure.end) continue;
      const bool is_latin_noun = direction_of(key.term) != 0 && !is_to(key.term) &&
                                 static_cast<unsigned char>(read_.text[key.begin]) < 0x80;
      const bool is_amount = figure.number.percent || read_.text.substr(0, figure.begin).ends_with("a ") ||
                             read_.text.substr(0, figure.begin).ends_with("an ");
      if (is_latin_noun && is_amount && trimmed(between(figure.end, key.begin)).empty()) {
        part.role = Role::claim;
        part.direction = direction_of(key.term);
        return true;
      }
      break;
    }
    return false;
  }

  /// "doubled", "halved": the figure is its own verb.
  static bool is_own_verb(const Figure& figure, Part& part) {
    if (figure.tells == Term::filler) return false;
    part.role = Role::claim;
    part.direction = direction_of(figure.tells);
    part.of_before = true;
    return true;
  }

  /// "eight times as many", "a quarter of what it was".
  void share_of_before(const Figure& figure, Part& part) const {
    if (!figure.number.times && !figure.number.percent) return;
    const bool is_of_before = std::any_of(read_.keys.begin(), read_.keys.end(), [&](const KeyWord& key) {
      return key.term == Term::of_before && key.begin >= figure.end &&
             trimmed(between(figure.end, key.begin)).empty();
    });
    if (is_of_before) part.role = Role::share;
  }

  /// The date right before a figure (no other figure between), or bound to it behind: "120 ราย (ปี 2563)". A
  /// date is of one figure.
  std::size_t date_of(std::size_t i) {
    const Figure& figure = read_.figures[i];
    const auto take = [&](std::size_t d) {
      last_date_ = d;
      return d;
    };
    for (std::size_t d = read_.dates.size(); d-- > 0;) {
      const DateMention& date = read_.dates[d];
      if (date.end > figure.begin) continue;
      const bool is_near = figures_since(date.end, i) == 0 &&
                           date.begin >= read_.sentence_begin(figure.begin) &&
                           count_clusters(between(date.end, figure.begin)) <= most_behind_date;
      if (is_near && d != last_date_) return take(d);
      break;
    }
    const std::size_t next = i + 1 < read_.figures.size() ? read_.figures[i + 1].begin : read_.text.size();
    for (std::size_t d = 0; d < read_.dates.size(); ++d) {
      const DateMention& date = read_.dates[d];
      if (date.begin < figure.end || date.end > next) continue;
      const bool is_bound = read_.rest_clusters(figure.end, date.begin) == 0 &&
                            count_clusters(between(figure.end, date.begin)) <= most_behind_label;
      return is_bound ? take(d) : nowhere;
    }
    return nowhere;
  }

  const ChangeText& read_;
  std::vector<Part> parts_;
  std::size_t last_date_ = nowhere;
};

}  // namespace

std::vector<Part> parts_of(const ChangeText& read) {
  return RoleFinder(read).run();
}

namespace {

/// The key word right before byte `at` that says a change, words of share and result between; or nullptr.
const KeyWord* verb_before(const ChangeText& read, std::size_t at) {
  for (std::size_t k = read.keys.size(); k-- > 0;) {
    const KeyWord& key = read.keys[k];
    if (key.end > at) continue;
    const bool figure_between =
        std::any_of(read.figures.begin(), read.figures.end(),
                    [&](const Figure& figure) { return figure.begin >= key.end && figure.begin < at; });
    if (figure_between || read.rest_clusters(key.end, at) > most_rest) return nullptr;
    if (tells_change(key.term)) return &key;
    if (key.term != Term::share && key.term != Term::result) return nullptr;
  }
  return nullptr;
}

}  // namespace

int direction_before(const ChangeText& read, std::size_t at, std::size_t& begin) {
  const KeyWord* verb = verb_before(read, at);
  if (verb == nullptr || direction_of(verb->term) == 0) return 0;
  begin = verb->begin;
  return direction_of(verb->term);
}

bool change_before(const ChangeText& read, std::size_t at) {
  return verb_before(read, at) != nullptr;
}

}  // namespace ruamlint
