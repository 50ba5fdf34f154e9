#include "extract/docx/numbering.hpp"

#include <algorithm>
#include <limits>

#include "extract/docx/limits.hpp"
#include "extract/docx/number_format.hpp"

namespace ruamlint::docx {
namespace {

int clamped_depth(int depth) {
  return std::clamp(depth, 0, list_depths - 1);
}

/// At a w:numFmt. False for a custom format that is not read here.
bool read_format(const XmlCursor& xml, ListLevel& level) {
  const std::string_view name = xml.attribute_or("w:val", "decimal");
  if (name != "custom") {
    level.format = name;
    return true;
  }
  const std::string_view examples = xml.attribute_or("w:format", "");
  const bool counts_in_digits = !examples.empty() && examples.front() == '0';
  if (counts_in_digits && examples.size() <= max_number_bytes)
    level.format = std::string(custom_format).append(examples);
  return counts_in_digits;
}

/// A format outside the standard's list stands in an alternative whose fallback is one of the list.
void read_format_alternatives(XmlCursor& xml, ListLevel& level) {
  bool taken = false;
  for (auto alternative = xml.children(); alternative.next();)
    for (auto child = xml.children(); child.next();)
      if (xml.name() == "w:numFmt" && !taken) taken = read_format(xml, level);
}

/// A bullet that is a box to be ticked comes as "☐", "☑" or "☒", any other as "•".
std::string bullet_of(const ListLevel& level) {
  const std::string drawn = unicode_of(level.symbol_font, level.text);
  for (const char* empty : {"☐", "□", "❏", "❐", "❑", "❒", "▢"})
    if (drawn == empty) return "☐";
  return drawn == "☑" || drawn == "☒" ? drawn : "•";
}

ListLevel read_level(XmlCursor& xml) {
  ListLevel level;
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "w:start") {
      level.start = xml.int_value();
    } else if (name == "w:numFmt") {
      (void)read_format(xml, level);
    } else if (name == "w:rPr") {
      level.symbol_font = read_run_format(xml).symbol_font.value_or(SymbolFont::none);
    } else if (name == "w:lvlText") {
      const std::string_view text = xml.attribute_or("w:val", "");
      if (text.size() <= max_number_bytes) level.text = text;
    } else if (name == "w:lvlRestart") {
      level.restart = xml.int_value();
    } else if (name == "w:pStyle") {
      level.style = xml.attribute_or("w:val", "");
    } else if (name == "w:isLgl") {
      level.all_decimal = xml.is_on();
    } else if (name == "mc:AlternateContent") {
      read_format_alternatives(xml, level);
    }
  }
  return level;
}

int level_index(const XmlCursor& xml) {
  return clamped_depth(to_int(xml.attribute_or("w:ilvl", "0")));
}

}  // namespace

/// A w:abstractNum. It may borrow another's levels by the name of a numbering style.
struct ListDefinitions::Pattern {
  std::shared_ptr<const ListDefinition::Levels> levels;
  std::string defines_style, borrows_style;
};

struct ListDefinitions::Patterns {
  std::unordered_map<int, Pattern> by_id;
  std::unordered_map<std::string, int> by_style;

  const Pattern* find(int id) const {
    const auto found = by_id.find(id);
    if (found == by_id.end()) return nullptr;
    const auto lender = by_style.find(found->second.borrows_style);
    return lender == by_style.end() ? &found->second : &by_id.at(lender->second);
  }

  void read(XmlCursor& xml) {
    const int id = to_int(xml.attribute_or("w:abstractNumId", ""), -1);
    Pattern pattern;
    ListDefinition::Levels levels;
    for (auto child = xml.children(); child.next();) {
      if (xml.name() == "w:lvl") {
        const int depth = level_index(xml);
        levels[depth] = read_level(xml);
      } else if (xml.name() == "w:styleLink") {
        pattern.defines_style = xml.attribute_or("w:val", "");
      } else if (xml.name() == "w:numStyleLink") {
        pattern.borrows_style = xml.attribute_or("w:val", "");
      }
    }
    pattern.levels = std::make_shared<const ListDefinition::Levels>(std::move(levels));
    if (!pattern.defines_style.empty()) by_style.emplace(pattern.defines_style, id);
    by_id.emplace(id, std::move(pattern));
  }
};

ListDefinitions::ListDefinitions(XmlCursor& xml, const Styles& styles) {
  Patterns patterns;  // the schema puts them all before the first w:num
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:abstractNum") patterns.read(xml);
    if (xml.name() == "w:num") read_list(xml, patterns);
    if (patterns.by_id.size() > max_list_patterns || lists_.size() > max_lists) xml.give_up("lists");
  }
  borrow_levels(patterns, styles);
}

