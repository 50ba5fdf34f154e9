#include <catch2/catch.hpp>
#include <regex>

#include "fixture.hpp"
#include "report/html/markup.hpp"

using namespace ruamlint;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

/// What is left when the page's own style and script are taken out.
std::string without_assets(std::string page) {
  for (const std::string tag : {"style", "script"}) {
    const std::size_t begin = page.find("<" + tag + ">"), end = page.find("</" + tag + ">");
    page.erase(begin, end - begin);
  }
  return page;
}

}  // namespace

TEST_CASE("text becomes markup by being escaped") {
  using namespace html;
  CHECK(Markup("<b>\"&'").string() == "&lt;b&gt;&quot;&amp;&#39;");
  CHECK(Markup(std::string("a\0\x1b[1mb\xff", 8)).string() == "a[1mb\xEF\xBF\xBD");
  CHECK(element("em", {{"title", "\"><script>"}}, "x<y").string() ==
        "<em title=\"&quot;&gt;&lt;script&gt;\">x&lt;y</em>");
  CHECK(element("b", element("i", "1 < 2")).string() == "<b><i>1 &lt; 2</i></b>");
}

TEST_CASE("a form cannot break out of its HTML report") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  const std::string attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'";
  run.documents[0].path = attack + ".pdf";
  run.documents[0].notes = {{Note::Kind::hidden_text, 1, attack}};
  for (Finding& finding : run.documents[0].findings)
    for (Evidence& evidence : finding.evidence) evidence.quote = attack;
  for (Comparison& comparison : run.documents[0].facts.comparisons) {
    comparison.measure = comparison.before_text = comparison.after_text = comparison.claimed_text = attack;
    comparison.unit = attack;
  }
  const std::string page = html_report(run, Language::th);
  CHECK(count(page, "<script") == 1);
  CHECK(count(page, "</script") == 1);
  CHECK(count(page, "<img") == 0);
  CHECK(without_assets(page).find("onerror=alert(2)>\"") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)") != std::string::npos);
}

TEST_CASE("the HTML report needs nothing from elsewhere") {
  const Pack pack = small_pack();
  const std::string page = html_report(small_run(pack), Language::th);
  CHECK_FALSE(std::regex_search(page, std::regex("(src|href)=\"(https?:|//|file:)")));
  CHECK_FALSE(std::regex_search(page, std::regex("url\\(|@import|fetch\\(|XMLHttpRequest")));
  CHECK(page.find("default-src &#39;none&#39;") != std::string::npos);
}

TEST_CASE("every sentence of the HTML report stands there in both languages") {
  const Pack pack = small_pack();
  const std::string page = html_report(small_run(pack), Language::en);
  CHECK(page.find("<html lang=\"en\">") != std::string::npos);
  CHECK(count(page, "<span lang=\"th\">") == count(page, "<span lang=\"en\">"));
  CHECK(page.find("วิธีแก้ของ OPR-1") != std::string::npos);
  CHECK(page.find("remedy of OPR-1") != std::string::npos);
}

TEST_CASE("the HTML report shows every finding, and links to what is to be done") {
  const Pack pack = small_pack();
  const Run run = small_run(pack);
  const std::string page = html_report(run, Language::th);
  CHECK(count(page, "<article class=\"finding") == run.documents[0].findings.size());
  std::smatch link;
  const std::regex to_finding("href=\"#(form-1-finding-\\d+)\"");
  REQUIRE(std::regex_search(page, link, to_finding));
  CHECK(page.find("id=\"" + link[1].str() + "\"") != std::string::npos);
}

TEST_CASE("a page's picture stands in the HTML report once, and each evidence shows its part of it") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  run.documents[0].pictures = {{2, 595, 842, "image/png", "QUJD"}};
  run.documents[0].findings[0].evidence = {evidence("ก"), evidence("ข")};
  run.documents[0].findings[0].evidence[0].marks = {{2, {72, 100, 200, 116}}, {2, {72, 116, 150, 132}}};
  const std::string page = html_report(run, Language::th);
  CHECK(count(page, "data:image/png;base64,QUJD") == 1);
  CHECK(count(page, "href=\"#form-1-page-2\"") >= 4);  // each evidence: its part, and the whole page
  CHECK(page.find("<rect class=\"mark\" x=\"70.5\" y=\"98.5\" width=\"131.0\" height=\"19.0\"") !=
        std::string::npos);
  CHECK(page.find("y=\"114.5\" width=\"81.0\"") != std::string::npos);
}
