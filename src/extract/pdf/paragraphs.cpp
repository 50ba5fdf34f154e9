#include "extract/pdf/paragraphs.hpp"

#include <algorithm>
#include <cmath>

#include "extract/pdf/labels.hpp"
#include "extract/pdf/word_breaks.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double same_baseline = 0.3;  // of the font size
constexpr double indent = 0.9;         // of the font size: lines that begin this far apart begin differently
constexpr double other_size = 0.08;    // difference of font sizes that the eye sees
constexpr double default_pitch = 1.9;  // Thai line spacing of 1.25 in the loosest fonts

/// Whether two lines are set about one middle.
bool are_centred(const TextLine& a, const TextLine& b) {
  constexpr double same_middle_pt = 2;
  const double apart = (a.box.left + a.box.right - b.box.left - b.box.right) / 2;
  return std::abs(apart) < same_middle_pt && std::abs(a.box.left - b.box.left) > 0.5 * a.size;
}

bool look_alike(const TextLine& a, const TextLine& b) {
  return a.bold == b.bold && std::abs(a.size - b.size) <= other_size * std::max(a.size, b.size);
}

bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a line begins as a field does, with a few words and a colon.
bool begins_with_name(std::string_view text) {
  constexpr std::size_t longest = 120;  // bytes: forty Thai letters
  const std::size_t colon = text.substr(0, longest).find(':');
  return colon != std::string_view::npos && colon > 0 && text.substr(colon).starts_with(": ");
}

class ParagraphBuilder {
 public:
  ParagraphBuilder(const std::vector<TextLine>& lines, const Margins& margins, double pitch)
      : lines_(lines), breaks_(lines), margins_(margins), pitch_(pitch > 0 ? pitch : default_pitch) {}

  std::vector<Paragraph> build() {
    for (std::size_t i = 1; i <= lines_.size(); ++i) {
      if (i < lines_.size() && !begins_paragraph(i)) continue;
      paragraphs_.push_back(paragraph(first_, i));
      first_ = i;
    }
    return std::move(paragraphs_);
  }

 private:
  /// Whether line `i` begins a paragraph; the one before it began with line `first_`.
  [[nodiscard]] bool begins_paragraph(std::size_t i) {
    const TextLine &last = lines_[i - 1], &next = lines_[i];
    if (last.is_table_row || next.is_table_row) return true;
    const double step = next.baseline - last.baseline;
    const double size = std::max(last.size, next.size);
    if (step < 0 || step > 1.3 * pitch_ * size + 1) return true;
    if (std::abs(next.size - last.size) > other_size * size) return true;
    if (next.bold != last.bold && (next.bold || i == first_ + 1)) return true;
    const Label label = label_of(next.text.utf8);
    if (label.found() && label.closed) return true;
    if (last.tag.block != 0 && next.tag.block != 0 && last.tag.block != next.tag.block) return true;
    const bool symmetric = are_centred(last, next);
    if (had_room(i, symmetric)) return true;
    if (outgrows(i) || begins_alike(i)) return true;
    return !symmetric && begins_elsewhere(i);
  }

  /// Whether the line before line `i` had room for its first word.
  [[nodiscard]] bool had_room(std::size_t i, bool symmetric) {
    const TextLine &last = lines_[i - 1], &next = lines_[i];
    const double room =
        symmetric ? margins_.right - margins_.left - last.box.width() : margins_.right - last.box.right;
    if (room < 0.5 * last.size) return false;
    const auto fits = [&](double width) {
      return would_fit(last.text, room, last.size, next.text, width, margins_.tolerance);
    };
    // Where the whole line would have fitted, its words need not be found.
    return fits(next.box.width()) || fits(width_until(next.text, breaks_.first_word_of(i)));
  }

  /// Whether as much is left free before the line as behind it, more than chance leaves.
  [[nodiscard]] bool is_set_in(const TextLine& line) const {
    return line.box.left - margins_.left > 0.5 * line.size && is_symmetric(line, margins_);
  }

  /// Whether line `i`, the last of some that are centred, is longer than the one before it: then that one was
  /// not broken off for want of room, but they are two lines of a title.
  [[nodiscard]] bool outgrows(std::size_t i) const {
    constexpr double seen = 0.25;  // of the font size
    constexpr double narrow = 20;  // likewise: lines in a cell are as long as their words happen to be
    if (margins_.right - margins_.left < narrow * lines_[i].size) return false;
    if (!is_set_in(lines_[i - 1]) || !is_set_in(lines_[i])) return false;
    const bool last =
        i + 1 == lines_.size() || !is_set_in(lines_[i + 1]) || !look_alike(lines_[i], lines_[i + 1]);
    return last && lines_[i].box.width() > lines_[i - 1].box.width() + seen * lines_[i].size;
  }

