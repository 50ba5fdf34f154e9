// Controls that LibreOffice 7 wrote several times over.
#include <catch2/catch.hpp>

#include "docx_file.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

/// A paragraph of one control for each text.
Document read_controls(const Strings& texts) {
  std::string content;
  for (const std::string& text : texts)
    content += "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space=\"preserve\">" + text +
               "</w:t></w:r></w:sdtContent></w:sdt>";
  return read_body("<w:p>" + content + "<w:r><w:t>.</w:t></w:r></w:p>");
}

}  // namespace

TEST_CASE("a control that was written once for each of its runs is one") {
  for (const Strings& written :
       {Strings{"คลองใส", "คลองใสคลองใส", "คลองใส"}, Strings{"คลองใส", "คลองใสคลองใส"},
        Strings{"คลองใส", "คลองคลองใส", "ใสคลองใส", "คลองใส"}, Strings{"คลองใส", "คลองคลองใส", "ใสคลองใส"}}) {
    const Document document = read_controls(written);
    CHECK(texts(document.blocks) == Strings{"คลองใส."});
    REQUIRE(document.answers.size() == 1);
    CHECK(document.answers[0].value.utf8 == "คลองใส");
  }
}

TEST_CASE("a prompt that was written once for each of its runs is one") {
  const std::string prompt = "คลิกที่นี่เพื่อใส่ข้อความ";
  const Document document = read_controls({prompt, prompt + prompt, prompt});
  CHECK(texts(document.blocks) == Strings{"."});
  REQUIRE(document.answers.size() == 1);
  CHECK(document.answers[0].placeholder);
}

TEST_CASE("controls side by side that hold about the same are as many as they are") {
  for (const Strings& written : {Strings{"คลอง", "คลอง"}, Strings{"คลองใส", "ในคลองใส", "คลองใส"},
                                 Strings{"๑", "๑๒", "๑"}, Strings{"ก", "ข", "ก"}}) {
    const Document document = read_controls(written);
    CHECK(document.answers.size() == written.size());
  }
}
