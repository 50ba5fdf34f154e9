// Telling a heading by its words: which of the pack's sections, or of its levels, a line names.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/label.hpp"
#include "facts/vocabulary.hpp"

namespace ruamlint {

/// How much besides its words makes a line look like a heading; the less, the more exactly must the words
/// fit.
enum class HeadingLook {
  structural,  ///< the file says so, or it stands in a column of labels
  marked,      ///< bold, numbered, an item of a list, or closed by a colon
  plain,       ///< only short
};

struct HeadingReading {
  std::vector<int> sections;  ///< indexes in the pack, the main one first; may be empty for a level's name
  int level = -1;             ///< index of the level that the line names, -1: none
  Label::Kind label = Label::Kind::none;
  std::size_t begin = 0, end = 0;  ///< bytes of the heading in the line, label left out
  std::size_t body = 0;            ///< byte where the line's own text behind the heading begins
  bool colon = false;              ///< a colon or dash divides the two
};

class HeadingReader {
 public:
  explicit HeadingReader(const Pack& pack);

  /// `words` are the line's own, by position; `bullet_label`: the file generates a label before the line.
  [[nodiscard]] std::optional<HeadingReading> read(std::string_view line, const std::vector<WordHit>& words,
                                                   HeadingLook look, Label::Kind generated) const;

 private:
  struct Part {
    std::size_t begin = 0, end = 0;
  };
  [[nodiscard]] std::optional<HeadingReading> read_part(std::string_view line,
                                                        const std::vector<WordHit>& words, Part part,
                                                        HeadingLook look) const;
  [[nodiscard]] std::optional<HeadingReading> read_prefix(std::string_view line,
                                                          const std::vector<WordHit>& words, Part part,
                                                          HeadingLook look) const;
  [[nodiscard]] std::optional<HeadingReading> read_loosely(std::string_view line,
                                                           const std::vector<WordHit>& words,
                                                           Part part) const;
  [[nodiscard]] bool is_named_as_level(const std::vector<WordHit>& words, std::size_t begin,
                                       std::size_t end) const;

  [[nodiscard]] int section_hinted(const WordHit& hit) const;
  [[nodiscard]] static bool lists_levels(std::string_view line, const std::vector<WordHit>& words,
                                         std::size_t begin);
  [[nodiscard]] bool is_blocked(const std::vector<WordHit>& words, const WordHit& core) const;

  const Pack& pack_;
  int fillers_ = -1, level_cues_ = -1, not_headings_ = -1;
  std::map<int, int> cues_;  ///< lexicon to the section that its words hint at
};

/// Letters of words in the bytes [begin, end): spaces, punctuation and text in brackets left out.
[[nodiscard]] std::size_t heading_letters(std::string_view line, std::size_t begin, std::size_t end);

}  // namespace ruamlint
