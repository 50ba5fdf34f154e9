#include "extract/pdf/word_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

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

}  // namespace

std::size_t first_word(std::string_view text) {
  constexpr std::size_t far_enough = 120;  // bytes; no word is longer
  std::size_t end = std::min(text.size(), far_enough);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  text = text.substr(0, end);
  return without_space(text, breaks_in(text).front());
}

std::size_t WordBreaks::first_word_of(std::size_t i) {
  if (ends_.empty()) find();
  return ends_[i];
}

void WordBreaks::find() {
  Text all;
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    TextLine bare;
    bare.text.utf8 = lines_[i].text.utf8;
    append_line(all, i > 0 && lines_[i - 1].ends_with_space, bare);
    begins.push_back(all.utf8.size() - bare.text.utf8.size());
  }
  const std::vector<std::size_t> breaks = breaks_in(all.utf8);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string& text = lines_[i].text.utf8;
    const auto next = std::upper_bound(breaks.begin(), breaks.end(), begins[i]);
    const bool begins_word = begins[i] == 0 || *(next == breaks.begin() ? next : next - 1) == begins[i];
    // Where the words of both lines seem to be one, the line is taken for itself.
    const std::size_t end =
        begins_word && next != breaks.end() ? without_space(all.utf8, *next) - begins[i] : first_word(text);
    ends_.push_back(std::min(end, text.size()));
  }
}

}  // namespace ruamlint::pdf
