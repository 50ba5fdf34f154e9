#include "extract/ocr/word_list.hpp"

#include <datrie/trie.h>

namespace ruamlint::ocr {
namespace {

constexpr const char* word_file = "/usr/share/libthai/thbrk.tri";

struct FreeState {
  void operator()(TrieState* state) const { trie_state_free(state); }
};

}  // namespace

void WordList::Free::operator()(_Trie* trie) const {
  trie_free(trie);
}

WordList::WordList() : trie_(trie_new_from_file(word_file)) {}

std::vector<std::size_t> WordList::ends_of_words(std::u32string_view text, std::size_t from) const {
  std::vector<std::size_t> ends;
  if (!trie_) return ends;
  const std::unique_ptr<TrieState, FreeState> state(trie_root(trie_.get()));
  for (std::size_t i = from; i < text.size() && trie_state_walk(state.get(), text[i]) != 0; ++i)
    if (trie_state_is_terminal(state.get())) ends.push_back(i + 1);
  return ends;
}

}  // namespace ruamlint::ocr
