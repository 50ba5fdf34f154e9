// Glyphs to clusters: every mark on its base, symbol fonts as Unicode.
#pragma once

#include <vector>

#include "extract/pdf/lines.hpp"
#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint::pdf {

/// The visible text of a page in drawing order.
[[nodiscard]] std::vector<Cluster> find_clusters(const PageContent& page, bool with_unseen);

}  // namespace ruamlint::pdf
