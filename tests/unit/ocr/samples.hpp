// The pictures of tests/corpus/ocr, made by `tools/ocr-corpus --samples`, and their text.
#pragma once

#include <string>
#include <vector>

#include "extract/ocr/ocr.hpp"

namespace ruamlint::test {

[[nodiscard]] std::string sample_bytes(const std::string& file);
/// The first page. Fails the test where it cannot be decoded.
[[nodiscard]] Picture sample_picture(const std::string& file);
/// Recognised by one engine that all tests share: loading it takes longer than most of them.
[[nodiscard]] RecognisedPage recognised(const Picture& picture);
/// The lines of NAME.txt.
[[nodiscard]] std::vector<std::string> sample_text(const std::string& name);
/// All that was read, paragraphs and cells one after the other.
[[nodiscard]] std::string all_text(const RecognisedPage& page);
/// Share of letters that differ; white space and tick boxes do not count.
[[nodiscard]] double error_rate(const std::string& wanted, const std::string& read);

}  // namespace ruamlint::test
