// Reads PDF files: glyphs in drawing order to clusters, lines, blocks and tables.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "document/read_result.hpp"
#include "extract/ocr/ocr.hpp"
#include "extract/ocr/picture.hpp"

namespace ruamlint {

struct PdfOptions {
  /// Called for a page whose text cannot be trusted; unset: such pages are noted as not read.
  std::function<RecognisedPage(const Picture&)> recognise;
  bool recognise_all = false;  ///< also pages that have a good text layer
  /// Called before each page with its number, and with 0 behind the last.
  std::function<void(int page)> page_begins{};
  std::map<int, std::string> lost_pages{};  ///< noted as not read, with the reason, and left alone
};

[[nodiscard]] ReadResult read_pdf(std::string_view bytes, const PdfOptions& options);

}  // namespace ruamlint
