// Formulas and raised figures, as lines of text.
#include <catch2/catch.hpp>

#include "docx_file.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string r(const std::string& text) {
  return "<m:r><m:t>" + text + "</m:t></m:r>";
}
std::string m(const std::string& name, const std::string& content) {
  return "<m:" + name + ">" + content + "</m:" + name + ">";
}
std::string e(const std::string& content) {
  return m("e", content);
}
std::string formula(const std::string& content) {
  const Document document = read_body("<w:p><m:oMath>" + content + "</m:oMath></w:p>");
  REQUIRE(document.blocks.size() == 1);
  return document.blocks[0].text.utf8;
}
std::string raised_run(const std::string& text) {
  return "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>" + text + "</w:t></w:r>";
}

}  // namespace

TEST_CASE("a formula keeps what parts its figures") {
  CHECK(formula(m("f", m("num", r("12")) + m("den", r("20")))) == "12/20");
  CHECK(formula(m("f", m("num", r("45−12")) + m("den", r("45"))) + r("×100")) == "(45−12)/45×100");
  CHECK(formula(m("f", m("num", r("12")))) == "12");
  CHECK(formula(m("sSup", e(r("10")) + m("sup", r("3")))) == "10³");
  CHECK(formula(m("sSup", e(r("2")) + m("sup", r("n+1")))) == "2^(n+1)");
  CHECK(formula(m("sSub", e(r("x")) + m("sub", r("12")))) == "x₁₂");
  CHECK(formula(m("sSubSup", e(r("x")) + m("sub", r("i")) + m("sup", r("2")))) == "x_i²");
  CHECK(formula(m("rad", m("deg", r("3")) + e(r("27")))) == "³√27");
  CHECK(formula(m("nary", "<m:naryPr><m:chr m:val=\"∑\"/></m:naryPr>" + m("sub", r("i=1")) +
                              m("sup", r("5")) + e(r("x")))) == "∑_(i=1)⁵x");
}

TEST_CASE("a formula's brackets, names and rows are no text of it, but show") {
  CHECK(formula(m("d", e(r("a")) + e(r("b")))) == "(a|b)");
  CHECK(formula(m("d", "<m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr>" + e(r("5")))) ==
        "[5]");
  CHECK(formula(m("func", m("fName", r("log")) + e(r("x")))) == "log x");
  CHECK(formula(m("m", m("mr", e(r("1")) + e(r("2"))) + m("mr", e(r("3")) + e(r("4"))))) == "1 2; 3 4");
  CHECK(formula(m("eqArr", e(r("x=1")) + e(r("y=2")))) == "x=1\ny=2");
  CHECK(formula(m("bar", "<m:barPr><m:pos m:val=\"top\"/></m:barPr>" + e(r("x"))) + r("=4.5")) ==
        "x\u0305=4.5");
}

TEST_CASE("formulas on lines of their own stay apart, deleted parts stay out") {
  const Document document =
      read_body("<w:p><m:oMathPara><m:oMath>" + r("a=1") + "</m:oMath><m:oMath>" + r("b=2") + "<w:del>" +
                r("9") + "</w:del></m:oMath></m:oMathPara></w:p>");
  CHECK(texts(document.blocks) == Strings{"a=1\nb=2"});
}

TEST_CASE("raised figures do not run into those before them") {
  const auto text = [](const std::string& before, const std::string& up) {
    return read_body("<w:p><w:r><w:t>" + before + "</w:t></w:r>" + raised_run(up) + "</w:p>")
        .blocks.at(0)
        .text.utf8;
  };
  CHECK(text("ผู้เข้าร่วม 45", "1") == "ผู้เข้าร่วม 45¹");
  CHECK(text("พื้นที่ 120 ม.", "2") == "พื้นที่ 120 ม.²");
  CHECK(text("21", "st") == "21st");
  // As LibreOffice writes them, and a sign that is only set on the line.
  const auto lifted = [](const std::string& half_points) {
    return read_body("<w:p><w:r><w:t>45</w:t></w:r><w:r><w:rPr><w:position w:val=\"" + half_points +
                     "\"/></w:rPr><w:t>1</w:t></w:r></w:p>")
        .blocks.at(0)
        .text.utf8;
  };
  CHECK(lifted("8") == "45¹");
  CHECK(lifted("2") == "451");
}
