// What is anchored in a paragraph: pictures, text boxes, objects of other programs. A text box is written
// twice, as DrawingML and for older readers as VML, and read once.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/docx/drawing_parts.hpp"
#include "extract/docx/form_objects.hpp"
#include "extract/docx/joined_runs.hpp"
#include "extract/docx/limits.hpp"
#include "extract/docx/story_reader.hpp"

namespace ruamlint::docx {
namespace {

constexpr double emu_per_cm = 360'000;
constexpr double points_per_cm = 72 / 2.54;
constexpr double cm_per_inch = 2.54;
constexpr double text_width_cm = 5;   ///< narrower pictures are seals and logos
constexpr double text_height_cm = 1;  ///< flatter ones are rules

constexpr std::array<std::string_view, 5> pictures = {"pic:pic", "v:imagedata", "c:chart", "dgm:relIds",
                                                      "o:OLEObject"};

struct Size {
  double width_cm = 0, height_cm = 0;
  bool known = false;
};

struct ShapeFinds {
  bool picture = false;
  bool object = false;
  std::vector<std::string> picture_ids;  ///< of relations
  std::string diagram_id, chart_id, control_id, link_id;
  std::string word_art;
  std::vector<std::string> paragraphs;  ///< of DrawingML's own kind
  Size size;
};

bool may_hold_text(const Size& size) {
  return !size.known || (size.width_cm > text_width_cm && size.height_cm > text_height_cm);
}

/// One length of a VML style, "width:453.5pt;height:200pt"; 0 where it is missing or in a unit that is rare.
double vml_length_cm(std::string_view style, std::string_view property) {
  std::size_t at = style.find(property);
  while (at != std::string_view::npos && at > 0 && style[at - 1] != ';' && style[at - 1] != ' ')
    at = style.find(property, at + 1);
  if (at == std::string_view::npos) return 0;
  const std::string_view rest = style.substr(at + property.size());
  double value = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (error != std::errc()) return 0;
  const std::string_view unit = rest.substr(static_cast<std::size_t>(end - rest.data()), 2);
  if (unit == "in") return value * cm_per_inch;
  if (unit == "cm") return value;
  return unit == "pt" ? value / points_per_cm : 0;
}

void read_size(const XmlCursor& xml, Size& size) {
  if (size.known) return;
  if (xml.name() == "wp:extent") {
    size.width_cm = to_int(xml.attribute_or("cx", "")) / emu_per_cm;
    size.height_cm = to_int(xml.attribute_or("cy", "")) / emu_per_cm;
    size.known = true;
  } else if (xml.name() == "v:shape" || xml.name() == "v:rect") {
    const std::string_view style = xml.attribute_or("style", "");
    size.width_cm = vml_length_cm(style, "width:");
    size.height_cm = vml_length_cm(style, "height:");
    size.known = size.width_cm > 0 && size.height_cm > 0;
  }
}

void take_reference(const XmlCursor& xml, ShapeFinds& finds) {
  const std::string_view name = xml.name();
  const auto put = [&xml](const char* attribute, std::string& id) {
    if (const auto value = xml.attribute(attribute)) id = *value;
  };
  if (name == "o:OLEObject" || name == "w:control") finds.object = true;
  if (name == "w:control") put("r:id", finds.control_id);
  if (name == "c:chart") put("r:id", finds.chart_id);
  if (name == "dgm:relIds") put("r:dm", finds.diagram_id);
  if (name == "a:hlinkClick") put("r:id", finds.link_id);
  if (name == "v:textpath") put("string", finds.word_art);
  if (name != "a:blip" && name != "v:imagedata") return;
  std::string id;
  put(name == "a:blip" ? "r:embed" : "r:id", id);
  if (!id.empty()) finds.picture_ids.push_back(std::move(id));
}

/// Walks all that a drawing holds, down to its text boxes, which `read_text_box` reads.
template <class ReadTextBox>
void walk_shape(XmlCursor& xml, ShapeFinds& finds, ReadTextBox read_text_box) {
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:txbxContent") {
      read_text_box();
      continue;
    }
    if (xml.name() == "mc:Fallback") continue;  // its choice, just before it, was walked
    if (xml.name() == "a:p") {
      finds.paragraphs.push_back(drawn_paragraph(xml));
      continue;
    }
    read_size(xml, finds.size);
    if (std::find(pictures.begin(), pictures.end(), xml.name()) != pictures.end()) finds.picture = true;
    take_reference(xml, finds);
    walk_shape(xml, finds, read_text_box);
  }
}

}  // namespace

