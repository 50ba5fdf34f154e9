#include <catch2/catch.hpp>

#include "fixture.hpp"
#include "report/sheet.hpp"

using namespace ruamlint;

TEST_CASE("no cell is taken for a formula") {
  for (const std::string text :
       {"=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%0A", "＝1", " =1", "\t=1", "\r\n=1"})
    CHECK(harmless(text).front() == '\'');
  CHECK(harmless("แบบ = 1") == "แบบ = 1");
  CHECK(harmless("a\x01"
                 "b\nc") == "ab c");
}

TEST_CASE("the table of forms has one row a form and one column a rule") {
  const Pack pack = small_pack();
  const Run run = small_run(pack);
  const Sheet sheet = forms_sheet(run, Language::en);
  REQUIRE(sheet.rows.size() == run.documents.size());
  for (const auto& row : sheet.rows) CHECK(row.size() == sheet.head.size());
  for (const Rule& rule : pack.rules) CHECK(std::count(sheet.head.begin(), sheet.head.end(), rule.id) == 1);
  CHECK(std::get<std::string>(sheet.rows[0][1].value) == "must be fixed");
  CHECK(std::get<std::string>(sheet.rows[1][1].value) == "could not be read");
}

TEST_CASE("CSV is what Excel opens as Thai, with every field in its place") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  run.documents[0].path = "=HYPERLINK(\"x\"),a.pdf";
  run.documents[0].link = "a.html";
  const std::string csv = csv_report(run, Language::th);
  CHECK(csv.starts_with("\xEF\xBB\xBF"));
  CHECK(csv.find("\r\n\"'=HYPERLINK(\"\"x\"\"),a.pdf\",ต้องแก้ไข,") != std::string::npos);
  CHECK(csv.find(",a.html\r\n") != std::string::npos);
}

TEST_CASE("a workbook is the same bytes each time") {
  const Pack pack = small_pack();
  const Run run = small_run(pack);
  const std::string workbook = xlsx_report(run, Language::th);
  CHECK(workbook.starts_with("PK"));
  CHECK(workbook == xlsx_report(run, Language::th));
}
