#include "annotate/pdf/page_space.hpp"

#include <algorithm>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace ruamlint {
namespace {

constexpr UserBox letter{0, 0, 612, 792};  ///< what viewers take where no page size is said

UserBox box_of(QPDFObjectHandle rectangle, const UserBox& otherwise) {
  if (!rectangle.isRectangle()) return otherwise;
  const QPDFObjectHandle::Rectangle said = rectangle.getArrayAsRectangle();  // its corners in order
  const UserBox box{said.llx, said.lly, said.urx, said.ury};
  return box.right > box.left && box.top > box.bottom ? box : otherwise;
}

UserBox intersection(const UserBox& a, const UserBox& b) {
  const UserBox both{std::max(a.left, b.left), std::max(a.bottom, b.bottom), std::min(a.right, b.right),
                     std::min(a.top, b.top)};
  return both.right > both.left && both.top > both.bottom ? both : a;
}

}  // namespace

UserBox united(const UserBox& a, const UserBox& b) {
  return {std::min(a.left, b.left), std::min(a.bottom, b.bottom), std::max(a.right, b.right),
          std::max(a.top, b.top)};
}

PageSpace::Point PageSpace::user_point(double x, double y) const {
  switch (rotate_) {
    case 90:
      return {crop_.left + y, crop_.bottom + x};
    case 180:
      return {crop_.right - x, crop_.bottom + y};
    case 270:
      return {crop_.right - y, crop_.top - x};
    default:
      return {crop_.left + x, crop_.top - y};
  }
}

std::array<PageSpace::Point, 4> PageSpace::corners(const Box& shown) const {
  return {user_point(shown.left, shown.top), user_point(shown.right, shown.top),
          user_point(shown.left, shown.bottom), user_point(shown.right, shown.bottom)};
}

UserBox PageSpace::user_box(const Box& shown) const {
  const auto [ax, ay] = user_point(shown.left, shown.top);
  const auto [bx, by] = user_point(shown.right, shown.bottom);
  return {std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)};
}

double PageSpace::shown_height() const {
  const bool on_its_side = rotate_ == 90 || rotate_ == 270;
  return on_its_side ? crop_.right - crop_.left : crop_.top - crop_.bottom;
}

PageSpace space_of(QPDFObjectHandle page) {
  QPDFPageObjectHelper helper(page);
  const UserBox media = box_of(helper.getAttribute("/MediaBox", false), letter);
  const UserBox crop = intersection(media, box_of(helper.getAttribute("/CropBox", false), media));
  QPDFObjectHandle said = helper.getAttribute("/Rotate", false);
  const int turned = said.isInteger() ? said.getIntValueAsInt() % 360 : 0;
  return {crop, turned < 0 ? turned + 360 : turned};
}

}  // namespace ruamlint
