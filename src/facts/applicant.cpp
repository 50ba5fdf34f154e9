// Who sends the form in: named in a field of its own, on the letterhead, or by whoever writes.
#include <algorithm>
#include <array>
#include <utility>

#include "facts/context.hpp"
#include "facts/finders.hpp"
#include "facts/sections.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t most_evidence = 3;
/// What is left of a name behind "กรม" or "เทศบาล", at least.
constexpr std::size_t least_letters_of_name = 3;
/// Between a body's name and the words by which it sends its work in.
constexpr std::size_t sender_reach = 70;

class ApplicantFinder {
 public:
  explicit ApplicantFinder(const Form& form)
      : form_(form),
        bodies_(lexicon_index(*form.pack, "agency_words")),
        hosts_(lexicon_index(*form.pack, "award_hosts")),
        unnamed_(lexicon_index(*form.pack, "unnamed")),
        names_us_(lexicon_index(*form.pack, "sender_names")),
        sends_(lexicon_index(*form.pack, "sender_acts")),
        no_names_(form.pack->words("not_names")) {}

  ApplicantFact run() {
    from_field();
    if (!fact_.named) from_letterhead();
    if (!fact_.named) from_furniture();
    if (!fact_.named) from_senders();
    if (!fact_.named) {
      fact_.left_open = is_left_open();
      add_hints();
    }
    return std::move(fact_);
  }

 private:
  void name(Evidence evidence) {
    fact_.named = true;
    fact_.evidence.push_back(std::move(evidence));
  }

