#include "facts/facts.hpp"

#include "facts/form.hpp"

namespace ruamlint {

Facts find_facts(const Document& document, const Pack& pack, const FactOptions& options) {
  (void)options;
  const Form form = read_form(document, pack);
  Facts facts;
  facts.sections = form.sections;
  facts.read_well = read_well(document);
  for (const Page& page : document.pages)
    if (page.reading == Page::Reading::not_read) facts.unread_pages.push_back(page.number);
  return facts;
}

}  // namespace ruamlint
