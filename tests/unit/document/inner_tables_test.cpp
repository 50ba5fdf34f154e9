#include "document/inner_tables.hpp"

#include <catch2/catch.hpp>

using namespace ruamlint;

namespace {

Text text_of(const std::string& utf8) {
  Text text;
  text.utf8 = utf8;
  Span span;
  span.end = utf8.size();
  span.place.part = "document";
  text.spans.push_back(span);
  return text;
}

}  // namespace

TEST_CASE("a table within a cell is told from its tabs") {
  const std::string utf8 = "หมายเหตุ\nปี\tก่อน\tหลัง\n2565\t120\t\nท้าย\tเดียว\nจบ";
  const std::vector<InnerTable> tables = inner_tables(text_of(utf8));
  REQUIRE(tables.size() == 1);
  CHECK(utf8.substr(tables[0].begin, tables[0].end - tables[0].begin) == "ปี\tก่อน\tหลัง\n2565\t120\t");
  const Table& table = tables[0].table;
  CHECK(table.rows == 2);
  CHECK(table.columns == 3);
  REQUIRE(table.at(1, 1) != nullptr);
  CHECK(table.at(1, 1)->text.utf8 == "120");
  CHECK(table.at(1, 1)->text.spans.at(0).place.part == "document");
  CHECK(table.at(1, 2)->text.empty());
}

TEST_CASE("lines with tabs in other numbers are tables of their own, and no tab is no table") {
  CHECK(inner_tables(text_of("ก\tข\nค\tง\nจ\tฉ\tช\nซ\tฌ\tญ")).size() == 2);
  CHECK(inner_tables(text_of("ก\nข")).empty());
  CHECK(inner_tables(text_of("ก\tข")).empty());
  CHECK(inner_tables({}).empty());
}
