#include "extract/pdf/structure.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace ruamlint::pdf {
namespace {

constexpr std::size_t most_elements = 500'000;
constexpr int deepest_element = 200;
constexpr int largest_identifier = 100'000;  // on one page

/// Elements within a line (ISO 32000-1, 14.8.4.4), and the parts of a list item.
constexpr std::array<std::string_view, 14> inline_roles = {
    "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
    "Annot", "NonStruct", "Lbl", "LBody", "Em", "Strong", "Form"};

bool is_inline(std::string_view role) {
  return std::find(inline_roles.begin(), inline_roles.end(), role) != inline_roles.end();
}

/// The level of H1..H6; H, whose level is that of its section, counts as 1. 0 for what is no heading.
int heading_level(std::string_view role) {
  if (role == "H") return 1;
  const bool numbered = role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6';
  return numbered ? role[1] - '0' : 0;
}

}  // namespace

Structure::Structure(PDFDoc& document) : xref_(document.getXRef()) {
  const Object catalog = xref_->getCatalog();
  if (!catalog.isDict()) return;
  const Object root = catalog.dictLookup("StructTreeRoot");
  if (!root.isDict()) return;
  roles_ = root.dictLookup("RoleMap");
  read_kids(root.dictLookupNF("K"), {});
  seen_.clear();
}

const std::vector<Tag>* Structure::on(Ref page) const {
  const auto found = pages_.find(page.num);
  return found == pages_.end() ? nullptr : &found->second;
}

void Structure::read_kids(const Object& kids, const Position& position) {
  const Object array = kids.fetch(xref_);
  if (!array.isArray()) {
    read_kid(kids, position);
    return;
  }
  for (int i = 0; i < array.arrayGetLength() && elements_ < most_elements; ++i)
    read_kid(array.arrayGetNF(i), position);
}

void Structure::read_kid(const Object& kid, const Position& position) {
  if (kid.isRef() && !seen_.insert(kid.getRefNum()).second) return;
  const Object found = kid.fetch(xref_);
  if (found.isInt()) {
    set(position.page, found, position.tag);
  } else if (found.isDict("MCR")) {  // marked content, of the page unless it names a stream of its own
    if (!found.dictLookupNF("Stm").isNull()) return;
    const Object& page = found.dictLookupNF("Pg");
    set(page.isRef() ? page.getRefNum() : position.page, found.dictLookup("MCID"), position.tag);
  } else if (found.isDict() && !found.isDict("OBJR")) {
    read_element(*found.getDict(), position);
  }
}

void Structure::read_element(const Dict& element, Position position) {
  const Object name = element.lookup("S");
  if (!name.isName() || ++elements_ > most_elements || ++position.depth > deepest_element) return;
  if (const Object& page = element.lookupNF("Pg"); page.isRef()) position.page = page.getRefNum();
  const std::string role = role_of(name.getName());
  if (!is_inline(role)) {
    // A paragraph within a list item is one of its own, and an item still.
    position.tag.item = role == "LI" || (position.tag.item && role == "P");
    position.tag.heading = heading_level(role);
    position.tag.block = ++blocks_;
  }
  read_kids(element.lookupNF("K"), position);
}

void Structure::set(int page, const Object& identifier, const Tag& tag) {
  if (page < 0 || !identifier.isInt() || identifier.getInt() < 0 || identifier.getInt() > largest_identifier)
    return;
  const auto index = static_cast<std::size_t>(identifier.getInt());
  std::vector<Tag>& tags = pages_[page];
  if (tags.size() <= index) tags.resize(index + 1);
  tags[index] = tag;
}

std::string Structure::role_of(std::string name) const {
  constexpr int most_steps = 8;  // a map may lead in a circle
  for (int step = 0; step < most_steps && roles_.isDict(); ++step) {
    const Object role = roles_.dictLookup(name.c_str());
    if (!role.isName() || name == role.getName()) break;
    name = role.getName();
  }
  return name;
}

}  // namespace ruamlint::pdf
