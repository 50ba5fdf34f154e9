// Glyphs to clusters: every mark on its base, the two glyphs of Word's ำ as one letter, symbol fonts as
// Unicode.
#pragma once

#include <vector>

#include "extract/pdf/lines.hpp"
#include "extract/pdf/poppler_adapter.hpp"
#include "extract/pdf/sara_am.hpp"

namespace ruamlint::pdf {

/// The visible text of a page in drawing order.
[[nodiscard]] std::vector<Cluster> find_clusters(const PageContent& page, bool with_unseen, StemCodes& stems);

}  // namespace ruamlint::pdf
