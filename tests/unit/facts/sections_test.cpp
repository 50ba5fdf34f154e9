#include <catch2/catch.hpp>
#include <map>

#include "fixture.hpp"

using namespace ruamlint;

namespace {

const std::string body = "ในปี 2563 น้ำในคลองเน่าเสียจนใช้ทำนาไม่ได้ ชาวบ้านร้องเรียนหลายครั้งแต่หน่วยงานเดียวแก้ไม่ได้";

/// The section that a heading opens: the one found beside a body, or empty.
std::string opened_by(const std::string& form) {
  std::string ids;
  for (const SectionFact& section : facts_of(form).sections)
    if (section.found) ids.append(ids.empty() ? "" : " ").append(section.id);
  return ids;
}

}  // namespace

TEST_CASE("headings are known by meaning, whatever their number, brackets and filling words") {
  const std::map<std::string, std::vector<std::string>> headings = {
      {"problem",
       {"ที่มาและสภาพปัญหา", "ส่วนที่ 2 หลักการและเหตุผล (ที่มาของปัญหา)", "1. ที่มา", "๒. ความเป็นมาและความสำคัญของปัญหา",
        "2.1 สภาพปัญหาและความจำเป็น", "Background and Problem", "Part B: Problem Statement", "ก. ความเป็นมา",
        "(1) ปัญหาและความจำเป็นที่ต้องใช้กระบวนการมีส่วนร่วม", "ข้อ 3 สภาพปัญหาของพื้นที่", "ที่มา/สภาพปัญหา",
        "ที่มา และ ความสำคัญ ของ โครงการ", "หลักการเเละเหตุผล"}},
      {"objective",
       {"วัตถุประสงค์", "3. วัตถุประสงค์ของโครงการ", "เป้าหมายของการดำเนินงาน", "Objectives", "วัตถุประสงค"}},
      {"period", {"ระยะเวลาดำเนินการ", "ช่วงเวลาที่ดำเนินการ", "Period of Operation", "๕) ระยะเวลาในการดำเนินงาน"}},
      {"stakeholders", {"ผู้มีส่วนได้ส่วนเสียและบทบาท", "กลุ่มเป้าหมาย", "Stakeholders"}},
      {"levels", {"ระดับการมีส่วนร่วมของประชาชน", "Level of Participation", "เทคนิคการมีส่วนร่วม"}},
      {"results",
       {"ผลการดำเนินงาน (ผลผลิต ผลลัพธ์ ผลกระทบ)", "ผลผลิต/ผลลัพธ์/ผลกระทบ", "ผลผลิต ผลลัพธ์ และผลกระทบ", "Results",
        "ผลสำเร็จของงาน"}},
      {"statistics",
       {"สถิติเปรียบเทียบก่อนและหลังดำเนินการ", "Statistics Before and After", "สถิติเปรียบเทียบ ก่อน/หลัง"}},
      {"evidence", {"หลักฐานเชิงประจักษ์เพิ่มเติม (สรุปเฉพาะประเด็นที่สำคัญ)", "เอกสารแนบ", "Supporting Evidence"}},
      {"obstacles", {"ปัญหาและอุปสรรค", "ปัญหา อุปสรรค และแนวทางแก้ไข"}},
  };
  for (const auto& [id, texts] : headings) {
    for (const std::string& heading : texts) {
      INFO(heading);
      CHECK(opened_by("# " + heading + "\n" + body) == id);
      CHECK(opened_by("**" + heading + "**\n" + body) == id);
    }
  }
}

TEST_CASE("a sentence that mentions a section's word is no heading") {
  for (const char* text :
       {"ปัญหานี้เกิดจากการทิ้งขยะลงคลองของครัวเรือนริมน้ำซึ่งไม่มีถังดักไขมัน และต้องแก้ร่วมกันหลายฝ่าย",
        "ชาวบ้านบอกว่าปัญหาคือไม่มีใครฟัง", "เมื่อพิจารณาที่มาและวัตถุประสงค์แล้ว ที่ประชุมเห็นชอบให้ดำเนินการต่อไปได้ทันที",
        "ระยะเวลาที่ใช้ลดลงครึ่งหนึ่ง", "The problem was that nobody listened to the fishers of the bay.",
        "ผลผลิตข้าวเพิ่มขึ้น", "ที่มา: กรมควบคุมมลพิษ 2565"}) {
    INFO(text);
    CHECK(opened_by(text) == "");
  }
}

