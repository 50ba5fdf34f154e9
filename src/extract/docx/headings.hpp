// Headings that nobody marked as such: short lines that stand out by weight or size.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace ruamlint::docx {

/// Makes headings of level 0 (unknown) of paragraphs and list items that look like headings among `blocks`,
/// the body in its order. Where most of the text is bold, weight says nothing and is passed over.
void mark_faked_headings(std::vector<Block>& blocks);

}  // namespace ruamlint::docx
