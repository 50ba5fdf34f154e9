#include "facts/heading.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// Longer than this is no heading but running text.
constexpr std::size_t most_letters = 110;
/// "การ", "ระดับ": what may stand before a level's name that begins a line.
constexpr std::size_t most_letters_before_level = 5;
constexpr std::size_t most_letters_plain = 48;
constexpr std::size_t least_letters_of_loose_core = 3;
constexpr std::size_t most_letters_of_field = 24;
/// A section that asks for so many letters is told in prose.
constexpr int prose_letters = 20;
constexpr std::size_t most_letters_before_colon = 75;
/// Share of the heading's letters that known words must cover.
constexpr double least_cover[] = {0.5, 0.72, 0.9};
/// Share that the section's own word must cover.
constexpr double least_core[] = {0.3, 0.34, 0.4};
/// "ที่มา: กรมอนามัย" below a table is a source; so short a word needs a long text behind its colon.
constexpr std::size_t short_alias_letters = 6;
constexpr std::size_t least_body_behind_short = 50;
/// An exact short word is likelier meant than a longer one with slips.
constexpr int letters_lost_by_edit = 4;
/// Text behind a heading on its own line, to prefer "heading and text" to "all of it is heading".
constexpr std::size_t least_body = 15;

constexpr std::array<std::string_view, 9> divisions = {":",  "：",  " – ", " — ", " - ",
                                                       "\t", "...", "…",   "__"};

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// The first division of the line at or behind `from`, outside brackets; npos: none.
struct Division {
  std::size_t begin = std::string_view::npos, end = 0;
};
Division division_of(std::string_view line, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < line.size(); ++at) {
    if (line[at] == '(' || line[at] == '[') ++depth;
    if ((line[at] == ')' || line[at] == ']') && depth > 0) --depth;
    if (depth > 0) continue;
    if (line.substr(at, 3) == "://") continue;  // an address
    for (const std::string_view mark : divisions)
      if (line.substr(at, mark.size()) == mark) return {at, at + mark.size()};
  }
  return {};
}

/// Whether the byte lies between brackets that open at or behind `begin`.
bool is_bracketed(std::string_view line, std::size_t begin, std::size_t at) {
  int depth = 0;
  for (std::size_t i = begin; i < at && i < line.size(); ++i) {
    if (line[i] == '(' || line[i] == '[') ++depth;
    if ((line[i] == ')' || line[i] == ']') && depth > 0) --depth;
  }
  return depth > 0;
}

/// Marks letters of a part as covered by words.
class Cover {
 public:
  Cover(std::string_view line, std::size_t begin, std::size_t end)
      : begin_(begin), covered_(end - begin, false) {
    (void)line;
  }
  void add(const WordHit& hit) {
    for (std::size_t at = hit.begin; at < hit.end; ++at)
      if (at >= begin_ && at - begin_ < covered_.size()) covered_[at - begin_] = true;
  }
  [[nodiscard]] bool holds(std::size_t at) const {
    return at >= begin_ && at - begin_ < covered_.size() && covered_[at - begin_];
  }

 private:
  std::size_t begin_;
  std::vector<bool> covered_;
};

bool is_inside(const WordHit& hit, std::size_t begin, std::size_t end) {
  return hit.begin >= begin && hit.end <= end;
}

bool overlap(const WordHit& a, const WordHit& b) {
  return a.begin < b.end && b.begin < a.end;
}

/// Section words by position, none overlapping another; of those that do, the longest and best.
std::vector<WordHit> core_words(const std::vector<WordHit>& words, std::size_t begin, std::size_t end) {
  std::vector<WordHit> found;
  for (const WordHit& hit : words)
    if (hit.kind == WordKind::section && is_inside(hit, begin, end)) found.push_back(hit);
  std::stable_sort(found.begin(), found.end(), [](const WordHit& a, const WordHit& b) {
    const int a_weight = static_cast<int>(a.letters) - letters_lost_by_edit * a.distance;
    const int b_weight = static_cast<int>(b.letters) - letters_lost_by_edit * b.distance;
    return a_weight != b_weight ? a_weight > b_weight : a.distance < b.distance;
  });
  std::vector<WordHit> kept;
  for (const WordHit& hit : found)
    if (std::none_of(kept.begin(), kept.end(), [&](const WordHit& other) { return overlap(hit, other); }))
      kept.push_back(hit);
  // The head of a Thai heading comes first: "เป้าหมายของการดำเนินงาน" tells of aims.
  std::stable_sort(kept.begin(), kept.end(),
                   [](const WordHit& a, const WordHit& b) { return a.begin < b.begin; });
  return kept;
}

