#include "overview/alike.hpp"

#include <fmt/format.h>

#include "overview/assets.hpp"
#include "report/html/bilingual.hpp"
#include "report/html/frame.hpp"
#include "report/wording.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using namespace html;

constexpr std::size_t most_shown_with_passages = 300;

int percent_of(const AlikePair& pair) {
  return static_cast<int>(pair.matching.share * 100 + 0.5);
}

/// One applicant's two versions, or the same work from two.
bool is_revision(const ComparedForm& a, const ComparedForm& b) {
  return a.earlier.empty() && b.earlier.empty() && !a.agency.empty() && a.agency == b.agency;
}

Said kind_of(const ComparedForm& a, const ComparedForm& b) {
  if (!b.earlier.empty()) return {"อาจเป็นผลงานที่เคยส่งแล้ว", "may have been sent in before"};
  if (is_revision(a, b))
    return {"อาจเป็นผลงานเดียวกันสองฉบับ โปรดยืนยันว่าใช้ฉบับใด",
            "may be two versions of one work: which one stands?"};
  return {"อาจเป็นผลงานเดียวกัน", "may be the same work"};
}

Markup form_link(const ComparedForm& form) {
  const std::string name = quoted_path(form.name);
  Markup link = form.page.empty() ? Markup(name) : element("a", {{"href", form.page}}, name);
  if (!form.agency.empty()) link += " " + element("span", {{"class", "small"}}, quoted_cut(form.agency));
  if (!form.earlier.empty())
    link += " " + element("span", {{"class", "small"}}, "(" + quoted_path(form.earlier) + ")");
  return link;
}

Markup passages_of(const Matching& matching) {
  Markup rows;
  for (const Passage& passage : matching.passages)
    rows += element("tr", element("td", passage.left) + element("td", passage.right));
  if (rows.empty()) return {};
  const std::string count = std::to_string(matching.passages.size());
  return element("details",
                 element("summary", both("ข้อความที่ตรงกัน " + count + " ตอน", count + " matching passages")) +
                     element("div", {{"class", "scroll"}},
                             element("table", {{"class", "passages"}}, element("tbody", rows))));
}

Markup pair_markup(const Likeness& likeness, const AlikePair& pair, bool with_passages) {
  const ComparedForm& first = likeness.forms[pair.first];
  const ComparedForm& second = likeness.forms[pair.second];
  const std::string share = fmt::format("{} %", percent_of(pair));
  return element(
      "article", {{"class", "panel pair"}},
      element("h2", element("span", {{"class", "badge v-ask"}}, share) + " " + both(kind_of(first, second))) +
          element("p", form_link(first)) + element("p", form_link(second)) +
          (with_passages ? passages_of(pair.matching) : Markup()));
}

}  // namespace

std::string alike_csv(const Likeness& likeness) {
  std::string csv = std::string(byte_order_mark) + csv_line({"first", "second", "percent", "kind", "earlier",
                                                             "first_agency", "second_agency"});
  for (const AlikePair& pair : likeness.pairs) {
    const ComparedForm& a = likeness.forms[pair.first];
    const ComparedForm& b = likeness.forms[pair.second];
    const char* kind = !b.earlier.empty() ? "earlier" : is_revision(a, b) ? "revision" : "same_work";
    csv += csv_line({without_formula(valid_utf8(a.name)), without_formula(valid_utf8(b.name)),
                     std::to_string(percent_of(pair)), kind, without_formula(valid_utf8(b.earlier)),
                     without_formula(valid_utf8(a.agency)), without_formula(valid_utf8(b.agency))});
  }
  return csv;
}

std::string alike_page(const AuditOverview& audit, const Likeness& likeness) {
  const std::string count = std::to_string(likeness.pairs.size());
  Markup content = element(
      "header", {{"class", "panel audit-head"}},
      element("h1", both({"แบบสมัครที่อาจเป็นผลงานเดียวกัน", "Forms that may be the same work"})) +
          element(
              "p",
              both("พบ " + count +
                       " คู่ เมื่อหักข้อความของแบบฟอร์มเปล่าและข้อความที่ทุกแบบมีแล้ว ร้อยละคือส่วนที่ตรงกันของแบบที่สั้นกว่า "
                       "โปรดอ่านเทียบก่อนตัดสิน",
                   count + " pairs, after taking away the blank form's own words and what all forms say. The "
                           "figure is how much of the shorter one the other has too. Please read before "
                           "judging.")));
  for (std::size_t i = 0; i < likeness.pairs.size(); ++i)
    content += pair_markup(likeness, likeness.pairs[i], i < most_shown_with_passages);
  return page({audit.pack,
               audit.version,
               "แบบสมัครที่อาจเป็นผลงานเดียวกัน",
               "Forms that may be the same work",
               audit.language,
               overview::style_sheet,
               {}},
              content);
}

}  // namespace ruamlint
