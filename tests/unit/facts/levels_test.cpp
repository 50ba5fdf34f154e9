#include <catch2/catch.hpp>

#include "fixture.hpp"

using namespace ruamlint;

namespace {

std::string joined(const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all.append(all.empty() ? "" : " ").append(id);
  return all;
}
std::string stated_in(const std::string& form) {
  return joined(facts_of(form).levels.stated);
}
std::string described_in(const std::string& form) {
  return joined(facts_of(form).levels.described);
}
std::string borne_out_in(const std::string& form) {
  return facts_of(form).levels.borne_out;
}

const std::string options =
    "การให้ข้อมูลข่าวสาร (Inform)\n☐ การรับฟังความคิดเห็น (Consult)\n☐ การเข้ามาเกี่ยวข้อง (Involve)\n";

}  // namespace

TEST_CASE("a ticked level is stated, an unticked one is not") {
  CHECK(stated_in("# ระดับการมีส่วนร่วม\n☐ " + options + "☑ การสร้างความร่วมมือ (Collaborate)") == "collaborate");
  CHECK(stated_in("# ระดับการมีส่วนร่วม\n☐ " + options + "☐ การสร้างความร่วมมือ (Collaborate)") == "");
  CHECK(stated_in("☑ ระดับการให้ข้อมูลข่าวสาร (Inform)  ☑ ระดับการปรึกษาหารือ (Consult)  ☐ ระดับการสร้างความร่วมมือ "
                  "(Collaborate)") == "inform consult");
}

TEST_CASE("a level may be stated in words") {
  for (const char* form :
       {"ระดับการมีส่วนร่วม: สร้างความร่วมมือ (Collaborate)", "ระดับการมีส่วนร่วมสูงสุดคือ การสร้างความร่วมมือ",
        "# ระดับการมีส่วนร่วม\nผลงานนี้อยู่ในระดับการสร้างความร่วมมือ (Collaborate)",
        "| ระดับการมีส่วนร่วมสูงสุด | Collaborate |", "# ระดับการมีส่วนร่วม\nการสร้างความร่วมมือ (Collaborate)",
        "Highest level of participation: Collaborate",
        "# บทสรุป\nประชาชนมีส่วนร่วมถึงระดับความร่วมมือ (Collaborate) อย่างแท้จริง",
        "# Level of participation\nThe work reached the level of Collaborate in 2023."}) {
    INFO(form);
    CHECK(stated_in(form) == "collaborate");
  }
  CHECK(stated_in("ระดับการมีส่วนร่วม: Inform, Consult, Involve, Collaborate") ==
        "inform consult involve collaborate");
}

TEST_CASE("a level is stated behind other words that speak of levels") {
  for (const char* form : {"# ระดับการมีส่วนร่วม\nระดับที่ไปถึง: การสร้างความร่วมมือ (Collaborate)",
                           "# ชวนกันทำแบบไหน\nงานนี้ไปสุดที่ระดับความร่วมมือ (Collaborate) ครับ",
                           "# ระดับการมีส่วนร่วม\nระดับสร้างความร่วมมือ (Collaborate) เพราะมีเครือข่ายแล้ว"}) {
    INFO(form);
    CHECK(stated_in(form) == "collaborate");
  }
}

TEST_CASE("levels' names alone below the heading of the levels are the answer") {
  CHECK(stated_in("# ๓. ระดับการมีส่วนร่วม\nการให้ข้อมูลข่าวสาร (Inform) และการรับฟังความคิดเห็น (Consult)\n"
                  "# ๓.๑ การให้ข้อมูลข่าวสาร\nเผยแพร่ราคาสินค้ารายวันผ่านวิทยุชุมชน") == "inform consult");
  // All of them in a row are the choice that the form gives.
  CHECK(stated_in("# ระดับการมีส่วนร่วม\nInform / Consult / Involve / Collaborate\nเราติดประกาศหน้าวัดทุกสัปดาห์") == "");
  CHECK(stated_in("# ประชาชนมีส่วนร่วมถึงขั้นไหน\nเราเดินจาก Inform → Consult → Involve → Collaborate และขณะนี้อยู่ที่ "
                  "Collaborate") == "collaborate");
}

TEST_CASE("a heading near to a level's term heads its own part") {
  CHECK(described_in("# การนำความคิดเห็นไปใช้\nข้อเสนอเรื่องเวลาเปิดปิดได้นำไปปรับปรุงประกาศของสำนักงานแล้ว") == "");
}

TEST_CASE("criteria, wishes and denials state no level") {
  for (const char* form :
       {"# ระดับการมีส่วนร่วม\nตามหลักเกณฑ์ผลงานต้องถึงระดับความร่วมมือ (Collaborate)",
        "# ระดับการมีส่วนร่วม\nขณะนี้ยังไม่ถึงระดับความร่วมมือ (Collaborate)",
        "# ระดับการมีส่วนร่วม\nในปีหน้าคาดว่าจะถึงระดับการสร้างความร่วมมือ (Collaborate)",
        "# บทสรุป\nขอความร่วมมือจากประชาชนในพื้นที่",
        "# ระดับการมีส่วนร่วม\nโปรดเลือกระดับการมีส่วนร่วม (Inform, Consult, Involve, Collaborate)"}) {
    INFO(form);
    CHECK(stated_in(form) == "");
  }
}

