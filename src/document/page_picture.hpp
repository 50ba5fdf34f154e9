// A page as a picture for a reader's eyes.
#pragma once

#include <string>

namespace ruamlint {

struct PagePicture {
  int page = 0;
  double width_pt = 0, height_pt = 0;  ///< of the page as shown
  std::string media_type;              ///< "image/png" or "image/jpeg"
  std::string base64;                  ///< its bytes, as they stand in a page of HTML
};

}  // namespace ruamlint
