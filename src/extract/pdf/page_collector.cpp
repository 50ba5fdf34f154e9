#include "extract/pdf/page_collector.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/pdf/poppler_strings.hpp"

namespace ruamlint::pdf {
namespace {

constexpr std::size_t max_glyphs_a_page = 400'000;
constexpr std::size_t deepest_marked_content = 2'000;  // Poppler walks through all of it for every letter
constexpr int max_forms_a_page = 20'000;
constexpr std::size_t usual_glyphs_a_page = 3'000;
constexpr const char* unknown_letter = "\xEF\xBF\xBD";  // U+FFFD
constexpr float tiny_text_pt = 2.0F;
constexpr double least_opacity = 0.05;
constexpr std::size_t longest_watermark = 1'000;  // bytes

float f(double value) {
  return static_cast<float>(value);
}

bool names_bold(const std::string& name) {
  return name.find("Bold") != std::string::npos || name.find("bold") != std::string::npos ||
         name.find("Black") != std::string::npos || name.find("Heavy") != std::string::npos;
}

std::string without_subset_prefix(const std::string& name) {
  constexpr std::size_t prefix = 7;  // "ABCDEF+"
  return name.size() > prefix && name[prefix - 1] == '+' ? name.substr(prefix) : name;
}

/// Poppler takes the glyph numbers of a font without any statement for Unicode.
bool states_text(const GfxFont& font) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) return true;
  const GooString* collection = static_cast<const GfxCIDFont&>(font).getCollection();
  return collection != nullptr && collection->toStr() != "Adobe-Identity";
}

float size_of(GfxState* state) {
  const double* text = state->getTextMat();
  const double* ctm = state->getCTM();
  const double up_x = text[2] * ctm[0] + text[3] * ctm[2];
  const double up_y = text[2] * ctm[1] + text[3] * ctm[3];
  return f(std::abs(state->getFontSize()) * std::hypot(up_x, up_y));
}

/// How text runs over the page: upright or upside down, on its side, or slanted across it.
enum class Run { level, upwards, downwards, slanted };

Run run_of(GfxState* state) {
  constexpr double slight = 0.18;  // 10 degrees: a scan's layer of words is as skewed as the scan
  const double* text = state->getTextMat();
  const double* ctm = state->getCTM();
  const double along_x = text[0] * ctm[0] + text[1] * ctm[2];
  const double along_y = text[0] * ctm[1] + text[1] * ctm[3];
  if (std::abs(along_y) <= slight * std::abs(along_x)) return Run::level;
  if (std::abs(along_x) > slight * std::abs(along_y)) return Run::slanted;
  return along_y < 0 ? Run::upwards : Run::downwards;
}

bool is_light(GfxState* state) {
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  constexpr double nearly_white = 0.95;
  return colToDbl(rgb.r) > nearly_white && colToDbl(rgb.g) > nearly_white && colToDbl(rgb.b) > nearly_white;
}

bool is_clipped(GfxState* state, const Glyph& glyph) {
  double left = 0, top = 0, right = 0, bottom = 0;
  state->getClipBBox(&left, &top, &right, &bottom);
  const double size = glyph.size;  // marks reach back over the letter before their origin
  return glyph.right + 0.3 * size < left || glyph.left - 0.8 * size > right ||
         glyph.baseline + 0.3 * size < top || glyph.baseline - size > bottom;
}

}  // namespace

void PageCollector::begin(CollectedPage& page, GfxState* state, const std::vector<Tag>* tags) {
  at_ = Position();
  tags_ = tags;
  page_ = &page.content;
  fonts_ = &page.fonts;
  page_->width = state->getPageWidth();
  page_->height = state->getPageHeight();
  page_->glyphs.reserve(usual_glyphs_a_page);
  drawings_.begin(*page_);
}

bool PageCollector::has_enough() {
  if (at_.marked_content.size() > deepest_marked_content) page_->truncated = true;
  return page_->truncated;
}

bool PageCollector::useDrawForm() {
  if (++at_.forms <= max_forms_a_page) return false;
  page_->truncated = true;
  return true;
}

