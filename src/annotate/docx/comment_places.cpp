#include "annotate/docx/comment_places.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

/// The end of `lead` that stands right before `at`, in bytes: signs before the first letter of a quote.
std::size_t length_before(std::string_view text, std::size_t at, std::string_view lead) {
  while (!lead.empty()) {
    if (text.substr(0, at).ends_with(lead)) return lead.size();
    std::size_t next = 0;
    static_cast<void>(next_code_point(lead, next));
    lead.remove_prefix(next);
  }
  return 0;
}

/// The beginning of `tail` that stands right behind `at`, in bytes.
std::size_t length_behind(std::string_view text, std::size_t at, std::string_view tail) {
  std::size_t length = 0;
  while (length < tail.size()) {
    std::size_t next = length;
    static_cast<void>(next_code_point(tail, next));
    if (!text.substr(at).starts_with(tail.substr(0, next))) break;
    length = next;
  }
  return length;
}

}  // namespace

CommentPlaces::CommentPlaces(const BodyText& body, std::string story)
    : body_(body), story_(std::move(story)), repaired_(repair(body.text)), letters_(folded(repaired_.text)) {}

bool CommentPlaces::is_in_body(const Place& place) const {
  return place.part == story_ && place.paragraph > 0;
}

CommentPlace CommentPlaces::place_of(const Annotation& annotation) const {
  Stretch stretch;
  if (is_in_body(annotation.place)) {
    if (find_words(annotation, stretch)) return around(stretch);
    return around_paragraph(paragraph_at(annotation.place));
  }
  return around_paragraph(is_in_body(annotation.section) ? paragraph_at(annotation.section) : 0);
}

/// The words nearest to where the reader of forms saw them: its count of paragraphs is not trusted with more,
/// since what a file shows twice or not at all is counted in many ways.
bool CommentPlaces::find_words(const Annotation& annotation, Stretch& found) const {
  const Folded quote = folded(annotation.quote);
  if (quote.letters.empty() || body_.paragraphs.empty()) return false;
  const std::size_t paragraph = paragraph_at(annotation.place);
  const std::size_t expected = body_.paragraphs[paragraph].text_begin;
  const std::size_t beyond = paragraph + 1 < body_.paragraphs.size()
                                 ? body_.paragraphs[paragraph + 1].text_begin
                                 : body_.text.size();
  std::size_t least = nowhere;
  for (std::size_t at = letters_.letters.find(quote.letters); at != std::u32string::npos;
       at = letters_.letters.find(quote.letters, at + 1)) {
    const Stretch stretch = stretch_of(at, at + quote.letters.size(), annotation.quote);
    const std::size_t distance = stretch.begin < expected ? expected - stretch.begin
                                 : stretch.begin < beyond ? 0
                                                          : stretch.begin - beyond + 1;
    if (distance >= least) continue;
    least = distance;
    found = stretch;
    if (distance == 0) break;
  }
  return least != nowhere;
}

CommentPlaces::Stretch CommentPlaces::stretch_of(std::size_t first_letter, std::size_t behind_last,
                                                 std::string_view quote) const {
  Stretch stretch{repaired_.origin[letters_.offset[first_letter]],
                  repaired_.origin[letters_.end[behind_last - 1]]};
  const Folded letters = folded(quote);
  stretch.begin -= length_before(body_.text, stretch.begin, quote.substr(0, letters.offset.front()));
  stretch.end +=
      length_behind(body_.text, stretch.end, quote.substr(letters.end[letters.letters.size() - 1]));
  return stretch;
}

std::size_t CommentPlaces::paragraph_at(const Place& place) const {
  if (body_.paragraphs.empty()) return 0;
  return std::min(static_cast<std::size_t>(place.paragraph), body_.paragraphs.size()) - 1;
}

CommentPlace CommentPlaces::around(Stretch stretch) const {
  return {begin_point(stretch.begin), end_point(stretch.end), true};
}

/// Or around the next one that is no text box, if need be the last.
CommentPlace CommentPlaces::around_paragraph(std::size_t index) const {
  while (index > 0 && index < body_.paragraphs.size() && body_.paragraphs[index].within_drawing) --index;
  if (index >= body_.paragraphs.size()) return {{}, {}, false, true};
  const BodyParagraph& paragraph = body_.paragraphs[index];
  return {{paragraph.content_begin}, {paragraph.content_end}};
}

BodyPoint CommentPlaces::begin_point(std::size_t text_offset) const {
  const auto piece = std::partition_point(body_.pieces.begin(), body_.pieces.end(),
                                          [&](const BodyPiece& one) { return one.text_end <= text_offset; });
  BodyPoint point{piece->begin, piece->run, piece->words};
  if (piece->words != nowhere) {
    const BodyWords& words = body_.words[piece->words];
    if (piece->plain && text_offset > piece->text_begin) point.offset += text_offset - piece->text_begin;
    if (!words.may_be_cut || point.offset == words.open_end) point = {words.open_begin, piece->run};
  }
  if (point.run == nowhere || point.words != nowhere) return point;
  const BodyRun& run = body_.runs[point.run];
  return point.offset == run.content_begin ? BodyPoint{run.open_begin} : point;
}

BodyPoint CommentPlaces::end_point(std::size_t text_offset) const {
  auto piece = std::partition_point(body_.pieces.begin(), body_.pieces.end(),
                                    [&](const BodyPiece& one) { return one.text_begin < text_offset; });
  --piece;
  BodyPoint point{piece->end, piece->run, piece->words};
  if (piece->words != nowhere) {
    const BodyWords& words = body_.words[piece->words];
    if (piece->plain && text_offset < piece->text_end)
      point.offset = piece->begin + text_offset - piece->text_begin;
    if (!words.may_be_cut || point.offset == words.close_begin) point = {words.close_end, piece->run};
  }
  if (point.run == nowhere || point.words != nowhere) return point;
  const BodyRun& run = body_.runs[point.run];
  return point.offset == run.close_begin ? BodyPoint{run.close_end} : point;
}

}  // namespace ruamlint::docx
