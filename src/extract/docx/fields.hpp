// Complex fields (w:fldChar ... w:instrText ...): code that nobody sees, then a result that everybody does;
// and the form fields of Word 97 that live in them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

/// A w:ffData.
struct FormField {
  enum class Kind { text, check_box, choice };
  Kind kind = Kind::text;
  bool checked = false;
  std::string choice;  ///< the entry that shows
  std::string prompt;  ///< a text field's default
};

/// At a w:ffData. Nothing where it says no kind.
[[nodiscard]] std::optional<FormField> read_form_field(XmlCursor& xml);

/// True for the code of a table of contents or of figures.
[[nodiscard]] bool is_contents_code(std::string_view code);

struct OpenField {
  std::string code;
  std::optional<FormField> form;
  bool in_code = true;
  bool contents = false;         ///< a table of contents
  int paragraph = 0;             ///< in which the result begins
  std::size_t result_begin = 0;  ///< byte of that paragraph's joined runs
  Text label, value_before;      ///< a form field's, from the paragraphs before the one where it ends
};

/// The code's words: "HYPERLINK", "http://...", "\\l", "top". Quotation marks hold words with spaces
/// together.
[[nodiscard]] std::vector<std::string> words_of_code(std::string_view code);

/// The fields that are open at a point of a story.
class FieldStack {
 public:
  void begin(std::optional<FormField> form);
  void add_code(std::string_view code);
  void separate(int paragraph, std::size_t offset);
  /// The field that ends; nothing where none was open.
  std::optional<OpenField> end();

  /// Inside code, or inside the result of a form field whose value is read from its data.
  [[nodiscard]] bool hides_text() const { return hiding_ > 0; }
  [[nodiscard]] bool in_contents() const { return contents_ > 0; }
  /// The innermost text form field whose result is being read, or nullptr.
  [[nodiscard]] OpenField* innermost_form_text();
  /// Inside the result of a text form field.
  [[nodiscard]] bool in_form_text() const { return form_text_ > 0; }

  /// Code that does not end in its paragraph is broken, and must not swallow the rest of the form.
  void end_paragraph();
  /// A table of contents that holds a heading was not ended where it should have been.
  void leave_contents();

 private:
  std::vector<OpenField> open_;
  int too_deep_ = 0;  ///< fields begun beyond max_open_fields
  int hiding_ = 0;
  int contents_ = 0;
  int form_text_ = 0;
};

}  // namespace ruamlint::docx
