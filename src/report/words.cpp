#include "report/words.hpp"

#include <algorithm>
#include <array>

namespace ruamlint {
namespace {

struct Entry {
  Word key;
  std::string_view th, en;
};

// In the order of the enumeration.
constexpr std::array<Entry, static_cast<std::size_t>(Word::last) + 1> table = {{
    {Word::verdict_pass, "ผ่าน", "passes"},
    {Word::verdict_fail, "ต้องแก้ไข", "must be fixed"},
    {Word::verdict_ask, "โปรดตรวจดู", "please look"},
    {Word::verdict_partly, "ตรวจได้ไม่ครบ", "partly checked"},
    {Word::verdict_unread, "อ่านไม่ได้", "could not be read"},

    {Word::to_do, "สิ่งที่ต้องทำ ตามลำดับหัวข้อในแบบ ({counts})", "What to do, in the form's order ({counts})"},
    {Word::nothing_to_do, "ไม่พบสิ่งที่ต้องแก้ไขหรือตรวจดูเพิ่มเติม", "Nothing to mend or to look at"},
    {Word::group_unchecked, "ตรวจไม่ได้ {n} ข้อ", "Could not be checked: {n}"},
    {Word::group_passed, "ผ่าน {n} ข้อ", "Passed: {n}"},
    {Word::group_not_applicable, "ไม่เกี่ยวกับผลงานนี้", "Do not apply to this form"},
    {Word::group_waived, "ยอมรับไว้แล้ว {n} ข้อ", "Accepted: {n}"},

    {Word::severity_error, "ต้องแก้ไข", "must fix"},
    {Word::severity_warning, "ควรแก้ไข", "should fix"},
    {Word::severity_note, "ข้อสังเกต", "remark"},
    {Word::severity_ask, "โปรดตรวจดู", "please look"},

    {Word::standing_passed, "ผ่าน", "passes"},
    {Word::standing_unchecked, "ตรวจไม่ได้", "could not be checked"},
    {Word::standing_not_applicable, "ไม่เกี่ยวกับผลงานนี้", "does not apply"},

    {Word::pack, "ชุดกฎ", "Rules"},
    {Word::category, "ประเภทรางวัล", "Category"},
    {Word::operation, "ระยะเวลาดำเนินการ", "Period of operation"},
    {Word::closing_date, "วันปิดรับสมัครที่ใช้", "Closing date used"},
    {Word::evidence, "หลักฐาน", "Evidence"},
    {Word::reason, "เหตุผล", "Why"},
    {Word::remedy, "ควรทำอย่างไร", "What to do"},
    {Word::source, "ที่มา", "Source"},
    {Word::facts, "ข้อมูลที่พบในแบบ", "Found in the form"},
    {Word::levels, "ระดับการมีส่วนร่วม", "Participation levels"},
    {Word::levels_stated, "ระดับที่ระบุ", "stated"},
    {Word::levels_described, "ระดับที่อธิบายไว้", "described"},
    {Word::levels_borne_out, "ระดับสูงสุดที่มีกิจกรรมรองรับ", "highest that activities bear out"},
    {Word::comparisons, "ตัวเลขก่อนและหลังดำเนินการ", "Figures before and after"},
    {Word::notes, "ข้อสังเกตในการอ่านไฟล์", "Notes on the reading"},
    {Word::applies_to, "ใช้กับประเภท", "Applies to"},
    {Word::messages, "ข้อความที่แจ้ง", "Messages"},
    {Word::excerpts, "ตัวอย่าง", "Examples"},
    {Word::severity, "ระดับความสำคัญ", "Severity"},
    {Word::check, "วิธีตรวจ", "Check"},

    {Word::all_categories, "ทุกประเภท", "all categories"},
    {Word::none, "ไม่พบ", "none found"},
    {Word::none_set, "ไม่กำหนด", "none"},
    {Word::no_category, "ไม่พบในแบบ", "not found in the form"},
    {Word::several_categories, "ระบุไว้มากกว่าหนึ่งประเภท: {names}", "more than one is stated: {names}"},
    {Word::category_given, "{name} (ผู้ตรวจกำหนด)", "{name} (given on the command line)"},
    {Word::closing_date_assumed, "{date} (วันสมมติ เปลี่ยนได้ด้วย --closing-date)",
     "{date} (assumed; set another with --closing-date)"},
    {Word::source_questions, "คำถามข้อ {numbers} ในเอกสารคลินิกให้คำปรึกษา",
     "question {numbers} of the advice clinic's document"},
    {Word::source_assumed, "ข้อกำหนดของชุดกฎนี้เอง ไม่มีในเอกสารคลินิกให้คำปรึกษา",
     "assumed by this rule pack; not in the advice clinic's document"},
    {Word::more_evidence, "และอีก {n} แห่ง", "and {n} more"},
    {Word::copy_checked, "ตรวจแล้ว", "checked"},
    {Word::signed_copy,
     "ไฟล์ต้นฉบับมีลายมือชื่อดิจิทัล ลายมือชื่อนั้นใช้ได้กับต้นฉบับเท่านั้น ไม่ใช้กับสำเนาฉบับนี้ โปรดส่งต้นฉบับ",
     "The original bears a digital signature, which holds for the original only and not for this copy. Send the "
     "original in."},

    {Word::operation_unknown, "ไม่พบวันเริ่มดำเนินการ", "no start was found"},
    {Word::operation_plan_only, "พบเฉพาะช่วงเวลาตามแผน ไม่พบวันเริ่มดำเนินการจริง",
     "only planned periods were found, no start of the work itself"},
    {Word::operation_ongoing, "เริ่ม {start} ดำเนินการต่อเนื่องถึงปัจจุบัน", "from {start}, still running"},
    {Word::operation_ended, "เริ่ม {start} สิ้นสุด {end}", "from {start} to {end}"},
    {Word::operation_not_over, "เริ่ม {start} กำหนดสิ้นสุด {end} ยังดำเนินการอยู่ในวันปิดรับสมัคร",
     "from {start} to {end}, still running on the closing date"},
    {Word::operation_no_end, "เริ่ม {start} ไม่ได้ระบุวันสิ้นสุด", "from {start}, no end stated"},
    {Word::operation_months, "นับถึงวันปิดรับสมัครได้ {months}", "{months} by the closing date"},
    {Word::approximate, "โดยประมาณ", "approximately"},

    {Word::range_between, "ระหว่างวันที่ {from} ถึง {to}", "between {from} and {to}"},
    {Word::fiscal_year, "ปีงบประมาณ {year}", "fiscal year {year} (from October {before})"},
    {Word::year, "ปี {year}", "{year}"},
    {Word::years_months, "{years} ปี {months} เดือน", "{years} and {months}"},
    {Word::only_years, "{years} ปี", "{years}"},
    {Word::only_months, "{months} เดือน", "{months}"},
    {Word::under_a_month, "ไม่ถึง 1 เดือน", "less than a month"},
    {Word::from_to, "{from} ถึง {to}", "{from} to {to}"},

    {Word::comparison, "{measure}: จาก {before} เป็น {after}", "{measure}: from {before} to {after}"},
    {Word::comparison_claim, "แบบระบุว่า “{claim}”", "the form says “{claim}”"},
    {Word::comparison_recomputed, "คำนวณได้ว่า{change}", "recomputed: {change}"},
    {Word::rise, "เพิ่มขึ้น", "a rise of "},
    {Word::fall, "ลดลง", "a fall of "},
    {Word::no_change, "ไม่เปลี่ยนแปลง", "no change"},
    {Word::change_percent, "{way}ร้อยละ {amount}", "{way}{amount} per cent"},
    {Word::change_points, "{way} {amount} จุดเปอร์เซ็นต์", "{way}{amount} percentage points"},
    {Word::change_difference, "{way} {amount}", "{way}{amount}"},
    {Word::change_times, "เป็น {amount} เท่า", "{amount} times"},
    {Word::consistent, "ถูกต้อง", "agrees"},
    {Word::by_rounding, "ถูกต้องเมื่อคิดการปัดเศษ", "agrees within rounding"},
    {Word::inconsistent, "ไม่ตรงกับที่ระบุ", "does not agree"},
    {Word::direction_differs, "ทิศทางไม่ตรงกับที่ระบุ", "goes the other way"},
    {Word::zero_base, "คิดเป็นร้อยละไม่ได้ เพราะค่าก่อนดำเนินการเป็นศูนย์", "no per cent can be had of zero"},
    {Word::unit_differs, "หน่วยก่อนและหลังไม่ตรงกัน", "the units differ"},
    {Word::no_claim, "แบบไม่ได้ระบุว่าเปลี่ยนแปลงเท่าใด", "the form states no change"},
    {Word::unsure, "ตัวเลขอ่านได้ไม่ชัด โปรดเทียบกับต้นฉบับ", "figures read with doubt; compare with the original"},

    {Word::whole_form, "ภาพรวมของแบบ", "The form as a whole"},
    {Word::section_absent, "ไม่พบหัวข้อนี้ในแบบ", "no such heading in the form"},

    {Word::page, "หน้า {n}", "page {n}"},
    {Word::section, "หัวข้อ “{title}”", "section “{title}”"},
    {Word::table, "ตารางที่ {n}", "table {n}"},
    {Word::row, "แถว {n}", "row {n}"},
    {Word::cell, "ช่อง {n}", "cell {n}"},
    {Word::paragraph, "ย่อหน้าที่ {n}", "paragraph {n}"},
    {Word::part_header, "หัวกระดาษ", "page header"},
    {Word::part_footer, "ท้ายกระดาษ", "page footer"},
    {Word::part_footnotes, "เชิงอรรถ", "footnotes"},
    {Word::part_comments, "ข้อคิดเห็น", "comments"},

    {Word::by_ocr, "อ่านจากภาพ ความมั่นใจ {percent}%", "read from a picture, {percent}% sure"},
    {Word::by_form_field, "ช่องกรอกข้อมูล", "form field"},

    {Word::unchecked, "ตรวจไม่ได้", "could not check"},
    {Word::fingerprint, "รหัสของข้อนี้ {fingerprint}", "fingerprint {fingerprint}"},

    {Word::waived, "ยอมรับไว้แล้ว", "accepted"},
    {Word::waived_by, "{who} ยอมรับไว้ เพราะ {reason} (ใช้ได้ถึงวันปิดรับสมัคร {until})",
     "accepted by {who}: {reason} (for closing dates up to {until})"},
    {Word::waivers_idle, "ข้อยกเว้นที่ไม่ได้ใช้", "Waivers of no use"},
    {Word::waiver_unused, "ไม่พบข้อนี้ในแบบที่ตรวจ ลบออกได้", "no form has this finding; it can be taken out"},
    {Word::waiver_expired, "หมดอายุเมื่อ {until}", "expired on {until}"},
    {Word::waiver_too_wide, "ข้อนี้ไม่มีข้อความที่ยกมา จึงต้องระบุชื่อไฟล์ (file) ด้วย",
     "this finding quotes nothing; the waiver must name its file"},

    {Word::summary, "ตรวจทั้งหมด {n} ไฟล์", "Files checked: {n}"},
    {Word::count, "{what} {n}", "{what}: {n}"},
    {Word::count_points, "{what} {n} ข้อ", "{what}: {n}"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].key) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the table must follow the enumeration");

}  // namespace

std::string_view word(Word which, Language language) {
  const Entry& entry = table[static_cast<std::size_t>(which)];
  return language == Language::th ? entry.th : entry.en;
}

std::string filled(std::string_view sentence, const Values& values) {
  std::string text;
  std::size_t at = 0;
  while (at < sentence.size()) {
    const std::size_t open = std::min(sentence.find('{', at), sentence.size());
    const std::size_t close = sentence.find('}', open);
    text += sentence.substr(at, open - at);
    if (close == std::string_view::npos) return text.append(sentence.substr(open));
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    const auto value =
        std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
    text += value == values.end() ? std::string(sentence.substr(open, close - open + 1)) : value->second;
    at = close + 1;
  }
  return text;
}

}  // namespace ruamlint
