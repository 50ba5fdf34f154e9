#include "extract/pdf/word_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace ruamlint::pdf {
namespace {

icu::BreakIterator* line_breaks() {
  static const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createLineInstance(icu::Locale("th"), status));
  }();
  return breaks.get();
}

/// Byte offsets at which `text` may be broken, ascending, its end included.
std::vector<std::size_t> breaks_in(std::string_view text) {
  std::vector<std::size_t> result;
  icu::BreakIterator* breaks = line_breaks();
  UErrorCode status = U_ZERO_ERROR;
  UText* input = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (breaks != nullptr && U_SUCCESS(status)) {
    breaks->setText(input, status);
    for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
      result.push_back(static_cast<std::size_t>(at));
  }
  utext_close(input);
  if (result.empty() || result.back() != text.size()) result.push_back(text.size());
  return result;
}

std::size_t without_space(std::string_view text, std::size_t end) {
  while (end > 1 && text[end - 1] == ' ') --end;
  return end;
}

/// `end` moved on to where a code point ends.
std::size_t code_point_end(std::string_view text, std::size_t end) {
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return std::min(end, text.size());
}

constexpr std::size_t far_enough = 120;  // bytes; no word is longer

}  // namespace

std::size_t first_word(std::string_view text) {
  text = text.substr(0, code_point_end(text, std::min(text.size(), far_enough)));
  return without_space(text, breaks_in(text).front());
}

std::size_t WordBreaks::first_word_of(std::size_t i) {
  if (begins_.empty()) join();
  const std::string_view all = text_, text = lines_[i].text.utf8;
  // Words are told apart from space to space: what lies before the last space changes nothing.
  const std::size_t begin = begins_[i];
  const std::size_t space = all.rfind(' ', begin == 0 ? 0 : begin - 1);
  const std::size_t last_space = space == std::string_view::npos || begin == 0 ? 0 : space + 1;
  const std::size_t earliest = begin > 4 * far_enough ? begin - 4 * far_enough : 0;
  const std::size_t from = code_point_end(all, std::max(last_space, earliest));
  const std::string_view around =
      all.substr(from, code_point_end(all, std::min(all.size(), begin + far_enough)) - from);
  const std::vector<std::size_t> breaks = breaks_in(around);
  const auto next = std::upper_bound(breaks.begin(), breaks.end(), begin - from);
  const bool begins_word = begin == from || (next != breaks.begin() && *(next - 1) == begin - from);
  // Where the words of both lines seem to be one, the line is taken for itself.
  const std::size_t end =
      begins_word && next != breaks.end() ? without_space(around, *next) - (begin - from) : first_word(text);
  return std::min(end, text.size());
}

void WordBreaks::join() {
  Text all;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    TextLine bare;
    bare.text.utf8 = lines_[i].text.utf8;
    append_line(all, i > 0 && lines_[i - 1].ends_with_space, bare);
    begins_.push_back(all.utf8.size() - bare.text.utf8.size());
  }
  text_ = std::move(all.utf8);
}

}  // namespace ruamlint::pdf
