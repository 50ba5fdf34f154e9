// Parts of a package with something put into them; every byte that was there stays, in its order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/docx/body_text.hpp"
#include "annotate/docx/comment_places.hpp"

namespace ruamlint::docx {

/// `part` with a comment's marks around each place; the i-th place is that of comment `first_id` + i.
[[nodiscard]] std::string with_comment_marks(std::string_view part, const BodyText& body,
                                             const std::vector<CommentPlace>& places, int first_id);

/// `part` with `xml` as the last content of its root. Nothing where the part is broken.
[[nodiscard]] std::optional<std::string> with_last_child(std::string_view part, std::string_view xml);

/// For text between tags and in attributes.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace ruamlint::docx
