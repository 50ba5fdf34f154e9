// The part of package.hpp that reads XML: relations and content types.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "extract/docx/limits.hpp"
#include "extract/docx/package.hpp"
#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {
namespace {

constexpr std::uint64_t max_mimetype_bytes = 1024;

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

/// "word/document.xml" -> "word/_rels/document.xml.rels"; "" -> "_rels/.rels".
std::string relations_part(std::string_view part) {
  const std::string folder = folder_of(part);
  return fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
}

/// A relative reference against the folder of the part that holds it; empty where it leaves the package.
std::string resolved(std::string_view folder, std::string_view target) {
  const bool absolute = !target.empty() && target.front() == '/';
  const std::string path = absolute ? std::string(target) : fmt::format("/{}{}", folder, target);
  std::vector<std::string_view> steps;
  std::string_view rest = path;
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the slash
    const std::string_view step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(step.size());
    if (step == "..") {
      if (steps.empty()) return {};
      steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
  }
  return fmt::format("{}", fmt::join(steps, "/"));
}

std::string last_step(std::string_view address) {
  const std::size_t slash = address.rfind('/');
  return std::string(slash == std::string_view::npos ? address : address.substr(slash + 1));
}

struct ContentTypes {
  std::vector<std::pair<std::string, std::string>> parts;  ///< part (no leading slash) and type
};

ContentTypes content_types_of(Package& package) {
  ContentTypes types;
  auto stream = package.stream("[Content_Types].xml");
  if (!std::holds_alternative<PartStream>(stream)) return types;
  XmlCursor xml(std::get<PartStream>(stream), "[Content_Types].xml");
  if (!xml.enter_root()) return types;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "ct:Override") continue;
    std::string_view part = xml.attribute_or("PartName", "");
    if (!part.empty() && part.front() == '/') part.remove_prefix(1);
    types.parts.emplace_back(part, xml.attribute_or("ContentType", ""));
  }
  return types;
}

bool contains(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

/// What a main part's content type says that the package is; empty where it says nothing that is known.
std::string_view kind_of(std::string_view content_type) {
  if (contains(content_type, "wordprocessingml") || contains(content_type, "ms-word")) return "docx";
  if (contains(content_type, "spreadsheetml") || contains(content_type, "ms-excel")) return "xlsx";
  if (contains(content_type, "presentationml") || contains(content_type, "ms-powerpoint")) return "pptx";
  if (contains(content_type, "visio")) return "vsdx";
  return {};
}

bool is_main_type(std::string_view content_type) {
  return contains(content_type, ".main+xml") && !kind_of(content_type).empty();
}

/// Formats that name themselves in an entry called "mimetype" (OpenDocument, EPUB, HWPX).
std::optional<ReadError> kind_by_mimetype(Package& package) {
  struct Kind {
    std::string_view mimetype, name;
  };
  constexpr std::array kinds = {
      Kind{"opendocument.text", "odt"},
      Kind{"opendocument.spreadsheet", "ods"},
      Kind{"opendocument.presentation", "odp"},
      Kind{"opendocument.graphics", "odg"},
      Kind{"hwp+zip", "hwpx"},
  };
  if (!package.has("mimetype")) return std::nullopt;
  const auto bytes = package.read("mimetype", max_mimetype_bytes);
  if (!std::holds_alternative<std::string>(bytes)) return std::nullopt;
  for (const Kind& kind : kinds)
    if (contains(std::get<std::string>(bytes), kind.mimetype))
      return ReadError{ReadFault::other_office, std::string(kind.name)};
  if (contains(std::get<std::string>(bytes), "epub")) return ReadError{ReadFault::not_a_form, "epub"};
  return std::nullopt;
}

ReadError kind_of_foreign_zip(Package& package) {
  if (auto kind = kind_by_mimetype(package)) return *kind;
  const bool apple = std::any_of(package.names().begin(), package.names().end(), [](const std::string& name) {
    return name == "Index.zip" || (name.size() > 4 && name.substr(name.size() - 4) == ".iwa");
  });
  if (apple) return {ReadFault::other_office, "pages"};
  return {ReadFault::not_a_form, "zip"};
}

}  // namespace

std::vector<Relation> relations_of(Package& package, std::string_view part) {
  std::vector<Relation> relations;
  const std::string name = relations_part(part);
  if (!package.has(name)) return relations;
  auto stream = package.stream(name);
  if (!std::holds_alternative<PartStream>(stream)) return relations;
  XmlCursor xml(std::get<PartStream>(stream), name);
  if (!xml.enter_root()) return relations;
  const std::string folder = folder_of(part);
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "rel:Relationship") continue;
    Relation relation;
    relation.id = xml.attribute_or("Id", "");
    relation.type = last_step(xml.attribute_or("Type", ""));
    relation.external = xml.attribute_or("TargetMode", "") == "External";
    const std::string_view target = xml.attribute_or("Target", "");
    relation.target = relation.external ? std::string(target) : resolved(folder, target);
    relations.push_back(std::move(relation));
    if (relations.size() == max_relations) break;
  }
  return relations;
}

std::variant<MainPart, ReadError> find_main_part(Package& package) {
  MainPart main;
  for (const Relation& relation : relations_of(package, ""))
    if (relation.type == "officeDocument" && !relation.external && main.name.empty())
      main.name = relation.target;
  std::string_view kind;
  const ContentTypes types = content_types_of(package);
  for (const auto& [part, type] : types.parts) {
    if (main.name.empty() && is_main_type(type)) main.name = part;
    if (part != main.name) continue;
    kind = kind_of(type);
    main.file_template = contains(type, "template.main") || contains(type, "Template.main");
    main.may_have_macros = contains(type, "macroEnabled");
  }
  if (main.name.empty()) return kind_of_foreign_zip(package);
  if (!kind.empty() && kind != "docx") return ReadError{ReadFault::other_office, std::string(kind)};
  if (!package.has(main.name)) return ReadError{ReadFault::damaged, fmt::format("{} is missing", main.name)};
  return main;
}

}  // namespace ruamlint::docx
