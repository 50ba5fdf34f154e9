// ActiveX controls: fields that stand in a part of their own, as XML or in the binary form of MS-OFORMS.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/docx/package.hpp"

namespace ruamlint::docx {

struct FormObject {
  enum class Kind { check_box, option_button, text, choice, label };
  Kind kind = Kind::text;
  std::string value;    ///< of a text field or list, as it shows
  std::string caption;  ///< what stands beside a box
  bool checked = false;
};

/// The control of that part; nothing where it is of another kind, or cannot be read.
[[nodiscard]] std::optional<FormObject> read_form_object(Package& package, const std::string& part);

/// A MorphDataControl (MS-OFORMS 2.2.5), which holds all kinds but labels, as it is stored behind its class.
/// False where the bytes are none. Exposed for its tests.
[[nodiscard]] bool read_morph_data(std::string_view bytes, FormObject& object);

}  // namespace ruamlint::docx
