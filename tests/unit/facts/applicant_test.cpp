#include <catch2/catch.hpp>

#include "fixture.hpp"

using namespace ruamlint;

namespace {

/// "named", "open" (its field holds no answer), "hinted" or "none".
std::string applicant_in(const std::string& form) {
  const ApplicantFact applicant = facts_of(form).applicant;
  if (applicant.named) return "named";
  if (applicant.left_open) return "open";
  return applicant.evidence.empty() ? "none" : "hinted";
}

}  // namespace

TEST_CASE("the applicant is named in a field of its own, whatever the field is called") {
  for (const char* form :
       {"หน่วยงานที่สมัคร: กรมสมมติ", "ผู้ส่งผลงาน: หน่วยจัดการต้นน้ำสมมติ", "หน่วยงานที่เสนอ: แขวงการทางสมมติ",
        "| เจ้าของผลงาน | เทศบาลสมมติ |", "# ชื่อหน่วยงาน\nโรงพยาบาลสมมติ", "Submitted by: Office of Samples",
        "# ข้อมูลทั่วไป\nโรงเรียนสมมติวิทยา"}) {
    INFO(form);
    CHECK(applicant_in(form) == "named");
  }
}

TEST_CASE("the applicant may be named without a field") {
  CHECK(applicant_in("สำนักงานเขตสมมติ\nชื่อผลงาน: คลองใส") == "named");
  CHECK(applicant_in("# เรื่องของเรา\nพวกเราคือสถานีเพาะเลี้ยงสมมติ ขอส่งผลงานนี้") == "named");
  CHECK(applicant_in("# บันทึก\nด้วยสำนักงานที่ดินสมมติ มีความประสงค์ขอส่งผลงานเพื่อขอรับการพิจารณา") == "named");
  Document letter = form_of("ชื่อผลงาน: คลองใส");
  letter.furniture.push_back(static_cast<Document>(form_of("เทศบาลเมืองสมมติ")).blocks[0]);
  CHECK(find_facts(letter, test_pack(), {}).applicant.named);
}

TEST_CASE("a field that holds a prompt, dots or a reference elsewhere names nobody") {
  for (const char* form :
       {"ผู้ส่งผลงาน: ................", "หน่วยงานที่เสนอ: (ระบุชื่อหน่วยงาน)", "หน่วยงาน: -",
        "Applicant: [Name of agency]", "Applicant agency: N/A", "เจ้าของผลงาน: (ตัวอย่าง: เทศบาลตำบลสมมติ)",
        "ผู้เสนอผลงาน: ตามหนังสือนำส่ง", "| หน่วยงานที่สมัคร | |\n| ชื่อผลงาน | คลองใส |"}) {
    INFO(form);
    CHECK(applicant_in(form) == "open");
  }
}

TEST_CASE("other bodies are no applicant") {
  CHECK(applicant_in("สังกัด: กรมสมมติ\nชื่อผลงาน: คลองใส") == "hinted");
  CHECK(applicant_in("ชื่อผลงาน: คลองใส\n# ภาคีเครือข่าย\nอบต.สมมติ และโรงเรียนสมมติ") == "none");
  CHECK(applicant_in("แบบฟอร์มของสำนักงาน ก.พ.ร.\nชื่อผลงาน: คลองใส") == "none");
  CHECK(applicant_in("ชื่อผลงาน: คลองใส\n# สภาพปัญหา\nเทศบาลมีคนน้อย ขอรับการพิจารณาจากหน่วยงานอื่นไม่ได้") == "none");
}
