// The output device that keeps what Poppler's interpreter draws on a page.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/pdf/drawings.hpp"
#include "extract/pdf/poppler_adapter.hpp"
#include "extract/pdf/poppler_headers.hpp"

namespace ruamlint::pdf {

struct CollectedPage {
  PageContent content;
  std::vector<std::shared_ptr<GfxFont>> fonts;  ///< by the index that glyphs have
};

class PageCollector final : public OutputDev {
 public:
  /// What is drawn from now on goes to `page`, which must outlive it, as must `tags`: those of the page's
  /// marked content by its identifier, or nullptr.
  void begin(CollectedPage& page, GfxState* state, const std::vector<Tag>* tags);
  /// Whether all marked content that was begun was ended as well.
  [[nodiscard]] bool is_balanced() const { return at_.marked_content.empty() && at_.actual_text_depth == 0; }
  /// Whether a limit was reached that no page comes near to: the rest of the page is not worth its time.
  [[nodiscard]] bool has_enough();
  /// Whether what is drawn is a form field's appearance.
  void set_in_field(bool in_field) { at_.in_field = in_field; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  /// Asked for each form (a drawing within the page). To say that we draw it ourselves is to leave it out:
  /// forms that draw each other twice are more than any machine can draw.
  bool useDrawForm() override;
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

  void updateFont(GfxState* state) override;
  void updateFillColor(GfxState*) override { at_.pale = Pale::unknown; }
  void updateFillColorSpace(GfxState*) override { at_.pale = Pale::unknown; }
  void restoreState(GfxState*) override { at_.pale = Pale::unknown; }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* letters, int count) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;
  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState* state) override;
  void beginForm(Ref) override { ++at_.form_depth; }
  void endForm(Ref) override { --at_.form_depth; }
  void beginTextObject(GfxState*) override { at_.object_begins = true; }

  void stroke(GfxState* state) override { drawings_.stroke(state); }
  void fill(GfxState* state) override { drawings_.fill(state, is_pale(state)); }
  void eoFill(GfxState* state) override { drawings_.fill(state, is_pale(state)); }
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                     bool interpolate, bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* map,
                 bool interpolate, const int* mask, bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {
    drawings_.image(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                           int, GfxImageColorMap*, bool) override {
    drawings_.image(state);
  }

 private:
  enum class Pale { unknown, no, yes };

  [[nodiscard]] bool is_pale(GfxState* state);
  [[nodiscard]] Hidden hidden(GfxState* state, const Glyph& glyph);
  void add_glyph(Glyph glyph);
  void add_turned(GfxState* state, double x, double y, double advance, Turn turn, std::string text);
  void add_slanted(GfxState* state, double x, double y, std::string text);
  [[nodiscard]] bool is_unseen_at(GfxState* state, double x, double y) const;
  void add_to_actual_text(const Glyph& glyph);

  struct MarkedContent {
    bool artifact = false;
    Tag tag_around;
  };

  /// Where the interpreter is on the page.
  struct Position {
    std::unordered_map<const void*, std::uint16_t> font_index;
    std::vector<bool> stated;  // for each font, whether the file says what its letters are
    std::uint16_t font = 0;
    Pale pale = Pale::unknown;         // the colour of fills, worked out once a colour
    std::vector<MarkedContent> marked_content;  // the open ones
    Tag tag;                                    // of the innermost that has one
    int artifact_depth = 0;
    int form_depth = 0;
    int actual_text_depth = 0;
    int forms = 0;
    Glyph actual;  // what the open ActualText span comes to so far
    bool actual_seen = false;
    bool object_begins = true;
    bool in_field = false;
  };

  PageContent* page_ = nullptr;  // unset until the first page
  const std::vector<Tag>* tags_ = nullptr;
  std::vector<std::shared_ptr<GfxFont>>* fonts_ = nullptr;
  Drawings drawings_;
  Position at_;
};

}  // namespace ruamlint::pdf
