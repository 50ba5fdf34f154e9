#include "extract/file/extract.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "extract/docx/docx.hpp"
#include "extract/file/sniff.hpp"
#include "extract/ocr/ocr.hpp"
#include "extract/pdf/pdf.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

std::string extension_of(const std::string& name) {
  std::string extension = fs::path(name).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

/// Whether the name promises a form that is read here.
bool promises_form(const std::string& name) {
  constexpr std::array<std::string_view, 9> extensions = {".pdf", ".docx", ".docm", ".dotx", ".png",
                                                          ".jpg", ".jpeg", ".tif",  ".tiff"};
  return std::find(extensions.begin(), extensions.end(), extension_of(name)) != extensions.end();
}

/// The recogniser takes a while to load, so it is made when the first page asks for it.
class LazyRecogniser {
 public:
  explicit LazyRecogniser(const ExtractOptions& options) : options_(options) {}
  RecognisedPage operator()(const Picture& picture) {
    if (options_.picture_begins) options_.picture_begins();
    if (!recogniser_) recogniser_.emplace();
    return recogniser_->recognise(picture);
  }

 private:
  const ExtractOptions& options_;
  std::optional<Recogniser> recogniser_;
};

ReadResult extract_pdf(std::string_view bytes, const ExtractOptions& how) {
  LazyRecogniser recogniser(how);
  PdfOptions options;
  if (how.ocr != OcrMode::never)
    options.recognise = [&](const Picture& picture) { return recogniser(picture); };
  options.recognise_all = how.ocr == OcrMode::always;
  options.page_begins = how.page_begins;
  options.lost_pages = how.lost_pages;
  return read_pdf(bytes, options);
}

/// All pages of a picture file as one.
RecognisedPage recognise_file(std::string_view picture_file, LazyRecogniser& recogniser) {
  RecognisedPage all;
  all.confidence = 1;
  const std::vector<Picture> pictures = decode_pictures(picture_file);
  all.failed = pictures.empty();
  for (const Picture& picture : pictures) {
    RecognisedPage page = recogniser(picture);
    all.failed = all.failed || page.failed;
    all.truncated = all.truncated || page.truncated;
    all.confidence = std::min(all.confidence, page.confidence);
    for (Block& block : page.blocks) all.blocks.push_back(std::move(block));
  }
  return all;
}

ReadResult extract_docx(std::string_view bytes, const ExtractOptions& how) {
  LazyRecogniser recogniser(how);
  DocxOptions options;
  if (how.ocr != OcrMode::never)
    options.recognise = [&](std::string_view picture) { return recognise_file(picture, recogniser); };
  return read_docx(bytes, options);
}

void add_note(Document& document, Note::Kind kind, int page, const std::string& detail) {
  Note note;
  note.kind = kind;
  note.page = page;
  note.detail = detail;
  document.notes.push_back(std::move(note));
}

/// Adds one picture as a page of the document.
void add_page(Document& document, const Picture& picture, const ExtractOptions& how,
              LazyRecogniser& recogniser) {
  constexpr double points_an_inch = 72;
  Page page;
  page.number = static_cast<int>(document.pages.size()) + 1;
  if (how.page_begins) how.page_begins(page.number);
  const auto lost = how.lost_pages.find(page.number);
  const bool off = how.ocr == OcrMode::never;
  page.width = picture.width * points_an_inch / picture.dpi;
  page.height = picture.height * points_an_inch / picture.dpi;
  RecognisedPage read;
  read.failed = true;
  if (!off && lost == how.lost_pages.end()) read = recogniser(picture);
  if (read.failed) {
    page.reading = Page::Reading::not_read;
    page.quality = 0;
    const std::string why = off ? "ocr_off" : lost == how.lost_pages.end() ? "damaged" : lost->second;
    add_note(document, Note::Kind::page_not_read, page.number, why);
  } else {
    page.reading = Page::Reading::ocr;
    page.quality = read.confidence;
    add_note(document, Note::Kind::page_by_ocr, page.number, "picture");
    if (read.truncated) add_note(document, Note::Kind::truncated, page.number, "limit");
    if (read.strokes) add_note(document, Note::Kind::strokes_not_read, page.number, "");
    for (Block& block : read.blocks) {
      set_page(block, page.number);
      document.blocks.push_back(std::move(block));
    }
  }
  document.pages.push_back(page);
}

ReadResult extract_picture(std::string_view bytes, const std::string& format, const ExtractOptions& how) {
  const std::vector<Picture> pictures = decode_pictures(bytes);
  if (pictures.empty()) return ReadError{ReadFault::damaged, ""};
  Document document;
  document.format = format;
  LazyRecogniser recogniser(how);
  for (const Picture& picture : pictures) add_page(document, picture, how, recogniser);
  if (how.page_begins) how.page_begins(0);
  add_ticks_from_text(document);
  return document;
}

ReadError fault_of_ole2(const std::string& kind) {
  if (kind == "encrypted") return {ReadFault::encrypted, ""};
  if (kind == "doc") return {ReadFault::old_word, ""};
  return {ReadFault::other_office, kind};
}

ReadError fault_of_foreign(const SniffedKind& sniffed, const std::string& name) {
  if (sniffed.name == "rtf") return {ReadFault::other_office, sniffed.name};
  if (!promises_form(name)) return {ReadFault::not_a_form, sniffed.name};
  if (sniffed.kind == FileKind::unknown) return {ReadFault::damaged, ""};
  return {ReadFault::wrong_extension, sniffed.name};
}

ReadResult extract_kind(std::string_view bytes, const std::string& name, const ExtractOptions& options) {
  if (bytes.empty()) return ReadError{ReadFault::empty_file, ""};
  const SniffedKind sniffed = sniff(bytes);
  switch (sniffed.kind) {
    case FileKind::pdf:
      return extract_pdf(bytes, options);
    case FileKind::zip:
      return extract_docx(bytes, options);
    case FileKind::picture:
      return extract_picture(bytes, sniffed.name, options);
    case FileKind::ole2:
      return fault_of_ole2(sniffed.name);
    case FileKind::foreign:
    case FileKind::text:
    case FileKind::unknown:
      break;
  }
  return fault_of_foreign(sniffed, name);
}

}  // namespace

std::vector<fs::path> model_files() {
  const char* chosen = std::getenv("TESSDATA_PREFIX");
  // Where Debian's Tesseract looks when nobody says.
  const fs::path folder =
      chosen != nullptr && *chosen != '\0' ? chosen : "/usr/share/tesseract-ocr/5/tessdata";
  std::vector<fs::path> files;
  for (const char* name : {"eng.traineddata", "tha.traineddata"}) {
    std::error_code unknown;
    if (fs::exists(folder / name, unknown)) files.push_back(folder / name);
  }
  return files;
}

ReadResult extract_bytes(std::string_view bytes, const std::string& name, const ExtractOptions& options) {
  try {
    return extract_kind(bytes, name, options);
  } catch (const std::bad_alloc&) {
    return ReadError{ReadFault::out_of_memory, ""};
  } catch (const std::exception& error) {
    return ReadError{ReadFault::damaged, error.what()};
  }
}

}  // namespace ruamlint