TEST_CASE("levels are described under headings, in items, rows and sentences") {
  const std::string all = "inform consult involve collaborate";
  CHECK(described_in(
            "# ระดับการมีส่วนร่วม\n## การให้ข้อมูลข่าวสาร (Inform)\nเผยแพร่ผลตรวจน้ำทุกเดือนผ่านหอกระจายข่าว\n"
            "## การรับฟังความคิดเห็น (Consult)\nจัดเวทีรับฟังความคิดเห็นครบ 12 ชุมชน\n## การเข้ามาเกี่ยวข้อง (Involve)\n"
            "ประชุมเชิงปฏิบัติการวางแผนร่วมกัน 3 ครั้ง\n## การสร้างความร่วมมือ "
            "(Collaborate)\nตั้งคณะทำงานร่วมและลงนามบันทึกข้อตกลง") == all);
  CHECK(described_in("# ระดับการมีส่วนร่วม\n- การให้ข้อมูลข่าวสาร (Inform) ประชาสัมพันธ์ทางหอกระจายข่าวและแผ่นพับ\n"
                     "- การรับฟังความคิดเห็น (Consult): สำรวจความต้องการด้วยแบบสอบถาม\n- การเข้ามาเกี่ยวข้อง (Involve) "
                     "– เชิญผู้แทนมาร่วมวางแผนหลักสูตร\n"
                     "- การสร้างความร่วมมือ (Collaborate) ร่วมดำเนินการทุกขั้นตอนกับชุมชน") == all);
  CHECK(described_in("| ระดับ | กิจกรรม |\n| ให้ข้อมูลข่าวสาร (Inform) | ติดป้ายปริมาณขยะรายวันในตลาด |\n| "
                     "รับฟังความคิดเห็น (Consult) | จัดเวทีรับฟังผู้ค้าทุกตลาด |\n"
                     "| เข้ามาเกี่ยวข้อง (Involve) | ประชุมเชิงปฏิบัติการวางแผนจุดคัดแยก |\n| สร้างความร่วมมือ "
                     "(Collaborate) | ตั้งคณะกรรมการร่วมตลาดไร้ขยะ |") == all);
  CHECK(described_in("# กระบวนการ\nในระดับการให้ข้อมูลข่าวสาร (Inform) เทศบาลเผยแพร่ข้อมูลทุกสัปดาห์ทางเสียงตามสาย "
                     "ในระดับการรับฟังความคิดเห็น (Consult) "
                     "จัดเวทีสามครั้งและใช้แบบสอบถาม ในระดับการเข้ามาเกี่ยวข้อง (Involve) ประชาชนร่วมวางแผนจุดคัดแยก "
                     "และในระดับการสร้างความร่วมมือ (Collaborate) "
                     "ตั้งคณะกรรมการร่วมบริหารโรงปุ๋ย") == all);
  CHECK(described_in("# ระดับการมีส่วนร่วม\n## การสร้างความร่วมมือ (Collaborate)\n..................\n## "
                     "การเข้ามาเกี่ยวข้อง (Involve)\n(โปรดอธิบาย)") == "");
}

TEST_CASE("a counted step names its level, however short the name") {
  for (const char* step : {"ขั้นที่ 1 Inform", "ขั้น 1: Inform", "ระดับที่ ๑ Inform", "Step 1 Inform", "Level 1 – Inform"}) {
    INFO(step);
    CHECK(described_in("| หัวข้อ | รายละเอียด |\n| ระดับการมีส่วนร่วม | Collaborate |\n| " + std::string(step) +
                       " | ติดผลตรวจสารตกค้างรายแผงทุกวันเสาร์ที่กระดานหน้าตลาด |") == "inform");
  }
}

TEST_CASE("a group below the level of the work lowers nothing") {
  const std::string table =
      "# ผู้มีส่วนได้ส่วนเสีย\n| กลุ่ม | บทบาท | ระดับ |\n| อปท. (เกี่ยวข้องมากที่สุด) | ร่วมลงทุน | สร้างความร่วมมือ "
      "(Collaborate) |\n"
      "| ชุมชน | ให้ความเห็น | เข้ามาเกี่ยวข้อง (Involve) |\n";
  CHECK(stated_in(table) == "involve collaborate");
  CHECK(stated_in(table + "# ระดับการมีส่วนร่วม\nระดับการมีส่วนร่วมสูงสุดคือ การเข้ามาเกี่ยวข้อง (Involve)") == "involve");
}

