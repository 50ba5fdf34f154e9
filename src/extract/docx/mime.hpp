// Web pages saved in one file (MHTML, RFC 2557): what some programs put into a DOCX instead of a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ruamlint::docx {

struct WebPage {
  std::string bytes;
  std::string encoding;  ///< as the message names it; empty where it does not
};

/// Whether the bytes begin as a message does.
[[nodiscard]] bool is_mime(std::string_view bytes);

/// The message's first page (text/html), decoded. Nothing where it has none.
[[nodiscard]] std::optional<WebPage> page_of_mime(std::string_view bytes);

}  // namespace ruamlint::docx
