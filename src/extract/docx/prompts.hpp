// How a form asks for an answer: texts that are no answers themselves.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

class Prompts {
 public:
  Prompts() = default;
  /// At the root of the glossary part, where Word keeps the prompts of content controls.
  explicit Prompts(XmlCursor& xml);

  /// The prompt kept under that name; empty where there is none.
  [[nodiscard]] std::string_view kept_under(std::string_view name) const;

 private:
  std::unordered_map<std::string, std::string> texts_;
};

/// One of the prompts that Office programs put into a new control by themselves, Thai or English.
[[nodiscard]] bool is_standard_prompt(std::string_view text);

/// Nothing but what a form draws to be written on: dots, lines, spaces.
[[nodiscard]] bool is_blank_line(std::string_view text);

}  // namespace ruamlint::docx
