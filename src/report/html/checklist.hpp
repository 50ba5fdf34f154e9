// Every rule's result in the form's order.
#pragma once

#include "report/html/evidence.hpp"

namespace ruamlint::html {

/// How many findings stand how, as a list; empty ones left out.
[[nodiscard]] Markup counts(const DocumentReport& document);
/// What is to be done, as links into the checklist; empty where nothing is.
[[nodiscard]] Markup to_do(const FormContext& form);
[[nodiscard]] Markup checklist(const FormContext& form);

}  // namespace ruamlint::html
