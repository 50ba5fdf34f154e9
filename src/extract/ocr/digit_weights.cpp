// Placeholder until trained.
#include "extract/ocr/digit_weights.hpp"
namespace ruamlint::ocr {
const DigitWeights edges_weights;
const DigitWeights pixels_weights;
}  // namespace ruamlint::ocr
