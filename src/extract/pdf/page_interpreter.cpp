#include "extract/pdf/page_interpreter.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "extract/pdf/page_stream.hpp"

namespace ruamlint::pdf {
namespace {

// Documents put together of several producers' pages change between their sets of fonts.
constexpr std::size_t most_sets = 16;

/// Fonts by the names that a page has for them.
using FontNames = std::map<std::string, Ref>;

/// What an interpreter is made for once and for all: the page's frame, and fonts.
struct Frame {
  std::array<double, 4> box{};
  int rotation = 0;
  friend bool operator==(const Frame&, const Frame&) = default;
};

Frame frame_of(::Page& page, int clockwise) {
  constexpr int full_turn = 360;
  const PDFRectangle& box = *page.getCropBox();
  return {{box.x1, box.y1, box.x2, box.y2}, (page.getRotate() + clockwise) % full_turn};
}

/// Nothing where a font is no object of its own: it cannot be told from another.
std::optional<FontNames> fonts_of(const Dict* resources) {
  FontNames names;
  const Object fonts = resources != nullptr ? resources->lookup("Font") : Object(objNull);
  if (!fonts.isDict()) return names;
  for (int i = 0; i < fonts.dictGetLength(); ++i) {
    const Object& font = fonts.dictGetValNF(i);
    if (!font.isRef()) return std::nullopt;
    names.emplace(fonts.dictGetKey(i), font.getRef());
  }
  return names;
}

bool serves(const FontNames& fonts, const FontNames& page) {
  return std::all_of(page.begin(), page.end(), [&](const auto& font) {
    const auto known = fonts.find(font.first);
    return known != fonts.end() && known->second == font.second;
  });
}

/// Both together, where no name means two fonts and the page needs most of them anyway: each of them has to
/// be set up anew.
std::optional<FontNames> united(const FontNames& fonts, const FontNames& page) {
  FontNames all = fonts;
  for (const auto& [name, font] : page)
    if (const auto [known, is_new] = all.emplace(name, font); !is_new && known->second != font)
      return std::nullopt;
  if (all.size() > 2 * page.size()) return std::nullopt;
  return all;
}

Object font_resources(const FontNames& fonts, XRef* xref) {
  auto* entries = new Dict(xref);
  for (const auto& [name, font] : fonts) entries->add(name.c_str(), Object(font));
  auto* resources = new Dict(xref);
  resources->add("Font", Object(entries));
  return Object(resources);
}

Object without_fonts(const Dict* resources, XRef* xref) {
  auto* others = new Dict(xref);
  for (int i = 0; resources != nullptr && i < resources->getLength(); ++i)
    if (std::string_view(resources->getKey(i)) != "Font")
      others->add(resources->getKey(i), resources->getValNF(i).copy());
  return Object(others);
}

bool has_enough(void* collector) {
  return static_cast<PageCollector*>(collector)->has_enough();
}

}  // namespace

/// An interpreter with its fonts set up.
struct PageInterpreter::Set {
  Set(PDFDoc& document, ::Page& page, int clockwise, FontNames names)
      : frame(frame_of(page, clockwise)),
        fonts(std::move(names)),
        resources(font_resources(fonts, document.getXRef())) {
    make(document, page);
  }
  /// For one page only, whose fonts have no names to know them by.
  Set(PDFDoc& document, ::Page& page, int clockwise)
      : frame(frame_of(page, clockwise)), resources(page.getResourceDictObject()->copy()) {
    make(document, page);
  }

  void make(PDFDoc& document, ::Page& page) {
    constexpr double points = 72;
    Dict* names = resources.isDict() ? resources.getDict() : nullptr;
    gfx =
        std::make_unique<Gfx>(&document, &collector, page.getNum(), names, points, points, page.getCropBox(),
                              nullptr, frame.rotation, has_enough, &collector, document.getXRef());
  }

  Frame frame;
  FontNames fonts;
  Object resources;
  PageCollector collector;
  std::unique_ptr<Gfx> gfx;  // draws to the collector
};

PageInterpreter::PageInterpreter(PDFDoc& document) : document_(document), structure_(document) {}
PageInterpreter::~PageInterpreter() = default;

/// One that was kept, where it serves the page; else a new one.
std::unique_ptr<PageInterpreter::Set> PageInterpreter::take_set_for(::Page& page, int clockwise) {
  std::optional<FontNames> fonts = fonts_of(page.getResourceDict());
  if (!fonts) return std::make_unique<Set>(document_, page, clockwise);
  const Frame frame = frame_of(page, clockwise);
  const auto take = [&](std::size_t i) {
    std::unique_ptr<Set> set = std::move(sets_[i]);
    sets_.erase(sets_.begin() + static_cast<std::ptrdiff_t>(i));
    return set;
  };
  for (std::size_t i = sets_.size(); i-- > 0;)
    if (sets_[i]->frame == frame && serves(sets_[i]->fonts, *fonts)) return take(i);
  for (std::size_t i = sets_.size(); i-- > 0;) {
    std::optional<FontNames> both = united(sets_[i]->fonts, *fonts);
    if (sets_[i]->frame != frame || !both) continue;
    static_cast<void>(take(i));
    return std::make_unique<Set>(document_, page, clockwise, std::move(*both));
  }
  return std::make_unique<Set>(document_, page, clockwise, std::move(*fonts));
}

CollectedPage PageInterpreter::collect(int number, int clockwise) {
  CollectedPage result;
  ::Page* page = document_.getPage(number);
  if (page == nullptr || !page->isOk()) return result;
  std::unique_ptr<Set> set = take_set_for(*page, clockwise);
  Gfx& gfx = *set->gfx;
  const Ref* reference = document_.getCatalog()->getPageRef(number);
  set->collector.begin(result, gfx.getState(), reference != nullptr ? structure_.on(*reference) : nullptr);
  const Object others = without_fonts(page->getResourceDict(), document_.getXRef());
  gfx.pushResources(others.getDict());
  if (const std::optional<std::string> content = unpacked_content(*page)) {
    auto* bytes = new MemStream(content->data(), 0, static_cast<Goffset>(content->size()), Object(objNull));
    Object stream(static_cast<Stream*>(bytes));
    gfx.saveState();
    gfx.display(&stream);
    gfx.restoreState();
  } else {
    page->display(&gfx);
  }
  for (Annot* annot : page->getAnnots()->getAnnots()) {
    if (!is_field(*annot)) continue;
    set->collector.set_in_field(true);
    annot->draw(&gfx, false);
    set->collector.set_in_field(false);
  }
  gfx.popResources();
  // Content that was begun and never ended would count for the pages after it.
  if (!set->collector.is_balanced()) return result;
  sets_.push_back(std::move(set));
  if (sets_.size() > most_sets) sets_.erase(sets_.begin());
  return result;
}

bool is_field(const Annot& annot) {
  return annot.getType() == Annot::typeWidget;
}

}  // namespace ruamlint::pdf
