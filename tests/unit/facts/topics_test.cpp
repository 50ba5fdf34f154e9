// What forms are asked to say, found by the pack's words.
#include "fixture.hpp"

using namespace ruamlint;

namespace {

std::string repeated(int times, const std::string& words) {
  std::string text;
  for (int i = 0; i < times; ++i) text += words;
  return text;
}

}  // namespace

TEST_CASE("a list of agencies is long from sixteen on, however it is laid out") {
  const auto said = [](const std::string& form) { return !facts_of(form).topic("long_list").empty(); };
  CHECK(said("รายชื่อ ได้แก่ " + repeated(16, "เทศบาลสมมติ ")));
  CHECK_FALSE(said("รายชื่อ ได้แก่ " + repeated(15, "เทศบาลสมมติ ")));
  CHECK(said(repeated(16, "- องค์การบริหารส่วนตำบลสมมติ\n")));
  CHECK(said(repeated(16, "| เทศบาลสมมติ | เข้าร่วม |\n")));
  CHECK_FALSE(said(repeated(8, "- เทศบาลสมมติ\n") + "คั่นไว้\n" + repeated(8, "- เทศบาลสมมติ\n")));
}

TEST_CASE("words are not found in longer ones that mean something else") {
  CHECK(facts_of("ผู้เข้าร่วมมาจากต่างจังหวัด").topic("partners").empty());
  CHECK_FALSE(facts_of("เจ้าอาวาสวัดสมมติร่วมเป็นกรรมการ").topic("partners").empty());
  CHECK(facts_of("เจ้าหน้าที่ของเราใส่เสื้อสีฟ้า").topic("mission").empty());
  CHECK_FALSE(facts_of("เป็นหน้าที่ของเรา").topic("mission").empty());
  CHECK(facts_of("ดอกสีเหลืองบานที่เชียงใหม่").topic("works_better").empty());
  CHECK(facts_of("ดอกสีเหลืองบานที่เชียงใหม่").topic("new_or_adapted").empty());
}
