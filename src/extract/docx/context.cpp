#include "extract/docx/context.hpp"

#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {
namespace {

/// At an a:p.
std::string paragraph_of(XmlCursor& xml) {
  std::string text;
  for (auto run = xml.children(); run.next();) {
    if (xml.name() == "a:br") text += '\n';
    for (auto child = xml.children(); child.next();)
      if (xml.name() == "a:t") text += xml.text();
  }
  return text;
}

/// At a dgm:pt: a node of the drawing, or a part of its make-up that holds no words.
void read_point(XmlCursor& xml, std::vector<std::string>& paragraphs) {
  const std::string_view type = xml.attribute_or("type", "node");
  if (type != "node" && type != "asst") return;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "dgm:t") continue;
    for (auto paragraph = xml.children(); paragraph.next();)
      if (xml.name() == "a:p") paragraphs.push_back(paragraph_of(xml));
  }
}

}  // namespace

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
    if (picture.read) ++count_;
    found = pictures_.emplace(part, std::move(picture)).first;
  }
  return found->second.read ? &found->second.blocks : nullptr;
}

const Relation* StoryContext::relation(std::string_view id) const {
  const auto found = relations.find(std::string(id));
  return found == relations.end() ? nullptr : &found->second;
}

std::vector<std::string> read_diagram(Package& package, const std::string& part) {
  std::vector<std::string> paragraphs;
  auto stream = package.stream(part);
  if (!std::holds_alternative<PartStream>(stream)) return paragraphs;
  XmlCursor xml(std::get<PartStream>(stream), part);
  if (!xml.enter_root()) return paragraphs;
  for (auto list = xml.children(); list.next();) {
    if (xml.name() != "dgm:ptLst") continue;
    for (auto point = xml.children(); point.next();)
      if (xml.name() == "dgm:pt") read_point(xml, paragraphs);
  }
  return paragraphs;
}

}  // namespace ruamlint::docx
