// CPU time of finding forms that are alike, among ever more made forms. tools/likeness-benchmark builds and
// runs it.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "likeness/alike.hpp"

using namespace ruamlint;

namespace {

double cpu_s() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}
  std::uint64_t operator()() {  // splitmix64 (Steele, Lea and Flood 2014)
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>((*this)() % limit); }
  bool one_in(std::size_t times) { return below(times) == 0; }

 private:
  std::uint64_t state_;
};

/// Forms of about four pages: a language of invented words used as rarely or often as words are (Zipf), each
/// form with a subject whose words it uses again and again, and with sentences that many forms share.
class MadeForms {
 public:
  MadeForms() {
    Chance chance(1);
    double sum = 0;
    for (std::size_t i = 0; i < vocabulary; ++i) {
      words_.push_back(word(chance));
      sum += 1 / static_cast<double>(i + 3);
      until_.push_back(sum);
    }
    for (std::size_t i = 0; i < stock_sentences; ++i) stock_.push_back(sentence(chance, i));
  }

  /// Every fifteenth form is another one's copy, in which a third of the sentences are new.
  static std::optional<std::size_t> original_of(std::size_t form) {
    if (form % 15 != 14) return std::nullopt;
    return form - 1 - form / 15 % 13;
  }

  [[nodiscard]] std::string text(std::size_t form) const {
    const auto original = original_of(form);
    const std::size_t source = original.value_or(form);
    Chance chance(source + 1000), rewriting(form + 7), news(form + 5'000'000'000);
    const std::size_t subject = chance.below(subjects);
    std::string text;
    for (std::size_t i = 0; i < sentences; ++i) {
      std::string next = chance.one_in(4) ? stock_[chance.below(stock_sentences)] : sentence(chance, subject);
      if (original && rewriting.one_in(3)) next = sentence(news, subject);
      text += next + "\n";
    }
    return text;
  }

 private:
  static constexpr std::size_t vocabulary = 20'000, subjects = 2'000, words_of_a_subject = 60;
  static constexpr std::size_t stock_sentences = 300, sentences = 130, words_in_a_sentence = 14;

  static std::string word(Chance& chance) {
    std::string word;
    for (std::size_t letters = 2 + chance.below(6); letters > 0; --letters) {
      const auto letter = 0xE01 + chance.below(44);
      word += {static_cast<char>(0xE0), static_cast<char>(0x80 | (letter >> 6 & 0x3F)),
               static_cast<char>(0x80 | (letter & 0x3F))};
    }
    return word;
  }

  const std::string& any_word(Chance& chance) const {
    const double at = static_cast<double>(chance() >> 11) / 9007199254740992.0 * until_.back();
    const auto found = std::lower_bound(until_.begin(), until_.end() - 1, at);
    return words_[static_cast<std::size_t>(found - until_.begin())];
  }

  std::string sentence(Chance& chance, std::size_t subject) const {
    std::string sentence;
    for (std::size_t i = 0; i < words_in_a_sentence; ++i) {
      if (!chance.one_in(3)) {
        sentence += any_word(chance);
        continue;
      }
      Chance of_subject(subject * words_of_a_subject + chance.below(words_of_a_subject));
      sentence += words_[of_subject.below(vocabulary)];
    }
    return sentence;
  }

  std::vector<std::string> words_, stock_;
  std::vector<double> until_;
};

struct Measured {
  double sketching_s = 0, finding_s = 0;
};

Measured measure(const MadeForms& forms, std::size_t count) {
  Measured measured;
  LikenessTask task;
  double making_s = 0;  // not what is measured
  const auto made = [&](std::size_t form) {
    const double start = cpu_s();
    std::string text = forms.text(form);
    making_s += cpu_s() - start;
    return text;
  };
  double start = cpu_s();
  for (std::size_t i = 0; i < count; ++i) task.sketches.push_back(sketch_of(made(i)));
  measured.sketching_s = cpu_s() - start - std::exchange(making_s, 0);
  task.judged = count;
  task.text_of = made;
  start = cpu_s();
  const std::vector<AlikePair> pairs = find_alike(std::move(task));
  measured.finding_s = cpu_s() - start - making_s;

  const auto planted = static_cast<double>((count + 0) / 15);
  const auto right = static_cast<double>(std::count_if(pairs.begin(), pairs.end(), [](const AlikePair& pair) {
    return MadeForms::original_of(pair.second) == pair.first;
  }));
  fmt::print("{:8} forms: finding {:8.2f} s CPU, sketching {:8.2f} s; recall {:.4f}, precision {:.4f}; peak {:.0f} MB\n",
             count, measured.finding_s, measured.sketching_s, right / planted,
             pairs.empty() ? 1 : right / static_cast<double>(pairs.size()), peak_mb());
  std::fflush(stdout);
  return measured;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t least = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1000;
  const std::size_t most = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 100'000;
  if (least == 0) return 2;
  const MadeForms forms;
  bool linear = true;
  double before_s = 0;
  for (std::size_t count = least; count <= most; count *= 10) {
    const Measured measured = measure(forms, count);
    const double times = measured.finding_s / (10 * before_s);
    if (before_s > 0) fmt::print("{:8} ten times as many: {:.2f} times linear\n", "", times);
    linear = linear && (before_s == 0 || times <= 1.2);
    before_s = measured.finding_s;
  }
  return linear ? 0 : 1;
}
