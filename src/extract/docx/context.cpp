#include "extract/docx/context.hpp"

namespace ruamlint::docx {
const std::vector<Block>* PictureTexts::read(const std::string& part) {
  if (!options_.recognise) return nullptr;
  auto found = pictures_.find(part);
  if (found == pictures_.end()) {
    Picture picture;
    if (pictures_.size() < max_pictures) {
      const auto bytes = package_.read(part, max_picture_bytes);
      if (const auto* picture_bytes = std::get_if<std::string>(&bytes)) {
        RecognisedPage page = options_.recognise(*picture_bytes);
        picture.read = !page.failed;
        picture.blocks = std::move(page.blocks);
      }
    }
    found = pictures_.emplace(part, std::move(picture)).first;
  }
  return found->second.read ? &found->second.blocks : nullptr;
}

const Relation* StoryContext::relation(std::string_view id) const {
  const auto found = relations.find(std::string(id));
  return found == relations.end() ? nullptr : &found->second;
}

std::string story_name(std::string_view part) {
  part = part.substr(part.rfind('/') + 1);  // npos + 1 is 0
  return std::string(part.substr(0, part.rfind('.')));
}

}  // namespace ruamlint::docx
