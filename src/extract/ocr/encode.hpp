// Pictures of pages as small files.
#pragma once

#include <string>

#include "extract/ocr/picture.hpp"

namespace ruamlint {

struct EncodedPicture {
  std::string media_type;  ///< "image/png" or "image/jpeg"; empty where nothing could be encoded
  std::string bytes;
};

/// The picture made no wider than `most_width` pixels, in sixteen grays where that is small (text), else as
/// JPEG (photographs, scans). The same picture gives the same bytes.
[[nodiscard]] EncodedPicture encode_page(const Picture& picture, int most_width);

}  // namespace ruamlint
