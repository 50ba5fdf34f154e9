// Automatic numbers, which no text of the file holds.
#include <catch2/catch.hpp>

#include "docx_file.hpp"
#include "extract/docx/number_format.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;
using docx::formatted_number;

namespace {

std::string level(int depth, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(depth) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
         "\"/><w:lvlText w:val=\"" + text + "\"/>" + more + "</w:lvl>";
}

std::string pattern(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}

std::string list(int id, int pattern_id, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(pattern_id) + "\"/>" + overrides + "</w:num>";
}

std::string item(int list_id, int depth, const std::string& text = "x") {
  return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(depth) + "\"/><w:numId w:val=\"" +
                             std::to_string(list_id) + "\"/></w:numPr>");
}

Strings numbers_of(const std::string& numbering, const std::string& body) {
  DocxFile file;
  file.numbering = numbering;
  file.body = body;
  return numbers(read(file).blocks);
}

const std::string legal =
    level(0, "thaiNumbers", "%1.") + level(1, "thaiNumbers", "%1.%2") + level(2, "thaiLetters", "(%3)");

}  // namespace

TEST_CASE("number formats") {
  struct Case {
    const char* format;
    int value;
    const char* text;
  };
  const Case cases[] = {
      {"decimal", 12, "12"},
      {"decimalZero", 7, "07"},
      {"decimalZero", 12, "12"},
      {"thaiNumbers", 1, "๑"},
      {"thaiNumbers", 2567, "๒๕๖๗"},
      {"thaiLetters", 1, "ก"},
      {"thaiLetters", 2, "ข"},
      {"thaiLetters", 3, "ค"},
      {"thaiLetters", 4, "ง"},
      {"thaiLetters", 41, "ฮ"},
      {"thaiLetters", 42, "กก"},
      {"lowerLetter", 26, "z"},
      {"lowerLetter", 27, "aa"},
      {"upperLetter", 54, "BBB"},
      {"lowerRoman", 9, "ix"},
      {"upperRoman", 1994, "MCMXCIV"},
      {"ordinal", 1, "1st"},
      {"ordinal", 12, "12th"},
      {"ordinal", 23, "23rd"},
      {"thaiCounting", 1, "หนึ่ง"},
      {"thaiCounting", 11, "สิบเอ็ด"},
      {"thaiCounting", 21, "ยี่สิบเอ็ด"},
      {"thaiCounting", 101, "หนึ่งร้อยหนึ่ง"},
      {"none", 3, ""},
      {"numberInDash", 4, "- 4 -"},
      {"upperRoman", 0, "0"},
      {"lowerLetter", -2, "-2"},
      {"lowerLetter", 2'000'000'000, "2000000000"},
      {"cardinalText", 21, "Twenty-one"},
      {"cardinalText", 1105, "One thousand one hundred five"},
      {"ordinalText", 1, "First"},
      {"ordinalText", 12, "Twelfth"},
      {"ordinalText", 20, "Twentieth"},
      {"ordinalText", 34, "Thirty-fourth"},
      {"bahtText", 5, "ห้าบาทถ้วน"},
      {"hex", 26, "1A"},
      {"chicago", 3, "‡"},
      {"chicago", 6, "††"},
      {"decimalFullWidth", 12, "１２"},
      {"decimalHalfWidth", 12, "12"},
      {"decimalEnclosedCircle", 3, "③"},
      {"decimalEnclosedParen", 20, "⒇"},
      {"decimalEnclosedFullstop", 1, "⒈"},
      {"decimalEnclosedFullstop", 21, "21"},
      {"custom:001, 002, 003, ...", 7, "007"},
      {"custom:a, b", 7, "7"},
      {"hebrew1", 3, "3"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.format, c.value);
    CHECK(formatted_number(c.value, c.format) == c.text);
  }
}

TEST_CASE("lists of several levels count and restart") {
  CHECK(numbers_of(pattern(0, legal) + list(1, 0), item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) +
                                                       item(1, 2) + item(1, 1) + item(1, 2) + item(1, 0) +
                                                       item(1, 1)) ==
        Strings{"๑.", "๑.๑", "๑.๒", "(ก)", "(ข)", "๑.๓", "(ก)", "๒.", "๒.๑"});
}

TEST_CASE("a list item carries its depth and leaves the text alone") {
  DocxFile file;
  file.numbering = pattern(0, legal) + list(1, 0);
  file.body = item(1, 1, "ผลการดำเนินงาน") + paragraph("๓. พิมพ์เอง");
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].kind == BlockKind::list_item);
  CHECK(document.blocks[0].level == 2);
  CHECK(document.blocks[0].text.utf8 == "ผลการดำเนินงาน");
  CHECK(document.blocks[1].kind == BlockKind::paragraph);
  CHECK(document.blocks[1].text.utf8 == "๓. พิมพ์เอง");
  CHECK(document.blocks[1].number.empty());
}

TEST_CASE("lists of one pattern go on, unless they start anew") {
  const std::string anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
  const std::string numbering =
      pattern(0, level(0, "decimal", "%1)")) + list(1, 0) + list(2, 0) + list(3, 0, anew);
  CHECK(numbers_of(numbering, item(1, 0) + item(2, 0) + item(3, 0) + item(3, 0) + item(1, 0)) ==
        Strings{"1)", "2)", "5)", "6)", "7)"});
}

TEST_CASE("a list may replace a level of its pattern") {
  const std::string change =
      "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperRoman", "%1.") + "</w:lvlOverride>";
  CHECK(numbers_of(pattern(0, level(0, "decimal", "%1.")) + list(1, 0, change), item(1, 0) + item(1, 0)) ==
        Strings{"I.", "II."});
}

