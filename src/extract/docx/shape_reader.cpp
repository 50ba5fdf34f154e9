// What is anchored in a paragraph: pictures, text boxes, objects of other programs. A text box is written
// twice, as DrawingML and for older readers as VML, and read once.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/docx/story_reader.hpp"

namespace ruamlint::docx {
namespace {

constexpr double emu_per_cm = 360'000;
constexpr double points_per_cm = 72 / 2.54;
constexpr double cm_per_inch = 2.54;
constexpr double text_width_cm = 5;   ///< narrower pictures are seals and logos
constexpr double text_height_cm = 1;  ///< flatter ones are rules

constexpr std::array<std::string_view, 5> pictures = {"pic:pic", "v:imagedata", "c:chart", "dgm:relIds",
                                                      "o:OLEObject"};

struct Size {
  double width_cm = 0, height_cm = 0;
  bool known = false;
};

struct ShapeFinds {
  bool picture = false;
  bool object = false;
  Size size;
};

bool may_hold_text(const Size& size) {
  return !size.known || (size.width_cm > text_width_cm && size.height_cm > text_height_cm);
}

/// One length of a VML style, "width:453.5pt;height:200pt"; 0 where it is missing or in a unit that is rare.
double vml_length_cm(std::string_view style, std::string_view property) {
  std::size_t at = style.find(property);
  while (at != std::string_view::npos && at > 0 && style[at - 1] != ';' && style[at - 1] != ' ')
    at = style.find(property, at + 1);
  if (at == std::string_view::npos) return 0;
  const std::string_view rest = style.substr(at + property.size());
  double value = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (error != std::errc()) return 0;
  const std::string_view unit = rest.substr(static_cast<std::size_t>(end - rest.data()), 2);
  if (unit == "in") return value * cm_per_inch;
  if (unit == "cm") return value;
  return unit == "pt" ? value / points_per_cm : 0;
}

void read_size(const XmlCursor& xml, Size& size) {
  if (size.known) return;
  if (xml.name() == "wp:extent") {
    size.width_cm = to_int(xml.attribute_or("cx", "")) / emu_per_cm;
    size.height_cm = to_int(xml.attribute_or("cy", "")) / emu_per_cm;
    size.known = true;
  } else if (xml.name() == "v:shape" || xml.name() == "v:rect") {
    const std::string_view style = xml.attribute_or("style", "");
    size.width_cm = vml_length_cm(style, "width:");
    size.height_cm = vml_length_cm(style, "height:");
    size.known = size.width_cm > 0 && size.height_cm > 0;
  }
}

/// Walks all that a drawing holds, down to its text boxes, which `read_text_box` reads.
template <class ReadTextBox>
void walk_shape(XmlCursor& xml, ShapeFinds& finds, ReadTextBox read_text_box) {
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:txbxContent") {
      read_text_box();
      continue;
    }
    if (xml.name() == "mc:Fallback") continue;  // its choice, just before it, was walked
    read_size(xml, finds.size);
    if (std::find(pictures.begin(), pictures.end(), xml.name()) != pictures.end()) finds.picture = true;
    if (xml.name() == "o:OLEObject") finds.object = true;
    walk_shape(xml, finds, read_text_box);
  }
}

}  // namespace

void StoryReader::read_shape(Paragraph& paragraph) {
  ShapeFinds finds;
  walk_shape(xml_, finds, [&] { read_text_box(paragraph); });
  if (finds.object) ++story_.foreign_parts;
  if (!finds.picture) return;
  ++yield_;
  if (may_hold_text(finds.size)) ++story_.large_pictures;
  Block block;
  block.kind = BlockKind::picture;
  block.place = place();
  paragraph.attached.push_back(std::move(block));
}

/// A story of its own as to fields and controls; its paragraphs count on.
void StoryReader::read_text_box(Paragraph& paragraph) {
  FieldStack outer_fields = std::exchange(fields_, FieldStack());
  const int outer_controls = std::exchange(control_depth_, 0);
  read_blocks(paragraph.attached);
  fields_ = std::move(outer_fields);
  control_depth_ = outer_controls;
}

}  // namespace ruamlint::docx
