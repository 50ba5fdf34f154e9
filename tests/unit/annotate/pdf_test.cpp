// Highlights and notes in a copy of a PDF: where they are, and what they say.
#include <limits>
#include <set>

#include "pdf_fixture.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

// 200 wide and 300 high, its crop box away from the origin. What is looked for is 30 to the right of the
// corner that is shown at the upper left and 40 below it, 50 wide and 10 high.
const std::string cropped = "/MediaBox [0 0 300 400] /CropBox [10 20 210 320]";
constexpr Box words{30, 40, 80, 50};

struct Turned {
  int rotate;
  std::vector<double> rectangle;  // left, bottom, right, top in user space
  std::vector<double> corners;    // as shown: upper left, upper right, lower left, lower right
};

std::vector<Turned> turns() {
  return {{0, {40, 270, 90, 280}, {40, 280, 90, 280, 40, 270, 90, 270}},
          {90, {50, 50, 60, 100}, {50, 50, 50, 100, 60, 50, 60, 100}},
          {180, {130, 60, 180, 70}, {180, 60, 130, 60, 180, 70, 130, 70}},
          {270, {160, 240, 170, 290}, {170, 290, 170, 240, 160, 290, 160, 240}},
          {-90, {160, 240, 170, 290}, {170, 290, 170, 240, 160, 290, 160, 240}},
          {450, {50, 50, 60, 100}, {50, 50, 50, 100, 60, 50, 60, 100}}};
}

std::string one_page(const std::string& entries) {
  PdfMaker maker;
  maker.add_page(entries);
  return maker.bytes();
}

bool overlap(const std::vector<double>& a, const std::vector<double>& b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

}  // namespace

TEST_CASE("a highlight lies over its words, however the page is turned") {
  const Turned turned = GENERATE(from_range(turns()));
  CAPTURE(turned.rotate);
  PdfCopy copy =
      annotated(one_page(cropped + " /Rotate " + std::to_string(turned.rotate)), {note_over({{1, words}})});
  auto annotations = copy.annotations();
  REQUIRE(annotations.size() == 1);
  CHECK(subtype_of(annotations[0]) == "/Highlight");
  CHECK(numbers_of(annotations[0].getKey("/Rect")) == turned.rectangle);
  CHECK(numbers_of(annotations[0].getKey("/QuadPoints")) == turned.corners);
  CHECK(numbers_of(annotations[0].getKey("/AP").getKey("/N").getDict().getKey("/BBox")) == turned.rectangle);
}

TEST_CASE("what a page inherits counts, a user unit does not") {
  PdfMaker maker;
  PdfObject page = maker.add_page("/UserUnit 2");
  PdfObject above = maker.pdf.getRoot().getKey("/Pages");
  above.replaceKey("/MediaBox", PdfObject::parse("[300 0 0 400]"));
  above.replaceKey("/CropBox", PdfObject::parse("[10 20 210 320]"));
  above.replaceKey("/Rotate", PdfObject::newInteger(90));
  page.replaceKey("/MediaBox", PdfObject::parse("[(no) 0 0 400]"));
  PdfCopy copy = annotated(maker.bytes(), {note_over({{1, words}})});
  CHECK(numbers_of(copy.annotations().at(0).getKey("/Rect")) == turns()[1].rectangle);
}

TEST_CASE("all boxes of a page are one highlight, and the text stands on the first page") {
  PdfMaker maker;
  maker.add_page();
  maker.add_page();
  PdfCopy copy = annotated(
      maker.bytes(), {note_over({{2, {50, 50, 90, 60}}, {1, {50, 800, 90, 810}}, {1, {50, 820, 90, 830}}})});
  auto first = copy.annotations(0), second = copy.annotations(1);
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(numbers_of(first[0].getKey("/QuadPoints")).size() == 16);
  CHECK(numbers_of(first[0].getKey("/Rect")) == std::vector<double>{50, 12, 90, 42});
  CHECK(first[0].getKey("/Contents").getUTF8Value() == "ต้องแก้ไข");
  CHECK(second[0].getKey("/Contents").getUTF8Value().empty());
  CHECK(drawing_of(first[0]).find("50.000 12.000 40.000 10.000 re") != std::string::npos);
  CHECK(drawing_of(first[0]).find("50.000 32.000 40.000 10.000 re") != std::string::npos);
}

TEST_CASE("a highlight is multiplied with what it covers, in the colour of its tone") {
  Annotation mend = note_over({{1, words}}), look = note_over({{1, words}});
  look.tone = Annotation::Tone::look;
  PdfCopy copy = annotated(one_page(cropped), {mend, look});
  auto annotations = copy.annotations();
  REQUIRE(annotations.size() == 2);
  PdfObject appearance = annotations[0].getKey("/AP").getKey("/N").getDict();
  PdfObject states = appearance.getKey("/Resources").getKey("/ExtGState");
  CHECK(states.getKey("/Multiply").getKey("/BM").isNameAndEquals("/Multiply"));
  CHECK(numbers_of(annotations[0].getKey("/C")) != numbers_of(annotations[1].getKey("/C")));
  CHECK(drawing_of(annotations[0]) != drawing_of(annotations[1]));
}