TEST_CASE("the award's own name heads no section") {
  const Facts facts = facts_of("# แบบเสนอผลงาน รางวัลการบริหารราชการแบบมีส่วนร่วม 2567\nหน่วยงาน: สำนักงานสมมติ");
  CHECK_FALSE(section_in(facts, "levels").found);
}

TEST_CASE("a heading may share its line with the text") {
  const Facts facts =
      facts_of("ที่มาและสภาพปัญหา: " + body +
               "\nระยะเวลาดำเนินการ : 1 ตุลาคม 2564 ถึงปัจจุบัน\n- วัตถุประสงค์ เพื่อให้น้ำในคลองใสสะอาดตลอดปี");
  CHECK(section_in(facts, "problem").content == SectionFact::Content::filled);
  CHECK(section_in(facts, "problem").heading == "ที่มาและสภาพปัญหา:");
  CHECK(section_in(facts, "period").content == SectionFact::Content::filled);
  CHECK(section_in(facts, "objective").content == SectionFact::Content::filled);
}

TEST_CASE("the left column of a table may hold the headings") {
  const Facts facts = facts_of("| ชื่อผลงาน | คลองใส |\n| 1. ที่มาและสภาพปัญหา<br>(โปรดอธิบาย) | " + body +
                               " |\n| 2. ระยะเวลา | ต.ค. 2564 - ปัจจุบัน |\n| 3. วัตถุประสงค์ | |");
  CHECK(section_in(facts, "problem").content == SectionFact::Content::filled);
  CHECK(section_in(facts, "period").content == SectionFact::Content::filled);
  CHECK(section_in(facts, "objective").found);
  CHECK(section_in(facts, "objective").content == SectionFact::Content::empty);
}

TEST_CASE("a row over the whole table may be a heading, and a column may be a section") {
  const Facts rows = facts_of("| ส่วนที่ 1 สภาพปัญหา | < |\n| " + body +
                              " | < |\n| ส่วนที่ 2 วัตถุประสงค์ | < |\n| เพื่อให้คลองใส | ทุกฤดู |");
  CHECK(section_in(rows, "problem").content == SectionFact::Content::filled);
  CHECK(section_in(rows, "objective").content != SectionFact::Content::empty);
  const Facts columns =
      facts_of("| ผลผลิต | ผลลัพธ์ | ผลกระทบ |\n| ฝายชะลอน้ำ 12 แห่ง | น้ำพอใช้ทั้งปี 9 หมู่บ้าน | จังหวัดนำไปใช้ทั้งลุ่มน้ำ |");
  for (const char* id : {"output", "outcome", "impact"}) CHECK(section_in(columns, id).letters > 10);
}

TEST_CASE("the header of a table of data opens no section") {
  CHECK(opened_by("| กลุ่มผู้มีส่วนได้ส่วนเสีย | ความเกี่ยวข้องกับปัญหา | บทบาท |\n| ชาวนา | ใช้น้ำ | ร่วมคิด |") == "");
  CHECK(opened_by("| ตัวชี้วัด | ก่อน | หลัง |\n| ผลผลิต | 10 | 20 |") == "");
}

TEST_CASE("labels inside one paragraph divide it") {
  const Facts facts = facts_of(
      "# ผลการดำเนินงาน\nผลผลิต มีจุดคัดแยก 18 จุด และโรงปุ๋ย 1 แห่ง ผลลัพธ์ ขยะลดลงจากวันละ 12 ตัน เหลือ 9 ตัน "
      "ผลกระทบระดับองค์กร เทศบาลนำไปใช้ทุกตลาด");
  CHECK(section_in(facts, "output").letters > 15);
  CHECK(section_in(facts, "outcome").letters > 15);
  CHECK(section_in(facts, "impact").letters > 15);
  CHECK(section_in(facts, "results").content == SectionFact::Content::filled);
}

