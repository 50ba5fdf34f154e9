#include "facts/sections.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "facts/heading.hpp"
#include "facts/prompts.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// A heading that no section claims ends a section only where it plainly is one and is this short.
constexpr std::size_t most_letters_of_unknown = 70;
/// Labels this near to each other are a list of words ("ผลผลิต ผลลัพธ์ และผลกระทบ"), not labels of texts.
constexpr std::size_t least_letters_between_labels = 10;

using Sections = std::vector<int>;

/// An open heading.
struct Level {
  HeadingStyle style;
  Sections sections;
};

int index_of(const Pack& pack, std::string_view id) {
  const Section* section = pack.section(id);
  return section == nullptr ? -1 : static_cast<int>(section - pack.sections.data());
}

class Divider {
 public:
  Divider(std::vector<Line> lines, Form& form)
      : lines_(std::move(lines)),
        form_(form),
        pack_(*form.pack),
        headings_(pack_),
        prompts_(pack_),
        levels_section_(index_of(pack_, section_id::levels)) {
    for (const Section& section : pack_.sections)
      for (const std::string& part : section.parts) parts_.insert(index_of(pack_, part));
  }

  void run() {
    read_headings();
    read_header_rows();
    read_damaged_headings();
    for (std::size_t i = 0; i < lines_.size(); ++i) place_line(i);
    tell_sections();
  }

 private:
  // ---- which lines are headings