/// An "ด้าน" or "ต่อ" behind the core leaves it the heading's core; a word before it often does not.
bool begins_heading(std::string_view line, std::size_t begin, const WordHit& core) {
  return heading_letters(line, begin, core.begin) <= 6;
}

/// Sections that stand beside the main one, with no more than "และ" or a stroke between.
void add_joined(std::string_view line, const std::vector<WordHit>& cores, std::vector<int>& sections) {
  constexpr std::array<std::string_view, 9> joints = {"", "และ", "/", ",", "กับ", "&", "and", "หรือ", "+"};
  for (std::size_t i = 1; i < cores.size(); ++i) {
    if (cores[i].distance > 0 || cores[i].letters < 5) continue;
    const std::size_t begin = cores[i - 1].end, end = cores[i].begin;
    const std::string_view gap = trimmed(line.substr(begin, end > begin ? end - begin : 0));
    const bool joined = std::find(joints.begin(), joints.end(), gap) != joints.end();
    const bool known = std::find(sections.begin(), sections.end(), cores[i].index) != sections.end();
    if (joined && !known) sections.push_back(cores[i].index);
  }
}

std::size_t letters_between(std::string_view line, std::size_t begin, std::size_t end) {
  return folded(line.substr(begin, end - begin)).letters.size();
}

}  // namespace

std::size_t heading_letters(std::string_view line, std::size_t begin, std::size_t end) {
  std::size_t letters = 0;
  int depth = 0;
  std::string outside;
  for (std::size_t at = begin; at < end && at < line.size(); ++at) {
    if (line[at] == '(' || line[at] == '[') ++depth;
    if (depth == 0) outside += line[at];
    if ((line[at] == ')' || line[at] == ']') && depth > 0) --depth;
  }
  letters = folded(outside).letters.size();
  return letters;
}

HeadingReader::HeadingReader(const Pack& pack)
    : pack_(pack),
      fillers_(lexicon_index(pack, "heading_fillers")),
      level_cues_(lexicon_index(pack, "level_cues")),
      not_headings_(lexicon_index(pack, "not_headings")) {
  for (std::size_t i = 0; i < pack.sections.size(); ++i)
    if (const int list = lexicon_index(pack, "heading_cues." + pack.sections[i].id); list >= 0)
      cues_[list] = static_cast<int>(i);
}

std::optional<HeadingReading> HeadingReader::read_part(std::string_view line,
                                                       const std::vector<WordHit>& words, Part part,
                                                       HeadingLook look) const {
  std::size_t total = heading_letters(line, part.begin, part.end);
  bool outside_only = true;
  if (total == 0) {  // all of it stands in brackets
    total = letters_between(line, part.begin, part.end);
    outside_only = false;
  }
  const std::size_t limit = look == HeadingLook::plain ? most_letters_plain : most_letters;
  if (total == 0 || total > limit) return std::nullopt;

  std::vector<WordHit> cores = core_words(words, part.begin, part.end);
  cores.erase(
      std::remove_if(cores.begin(), cores.end(), [&](const WordHit& hit) { return is_blocked(words, hit); }),
      cores.end());
  if (outside_only) {
    const auto bracketed = [&](const WordHit& hit) { return is_bracketed(line, part.begin, hit.begin); };
    cores.erase(std::remove_if(cores.begin(), cores.end(), bracketed), cores.end());
  }
  Cover cover(line, part.begin, part.end);
  const WordHit* level = nullptr;
  for (const WordHit& hit : words) {
    if (!is_inside(hit, part.begin, part.end)) continue;
    const bool filler = hit.kind == WordKind::lexicon && (hit.index == fillers_ || hit.index == level_cues_);
    const bool names_level = hit.kind == WordKind::level_thai || hit.kind == WordKind::level_gloss;
    if (filler || names_level || hit.kind == WordKind::section) cover.add(hit);
    if (names_level && (level == nullptr || hit.letters > level->letters)) level = &hit;
  }
  std::size_t covered = 0;
  {
    const Folded letters = folded(line.substr(part.begin, part.end - part.begin));
    for (std::size_t i = 0; i < letters.letters.size(); ++i) {
      const std::size_t at = part.begin + letters.offset[i];
      if (outside_only && is_bracketed(line, part.begin, at)) continue;
      covered += cover.holds(at) || digit_value(letters.letters[i]) >= 0 ? 1 : 0;
    }
  }
  const auto rank = static_cast<std::size_t>(look);
  if (share(covered, total) < least_cover[rank]) return std::nullopt;

  HeadingReading reading;
  reading.begin = part.begin;
  reading.end = part.end;
  reading.body = part.end;
  std::size_t core_letters = 0;
  for (const WordHit& core : cores) core_letters += core.letters;
  const bool core_fits =
      !cores.empty() && share(core_letters, total) >= least_core[rank] &&
      (share(covered, total) >= least_cover[1] || begins_heading(line, part.begin, cores[0]));
  const bool core_is_slip = core_fits && level != nullptr && cores[0].distance > 0 && level->distance == 0 &&
                            level->begin < cores[0].end && cores[0].begin < level->end;
  const bool level_longer =
      level != nullptr && (!core_fits || core_is_slip || level->letters >= cores[0].letters + 2);
  if (core_fits && !level_longer) {
    reading.sections = {cores[0].index};
    add_joined(line, cores, reading.sections);
    if (level != nullptr && level->begin >= cores[0].end && !is_bracketed(line, part.begin, level->begin)) {
      reading.end = reading.body = level->begin;  // "ระดับการมีส่วนร่วมสูงสุดคือ การสร้างความร่วมมือ"
    }
    return reading;
  }
  if (level == nullptr || share(level->letters, total) < least_core[rank]) return std::nullopt;
  reading.level = level->index;
  return reading;
}

