#include "extract/pdf/poppler_adapter.hpp"

#include <algorithm>

#include "extract/pdf/font_texts.hpp"
#include "extract/pdf/page_interpreter.hpp"
#include "extract/pdf/poppler_headers.hpp"
#include "extract/pdf/poppler_strings.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double max_page_side_pt = 14'400;  // ISO 32000-1, annex C: the largest side of a page
constexpr double max_render_pixels = 60e6;

Field field_of(FormWidget& widget) {
  Field field;
  if (const GooString* label = widget.getAlternateUiName()) field.name = text_string(label);
  if (field.name.empty())
    if (const GooString* name = widget.getFullyQualifiedName()) field.name = text_string(name);
  if (widget.getType() == formButton) {
    const auto& button = static_cast<FormWidgetButton&>(widget);
    field.kind = button.getButtonType() == formButtonRadio ? Field::Kind::radio : Field::Kind::check;
    field.checked = button.getState();
  } else if (widget.getType() == formText) {
    field.value = text_string(static_cast<FormWidgetText&>(widget).getContent());
  } else {
    const auto& choice = static_cast<FormWidgetChoice&>(widget);
    field.kind = Field::Kind::choice;
    for (int i = 0; i < choice.getNumChoices(); ++i)
      if (choice.isSelected(i))
        field.value += (field.value.empty() ? "" : ", ") + text_string(choice.getChoice(i));
    if (field.value.empty()) field.value = text_string(choice.getEditChoice());
  }
  return field;
}

bool is_answer(FormWidget& widget) {
  if (widget.getType() == formButton)
    return static_cast<FormWidgetButton&>(widget).getButtonType() != formButtonPush;
  return widget.getType() == formText || widget.getType() == formChoice;
}

bool draws_annotation(Annot* annot, void*) {
  return is_field(*annot);
}

void add_titles(const std::vector<OutlineItem*>* items, int depth, std::vector<std::string>& titles) {
  constexpr int deepest = 8;
  constexpr std::size_t most_titles = 2'000;
  if (items == nullptr || depth > deepest) return;
  for (OutlineItem* item : *items) {
    if (titles.size() >= most_titles) return;
    titles.push_back(utf8_of(item->getTitle(), item->getTitleLength()));
    item->open();
    add_titles(item->getKids(), depth + 1, titles);
  }
}

void silence(ErrorCategory, Goffset, const char*) {}

}  // namespace

struct File::Impl {
  explicit Impl(std::unique_ptr<PDFDoc> doc) : document(std::move(doc)), interpreter(*document) {}

  std::unique_ptr<PDFDoc> document;
  PageInterpreter interpreter;
  FontTexts font_texts;
};

File::File(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
File::~File() = default;
File::File(File&&) noexcept = default;
File& File::operator=(File&&) noexcept = default;

std::variant<File, ReadError> File::open(std::string_view bytes) {
  if (!globalParams) {
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(silence);  // Poppler would write to stderr, which belongs to the user
  }
  auto document = std::make_unique<PDFDoc>(
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  if (!document->isOk()) {
    if (document->getErrorCode() == errEncrypted) return ReadError{ReadFault::encrypted, ""};
    return ReadError{ReadFault::damaged, "PDF"};
  }
  if (document->getNumPages() <= 0) return ReadError{ReadFault::damaged, "PDF"};
  return File(std::make_unique<Impl>(std::move(document)));
}

int File::page_count() const {
  return impl_->document->getNumPages();
}

PageContent File::page(int number, int clockwise) {
  CollectedPage collected = impl_->interpreter.collect(number, clockwise);
  impl_->font_texts.improve(collected, impl_->document->getXRef());
  PageContent content = std::move(collected.content);
  ::Page* page = impl_->document->getPage(number);
  if (page == nullptr) return content;
  const std::unique_ptr<FormPageWidgets> widgets = page->getFormWidgets();
  if (!widgets) return content;
  double ctm[6];
  page->getDefaultCTM(ctm, 72, 72, clockwise, false, true);
  for (int i = 0; i < widgets->getNumWidgets(); ++i) {
    FormWidget& widget = *widgets->getWidget(i);
    if (!is_answer(widget)) continue;
    Field field = field_of(widget);
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    widget.getRect(&x0, &y0, &x1, &y1);
    const double ax = ctm[0] * x0 + ctm[2] * y0 + ctm[4], ay = ctm[1] * x0 + ctm[3] * y0 + ctm[5];
    const double bx = ctm[0] * x1 + ctm[2] * y1 + ctm[4], by = ctm[1] * x1 + ctm[3] * y1 + ctm[5];
    field.box = {std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)};
    content.fields.push_back(std::move(field));
  }
  return content;
}

Picture File::render(int number, double dpi) {
  Picture picture;
  ::Page* page = impl_->document->getPage(number);
  if (page == nullptr) return picture;
  const double width = page->getCropWidth(), height = page->getCropHeight();
  if (width > max_page_side_pt || height > max_page_side_pt ||
      width * height * dpi * dpi / (72 * 72) > max_render_pixels)
    return picture;
  SplashColor white = {255, 0, 0, 0};
  SplashOutputDev splash(splashModeMono8, 1, false, white);
  splash.startDoc(impl_->document.get());
  impl_->document->displayPage(&splash, number, dpi, dpi, 0, false, true, false, nullptr, nullptr,
                               draws_annotation, nullptr);
  SplashBitmap* bitmap = splash.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr) return picture;
  picture.width = bitmap->getWidth();
  picture.height = bitmap->getHeight();
  picture.dpi = dpi;
  picture.gray.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const unsigned char* row = bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize();
    picture.gray.insert(picture.gray.end(), row, row + picture.width);
  }
  return picture;
}

Metadata File::metadata() {
  auto entry = [&](const char* key) {
    return text_string(impl_->document->getDocInfoStringEntry(key).get());
  };
  return {entry("Title"), entry("Author"), entry("Producer")};
}

std::vector<std::string> File::outline_titles() {
  std::vector<std::string> titles;
  if (const Outline* outline = impl_->document->getOutline()) add_titles(outline->getItems(), 0, titles);
  return titles;
}

bool File::has_attachments() {
  return impl_->document->getCatalog()->numEmbeddedFiles() > 0;
}
bool File::has_scripts() {
  return impl_->document->getCatalog()->numJS() > 0;
}

}  // namespace ruamlint::pdf
