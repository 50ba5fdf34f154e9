#include "likeness/comparison.hpp"

#include <algorithm>
#include <unordered_map>

#include "likeness/letters.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

// A passage is what has so many letters in common, a few of them perhaps changed or misread.
constexpr std::size_t least_passage = 30, widest_gap = 6;
// Known common shingles are a sample of all: what lies between two of them is common too.
constexpr std::size_t widest_common_gap = 24;

struct Prepared {
  std::string_view text;
  Letters letters;
  std::vector<std::uint64_t> shingles;
  std::vector<bool> own;  ///< of each letter
};

void fill_gaps(std::vector<bool>& marks, std::size_t widest) {
  std::size_t last = marks.size();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!marks[i]) continue;
    if (last < i && i - last - 1 <= widest)
      std::fill(marks.begin() + static_cast<std::ptrdiff_t>(last),
                marks.begin() + static_cast<std::ptrdiff_t>(i), true);
    last = i;
  }
}

void mark_shingle(std::vector<bool>& marks, std::size_t at) {
  std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(at), shingle_letters, true);
}

Prepared prepared(std::string_view text, const CommonText& common) {
  Prepared one{text, letters_of(text), {}, {}};
  one.shingles = shingles_of(one.letters.letters);
  std::vector<bool> foreign(one.letters.letters.size());
  for (std::size_t i = 0; i < one.shingles.size(); ++i) {
    const std::uint64_t shingle = one.shingles[i];
    const bool sampled = is_sampled(shingle) &&
                         std::binary_search(common.common.begin(), common.common.end(), sample_of(shingle));
    if (sampled || common.blank.contains(shingle)) mark_shingle(foreign, i);
  }
  fill_gaps(foreign, widest_common_gap);
  foreign.flip();
  one.own = std::move(foreign);
  return one;
}

/// The letters [begin, end) with the text between them, to the end of the last one's cluster.
std::string words_of(const Prepared& one, std::size_t begin, std::size_t end) {
  const std::size_t from = one.letters.origin[begin];
  std::size_t to = end < one.letters.origin.size() ? one.letters.origin[end] : one.text.size();
  return folded_spaces(one.text.substr(from, to - from));
}

/// What two texts have in common, found from the left one's beginning on.
class Walk {
 public:
  Walk(const Prepared& left, const Prepared& right)
      : left_(left), right_(right), in_left_(left.own.size()), in_right_(right.own.size()) {
    for (std::size_t i = right.shingles.size(); i-- > 0;)
      if (right.own[i]) place_in_right_[right.shingles[i]] = i;
  }

  void run() {
    for (std::size_t i = 0; i < left_.shingles.size();) {
      const auto found = left_.own[i] ? place_in_right_.find(left_.shingles[i]) : place_in_right_.end();
      i = found == place_in_right_.end() ? i + 1 : follow(i, found->second);
    }
    fill_gaps(in_left_, widest_gap);
    fill_gaps(in_right_, widest_gap);
  }

  /// Of the text that has fewer letters of its own.
  [[nodiscard]] double share() const {
    const auto [left_own, left_same] = counted(left_, in_left_);
    const auto [right_own, right_same] = counted(right_, in_right_);
    const auto [own, same] =
        left_own <= right_own ? std::pair{left_own, left_same} : std::pair{right_own, right_same};
    return own == 0 ? 0 : static_cast<double>(same) / static_cast<double>(own);
  }
  std::vector<Passage> passages;

 private:
  /// From a shingle that both have, side by side, over a few letters that differ. Returns the left's end.
  std::size_t follow(const std::size_t left_begin, const std::size_t right_begin) {
    std::size_t left_end = left_begin, right_end = right_begin;
    std::size_t l = left_begin, r = right_begin;
    for (;;) {
      mark_shingle(in_left_, l);
      mark_shingle(in_right_, r);
      left_end = l + shingle_letters;
      right_end = r + shingle_letters;
      if (!go_on(l, r)) break;
    }
    if (left_end - left_begin >= least_passage)
      passages.push_back({words_of(left_, left_begin, left_end), words_of(right_, right_begin, right_end),
                          left_end - left_begin});
    return left_end;
  }

  /// To the next shingles that agree, a letter or two more on one side allowed for. False where there are
  /// none near.
  bool go_on(std::size_t& l, std::size_t& r) const {
    for (std::size_t step = 1; step <= shingle_letters + widest_gap; ++step) {
      for (const std::ptrdiff_t shift : {0, 1, -1, 2, -2}) {
        const std::size_t next_l = l + step + static_cast<std::size_t>(std::max<std::ptrdiff_t>(shift, 0));
        const std::size_t next_r = r + step + static_cast<std::size_t>(std::max<std::ptrdiff_t>(-shift, 0));
        if (next_l >= left_.shingles.size() || next_r >= right_.shingles.size()) continue;
        if (left_.shingles[next_l] != right_.shingles[next_r]) continue;
        l = next_l;
        r = next_r;
        return true;
      }
    }
    return false;
  }

  static std::pair<std::size_t, std::size_t> counted(const Prepared& one, const std::vector<bool>& both) {
    std::size_t own = 0, same = 0;
    for (std::size_t i = 0; i < one.own.size(); ++i) {
      own += one.own[i] ? 1 : 0;
      same += one.own[i] && both[i] ? 1 : 0;
    }
    return {own, same};
  }

  const Prepared& left_;
  const Prepared& right_;
  std::unordered_map<std::uint64_t, std::size_t> place_in_right_;
  std::vector<bool> in_left_, in_right_;
};

}  // namespace

void CommonText::add_blank(std::string_view text) {
  for (const std::uint64_t shingle : shingles_of(letters_of(text).letters)) blank.insert(shingle);
}

Matching compare(std::string_view left_text, std::string_view right_text, const CommonText& common) {
  const Prepared left = prepared(left_text, common), right = prepared(right_text, common);
  Walk walk(left, right);
  walk.run();
  Matching result{walk.share(), std::move(walk.passages)};
  std::stable_sort(result.passages.begin(), result.passages.end(),
                   [](const Passage& a, const Passage& b) { return a.letters > b.letters; });
  if (result.passages.size() > most_passages) result.passages.resize(most_passages);
  return result;
}

}  // namespace ruamlint
