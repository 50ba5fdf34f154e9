#include "pack/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ruamlint {
namespace {

const Bilingual& severity_name(Severity severity) {
  static const Bilingual names[] = {
      {"ข้อสังเกต", "a remark"}, {"ควรแก้ไข", "should be mended"}, {"ต้องแก้ไข", "must be mended"}};
  return names[static_cast<std::size_t>(severity)];
}

class Comparer {
 public:
  Comparer(const Pack& before, const Pack& after) : before_(before), after_(after) {}

  std::vector<PackChange> compare() {
    if (before_.closing_date != after_.closing_date)
      add("วันปิดรับสมัครเปลี่ยนจาก {} เป็น {} (ปี ค.ศ.)", "The closing date changes from {} to {}",
          iso_date(before_.closing_date), iso_date(before_.closing_date), iso_date(after_.closing_date),
          iso_date(after_.closing_date));
    compare_categories();
    compare_sections();
    compare_rules();
    return std::move(changes_);
  }

 private:
  /// Arguments come in pairs: the Thai one, the English one.
  void add(const char* th, const char* en, const std::string& a_th, const std::string& a_en,
           const std::string& b_th = {}, const std::string& b_en = {}) {
    changes_.push_back(
        {{fmt::format(fmt::runtime(th), a_th, b_th), fmt::format(fmt::runtime(en), a_en, b_en)}});
  }

  Bilingual level(const std::string& id) const {
    const Level* known = after_.level(id) != nullptr ? after_.level(id) : before_.level(id);
    return known == nullptr ? Bilingual{"ไม่กำหนด", "none"} : known->name;
  }

  void compare_categories() {
    for (const Category& category : after_.categories) {
      const Category* old = before_.category(category.id);
      if (old == nullptr) {
        add("เพิ่มประเภทรางวัล “{}”", "New category “{}”", category.name.th, category.name.en);
      } else if (old->must_reach != category.must_reach) {
        const Bilingual needed = level(category.must_reach);
        add("ประเภท “{}” ต้องถึงระดับ: {}", "The category “{}” must reach: {}", category.name.th,
            category.name.en, needed.th, needed.en);
      }
    }
    for (const Category& old : before_.categories)
      if (after_.category(old.id) == nullptr)
        add("ยกเลิกประเภทรางวัล “{}”", "The category “{}” is gone", old.name.th, old.name.en);
  }

  void compare_sections() {
    for (const Section& section : after_.sections) {
      const Section* old = before_.section(section.id);
      const bool required = !section.required_in.empty(),
                 was_required = old != nullptr && !old->required_in.empty();
      if (required && !was_required)
        add("ต้องมีหัวข้อ “{}” ({})", "The section “{}” is now required ({})", section.title.th, section.title.en,
            severity_name(section.severity).th, severity_name(section.severity).en);
      else if (!required && was_required)
        add("ไม่บังคับหัวข้อ “{}” แล้ว", "The section “{}” is no longer required", section.title.th,
            section.title.en);
      else if (required && old->severity != section.severity)
        add("หัวข้อ “{}” เปลี่ยนเป็น{}", "The section “{}” is now {}", section.title.th, section.title.en,
            severity_name(section.severity).th, severity_name(section.severity).en);
    }
  }

  void compare_rules() {
    for (const Rule& rule : after_.rules) {
      const Rule* old = before_.rule(rule.id);
      const Bilingual title = {rule.id + " " + rule.title.th, rule.id + " " + rule.title.en};
      if (old == nullptr) {
        add("เพิ่มกฎ {} ({})", "New rule {} ({})", title.th, title.en, severity_name(rule.severity).th,
            severity_name(rule.severity).en);
        continue;
      }
      if (old->severity != rule.severity)
        add("กฎ {} เปลี่ยนเป็น{}", "Rule {} is now {}", title.th, title.en, severity_name(rule.severity).th,
            severity_name(rule.severity).en);
      for (const auto& [name, value] : rule.parameters) {
        const auto was = old->parameters.find(name);
        if (was == old->parameters.end() || was->second != value)
          add("กฎ {} เปลี่ยนเกณฑ์เป็น {}", "Rule {} has a new limit, {}", title.th, title.en, name + " " + value,
              name + " " + value);
      }
    }
    for (const Rule& old : before_.rules)
      if (after_.rule(old.id) == nullptr)
        add("ยกเลิกกฎ {}", "Rule {} is gone", old.id + " " + old.title.th, old.id + " " + old.title.en);
  }

  const Pack& before_;
  const Pack& after_;
  std::vector<PackChange> changes_;
};

}  // namespace

std::vector<PackChange> changes_between(const Pack& before, const Pack& after) {
  return Comparer(before, after).compare();
}

}  // namespace ruamlint
