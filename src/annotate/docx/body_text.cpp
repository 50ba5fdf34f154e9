#include "annotate/docx/body_text.hpp"

#include <algorithm>
#include <array>

#include "annotate/docx/xml_positions.hpp"

namespace ruamlint::docx {
namespace {

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// Hold what does not show, or properties that look like text.
constexpr std::array<std::string_view, 9> unseen = {"del",      "moveFrom", "rt",        "sectPr",   "sdtPr",
                                                    "sdtEndPr", "pPr",      "rPrChange", "pPrChange"};
/// Taken whole where they stand in a run, or right in a paragraph.
constexpr std::array<std::string_view, 5> whole_in_run = {"drawing", "pict", "object", "AlternateContent",
                                                          "ruby"};
constexpr std::array<std::string_view, 4> whole_in_paragraph = {"sdt", "oMath", "oMathPara",
                                                                "AlternateContent"};

template <std::size_t n>
bool is_one_of(std::string_view name, const std::array<std::string_view, n>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_on(const XmlTag& tag) {
  const char* value = tag.attribute("val");
  const std::string_view said = value == nullptr ? "" : value;
  return said != "0" && said != "false" && said != "off";
}

class BodyReader : public XmlHandler {
 public:
  explicit BodyReader(BodyText& body) : body_(body) {}

  void start(const XmlTag& tag) override {
    ++depth_;
    if (unseen_since_ > 0) return;
    const bool word = tag.space == transitional || tag.space == strict;
    if (word && tag.name == "body" && body_.body_begin == 0) begin_body(tag);
    if (body_.body_begin == 0) return;
    if ((word && is_one_of(tag.name, unseen)) || (tag.name == "Fallback" && choice_spoke_)) {
      unseen_since_ = depth_;
      return;
    }
    if (tag.name == "Choice") choice_begin_ = body_.text.size();
    if (word && tag.name == "p") return begin_paragraph(tag);
    if (whole_since_ > 0) {
      if (tag.name == "t") in_words_ = true;
      return;
    }
    if (begins_whole(tag)) {
      whole_since_ = depth_;
      whole_begin_ = tag.begin;
      whole_first_piece_ = body_.pieces.size();
    } else if (word && in_paragraph()) {
      start_inline(tag);
    }
  }

  void end(const XmlTag& tag) override {
    const int depth = depth_--;
    if (unseen_since_ > 0) {
      if (depth != unseen_since_) return;
      unseen_since_ = 0;
      if (tag.name == "pPr" && in_paragraph() && whole_since_ == 0)
        body_.paragraphs[paragraph_].content_begin = tag.end;
      return;
    }
    if (body_.body_begin == 0) return;
    if (tag.name == "Choice") choice_spoke_ = body_.text.size() > choice_begin_;
    if (tag.name == "AlternateContent") choice_spoke_ = false;
    if (depth == whole_since_) return end_whole(tag);
    if (whole_since_ > 0) {
      if (tag.name == "t") in_words_ = false;
      if (tag.name == "p") body_.text += '\n';
      return;
    }
    end_inline(tag, depth);
  }

  void characters(std::string_view text, std::size_t begin, std::size_t end, bool plain) override {
    if (!in_words_ || unseen_since_ > 0 || run_is_hidden_) return;
    const bool cuttable = plain && whole_since_ == 0;
    body_.pieces.push_back({body_.text.size(), body_.text.size() + text.size(), begin, end, cuttable, run_,
                            whole_since_ > 0 ? nowhere : body_.words.size() - 1});
    body_.text += text;
    if (whole_since_ == 0 && !plain && text.size() == end - begin) body_.words.back().may_be_cut = false;
  }

 private:
  void begin_body(const XmlTag& tag) {
    body_.body_begin = tag.end;
    body_.space = tag.space;
    body_.prefix = tag.prefix.empty() ? std::string() : std::string(tag.prefix) + ":";
  }

  [[nodiscard]] bool in_paragraph() const { return paragraph_ != nowhere; }

  void begin_paragraph(const XmlTag& tag) {
    const bool nested = whole_since_ > 0;
    body_.paragraphs.push_back({body_.text.size(), tag.begin, tag.end, tag.end, tag.end, nested});
    if (nested) return;
    paragraph_ = body_.paragraphs.size() - 1;
    paragraph_depth_ = depth_;
  }

  [[nodiscard]] bool begins_whole(const XmlTag& tag) const {
    if (!in_paragraph()) return false;
    return run_ != nowhere ? is_one_of(tag.name, whole_in_run) : is_one_of(tag.name, whole_in_paragraph);
  }

  void start_inline(const XmlTag& tag) {
    if (run_ == nowhere) {
      if (tag.name != "r") return;
      body_.runs.push_back({tag.begin, tag.end, tag.end, 0, 0});
      run_ = body_.runs.size() - 1;
      run_is_hidden_ = false;
    } else if (tag.name == "t") {
      const char* space = tag.attribute("space");
      body_.words.push_back(
          {tag.begin, tag.end, 0, 0, space != nullptr && std::string_view(space) == "preserve", true});
      in_words_ = true;
    } else if (tag.name == "vanish") {
      run_is_hidden_ = is_on(tag);
    } else if (tag.name == "tab" || tag.name == "br" || tag.name == "cr" || tag.name == "noBreakHyphen") {
      body_.text += ' ';
    }
  }

  void end_inline(const XmlTag& tag, int depth) {
    if (in_paragraph() && tag.name == "p" && depth == paragraph_depth_) {
      body_.paragraphs[paragraph_].content_end = tag.begin;
      body_.text += '\n';
      paragraph_ = nowhere;
    } else if (run_ == nowhere) {
      return;
    } else if (tag.name == "r") {
      body_.runs[run_].close_begin = tag.begin;
      body_.runs[run_].close_end = tag.end;
      run_ = nowhere;
    } else if (tag.name == "rPr") {
      body_.runs[run_].content_begin = tag.end;
    } else if (tag.name == "t" && in_words_) {
      body_.words.back().close_begin = tag.begin;
      body_.words.back().close_end = tag.end;
      in_words_ = false;
    }
  }

  /// All that stands in a drawing, a formula or an inline control has the whole of it for its place.
  void end_whole(const XmlTag& tag) {
    for (std::size_t i = whole_first_piece_; i < body_.pieces.size(); ++i) {
      body_.pieces[i].begin = whole_begin_;
      body_.pieces[i].end = tag.end;
    }
    whole_since_ = 0;
    in_words_ = false;
  }

  BodyText& body_;
  int depth_ = 0;
  int unseen_since_ = 0, whole_since_ = 0;  ///< depth of the element that began it; 0: none
  std::size_t whole_begin_ = 0, whole_first_piece_ = 0;
  std::size_t choice_begin_ = 0;
  bool choice_spoke_ = false;
  std::size_t paragraph_ = nowhere, run_ = nowhere;
  int paragraph_depth_ = 0;
  bool run_is_hidden_ = false, in_words_ = false;
};

}  // namespace

std::optional<BodyText> read_body_text(std::string_view xml) {
  BodyText body;
  BodyReader reader(body);
  if (!walk_xml(xml, reader) || body.body_begin == 0) return std::nullopt;
  return body;
}

}  // namespace ruamlint::docx
