#include "extract/pdf/page_collector.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr std::size_t max_glyphs_a_page = 400'000;
constexpr std::size_t max_lines_a_page = 50'000;
constexpr float thin_rule_pt = 2.5F;  // a filled box no thicker than this is a ruling line
constexpr float shortest_rule_pt = 3.0F;
constexpr const char* unknown_letter = "\xEF\xBF\xBD";  // U+FFFD
constexpr float tiny_text_pt = 2.0F;
constexpr double smallest_shape_pt = 1.5, largest_shape_pt = 24;  // tick boxes, and the marks in them
constexpr std::size_t max_shapes_a_page = 20'000;

float f(double value) {
  return static_cast<float>(value);
}

std::string utf8_of(const Unicode* u, int length) {
  std::string text;
  for (int i = 0; i < length; ++i)
    if (u[i] >= 0x20 || u[i] == '\t') append_utf8(text, static_cast<char32_t>(u[i]));
  return text;
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

/// Collects what Poppler's interpreter draws on one page.
class PageCollector final : public OutputDev {
 public:
  explicit PageCollector(CollectedPage& page) : page_(page.content), fonts_(page.fonts) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  // Shadings and patterns carry no text; saying that we draw them keeps the interpreter from expanding them.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int,
                         double, double) override {
    return true;
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  void startPage(int, GfxState* state, XRef*) override {
    page_.width = state->getPageWidth();
    page_.height = state->getPageHeight();
  }

  void updateFont(GfxState* state) override {
    const auto& font = state->getFont();
    const void* key = font.get();
    const auto known = font_index_.find(key);
    if (known != font_index_.end()) {
      font_ = known->second;
      return;
    }
    Font entry;
    if (font) {
      if (font->getName()) entry.name = without_subset_prefix(*font->getName());
      entry.bold = font->isBold() || names_bold(entry.name) || font->getWeight() >= GfxFont::W600;
    }
    font_ = static_cast<std::uint16_t>(page_.fonts.size());
    stated_.push_back(!font || states_text(*font));
    page_.fonts.push_back(std::move(entry));
    fonts_.push_back(font);  // which keeps the address from being used again on this page
    font_index_.emplace(key, font_);
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode code, int,
                const Unicode* u, int length) override {
    if (page_.glyphs.size() >= max_glyphs_a_page) {
      page_.truncated = true;
      return;
    }
    double device_x = 0, device_y = 0;
    state->transform(x, y, &device_x, &device_y);
    double spacing_x = 0, spacing_y = 0;
    state->textTransformDelta(state->getCharSpace() * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
    double advance_x = 0, advance_y = 0;
    state->transformDelta(dx - spacing_x, dy - spacing_y, &advance_x, &advance_y);
    if (!std::isfinite(device_x) || !std::isfinite(device_y) || !std::isfinite(advance_x)) return;
    if (std::abs(advance_y) > 2 * std::abs(advance_x) + 0.01) return;  // vertical text: stamps, spines

    Glyph glyph;
    if (stated_[font_]) glyph.text = utf8_of(u, length);
    if (glyph.text.empty()) glyph.text = unknown_letter;
    glyph.x = f(device_x);
    glyph.baseline = f(device_y);
    glyph.advance = f(std::abs(advance_x));
    glyph.left = glyph.x;
    glyph.right = glyph.x + glyph.advance;
    glyph.code = code;
    glyph.size = size_of(state);
    glyph.font = font_;
    glyph.field = in_field_;
    glyph.artifact = artifact_depth_ > 0;
    glyph.begins_object = std::exchange(object_begins_, false);
    glyph.hidden = hidden(state, glyph);
    if (actual_text_depth_ == 0)
      page_.glyphs.push_back(std::move(glyph));
    else if (!actual_.text.empty() || actual_seen_)
      add_to_actual_text(glyph);
    else if (glyph.text == unknown_letter)  // cairo's way to say that it does not know the letter
      page_.glyphs.push_back(std::move(glyph));
  }

  void beginActualText(GfxState*, const GooString* text) override {
    if (actual_text_depth_++ > 0) return;  // the outermost span is the one that counts
    actual_ = Glyph{};
    actual_.text = text_string(text);
    actual_.actual_text = true;
    actual_seen_ = false;
  }

  void endActualText(GfxState*) override {
    if (actual_text_depth_ == 0 || --actual_text_depth_ > 0) return;
    // A span without a visible glyph belongs to another page or line (measured: Chromium); it is dropped.
    if (actual_seen_ && !actual_.text.empty()) page_.glyphs.push_back(actual_);
  }

  void beginMarkedContent(const char* name, Dict*) override {
    marked_content_.push_back(name != nullptr && std::string_view(name) == "Artifact");
    if (marked_content_.back()) ++artifact_depth_;
  }
  void endMarkedContent(GfxState*) override {
    if (marked_content_.empty()) return;
    if (marked_content_.back()) --artifact_depth_;
    marked_content_.pop_back();
  }

  void beginTextObject(GfxState*) override { object_begins_ = true; }

  void stroke(GfxState* state) override {
    const double width = std::max(state->getTransformedLineWidth(), 0.1);
    if (width <= 2 * thin_rule_pt) add_stroked(state);
  }
  void fill(GfxState* state) override { add_filled(state); }
  void eoFill(GfxState* state) override { add_filled(state); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                     bool interpolate, bool inline_image) override {
    add_image(state);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* map,
                 bool interpolate, const int* mask, bool inline_image) override {
    add_image(state);
    OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask, inline_image);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {
    add_image(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                           int, GfxImageColorMap*, bool) override {
    add_image(state);
  }

  void set_in_field(bool in_field) { in_field_ = in_field; }

 private:
  struct Shade {
    Box box;
    bool light;
  };

  float size_of(GfxState* state) const {
    const double* text = state->getTextMat();
    const double* ctm = state->getCTM();
    const double up_x = text[2] * ctm[0] + text[3] * ctm[2];
    const double up_y = text[2] * ctm[1] + text[3] * ctm[3];
    return f(std::abs(state->getFontSize()) * std::hypot(up_x, up_y));
  }

  static bool light(GfxState* state) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    constexpr double nearly_white = 0.95;
    return colToDbl(rgb.r) > nearly_white && colToDbl(rgb.g) > nearly_white && colToDbl(rgb.b) > nearly_white;
  }

  Hidden hidden(GfxState* state, const Glyph& glyph) const {
    if ((state->getRender() & 3) == 3) return Hidden::render_mode;
    if (state->getFillOpacity() < 0.05) return Hidden::transparent;
    if (glyph.size < tiny_text_pt) return Hidden::tiny;
    if (glyph.right < 0 || glyph.left > page_.width || glyph.baseline < 0 ||
        glyph.baseline - glyph.size > page_.height)
      return Hidden::off_page;
    if (is_clipped(state, glyph)) return Hidden::off_page;
    const bool filled = (state->getRender() & 3) != 1;
    if (filled && light(state) && !on_dark_ground(glyph)) return Hidden::white;
    return Hidden::no;
  }

  static bool is_clipped(GfxState* state, const Glyph& glyph) {
    double left = 0, top = 0, right = 0, bottom = 0;
    state->getClipBBox(&left, &top, &right, &bottom);
    const double size = glyph.size;  // marks reach back over the letter before their origin
    return glyph.right + 0.3 * size < left || glyph.left - 0.8 * size > right ||
           glyph.baseline + 0.3 * size < top || glyph.baseline - size > bottom;
  }

  /// White letters are read where the last box that was filled beneath them is not white (and over pictures).
  bool on_dark_ground(const Glyph& glyph) const {
    const double x = glyph.left + glyph.advance / 2, y = glyph.baseline - glyph.size / 4;
    auto holds = [&](const Box& box) {
      return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    };
    if (std::any_of(page_.images.begin(), page_.images.end(), holds)) return true;
    const auto shade =
        std::find_if(shades_.rbegin(), shades_.rend(), [&](const Shade& s) { return holds(s.box); });
    return shade != shades_.rend() && !shade->light;
  }

  void add_to_actual_text(const Glyph& glyph) {
    if (!actual_seen_) {
      const std::string text = std::move(actual_.text);
      actual_ = glyph;
      actual_.text = text;
      actual_.actual_text = true;
      actual_seen_ = true;
      return;
    }
    actual_.left = std::min(actual_.left, glyph.left);
    actual_.right = std::max(actual_.right, glyph.right);
    actual_.x = std::min(actual_.x, glyph.x);
    actual_.advance = actual_.right - actual_.x;
    if (glyph.hidden == Hidden::no) actual_.hidden = Hidden::no;
  }

  void add_rule(double x0, double y0, double x1, double y1) {
    if (page_.lines.size() >= max_lines_a_page) {
      page_.truncated = true;
      return;
    }
    page_.lines.push_back(
        {f(std::min(x0, x1)), f(std::min(y0, y1)), f(std::max(x0, x1)), f(std::max(y0, y1))});
  }

  /// A subpath as it stands on the page.
  struct Outline {
    Box box{1e9, 1e9, -1e9, -1e9};
    int points = 0;
    bool curved = false, upright = true;  // upright: all its straight sides are horizontal or vertical

    [[nodiscard]] bool is_rectangle() const { return !curved && upright && points >= 4 && points <= 6; }
    [[nodiscard]] bool is_small() const {
      return std::max(box.width(), box.height()) <= largest_shape_pt &&
             std::max(box.width(), box.height()) >= smallest_shape_pt;
    }
    [[nodiscard]] bool is_even() const {  // about as wide as high
      return box.width() > 0.75 * box.height() && box.height() > 0.75 * box.width();
    }
  };

  static Outline outline_of(GfxState* state, const GfxSubpath& sub) {
    Outline outline;
    outline.points = sub.getNumPoints();
    double last_x = 0, last_y = 0;
    for (int j = 0; j < sub.getNumPoints(); ++j) {
      double x = 0, y = 0;
      state->transform(sub.getX(j), sub.getY(j), &x, &y);
      outline.curved = outline.curved || sub.getCurve(j);
      if (j > 0 && std::min(std::abs(x - last_x), std::abs(y - last_y)) > 0.5) outline.upright = false;
      last_x = x;
      last_y = y;
      Box& box = outline.box;
      box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
    }
    return outline;
  }

  void add_shape(SmallShape::Kind kind, const Box& box) {
    if (page_.shapes.size() < max_shapes_a_page) page_.shapes.push_back({kind, box});
  }

  void add_stroked(GfxState* state) {
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath& sub = *path->getSubpath(i);
      const Outline outline = outline_of(state, sub);
      if (outline.is_small() && (outline.points > 2 || !outline.upright)) {
        const bool round = outline.curved && outline.is_even() && outline.points >= 9;
        const bool square = outline.is_rectangle() && outline.is_even();
        add_shape(square  ? SmallShape::Kind::square
                  : round ? SmallShape::Kind::circle
                          : SmallShape::Kind::other,
                  outline.box);
        if (outline.is_rectangle() && !square) add_segments(state, sub);
      } else {
        add_segments(state, sub);
      }
    }
  }

  void add_segments(GfxState* state, const GfxSubpath& sub) {
    for (int j = 1; j < sub.getNumPoints(); ++j) {
      if (sub.getCurve(j)) continue;
      double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
      state->transform(sub.getX(j - 1), sub.getY(j - 1), &x0, &y0);
      state->transform(sub.getX(j), sub.getY(j), &x1, &y1);
      const double width = std::abs(x1 - x0), height = std::abs(y1 - y0);
      if (std::min(width, height) < 0.5 && std::max(width, height) >= shortest_rule_pt)
        add_rule(x0, y0, x1, y1);
    }
  }

  /// Two boxes, one just inside the other, filled between: how some producers draw a border.
  bool add_frame(GfxState* state) {
    const GfxPath* path = state->getPath();
    if (path->getNumSubpaths() != 2 || light(state)) return false;
    Outline outer = outline_of(state, *path->getSubpath(0)), inner = outline_of(state, *path->getSubpath(1));
    if (outer.box.width() < inner.box.width()) std::swap(outer, inner);
    const Box &o = outer.box, &i = inner.box;
    const double thickest =
        std::max({i.left - o.left, i.top - o.top, o.right - i.right, o.bottom - i.bottom});
    const double thinnest =
        std::min({i.left - o.left, i.top - o.top, o.right - i.right, o.bottom - i.bottom});
    if (thinnest < 0 || thickest > thin_rule_pt || inner.box.empty()) return false;
    if (outer.is_small() && outer.is_even()) {
      const bool round =
          outer.curved && outer.points >= 13 && !has_straight_side(state, *path->getSubpath(0));
      add_shape(round ? SmallShape::Kind::circle : SmallShape::Kind::square, o);
      return true;
    }
    if (!outer.is_rectangle() || !inner.is_rectangle()) return false;
    add_rule(o.left, (o.top + i.top) / 2, o.right, (o.top + i.top) / 2);
    add_rule(o.left, (o.bottom + i.bottom) / 2, o.right, (o.bottom + i.bottom) / 2);
    add_rule((o.left + i.left) / 2, o.top, (o.left + i.left) / 2, o.bottom);
    add_rule((o.right + i.right) / 2, o.top, (o.right + i.right) / 2, o.bottom);
    return true;
  }

  static bool has_straight_side(GfxState* state, const GfxSubpath& sub) {
    for (int j = 1; j < sub.getNumPoints(); ++j) {
      if (sub.getCurve(j) || sub.getCurve(j - 1)) continue;
      double dx = 0, dy = 0;
      state->transformDelta(sub.getX(j) - sub.getX(j - 1), sub.getY(j) - sub.getY(j - 1), &dx, &dy);
      if (std::hypot(dx, dy) > smallest_shape_pt) return true;
    }
    return false;
  }

  void add_filled(GfxState* state) {
    if (add_frame(state)) return;
    const bool pale = light(state);
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const Outline outline = outline_of(state, *path->getSubpath(i));
      const Box& box = outline.box;
      const double thin = std::min(box.width(), box.height()), lengthy = std::max(box.width(), box.height());
      const bool straight = !outline.curved && outline.points >= 4 && outline.points <= 6;
      if (straight && thin <= thin_rule_pt && lengthy >= shortest_rule_pt) {
        if (!pale) add_thin(box);
        continue;
      }
      if (outline.is_small()) add_shape(SmallShape::Kind::solid, box);
      if (straight && thin > thin_rule_pt && shades_.size() < max_lines_a_page)
        shades_.push_back({box, pale});
    }
  }

  void add_thin(const Box& box) {
    const double middle_x = (box.left + box.right) / 2, middle_y = (box.top + box.bottom) / 2;
    if (box.width() >= box.height())
      add_rule(box.left, middle_y, box.right, middle_y);
    else
      add_rule(middle_x, box.top, middle_x, box.bottom);
  }

  void add_image(GfxState* state) {
    const double* m = state->getCTM();  // the unit square is the image
    const double xs[] = {m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]};
    const double ys[] = {m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]};
    if (page_.images.size() < max_lines_a_page)
      page_.images.push_back({*std::min_element(xs, xs + 4), *std::min_element(ys, ys + 4),
                              *std::max_element(xs, xs + 4), *std::max_element(ys, ys + 4)});
  }

  PageContent& page_;
  std::unordered_map<const void*, std::uint16_t> font_index_;
  std::vector<std::shared_ptr<GfxFont>>& fonts_;
  std::vector<Shade> shades_;
  std::vector<bool> marked_content_;  // whether each open one is an artifact
  int artifact_depth_ = 0;
  bool object_begins_ = true;
  std::uint16_t font_ = 0;
  std::vector<bool> stated_;  // for each font, whether the file says what its letters are
  int actual_text_depth_ = 0;
  Glyph actual_;
  bool actual_seen_ = false;
  bool in_field_ = false;
};

}  // namespace

std::string text_string(const std::string& raw) {
  Unicode* u = nullptr;
  const int length = TextStringToUCS4(raw, &u);
  std::string text = utf8_of(u, length);
  gfree(u);
  return valid_utf8(text);
}

std::string text_string(const GooString* raw) {
  return raw ? text_string(raw->toStr()) : std::string();
}

bool draws_annotation(Annot* annot, void* user_data) {
  const bool widget = annot->getType() == Annot::typeWidget;
  if (user_data) static_cast<PageCollector*>(user_data)->set_in_field(widget);
  return widget;
}

CollectedPage collect_page(PDFDoc& document, int number) {
  CollectedPage page;
  PageCollector collector(page);
  document.displayPage(&collector, number, 72, 72, 0, false, true, false, nullptr, nullptr, draws_annotation,
                       &collector);
  return page;
}

}  // namespace ruamlint::pdf
