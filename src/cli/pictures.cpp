#include "cli/pictures.hpp"

#include <set>
#include <utility>
#include <vector>

#include "worker/drawing.hpp"

namespace ruamlint {
namespace {

std::vector<int> pages_with_evidence(const DocumentReport& document) {
  std::set<int> pages;
  for (const Finding& finding : document.findings)
    for (const Evidence& evidence : finding.evidence)
      if (!evidence.place.box.empty() && evidence.place.page > 0) pages.insert(evidence.place.page);
  return {pages.begin(), pages.end()};
}

}  // namespace

bool add_pictures(Run& run, int jobs) {
  std::vector<DrawingTask> tasks;
  std::vector<DocumentReport*> documents;
  for (DocumentReport& document : run.documents) {
    std::vector<int> pages = pages_with_evidence(document);
    if (pages.empty()) continue;
    tasks.push_back({document.path, document.sha256, std::move(pages)});
    documents.push_back(&document);
  }
  return draw_in_workers(tasks, {}, jobs, [&](std::size_t index, std::vector<PagePicture> pictures) {
    documents[index]->pictures = std::move(pictures);
  });
}

}  // namespace ruamlint
