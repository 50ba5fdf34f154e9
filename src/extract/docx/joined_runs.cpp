#include "extract/docx/joined_runs.hpp"

#include <algorithm>

#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {

std::size_t JoinedText::offset_of(std::size_t raw) const {
  // Nearly sorted: marks are only reordered within a cluster, which no run that matters begins in.
  const auto found = std::lower_bound(origin.begin(), origin.end(), raw);
  const auto repaired_offset = static_cast<std::size_t>(found - origin.begin());
  return std::min(repaired_offset - std::min(repaired_offset, trimmed), text.utf8.size());
}

void JoinedRuns::add(std::string_view utf8, Origin origin, int page) {
  if (utf8.empty()) return;
  if (pieces_.empty() || pieces_.back().origin != origin || pieces_.back().page != page)
    pieces_.push_back({raw_.size(), origin, page});
  raw_ += utf8;
}

std::string JoinedRuns::cut_off(std::size_t begin) {
  std::string tail = raw_.substr(begin);
  raw_.resize(begin);
  while (!pieces_.empty() && pieces_.back().begin >= begin) pieces_.pop_back();
  return tail;
}

JoinedText JoinedRuns::joined(const Place& place) const {
  Repaired repaired = repair(raw_);
  JoinedText result;
  result.origin = std::move(repaired.origin);
  Text whole;
  whole.utf8 = std::move(repaired.text);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const std::size_t raw_end = i + 1 < pieces_.size() ? pieces_[i + 1].begin : raw_.size();
    std::size_t end = begin;
    while (end < whole.utf8.size() && result.origin[end] < raw_end) ++end;
    Span span;
    span.begin = begin;
    span.end = end;
    span.place = place;
    span.place.page = pieces_[i].page;
    span.origin = pieces_[i].origin;
    if (end > begin) whole.spans.push_back(std::move(span));
    begin = end;
  }
  const std::string_view kept = trimmed(whole.utf8);
  result.trimmed =
      kept.empty() ? whole.utf8.size() : static_cast<std::size_t>(kept.data() - whole.utf8.data());
  result.text = slice(whole, result.trimmed, result.trimmed + kept.size());
  return result;
}

std::string_view beginning_of(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

Text trimmed_text(const Text& text) {
  const std::string_view kept = trimmed(text.utf8);
  if (kept.empty()) return {};
  const auto begin = static_cast<std::size_t>(kept.data() - text.utf8.data());
  return slice(text, begin, begin + kept.size());
}

Text text_at(std::string_view utf8, const Place& place, Origin origin) {
  JoinedRuns runs;
  runs.add(utf8, origin, place.page);
  return runs.joined(place).text;
}

}  // namespace ruamlint::docx