/// A pattern that borrows from a numbering style which no pattern says that it defines: the style names a
/// list.
void ListDefinitions::borrow_levels(const Patterns& patterns, const Styles& styles) {
  for (auto& [id, list] : lists_) {
    const Pattern* pattern = patterns.find(list.pattern);
    if (pattern == nullptr || pattern->borrows_style.empty()) continue;
    const ListDefinition* lender = find(styles.list_of_numbering(pattern->borrows_style));
    if (lender != nullptr) list.levels = lender->levels;
  }
}

void ListDefinitions::read_list(XmlCursor& xml, const Patterns& patterns) {
  const int id = to_int(xml.attribute_or("w:numId", ""));
  ListDefinition list;
  std::map<int, ListLevel> replaced;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:abstractNumId") {
      list.pattern = xml.int_value();
      if (const Pattern* pattern = patterns.find(list.pattern)) {
        list.levels = pattern->levels;
      }
    } else if (xml.name() == "w:lvlOverride") {
      const int depth = level_index(xml);
      for (auto change = xml.children(); change.next();) {
        if (xml.name() == "w:startOverride") list.start_override[depth] = xml.int_value();
        if (xml.name() == "w:lvl") replaced[depth] = read_level(xml);
      }
    }
  }
  if (!list.levels) return;
  if (!replaced.empty()) {
    ListDefinition::Levels levels = *list.levels;
    for (auto& [depth, level] : replaced) levels[depth] = std::move(level);
    list.levels = std::make_shared<const ListDefinition::Levels>(std::move(levels));
  }
  lists_.emplace(id, std::move(list));
}

const ListDefinition* ListDefinitions::find(int list) const {
  const auto found = lists_.find(list);
  return found == lists_.end() ? nullptr : &found->second;
}

namespace {

/// A list taken from a style says no depth: the level that names the style is meant.
int depth_of(const ListUse& stated, const Style& style, const ListDefinition& list) {
  if (stated.depth) return clamped_depth(*stated.depth);
  const ListDefinition::Levels& levels = *list.levels;
  const auto* level = std::find_if(levels.begin(), levels.end(), [&](const ListLevel& candidate) {
    return !candidate.style.empty() && candidate.style == style.id;
  });
  if (level != levels.end()) return static_cast<int>(level - levels.begin());
  return clamped_depth(style.list_use.depth.value_or(0));
}

bool restarts_after(const ListLevel& level, int depth, int used_depth) {
  if (used_depth >= depth) return false;
  return !level.restart || used_depth < *level.restart;
}

int next_number(int value) {
  return value < std::numeric_limits<int>::max() ? value + 1 : value;
}

}  // namespace

std::optional<Numbered> Numbering::count(const ListUse& stated, const Style& style) {
  const std::optional<int> id = stated.list ? stated.list : style.list_use.list;
  const ListDefinition* list = id ? definitions_.find(*id) : nullptr;
  if (list == nullptr) return std::nullopt;
  const int depth = depth_of(stated, style, *list);
  Counters& counters = counters_[list->pattern];

  const ListDefinition::Levels& levels = *list->levels;
  const auto start = [&](int at) {
    const auto changed = list->start_override.find(at);
    return changed == list->start_override.end() ? levels[at].start : changed->second;
  };
  if (started_.insert(*id).second)
    for (const auto& [at, value] : list->start_override) counters[at].used = false;
  // A level that is passed over counts as used once: "1.1" without a "1" before it is followed by "2".
  for (int at = 0; at <= depth; ++at) {
    Counter& counter = counters[at];
    if (!counter.used) {
      counter = {start(at), true};
    } else if (at == depth) {
      counter.value = next_number(counter.value);
    }
  }
  for (int at = depth + 1; at < list_depths; ++at)
    if (restarts_after(levels[at], at, depth)) counters[at].used = false;

  const ListLevel& level = levels[depth];
  if (level.format == "bullet") return Numbered{depth, true, bullet_of(level)};
  Numbered numbered{depth, false, {}};
  for (std::size_t i = 0; i < level.text.size() && numbered.label.size() < max_number_bytes; ++i) {
    const int other = i + 1 < level.text.size() && level.text[i] == '%' ? level.text[i + 1] - '1' : -1;
    if (other < 0 || other >= list_depths) {
      numbered.label += level.text[i];
      continue;
    }
    const std::string& format = levels[other].format;
    numbered.label += formatted_number(counters[other].value, level.all_decimal ? "decimal" : format);
    ++i;
  }
  return numbered;
}

}  // namespace ruamlint::docx
