#include "annotate/docx/part_edits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "annotate/docx/xml_positions.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

/// What is put in at a byte of a part, and how many bytes it replaces.
struct Edit {
  std::string text;
  std::size_t replaced = 0;
};
using Edits = std::map<std::size_t, Edit>;

std::string edited(std::string_view part, const Edits& edits) {
  std::string out;
  std::size_t done = 0;
  for (const auto& [offset, edit] : edits) {
    out.append(part, done, offset - done);
    out += edit.text;
    done = offset + edit.replaced;
  }
  out.append(part, done);
  return out;
}

/// Comments that begin and end at one point.
struct Marks {
  BodyPoint point;
  std::vector<int> begin, end;
};

class MarkWriter {
 public:
  MarkWriter(std::string_view part, const BodyText& body) : part_(part), body_(body) {
    if (!body.prefix.empty()) return;
    prefix_ = "w:";  // attributes have no namespace without a prefix
    declaration_ = fmt::format(" xmlns:w=\"{}\"", body.space);
  }

  [[nodiscard]] std::string write(const std::vector<CommentPlace>& places, int first_id) {
    std::map<std::size_t, Marks> marks;
    std::string added_paragraph;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const int id = first_id + static_cast<int>(i);
      if (places[i].nowhere_yet) {
        added_paragraph += begin_mark(id) + end_mark(id);
        continue;
      }
      marks[places[i].begin.offset].point = places[i].begin;
      marks[places[i].begin.offset].begin.push_back(id);
      marks[places[i].end.offset].point = places[i].end;
      marks[places[i].end.offset].end.push_back(id);
    }
    for (const auto& [offset, at_point] : marks) put(at_point);
    if (!added_paragraph.empty())
      edits_[body_.body_begin].text =
          fmt::format("<{0}p{1}>{2}</{0}p>", prefix_, declaration_, added_paragraph);
    return edited(part_, edits_);
  }

 private:
  [[nodiscard]] std::string begin_mark(int id) const {
    return fmt::format("<{}commentRangeStart{} {}id=\"{}\"/>", prefix_, declaration_, prefix_, id);
  }
  [[nodiscard]] std::string end_mark(int id) const {
    return fmt::format(
        "<{0}commentRangeEnd{1} {0}id=\"{2}\"/><{0}r{1}><{0}commentReference {0}id=\"{2}\"/></{0}r>", prefix_,
        declaration_, id);
  }

  void put(const Marks& marks) {
    std::string text;
    const auto both = [&](int id) {
      return std::find(marks.begin.begin(), marks.begin.end(), id) != marks.begin.end();
    };
    for (const int id : marks.end)
      if (!both(id)) text += end_mark(id);
    for (const int id : marks.begin) text += begin_mark(id);
    for (const int id : marks.end)
      if (both(id)) text += end_mark(id);
    const BodyPoint& point = marks.point;
    if (point.run == nowhere)
      put_in_paragraph(point.offset, std::move(text));
    else
      put_in_run(point, std::move(text));
  }

  /// A paragraph without content is one tag, which must be parted for it.
  void put_in_paragraph(std::size_t offset, std::string text) {
    const auto empty =
        std::find_if(body_.paragraphs.begin(), body_.paragraphs.end(), [&](const BodyParagraph& one) {
          return one.open_end == offset && one.content_end == offset &&
                 part_.substr(0, offset).ends_with("/>");
        });
    if (empty == body_.paragraphs.end()) {
      edits_[offset].text += text;
      return;
    }
    edits_[offset - 2] = {fmt::format(">{}</{}p>", text, body_.prefix), 2};
  }

  /// Closes the run, and opens one like it behind.
  void put_in_run(const BodyPoint& point, std::string text) {
    const BodyRun& run = body_.runs[point.run];
    const std::string_view again = part_.substr(run.open_begin, run.content_begin - run.open_begin);
    std::string close, open;
    if (point.words != nowhere) {
      close = fmt::format("</{}t>", body_.prefix);
      open = fmt::format("<{}t xml:space=\"preserve\">", body_.prefix);
      keep_space(body_.words[point.words]);
    }
    edits_[point.offset].text += fmt::format("{}</{}r>{}{}{}", close, body_.prefix, text, again, open);
  }

  /// A cut may fall before or behind a space, which would not count at an edge. A space that has not counted
  /// so far still does not.
  void keep_space(const BodyWords& words) {
    const char first = part_[words.open_end];
    if (words.keeps_space || first == ' ' || first == '\n' || first == '\t' || first == '\r') return;
    edits_[words.open_end - 1].text = " xml:space=\"preserve\"";
  }

  std::string_view part_;
  const BodyText& body_;
  std::string prefix_ = body_.prefix, declaration_;
  Edits edits_;
};

class RootFinder : public XmlHandler {
 public:
  void start(const XmlTag& tag) override {
    if (depth_++ == 0)
      name = tag.prefix.empty() ? std::string(tag.name) : fmt::format("{}:{}", tag.prefix, tag.name);
  }
  void end(const XmlTag& tag) override {
    if (--depth_ > 0) return;
    end_begin = tag.begin;
    is_empty = tag.begin == tag.end;
  }
  std::string name;
  std::size_t end_begin = 0;
  bool is_empty = false;

 private:
  int depth_ = 0;
};

}  // namespace

std::string with_comment_marks(std::string_view part, const BodyText& body,
                               const std::vector<CommentPlace>& places, int first_id) {
  return MarkWriter(part, body).write(places, first_id);
}

std::optional<std::string> with_last_child(std::string_view part, std::string_view xml) {
  RootFinder root;
  if (!walk_xml(part, root)) return std::nullopt;
  if (!root.is_empty) return edited(part, {{root.end_begin, {std::string(xml)}}});
  return edited(part, {{root.end_begin - 2, {fmt::format(">{}</{}>", xml, root.name), 2}}});
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : valid_utf8(text)) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

}  // namespace ruamlint::docx
