#include "annotate/pdf/page_frame.hpp"

#include <algorithm>
#include <optional>

namespace ruamlint::pdf_copy {
namespace {

using Rectangle = QPDFObjectHandle::Rectangle;

constexpr int full_turn = 360, quarter_turn = 90;
constexpr int deepest_page_tree = 100;  // above which it is a loop

/// What the page or the nearest node above it says, where `read` can make anything of it.
template <typename Read>
auto inherited(QPDFObjectHandle page, const char* key, Read read) -> decltype(read(page)) {
  for (int depth = 0; depth < deepest_page_tree && page.isDictionary(); ++depth) {
    if (auto value = read(page.getKey(key))) return value;
    page = page.getKey("/Parent");
  }
  return std::nullopt;
}

std::optional<Rectangle> box_of(QPDFObjectHandle object) {
  if (!object.isRectangle()) return std::nullopt;
  const Rectangle said = object.getArrayAsRectangle();
  return Rectangle(std::min(said.llx, said.urx), std::min(said.lly, said.ury), std::max(said.llx, said.urx),
                   std::max(said.lly, said.ury));
}

std::optional<long long> integer_of(QPDFObjectHandle object) {
  return object.isInteger() ? std::optional(object.getIntValue()) : std::nullopt;
}

Rectangle clipped(const Rectangle& box, const Rectangle& to) {
  return {std::clamp(box.llx, to.llx, to.urx), std::clamp(box.lly, to.lly, to.ury),
          std::clamp(box.urx, to.llx, to.urx), std::clamp(box.ury, to.lly, to.ury)};
}

}  // namespace

PageFrame::PageFrame(QPDFObjectHandle page) {
  const Rectangle letter(0, 0, 612, 792);  // where a file says nothing
  const Rectangle media = inherited(page, "/MediaBox", box_of).value_or(letter);
  const Rectangle crop = clipped(inherited(page, "/CropBox", box_of).value_or(media), media);
  left_ = crop.llx;
  bottom_ = crop.lly;
  width_ = crop.urx - crop.llx;
  height_ = crop.ury - crop.lly;
  const auto turn =
      static_cast<int>(inherited(page, "/Rotate", integer_of).value_or(0) % full_turn + full_turn);
  if (turn % quarter_turn == 0) rotation_ = turn % full_turn;
}

PageFrame::Point PageFrame::user_space(double x, double y) const {
  switch (rotation_) {
    case 90:
      return {left_ + y, bottom_ + x};
    case 180:
      return {left_ + width_ - x, bottom_ + y};
    case 270:
      return {left_ + width_ - y, bottom_ + height_ - x};
    default:
      return {left_ + x, bottom_ + height_ - y};
  }
}

Rectangle PageFrame::rectangle(const Box& shown) const {
  const Point a = user_space(shown.left, shown.top), b = user_space(shown.right, shown.bottom);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

std::array<double, 8> PageFrame::corners(const Box& shown) const {
  const Point top_left = user_space(shown.left, shown.top), top_right = user_space(shown.right, shown.top);
  const Point bottom_left = user_space(shown.left, shown.bottom),
              bottom_right = user_space(shown.right, shown.bottom);
  return {top_left.x,    top_left.y,    top_right.x,    top_right.y,
          bottom_left.x, bottom_left.y, bottom_right.x, bottom_right.y};
}

}  // namespace ruamlint::pdf_copy