TEST_CASE("parts make their whole present") {
  const Facts facts = facts_of("# ผลผลิต\nฝาย 12 แห่ง ครอบคลุมพื้นที่การเกษตร 9 หมู่บ้านในลุ่มน้ำ\n# ผลลัพธ์\nน้ำพอใช้ทั้งปี");
  CHECK(section_in(facts, "results").found);
  CHECK(section_in(facts, "results").content == SectionFact::Content::filled);
  CHECK_FALSE(section_in(facts, "impact").found);
}

TEST_CASE("a form's own words fill no section") {
  using Content = SectionFact::Content;
  const std::map<std::string, Content> bodies = {
      {"", Content::empty},
      {"..........................................", Content::prompt_only},
      {"(โปรดอธิบายที่มาและสภาพปัญหา ไม่เกิน 1 หน้า)", Content::prompt_only},
      {"โปรดระบุที่มาของปัญหาและเหตุผลความจำเป็นที่ต้องใช้การมีส่วนร่วม", Content::prompt_only},
      {"ปัญหาคืออะไร และเหตุใดจึงต้องใช้การมีส่วนร่วมอย่างไร", Content::prompt_only},
      {"ปีก่อนกรมได้รับเรื่องร้องเรียนการซ่อมถนน 820 เรื่อง ส่วนใหญ่เพราะชาวบ้านไม่รู้ว่าถนนจะซ่อมเมื่อใด", Content::filled},
      {"Click or tap here to enter text.", Content::prompt_only},
      {"ระบุ ____________", Content::prompt_only},
      {"น้ำเน่า", Content::too_short},
      {"(โปรดอธิบาย) " + body, Content::filled},
      {"ชาวบ้านริมคลองร้องเรียนเรื่องน้ำเสียปีละ 64 ครั้ง ปลาตายทุกฤดูแล้ง และไม่เคยมีการตอบกลับว่าเรื่องถูกนำไปแก้อย่างไร", Content::filled},
      {"ขั้นตอนเดิมยืดยาวและใช้เอกสารมาก ผู้ยื่นคำขอไม่ทราบว่าเรื่องของตนอยู่ที่ใด จะได้รับคำตอบเมื่อใด และต้องติดตามอย่างไร", Content::filled},
      {body, Content::filled},
  };
  for (const auto& [text, content] : bodies) {
    INFO(text);
    const Facts facts = facts_of("# สภาพปัญหา\n" + text + "\n# วัตถุประสงค์\nเพื่อให้คลองใสสะอาดและใช้น้ำได้ตลอดทั้งปี");
    CHECK(section_in(facts, "problem").content == content);
  }
}

TEST_CASE("another heading ends a section, a deeper one does not") {
  const Facts ended = facts_of("# สภาพปัญหา\n# เรื่องเล่าจากพื้นที่\n" + body);
  CHECK(section_in(ended, "problem").content == SectionFact::Content::empty);
  const Facts inner = facts_of("# สภาพปัญหา\n## เรื่องเล่าจากพื้นที่\n" + body);
  CHECK(section_in(inner, "problem").content == SectionFact::Content::filled);
}

TEST_CASE("a joined heading names each of its sections") {
  const Facts facts = facts_of("# หลักการและเหตุผล และวัตถุประสงค์\n" + body);
  CHECK(section_in(facts, "problem").content == SectionFact::Content::filled);
  CHECK(section_in(facts, "objective").content == SectionFact::Content::filled);
}

TEST_CASE("headings whose marks were lost are found by their skeleton, and that is said") {
  for (const char* heading : {"# สภาพปญหา", "# ทมาและสภาพปญหา", "# หลกการและเหตผล"}) {
    INFO(heading);
    const Facts facts = facts_of(std::string(heading) + "\n" + body);
    CHECK(section_in(facts, "problem").found);
  }
  CHECK(section_in(facts_of("# ทมาของปญหา\n" + body), "problem").by_skeleton);
  CHECK_FALSE(section_in(facts_of("# ที่มาและสภาพปัญหา\n" + body), "problem").by_skeleton);
}