TEST_CASE("activities bear a level out, unless they are denied, planned, wished or another's") {
  CHECK(borne_out_in("# กระบวนการ\nจัดเวทีรับฟังความคิดเห็นและแจกแบบสอบถาม") == "consult");
  CHECK(borne_out_in("# กระบวนการ\nติดประกาศและเผยแพร่ทางเว็บไซต์") == "inform");
  CHECK(borne_out_in("# กระบวนการ\nชาวบ้านร่วมวางแผนในการประชุมเชิงปฏิบัติการ") == "involve");
  CHECK(borne_out_in("# กระบวนการ\nลงนามบันทึกข้อตกลงและตั้งคณะทำงานร่วมกับชุมชน") == "collaborate");
  CHECK(borne_out_in(
            "# Process\nAll partners signed a memorandum of understanding and co-designed the bank.") ==
        "collaborate");
  for (const char* text :
       {"ขอความร่วมมือจากประชาชน", "ประชาชนเข้าร่วมงานจำนวนมาก", "ยังไม่มีการลงนามบันทึกข้อตกลง",
        "มีแผนจะตั้งคณะกรรมการร่วมในปี 2568", "คาดว่าจะมีการร่วมออกแบบกับชุมชน", "จะร่วมดำเนินการกับภาคีต่อไป",
        "ชุมชนไม่ได้ร่วมตัดสินใจ", "The office plans to set up a joint committee next year."}) {
    INFO(text);
    CHECK(borne_out_in(std::string("# กระบวนการ\n") + text) == "");
  }
  CHECK(borne_out_in("# วัตถุประสงค์\nเพื่อให้ชุมชนร่วมออกแบบและร่วมดำเนินการ") == "");
  CHECK(borne_out_in("# สภาพปัญหา\nจึงจำเป็นต้องให้ทุกฝ่ายร่วมออกแบบ") == "");
}

TEST_CASE("a gloss that disagrees with its Thai term, or is misspelt, is noted") {
  const auto mention = [](const std::string& text) {
    const Facts facts = facts_of(text);
    for (const LevelMention& m : facts.levels.mentions)
      if (!m.gloss_level.empty() || !m.misspelt.empty())
        return m.level + "/" + m.gloss_level + "/" + m.misspelt;
    return std::string();
  };
  CHECK(mention("☑ การปรึกษาหารือ (Involve)") == "consult/involve/");
  CHECK(mention("# ระดับการมีส่วนร่วม\n- การปรึกษาหารือ (Involve) เชิญผู้แทนหมู่บ้านมาประชุมและวางแผน") ==
        "consult/involve/");
  CHECK(mention("☑ การให้ข้อมูลข่าวสาร (Imform)") == "inform//Imform");
  CHECK(mention("☑ การสร้างความร่วมมือ (Colaborrate)") == "collaborate//Colaborrate");
  CHECK(mention("☑ รับฟังความคิดเห็น / ปรึกษาหารือ (Consult)") == "");
  CHECK(mention("☑ การให้ข้อมูลข่าวสาร (Information)") == "");
  CHECK(mention("☑ การเข้ามาเกี่ยวข้อง (Involved)") == "");
}

TEST_CASE("what was not done yet describes no level") {
  const std::string heading = "# ระดับการมีส่วนร่วม\n";
  for (const char* told : {"(4) ร่วมมือ (Collaborate) จะทำข้อตกลงลุ่มน้ำกับทุกหมู่บ้านในปี 2568",
                           "ส่วนสร้างความร่วมมือ (Collaborate) ยังไม่ได้ทำค่ะ ปีหน้ามีแผนจะตั้งกลุ่มบริหารน้ำ",
                           "## ระดับการสร้างความร่วมมือ (Collaborate)\nอยู่ระหว่างเตรียมจัดตั้งคณะกรรมการร่วมของลุ่มน้ำ",
                           "| ระดับ | สิ่งที่ทำ |\n| การสร้างความร่วมมือ (Collaborate) | คาดว่าจะลงนามข้อตกลงภายในปีหน้า |"}) {
    INFO(told);
    CHECK(described_in(heading + told) == "");
  }
  CHECK(described_in(heading + "(4) ร่วมมือ (Collaborate) ทำข้อตกลงลุ่มน้ำกับทุกหมู่บ้านแล้ว และจะขยายต่อ") == "collaborate");
}

TEST_CASE("short words with a slip in them are other words") {
  CHECK(borne_out_in("# ผลลัพธ์\nรายได้เพิ่มขึ้นจาก 50 บาท เป็น 80 บาท") == "");
  CHECK(borne_out_in("# ระดับการมีส่วนร่วม\nขึ้นจอหน้าเทศบาลทุกวัน") == "inform");
}

TEST_CASE("a name in passing may be meant as the level, a description is not") {
  const auto unclear = [](const std::string& form) { return facts_of(form).levels.unclear.size(); };
  const std::string told = "- การสร้างความร่วมมือ (Collaborate) ตั้งคณะกรรมการร่วมและลงนามข้อตกลงกับหมู่บ้าน\n";
  CHECK(unclear("# สิ่งที่ทำ\n" + told) == 0);
  CHECK(unclear("# สิ่งที่ทำ\n" + told + "เรียกว่า ความร่วมมือ (Collaborate) ครับ") == 1);
}
