#include "extract/pdf/furniture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double margin_share = 0.16;  // of the page's height, at the top and at the bottom
constexpr double number_share = 0.11;  // a bare page number stands nearer to the edge
constexpr double same_place_pt = 5;
constexpr std::size_t most_rows = 5;  // of furniture at one edge

constexpr std::array<std::string_view, 9> page_words = {"หน้าที่", "หน้า", "page", "Page", "PAGE",
                                                        "จาก",  "ของ", "of",   "p."};

/// Text without its figures, so that "หน้า 1" and "หน้า 2" are alike.
std::string key_of(std::string_view text) {
  std::string key;
  bool digit = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    const bool is_digit = digit_value(c) >= 0;
    if (is_digit && !digit) key += '#';
    if (!is_digit && !is_space(c)) append_utf8(key, c);
    digit = is_digit;
  }
  return key;
}

/// "3", "- ๓ -", "หน้า 3 จาก 12", "3/12".
bool is_page_number(std::string_view text) {
  std::string rest = key_of(text);
  bool worded = false;
  for (const std::string_view word : page_words)
    for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word)) {
      rest.erase(at, word.size());
      worded = true;
    }
  const auto is_sign = [](char c) { return std::string_view("-|/.~[]()").find(c) != std::string_view::npos; };
  rest.erase(std::remove_if(rest.begin(), rest.end(), is_sign), rest.end());
  for (const std::string_view dash : {"–", "—"})
    for (std::size_t at = rest.find(dash); at != std::string::npos; at = rest.find(dash))
      rest.erase(at, dash.size());
  return rest == "#" || (rest == "##" && (worded || text.find('/') != std::string_view::npos));
}

bool at_top(const PageText& page, const TextLine& line) {
  return line.baseline < page.height / 2;
}

bool in_margin(const PageText& page, const TextLine& line, double share) {
  return line.baseline < share * page.height || line.baseline - line.size > (1 - share) * page.height;
}

/// Where lines with the same key stand on other pages.
using Repeats = std::map<std::string, std::vector<std::pair<int, double>>>;

bool is_repeated(const Repeats& repeats, const std::string& key, int page, double baseline,
                 std::size_t pages) {
  const auto found = repeats.find(key);
  if (found == repeats.end()) return false;
  std::set<int> others;
  for (const auto& [other, y] : found->second)
    if (other != page && std::abs(y - baseline) < same_place_pt) others.insert(other);
  return !others.empty() && (others.size() + 1) * 4 >= pages;
}

/// Marks furniture among the page's lines from one edge inwards.
void mark(const PageText& page, const Repeats& repeats, std::size_t pages, bool top,
          std::vector<bool>& marked) {
  std::size_t rows = 0;
  double edge = top ? 1e9 : -1e9;  // tables end the margin
  for (const PageTable& table : page.tables)
    edge = top ? std::min(edge, table.box.top) : std::max(edge, table.box.bottom);
  for (std::size_t i = 0; i < page.lines.size();) {
    const auto index = [&](std::size_t n) { return top ? n : page.lines.size() - 1 - n; };
    std::size_t last = i + 1;
    const double baseline = page.lines[index(i)].baseline;
    while (last < page.lines.size() && std::abs(page.lines[index(last)].baseline - baseline) < 3) ++last;
    bool all = true;
    for (std::size_t j = i; j < last && all; ++j) {
      const TextLine& line = page.lines[index(j)];
      const bool outside = top ? line.baseline <= edge : line.baseline >= edge;
      const bool repeated = is_repeated(repeats, key_of(line.text.utf8), page.number, line.baseline, pages);
      const bool number = in_margin(page, line, number_share) && is_page_number(line.text.utf8);
      all = outside && in_margin(page, line, margin_share) && at_top(page, line) == top &&
            (repeated || number || line.artifact);
    }
    if (!all || ++rows > most_rows) return;
    for (std::size_t j = i; j < last; ++j) marked[index(j)] = true;
    i = last;
  }
}

}  // namespace

std::vector<FurnitureLine> take_furniture(std::vector<PageText>& pages) {
  Repeats repeats;
  for (const PageText& page : pages)
    for (const TextLine& line : page.lines)
      if (in_margin(page, line, margin_share))
        repeats[key_of(line.text.utf8)].emplace_back(page.number, line.baseline);
  std::vector<FurnitureLine> furniture;
  for (PageText& page : pages) {
    std::vector<bool> marked(page.lines.size(), false);
    mark(page, repeats, pages.size(), true, marked);
    mark(page, repeats, pages.size(), false, marked);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      if (marked[i])
        furniture.push_back({page.number, std::move(page.lines[i])});
      else if (kept++ != i)
        page.lines[kept - 1] = std::move(page.lines[i]);
    }
    page.lines.resize(kept);
  }
  return furniture;
}

}  // namespace ruamlint::pdf
