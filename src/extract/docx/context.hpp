// What a story needs beside its own part: styles, lists, and the parts that it points at.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "extract/docx/docx.hpp"
#include "extract/docx/limits.hpp"
#include "extract/docx/numbering.hpp"
#include "extract/docx/package.hpp"
#include "extract/docx/prompts.hpp"
#include "extract/docx/styles.hpp"

namespace ruamlint::docx {

/// Text recognised in the pictures of a package; one picture is recognised once, wherever it stands.
class PictureTexts {
 public:
  PictureTexts(Package& package, const DocxOptions& options) : package_(package), options_(options) {}

  /// The blocks that were recognised in the part, with boxes of the picture; nullptr where it was not read.
  [[nodiscard]] const std::vector<Block>* read(const std::string& part);
  [[nodiscard]] const DocxOptions& options() const { return options_; }

 private:
  struct Picture {
    bool read = false;
    std::vector<Block> blocks;
  };
  Package& package_;
  const DocxOptions& options_;
  std::unordered_map<std::string, Picture> pictures_;
};

/// Parts of other formats that may still be read.
class ChunkBudget {
 public:
  explicit ChunkBudget(int chunks) : left_(chunks) {}
  [[nodiscard]] bool take_one() { return left_-- > 0; }

 private:
  int left_;
};

/// All of it outlives the reading of a story.
struct StoryContext {
  const Styles& styles;
  const ListDefinitions& lists;
  const Prompts& prompts;
  Package& package;
  PictureTexts& pictures;
  ChunkBudget& chunks;
  std::unordered_map<std::string, Relation> relations;  ///< of the story's own part, by id

  /// The relation of that id, or nullptr.
  [[nodiscard]] const Relation* relation(std::string_view id) const;
};

/// "word/header1.xml" -> "header1": the name that places carry.
[[nodiscard]] std::string story_name(std::string_view part);

}  // namespace ruamlint::docx
