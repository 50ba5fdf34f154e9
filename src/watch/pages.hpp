// The page beside a form that answers it: its name, the mark that says to which version of which form it
// belongs, and its putting in place. The mark is the only memory that there is: no list that could be lost or
// disagree with the folder.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Nothing can be written there, with the reason in the user's locale.
struct PageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// To what a page is the answer. All three are SHA-256 in hex.
struct PageMark {
  std::string form;      ///< of the form's file name, so that an answer is known for whose it is
  std::string content;   ///< of the form's bytes; of no bytes where they could not be read
  std::string settings;  ///< of what else decides the answer: program, packs, closing date, language
  bool operator==(const PageMark&) const = default;
};

struct FormPage {
  std::filesystem::path path;
  PageMark mark;
};

[[nodiscard]] PageMark mark_of(const std::filesystem::path& form, const std::string& content,
                                 const std::string& settings);

/// The verdicts' words of all languages: an answer's name ends in one of them.
using VerdictWords = std::vector<std::string>;

/// The answers beside a form that are its own. A page without our mark is a person's, whatever its name.
[[nodiscard]] std::vector<FormPage> pages_of(const std::filesystem::path& form, const VerdictWords& words);

/// Throws PageError where no file can be made beside the form: to be known before the work, not after it.
void expect_room_beside(const std::filesystem::path& form);

/// Puts `page` beside the form as "NAME – VERDICT.html", whole or not at all, then takes the form's other
/// answers away. A person's file of that name stays as it is; ours then has the form's extension in its name,
/// or a number. Returns where it stands. Throws PageError.
std::filesystem::path put_page(const std::filesystem::path& form, const std::string& verdict,
                                 std::string_view page, const PageMark& mark, const VerdictWords& words);

/// Takes away the answers to a form that is there no more and whose bytes are now under another name.
void remove_pages(const std::filesystem::path& gone_form, const std::string& content, const VerdictWords& words);

/// "NAME – ตรวจแล้ว": a copy that was annotated by us is no form to be checked.
[[nodiscard]] bool is_copy_name(std::string_view stem);

}  // namespace ruamlint
