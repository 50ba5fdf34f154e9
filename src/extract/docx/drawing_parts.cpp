#include "extract/docx/drawing_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "extract/docx/joined_runs.hpp"
#include "extract/docx/limits.hpp"

namespace ruamlint::docx {
namespace {

/// Lets `take` read the part from its root, if there is one.
template <class Take>
void read_part(Package& package, const std::string& part, Take take) {
  auto stream = package.stream(part);
  if (!std::holds_alternative<PartStream>(stream)) return;
  XmlCursor xml(std::get<PartStream>(stream), part);
  if (xml.enter_root()) take(xml);
}

/// At a dgm:pt: a node of the drawing, or a part of its make-up that holds no words.
void read_point(XmlCursor& xml, std::vector<std::string>& paragraphs) {
  const std::string_view type = xml.attribute_or("type", "node");
  if (type != "node" && type != "asst") return;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "dgm:t") continue;
    for (auto paragraph = xml.children(); paragraph.next();)
      if (xml.name() == "a:p") paragraphs.push_back(drawn_paragraph(xml));
  }
}

// Charts.

using Values = std::map<int, std::string>;  ///< by index

struct Series {
  std::string name;
  Values categories, values;
};

/// A stored figure as a chart shows it: a share in per cent where its format says so, without the noise of
/// binary fractions.
std::string shown(const std::string& value, std::string_view format) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) return value;
  const bool share = format.ends_with('%');
  return fmt::format("{:.10g}{}", share ? number * 100 : number, share ? "%" : "");
}

/// At a c:strCache, c:numCache or a level of several: values by index.
void read_cache(XmlCursor& xml, Values& values) {
  std::string format;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "c:formatCode") {
      format = xml.text();
    } else if (xml.name() == "c:pt") {
      const int index = to_int(xml.attribute_or("idx", ""), -1);
      if (index < 0 || index >= max_chart_points) continue;
      for (auto value = xml.children(); value.next();)
        if (xml.name() == "c:v") values[index] = shown(xml.text(), format);
    } else if (xml.name() == "c:lvl" && values.empty()) {
      read_cache(xml, values);  // the innermost level comes first
    }
  }
}

/// At an element that refers to cells of a workbook, or holds the values itself.
void read_values(XmlCursor& xml, Values& values) {
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "c:v") {
      values[0] = xml.text();
    } else if (name == "c:strRef" || name == "c:numRef" || name == "c:multiLvlStrRef") {
      read_values(xml, values);
    } else if (name == "c:strCache" || name == "c:numCache" || name == "c:multiLvlStrCache" ||
               name == "c:strLit" || name == "c:numLit") {
      read_cache(xml, values);
    }
  }
}

/// At a c:title: typed text, or that of a cell.
std::string title_of(XmlCursor& xml) {
  std::string text;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "c:tx") continue;
    for (auto part = xml.children(); part.next();) {
      if (xml.name() == "c:strRef") {
        Values values;
        read_values(xml, values);
        for (const auto& [index, value] : values) text += value;
      }
      if (xml.name() != "c:rich") continue;
      for (auto paragraph = xml.children(); paragraph.next();) {
        if (xml.name() != "a:p") continue;
        if (!text.empty()) text += ' ';
        text += drawn_paragraph(xml);
      }
    }
  }
  return text;
}

Series series_of(XmlCursor& xml) {
  Series series;
  Values name;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "c:tx") read_values(xml, name);
    if (xml.name() == "c:cat" || xml.name() == "c:xVal") read_values(xml, series.categories);
    if (xml.name() == "c:val" || xml.name() == "c:yVal") read_values(xml, series.values);
  }
  if (!name.empty()) series.name = name.begin()->second;
  return series;
}

/// At a c:plotArea: its kinds of charts, each with series, and its axes.
void read_plot(XmlCursor& xml, std::vector<Series>& all, std::vector<std::string>& titles) {
  for (auto chart = xml.children(); chart.next();)
    for (auto child = xml.children(); child.next();) {
      if (xml.name() == "c:ser" && all.size() < max_chart_series) all.push_back(series_of(xml));
      if (xml.name() == "c:title") titles.push_back(title_of(xml));
    }
}

Table table_of(const std::vector<Series>& all, const Place& place) {
  Table table;
  int points = 0;
  for (const Series& series : all)
    for (const Values* values : {&series.categories, &series.values})
      if (!values->empty()) points = std::max(points, values->rbegin()->first + 1);
  if (points == 0) return table;
  const auto add = [&](int column, bool header, const std::string& text) {
    Cell cell;
    cell.row = table.rows;
    cell.column = column;
    cell.header = header;
    cell.text = text_at(text, place, Origin::text_layer);
    table.cells.push_back(std::move(cell));
  };
  const auto add_row = [&](bool header, const std::string& first, const auto& text_of) {
    add(0, header, first);
    for (std::size_t i = 0; i < all.size(); ++i) add(static_cast<int>(i) + 1, header, text_of(all[i]));
    ++table.rows;
  };
  const auto at = [](const Values& values, int index) {
    const auto found = values.find(index);
    return found == values.end() ? std::string() : found->second;
  };
  table.columns = static_cast<int>(all.size()) + 1;
  add_row(true, "", [](const Series& series) { return series.name; });
  for (int point = 0; point < points; ++point)
    add_row(false, at(all.front().categories, point),
            [&](const Series& series) { return at(series.values, point); });
  return table;
}

}  // namespace

std::string drawn_paragraph(XmlCursor& xml) {
  std::string text;
  for (auto run = xml.children(); run.next();) {
    if (xml.name() == "a:br") text += '\n';
    for (auto child = xml.children(); child.next();)
      if (xml.name() == "a:t") text += xml.text();
  }
  return text;
}

std::vector<std::string> read_diagram(Package& package, const std::string& part) {
  std::vector<std::string> paragraphs;
  read_part(package, part, [&](XmlCursor& xml) {
    for (auto list = xml.children(); list.next();) {
      if (xml.name() != "dgm:ptLst") continue;
      for (auto point = xml.children(); point.next();)
        if (xml.name() == "dgm:pt") read_point(xml, paragraphs);
    }
  });
  return paragraphs;
}

Chart read_chart(Package& package, const std::string& part, const Place& place) {
  Chart chart;
  std::vector<Series> all;
  read_part(package, part, [&](XmlCursor& xml) {
    for (auto space = xml.children(); space.next();) {
      if (xml.name() != "c:chart") continue;
      for (auto child = xml.children(); child.next();) {
        if (xml.name() == "c:title") chart.titles.push_back(title_of(xml));
        if (xml.name() == "c:plotArea") read_plot(xml, all, chart.titles);
      }
    }
  });
  chart.table = table_of(all, place);
  return chart;
}

}  // namespace ruamlint::docx