  /// Whether line `i` begins as the line before it does, which is the first of its paragraph: set in as far, or
  /// with the name of a field. Both may fill their lines, so that a little more room between them is asked for too.
  [[nodiscard]] bool begins_alike(std::size_t i) const {
    constexpr double wider = 1.04;  // of the pitch: two points of 12 pt text, which is what offices leave
    const TextLine &first = lines_[i - 1], &next = lines_[i];
    if (i != first_ + 1 || next.baseline - first.baseline < wider * pitch_ * next.size) return false;
    const double least = indent * next.size;
    const bool set_in = first.box.left - margins_.left > least && next.box.left - margins_.left > least &&
                        std::abs(first.box.left - next.box.left) < same_baseline * next.size;
    return set_in || (begins_with_name(first.text.utf8) && begins_with_name(next.text.utf8));
  }

  /// Whether a Latin word runs over the end of the line before line `i`, as it does where it is longer than a
  /// narrow cell is wide: it stands there alone, and leaves no room for another letter.
  [[nodiscard]] bool breaks_a_word(std::size_t i) const {
    const TextLine &last = lines_[i - 1], &next = lines_[i];
    const std::string &head = last.text.utf8, &tail = next.text.utf8;
    if (head.empty() || tail.empty() || head.find(' ') != std::string::npos) return false;
    if (!is_latin_letter(head.back()) || tail.front() < 'a' || tail.front() > 'z') return false;
    const double letter = last.box.width() / static_cast<double>(head.size());
    const double room = margins_.right - margins_.left - last.box.width();
    return room < letter + margins_.tolerance * last.size;
  }

  /// Whether `next` is set in or out against the lines before it, as only a first line is.
  [[nodiscard]] bool begins_elsewhere(std::size_t i) const {
    const TextLine &first = lines_[first_], &next = lines_[i];
    const double least = indent * next.size;
    if (i > first_ + 1) return std::abs(next.box.left - lines_[i - 1].box.left) > least;
    const bool hanging = label_of(first.text.utf8).found();
    return !hanging && next.box.left - first.box.left > least;
  }

  [[nodiscard]] Paragraph paragraph(std::size_t first, std::size_t last) const {
    Paragraph result;
    result.bold = result.centred = result.artifact = true;
    bool after_space = false;
    for (std::size_t i = first; i < last; ++i) {
      const TextLine& line = lines_[i];
      if (i > first && breaks_a_word(i)) {
        append(result.text, line.text);
      } else {
        append_line(result.text, after_space, line);
      }
      after_space = line.ends_with_space;
      result.box = united(result.box, line.box);
      result.size = std::max(result.size, line.size);
      result.bold = result.bold && line.bold;
      result.artifact = result.artifact && line.artifact;
      result.centred = result.centred && is_centred(line, margins_);
    }
    result.lines = static_cast<int>(last - first);
    result.first_baseline = lines_[first].baseline;
    result.last_baseline = lines_[last - 1].baseline;
    result.first_left = lines_[first].box.left;
    result.ends_with_space = after_space;
    result.tag = lines_[first].tag;
    result.room = margins_.right - lines_[last - 1].box.right;
    return result;
  }

  const std::vector<TextLine>& lines_;
  WordBreaks breaks_;
  Margins margins_;
  double pitch_;
  std::size_t first_ = 0;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::vector<TextLine> joined_rows(std::vector<TextLine> lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const TextLine& a, const TextLine& b) { return a.baseline < b.baseline; });
  std::vector<TextLine> rows;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    while (last < lines.size() && lines[last].baseline - lines[first].baseline <
                                      same_baseline * std::min(lines[first].size, lines[last].size))
      ++last;
    std::stable_sort(lines.begin() + static_cast<std::ptrdiff_t>(first),
                     lines.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const TextLine& a, const TextLine& b) { return a.box.left < b.box.left; });
    rows.push_back(std::move(lines[first]));
    for (std::size_t i = first + 1; i < last; ++i) append_beside(rows.back(), lines[i]);
    first = last;
  }
  return rows;
}

double usual_pitch(const std::vector<TextLine>& lines) {
  std::vector<double> pitches;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const TextLine &a = lines[i - 1], &b = lines[i];
    const double step = b.baseline - a.baseline;
    const bool overlap = a.box.left < b.box.right && b.box.left < a.box.right;
    if (overlap && step > 0.8 * b.size && step < 3 * b.size &&
        std::abs(a.size - b.size) < other_size * b.size)
      pitches.push_back(step / b.size);
  }
  if (pitches.size() < 3) return 0;
  // The lower third: distances between paragraphs are the larger ones.
  const auto third = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 3);
  std::nth_element(pitches.begin(), third, pitches.end());
  return *third;
}

std::vector<Paragraph> paragraphs_of(const std::vector<TextLine>& lines, const Margins& margins,
                                     double pitch) {
  return ParagraphBuilder(lines, margins, pitch).build();
}

}  // namespace ruamlint::pdf
