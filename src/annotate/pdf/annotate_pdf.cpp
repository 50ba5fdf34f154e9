#include "annotate/pdf/annotate_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <utility>

#include "annotate/pdf/page_space.hpp"

namespace ruamlint {
namespace {

constexpr double icon_size = 18, icon_gap = 4, icon_margin = 6;  // points, as the page is shown
constexpr std::size_t most_pages = 20'000;
constexpr int print = 4;                   // annotation flag (ISO 32000-1, 12.5.3)
constexpr int no_zoom_no_rotate = 8 | 16;  // likewise

const char* colour_of(Annotation::Tone tone) {
  return tone == Annotation::Tone::mend ? "1 0.76 0.72" : "1 0.92 0.55";
}

QPDFObjectHandle numbers(const std::vector<double>& values) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  for (const double value : values) array.appendItem(QPDFObjectHandle::newReal(value, 3));
  return array;
}

QPDFObjectHandle rectangle(const UserBox& box) {
  return numbers({box.left, box.bottom, box.right, box.top});
}

bool overlap(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// At `top` in the margin or, past the icons that are there, below it; where the page ends, in a column to
/// the right, from the top.
Box free_place(const std::vector<Box>& taken, double top, double page_height) {
  Box box{icon_margin, top, icon_margin + icon_size, top + icon_size};
  for (;;) {
    const auto in_the_way =
        std::find_if(taken.begin(), taken.end(), [&](const Box& one) { return overlap(one, box); });
    if (in_the_way == taken.end()) return box;
    box.top = in_the_way->bottom + icon_gap;
    if (box.top + icon_size > page_height && page_height > 2 * icon_size) {
      box.left = box.right + icon_gap;
      box.right = box.left + icon_size;
      box.top = icon_margin;
    }
    box.bottom = box.top + icon_size;
  }
}

class CopyWriter {
 public:
  CopyWriter(QPDF& pdf, const AnnotateOptions& options) : pdf_(pdf), options_(options) {
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
      pages_.push_back(page.getObjectHandle());
      if (pages_.size() > most_pages) break;
    }
  }

  [[nodiscard]] std::size_t pages() const { return pages_.size(); }

  void add(const Annotation& note) {
    std::map<int, std::vector<Box>> boxes;
    for (const PageBox& box : note.boxes)
      if (is_page(box.page) && !box.box.empty()) boxes[box.page].push_back(box.box);
    if (boxes.empty()) return add_icon(note);
    const int first = note.boxes.front().page;
    for (const auto& [page, on_page] : boxes)
      add_highlight(note, page, on_page, page == first || !boxes.contains(first));
  }

 private:
  [[nodiscard]] bool is_page(int page) const {
    return page >= 1 && static_cast<std::size_t>(page) <= pages_.size();
  }
  [[nodiscard]] QPDFObjectHandle& page(int number) { return pages_[static_cast<std::size_t>(number) - 1]; }

  void add_highlight(const Annotation& note, int number, const std::vector<Box>& boxes, bool with_text) {
    const PageSpace space = space_of(page(number));
    std::vector<double> quads;
    std::string drawing = fmt::format("/GS gs {} rg\n", colour_of(note.tone));
    UserBox whole;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const UserBox box = space.user_box(boxes[i]);
      whole = i == 0 ? box : united(whole, box);
      // Upper left, upper right, lower left, lower right of the words: not the order of the standard, but the
      // one that all viewers go by. On a turned page the words' upper left is another corner.
      for (const auto& [x, y] : space.corners(boxes[i])) quads.insert(quads.end(), {x, y});
      drawing += fmt::format("{:.3f} {:.3f} {:.3f} {:.3f} re f\n", box.left, box.bottom, box.right - box.left,
                             box.top - box.bottom);
    }
    QPDFObjectHandle dictionary =
        annotation("/Highlight", whole, number, with_text ? note.text : std::string());
    dictionary.replaceKey("/QuadPoints", numbers(quads));
    dictionary.replaceKey("/C", QPDFObjectHandle::parse(fmt::format("[{}]", colour_of(note.tone))));
    dictionary.replaceKey("/AP", appearance(whole, drawing));
    attach(number, dictionary);
  }

