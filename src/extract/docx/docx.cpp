#include "extract/docx/docx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "extract/docx/chunks.hpp"
#include "extract/docx/context.hpp"
#include "extract/docx/headings.hpp"
#include "extract/docx/joined_runs.hpp"
#include "extract/docx/limits.hpp"
#include "extract/docx/numbering.hpp"
#include "extract/docx/package.hpp"
#include "extract/docx/prompts.hpp"
#include "extract/docx/story.hpp"
#include "extract/docx/styles.hpp"
#include "extract/docx/xml_cursor.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace docx {
namespace {

/// Stories beside the body, by the type of their relation.
constexpr std::array<std::string_view, 5> side_stories = {"header", "footer", "footnotes", "endnotes",
                                                          "comments"};

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
  DocxReader(Package package, const DocxOptions& options, int chunks)
      : package_(std::move(package)), pictures_(package_, options), chunks_(chunks) {}

  ReadResult read() {
    Story body;
    if (!read_definitions() || !read_body(body, "document")) return *fault_;
    if (body.blocks.empty() && body.answers.empty()) return ReadError{ReadFault::no_text, ""};

    Document document;
    document.format = "docx";
    document.blocks = std::move(body.blocks);
    mark_faked_headings(document.blocks);
    read_side_stories(document, body);
    document.furniture = std::move(body.furniture);
    note_what_was_left(document, body);
    document.links = std::move(body.links);
    document.metadata = read_metadata();
    finish_answers(document, std::move(body.answers));
    doubt_if_illegible(document);
    return document;
  }

  /// The body alone, with `part` as the name that places carry.
  std::optional<Story> read_inner(std::string_view part) {
    Story body;
    return read_definitions() && read_body(body, part) ? std::optional(std::move(body)) : std::nullopt;
  }

 private:
  bool read_definitions() {
    const auto main = find_main_part(package_);
    if (const auto* why = std::get_if<ReadError>(&main)) {
      fault_ = *why;
      return false;
    }
    main_ = std::get<MainPart>(main);
    relations_ = relations_of(package_, main_.name);
    if (!read_one("styles", [&](XmlCursor& xml) { styles_ = Styles(xml); })) return false;
    if (!read_one("numbering", [&](XmlCursor& xml) { lists_ = ListDefinitions(xml, styles_); })) return false;
    // Without its prompts a form can still be read.
    if (!read_one("glossaryDocument", [&](XmlCursor& xml) { read_glossary(xml); })) fault_.reset();
    return true;
  }

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

  void read_glossary(XmlCursor& xml) { prompts_ = Prompts(xml); }

  [[nodiscard]] StoryContext context(std::string_view part) {
    StoryContext context{styles_, lists_, prompts_, package_, pictures_, chunks_, {}};
    for (const Relation& relation : relations_of(package_, part))
      context.relations.emplace(relation.id, relation);
    return context;
  }

  bool read_body(Story& body, std::string_view part) {
    bool is_document = false;
    const bool sound = read_part(main_.name, [&](XmlCursor& xml) {
      is_document = xml.name() == "w:document";
      if (is_document) body = read_story(xml, context(main_.name), part);
    });
    if (sound && !is_document) fault_ = ReadError{ReadFault::not_a_form, "zip"};
    return sound && is_document;
  }

  /// Their text is furniture; what else they hold counts with the body.
  void read_side_stories(Document& document, Story& body) {
    for (const Relation& relation : relations_) {
      if (relation.external ||
          std::find(side_stories.begin(), side_stories.end(), relation.type) == side_stories.end())
        continue;
      const std::string name = story_name(relation.target);
      Story story;
      if (!read_part(relation.target,
                     [&](XmlCursor& xml) { story = read_story(xml, context(relation.target), name); }))
        add_note(document, Note::Kind::truncated, fault_->detail);
      move_to_end(story.blocks, body.furniture);
      add_beside(std::move(story), body);
    }
  }

  void note_what_was_left(Document& document, const Story& body) {
    const auto note_count = [&document](Note::Kind kind, int count) {
      if (count > 0) add_note(document, kind, fmt::format("{}", count));
    };
    note_count(Note::Kind::tracked_changes, body.tracked_changes);
    if (const std::string hidden = repaired(trimmed(body.hidden)); !hidden.empty())
      add_note(document, Note::Kind::hidden_text, std::string(beginning_of(hidden, max_quote_bytes)));
    if (body.recognised_pictures > 0) add_note(document, Note::Kind::page_by_ocr, "picture");
    note_count(Note::Kind::picture_not_read, body.unread_pictures);
    note_count(Note::Kind::attachments, body.foreign_parts);
    for (const std::string& why : body.unread_chunks) add_note(document, Note::Kind::page_not_read, why);
    const bool macros = std::any_of(relations_.begin(), relations_.end(),
                                    [](const Relation& relation) { return relation.type == "vbaProject"; });
    if (macros || main_.may_have_macros) add_note(document, Note::Kind::macros, "");
    if (main_.file_template) add_note(document, Note::Kind::file_template, "");
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
  PictureTexts pictures_;
  ChunkBudget chunks_;
  MainPart main_;
  std::vector<Relation> relations_;
  Styles styles_;
  ListDefinitions lists_;
  Prompts prompts_;
  std::optional<ReadError> fault_;
};

}  // namespace

std::optional<Story> read_inner_docx(std::string_view bytes, const DocxOptions& options,
                                     std::string_view part) {
  auto package = Package::open(bytes);
  if (std::holds_alternative<ReadError>(package)) return std::nullopt;
  return DocxReader(std::move(std::get<Package>(package)), options, 0).read_inner(part);
}

}  // namespace docx

ReadResult read_docx(std::string_view bytes, const DocxOptions& options) {
  auto package = docx::Package::open(bytes);
  if (const auto* why = std::get_if<ReadError>(&package)) return *why;
  return docx::DocxReader(std::move(std::get<docx::Package>(package)), options, docx::max_chunks).read();
}

}  // namespace ruamlint