/// What the file itself calls a heading, or closes with a colon, may name its section in any other words:
/// "ปัญหาก่อน เริ่มงาน", "ทำมานานแค่ไหนแล้ว". A section's own name that begins it decides, else the longest name or
/// cue.
std::optional<HeadingReading> HeadingReader::read_loosely(std::string_view line,
                                                          const std::vector<WordHit>& words,
                                                          Part part) const {
  if (letters_between(line, part.begin, part.end) > most_letters_plain) return std::nullopt;
  int best = -1;
  std::size_t best_letters = 0;
  for (const WordHit& hit : words) {
    if (!is_inside(hit, part.begin, part.end) || hit.letters < least_letters_of_loose_core) continue;
    const int section = section_hinted(hit);
    if (section < 0 || is_blocked(words, hit)) continue;
    const bool names_from_start = hit.kind == WordKind::section && hit.begin == part.begin;
    const std::size_t letters = hit.letters + (names_from_start ? most_letters_plain : 0);
    if (letters <= best_letters) continue;
    best = section;
    best_letters = letters;
  }
  if (best < 0) return std::nullopt;
  HeadingReading reading;
  reading.sections = {best};
  reading.begin = part.begin;
  reading.end = part.end;
  reading.body = line.size();
  return reading;
}

/// The section that a word stands for in a heading: its name, or one of the lexicon's cues.
int HeadingReader::section_hinted(const WordHit& hit) const {
  if (hit.kind == WordKind::section) return hit.distance == 0 ? hit.index : -1;
  if (hit.kind != WordKind::lexicon || hit.distance > 0) return -1;
  const auto cues = cues_.find(hit.index);
  return cues == cues_.end() ? -1 : cues->second;
}

/// "ปีงบประมาณ 2565" holds the name of the budget's section and is no heading of it.
bool HeadingReader::is_blocked(const std::vector<WordHit>& words, const WordHit& core) const {
  return std::any_of(words.begin(), words.end(), [&](const WordHit& hit) {
    return hit.kind == WordKind::lexicon && hit.index == not_headings_ && hit.distance == 0 &&
           hit.begin <= core.begin && hit.end >= core.end;
  });
}

/// Running text may begin with a level's Thai term ("ความร่วมมือ ..."); a gloss or "ระดับ" makes it a name.
bool HeadingReader::is_named_as_level(const std::vector<WordHit>& words, std::size_t begin,
                                      std::size_t end) const {
  return std::any_of(words.begin(), words.end(), [&](const WordHit& hit) {
    const bool cue = hit.kind == WordKind::lexicon && hit.index == level_cues_;
    return is_inside(hit, begin, end) && (cue || hit.kind == WordKind::level_gloss);
  });
}

/// "ผลผลิต มีจุดคัดแยก 18 จุด": a core followed by a space, the text behind it.
std::optional<HeadingReading> HeadingReader::read_prefix(std::string_view line,
                                                         const std::vector<WordHit>& words, Part part,
                                                         HeadingLook look) const {
  for (std::size_t space = line.find(' ', part.begin); space != std::string_view::npos && space < part.end;
       space = line.find(' ', space + 1)) {
    const std::size_t letters = heading_letters(line, part.begin, space);
    if (letters > most_letters_plain) break;
    if (letters < 5 || is_bracketed(line, part.begin, space)) continue;
    // Latin words all end in a space; Thai behind one ends its run.
    if (is_latin_letter(code_point_before(line, space)) &&
        !is_thai(code_point_at(line, behind_blanks(line, space))))
      continue;
    std::size_t end = space;
    if (line.compare(space + 1, 1, "(") == 0) {  // a gloss or a hint belongs to it
      const std::size_t close = line.find(')', space);
      if (close != std::string_view::npos && close < part.end) end = close + 1;
    }
    const HeadingLook strictest = HeadingLook::plain;
    auto reading = read_part(line, words, {part.begin, end}, strictest);
    if (!reading) continue;
    if (look == HeadingLook::plain && letters < 7 && reading->level < 0) continue;
    if (look == HeadingLook::plain && reading->level >= 0 && !is_named_as_level(words, part.begin, end))
      continue;
    reading->body = behind_blanks(line, end);
    return reading;
  }
  return std::nullopt;
}

