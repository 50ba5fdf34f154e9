// Telling a form's own words (instructions, dotted lines, placeholders) from what was filled in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/vocabulary.hpp"

namespace ruamlint {

class PromptReader {
 public:
  explicit PromptReader(const Pack& pack);

  /// Whether the whole text is the form's own: an instruction, a question to whoever fills it in, dots.
  [[nodiscard]] bool is_prompt(std::string_view text) const;
  /// Clusters of what was filled in: brackets with instructions, dots and labels left out.
  [[nodiscard]] int own_letters(std::string_view text) const;

 private:
  [[nodiscard]] bool begins_as_prompt(std::string_view text) const;
  [[nodiscard]] bool ends_as_question(std::string_view text) const;
  /// "ชาวบ้านไม่รู้ว่าจะซ่อมเมื่อใด": somebody else's question, told in an answer.
  [[nodiscard]] bool reports_question(std::string_view text) const;

  std::vector<std::string> begins_;  ///< Latin letters in lower case
  const std::vector<std::string>& ends_;
  const std::vector<std::string>& reported_;
};

}  // namespace ruamlint
