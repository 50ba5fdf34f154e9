// Glyphs to clusters to lines. The producer's drawing order keeps Thai marks with their consonants; positions
// put right what drawing order cannot know.
#pragma once

#include <string>
#include <vector>

#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint::pdf {

/// A base letter with its marks, or a space.
struct Cluster {
  std::string text;
  float left = 0, right = 0;
  float top = 0, bottom = 0;
  float baseline = 0, size = 0;
  bool bold = false, field = false, space = false, artifact = false;
  bool begins_object = false;  ///< the first of a text object
  bool without_room = false;   ///< an ActualText letter whose glyphs take no room: a mark without its letter
  Tag tag;
  bool own_place = false;      ///< a tick box: its box is its own, not its line's
};

/// Clusters on one baseline without a wide gap or a ruling line between them, left to right. Spaces stand
/// between words as clusters of their own, none at either end.
struct Line {
  std::vector<Cluster> clusters;
  float left = 0, right = 0;
  float baseline = 0, size = 0;
  bool bold = false;
  bool artifact = false;         ///< all of it is marked as page furniture
  bool ends_with_space = false;  ///< the producer drew a space behind the last letter
  Tag tag;                       ///< of its last letter: its first may be an item's number

  [[nodiscard]] float top() const { return baseline - size; }
  [[nodiscard]] float bottom() const { return baseline + 0.3F * size; }
};

struct PageLines {
  std::vector<Line> lines;  ///< by baseline, then from the left
  std::string hidden_text;  ///< what nobody sees, in drawing order
  std::size_t visible_letters = 0;
  std::size_t unseen_letters = 0;  ///< drawn in render mode 3: an OCR layer, where a picture covers the page
};

/// `with_unseen`: letters of render mode 3 are read like any other (the layer under a scan).
[[nodiscard]] PageLines find_lines(const PageContent& page, bool with_unseen);

}  // namespace ruamlint::pdf
