// A finding's message and its evidence's place, in words.
#include "report/report.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

std::string argument_text(const Pack& pack, const Argument& argument, Language language) {
  using Kind = Argument::Kind;
  if (argument.kind == Kind::number) return number_text(argument.number, argument.decimals);
  if (argument.kind == Kind::date) return date_text(argument.date, language);
  if (argument.kind == Kind::months) return months_text(static_cast<int>(argument.number), language);

  std::vector<std::string> items;
  for (const std::string& text : argument.texts) {
    switch (argument.kind) {
      case Kind::section:
        items.push_back(section_name(pack, text, language));
        break;
      case Kind::level:
        items.push_back(level_name(pack, text, language));
        break;
      case Kind::category:
        items.push_back(category_name(pack, text, language));
        break;
      case Kind::topic:
        items.push_back(topic_name(pack, text, language));
        break;
      default:
        items.push_back(quoted_cut(text));
    }
  }
  return joined(items, language);
}

/// "header2" and "header1" are the same to a reader.
std::string part_text(const std::string& part, Language language) {
  const std::string name = part.substr(0, part.find_first_of("0123456789"));
  if (name == "header") return std::string(word(Word::part_header, language));
  if (name == "footer") return std::string(word(Word::part_footer, language));
  if (name == "footnotes" || name == "endnotes") return std::string(word(Word::part_footnotes, language));
  if (name == "comments") return std::string(word(Word::part_comments, language));
  return {};
}

}  // namespace

std::string message_text(const Pack& pack, const Finding& finding, Language language) {
  const Rule* rule = pack.rule(finding.rule);
  if (rule == nullptr) return finding.message;
  const auto message = rule->messages.find(finding.message);
  // A result without a message of its own (most passes) is said by what the rule asks for.
  const std::string& text = in(message == rule->messages.end() ? rule->title : message->second, language);
  Values values;
  for (const Argument& argument : finding.arguments) {
    values.emplace_back(argument.name, argument_text(pack, argument, language));
  }
  return filled(text, values);
}

std::string waiver_text(const Waiver& waiver, Language language) {
  return filled(word(Word::waived_by, language), {{"who", quoted_cut(waiver.who)},
                                                  {"reason", quoted_cut(waiver.reason)},
                                                  {"until", date_text(waiver.until, language)}});
}

std::string place_text(const Pack& pack, const Evidence& evidence, Language language) {
  const Place& place = evidence.place;
  std::vector<std::string> parts;
  const auto numbered = [&](Word what, int n) {
    if (n > 0) parts.push_back(filled(word(what, language), {{"n", std::to_string(n)}}));
  };
  numbered(Word::page, place.page);
  if (const std::string part = part_text(place.part, language); !part.empty()) parts.push_back(part);
  if (!evidence.section.empty()) {
    parts.push_back(
        filled(word(Word::section, language), {{"title", section_name(pack, evidence.section, language)}}));
  }
  numbered(Word::table, place.table);
  numbered(Word::row, place.row);
  numbered(Word::cell, place.cell);
  // Nobody counts paragraphs who has anything better to go by.
  if (parts.empty()) numbered(Word::paragraph, place.paragraph);

  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : language == Language::th ? " " : ", ") + part;
  return text;
}

}  // namespace ruamlint
