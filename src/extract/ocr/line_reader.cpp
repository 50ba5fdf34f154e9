#include "extract/ocr/line_reader.hpp"

#include <leptonica/allheaders.h>
#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <cmath>
#include <cstddef>
#include <string_view>

namespace ruamlint::ocr {

struct LineReader::Api {
  explicit Api(const char* languages) {
    ready = tesseract.Init(nullptr, languages, tesseract::OEM_LSTM_ONLY) == 0;
    if (!ready) return;
    tesseract.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    tesseract.SetVariable("debug_file", "/dev/null");  // it reports empty lines on stderr
  }

  tesseract::TessBaseAPI tesseract;
  bool ready = false;
};

LineReader::LineReader() : both_(std::make_unique<Api>("tha+eng")) {}
LineReader::~LineReader() = default;

bool LineReader::ready() const {
  return both_->ready;
}

std::vector<Symbol> LineReader::read(const Pix& line, double dpi, Languages languages) {
  std::vector<Symbol> symbols;
  if (languages == Languages::thai && !thai_) thai_ = std::make_unique<Api>("tha");
  Api& api_in_use = languages == Languages::thai ? *thai_ : *both_;
  if (!api_in_use.ready) return symbols;
  // Tesseract asks for four threads a layer, and spends more on waiting for them than they save (measured:
  // 12 s of CPU a page instead of 2.5). OMP_THREAD_LIMIT is read when the process starts, before any code of
  // ours; forbidding parallel regions has the same effect at any time, and for this thread only.
  omp_set_max_active_levels(0);
  tesseract::TessBaseAPI& api = api_in_use.tesseract;
  api.SetImage(const_cast<Pix*>(&line));
  api.SetSourceResolution(static_cast<int>(std::lround(dpi)));
  if (api.Recognize(nullptr) != 0) return symbols;
  const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
  if (!it) return symbols;
  // What the iterator calls a word is a single letter in Thai; only the text of the whole line has the
  // spaces.
  const std::unique_ptr<const char[]> line_text(it->GetUTF8Text(tesseract::RIL_TEXTLINE));
  std::string_view rest = line_text ? line_text.get() : "";
  do {
    const std::unique_ptr<const char[]> text(it->GetUTF8Text(tesseract::RIL_SYMBOL));
    if (!text || *text.get() == '\0') continue;
    Symbol symbol;
    symbol.utf8 = text.get();
    it->BoundingBox(tesseract::RIL_SYMBOL, &symbol.box.left, &symbol.box.top, &symbol.box.right,
                    &symbol.box.bottom);
    symbol.confidence = it->Confidence(tesseract::RIL_SYMBOL) / 100;
    const std::size_t at = rest.find(symbol.utf8);
    symbol.starts_word = at != std::string_view::npos && at > 0;
    if (at != std::string_view::npos) rest.remove_prefix(at + symbol.utf8.size());
    symbols.push_back(std::move(symbol));
  } while (it->Next(tesseract::RIL_SYMBOL));
  api.Clear();
  return symbols;
}

}  // namespace ruamlint::ocr
