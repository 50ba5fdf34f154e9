#include "extract/pdf/draw.hpp"

#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint {

std::vector<Picture> draw_pdf_pages(std::string_view bytes, const std::vector<int>& pages, double dpi) {
  auto opened = pdf::File::open(bytes);
  auto* file = std::get_if<pdf::File>(&opened);
  if (file == nullptr) return {};
  std::vector<Picture> pictures;
  for (const int page : pages)
    pictures.push_back(page >= 1 && page <= file->page_count() ? file->render(page, dpi) : Picture{});
  return pictures;
}

}  // namespace ruamlint
