// Where on a page a note's sign is put that is about no words: beside a heading or at the top, none over
// another.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace ruamlint::pdf_copy {

/// All in points of the page as shown.
class NoteSpots {
 public:
  static constexpr double side = 16;  ///< of a sign, which is square

  NoteSpots(double page_width, double page_height) : width_(page_width), height_(page_height) {}

  /// In the nearer side margin, as high as `heading`; further down where there are some already. Right before
  /// the heading may stand its number.
  [[nodiscard]] Box beside(const Box& heading);
  /// In the upper margin, from left to right.
  [[nodiscard]] Box at_top();

 private:
  enum class Direction { down, right };
  [[nodiscard]] Box take(double left, double top, Direction direction);
  [[nodiscard]] bool is_free(const Box& spot) const;

  double width_, height_;
  std::vector<Box> taken_;
};

}  // namespace ruamlint::pdf_copy
