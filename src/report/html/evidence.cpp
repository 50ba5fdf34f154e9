#include "report/html/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/html/bilingual.hpp"
#include "report/wording.hpp"

namespace ruamlint::html {
namespace {

// How much of the page is shown around the words, in points. A phone shows 340 points without shrinking them
// below what can be read.
constexpr double margin_x = 36, margin_y = 26;
constexpr double least_width = 340, least_height = 64, most_height = 300;

std::string length(double points) {
  return fmt::format("{:.1f}", points);
}

const PagePicture* picture_of(const DocumentReport& document, int page) {
  for (const PagePicture& picture : document.pictures)
    if (picture.page == page) return &picture;
  return nullptr;
}

/// [low, high) widened to `least` and moved back inside [0, size].
std::pair<double, double> widened(double low, double high, double least, double size) {
  const double missing = std::max(0.0, least - (high - low)) / 2;
  low -= missing;
  high += missing;
  const double shift = low < 0 ? -low : high > size ? size - high : 0.0;
  return {std::max(0.0, low + shift), std::min(size, high + shift)};
}

Box view_of(const Box& words, const PagePicture& picture) {
  const auto [left, right] =
      widened(words.left - margin_x, words.right + margin_x, least_width, picture.width_pt);
  const double bottom = std::min(words.bottom, words.top + most_height) + margin_y;
  const auto [top, low] = widened(words.top - margin_y, bottom, least_height, picture.height_pt);
  return {left, top, right, low};
}

Markup marked_page(const FormContext& form, const PagePicture& picture, const Box& view,
                   const std::vector<Box>& marks, const std::string& label) {
  constexpr double pixels_a_point = 1.5;
  Markup content = void_element("use", {{"href", "#" + form.anchor("page-" + std::to_string(picture.page))}});
  for (const Box& mark : marks) {
    constexpr double air = 1.5;
    content += void_element("rect", {{"class", "mark"},
                                     {"x", length(mark.left - air)},
                                     {"y", length(mark.top - air)},
                                     {"width", length(mark.width() + 2 * air)},
                                     {"height", length(mark.height() + 2 * air)},
                                     {"rx", "2"}});
  }
  return element("svg",
                 {{"class", "crop"},
                  {"role", "img"},
                  {"aria-labelledby", label},
                  {"viewBox", fmt::format("{:.1f} {:.1f} {:.1f} {:.1f}", view.left, view.top, view.width(),
                                          view.height())},
                  {"style", fmt::format("max-width:{:.0f}px", view.width() * pixels_a_point)}},
                 content);
}

/// The marks on the page on which the evidence begins; its whole box where it has none.
std::vector<Box> marks_on(const Evidence& evidence, int page) {
  std::vector<Box> marks;
  for (const Mark& mark : evidence.marks)
    if (mark.page == page) marks.push_back(mark.box);
  if (marks.empty() && !evidence.place.box.empty()) marks.push_back(evidence.place.box);
  return marks;
}

Markup pictures_of(const FormContext& form, const Evidence& evidence, const std::string& id) {
  const PagePicture* picture = picture_of(form.document, evidence.place.page);
  if (picture == nullptr) return {};
  const std::vector<Box> marks = marks_on(evidence, picture->page);
  if (marks.empty()) return {};
  Box words;
  for (const Box& mark : marks) words = united(words, mark);
  const Box page{0, 0, picture->width_pt, picture->height_pt};
  const std::string label = id + "-place";
  return marked_page(form, *picture, view_of(words, *picture), marks, label) +
         element("details", {{"class", "whole-page"}},
                 element("summary", both({"ดูทั้งหน้า", "See the whole page"})) +
                     marked_page(form, *picture, page, marks, label));
}

Markup origin_markup(const Evidence& evidence) {
  if (evidence.origin == Origin::form_field)
    return element("span", {{"class", "origin"}}, both(Word::by_form_field));
  if (evidence.origin != Origin::ocr) return {};
  const std::string percent = number_text(static_cast<double>(evidence.confidence) * 100, 0);
  return element("span", {{"class", "origin"}}, both_of([&](Language language) {
                   return filled(word(Word::by_ocr, language), {{"percent", percent}});
                 }));
}

}  // namespace

Markup page_pictures(const FormContext& form) {
  if (form.document.pictures.empty()) return {};
  Markup images;
  for (const PagePicture& picture : form.document.pictures) {
    images += void_element("image", {{"id", form.anchor("page-" + std::to_string(picture.page))},
                                     {"width", length(picture.width_pt)},
                                     {"height", length(picture.height_pt)},
                                     {"preserveAspectRatio", "none"},
                                     {"href", "data:" + picture.media_type + ";base64," + picture.base64}});
  }
  return element("svg", {{"class", "store"}, {"width", "0"}, {"height", "0"}, {"aria-hidden", "true"}},
                 element("defs", images));
}

Markup evidence_figure(const FormContext& form, const Evidence& evidence, const std::string& id) {
  Markup place = both_of([&](Language language) { return place_text(form.pack(), evidence, language); });
  Markup content;
  if (!evidence.quote.empty()) content += element("blockquote", quoted_cut(evidence.quote));
  content += pictures_of(form, evidence, id);
  content += element("figcaption", {{"id", id + "-place"}}, place + origin_markup(evidence));
  return element("figure", {{"class", "evidence"}}, content);
}

}  // namespace ruamlint::html
