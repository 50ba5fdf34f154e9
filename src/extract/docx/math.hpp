// Formulas (OMML, ECMA-376 part 1, 22.1) in one line of text, as people type them.
#pragma once

#include <string>
#include <string_view>

#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

/// At an m:oMath, or an m:oMathPara, whose formulas stand on lines of their own: "(45-12)/45×100", "10³",
/// "√(a+b)". What shows without being text (brackets, roots, the stroke of a fraction) is put in, since
/// figures would run together without it.
[[nodiscard]] std::string formula_text(XmlCursor& xml);

}  // namespace ruamlint::docx
