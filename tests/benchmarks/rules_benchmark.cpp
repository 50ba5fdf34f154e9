// CPU time of facts and rules over a form of ten pages, stage by stage. tools/rules-benchmark builds and runs
// it.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "extract/file/extract.hpp"
#include "facts/comparisons.hpp"
#include "facts/finders.hpp"
#include "pack/pack.hpp"
#include "rules/check.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;

namespace {

constexpr int pages = 10;
/// A page of A4 in 15 or 16 point, full from top to bottom.
constexpr std::size_t clusters_a_page = 2200;
constexpr int rounds = 41;
const std::string source_dir = RUAMLINT_SOURCE_DIR;

double cpu_ms() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

[[noreturn]] void give_up(const std::string& why) {
  fmt::print(stderr, "rules-benchmark: {}\n", why);
  std::exit(1);
}

Document read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  ReadResult result = extract_bytes(bytes, path, {});
  if (!std::holds_alternative<Document>(result)) give_up("cannot read " + path);
  return std::get<Document>(std::move(result));
}

std::size_t clusters_in(const Block& block) {
  std::size_t clusters = count_clusters(block.text.utf8);
  for (const Cell& cell : block.table.cells) clusters += count_clusters(cell.text.utf8);
  return clusters;
}

/// The blocks of real forms, one form behind the other, until so many pages are full.
Document form_of(const std::vector<std::string>& files) {
  Document form;
  form.format = "docx";
  std::size_t clusters = 0;
  for (std::size_t i = 0; clusters < pages * clusters_a_page; ++i) {
    for (Block& block : read(files[i % files.size()]).blocks) {
      if (clusters >= pages * clusters_a_page) break;
      clusters += clusters_in(block);
      form.blocks.push_back(std::move(block));
    }
  }
  add_ticks_from_text(form);
  return form;
}

Pack load() {
  auto loaded = load_pack(source_dir + "/checks", "pppa-2567");
  if (const auto* error = std::get_if<PackError>(&loaded)) give_up(error->where + ": " + error->problem);
  return std::get<Pack>(std::move(loaded));
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
  return times[rounds / 2];
}

double time_of(const std::function<void()>& stage) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const double start = cpu_ms();
    stage();
    times.push_back(cpu_ms() - start);
  }
  return median(std::move(times));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> files(argv + 1, argv + argc);
  if (files.empty()) {
    for (const char* name : {"effective-pass", "effective-short", "open-pass", "effective-involve-only"})
      files.push_back(source_dir + "/samples/" + name + ".docx");
  }
  const Pack pack = load();
  const Document document = form_of(files);
  const Vocabulary vocabulary(pack);
  const FactFinder finder(pack);
  const Form form = read_form(document, pack, vocabulary);
  const Facts facts = finder.find(document, {});
  const LevelFacts levels = find_levels(form);

  const std::vector<std::pair<std::string, std::function<void()>>> stages = {
      {"words and sections", [&] { (void)read_form(document, pack, vocabulary); }},
      {"applicant", [&] { (void)find_applicant(form); }},
      {"category", [&] { (void)find_category(form, {}); }},
      {"levels", [&] { (void)find_levels(form); }},
      {"operation", [&] { (void)find_operation(form); }},
      {"topics", [&] { (void)find_topics(form, facts.levels); }},
      {"comparisons", [&] { (void)find_comparisons(form); }},
      {"rules", [&] { (void)check_facts(facts, pack, pack.closing_date); }},
  };
  const double all = time_of([&] {
    const Facts found = finder.find(document, {});
    (void)check_facts(found, pack, pack.closing_date);
  });
  fmt::print("{} pages, {} passages, {} comparisons; median of {} rounds, CPU\n", pages, form.passages.size(),
             facts.comparisons.size(), rounds);
  for (const auto& [name, stage] : stages) {
    const double time = time_of(stage);
    fmt::print("  {:<20} {:7.2f} ms  {:5.1f} %\n", name, time, time / all * 100);
  }
  fmt::print("  {:<20} {:7.2f} ms\n", "all together", all);
  return all < 20 ? 0 : 1;
}
