// A paragraph's runs joined: Office splits them anywhere, even between a consonant and its mark, so that
// nothing may be repaired or matched before.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace ruamlint::docx {

/// Repaired text, trimmed at both ends, with the way from an offset in the joined runs to one in the text.
struct JoinedText {
  Text text;
  std::size_t trimmed = 0;          ///< bytes of repaired text cut off at the front
  std::vector<std::size_t> origin;  ///< of each byte of the repaired text before it was trimmed

  /// Where the byte `raw` of the joined runs stands in the text, or the next one that is left.
  [[nodiscard]] std::size_t offset_of(std::size_t raw) const;
};

class JoinedRuns {
 public:
  void add(std::string_view utf8, Origin origin, int page);
  [[nodiscard]] std::size_t size() const { return raw_.size(); }
  [[nodiscard]] const std::string& raw() const { return raw_; }
  /// Removes and returns everything from `begin` on.
  [[nodiscard]] std::string cut_off(std::size_t begin);
  /// The page of the first piece, or `otherwise`.
  [[nodiscard]] int first_page(int otherwise) const {
    return pieces_.empty() ? otherwise : pieces_.front().page;
  }
  /// All spans stand at `place`, on the page that was current when they were added.
  [[nodiscard]] JoinedText joined(const Place& place) const;

 private:
  struct Piece {
    std::size_t begin = 0;
    Origin origin = Origin::text_layer;
    int page = 0;
  };
  std::string raw_;
  std::vector<Piece> pieces_;  ///< where origin or page changes
};

/// The first bytes of `text`, at most `limit`, ending between two code points.
[[nodiscard]] std::string_view beginning_of(std::string_view text, std::size_t limit);

/// `text` without white space at its ends.
[[nodiscard]] Text trimmed_text(const Text& text);

/// `utf8` repaired and trimmed, as one span at `place`.
[[nodiscard]] Text text_at(std::string_view utf8, const Place& place, Origin origin);

}  // namespace ruamlint::docx
