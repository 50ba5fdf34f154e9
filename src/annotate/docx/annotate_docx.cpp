#include "annotate/docx/annotate_docx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "annotate/docx/body_text.hpp"
#include "annotate/docx/comment_places.hpp"
#include "annotate/docx/package_copy.hpp"
#include "annotate/docx/part_edits.hpp"
#include "annotate/docx/xml_positions.hpp"
#include "extract/docx/context.hpp"
#include "extract/docx/limits.hpp"
#include "extract/docx/package.hpp"

namespace ruamlint {
namespace {

using namespace docx;

constexpr std::string_view content_types = "[Content_Types].xml";
constexpr std::string_view content_types_space =
    "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view relations_space = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view comments_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return std::string(part.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
}

std::string relations_part_of(std::string_view part) {
  const std::string folder = folder_of(part);
  return fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
}

/// Comments of a strict document are strict too.
std::string comments_relation_type(const BodyText& body) {
  const bool strict = body.space.find("purl.oclc.org") != std::string::npos;
  return strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
}

std::optional<std::string> part_text(Package& package, std::string_view part) {
  auto read = package.read(part, max_part_bytes);
  if (auto* text = std::get_if<std::string>(&read)) return as_utf8(std::move(*text));
  return std::nullopt;
}

class IdFinder : public XmlHandler {
 public:
  void start(const XmlTag& tag) override {
    if (tag.name != "comment") return;
    const std::string_view said = tag.attribute("id") == nullptr ? "" : tag.attribute("id");
    int id = 0;
    std::from_chars(said.data(), said.data() + said.size(), id);
    if (id < most) first_free = std::max(first_free, id + 1);
  }
  static constexpr int most = 1'000'000'000;
  int first_free = 0;
};

/// With a paragraph for each line of the text. It names its namespace itself, whatever prefixes its part has.
std::string comment_xml(int id, std::string_view text, std::string_view author, std::string_view space) {
  std::string paragraphs;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    paragraphs += fmt::format("<w:p>{}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                              begin == 0 ? "<w:r><w:annotationRef/></w:r>" : "",
                              escaped(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return fmt::format("<w:comment xmlns:w=\"{}\" w:id=\"{}\" w:author=\"{}\" w:initials=\"rl\">{}</w:comment>",
                     space, id, escaped(author), paragraphs);
}

std::string comment_text(const Annotation& annotation, const CommentPlace& place) {
  // Where the words themselves could not be marked, the comment says which they are.
  if (place.at_words || annotation.quote.empty()) return annotation.text;
  return fmt::format("“{}”\n{}", annotation.quote, annotation.text);
}

/// The parts of a document that take part in its comments, and what becomes of them.
class CommentedPackage {
 public:
  CommentedPackage(Package& package, PackageCopy& copy, std::string main_part)
      : package_(package), copy_(copy), main_part_(std::move(main_part)) {
    for (const Relation& relation : relations_of(package_, main_part_)) {
      if (relation.type == "comments" && !relation.external && package_.has(relation.target))
        comments_part_ = relation.target;
    }
  }

  [[nodiscard]] bool add(const std::vector<Annotation>& annotations, const AnnotateOptions& options) {
    const auto main = part_text(package_, main_part_);
    if (!main) return false;
    const auto body = read_body_text(*main);
    if (!body) return false;
    int id = 0;
    if (!take_first_free_id(id)) return false;
    const CommentPlaces places(*body, story_name(main_part_));
    std::vector<CommentPlace> found;
    std::string comments;
    for (const Annotation& annotation : annotations) {
      found.push_back(places.place_of(annotation));
      comments += comment_xml(id + static_cast<int>(found.size()) - 1, comment_text(annotation, found.back()),
                              options.author, body->space);
    }
    return copy_.put(main_part_, with_comment_marks(*main, *body, found, id)) &&
           put_comments(comments, *body);
  }

 private:
  [[nodiscard]] bool take_first_free_id(int& id) const {
    if (comments_part_.empty()) return true;
    const auto comments = part_text(package_, comments_part_);
    IdFinder finder;
    if (!comments || !walk_xml(*comments, finder)) return false;
    id = finder.first_free;
    return true;
  }

  [[nodiscard]] bool put_comments(std::string_view comments, const BodyText& body) {
    if (!comments_part_.empty()) return put_last_child(comments_part_, comments, {});
    const std::string part = free_name();
    const std::string type = fmt::format("<Override xmlns=\"{}\" PartName=\"/{}\" ContentType=\"{}\"/>",
                                         content_types_space, escaped(part), comments_type);
    const std::string relation =
        fmt::format("<Relationship xmlns=\"{}\" Id=\"{}\" Type=\"{}\" Target=\"/{}\"/>", relations_space,
                    free_relation_id(), comments_relation_type(body), escaped(part));
    return copy_.put(part, fmt::format("{}<w:comments xmlns:w=\"{}\">{}</w:comments>", declaration,
                                       body.space, comments)) &&
           put_last_child(std::string(content_types), type, {}) &&
           put_last_child(relations_part_of(main_part_), relation,
                          fmt::format("{}<Relationships xmlns=\"{}\"/>", declaration, relations_space));
  }

  [[nodiscard]] bool put_last_child(const std::string& part, std::string_view xml,
                                    std::string_view if_missing) {
    const auto before =
        package_.has(part) ? part_text(package_, part) : std::optional<std::string>(if_missing);
    if (!before) return false;
    auto after = with_last_child(*before, xml);
    return after && copy_.put(part, std::move(*after));
  }

  [[nodiscard]] std::string free_name() const {
    const std::string folder = folder_of(main_part_);
    std::string name = folder + "comments.xml";
    for (int n = 2; package_.has(name); ++n) name = fmt::format("{}comments{}.xml", folder, n);
    return name;
  }

  [[nodiscard]] std::string free_relation_id() const {
    const std::vector<Relation> relations = relations_of(package_, main_part_);
    for (int n = 1;; ++n) {
      std::string id = fmt::format("rIdComments{}", n);
      if (std::none_of(relations.begin(), relations.end(),
                       [&](const Relation& relation) { return relation.id == id; }))
        return id;
    }
  }

  Package& package_;
  PackageCopy& copy_;
  std::string main_part_, comments_part_;
};

bool bears_signature(const Package& package) {
  return std::any_of(package.names().begin(), package.names().end(),
                     [](const std::string& name) { return name.starts_with("_xmlsignatures/"); });
}

}  // namespace

AnnotatedCopy annotate_docx(std::string_view docx, const std::vector<Annotation>& annotations,
                            const AnnotateOptions& options) {
  auto opened = Package::open(docx);
  if (const auto* why = std::get_if<ReadError>(&opened)) {
    if (why->fault == ReadFault::encrypted) return AnnotateFault::locked;
    return why->fault == ReadFault::too_large ? AnnotateFault::too_large : AnnotateFault::unreadable;
  }
  Package& package = std::get<Package>(opened);
  const auto main = find_main_part(package);
  auto copy = PackageCopy::of(docx);
  if (!std::holds_alternative<MainPart>(main) || !copy) return AnnotateFault::unreadable;

  std::vector<Annotation> written = annotations;
  if (!options.signed_warning.empty() && bears_signature(package))
    written.insert(written.begin(), {Annotation::Tone::mend, options.signed_warning, {}, {}, {}, {}});
  if (written.empty()) return std::string(docx);
  CommentedPackage commented(package, *copy, std::get<MainPart>(main).name);
  if (!commented.add(written, options)) return AnnotateFault::unreadable;
  auto bytes = copy->finish();
  if (!bytes) return AnnotateFault::unreadable;
  return std::move(*bytes);
}

}  // namespace ruamlint
