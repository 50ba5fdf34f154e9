#include "annotate/pdf/annotate_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "annotate/pdf/markup.hpp"
#include "annotate/pdf/note_spots.hpp"
#include "annotate/pdf/page_frame.hpp"
#include "annotate/pdf/signatures.hpp"

namespace ruamlint {
namespace {

using namespace pdf_copy;

/// Nothing where no part of it is on the page.
Box clipped(const Box& box, const PageFrame& frame) {
  if (!(box.left < box.right && box.top < box.bottom)) return {};  // no numbers at all, too
  const Box part = {std::max(0.0, box.left), std::max(0.0, box.top), std::min(frame.width(), box.right),
                    std::min(frame.height(), box.bottom)};
  return part.empty() ? Box{} : part;
}

/// A page with the annotations that it is to have.
class NotedPage {
 public:
  explicit NotedPage(QPDFObjectHandle page)
      : on_{page, PageFrame(page)}, spots_(on_.frame.width(), on_.frame.height()) {
    QPDFObjectHandle before = page.getKey("/Annots");
    if (!before.isArray()) return;
    annotations_ = before.getArrayAsVector();
    for (QPDFObjectHandle& annotation : annotations_) {
      QPDFObjectHandle name = annotation.getKeyIfDict("/NM");
      if (name.isString()) names_.insert(name.getUTF8Value());
    }
  }

  [[nodiscard]] const PageFrame& frame() const { return on_.frame; }

  void add_highlight(QPDF& pdf, Markup markup, const std::vector<Box>& boxes) {
    make_name_own(markup);
    add(highlight(pdf, on_, markup, boxes));
  }

  /// Beside `heading`; at the top where that is empty.
  void add_note(QPDF& pdf, Markup markup, const Box& heading) {
    make_name_own(markup);
    add(note(pdf, on_, markup, heading.empty() ? spots_.at_top() : spots_.beside(heading)));
  }

  /// As a new array: the page's own may be another page's too.
  void finish() { on_.page.replaceKey("/Annots", QPDFObjectHandle::newArray(annotations_)); }

 private:
  void make_name_own(Markup& markup) {
    const std::string name = markup.name;
    for (int n = 2; !names_.insert(markup.name).second; ++n) markup.name = fmt::format("{}-{}", name, n);
  }

  void add(const std::vector<QPDFObjectHandle>& added) {
    annotations_.insert(annotations_.end(), added.begin(), added.end());
  }

  MarkedPage on_;
  NoteSpots spots_;
  std::vector<QPDFObjectHandle> annotations_;
  std::set<std::string> names_;
};

/// Puts annotations on pages. Only pages that get some are touched.
class Notes {
 public:
  Notes(QPDF& pdf, const AnnotateOptions& options)
      : pdf_(pdf), author_(options.author), pages_(pdf.getAllPages()) {}

  [[nodiscard]] bool has_pages() const { return !pages_.empty(); }

  void add(const Annotation& annotation) {
    ++count_;
    const auto by_page = boxes_of(annotation);
    if (by_page.empty()) return add_note(annotation);
    std::string text = annotation.text;
    for (const auto& [number, boxes] : by_page) {
      page(number).add_highlight(pdf_, markup_of(annotation.tone, std::move(text), number), boxes);
      text.clear();
    }
  }

  void finish() {
    for (auto& [number, page] : noted_) page.finish();
  }

 private:
  [[nodiscard]] bool exists(int number) const {
    return number > 0 && static_cast<std::size_t>(number) <= pages_.size();
  }

  NotedPage& page(int number) {
    return noted_.try_emplace(number, pages_[static_cast<std::size_t>(number - 1)]).first->second;
  }

  std::map<int, std::vector<Box>> boxes_of(const Annotation& annotation) {
    std::map<int, std::vector<Box>> by_page;
    for (const PageBox& part : annotation.boxes) {
      if (!exists(part.page)) continue;
      const Box box = clipped(part.box, page(part.page).frame());
      if (!box.empty()) by_page[part.page].push_back(box);
    }
    return by_page;
  }

  void add_note(const Annotation& annotation) {
    const bool placed = exists(annotation.place.page);
    const int number = placed ? annotation.place.page : 1;
    NotedPage& on = page(number);
    on.add_note(pdf_, markup_of(annotation.tone, annotation.text, number),
                placed ? clipped(annotation.place.box, on.frame()) : Box{});
  }

  /// Its name says which annotation of the report it is, and on which page.
  [[nodiscard]] Markup markup_of(Annotation::Tone tone, std::string text, int number) const {
    return {fmt::format("ruamlint-{}-{}", count_, number), author_, std::move(text), tone};
  }

  QPDF& pdf_;
  std::string author_;
  std::vector<QPDFObjectHandle> pages_;
  std::map<int, NotedPage> noted_;
  int count_ = 0;
};

/// What stands in the original's streams goes into the copy as it is, byte for byte.
void keep_streams(QPDF& pdf) {
  for (QPDFObjectHandle& object : pdf.getAllObjects())
    if (object.isStream()) object.setFilterOnWrite(false);
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setMinimumPDFVersion("1.4");  // the first with transparency
  if (pdf.isEncrypted()) {
    // The encryption is kept. Chance, as of which its initialisation vectors and the file's identifier are
    // otherwise made, protects nothing in a file that opens without a password, and the copy would not be the
    // same each time.
    writer.setStaticID(true);
    writer.setStaticAesIV(true);
  } else {
    writer.setDeterministicID(true);
  }
  writer.write();
  const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

AnnotatedCopy copy_with_notes(std::string_view bytes, const std::vector<Annotation>& annotations,
                              const AnnotateOptions& options) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);  // they would go to stderr, which belongs to the user
  pdf.processMemoryFile("PDF", bytes.data(), bytes.size());
  const bool warns = !options.signed_warning.empty() && bears_signature(pdf);
  if (annotations.empty() && !warns) return std::string(bytes);
  if (pdf.isEncrypted() && !pdf.ownerPasswordMatched() && !pdf.allowModifyAnnotation())
    return AnnotateFault::locked;
  keep_streams(pdf);
  Notes notes(pdf, options);
  if (!notes.has_pages()) return AnnotateFault::unreadable;
  if (warns) notes.add({Annotation::Tone::mend, options.signed_warning, {}, {}, {}, {}});
  for (const Annotation& annotation : annotations) notes.add(annotation);
  notes.finish();
  return written(pdf);
}

AnnotateFault fault_of(const QPDFExc& error) {
  const qpdf_error_code_e code = error.getErrorCode();
  // Kinds of encryption that QPDF does not know are "unsupported".
  return code == qpdf_e_password || code == qpdf_e_unsupported ? AnnotateFault::locked
                                                               : AnnotateFault::unreadable;
}

}  // namespace

AnnotatedCopy annotate_pdf(std::string_view pdf, const std::vector<Annotation>& annotations,
                           const AnnotateOptions& options) {
  try {
    return copy_with_notes(pdf, annotations, options);
  } catch (const QPDFExc& error) {
    return fault_of(error);
  } catch (const std::bad_alloc&) {
    return AnnotateFault::too_large;
  } catch (const std::exception&) {
    return AnnotateFault::unreadable;
  }
}

}  // namespace ruamlint
