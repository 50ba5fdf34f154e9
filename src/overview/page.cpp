// The page's skeleton; overview.js fills it, since ten thousand rows are more than a page should hold at
// once.
#include "overview/assets.hpp"
#include "overview/overview.hpp"
#include "overview/page_data.hpp"
#include "report/html/bilingual.hpp"
#include "report/html/frame.hpp"

namespace ruamlint {
namespace overview {
namespace {

using namespace html;

Markup section(const char* id, const Said& title, const Said& what) {
  const std::string heading = std::string(id) + "-title";
  return element("section", {{"class", "panel"}, {"id", id}, {"aria-labelledby", heading}},
                 element("h2", {{"id", heading}}, html::both(title)) +
                     element("p", {{"class", "quiet"}}, html::both(what)) +
                     element("div", {{"class", "fill"}}, Markup()));
}

Markup content(const AuditOverview& audit) {
  const std::string count = std::to_string(audit.rows.size());
  return element("header", {{"class", "panel audit-head"}},
                 element("h1", html::both({"ภาพรวมการตรวจแบบสมัคร", "Audit of the forms"})) +
                     element("p", html::both("ทั้งหมด " + count + " รายการ", count + " submissions in all")) +
                     element("div", {{"id", "counts"}}, Markup())) +
         element(
             "noscript",
             element("p", {{"class", "panel"}},
                     html::both({"หน้านี้ต้องใช้สคริปต์ ตารางเดียวกันอยู่ใน overview.xlsx และ overview.csv",
                                 "This page needs its script; overview.xlsx and overview.csv hold the same "
                                 "table."}))) +
         element("div", {{"id", "filters"}, {"role", "search"}}, Markup()) +
         section(
             "rules", {"กฎแต่ละข้อ", "Rules"},
             {"กดจำนวนเพื่อดูเฉพาะแบบเหล่านั้น ข้อที่หลายหน่วยงานไม่ผ่านพร้อมกัน อาจเป็นเพราะแบบหรือคำชี้แจงไม่ชัดเจน",
              "Press a number to see those forms only. Where many fail alike, the form or its guidance may "
              "be what is unclear."}) +
         section("groups", {"หน่วยงานและประเภทรางวัล", "Agencies and categories"},
                 {"กดชื่อเพื่อดูเฉพาะแบบของหน่วยงานหรือประเภทนั้น", "Press a name to see its forms only."}) +
         section("forms-list", {"แบบสมัคร", "Forms"},
                 {"กดหัวคอลัมน์เพื่อเรียง กดชื่อไฟล์เพื่อเปิดผลตรวจ",
                  "Press a heading to sort, a name to open its report."}) +
         element("script", {{"type", "application/json"}, {"id", "audit-data"}},
                 Markup::trusted(page_data(audit)));
}

}  // namespace
}  // namespace overview

std::string overview_page(const AuditOverview& audit) {
  return html::page({audit.pack, audit.version, "ภาพรวมการตรวจแบบสมัคร", "Audit of the forms", audit.language,
                     overview::style_sheet, overview::script},
                    overview::content(audit));
}

}  // namespace ruamlint