  /// A note without words stands in the margin at the heading that it belongs to, not beside its words, where
  /// the heading's number may stand; below the notes that are there already.
  void add_icon(const Annotation& note) {
    if (pages_.empty()) return;
    const bool placed = is_page(note.place.page) && !note.place.box.empty();
    const int number = placed ? note.place.page : 1;
    const double top = placed ? note.place.box.top : icon_margin;
    const PageSpace space = space_of(page(number));
    const Box box = free_place(icons_[number], top, space.shown_height());
    icons_[number].push_back(box);
    const UserBox user = space.user_box(box);
    QPDFObjectHandle dictionary = annotation("/Text", user, number, note.text);
    dictionary.replaceKey("/F", QPDFObjectHandle::newInteger(print | no_zoom_no_rotate));
    dictionary.replaceKey("/Name", QPDFObjectHandle::newName("/Comment"));
    dictionary.replaceKey("/C", QPDFObjectHandle::parse(fmt::format("[{}]", colour_of(note.tone))));
    const std::string drawing =
        fmt::format("{} rg 0.3 G 1 w\n{:.3f} {:.3f} {:.3f} {:.3f} re B\n", colour_of(note.tone),
                    user.left + 1, user.bottom + 1, user.right - user.left - 2, user.top - user.bottom - 2);
    dictionary.replaceKey("/AP", appearance(user, drawing));
    attach(number, dictionary);
  }

  QPDFObjectHandle annotation(const char* kind, const UserBox& box, int number, const std::string& text) {
    QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName(kind));
    dictionary.replaceKey("/Rect", rectangle(box));
    dictionary.replaceKey("/P", page(number));
    dictionary.replaceKey("/F", QPDFObjectHandle::newInteger(print));
    dictionary.replaceKey("/T", QPDFObjectHandle::newUnicodeString(options_.author));
    dictionary.replaceKey("/NM", QPDFObjectHandle::newString(fmt::format("ruamlint-{}", ++count_)));
    if (!text.empty()) dictionary.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(text));
    return dictionary;
  }

  /// In the page's own space: the box of the form is that of the annotation.
  QPDFObjectHandle appearance(const UserBox& box, const std::string& drawing) {
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf_, drawing);
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    dictionary.replaceKey("/BBox", rectangle(box));
    dictionary.replaceKey(
        "/Resources", QPDFObjectHandle::parse("<</ExtGState <</GS <</Type /ExtGState /BM /Multiply>>>>>>"));
    QPDFObjectHandle holder = QPDFObjectHandle::newDictionary();
    holder.replaceKey("/N", stream);
    return holder;
  }

  void attach(int number, const QPDFObjectHandle& dictionary) {
    QPDFObjectHandle annotations = page(number).getKey("/Annots");
    QPDFObjectHandle list = QPDFObjectHandle::newArray();
    if (annotations.isArray())
      for (int i = 0; i < annotations.getArrayNItems(); ++i) list.appendItem(annotations.getArrayItem(i));
    list.appendItem(pdf_.makeIndirectObject(dictionary));
    page(number).replaceKey("/Annots", list);
  }

  QPDF& pdf_;
  const AnnotateOptions& options_;
  std::vector<QPDFObjectHandle> pages_;
  std::map<int, std::vector<Box>> icons_;
  int count_ = 0;
};

bool bears_signature(QPDF& pdf) {
  if (pdf.getRoot().getKey("/Perms").isDictionary()) return true;
  QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
  if (!form.isDictionary()) return false;
  QPDFObjectHandle flags = form.getKey("/SigFlags");
  constexpr int signatures_exist = 1;
  return flags.isInteger() && (flags.getIntValue() & signatures_exist) != 0;
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(false);
  if (!pdf.isEncrypted()) writer.setDeterministicID(true);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setObjectStreamMode(qpdf_o_preserve);
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

AnnotatedCopy annotate_pdf(std::string_view bytes, const std::vector<Annotation>& annotations,
                           const AnnotateOptions& options) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("form", bytes.data(), bytes.size());
    if (pdf.isEncrypted() && !pdf.allowModifyAnnotation()) return AnnotateFault::locked;
    CopyWriter copy(pdf, options);
    if (copy.pages() == 0) return AnnotateFault::unreadable;
    if (copy.pages() > most_pages) return AnnotateFault::too_large;
    if (!options.signed_warning.empty() && bears_signature(pdf)) {
      Annotation warning;
      warning.tone = Annotation::Tone::mend;
      warning.text = options.signed_warning;
      copy.add(warning);
    }
    for (const Annotation& note : annotations) copy.add(note);
    return written(pdf);
  } catch (const QPDFExc& error) {
    return error.getErrorCode() == qpdf_e_password ? AnnotateFault::locked : AnnotateFault::unreadable;
  } catch (const std::exception&) {
    return AnnotateFault::unreadable;
  }
}

}  // namespace ruamlint
