// What every page of ours has around its content: head, languages, foot.
#pragma once

#include <string>
#include <string_view>

#include "report/html/markup.hpp"
#include "report/report.hpp"

namespace ruamlint::html {

struct PageFrame {
  const Pack& pack;
  std::string version;               ///< the program's
  std::string title_th, title_en;    ///< of the window
  Language language = Language::th;  ///< shown first
  /// What the page has of its own beside the common sheet and script; ours, never a form's.
  std::string_view more_style = {}, more_script = {};
};

/// The whole page around `content`, with nothing in it that is fetched from elsewhere.
[[nodiscard]] std::string page(const PageFrame& frame, const Markup& content);

}  // namespace ruamlint::html
