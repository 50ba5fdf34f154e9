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
constexpr std::array note_kind_names = {"page_by_ocr", "page_not_read",    "low_quality",
                                        "hidden_text", "tracked_changes",  "macros",
                                        "attachments", "picture_not_read", "truncated",
                                        "file_template"};
constexpr std::array fault_names = {"not_found",   "is_directory",    "no_permission", "empty_file",
                                    "not_a_form",  "wrong_extension", "encrypted",     "damaged",
                                    "old_word",    "other_office",    "no_text",       "too_large",
                                    "out_of_time", "out_of_memory",   "crashed"};

static_assert(note_kind_names.size() == static_cast<std::size_t>(Note::Kind::file_template) + 1);
static_assert(fault_names.size() == static_cast<std::size_t>(ReadFault::crashed) + 1);

[[noreturn]] void refuse(const std::string& problem) {
  throw json::other_error::create(501, "not a document: " + problem, nullptr);
}

template <typename Enum, std::size_t count>
Enum value_of(const std::array<const char*, count>& names, const json& name) {
  const auto& wanted = name.get_ref<const std::string&>();
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) refuse("unknown name " + wanted);
  return static_cast<Enum>(found - names.begin());
}

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

template <typename Value>
void take(const json& object, const char* key, Value& value) {
  if (const auto member = object.find(key); member != object.end()) member->get_to(value);
}

template <typename Item>
json list_of(const std::vector<Item>& items, json (*to)(const Item&)) {
  json list = json::array();
  for (const Item& item : items) list.push_back(to(item));
  return list;
}

template <typename Item>
std::vector<Item> items_of(const json& object, const char* key, Item (*from)(const json&)) {
  std::vector<Item> items;
  const json& list = object.at(key);
  if (!list.is_array()) refuse(std::string(key) + " is no list");
  items.reserve(list.size());
  for (const json& item : list) items.push_back(from(item));
  return items;
}

