// What a finding rests on: the words, where they stand, and a picture of that part of the page.
#pragma once

#include "report/html/markup.hpp"
#include "report/report.hpp"

namespace ruamlint::html {

/// What the parts of one form's report share.
struct FormContext {
  const Run& run;
  const DocumentReport& document;
  std::string id;  ///< of the form within the page, "form-1": prefix of all its ids

  [[nodiscard]] const Pack& pack() const { return *run.pack; }
  [[nodiscard]] std::string anchor(const std::string& name) const { return id + "-" + name; }
  /// For aria-labelledby: a heading and the form that it belongs to, since a page may hold several forms.
  [[nodiscard]] std::string label(const std::string& heading) const {
    return anchor(heading) + " " + anchor("title");
  }
};

/// The form's page pictures, each once; the figures below show parts of them.
[[nodiscard]] Markup page_pictures(const FormContext& form);
/// Ids on the page begin with `id`.
[[nodiscard]] Markup evidence_figure(const FormContext& form, const Evidence& evidence,
                                     const std::string& id);

}  // namespace ruamlint::html
