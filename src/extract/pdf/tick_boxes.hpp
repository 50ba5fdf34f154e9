// Tick boxes that are drawn or are form fields, as letters among the text.
#pragma once

#include <vector>

#include "extract/pdf/lines.hpp"
#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint::pdf {

/// Adds ☐ ☑ ○ ◉ for the page's check and radio fields and for small outlines, with a mark in them or without;
/// letters that are such a mark are taken out.
void add_tick_boxes(const PageContent& page, std::vector<Cluster>& clusters);

}  // namespace ruamlint::pdf
