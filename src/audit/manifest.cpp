#include "audit/manifest.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "audit/workbook_rows.hpp"
#include "text/csv.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

struct Column {
  std::string Expected::*field;
  std::string_view english, thai;
};

constexpr std::array columns = {
    Column{&Expected::id, "id", "รหัส"}, Column{&Expected::agency, "agency", "หน่วยงาน"},
    Column{&Expected::parent, "parent", "ต้นสังกัด"}, Column{&Expected::category, "category", "ประเภท"},
    Column{&Expected::file, "file", "ไฟล์"}};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

int position_of(const std::vector<std::string>& head, const Column& column) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (lower(head[i]) == column.english || repaired(valid_utf8(head[i])) == column.thai)
      return static_cast<int>(i);
  }
  return -1;
}

std::string last_part(const std::string& name) {
  return std::filesystem::path(name).filename().string();
}

}  // namespace

std::string name_as_seen(const std::string& name) {
  return repaired(valid_utf8(name));
}

std::optional<std::vector<Expected>> parse_manifest(std::string_view bytes) {
  const auto rows = is_workbook(bytes) ? rows_of_workbook(bytes) : parse_csv(bytes);
  if (rows.empty() || position_of(rows.front(), columns.back()) < 0) return std::nullopt;
  std::vector<Expected> expected(rows.size() - 1);
  for (const Column& column : columns) {
    const int position = position_of(rows.front(), column);
    for (std::size_t i = 1; position >= 0 && i < rows.size(); ++i) {
      if (static_cast<std::size_t>(position) < rows[i].size())
        expected[i - 1].*column.field = rows[i][static_cast<std::size_t>(position)];
    }
  }
  return expected;
}

std::vector<int> match_manifest(const std::vector<Expected>& expected,
                                const std::vector<AuditInput>& inputs) {
  std::map<std::string, std::size_t> by_name;
  std::map<std::string, std::vector<std::size_t>> by_last_part;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    by_name.emplace(name_as_seen(inputs[i].name), i);
    by_last_part[name_as_seen(last_part(inputs[i].name))].push_back(i);
  }
  for (std::size_t i = 0; i < inputs.size(); ++i) by_name[inputs[i].name] = i;  // the exact bytes come first
  std::vector<int> matches(inputs.size(), -1);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    auto found = by_name.find(expected[i].file);
    if (found == by_name.end()) found = by_name.find(name_as_seen(expected[i].file));
    const auto alike = by_last_part.find(name_as_seen(last_part(expected[i].file)));
    if (found != by_name.end()) {
      matches[found->second] = static_cast<int>(i);
    } else if (alike != by_last_part.end() && alike->second.size() == 1) {
      matches[alike->second.front()] = static_cast<int>(i);
    }
  }
  return matches;
}

}  // namespace ruamlint
