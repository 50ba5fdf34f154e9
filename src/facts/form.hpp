// A form as the facts see it: its passages in reading order, each with its section and the pack's words that
// were found in it. Internal to facts/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "facts/facts.hpp"
#include "facts/vocabulary.hpp"
#include "pack/pack.hpp"

namespace ruamlint {

/// A line or paragraph of the form, or a part of one: where a heading and its text share a paragraph
/// ("ระยะเวลาดำเนินการ: 1 ตุลาคม 2564 ถึงปัจจุบัน") they are two passages.
struct Passage {
  enum class Kind { heading, paragraph, list_item, cell, answer };
  Kind kind = Kind::paragraph;
  const Text* source = nullptr;    ///< the document's text that it is a part of
  std::size_t begin = 0, end = 0;  ///< bytes of `source`
  std::string_view text;           ///< those bytes
  std::string section;             ///< id of the innermost section that it falls in, or empty
  bool prompt = false;             ///< the form's own words: instruction, dots, placeholder
  bool option = false;             ///< a tick box's label; whether it is ticked is in the answers
  std::size_t block = 0;           ///< index in the document's blocks; its size for an answer
  const Table* table = nullptr;    ///< set for a cell
  const Cell* cell = nullptr;
  std::size_t answer = 0;      ///< index in the document's answers, kind answer only
  std::vector<WordHit> words;  ///< the pack's words in it, by position; offsets within `text`
};

struct Form {
  const Document* document = nullptr;
  const Pack* pack = nullptr;
  const Vocabulary* vocabulary = nullptr;
  std::vector<Passage> passages;
  std::vector<SectionFact> sections;  ///< of all of the pack's sections, in its order
};

/// Reads a document as a form. All three must outlive what is returned; the vocabulary is the pack's.
[[nodiscard]] Form read_form(const Document& document, const Pack& pack, const Vocabulary& vocabulary);

/// Evidence for the bytes [begin, end) of the passage's `text`.
[[nodiscard]] Evidence evidence_of(const Passage& passage, std::size_t begin, std::size_t end);
/// For the whole passage, white space at its ends and a heading's number left out.
[[nodiscard]] Evidence evidence_of(const Passage& passage);
/// Whether both stand in one paragraph of a DOCX.
[[nodiscard]] bool share_paragraph(const Place& a, const Place& b);
/// The label that passage `i` is the answer to: the heading right before it on its line, in its table's row or
/// of its field; nullptr: none.
[[nodiscard]] const Passage* own_heading(const Form& form, std::size_t i);
/// For a part of a text of the document, in the section `section`.
[[nodiscard]] Evidence evidence_of(const Text& text, std::size_t begin, std::size_t end, std::string section);

/// The section that a block, or a table's cell, falls in; empty: none.
[[nodiscard]] std::string section_of(const Form& form, std::size_t block, const Cell* cell = nullptr);

}  // namespace ruamlint
