// A story is a part that holds running text: the body, a header, the footnotes.
#pragma once

#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "extract/docx/context.hpp"
#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

struct Story {
  std::vector<Block> blocks;
  std::vector<Block> furniture;  ///< tables of contents
  std::vector<Answer> answers;   ///< of fields, and of bullets that are boxes; ticks in the text are not here
  std::vector<Link> links;
  std::string hidden;  ///< the beginning of what nobody sees
  int tracked_changes = 0;
  int unread_pictures = 0;  ///< large enough to hold text
  int recognised_pictures = 0;
  int foreign_parts = 0;                ///< objects of other programs
  std::set<std::string> unread_chunks;  ///< of parts that show as text and could not be read: "rtf", "piece"
};

/// All that `from` holds beside its blocks, to `to`.
void add_beside(Story&& from, Story& to);

template <class T>
void move_to_end(std::vector<T>& from, std::vector<T>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// At the root of the part. Reads it as far as it is sound: xml.fault() says afterwards whether all went
/// well. `part` is the name that places carry.
[[nodiscard]] Story read_story(XmlCursor& xml, const StoryContext& context, std::string_view part);

}  // namespace ruamlint::docx
