#include "extract/ocr/digit_reader.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "extract/ocr/digit_weights.hpp"

namespace ruamlint::ocr {
namespace {

std::array<float, digit_classes> probabilities(const DigitWeights& weights,
                                               const std::vector<std::uint8_t>& inputs) {
  const auto hidden_units = static_cast<std::size_t>(weights.hidden_units);
  std::vector<std::int32_t> sums(hidden_units);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::int32_t input = inputs[i];
    if (input == 0) continue;
    const std::int8_t* row = weights.hidden.values + i * hidden_units;
    for (std::size_t h = 0; h < hidden_units; ++h) sums[h] += input * row[h];
  }
  std::array<float, digit_classes> scores{};
  for (std::size_t c = 0; c < digit_classes; ++c)
    scores[c] = static_cast<float>(weights.output_bias.values[c]) * weights.output_bias.scale;
  for (std::size_t h = 0; h < hidden_units; ++h) {
    const float value = static_cast<float>(sums[h]) * weights.hidden.scale / 255 +
                        static_cast<float>(weights.hidden_bias.values[h]) * weights.hidden_bias.scale;
    if (value <= 0) continue;
    const std::int8_t* row = weights.output.values + h * digit_classes;
    for (std::size_t c = 0; c < digit_classes; ++c)
      scores[c] += value * static_cast<float>(row[c]) * weights.output.scale;
  }
  const float best = *std::max_element(scores.begin(), scores.end());
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - best);
  for (float& score : scores) score /= sum;
  return scores;
}

template <class Range>
std::vector<std::uint8_t> with_measures(const Range& range, const GlyphFeatures& features) {
  std::vector<std::uint8_t> inputs(range.begin(), range.end());
  inputs.insert(inputs.end(), features.measures.begin(), features.measures.end());
  return inputs;
}

}  // namespace

float DigitReading::certainty(std::size_t digit_class) const {
  return std::min(edges[digit_class], pixels[digit_class]);
}

float DigitReading::certainty_of_value(std::size_t value) const {
  constexpr std::size_t thai = 10;  // zero is much the same in both
  return std::min(edges[value] + edges[value + thai], pixels[value] + pixels[value + thai]);
}

float DigitReading::digit_share() const {
  return 1 - (edges[no_digit] + pixels[no_digit]) / 2;
}

DigitReading read_digit(const GlyphFeatures& features) {
  return {probabilities(edges_weights, with_measures(features.edges, features)),
          probabilities(pixels_weights, with_measures(features.pixels, features))};
}

}  // namespace ruamlint::ocr
