// The trained numbers of the digit reader; digit_weights.cpp is made by tools/ocr-digit-train.
#pragma once

#include <cstdint>

namespace ruamlint::ocr {

/// Whole numbers that stand for `values[i] * scale`.
struct DigitLayer {
  const std::int8_t* values = nullptr;
  float scale = 0;
};

/// A network of one hidden layer: inputs by hidden and hidden by classes, row by row.
struct DigitWeights {
  int inputs = 0, hidden_units = 0;
  DigitLayer hidden, hidden_bias, output, output_bias;
};

extern const DigitWeights edges_weights;
extern const DigitWeights pixels_weights;

}  // namespace ruamlint::ocr