/// "การให้ข้อมูลข่าวสาร (Inform) และการรับฟังความคิดเห็น (Consult)" answers which levels, and heads none of them.
bool HeadingReader::lists_levels(std::string_view line, const std::vector<WordHit>& words,
                                 std::size_t begin) {
  std::size_t first = std::string_view::npos;
  std::set<int> levels;
  for (const WordHit& hit : words) {
    const bool names_level = hit.kind == WordKind::level_thai || hit.kind == WordKind::level_gloss;
    if (names_level && hit.distance == 0) first = std::min(first, hit.begin);
    if (hit.kind == WordKind::level_gloss && hit.distance == 0) levels.insert(hit.index);
  }
  return levels.size() > 1 &&
         letters_between(line, begin, std::max(begin, first)) <= most_letters_before_level;
}

std::optional<HeadingReading> HeadingReader::read(std::string_view line, const std::vector<WordHit>& words,
                                                  HeadingLook look, Label::Kind generated) const {
  const Label label = label_at_start(line);
  const std::size_t begin = label.kind == Label::Kind::none ? behind_blanks(line, 0) : label.end;
  const Label::Kind kind = label.kind == Label::Kind::none ? generated : label.kind;
  if (look == HeadingLook::plain && kind != Label::Kind::none && kind != Label::Kind::bullet)
    look = HeadingLook::marked;
  if (look == HeadingLook::plain && lists_levels(line, words, begin)) return std::nullopt;
  std::size_t end = line.size();
  while (end > begin && (line[end - 1] == ' ' || line[end - 1] == ':')) --end;

  std::optional<HeadingReading> reading;
  const Division division = division_of(line, begin);
  const bool divided =
      division.begin != std::string_view::npos && division.begin > begin && division.begin < end;
  if (divided && heading_letters(line, begin, division.begin) <= most_letters_before_colon) {
    const HeadingLook marked = look == HeadingLook::structural ? look : HeadingLook::marked;
    reading = read_part(line, words, {begin, division.begin}, marked);
    if (reading) {
      reading->body = behind_blanks(line, division.end);
      reading->colon = true;
      const bool weak = heading_letters(line, begin, division.begin) < short_alias_letters &&
                        letters_between(line, reading->body, line.size()) < least_body_behind_short &&
                        reading->sections.size() == 1 && kind == Label::Kind::none &&
                        look != HeadingLook::structural &&
                        letters_between(line, reading->body, line.size()) > 0;
      if (weak &&
          pack_.sections[static_cast<std::size_t>(reading->sections[0])].least_letters >= prose_letters)
        reading.reset();
    }
  }
  if (!reading) {
    reading = read_part(line, words, {begin, end}, look);
    if (reading && reading->body == end) reading->body = line.size();
    const bool may_be_both = !reading || (look != HeadingLook::structural && reading->body == line.size());
    auto prefix = may_be_both ? read_prefix(line, words, {begin, end}, look) : std::nullopt;
    const bool prefers =
        prefix && (!reading || (prefix->sections == reading->sections && prefix->level == reading->level &&
                                letters_between(line, prefix->body, line.size()) >= least_body));
    if (prefers) reading = std::move(prefix);
  }
  if (!reading && look == HeadingLook::structural) reading = read_loosely(line, words, {begin, end});
  const bool field = divided && look == HeadingLook::plain && line.compare(division.begin, 1, ":") == 0 &&
                     heading_letters(line, begin, division.begin) <= most_letters_of_field;
  if (!reading && field) {
    reading = read_loosely(line, words, {begin, division.begin});
    // A part that needs prose is no field: "ที่มา: กรมอนามัย" is a source.
    if (reading &&
        pack_.sections[static_cast<std::size_t>(reading->sections[0])].least_letters >= prose_letters)
      reading.reset();
    if (reading) {
      reading->body = behind_blanks(line, division.end);
      reading->colon = true;
    }
  }
  if (reading) reading->label = kind;
  return reading;
}

}  // namespace ruamlint
