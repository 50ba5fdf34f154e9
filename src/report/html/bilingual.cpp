#include "report/html/bilingual.hpp"

namespace ruamlint::html {

Markup both(const std::string& th, const std::string& en) {
  if (th == en) return th;
  return element("span", {{"lang", "th"}}, th) + element("span", {{"lang", "en"}}, en);
}

}  // namespace ruamlint::html
