// From a page as it is shown (document.hpp) to the space in which a PDF draws it: lower left corner,
// unturned.
#pragma once

#include <array>
#include <qpdf/QPDFObjectHandle.hh>
#include <utility>

#include "document/document.hpp"

namespace ruamlint {

/// In user space units, y growing upwards.
struct UserBox {
  double left = 0, bottom = 0, right = 0, top = 0;
};
[[nodiscard]] UserBox united(const UserBox& a, const UserBox& b);

class PageSpace {
 public:
  /// `crop` is the visible box in user space, `rotate` 0, 90, 180 or 270 degrees clockwise. UserUnit scales
  /// nothing here, as it does not in the reader of forms.
  PageSpace(UserBox crop, int rotate) : crop_(crop), rotate_(rotate) {}

  using Point = std::pair<double, double>;
  [[nodiscard]] UserBox user_box(const Box& shown) const;
  /// Upper left, upper right, lower left and lower right as shown.
  [[nodiscard]] std::array<Point, 4> corners(const Box& shown) const;
  [[nodiscard]] double shown_height() const;

 private:
  [[nodiscard]] Point user_point(double x, double y) const;

  UserBox crop_;
  int rotate_;
};

/// Of a page; what its parents say counts where it says nothing itself.
[[nodiscard]] PageSpace space_of(QPDFObjectHandle page);

}  // namespace ruamlint
