#include "text/csv.hpp"

#include <catch2/catch.hpp>

using namespace ruamlint;

TEST_CASE("a line of CSV is read back as it was written") {
  const std::vector<std::string> fields = {"แบบ ก", "a,b", "c;d", "\"อ้าง\"", "สอง\r\nบรรทัด", ""};
  const auto rows =
      parse_csv(std::string(byte_order_mark) + csv_line({"1", "2", "3", "4", "5", "6"}) + csv_line(fields));
  REQUIRE(rows.size() == 2);
  CHECK(rows[1] == fields);
}

TEST_CASE("semicolons part the fields where the first line has more of them") {
  const auto rows = parse_csv("id;agency;file\n1;สำนักงาน, สมมติ;a.docx\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1] == std::vector<std::string>{"1", "สำนักงาน, สมมติ", "a.docx"});
}

TEST_CASE("what a spreadsheet would run gets an apostrophe, other text stays") {
  for (const char* text :
       {"=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%0", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠A"})
    CHECK(without_formula(text) == "'" + std::string(text));
  for (const char* text : {"", "แบบ = 1", "1-2", "'=1"}) CHECK(without_formula(text) == text);
}
