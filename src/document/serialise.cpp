#include "document/serialise.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

namespace ruamlint {
namespace {

using nlohmann::json;

// The names of each enumeration in the order of its values.
constexpr std::array origin_names = {"text_layer", "form_field", "ocr"};
constexpr std::array block_kind_names = {"heading", "paragraph", "list_item", "table", "picture"};
constexpr std::array reading_names = {"text_layer", "ocr", "not_read"};
constexpr std::array answer_kind_names = {"text", "tick", "choice"};
constexpr std::array note_kind_names = {"page_by_ocr",     "page_not_read", "low_quality", "hidden_text",
                                        "tracked_changes", "macros",        "attachments", "picture_not_read",
                                        "strokes_not_read", "truncated",    "file_template"};
constexpr std::array fault_names = {"not_found",   "is_directory",    "no_permission", "empty_file",
                                    "not_a_form",  "wrong_extension", "encrypted",     "damaged",
                                    "old_word",    "other_office",    "no_text",       "too_large",
                                    "out_of_time", "out_of_memory",   "crashed"};

static_assert(note_kind_names.size() == static_cast<std::size_t>(Note::Kind::file_template) + 1);
static_assert(fault_names.size() == static_cast<std::size_t>(ReadFault::crashed) + 1);

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}
double points(double value) {
  return rounded(value, 1e3);
}
double share(double value) {
  return rounded(value, 1e4);
}

/// Most members of most places, cells and blocks have their default: those are left out.
template <typename Value>
void put(json& object, const char* key, const Value& value, const Value& otherwise) {
  if (value != otherwise) object[key] = value;
}

template <typename Item>
json list_of(const std::vector<Item>& items, json (*to)(const Item&)) {
  json list = json::array();
  for (const Item& item : items) list.push_back(to(item));
  return list;
}

json span_json(const Span& span) {
  json value = {{"begin", span.begin}, {"end", span.end}, {"place", to_json(span.place)}};
  put(value, "origin", std::string(name_of(span.origin)), std::string(origin_names[0]));
  put(value, "confidence", share(span.confidence), 1.0);
  if (!span.stops.empty()) {
    json& stops = value["stops"] = json::array();
    for (const Stop& stop : span.stops) {
      stops.push_back(stop.offset);
      stops.push_back(points(stop.x));
    }
  }
  return value;
}

json text_json(const Text& text) {
  json value = {{"text", text.utf8}};
  if (!text.spans.empty()) value["spans"] = list_of(text.spans, span_json);
  return value;
}

json cell_json(const Cell& cell) {
  json value = {{"row", cell.row}, {"column", cell.column}, {"content", text_json(cell.text)}};
  put(value, "row_span", cell.row_span, 1);
  put(value, "column_span", cell.column_span, 1);
  put(value, "header", cell.header, false);
  return value;
}

json table_json(const Table& table) {
  return {{"rows", table.rows}, {"columns", table.columns}, {"cells", list_of(table.cells, cell_json)}};
}

json block_json(const Block& block) {
  json value = {{"kind", name_of(block.kind)}, {"place", to_json(block.place)}};
  put(value, "level", block.level, 0);
  put(value, "bold", block.bold, false);
  put(value, "font_size", points(block.font_size), 0.0);
  put(value, "number", block.number, std::string());
  if (!block.text.empty()) value["content"] = text_json(block.text);
  if (block.kind == BlockKind::table) value["table"] = table_json(block.table);
  return value;
}

json answer_json(const Answer& answer) {
  json value = {{"kind", name_of(answer.kind)}, {"place", to_json(answer.place)}};
  if (!answer.label.empty()) value["label"] = text_json(answer.label);
  if (!answer.value.empty()) value["value"] = text_json(answer.value);
  if (answer.kind == Answer::Kind::tick) value["ticked"] = answer.ticked;
  put(value, "placeholder", answer.placeholder, false);
  return value;
}

json link_json(const Link& link) {
  json value = {{"target", link.target}, {"place", to_json(link.place)}};
  if (!link.text.empty()) value["content"] = text_json(link.text);
  return value;
}

json page_json(const Page& page) {
  return {{"number", page.number},
          {"width", points(page.width)},
          {"height", points(page.height)},
          {"reading", name_of(page.reading)},
          {"quality", share(page.quality)}};
}

json note_json(const Note& note) {
  json value = {{"kind", name_of(note.kind)}};
  put(value, "page", note.page, 0);
  put(value, "detail", note.detail, std::string());
  return value;
}

}  // namespace

const char* name_of(Origin origin) {
  return origin_names.at(static_cast<std::size_t>(origin));
}
const char* name_of(BlockKind kind) {
  return block_kind_names.at(static_cast<std::size_t>(kind));
}
const char* name_of(Page::Reading reading) {
  return reading_names.at(static_cast<std::size_t>(reading));
}
const char* name_of(Note::Kind kind) {
  return note_kind_names.at(static_cast<std::size_t>(kind));
}
const char* name_of(Answer::Kind kind) {
  return answer_kind_names.at(static_cast<std::size_t>(kind));
}
const char* name_of(ReadFault fault) {
  return fault_names.at(static_cast<std::size_t>(fault));
}

json to_json(const Place& place) {
  json value = json::object();
  put(value, "page", place.page, 0);
  if (!place.box.empty()) {
    value["box"] = {points(place.box.left), points(place.box.top), points(place.box.right),
                    points(place.box.bottom)};
  }
  put(value, "part", place.part, std::string());
  put(value, "paragraph", place.paragraph, 0);
  put(value, "table", place.table, 0);
  put(value, "row", place.row, 0);
  put(value, "cell", place.cell, 0);
  return value;
}

json to_json(const Document& document) {
  const Metadata& metadata = document.metadata;
  json value = {
      {"format", document.format},
      {"metadata", {{"title", metadata.title}, {"author", metadata.author}, {"producer", metadata.producer}}},
      {"pages", list_of(document.pages, page_json)},
      {"blocks", list_of(document.blocks, block_json)},
      {"furniture", list_of(document.furniture, block_json)},
      {"answers", list_of(document.answers, answer_json)},
      {"notes", list_of(document.notes, note_json)}};
  if (!document.links.empty()) value["links"] = list_of(document.links, link_json);
  return value;
}

json to_json(const ReadError& error) {
  return {{"fault", name_of(error.fault)}, {"detail", error.detail}};
}

}  // namespace ruamlint
