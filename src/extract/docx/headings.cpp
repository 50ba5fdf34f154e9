#include "extract/docx/headings.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

constexpr std::size_t longest_heading = 100;  ///< clusters: two printed lines
constexpr double larger = 1.12;               ///< against the body: 18 points over 16 stand out
constexpr std::size_t longest_run = 5;        ///< more bold lines in a row are an emphasised passage

bool is_running(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

struct Body {
  double font_size = 0;  ///< that most letters have
  bool mostly_bold = false;
};

Body measure(const std::vector<Block>& blocks) {
  std::map<double, std::size_t> letters_by_size;
  std::size_t letters = 0, bold_letters = 0;
  for (const Block& block : blocks) {
    if (!is_running(block)) continue;
    letters_by_size[block.font_size] += block.text.utf8.size();
    letters += block.text.utf8.size();
    if (block.bold) bold_letters += block.text.utf8.size();
  }
  Body body;
  const auto most = std::max_element(letters_by_size.begin(), letters_by_size.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != letters_by_size.end()) body.font_size = most->first;
  body.mostly_bold = bold_letters * 2 > letters;
  return body;
}

/// Marks of a question's alternatives, of a note, of a sentence that goes on.
bool reads_as_heading(std::string_view text) {
  std::size_t letters = 0;
  char32_t first = 0, last = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c == U'☐' || c == U'☑' || c == U'☒' || c == U'□' || c == U'…' || c == U'\t') return false;
    if (first == 0) first = c;
    if (is_thai(c) || (c | 0x20) - U'a' < 26U) ++letters;
    last = c;
  }
  const bool opens_a_note = first == U'*' || first == U'-' || first == U'“' || first == U'"';
  const bool goes_on = last == U'.' || last == U',' || last == U';' || last == U'”' || last == U'"';
  const bool drawn_line =
      text.find("...") != std::string_view::npos || text.find("__") != std::string_view::npos;
  return letters >= 2 && !opens_a_note && !goes_on && !drawn_line && count_clusters(text) <= longest_heading;
}

bool stands_out(const Block& block, const Body& body) {
  if (!is_running(block) || block.number == "•" || block.number == "☐" || block.number == "☑") return false;
  const bool by_weight = block.bold && !body.mostly_bold;
  const bool by_size = body.font_size > 0 && block.font_size >= body.font_size * larger;
  return (by_weight || by_size) && reads_as_heading(block.text.utf8);
}

/// Whether the line has a number, automatic or typed: "1.", "๑)", "(ก)", "2.1".
bool is_numbered(const Block& block) {
  if (!block.number.empty()) return true;
  std::size_t offset = 0;
  const std::string_view text = block.text.utf8;
  if (!text.empty() && text.front() == '(') return true;
  return !text.empty() && digit_value(next_code_point(text, offset)) >= 0;
}

}  // namespace

void mark_faked_headings(std::vector<Block>& blocks) {
  const Body body = measure(blocks);
  for (std::size_t begin = 0; begin < blocks.size();) {
    std::size_t end = begin;
    while (end < blocks.size() && stands_out(blocks[end], body)) ++end;
    const bool heads_something = end < blocks.size();
    const bool passage = end - begin > longest_run;
    for (std::size_t i = begin; i < end && heads_something; ++i) {
      if (passage && !is_numbered(blocks[i])) continue;
      blocks[i].kind = BlockKind::heading;
      blocks[i].level = 0;
    }
    begin = std::max(end, begin + 1);
  }
}

}  // namespace ruamlint::docx