  void read_headings() {
    readings_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Line& line = lines_[i];
      line.passage.words = form_.vocabulary->find(line.passage.text, line.folded);
      if (line.look)
        readings_[i] = headings_.read(line.passage.text, line.passage.words, *line.look, line.style.label);
    }
  }

  /// A table's first row whose every cell names another section: the columns are the sections.
  void read_header_rows() {
    for (std::size_t i = 0; i < lines_.size();) {
      const Table* table = lines_[i].passage.table;
      std::size_t end = i + 1;
      while (end < lines_.size() && lines_[end].passage.table == table) ++end;
      if (table != nullptr && table->columns > 1 && table->rows > 1) read_header_row(*table, i, end);
      i = end;
    }
  }

  void read_header_row(const Table& table, std::size_t begin, std::size_t end) {
    std::map<int, int> sections;  // by column
    std::set<int> distinct;
    for (std::size_t i = begin; i < end; ++i) {
      const Passage& passage = lines_[i].passage;
      if (passage.cell->row > 0) break;
      const auto reading = headings_.read(passage.text, passage.words, HeadingLook::plain, Label::Kind::none);
      if (!reading || reading->sections.empty() || reading->body < passage.text.size()) return;
      for (int column = 0; column < passage.cell->column_span; ++column)
        sections[passage.cell->column + column] = reading->sections[0];
      distinct.insert(reading->sections[0]);
    }
    if (distinct.size() < 2 || static_cast<int>(sections.size()) < table.columns) return;
    for (std::size_t i = begin; i < end; ++i) {
      const Cell& cell = *lines_[i].passage.cell;
      if (cell.row == 0) continue;
      readings_[i].reset();
      columns_[i] = sections[cell.column];
    }
    for (std::size_t i = begin; i < end && lines_[i].passage.cell->row == 0; ++i)
      readings_[i] = headings_.read(lines_[i].passage.text, lines_[i].passage.words, HeadingLook::plain,
                                    Label::Kind::none);
  }

  /// Sections that no heading named are looked for once more with tone marks and the like left aside.
  void read_damaged_headings() {
    std::set<int> missing;
    for (std::size_t i = 0; i < pack_.sections.size(); ++i)
      if (!pack_.sections[i].required_in.empty()) missing.insert(static_cast<int>(i));
    for (const auto& reading : readings_)
      if (reading)
        for (const int section : reading->sections) missing.erase(section);
    if (missing.empty()) return;
    const std::vector<Skeleton> wanted = skeletons_of(missing);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (readings_[i] || !lines_[i].look || columns_.count(i) != 0) continue;
      if (auto reading = read_damaged(lines_[i], wanted)) {
        damaged_.insert(i);
        readings_[i] = std::move(reading);
      }
    }
  }

  /// A section's alias with tone marks and the like left aside.
  struct Skeleton {
    int section = 0;
    std::u32string letters;
  };

  [[nodiscard]] std::vector<Skeleton> skeletons_of(const std::set<int>& sections) const {
    constexpr std::size_t least_letters = 6;
    std::vector<Skeleton> result;
    for (const int section : sections)
      for (const std::string& alias : pack_.sections[static_cast<std::size_t>(section)].aliases)
        if (std::u32string letters = skeleton(alias).letters; letters.size() >= least_letters)
          result.push_back({section, std::move(letters)});
    return result;
  }

  [[nodiscard]] static std::optional<HeadingReading> read_damaged(const Line& line,
                                                                  const std::vector<Skeleton>& aliases) {
    const std::string_view text = line.passage.text;
    const std::size_t begin = label_at_start(text).end;
    const std::size_t colon = std::min(text.find(':', begin), text.size());
    const std::string_view head = text.substr(begin, colon - begin);
    if (heading_letters(text, begin, colon) > most_letters_of_unknown) return std::nullopt;
    const std::u32string letters = skeleton(head).letters;
    for (const auto& [section, wanted] : aliases) {
      if (letters.empty() || letters.size() > wanted.size() + 3) continue;
      const int edits = std::max(1, static_cast<int>(wanted.size() / 5));
      if (edit_distance(letters, wanted, edits) > edits) continue;
      HeadingReading reading;
      reading.sections = {section};
      reading.begin = begin;
      reading.end = colon;
      reading.body = colon < text.size() ? behind_blanks(text, colon + 1) : text.size();
      reading.label = line.style.label;
      return reading;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_unknown_heading(const Line& line) const {
    if (!line.look || line.passage.table != nullptr) return false;
    const bool plainly = *line.look == HeadingLook::structural ||
                         (line.style.bold && *line.look != HeadingLook::plain) ||
                         line.style.label == Label::Kind::part;
    return plainly &&
           heading_letters(line.passage.text, 0, line.passage.text.size()) <= most_letters_of_unknown;
  }

  // ---- which section a line falls in

  void place_line(std::size_t i) {
    Line& line = lines_[i];
    leave_tables(line);
    if (const auto column = columns_.find(i); column != columns_.end()) {
      emit(line, 0, line.passage.text.size(), {column->second}, false);
      return;
    }
    if (!readings_[i]) {
      if (is_unknown_heading(line)) {
        open(line.style, inherited(line.style));
        emit(line, 0, line.passage.text.size(), open_.back().sections, true);
      } else {
        emit_with_parts(line, 0, current());
      }
      return;
    }
    const HeadingReading& reading = *readings_[i];
    Sections sections = reading.sections;
    if (sections.empty()) sections = sections_of_level();
    HeadingStyle style = line.style;
    style.label = reading.label;
    if (reading.body < line.passage.text.size() && style.label == Label::Kind::none)
      style.label = Label::Kind::bullet;
    open(style, sections);
    const std::size_t heading_end =
        reading.body < line.passage.text.size() ? reading.body : line.passage.text.size();
    if (!reading.sections.empty())
      note_heading(sections, form_.passages.size(), damaged_.count(i) != 0);
    else if (levels_section_ >= 0)
      level_headings_.push_back(form_.passages.size());
    emit(line, 0, heading_end, sections, true);
    if (reading.body < line.passage.text.size()) emit_with_parts(line, reading.body, sections);
  }

  [[nodiscard]] Sections current() const { return open_.empty() ? Sections{} : open_.back().sections; }
  [[nodiscard]] Sections sections_of_level() const {
    return levels_section_ < 0 ? current() : Sections{levels_section_};
  }

  void open(const HeadingStyle& style, Sections sections) {
    while (!open_.empty() && !is_inner(style, open_.back().style)) open_.pop_back();
    open_.push_back({style, std::move(sections)});
  }

  /// What an unknown heading of that style belongs to.
  [[nodiscard]] Sections inherited(const HeadingStyle& style) const {
    for (std::size_t i = open_.size(); i-- > 0;)
      if (is_inner(style, open_[i].style)) return open_[i].sections;
    return {};
  }

  /// Headings in a table reach no further than the table, and the tables that carry it on.
  void leave_tables(const Line& line) {
    while (!open_.empty() && open_.back().style.table_block != 0) {
      const std::size_t block = open_.back().style.table_block - 1;
      if (line.passage.block == block) return;
      if (line.passage.table != nullptr && carries_on(line.passage.block, block)) {
        for (Level& level : open_)
          if (level.style.table_block != 0) level.style.table_block = line.passage.block + 1;
        return;
      }
      open_.pop_back();
    }
  }

  [[nodiscard]] bool carries_on(std::size_t block, std::size_t earlier) const {
    const std::vector<Block>& blocks = form_.document->blocks;
    return block == earlier + 1 && block < blocks.size() &&
           blocks[block].table.columns == blocks[earlier].table.columns;
  }

  // ---- passages

  void emit(const Line& line, std::size_t begin, std::size_t end, const Sections& sections, bool heading) {
    Passage passage = line.passage;
    passage.begin += begin;
    passage.end = line.passage.begin + end;
    passage.text = line.passage.text.substr(begin, end - begin);
    passage.words.clear();
    for (WordHit hit : line.passage.words) {
      if (hit.begin < begin || hit.end > end) continue;
      hit.begin -= begin;
      hit.end -= begin;
      passage.words.push_back(hit);
    }
    if (heading)
      passage.kind = Passage::Kind::heading;
    else if (passage.kind == Passage::Kind::heading)
      passage.kind = Passage::Kind::paragraph;
    passage.section =
        sections.empty() ? std::string() : pack_.sections[static_cast<std::size_t>(sections[0])].id;
    passage.prompt = !heading && (line.passage.prompt || prompts_.is_prompt(passage.text));
    form_.passages.push_back(std::move(passage));
    sections_.push_back(sections);
  }

  /// "ผลผลิต ... ผลลัพธ์ ... ผลกระทบ ..." in one paragraph: each label begins a passage of its part.
  void emit_with_parts(const Line& line, std::size_t begin, const Sections& sections) {
    const std::vector<WordHit> labels = part_labels(line, begin);
    std::size_t from = begin;
    Sections now = sections;
    for (const WordHit& label : labels) {
      if (label.begin > from) emit(line, from, label.begin, now, false);
      now = {label.index};
      note_heading(now, form_.passages.size(), false);
      emit(line, label.begin, label.end, now, true);
      from = label.end;
    }
    if (from < line.passage.text.size()) emit(line, from, line.passage.text.size(), now, false);
  }

  [[nodiscard]] std::vector<WordHit> part_labels(const Line& line, std::size_t begin) const {
    const std::string_view text = line.passage.text;
    std::vector<WordHit> labels;
    for (const WordHit& hit : line.passage.words) {
      if (hit.kind != WordKind::section || parts_.count(hit.index) == 0 || hit.begin < begin ||
          hit.distance > 0)
        continue;
      if (!labels.empty() && hit.begin < labels.back().end) continue;
      if (is_label(text, hit)) labels.push_back(hit);
    }
    const auto letters_behind = [&](std::size_t i) {
      const std::size_t end = i + 1 < labels.size() ? labels[i + 1].begin : text.size();
      return folded(text.substr(labels[i].end, end - labels[i].end)).letters.size();
    };
    std::set<int> distinct;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      distinct.insert(labels[i].index);
      if (letters_behind(i) < least_letters_between_labels) return {};
    }
    return distinct.size() >= 2 ? labels : std::vector<WordHit>{};
  }

  /// Stands behind a space or a bracket and before a space, a colon or words that go with a label.
  static bool is_label(std::string_view text, const WordHit& hit) {
    const char32_t before = code_point_before(text, hit.begin);
    if (before != 0 && !is_space(before) && before != U')' && before != U'.') return false;
    const std::string_view rest = rest_of(text, hit.end);
    const bool latin = is_latin_letter(code_point_at(text, hit.begin));
    if (rest.starts_with(':') || rest.starts_with(" :") || rest.starts_with(" –") || rest.starts_with(" -"))
      return true;
    if (latin) return false;
    return rest.starts_with(' ') || rest.starts_with("ระดับ") || rest.starts_with("ได้แก่") ||
           rest.starts_with("คือ") || rest.starts_with("ที่") || rest.starts_with("เชิง") ||
           rest.starts_with("(");
  }

  // ---- what is said of each section

  void note_heading(const Sections& sections, std::size_t passage, bool damaged) {
    for (const int section : sections) headed_[section].push_back({passage, damaged});
  }

  struct Headed {
    std::size_t passage = 0;
    bool damaged = false;
  };

  struct Body {
    int letters = 0;
    bool prompts = false;
  };

  [[nodiscard]] std::vector<Body> bodies() const {
    std::vector<Body> result(pack_.sections.size());
    for (std::size_t i = 0; i < form_.passages.size(); ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.kind == Passage::Kind::heading) continue;
      const int letters = passage.prompt ? 0 : own_letters(passage);
      for (const int section : sections_[i]) {
        Body& body = result[static_cast<std::size_t>(section)];
        body.letters += letters;
        body.prompts = body.prompts || letters == 0;
      }
    }
    return result;
  }

  /// Of tick boxes only those that are ticked are an answer.
  [[nodiscard]] int own_letters(const Passage& passage) const {
    if (!passage.option) return prompts_.own_letters(passage.text);
    int letters = 0;
    for (const Answer& answer : form_.document->answers)
      if (answer.kind == Answer::Kind::tick && answer.ticked && !answer.label.empty() &&
          passage.text.find(answer.label.utf8) != std::string_view::npos)
        letters += prompts_.own_letters(answer.label.utf8);
    return letters;
  }

  void tell_sections() {
    if (levels_section_ >= 0 && headed_.count(levels_section_) == 0)
      for (const std::size_t passage : level_headings_) note_heading({levels_section_}, passage, false);
    const std::vector<Body> all = bodies();
    for (std::size_t i = 0; i < pack_.sections.size(); ++i)
      form_.sections.push_back(fact_of(static_cast<int>(i), all));
  }

  [[nodiscard]] SectionFact fact_of(int index, const std::vector<Body>& all) const {
    const Section& section = pack_.sections[static_cast<std::size_t>(index)];
    SectionFact fact;
    fact.id = section.id;
    Body body = all[static_cast<std::size_t>(index)];
    take_heading(index, fact);
    for (const std::string& part : section.parts) {
      const int part_index = index_of(pack_, part);
      body.letters += all[static_cast<std::size_t>(part_index)].letters;
      body.prompts = body.prompts || all[static_cast<std::size_t>(part_index)].prompts;
      if (!fact.found) take_heading(part_index, fact);
    }
    fact.letters = body.letters;
    using Content = SectionFact::Content;
    if (body.letters == 0)
      fact.content = body.prompts ? Content::prompt_only : Content::empty;
    else
      fact.content = body.letters < section.least_letters ? Content::too_short : Content::filled;
    return fact;
  }

  void take_heading(int index, SectionFact& fact) const {
    const auto found = headed_.find(index);
    if (found == headed_.end()) return;
    const Headed& first = found->second.front();
    fact.found = true;
    fact.by_skeleton = first.damaged;
    fact.evidence = evidence_of(form_.passages[first.passage]);
    fact.evidence.section = fact.id;
    fact.heading = fact.evidence.quote;
  }

  std::vector<Line> lines_;
  Form& form_;
  const Pack& pack_;
  HeadingReader headings_;
  PromptReader prompts_;
  int levels_section_;
  std::set<int> parts_;                                  ///< sections that are parts of others
  std::vector<std::optional<HeadingReading>> readings_;  ///< by line
  std::map<std::size_t, int> columns_;                   ///< line to the section that its column is
  std::set<std::size_t> damaged_;                        ///< lines that were read by their skeleton
  std::vector<Level> open_;
  std::vector<Sections> sections_;             ///< by passage
  std::map<int, std::vector<Headed>> headed_;  ///< by section
  std::vector<std::size_t> level_headings_;
};

}  // namespace

void divide_into_sections(std::vector<Line> lines, Form& form) {
  Divider(std::move(lines), form).run();
}

}  // namespace ruamlint
