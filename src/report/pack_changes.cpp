#include "report/pack_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

Word word_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Word::severity_error;
    case Severity::warning:
      return Word::severity_warning;
    case Severity::note:
      break;
  }
  return Word::severity_note;
}

class Comparer {
 public:
  Comparer(const Pack& before, const Pack& after, Language language)
      : before_(before), after_(after), language_(language) {}

  std::vector<std::string> compare() {
    if (before_.closing_date != after_.closing_date)
      add("วันปิดรับสมัครเปลี่ยนจาก {} เป็น {}", "The closing date changes from {} to {}",
          date_text(before_.closing_date, language_), date_text(after_.closing_date, language_));
    compare_categories();
    compare_sections();
    for (const Rule& rule : after_.rules) compare_rule(rule);
    for (const Rule& old : before_.rules)
      if (after_.rule(old.id) == nullptr) add("ไม่ตรวจเรื่อง {} แล้ว", "No longer checked: {}", named(old));
    return std::move(changes_);
  }

 private:
  template <typename... Arguments>
  void add(const char* th, const char* en, const Arguments&... arguments) {
    changes_.push_back(fmt::format(fmt::runtime(language_ == Language::th ? th : en), arguments...));
  }

  [[nodiscard]] std::string said(const Bilingual& text) const { return in(text, language_); }
  [[nodiscard]] std::string said(Severity severity) const {
    return std::string(word(word_of(severity), language_));
  }
  /// "“title” (OPR-1)": what applicants know of a rule is what it asks for.
  [[nodiscard]] std::string named(const Rule& rule) const {
    return fmt::format("“{}” ({})", said(rule.title), rule.id);
  }

  [[nodiscard]] std::string level(const std::string& id) const {
    if (id.empty()) return std::string(word(Word::none_set, language_));
    return level_name(after_.level(id) != nullptr ? after_ : before_, id, language_);
  }

  void compare_categories() {
    for (const Category& category : after_.categories) {
      const Category* old = before_.category(category.id);
      if (old == nullptr)
        add("เพิ่มประเภทรางวัล “{}”", "New category “{}”", said(category.name));
      else if (old->must_reach != category.must_reach)
        add("ประเภท “{}” ต้องถึงระดับ: {}", "The category “{}” must reach: {}", said(category.name),
            level(category.must_reach));
    }
    for (const Category& old : before_.categories)
      if (after_.category(old.id) == nullptr)
        add("ยกเลิกประเภทรางวัล “{}”", "The category “{}” is gone", said(old.name));
  }

  void compare_sections() {
    for (const Section& section : after_.sections) {
      const Section* old = before_.section(section.id);
      const bool required = !section.required_in.empty();
      const bool was_required = old != nullptr && !old->required_in.empty();
      if (required && !was_required)
        add("เพิ่มหัวข้อที่ต้องกรอก “{}” (ถ้าขาด: {})", "The section “{}” is now asked for (where it is missing: {})",
            said(section.title), said(section.severity));
      else if (!required && was_required)
        add("ไม่บังคับหัวข้อ “{}” แล้ว", "The section “{}” is no longer asked for", said(section.title));
      else if (required && old->severity != section.severity)
        add("ถ้าขาดหัวข้อ “{}” ผลเปลี่ยนเป็น: {}", "Where the section “{}” is missing, the result is now: {}",
            said(section.title), said(section.severity));
    }
  }

  void compare_rule(const Rule& rule) {
    const Rule* old = before_.rule(rule.id);
    if (old == nullptr) {
      add("ตรวจเพิ่มเรื่อง {} (ถ้าไม่เป็นไปตามนี้: {})", "Newly checked: {} (where it is not so: {})", named(rule),
          said(rule.severity));
      return;
    }
    const std::size_t changes = changes_.size();
    if (said(old->title) != said(rule.title))
      add("จากเดิม “{}” เปลี่ยนเป็น {}", "“{}” becomes {}", said(old->title), named(rule));
    if (old->severity != rule.severity)
      add("ถ้าไม่เป็นไปตาม {} ผลเปลี่ยนเป็น: {}", "Where {} is not so, the result is now: {}", named(rule),
          said(rule.severity));
    // Most limits stand in the title; where it is the same, they are all that there is to tell.
    if (changes == changes_.size()) compare_limits(*old, rule);
  }

  void compare_limits(const Rule& old, const Rule& rule) {
    for (const auto& [name, value] : rule.parameters) {
      const auto was = old.parameters.find(name);
      if (was != old.parameters.end() && was->second != value)
        add("เกณฑ์ของ {} เปลี่ยนจาก {} เป็น {}", "The limit of {} changes from {} to {}", named(rule),
            limit_text(name, was->second), limit_text(name, value));
    }
  }

  [[nodiscard]] std::string limit_text(const std::string& name, const std::string& value) const {
    int months = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), months);
    const bool is_number = error == std::errc() && end == value.data() + value.size();
    if (name.ends_with("_months") && is_number) return months_text(months, language_);
    if (after_.topic(value) != nullptr) return topic_name(after_, value, language_);
    return value;
  }

  const Pack& before_;
  const Pack& after_;
  Language language_;
  std::vector<std::string> changes_;
};

}  // namespace

std::vector<std::string> changes_between(const Pack& before, const Pack& after, Language language) {
  return Comparer(before, after, language).compare();
}

}  // namespace ruamlint
