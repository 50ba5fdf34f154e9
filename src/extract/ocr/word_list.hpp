// The words of Thai, as Debian's libthai-data lists them.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

struct _Trie;

namespace ruamlint::ocr {

/// Read once; may be asked by several threads.
class WordList {
 public:
  /// Empty where libthai-data is not installed: then nothing is a word.
  WordList();

  [[nodiscard]] bool empty() const { return trie_ == nullptr; }
  /// Where the words end that begin at `from`: offsets in `text`, shortest first.
  [[nodiscard]] std::vector<std::size_t> ends_of_words(std::u32string_view text, std::size_t from) const;

 private:
  struct Free {
    void operator()(_Trie* trie) const;
  };
  std::unique_ptr<_Trie, Free> trie_;
};

}  // namespace ruamlint::ocr