  /// Of a whole block ("ข้อมูลทั่วไป") only a body's name is an answer; behind a label of its own any name is.
  void from_field() {
    for (std::size_t i = 0; i < form_.passages.size() && !fact_.named; ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.section != section_id::applicant || !is_answer(passage)) continue;
      if (own_heading(form_, i) != nullptr || first_name(passage) != nullptr) name(evidence_of(passage));
    }
  }

  [[nodiscard]] bool is_answer(const Passage& passage) const {
    if (passage.kind == Passage::Kind::heading || passage.prompt || passage.option) return false;
    return std::none_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      return is_of(hit, unnamed_) && letters_between(passage, 0, hit.begin) == 0;
    });
  }

  /// The lines before the first section.
  void from_letterhead() {
    for (const Passage& passage : form_.passages) {
      if (!passage.section.empty() || fact_.named) return;
      const WordHit* body = first_name(passage);
      if (is_answer(passage) && body != nullptr && begins_words(passage.text, body->begin))
        name(evidence_of(passage));
    }
  }

  /// Headers and footers.
  void from_furniture() {
    for (const Block& block : form_.document->furniture) {
      Passage passage;
      passage.source = &block.text;
      passage.text = block.text.utf8;
      passage.end = passage.text.size();
      passage.words = form_.vocabulary->find(passage.text, folded(passage.text));
      const WordHit* body = first_name(passage);
      if (body == nullptr || !begins_words(passage.text, body->begin)) continue;
      name(evidence_of(passage));
      return;
    }
  }

  /// "พวกเราคือ ...", "... มีความประสงค์ขอส่งผลงาน"
  void from_senders() {
    for (const Passage& passage : form_.passages) {
      if (passage.prompt || passage.option || is_about_others(passage.section)) continue;
      for (const WordHit& hit : passage.words) {
        const bool told = (is_of(hit, names_us_) && begins_name(passage.text, hit.end)) ||
                          (is_of(hit, sends_) && stands_near_name(passage, hit));
        if (!told) continue;
        name(evidence_of(passage));
        return;
      }
    }
  }

  [[nodiscard]] static bool is_about_others(std::string_view section) {
    return section == section_id::partners || section == section_id::stakeholders ||
           section == section_id::awards;
  }

  [[nodiscard]] bool stands_near_name(const Passage& passage, const WordHit& act) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      return is_name(passage, hit) &&
             letters_between(passage, std::min(hit.end, act.end), std::max(hit.begin, act.begin)) <=
                 sender_reach;
    });
  }

  /// A label of its own with no answer behind it, or a section with none at all.
  [[nodiscard]] bool is_left_open() const {
    const auto section =
        std::find_if(form_.sections.begin(), form_.sections.end(),
                     [](const SectionFact& each) { return each.id == section_id::applicant; });
    if (section == form_.sections.end() || !section->found) return false;
    bool answered = false;
    for (std::size_t i = 0; i < form_.passages.size(); ++i) {
      if (form_.passages[i].section != section_id::applicant) continue;
      const bool answers = is_answer(form_.passages[i]);
      if (!answers && own_heading(form_, i) != nullptr) return true;
      answered = answered || answers;
    }
    return !answered;
  }

  /// Bodies named where the applicant's parent, its people or its own work are told.
  void add_hints() {
    for (const Passage& passage : form_.passages) {
      if (fact_.evidence.size() >= most_evidence) return;
      const bool own = passage.section == section_id::applicant && is_answer(passage);
      const bool told = !passage.prompt && !passage.option && tells_of_applicant(passage.section) &&
                        first_name(passage) != nullptr;
      if (own || told) fact_.evidence.push_back(evidence_of(passage));
    }
  }

  [[nodiscard]] static bool tells_of_applicant(std::string_view section) {
    constexpr std::array<std::string_view, 11> sections = {
        "",        "parent", "approver",     "contact",  "work-title", "summary",
        "problem", "budget", "certification", "objective", "mission"};
    return std::find(sections.begin(), sections.end(), section) != sections.end();
  }

  [[nodiscard]] static bool is_of(const WordHit& hit, int list) {
    return hit.kind == WordKind::lexicon && hit.index == list && hit.distance == 0;
  }

  [[nodiscard]] const WordHit* first_name(const Passage& passage) const {
    const auto found = std::find_if(passage.words.begin(), passage.words.end(),
                                    [&](const WordHit& hit) { return is_name(passage, hit); });
    return found == passage.words.end() ? nullptr : &*found;
  }

  /// A body with its name, not "เทศบาลมีหน้าที่", nor the office that gives the award.
  [[nodiscard]] bool is_name(const Passage& passage, const WordHit& hit) const {
    if (!is_of(hit, bodies_)) return false;
    const bool is_host = std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& other) {
      return is_of(other, hosts_) && other.begin < hit.end && hit.begin < other.end;
    });
    if (is_host) return false;
    return is_latin_letter(code_point_at(passage.text, hit.begin)) ? is_latin_name(passage.text, hit)
                                                                   : begins_name(passage.text, hit.end);
  }

  [[nodiscard]] bool begins_name(std::string_view text, std::size_t at) const {
    const std::string_view rest = trimmed(text.substr(at));
    const std::size_t run = std::min(rest.find(' '), rest.size());
    if (folded(rest.substr(0, run)).letters.size() < least_letters_of_name) return false;
    return std::none_of(no_names_.begin(), no_names_.end(),
                        [rest](const std::string& word) { return rest.starts_with(word); });
  }

  /// "Wetland Office", "Office of Wetlands"; "the office" names none.
  [[nodiscard]] static bool is_latin_name(std::string_view text, const WordHit& hit) {
    const auto is_capital = [&](std::size_t at) {
      return at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
    };
    if (!is_capital(hit.begin)) return false;
    const std::string_view before = trimmed(text.substr(0, hit.begin));
    const std::size_t word = before.rfind(' ') == std::string_view::npos ? 0 : before.rfind(' ') + 1;
    const bool named_before = !before.empty() && is_capital(word) && before.substr(word) != "The";
    const std::string_view behind = trimmed(text.substr(hit.end));
    return named_before || behind.starts_with("of ") || behind.starts_with("for ");
  }

  static bool begins_words(std::string_view text, std::size_t at) {
    return trimmed(text.substr(0, at)).empty() || is_space(code_point_before(text, at)) ||
           is_latin_letter(code_point_at(text, at));
  }

  const Form& form_;
  int bodies_, hosts_, unnamed_, names_us_, sends_;
  const std::vector<std::string>& no_names_;
  ApplicantFact fact_;
};

}  // namespace

ApplicantFact find_applicant(const Form& form) {
  return ApplicantFinder(form).run();
}

}  // namespace ruamlint
