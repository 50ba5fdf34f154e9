#include "facts/facts.hpp"

#include <utility>

#include "facts/comparisons.hpp"
#include "facts/finders.hpp"

namespace ruamlint {

Facts find_facts(const Document& document, const Pack& pack, const FactOptions& options) {
  const Form form = read_form(document, pack);
  Facts facts;
  facts.sections = form.sections;
  facts.category = find_category(form, options);
  facts.levels = find_levels(form);
  facts.operation = find_operation(form);
  facts.read_well = read_well(document);
  for (const Page& page : document.pages)
    if (page.reading == Page::Reading::not_read) facts.unread_pages.push_back(page.number);
  ComparisonFacts changes = find_comparisons(form, pack);
  facts.comparisons = std::move(changes.comparisons);
  facts.after_only = changes.after_only;
  facts.after_figures = std::move(changes.after_figures);
  return facts;
}

}  // namespace ruamlint