Place place_from_json(const json& value) {
  Place place;
  take(value, "page", place.page);
  if (const auto box = value.find("box"); box != value.end()) {
    place.box = {box->at(0).get<double>(), box->at(1).get<double>(), box->at(2).get<double>(),
                 box->at(3).get<double>()};
  }
  take(value, "part", place.part);
  take(value, "paragraph", place.paragraph);
  take(value, "table", place.table);
  take(value, "row", place.row);
  take(value, "cell", place.cell);
  return place;
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

Span span_from_json(const json& value) {
  Span span;
  value.at("begin").get_to(span.begin);
  value.at("end").get_to(span.end);
  span.place = place_from_json(value.at("place"));
  if (value.contains("origin")) span.origin = value_of<Origin>(origin_names, value["origin"]);
  take(value, "confidence", span.confidence);
  if (const auto stops = value.find("stops"); stops != value.end()) {
    if (stops->size() % 2 != 0) refuse("odd number of stops");
    for (std::size_t i = 0; i < stops->size(); i += 2) {
      span.stops.push_back({stops->at(i).get<std::size_t>(), stops->at(i + 1).get<float>()});
    }
  }
  return span;
}

json text_json(const Text& text) {
  json value = {{"text", text.utf8}};
  if (!text.spans.empty()) value["spans"] = list_of(text.spans, span_json);
  return value;
}

/// Everything behind this trusts the spans to be in order and inside of their text.
Text text_from_json(const json& value) {
  Text text;
  value.at("text").get_to(text.utf8);
  if (value.contains("spans")) text.spans = items_of(value, "spans", span_from_json);
  std::size_t last = 0;
  for (const Span& span : text.spans) {
    if (span.begin < last || span.end < span.begin || span.end > text.utf8.size())
      refuse("span out of place");
    last = span.end;
    for (const Stop& stop : span.stops) {
      if (stop.offset < span.begin || stop.offset > span.end) refuse("stop out of place");
    }
  }
  return text;
}

json cell_json(const Cell& cell) {
  json value = {{"row", cell.row}, {"column", cell.column}, {"content", text_json(cell.text)}};
  put(value, "row_span", cell.row_span, 1);
  put(value, "column_span", cell.column_span, 1);
  put(value, "header", cell.header, false);
  return value;
}

Cell cell_from_json(const json& value) {
  Cell cell;
  value.at("row").get_to(cell.row);
  value.at("column").get_to(cell.column);
  take(value, "row_span", cell.row_span);
  take(value, "column_span", cell.column_span);
  take(value, "header", cell.header);
  cell.text = text_from_json(value.at("content"));
  return cell;
}

json table_json(const Table& table) {
  return {{"rows", table.rows}, {"columns", table.columns}, {"cells", list_of(table.cells, cell_json)}};
}

Table table_from_json(const json& value) {
  Table table;
  value.at("rows").get_to(table.rows);
  value.at("columns").get_to(table.columns);
  table.cells = items_of(value, "cells", cell_from_json);
  for (const Cell& cell : table.cells) {
    const bool inside = cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1 &&
                        cell.row_span <= table.rows - cell.row &&
                        cell.column_span <= table.columns - cell.column;
    if (!inside) refuse("cell outside of its table");
  }
  return table;
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

Block block_from_json(const json& value) {
  Block block;
  block.kind = value_of<BlockKind>(block_kind_names, value.at("kind"));
  block.place = place_from_json(value.at("place"));
  take(value, "level", block.level);
  take(value, "bold", block.bold);
  take(value, "font_size", block.font_size);
  take(value, "number", block.number);
  if (value.contains("content")) block.text = text_from_json(value["content"]);
  if (value.contains("table")) block.table = table_from_json(value["table"]);
  return block;
}

json answer_json(const Answer& answer) {
  json value = {{"kind", name_of(answer.kind)}, {"place", to_json(answer.place)}};
  if (!answer.label.empty()) value["label"] = text_json(answer.label);
  if (!answer.value.empty()) value["value"] = text_json(answer.value);
  if (answer.kind == Answer::Kind::tick) value["ticked"] = answer.ticked;
  put(value, "placeholder", answer.placeholder, false);
  return value;
}

Answer answer_from_json(const json& value) {
  Answer answer;
  answer.kind = value_of<Answer::Kind>(answer_kind_names, value.at("kind"));
  answer.place = place_from_json(value.at("place"));
  if (value.contains("label")) answer.label = text_from_json(value["label"]);
  if (value.contains("value")) answer.value = text_from_json(value["value"]);
  take(value, "ticked", answer.ticked);
  take(value, "placeholder", answer.placeholder);
  return answer;
}

json link_json(const Link& link) {
  json value = {{"target", link.target}, {"place", to_json(link.place)}};
  if (!link.text.empty()) value["content"] = text_json(link.text);
  return value;
}

Link link_from_json(const json& value) {
  Link link;
  value.at("target").get_to(link.target);
  link.place = place_from_json(value.at("place"));
  if (value.contains("content")) link.text = text_from_json(value["content"]);
  return link;
}

json page_json(const Page& page) {
  return {{"number", page.number},
          {"width", points(page.width)},
          {"height", points(page.height)},
          {"reading", name_of(page.reading)},
          {"quality", share(page.quality)}};
}

Page page_from_json(const json& value) {
  Page page;
  value.at("number").get_to(page.number);
  value.at("width").get_to(page.width);
  value.at("height").get_to(page.height);
  page.reading = value_of<Page::Reading>(reading_names, value.at("reading"));
  value.at("quality").get_to(page.quality);
  return page;
}

json note_json(const Note& note) {
  json value = {{"kind", name_of(note.kind)}};
  put(value, "page", note.page, 0);
  put(value, "detail", note.detail, std::string());
  return value;
}

Note note_from_json(const json& value) {
  Note note;
  note.kind = value_of<Note::Kind>(note_kind_names, value.at("kind"));
  take(value, "page", note.page);
  take(value, "detail", note.detail);
  return note;
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

Document document_from_json(const json& value) {
  Document document;
  value.at("format").get_to(document.format);
  const json& metadata = value.at("metadata");
  metadata.at("title").get_to(document.metadata.title);
  metadata.at("author").get_to(document.metadata.author);
  metadata.at("producer").get_to(document.metadata.producer);
  document.pages = items_of(value, "pages", page_from_json);
  document.blocks = items_of(value, "blocks", block_from_json);
  document.furniture = items_of(value, "furniture", block_from_json);
  document.answers = items_of(value, "answers", answer_from_json);
  document.notes = items_of(value, "notes", note_from_json);
  if (value.contains("links")) document.links = items_of(value, "links", link_from_json);
  return document;
}

json to_json(const ReadError& error) {
  return {{"fault", name_of(error.fault)}, {"detail", error.detail}};
}

ReadError read_error_from_json(const json& value) {
  return {value_of<ReadFault>(fault_names, value.at("fault")), value.at("detail").get<std::string>()};
}

}  // namespace ruamlint
