// Form fields as answers.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint::pdf {

struct PageField {
  int page = 0;
  Field field;
};

/// Text and choice fields. The label is the words beside or above the field, else what the field is called.
void add_field_answers(const std::vector<PageField>& fields, Document& document);

/// Check and radio fields that add_ticks_from_text did not meet in the text, by the name of the field.
void add_unlabelled_ticks(const std::vector<PageField>& fields, Document& document);

}  // namespace ruamlint::pdf
