#include "extract/docx/chunks.hpp"

#include <algorithm>
#include <utility>

#include "extract/docx/html.hpp"
#include "extract/docx/joined_runs.hpp"
#include "extract/docx/limits.hpp"
#include "extract/docx/mime.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

constexpr const char* unread = "piece";  ///< damaged, of an unknown kind, or larger than limits.hpp allows

Story read_plain_text(std::string_view text, std::string_view part) {
  Story story;
  Place place;
  place.part = part;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    Block block;
    ++place.paragraph;
    block.place = place;
    block.text = text_at(text.substr(0, end), place, Origin::text_layer);
    if (!block.text.empty()) story.blocks.push_back(std::move(block));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return story;
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  return bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
}

std::variant<Story, std::string> story_or_unread(std::optional<Story> story) {
  if (!story) return unread;
  return std::move(*story);
}

}  // namespace

std::variant<Story, std::string> read_chunk(const StoryContext& context, const std::string& part) {
  if (!context.chunks.take_one()) return unread;
  const auto read = context.package.read(part, max_chunk_bytes);
  const auto* whole = std::get_if<std::string>(&read);
  if (whole == nullptr) return unread;
  const std::string_view bytes = without_mark(*whole);
  const std::string_view beginning = trimmed(bytes.substr(0, 200));
  if (beginning.starts_with("{\\rtf")) return "rtf";
  const std::string name = story_name(part);
  if (beginning.starts_with("PK"))
    return story_or_unread(read_inner_docx(*whole, context.pictures.options(), name));
  if (is_mime(bytes)) {
    const auto page = page_of_mime(bytes);
    if (!page) return unread;
    return story_or_unread(read_html(page->bytes, page->encoding, name));
  }
  if (beginning.starts_with('<')) return story_or_unread(read_html(bytes, "", name));
  if (valid_utf8(bytes) != bytes) return unread;
  return read_plain_text(bytes, name);
}

}  // namespace ruamlint::docx
