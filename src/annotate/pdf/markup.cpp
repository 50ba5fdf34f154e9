#include "annotate/pdf/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <qpdf/QUtil.hh>

#include "annotate/pdf/note_spots.hpp"

namespace ruamlint::pdf_copy {
namespace {

using Object = QPDFObjectHandle;

constexpr int print_flag = 4, no_rotate_flag = 16;
constexpr double window_width = 200, window_height = 110;

using Colour = std::array<double, 3>;

/// Light enough for black letters under it, and told apart by those who see no red.
Colour colour_of(Annotation::Tone tone) {
  return tone == Annotation::Tone::mend ? Colour{1, 0.78, 0.55} : Colour{0.84, 0.8, 1};
}

Object text_string(std::string utf8) {
  std::replace(utf8.begin(), utf8.end(), '\n', '\r');  // what parts paragraphs in an annotation
  return Object::newString(QUtil::utf8_to_utf16(utf8));
}

Object numbers(const auto& values) {
  constexpr int places = 3;
  Object array = Object::newArray();
  for (const double value : values) array.appendItem(Object::newReal(value, places));
  return array;
}

Object rectangle(const Object::Rectangle& box) {
  return numbers(std::array{box.llx, box.lly, box.urx, box.ury});
}

Object form(QPDF& pdf, const std::string& content, Object bounds) {
  Object stream = pdf.newStream(content);
  Object entries = stream.getDict();
  entries.replaceKey("/Type", Object::newName("/XObject"));
  entries.replaceKey("/Subtype", Object::newName("/Form"));
  entries.replaceKey("/BBox", std::move(bounds));
  return stream;
}

std::string fill(const Colour& colour) {
  return fmt::format("{:.3f} {:.3f} {:.3f} rg\n", colour[0], colour[1], colour[2]);
}

/// The boxes as one group, which as a whole is multiplied with what is under it: letters stay black, and
/// where boxes overlap they are no darker.
Object highlight_appearance(QPDF& pdf, const Markup& markup, const std::vector<Object::Rectangle>& boxes,
                            const Object::Rectangle& around) {
  std::string content = fill(colour_of(markup.tone));
  for (const Object::Rectangle& box : boxes)
    content += fmt::format("{:.3f} {:.3f} {:.3f} {:.3f} re\n", box.llx, box.lly, box.urx - box.llx,
                           box.ury - box.lly);
  Object boxes_form = form(pdf, content + "f\n", rectangle(around));
  boxes_form.getDict().replaceKey("/Group", Object::parse("<< /S /Transparency >>"));
  Object resources = Object::parse("<< /ExtGState << /Multiply << /Type /ExtGState /BM /Multiply >> >> >>");
  Object named = Object::newDictionary();
  named.replaceKey("/Boxes", boxes_form);
  resources.replaceKey("/XObject", named);
  Object appearance = form(pdf, "/Multiply gs /Boxes Do\n", rectangle(around));
  appearance.getDict().replaceKey("/Resources", resources);
  return appearance;
}

/// A speech bubble.
Object note_appearance(QPDF& pdf, const Markup& markup) {
  static_assert(NoteSpots::side == 16, "the drawing is made for it");
  const std::string content = "0.25 G 1 w 1 j\n" + fill(colour_of(markup.tone)) +
                              "1.5 15 m 14.5 15 l 14.5 5 l 8 5 l 4 1 l 4 5 l 1.5 5 l b\n"
                              "4 12 m 12 12 l 4 10 m 12 10 l 4 8 m 9 8 l S\n";
  return form(pdf, content, Object::parse("[0 0 16 16]"));
}

Object annotation(const char* subtype, const MarkedPage& on, const Object::Rectangle& around) {
  Object entries = Object::newDictionary();
  entries.replaceKey("/Type", Object::newName("/Annot"));
  entries.replaceKey("/Subtype", Object::newName(subtype));
  entries.replaceKey("/Rect", rectangle(around));
  entries.replaceKey("/P", on.page);
  return entries;
}

/// At the page's right edge, as high as what it belongs to.
Box window_beside(const Box& marked, const PageFrame& frame) {
  const double left = std::max(0.0, frame.width() - window_width);
  const double top = std::clamp(marked.top, 0.0, std::max(0.0, frame.height() - window_height));
  return {left, top, left + window_width, top + window_height};
}

/// Completes `entries` with what both kinds have in common.
std::vector<Object> with_window(QPDF& pdf, const MarkedPage& on, const Markup& markup, Object entries,
                                const Box& marked, const Object& appearance) {
  entries.replaceKey("/NM", Object::newString(markup.name));
  entries.replaceKey("/T", text_string(markup.author));
  entries.replaceKey("/Contents", text_string(markup.text));
  entries.replaceKey("/C", numbers(colour_of(markup.tone)));
  Object looks = Object::newDictionary();
  looks.replaceKey("/N", appearance);
  entries.replaceKey("/AP", looks);
  Object marking = pdf.makeIndirectObject(entries);

  Object window = annotation("/Popup", on, on.frame.rectangle(window_beside(marked, on.frame)));
  window.replaceKey("/Parent", marking);
  window.replaceKey("/Open", Object::newBool(false));
  window = pdf.makeIndirectObject(window);
  marking.replaceKey("/Popup", window);
  return {marking, window};
}

}  // namespace

std::vector<Object> highlight(QPDF& pdf, const MarkedPage& on, const Markup& markup,
                              const std::vector<Box>& boxes) {
  Box all;
  std::vector<Object::Rectangle> rectangles;
  std::vector<double> corners;
  for (const Box& box : boxes) {
    all = united(all, box);
    rectangles.push_back(on.frame.rectangle(box));
    const auto four = on.frame.corners(box);
    corners.insert(corners.end(), four.begin(), four.end());
  }
  const Object::Rectangle around = on.frame.rectangle(all);
  Object entries = annotation("/Highlight", on, around);
  entries.replaceKey("/F", Object::newInteger(print_flag));
  entries.replaceKey("/QuadPoints", numbers(corners));
  return with_window(pdf, on, markup, entries, all, highlight_appearance(pdf, markup, rectangles, around));
}

std::vector<Object> note(QPDF& pdf, const MarkedPage& on, const Markup& markup, const Box& spot) {
  // Viewers show it upright on a turned page too, hung up at the rectangle's upper left corner: upper and
  // left in the page's own coordinates (ISO 32000-1, 12.5.3 and 12.5.6.4).
  const auto corners = on.frame.corners(spot);
  const double left = corners[0], top = corners[1];
  Object entries = annotation("/Text", on, {left, top - NoteSpots::side, left + NoteSpots::side, top});
  entries.replaceKey("/F", Object::newInteger(print_flag | no_rotate_flag));
  entries.replaceKey("/Name", Object::newName("/Comment"));
  entries.replaceKey("/Open", Object::newBool(false));
  return with_window(pdf, on, markup, entries, spot, note_appearance(pdf, markup));
}

}  // namespace ruamlint::pdf_copy
