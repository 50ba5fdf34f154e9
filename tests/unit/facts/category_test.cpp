#include <catch2/catch.hpp>

#include "fixture.hpp"

using namespace ruamlint;

namespace {

std::string stated_in(const std::string& form) {
  std::string ids;
  for (const std::string& id : facts_of(form).category.stated) ids.append(ids.empty() ? "" : " ").append(id);
  return ids;
}

const std::string open = "open-governance", effective = "effective-participation";

}  // namespace

TEST_CASE("a ticked box states the category") {
  CHECK(stated_in("ประเภทรางวัล\n☐ เปิดใจใกล้ชิดประชาชน (Open Governance)\n☑ สัมฤทธิ์ผลประชาชนมีส่วนร่วม") ==
        effective);
  CHECK(stated_in("( / ) เปิดใจใกล้ชิดประชาชน   (   ) สัมฤทธิผลประชาชนมีส่วนร่วม") == open);
  CHECK(stated_in("| ☑ | เปิดใจใกล้ชิดประชาชน |\n| ☐ | สัมฤทธิ์ผลประชาชนมีส่วนร่วม |") == open);
  CHECK(stated_in("☑ เปิดใจใกล้ชิดประชาชน\n☑ สัมฤทธิ์ผลประชาชนมีส่วนร่วม") == open + " " + effective);
  CHECK(stated_in("# ประเภทรางวัลที่สมัคร\n☐ เปิดใจใกล้ชิดประชาชน\n☐ สัมฤทธิ์ผลประชาชนมีส่วนร่วม") == "");
}

TEST_CASE("a field, a title or a sentence states the category") {
  for (const char* form :
       {"ประเภทรางวัล: สัมฤทธิ์ผลประชาชนมีส่วนร่วม", "ประเภทรางวัลที่สมัคร สัมฤทธิผลประชาชนมีส่วนร่วม (Effective Change)",
        "# แบบฟอร์มสมัครรางวัลเลิศรัฐ ประเภทสัมฤทธิ์ผลประชาชนมีส่วนร่วม ประจำปี 2567",
        "Category: Effectiveness of Peole Participation", "| ประเภทรางวัล | สัมฤทธิ์ผลประชาชนมีส่วนร่วม |",
        "# ประเภทรางวัล\nสัมฤทธิ์ผลประชาชนมีส่วนร่วม", "# บทสรุป\nหน่วยงานจึงขอสมัครรางวัลประเภทสัมฤทธิ์ผลประชาชนมีส่วนร่วม",
        "ประเภท สัมฤทธิผลประชาชนมีสวนร่วม",
        "# Award category applied for\nEffectiveness of People’s Participation"}) {
    INFO(form);
    CHECK(stated_in(form) == effective);
  }
}

TEST_CASE("a mention of a category is no statement") {
  for (const char* form :
       {"# บทสรุป\nปี 2565 หน่วยงานเคยได้รับรางวัลประเภทเปิดใจใกล้ชิดประชาชน ระดับดี",
        "# รางวัลที่เคยได้รับ\nประเภทเปิดใจใกล้ชิดประชาชน ปี 2564", "# สภาพปัญหา\nกรมมีนโยบายเปิดใจใกล้ชิดประชาชนมานานแล้ว",
        "# บทสรุป\nหน่วยงานจะสมัครประเภทเปิดใจใกล้ชิดประชาชนในปีหน้า"}) {
    INFO(form);
    CHECK(stated_in(form) == "");
  }
}

TEST_CASE("the category given overrides, and what is stated is still told") {
  const Facts facts = find_facts(form_of("☑ เปิดใจใกล้ชิดประชาชน"), test_pack(), {effective});
  CHECK(facts.category.id == effective);
  CHECK(facts.category.given);
  CHECK(facts.category.stated == std::vector<std::string>{open});
}

TEST_CASE("a category that is denied, or was won before, is not the one meant") {
  CHECK(stated_in("ประเภทรางวัล: สัมฤทธิ์ผลประชาชนมีส่วนร่วม (ไม่ใช่ประเภทเปิดใจใกล้ชิดประชาชน)") == effective);
  CHECK(stated_in("Category: Open Governance (not Effective Change)") == open);
  CHECK(stated_in("ประเภท: สัมฤทธิ์ผลประชาชนมีส่วนร่วม ต่อยอดจากผลงานที่ได้รับรางวัลเปิดใจใกล้ชิดประชาชน ปี 2563") == effective);
}

TEST_CASE("in its own field a short name states the category, elsewhere it does not") {
  CHECK(stated_in("ประเภทรางวัล: สัมฤทธิ์ผลฯ") == effective);
  CHECK(stated_in("ประเภทรางวัลที่สมัคร: เปิดใจฯ") == open);
  CHECK(stated_in("# บทสรุป\nงานนี้เปิดใจคุยกันจนเกิดผลสัมฤทธิ์") == "");
}