TEST_CASE("a note's text is big-endian UTF-16, its paragraphs parted as the standard has it") {
  AnnotateOptions options;
  options.author = "ผู้ตรวจ";
  PdfCopy copy = annotated(one_page(cropped), {note_over({{1, words}}, "ก\nA")}, options);
  PdfObject annotation = copy.annotations().at(0);
  CHECK(annotation.getKey("/Contents").getStringValue() == std::string("\xFE\xFF\x0E\x01\x00\r\x00"
                                                                       "A",
                                                                       8));
  CHECK(annotation.getKey("/T").getUTF8Value() == "ผู้ตรวจ");
  CHECK_FALSE(annotation.hasKey("/M"));
  CHECK_FALSE(annotation.hasKey("/CreationDate"));
}

TEST_CASE("each annotation has a window of its own, and a name that no other has") {
  PdfMaker maker;
  PdfObject page = maker.add_page();
  page.replaceKey("/Annots",
                  PdfObject::parse("[<< /Type /Annot /Subtype /Text /NM (ruamlint-2-1) /Rect [0 0 9 9] >>]"));
  PdfCopy copy = annotated(maker.bytes(), {note_over({{1, words}}), note_at(1, words), note_at(0, {})});
  std::set<std::string> names;
  auto annotations = copy.annotations();
  REQUIRE(annotations.size() == 4);
  for (PdfObject annotation : annotations) {
    names.insert(annotation.getKey("/NM").getUTF8Value());
    if (annotation.getKey("/AP").isDictionary())
      CHECK(annotation.getKey("/Popup").getKey("/Parent").getObjGen() == annotation.getObjGen());
  }
  CHECK(names == std::set<std::string>{"ruamlint-1-1", "ruamlint-2-1", "ruamlint-2-1-2", "ruamlint-3-1"});
}

TEST_CASE("notes about what is missing stand in the margin, none over another") {
  std::vector<Annotation> notes;
  for (int i = 0; i < 30; ++i) notes.push_back(note_at(1, {80, 100, 200, 115}));
  for (int i = 0; i < 30; ++i) notes.push_back(note_at(0, {}));
  for (int i = 0; i < 5; ++i) notes.push_back(note_at(1, {160, 290, 190, 299}));
  const std::string rotate = GENERATE("", " /Rotate 90", " /Rotate 180", " /Rotate 270");
  PdfCopy copy = annotated(one_page(cropped + rotate), notes);
  auto annotations = copy.annotations();
  REQUIRE(annotations.size() == notes.size());
  std::vector<std::vector<double>> places;
  for (PdfObject annotation : annotations) {
    CHECK(subtype_of(annotation) == "/Text");
    places.push_back(numbers_of(annotation.getKey("/Rect")));
    for (std::size_t i = 0; i + 1 < places.size(); ++i) CHECK_FALSE(overlap(places[i], places.back()));
  }
}

TEST_CASE("a note stands upright beside its heading on a turned page") {
  constexpr int no_rotate = 16;
  // Its upper left corner in user space, from which viewers hang it, is the one shown at the upper left: 8
  // from the left edge, and its middle at the heading's, 105 from the top.
  const auto [rotate, left, top] =
      GENERATE(table<int, double, double>({{0, 18, 223}, {90, 107, 28}, {180, 202, 117}, {270, 113, 312}}));
  CAPTURE(rotate);
  PdfCopy copy =
      annotated(one_page(cropped + " /Rotate " + std::to_string(rotate)), {note_at(1, {80, 100, 90, 110})});
  PdfObject annotation = copy.annotations().at(0);
  CHECK((annotation.getKey("/F").getIntValue() & no_rotate) != 0);
  CHECK(numbers_of(annotation.getKey("/Rect")) == std::vector<double>{left, top - 16, left + 16, top});
}

TEST_CASE("notes on pages and at places that are not there go to the top of the first page") {
  constexpr double endless = std::numeric_limits<double>::infinity(), nothing = std::nan("");
  PdfMaker maker;
  maker.add_page();
  maker.add_page();
  const std::vector<Annotation> notes = {
      note_over({{99, words}}),
      note_over({{-1, words}, {1, {nothing, nothing, nothing, nothing}}, {1, {700, 0, 800, 9}}}),
      note_at(99, words), note_at(1, {nothing, 0, 1, endless})};
  PdfCopy copy = annotated(maker.bytes(), notes);
  CHECK(copy.annotations(0).size() == notes.size());
  for (const PdfObject& annotation : copy.annotations(0)) CHECK(subtype_of(annotation) == "/Text");
  CHECK_FALSE(copy.page(1).hasKey("/Annots"));
}

TEST_CASE("a highlight ends where the page does") {
  constexpr double endless = std::numeric_limits<double>::infinity();
  PdfCopy copy = annotated(one_page(cropped), {note_over({{1, {-endless, 10, endless, 20}}})});
  CHECK(numbers_of(copy.annotations().at(0).getKey("/Rect")) == std::vector<double>{10, 300, 210, 310});
}
