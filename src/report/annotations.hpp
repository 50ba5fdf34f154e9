// What a report says, place by place, as notes for a copy of the form.
#pragma once

#include <vector>

#include "annotate/annotation.hpp"
#include "report/report.hpp"

namespace ruamlint {

/// A note for each finding that a person is to act upon, in the order of the form: where its evidence stands;
/// without evidence, at the heading of the section that it is about; else nowhere in particular.
[[nodiscard]] std::vector<Annotation> annotations_of(const Pack& pack, const DocumentReport& document,
                                                     Language language);

/// The warning in a copy of a signed form.
[[nodiscard]] AnnotateOptions annotate_options(Language language);

/// "form.docx" -> "form – ตรวจแล้ว.docx": the name of its copy; numbered from the second on.
[[nodiscard]] std::string copy_name(std::string_view form, Language language, int number = 1);

}  // namespace ruamlint
