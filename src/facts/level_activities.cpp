#include "facts/level_activities.hpp"

#include <algorithm>
#include <string>

#include "facts/context.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Kind = LevelMention::Kind;

constexpr std::size_t letters_of_sense = 5;
/// "ขึ้นจาก" is no slip of "ขึ้นจอ": short words are other words.
constexpr std::size_t least_letters_with_slips = 8;
constexpr std::size_t most_hints_a_level = 3;

bool tells_of_participation(std::string_view section) {
  return section.empty() || section == section_id::levels || section == "process" || section == "mechanism" ||
         section == "opinions" || section == "summary";
}

class ActivityFinder {
 public:
  ActivityFinder(const Form& form, const std::vector<std::vector<LevelName>>& names, LevelFacts& facts)
      : form_(form),
        pack_(*form.pack),
        names_(names),
        facts_(facts),
        context_(pack_),
        compliance_(lexicon_index(pack_, "asks_compliance")) {}

  void run() {
    std::size_t heading = form_.passages.size();
    for (std::size_t i = 0; i < form_.passages.size(); ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.kind == Passage::Kind::heading) {
        heading = i;
        continue;
      }
      if (passage.option || passage.prompt || !tells_of_deeds(passage.section)) continue;
      read_deeds(i);
      if (tells_of_participation(passage.section)) read_hints(i, heading);
    }
  }

 private:
  [[nodiscard]] std::string id(int level) const { return pack_.levels[static_cast<std::size_t>(level)].id; }

  LevelMention mention_of(const Passage& passage, const WordHit& hit) const {
    LevelMention mention;
    mention.kind = Kind::activity;
    mention.level = id(hit.index);
    mention.evidence = evidence_of(passage, hit.begin, hit.end);
    return mention;
  }

  void read_deeds(std::size_t i) {
    const Passage& passage = form_.passages[i];
    std::vector<WordHit> taken;
    for (const WordHit& hit : longest_first(passage)) {
      const auto overlaps = [&](const WordHit& other) {
        return hit.begin < other.end && other.begin < hit.end;
      };
      if (std::any_of(taken.begin(), taken.end(), overlaps)) continue;
      taken.push_back(hit);
      if (!is_deed(i, hit)) continue;
      facts_.mentions.push_back(mention_of(passage, hit));
      if (pack_.level_rank(facts_.borne_out) < hit.index) facts_.borne_out = id(hit.index);
    }
  }

  [[nodiscard]] bool is_deed(std::size_t i, const WordHit& hit) const {
    const Passage& passage = form_.passages[i];
    return !is_name(i, hit) && !is_compliance(passage, hit) && context_.is_fact(passage, hit.begin);
  }

  /// Weaker words, where no other level is named: "จัดเวรเฝ้าน้ำด้วยกันทุกคืน" may be any kind of joining in.
  void read_hints(std::size_t i, std::size_t heading) {
    const Passage& passage = form_.passages[i];
    for (const WordHit& hit : passage.words) {
      if (hit.kind != WordKind::level_hint || hit.distance > 0 || !is_deed(i, hit)) continue;
      if (names_other(i, hit.index) || (heading < form_.passages.size() && names_other(heading, hit.index)))
        continue;
      const auto of_level = [&](const LevelMention& other) { return other.level == id(hit.index); };
      if (std::count_if(facts_.hints.begin(), facts_.hints.end(), of_level) <
          static_cast<std::ptrdiff_t>(most_hints_a_level))
        facts_.hints.push_back(mention_of(passage, hit));
    }
  }

  [[nodiscard]] bool names_other(std::size_t i, int level) const {
    const std::vector<LevelName>& names = names_[i];
    return std::any_of(names.begin(), names.end(), [&](const LevelName& name) {
      return name.level() != level && (name.is_certain() || form_.passages[i].kind == Passage::Kind::heading);
    });
  }

  /// "เริ่มดำเนินการ" is no slip of "ร่วมดำเนินการ": the first letters carry the sense.
  [[nodiscard]] bool keeps_its_beginning(const Passage& passage, const WordHit& hit) const {
    if (hit.distance == 0) return true;
    if (hit.letters < least_letters_with_slips) return false;
    const Level& level = pack_.levels[static_cast<std::size_t>(hit.index)];
    const std::u32string word = folded(level.activities[static_cast<std::size_t>(hit.word)]).letters;
    const std::u32string found = folded(passage.text.substr(hit.begin, hit.end - hit.begin)).letters;
    return found.compare(0, letters_of_sense, word, 0, letters_of_sense) == 0;
  }

  [[nodiscard]] std::vector<WordHit> longest_first(const Passage& passage) const {
    std::vector<WordHit> hits;
    for (const WordHit& hit : passage.words)
      if (hit.kind == WordKind::activity && keeps_its_beginning(passage, hit)) hits.push_back(hit);
    std::stable_sort(hits.begin(), hits.end(), [](const WordHit& a, const WordHit& b) {
      return a.letters - static_cast<std::size_t>(a.distance) >
             b.letters - static_cast<std::size_t>(b.distance);
    });
    return hits;
  }

  /// "การรับฟังความคิดเห็น (Consult)" names a level; it is no deed yet.
  [[nodiscard]] bool is_name(std::size_t i, const WordHit& hit) const {
    return std::any_of(names_[i].begin(), names_[i].end(), [&](const LevelName& name) {
      return name.is_certain() && hit.begin >= name.begin && hit.end <= name.end;
    });
  }

  [[nodiscard]] bool is_compliance(const Passage& passage, const WordHit& activity) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      return hit.kind == WordKind::lexicon && hit.index == compliance_ && hit.distance == 0 &&
             hit.begin < activity.end && activity.begin < hit.end;
    });
  }

  const Form& form_;
  const Pack& pack_;
  const std::vector<std::vector<LevelName>>& names_;
  LevelFacts& facts_;
  ContextReader context_;
  int compliance_;
};

}  // namespace

bool tells_of_deeds(std::string_view section) {
  return section != section_id::problem && section != section_id::objective &&
         section != section_id::mission && section != section_id::category && section != section_id::awards &&
         section != section_id::period && section != section_id::applicant && section != "work-title" &&
         section != "parent" && section != "approver" && section != "contact" && section != "obstacles" &&
         section != "certification";
}

void add_activities(const Form& form, const std::vector<std::vector<LevelName>>& names, LevelFacts& facts) {
  ActivityFinder(form, names, facts).run();
}

}  // namespace ruamlint