void StoryReader::read_shape(Paragraph& paragraph) {
  ShapeFinds finds;
  walk_shape(xml_, finds, [&] { read_text_box(paragraph); });
  count_item();
  if (hidden_depth_ > 0) return;
  if (!finds.control_id.empty() && read_form_part(paragraph, finds.control_id)) return;
  if (finds.object) ++story_.foreign_parts;
  const Relation* link = context_.relation(finds.link_id);
  if (link != nullptr && link->external && link->target.size() <= max_address_bytes)
    story_.links.push_back({{}, link->target, place()});
  add_shape_text(paragraph, finds.word_art);
  for (const std::string& text : finds.paragraphs) add_shape_text(paragraph, text);
  if (!finds.diagram_id.empty() && read_diagram_part(paragraph, finds.diagram_id)) return;
  if (!finds.chart_id.empty() && read_chart_part(paragraph, finds.chart_id)) return;
  if (!finds.picture) return;
  ++yield_;
  Block block;
  block.kind = BlockKind::picture;
  block.place = place();
  paragraph.attached.push_back(std::move(block));
  if (!may_hold_text(finds.size)) return;
  bool read = !finds.picture_ids.empty();
  for (const std::string& id : finds.picture_ids) read = read_picture(paragraph, id) && read;
  if (!read) ++story_.unread_pictures;
}

/// Words that a shape holds as a property, as a paragraph of their own.
void StoryReader::add_shape_text(Paragraph& paragraph, std::string_view text) {
  Block block;
  block.place = place();
  block.text = text_at(text, block.place, Origin::text_layer);
  if (block.text.empty()) return;
  ++yield_;
  paragraph.attached.push_back(std::move(block));
}

bool StoryReader::read_diagram_part(Paragraph& paragraph, std::string_view relation_id) {
  const std::string* part = part_of(relation_id);
  if (part == nullptr) return false;
  const std::vector<std::string> texts = read_diagram(context_.package, *part);
  for (const std::string& text : texts) add_shape_text(paragraph, text);
  return !texts.empty();
}

/// A chart's figures are seen as bars and lines; they are read as the table that they come from.
bool StoryReader::read_chart_part(Paragraph& paragraph, std::string_view relation_id) {
  const std::string* part = part_of(relation_id);
  if (part == nullptr) return false;
  Chart chart = read_chart(context_.package, *part, place());
  for (const std::string& title : chart.titles) add_shape_text(paragraph, title);
  if (chart.table.cells.empty()) return !chart.titles.empty();
  ++yield_;
  add_table(std::move(chart.table), {}, place(), paragraph.attached);
  return true;
}

bool StoryReader::read_form_part(Paragraph& paragraph, std::string_view relation_id) {
  const std::string* part = part_of(relation_id);
  const auto object = part == nullptr ? std::nullopt : read_form_object(context_.package, *part);
  if (!object) return false;
  const RunFormat& format = paragraph.style->run;
  using Kind = FormObject::Kind;
  if (object->kind == Kind::check_box || object->kind == Kind::option_button) {
    add_form_text(paragraph, object->checked ? "☑" : "☐", format);
    if (!object->caption.empty()) add_form_text(paragraph, " " + object->caption, format);
  } else if (object->kind == Kind::label) {
    add_form_text(paragraph, object->caption, format);
  } else {
    InlineAnswer answer;
    answer.kind = object->kind == Kind::choice ? Answer::Kind::choice : Answer::Kind::text;
    answer.begin = paragraph.runs.size();
    add_form_text(paragraph, object->value, format);
    answer.end = paragraph.runs.size();
    paragraph.answers.push_back(std::move(answer));
  }
  return true;
}

/// The part that the relation names; nullptr where there is none within the package.
const std::string* StoryReader::part_of(std::string_view relation_id) const {
  const Relation* relation = context_.relation(relation_id);
  return relation == nullptr || relation->external ? nullptr : &relation->target;
}

/// Puts the words of a picture behind it. They stand where it does: a picture has no page of its own. False
/// where they could not be read.
bool StoryReader::read_picture(Paragraph& paragraph, std::string_view relation_id) {
  const std::string* part = part_of(relation_id);
  const auto* blocks = part == nullptr ? nullptr : context_.pictures.read(*part);
  if (blocks == nullptr) return false;
  ++story_.recognised_pictures;
  for (Block block : *blocks) {
    const auto move = [this](Text& text) {
      for (Span& span : text.spans) {
        span.place = place();
        span.stops.clear();
      }
    };
    block.place = place();
    block.font_size = 0;  // in the picture's own scale
    move(block.text);
    for (Cell& cell : block.table.cells) move(cell.text);
    paragraph.attached.push_back(std::move(block));
  }
  return true;
}

/// A story of its own as to fields and controls; its paragraphs count on.
void StoryReader::read_text_box(Paragraph& paragraph) {
  FieldStack outer_fields = std::exchange(fields_, FieldStack());
  const int outer_controls = std::exchange(control_depth_, 0);
  ++box_depth_;
  read_blocks(paragraph.attached);
  --box_depth_;
  fields_ = std::move(outer_fields);
  control_depth_ = outer_controls;
}

}  // namespace ruamlint::docx
