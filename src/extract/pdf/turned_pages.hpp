// Pages that were laid on their side, or on their head, before they were made a PDF: all of their text stands
// turned, and nothing in the file says so. They are read as if the page were turned, and places turned back.
#pragma once

#include "document/document.hpp"
#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint::pdf {

/// By how many degrees the page has to be turned, clockwise, for its text to stand upright; 0 where it does,
/// or where only some of it does not.
[[nodiscard]] int turn_to_upright(const PageContent& page);

/// Turns places on that page (its size as shown is `shown`) back. Lines lose their stops, which run along the
/// x axis only.
void turn_back(Document& document, const ruamlint::Page& shown, int clockwise);

}  // namespace ruamlint::pdf