TEST_CASE("restarts as the file asks for them") {
  const auto with_restart = [](const std::string& restart) {
    const std::string levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") +
                               level(2, "lowerLetter", "%3", "<w:lvlRestart w:val=\"" + restart + "\"/>");
    return numbers_of(pattern(0, levels) + list(1, 0), item(1, 0) + item(1, 1) + item(1, 2) + item(1, 1) +
                                                           item(1, 2) + item(1, 0) + item(1, 2));
  };
  CHECK(with_restart("0") == Strings{"1", "1.1", "a", "1.2", "b", "2", "c"});
  CHECK(with_restart("1") == Strings{"1", "1.1", "a", "1.2", "b", "2", "a"});
}

TEST_CASE("levels that were passed over show their start") {
  CHECK(numbers_of(pattern(0, legal) + list(1, 0), item(1, 1) + item(1, 1)) == Strings{"๑.๑", "๑.๒"});
}

TEST_CASE("legal numbering is decimal throughout") {
  const std::string levels = level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>");
  CHECK(numbers_of(pattern(0, levels) + list(1, 0), item(1, 0) + item(1, 0) + item(1, 1)) ==
        Strings{"I", "II", "2.1"});
}

TEST_CASE("bullets of any drawing") {
  CHECK(numbers_of(pattern(0, level(0, "bullet", "\uF0B7")) + list(1, 0), item(1, 0) + item(1, 0)) ==
        Strings{"•", "•"});
}

TEST_CASE("no list: number zero, and one that the file does not define") {
  CHECK(numbers_of(pattern(0, legal) + list(1, 0), item(0, 0) + item(9, 0)) == Strings{"", ""});
}

TEST_CASE("lists by style, and headings numbered by style") {
  DocxFile file;
  const auto heading = [](const std::string& id, const std::string& name) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name +
           "\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  };
  file.styles = heading("H1", "heading 1") + heading("H2", "heading 2");
  file.numbering = pattern(0, level(0, "thaiNumbers", "ส่วนที่ %1", "<w:pStyle w:val=\"H1\"/>") +
                                  level(1, "thaiNumbers", "%1.%2", "<w:pStyle w:val=\"H2\"/>")) +
                   list(1, 0);
  const auto styled = [](const std::string& id, const std::string& text) {
    return paragraph(text, "<w:pStyle w:val=\"" + id + "\"/>");
  };
  file.body = styled("H1", "ก") + styled("H2", "ข") + styled("H2", "ค") + styled("H1", "ง") +
              paragraph("จ", "<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>");
  const Document document = read(file);
  CHECK(numbers(document.blocks) == Strings{"ส่วนที่ ๑", "๑.๑", "๑.๒", "ส่วนที่ ๒", ""});
  for (const Block& block : document.blocks) CHECK(block.kind == BlockKind::heading);
  CHECK(document.blocks[1].level == 2);
}

TEST_CASE("levels borrowed through a numbering style") {
  const std::string numbering = pattern(0, level(0, "thaiLetters", "%1)") + "<w:styleLink w:val=\"S\"/>") +
                                pattern(1, "<w:numStyleLink w:val=\"S\"/>") + list(1, 1);
  CHECK(numbers_of(numbering, item(1, 0) + item(1, 0)) == Strings{"ก)", "ข)"});
}

TEST_CASE("a custom format is read, or falls back on a standard one") {
  const auto number_in = [](const std::string& examples) {
    const std::string levels =
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><mc:AlternateContent><mc:Choice "
        "Requires=\"w14\"><w:numFmt "
        "w:val=\"custom\" w:format=\"" +
        examples +
        "\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimalZero\"/></mc:Fallback>"
        "</mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl>";
    return numbers_of(pattern(0, levels) + list(1, 0), item(1, 0));
  };
  CHECK(number_in("001, 002, 003, ...") == Strings{"003"});
  CHECK(number_in("a, ç, ĝ, ...") == Strings{"03"});
}

TEST_CASE("bullets that are boxes are ticks") {
  const auto bulleted = [](const std::string& glyph, const std::string& font) {
    DocxFile file;
    file.numbering =
        pattern(0, level(0, "bullet", glyph, "<w:rPr><w:rFonts w:ascii=\"" + font + "\"/></w:rPr>")) +
        list(1, 0);
    file.body = item(1, 0, "เลื่อนระดับ");
    return read(file);
  };
  for (const auto& [glyph, font] : {std::pair{"\uF0A8", "Wingdings"}, std::pair{"o", "Wingdings"},
                                    std::pair{"☐", "MS Gothic"}, std::pair{"❑", "Arial"}}) {
    const Document document = bulleted(glyph, font);
    CHECK(numbers(document.blocks) == Strings{"☐"});
    REQUIRE(document.answers.size() == 1);
    CHECK(document.answers[0].kind == Answer::Kind::tick);
    CHECK_FALSE(document.answers[0].ticked);
    CHECK(document.answers[0].label.utf8 == "เลื่อนระดับ");
  }
  CHECK(bulleted("\uF0FE", "Wingdings").answers.at(0).ticked);
  CHECK(bulleted("☑", "MS Gothic").answers.at(0).ticked);
  CHECK(bulleted("o", "Courier New").answers.empty());
  CHECK(numbers(bulleted("\uF0FC", "Wingdings").blocks) == Strings{"•"});
}

TEST_CASE("a hidden paragraph is not counted") {
  const std::string ghost =
      paragraph("", "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:vanish/></w:rPr>");
  CHECK(numbers_of(pattern(0, legal) + list(1, 0), item(1, 0) + ghost + item(1, 0)) == Strings{"๑.", "๒."});
}

TEST_CASE("empty items count, and are not blocks") {
  CHECK(numbers_of(pattern(0, legal) + list(1, 0), item(1, 0, "") + item(1, 0)) == Strings{"๒."});
}
