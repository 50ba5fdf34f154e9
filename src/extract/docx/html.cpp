#include "extract/docx/html.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "extract/docx/frames.hpp"
#include "extract/docx/html_nodes.hpp"
#include "extract/docx/joined_runs.hpp"
#include "extract/docx/limits.hpp"
#include "extract/docx/math.hpp"
#include "extract/docx/number_format.hpp"
#include "extract/docx/xml_cursor.hpp"
#include "text/raised.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view part) { place_.part = part; }

  /// Nothing where the page holds too much.
  std::optional<Story> read(const xmlNode* root) {
    read_children(root, story_.blocks);
    end_paragraph(story_.blocks);
    return items_ > max_items ? std::nullopt : std::optional(std::move(story_));
  }

 private:
  void read_children(const xmlNode* node, Blocks& out) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        add_text(reinterpret_cast<const char*>(child->content));
      if (child->type == XML_ELEMENT_NODE) read_element(child, out);
    }
  }

  void read_element(const xmlNode* node, Blocks& out) {
    const std::string_view name = name_of(node);
    if (is_unseen(name)) return;
    if (is_hidden(node)) {
      story_.hidden +=
          beginning_of(text_below(node), max_quote_bytes - std::min(max_quote_bytes, story_.hidden.size()));
      return;
    }
    if (++items_ > max_items) return;
    const bool bold = is_bold(node);
    const bool up = name == "sup";
    if (bold) ++bold_;
    if (up) ++raised_;
    if (name == "table") {
      end_paragraph(out);
      read_table(node, out);
    } else if (name == "ul" || name == "ol") {
      read_list(node, out);
    } else if (name == "br") {
      text_ += '\n';
    } else if (name == "img") {
      ++story_.unread_pictures;
    } else if (name == "a") {
      read_link(node, out);
    } else if (name == "input" || name == "select" || name == "textarea") {
      read_field(node, out);
    } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      end_paragraph(out);
      level_ = name[1] - '0';
      read_children(node, out);
      end_paragraph(out);
    } else if (is_paragraph(name)) {
      end_paragraph(out);
      read_children(node, out);
      end_paragraph(out);
    } else {
      read_children(node, out);
    }
    if (bold) --bold_;
    if (up) --raised_;
  }

  /// White space is layout: one blank, and none at the beginning of a line.
  void add_text(std::string_view text) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
      if (blank && (text_.empty() || text_.back() == ' ' || text_.back() == '\n')) continue;
      if (raised_ > 0) {
        text_ += raised(std::string_view(&c, 1));
      } else {
        text_ += blank ? ' ' : c;
      }
      if (!blank) (bold_ > 0 ? bold_bytes_ : plain_bytes_) += 1;
    }
  }

  void end_paragraph(Blocks& out) {
    Block block;
    place_.paragraph += 1;
    block.place = place_;
    block.text = text_at(text_, place_, Origin::text_layer);
    text_.clear();
    block.level = level_;
    block.kind = level_ > 0 ? BlockKind::heading : BlockKind::paragraph;
    if (level_ == 0 && !number_.empty()) {
      block.kind = BlockKind::list_item;
      block.level = list_depth_;
    }
    block.bold = bold_bytes_ > 0 && plain_bytes_ == 0;
    bold_bytes_ = plain_bytes_ = 0;
    if (block.text.empty()) {
      place_.paragraph -= 1;
      return;
    }
    block.number = std::exchange(number_, {});
    level_ = 0;
    out.push_back(std::move(block));
  }

  void read_list(const xmlNode* node, Blocks& out) {
    end_paragraph(out);
    const bool ordered = name_of(node) == "ol";
    const std::string_view type = attribute_or(node, "type", "1");
    int value = to_int(attribute_or(node, "start", "1"), 1);
    ++list_depth_;
    for (const xmlNode* item = node->children; item != nullptr; item = item->next) {
      if (item->type != XML_ELEMENT_NODE) continue;
      if (name_of(item) != "li") {
        read_element(item, out);
        continue;
      }
      number_ = ordered ? formatted_number(value, format_of(type)) + "." : "•";
      ++value;
      read_children(item, out);
      end_paragraph(out);
      number_.clear();
    }
    --list_depth_;
  }

  static std::string_view format_of(std::string_view type) {
    if (type == "a") return "lowerLetter";
    if (type == "A") return "upperLetter";
    if (type == "i") return "lowerRoman";
    return type == "I" ? "upperRoman" : "decimal";
  }

  void read_link(const xmlNode* node, Blocks& out) {
    const std::size_t begin = text_.size();
    read_children(node, out);
    const std::string target(attribute_or(node, "href", ""));
    if (target.find(':') == std::string::npos || target.size() > max_address_bytes) return;
    const std::string_view words = std::string_view(text_).substr(std::min(begin, text_.size()));
    story_.links.push_back({text_at(words, here(), Origin::text_layer), target, here()});
  }

  void read_field(const xmlNode* node, Blocks& out) {
    const std::string_view name = name_of(node);
    const std::string_view type = attribute_or(node, "type", "text");
    if (name == "input" && (type == "checkbox" || type == "radio")) {
      text_ += attribute(node, "checked") != nullptr ? "☑" : "☐";
      return;
    }
    if (name == "input" && type != "text" && type != "date" && type != "number" && type != "email" &&
        type != "tel")
      return;
    const std::string value = name == "input"    ? std::string(attribute_or(node, "value", ""))
                              : name == "select" ? chosen_of(node)
                                                 : text_below(node);
    Answer answer;
    answer.kind = name == "select" ? Answer::Kind::choice : Answer::Kind::text;
    answer.place = here();
    answer.label = text_at(std::string_view(text_).substr(text_.rfind('\n') + 1), here(), Origin::text_layer);
    if (answer.label.empty() && !out.empty()) answer.label = out.back().text;
    answer.value = text_at(value, here(), Origin::form_field);
    story_.answers.push_back(std::move(answer));
    text_ += value;
  }

  static std::string chosen_of(const xmlNode* node) {
    for (const xmlNode* option = node->children; option != nullptr; option = option->next)
      if (option->type == XML_ELEMENT_NODE && attribute(option, "selected") != nullptr)
        return std::string(trimmed(text_below(option)));
    return {};
  }

  void read_table(const xmlNode* node, Blocks& out) {
    const Place outer = place_;
    const bool nested = place_.table > 0;
    if (!nested) {
      place_.table = ++tables_;
      place_.row = 0;
    }
    Table table;
    FramedBlocks contents;
    std::vector<int> taken;  // by column: rows that a cell from above still covers
    read_rows(node, table, contents, taken, out, nested);
    const int paragraph = place_.paragraph;
    Place start = place_;
    place_ = outer;
    place_.paragraph = paragraph;
    add_table(std::move(table), std::move(contents), start, out);
  }

  void read_rows(const xmlNode* node, Table& table, FramedBlocks& contents, std::vector<int>& taken,
                 Blocks& out, bool nested) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type != XML_ELEMENT_NODE) continue;
      const std::string_view name = name_of(child);
      if (name == "caption") {
        read_element(child, out);
      } else if (name == "tr") {
        read_row(child, table, contents, taken, nested);
      } else if (name == "thead" || name == "tbody" || name == "tfoot") {
        read_rows(child, table, contents, taken, out, nested);
      }
    }
  }

  void read_row(const xmlNode* node, Table& table, FramedBlocks& contents, std::vector<int>& taken,
                bool nested) {
    int column = 0;
    if (!nested) {
      ++place_.row;
      place_.cell = 0;
    }
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type != XML_ELEMENT_NODE || (name_of(child) != "td" && name_of(child) != "th")) continue;
      while (column < static_cast<int>(taken.size()) && taken[static_cast<std::size_t>(column)] > 0) ++column;
      if (column >= max_table_columns) break;
      if (!nested) ++place_.cell;
      Cell cell;
      cell.row = table.rows;
      cell.column = column;
      cell.column_span =
          std::clamp(to_int(attribute_or(child, "colspan", "1"), 1), 1, max_table_columns - column);
      cell.row_span = std::clamp(to_int(attribute_or(child, "rowspan", "1"), 1), 1, max_items);
      cell.header = name_of(child) == "th";
      Blocks blocks;
      if (cell.header) ++bold_;
      read_children(child, blocks);
      end_paragraph(blocks);
      if (cell.header) --bold_;
      cell.text = flattened(blocks);
      column += cell.column_span;
      if (taken.size() < static_cast<std::size_t>(column)) taken.resize(static_cast<std::size_t>(column));
      std::fill(taken.begin() + cell.column, taken.begin() + column, cell.row_span);
      table.columns = std::max(table.columns, column);
      table.cells.push_back(std::move(cell));
      contents.push_back(std::move(blocks));
    }
    for (int& rows : taken) rows = std::max(rows - 1, 0);
    ++table.rows;
  }

  [[nodiscard]] Place here() const {
    Place place = place_;
    ++place.paragraph;
    return place;
  }

  Story story_;
  Place place_;
  std::string text_, number_;
  int level_ = 0, list_depth_ = 0, bold_ = 0, raised_ = 0;
  int bold_bytes_ = 0, plain_bytes_ = 0;
  int tables_ = 0, items_ = 0;
};

}  // namespace

std::optional<Story> read_html(std::string_view bytes, const std::string& encoding, std::string_view part) {
  if (bytes.size() > max_page_bytes || has_too_many_attributes(bytes)) return std::nullopt;
  const char* known = encoding.empty() ? nullptr : encoding.c_str();
  const std::string beginning(bytes.substr(0, 2000));
  if (known == nullptr && beginning.find("charset") == std::string::npos) known = "UTF-8";
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> page(
      htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, known,
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
      xmlFreeDoc);
  const xmlNode* root = page ? xmlDocGetRootElement(page.get()) : nullptr;
  return root == nullptr ? Story() : HtmlReader(part).read(root);
}

}  // namespace ruamlint::docx
