// From the page as shown, on which the model's boxes are, to the page's own coordinates (user space).
#pragma once

#include <array>
#include <qpdf/QPDFObjectHandle.hh>

#include "document/document.hpp"

namespace ruamlint::pdf_copy {

/// A page's crop box and rotation, inherited ones too, taken as the reader (Poppler) takes them. A user unit
/// counts as a point, whatever UserUnit says: so it does in the model.
class PageFrame {
 public:
  explicit PageFrame(QPDFObjectHandle page);

  [[nodiscard]] double width() const { return sideways() ? height_ : width_; }  ///< as shown
  [[nodiscard]] double height() const { return sideways() ? width_ : height_; }

  [[nodiscard]] QPDFObjectHandle::Rectangle rectangle(const Box& shown) const;
  /// x and y of the corners that are shown at the top left, top right, bottom left and bottom right: the
  /// order that viewers go by (ISO 32000 has another, which none of them follows).
  [[nodiscard]] std::array<double, 8> corners(const Box& shown) const;

 private:
  struct Point {
    double x = 0, y = 0;
  };
  [[nodiscard]] bool sideways() const { return rotation_ == 90 || rotation_ == 270; }
  [[nodiscard]] Point user_space(double x, double y) const;

  double left_ = 0, bottom_ = 0, width_ = 0, height_ = 0;  // of the crop box, in user space
  int rotation_ = 0;                                       // clockwise, when shown
};

}  // namespace ruamlint::pdf_copy
