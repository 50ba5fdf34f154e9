// What is found in a form, one function a kind of fact. Internal to facts/.
#pragma once

#include "facts/form.hpp"

namespace ruamlint {

[[nodiscard]] ApplicantFact find_applicant(const Form& form);
[[nodiscard]] CategoryFact find_category(const Form& form, const FactOptions& options);
[[nodiscard]] LevelFacts find_levels(const Form& form);
[[nodiscard]] OperationFact find_operation(const Form& form);
/// Of all of the pack's topics, in its order.
[[nodiscard]] std::vector<TopicFact> find_topics(const Form& form, const LevelFacts& levels);

}  // namespace ruamlint
