#include "extract/docx/docx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "extract/docx/numbering.hpp"
#include "extract/docx/package.hpp"
#include "extract/docx/story.hpp"
#include "extract/docx/styles.hpp"
#include "extract/docx/xml_cursor.hpp"
#include "text/repair.hpp"

namespace ruamlint {
namespace docx {
namespace {

/// Stories beside the body, by the type of their relation.
constexpr std::array<std::string_view, 5> side_stories = {"header", "footer", "footnotes", "endnotes",
                                                          "comments"};

/// "word/header1.xml" -> "header1".
std::string story_name(std::string_view part) {
  part = part.substr(part.rfind('/') + 1);  // npos + 1 is 0
  return std::string(part.substr(0, part.rfind('.')));
}

void add_note(Document& document, Note::Kind kind, std::string detail) {
  Note note;
  note.kind = kind;
  note.detail = std::move(detail);
  document.notes.push_back(std::move(note));
}

/// One reading of a package. Parts that carry the form's meaning (body, styles, numbering) must be sound;
/// what stands beside it may be missing, which is noted.
class DocxReader {
 public:
  explicit DocxReader(Package package) : package_(std::move(package)) {}

  ReadResult read() {
    const auto main = find_main_part(package_);
    if (const auto* why = std::get_if<ReadError>(&main)) return *why;
    main_part_ = std::get<std::string>(main);
    relations_ = relations_of(package_, main_part_);
    Styles styles;
    ListDefinitions lists;
    Story body;
    if (!read_one("styles", [&](XmlCursor& xml) { styles = Styles(xml); })) return *fault_;
    if (!read_one("numbering", [&](XmlCursor& xml) { lists = ListDefinitions(xml); })) return *fault_;
    if (!read_body(styles, lists, body)) return *fault_;

    Document document;
    document.format = "docx";
    note_what_was_left(document, body);
    if (body.blocks.empty() && body.answers.empty()) return ReadError{ReadFault::no_text, ""};
    document.blocks = std::move(body.blocks);
    document.furniture = std::move(body.furniture);
    read_side_stories(document, styles, lists);
    document.metadata = read_metadata();
    finish_answers(document, std::move(body.answers));
    return document;
  }

 private:
  /// Lets `take` read the part from its root; false, with fault_, where it is missing or broken.
  template <class Take>
  bool read_part(const std::string& part, Take take) {
    auto stream = package_.stream(part);
    if (const auto* why = std::get_if<ReadError>(&stream)) {
      fault_ = *why;
      return false;
    }
    XmlCursor xml(std::get<PartStream>(stream), part);
    if (xml.enter_root()) take(xml);
    xml.finish();
    if (xml.fault()) fault_ = xml.fault();
    return !xml.fault();
  }

  /// The same for the one part of that relation; a document need not have it.
  template <class Take>
  bool read_one(std::string_view type, Take take) {
    const auto relation = std::find_if(relations_.begin(), relations_.end(), [&](const Relation& candidate) {
      return candidate.type == type && !candidate.external && package_.has(candidate.target);
    });
    return relation == relations_.end() || read_part(relation->target, take);
  }

  bool read_body(const Styles& styles, const ListDefinitions& lists, Story& body) {
    bool is_document = false;
    const bool sound = read_part(main_part_, [&](XmlCursor& xml) {
      is_document = xml.name() == "w:document";
      if (is_document) body = read_story(xml, styles, lists, "document");
    });
    if (sound && !is_document) fault_ = ReadError{ReadFault::not_a_form, "zip"};
    return sound && is_document;
  }

  void read_side_stories(Document& document, const Styles& styles, const ListDefinitions& lists) {
    for (const Relation& relation : relations_) {
      if (relation.external ||
          std::find(side_stories.begin(), side_stories.end(), relation.type) == side_stories.end())
        continue;
      const std::string name = story_name(relation.target);
      Story story;
      if (!read_part(relation.target, [&](XmlCursor& xml) { story = read_story(xml, styles, lists, name); }))
        add_note(document, Note::Kind::truncated, fault_->detail);
      auto& furniture = document.furniture;
      furniture.insert(furniture.end(), std::make_move_iterator(story.blocks.begin()),
                       std::make_move_iterator(story.blocks.end()));
    }
  }

  void note_what_was_left(Document& document, const Story& body) {
    if (body.tracked_changes > 0)
      add_note(document, Note::Kind::tracked_changes, fmt::format("{}", body.tracked_changes));
    if (!body.hidden.empty()) add_note(document, Note::Kind::hidden_text, repaired(body.hidden));
    if (body.large_pictures > 0)
      add_note(document, Note::Kind::picture_not_read, fmt::format("{}", body.large_pictures));
    if (body.foreign_parts > 0)
      add_note(document, Note::Kind::attachments, fmt::format("{}", body.foreign_parts));
    const bool macros = std::any_of(relations_.begin(), relations_.end(),
                                    [](const Relation& relation) { return relation.type == "vbaProject"; });
    if (macros) add_note(document, Note::Kind::macros, "");
  }

  Metadata read_metadata() {
    Metadata metadata;
    const auto take_text = [](XmlCursor& xml, std::string_view name, std::string& text) {
      if (xml.name() == name) text = repaired(xml.text());
    };
    for (const Relation& relation : relations_of(package_, "")) {
      if (relation.external || (relation.type != "core-properties" && relation.type != "extended-properties"))
        continue;
      // A broken one costs the title and no more.
      (void)read_part(relation.target, [&](XmlCursor& xml) {
        for (auto child = xml.children(); child.next();) {
          take_text(xml, "dc:title", metadata.title);
          take_text(xml, "dc:creator", metadata.author);
          take_text(xml, "app:Application", metadata.producer);
        }
      });
    }
    return metadata;
  }

  /// Ticks first: they are told from one another by their place, and in a DOCX all answers of a paragraph
  /// share theirs.
  static void finish_answers(Document& document, std::vector<Answer> answers) {
    add_ticks_from_text(document);
    document.answers.insert(document.answers.begin(), std::make_move_iterator(answers.begin()),
                            std::make_move_iterator(answers.end()));
  }

  Package package_;
  std::string main_part_;
  std::vector<Relation> relations_;
  std::optional<ReadError> fault_;
};

}  // namespace
}  // namespace docx

ReadResult read_docx(std::string_view bytes) {
  auto package = docx::Package::open(bytes);
  if (const auto* why = std::get_if<ReadError>(&package)) return *why;
  return docx::DocxReader(std::move(std::get<docx::Package>(package))).read();
}

}  // namespace ruamlint
