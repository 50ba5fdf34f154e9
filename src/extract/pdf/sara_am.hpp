// Word's ำ: two glyphs, a ring and a stem, whose codes do not say what they are.
#pragma once

#include <map>
#include <string>

#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint::pdf {

/// What the document's fonts were seen to do so far.
struct StemCodes {
  struct Habits {
    bool rings = false;     ///< draws the ring as a space without advance
    bool plain_aa = false;  ///< has a code of its own for า
  };
  std::map<std::string, Habits> fonts;  ///< by name
  bool any_rings = false;
};

/// Word writes ำ as a ring and a stem. The ring's code is a space without advance, the stem's is า or ำ for
/// every stem of the font, whatever it stands for; the ring alone decides (docs/architecture.md, "Thai
/// repair"). To be called once a page, the pages in order.
void mend_sara_am(PageContent& page, StemCodes& stems);

}  // namespace ruamlint::pdf