void PageCollector::updateFont(GfxState* state) {
  if (page_ == nullptr) return;
  const auto& font = state->getFont();
  const void* key = font.get();
  const auto known = at_.font_index.find(key);
  if (known != at_.font_index.end()) {
    at_.font = known->second;
    return;
  }
  Font entry;
  if (font) {
    if (font->getName()) entry.name = without_subset_prefix(*font->getName());
    entry.bold = font->isBold() || names_bold(entry.name) || font->getWeight() >= GfxFont::W600;
  }
  at_.font = static_cast<std::uint16_t>(page_->fonts.size());
  at_.stated.push_back(!font || states_text(*font));
  page_->fonts.push_back(std::move(entry));
  fonts_->push_back(font);  // which keeps the address from being used again on this page
  at_.font_index.emplace(key, at_.font);
}

void PageCollector::drawChar(GfxState* state, double x, double y, double dx, double dy, double, double,
                             CharCode code, int, const Unicode* letters, int count) {
  if (page_->glyphs.size() >= max_glyphs_a_page) {
    page_->truncated = true;
    return;
  }
  double device_x = 0, device_y = 0;
  state->transform(x, y, &device_x, &device_y);
  double spacing_x = 0, spacing_y = 0;
  state->textTransformDelta(state->getCharSpace() * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
  double advance_x = 0, advance_y = 0;
  state->transformDelta(dx - spacing_x, dy - spacing_y, &advance_x, &advance_y);
  if (!std::isfinite(device_x) || !std::isfinite(device_y) || !std::isfinite(advance_x)) return;
  if (const Run run = run_of(state); run == Run::slanted) {
    add_slanted(state, device_x, device_y, utf8_of(letters, count));
    return;
  } else if (run != Run::level) {
    const Turn turn = run == Run::upwards ? Turn::upwards : Turn::downwards;
    add_turned(state, device_x, device_y, advance_y, turn, utf8_of(letters, count));
    return;
  }
  if (std::abs(advance_y) > 2 * std::abs(advance_x) + 0.01) return;  // letters one below the other
  if (advance_x < 0) ++page_->upside_down;

  Glyph glyph;
  if (at_.stated[at_.font]) glyph.text = utf8_of(letters, count);
  if (glyph.text.empty()) glyph.text = unknown_letter;
  glyph.x = f(device_x);
  glyph.baseline = f(device_y);
  glyph.advance = f(std::abs(advance_x));
  glyph.left = glyph.x;
  glyph.right = glyph.x + glyph.advance;
  glyph.code = code;
  glyph.size = size_of(state);
  glyph.font = at_.font;
  glyph.field = at_.in_field;
  glyph.artifact = at_.artifact_depth > 0;
  glyph.tag = at_.tag;
  glyph.begins_object = std::exchange(at_.object_begins, false);
  glyph.hidden = hidden(state, glyph);
  add_glyph(std::move(glyph));
}

bool PageCollector::is_unseen_at(GfxState* state, double x, double y) const {
  const bool off_page = x < 0 || y < 0 || x > page_->width || y > page_->height;
  return off_page || (state->getRender() & 3) == 3 || state->getFillOpacity() < least_opacity;
}

void PageCollector::add_slanted(GfxState* state, double x, double y, std::string text) {
  if (at_.actual_text_depth > 0) text = std::exchange(at_.actual.text, {});
  if (is_unseen_at(state, x, y) || page_->watermark.text.size() > longest_watermark) return;
  page_->watermark.text += text;
  const double size = size_of(state);
  page_->watermark.box = united(page_->watermark.box, {x - size / 2, y - size, x + size / 2, y + size / 2});
}

void PageCollector::add_turned(GfxState* state, double x, double y, double advance, Turn turn,
                               std::string text) {
  if (text.empty() || is_unseen_at(state, x, y) || at_.actual_text_depth > 0) return;
  const bool upwards = turn == Turn::upwards;
  Glyph glyph;
  glyph.text = std::move(text);
  glyph.x = f(upwards ? page_->height - y : y);
  glyph.baseline = f(upwards ? x : page_->width - x);
  glyph.advance = f(std::abs(advance));
  glyph.left = glyph.x;
  glyph.right = glyph.x + glyph.advance;
  glyph.size = size_of(state);
  glyph.font = at_.font;
  if (glyph.size < tiny_text_pt) return;
  std::vector<Glyph>& glyphs = page_->turned[static_cast<std::size_t>(turn)];
  if (glyphs.size() < max_glyphs_a_page) glyphs.push_back(std::move(glyph));
}

void PageCollector::add_glyph(Glyph glyph) {
  if (at_.actual_text_depth == 0)
    page_->glyphs.push_back(std::move(glyph));
  else if (!at_.actual.text.empty() || at_.actual_seen)
    add_to_actual_text(glyph);
  else if (glyph.text == unknown_letter)  // cairo's way to say that it does not know the letter
    page_->glyphs.push_back(std::move(glyph));
}

void PageCollector::beginActualText(GfxState*, const GooString* text) {
  if (at_.actual_text_depth++ > 0) return;  // the outermost span is the one that counts
  at_.actual = Glyph{};
  at_.actual.text = text_string(text);
  at_.actual.actual_text = true;
  at_.actual_seen = false;
}

void PageCollector::endActualText(GfxState*) {
  if (at_.actual_text_depth == 0 || --at_.actual_text_depth > 0) return;
  // A span without a visible glyph belongs to another page or line (measured: Chromium); it is dropped.
  if (at_.actual_seen && !at_.actual.text.empty()) page_->glyphs.push_back(at_.actual);
}

void PageCollector::add_to_actual_text(const Glyph& glyph) {
  if (!at_.actual_seen) {
    const std::string text = std::move(at_.actual.text);
    at_.actual = glyph;
    at_.actual.text = text;
    at_.actual.actual_text = true;
    at_.actual_seen = true;
    return;
  }
  at_.actual.left = std::min(at_.actual.left, glyph.left);
  at_.actual.right = std::max(at_.actual.right, glyph.right);
  at_.actual.x = std::min(at_.actual.x, glyph.x);
  at_.actual.advance = at_.actual.right - at_.actual.x;
  if (glyph.hidden == Hidden::no) at_.actual.hidden = Hidden::no;
}

void PageCollector::beginMarkedContent(const char* name, Dict* properties) {
  const bool artifact = name != nullptr && std::string_view(name) == "Artifact";
  at_.marked_content.push_back({artifact, at_.tag});
  if (artifact) ++at_.artifact_depth;
  if (tags_ == nullptr || properties == nullptr || at_.form_depth > 0) return;  // forms count for themselves
  const Object identifier = properties->lookup("MCID");
  if (!identifier.isInt() || identifier.getInt() < 0) return;
  const auto index = static_cast<std::size_t>(identifier.getInt());
  at_.tag = index < tags_->size() ? (*tags_)[index] : Tag{};
}
void PageCollector::endMarkedContent(GfxState*) {
  if (at_.marked_content.empty()) return;
  if (at_.marked_content.back().artifact) --at_.artifact_depth;
  at_.tag = at_.marked_content.back().tag_around;
  at_.marked_content.pop_back();
}

void PageCollector::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                                  bool invert, bool interpolate, bool inline_image) {
  drawings_.image(state);
  OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
}
void PageCollector::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                              GfxImageColorMap* map, bool interpolate, const int* mask, bool inline_image) {
  drawings_.image(state);
  OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask, inline_image);
}
bool PageCollector::is_pale(GfxState* state) {
  if (at_.pale == Pale::unknown) at_.pale = is_light(state) ? Pale::yes : Pale::no;
  return at_.pale == Pale::yes;
}

Hidden PageCollector::hidden(GfxState* state, const Glyph& glyph) {
  if ((state->getRender() & 3) == 3) return Hidden::render_mode;
  if (state->getFillOpacity() < least_opacity) return Hidden::transparent;
  if (glyph.size < tiny_text_pt) return Hidden::tiny;
  if (glyph.right < 0 || glyph.left > page_->width || glyph.baseline < 0 ||
      glyph.baseline - glyph.size > page_->height)
    return Hidden::off_page;
  if (is_clipped(state, glyph)) return Hidden::off_page;
  const bool filled = (state->getRender() & 3) != 1;
  // White letters are seen where the ground is dark.
  if (filled && is_pale(state) &&
      !drawings_.is_dark_at(glyph.left + glyph.advance / 2, glyph.baseline - glyph.size / 4))
    return Hidden::white;
  return Hidden::no;
}

}  // namespace ruamlint::pdf
