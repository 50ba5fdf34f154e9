#include <algorithm>
#include <nlohmann/json.hpp>

#include "document/serialise.hpp"

namespace ruamlint {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t line_width = 110;
constexpr std::size_t indent_step = 2;

std::string scalar(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// Takes the value's length on one line off `room`; false as soon as it is known not to fit, so that a long
/// report is not measured again at each level.
bool fits(const ordered_json& value, std::size_t& room) {
  constexpr std::size_t longest_number = 12, separators = 6;
  std::size_t length = longest_number;
  if (value.is_string()) length = value.get_ref<const std::string&>().size();
  if (value.is_structured()) length = separators * value.size();
  if (length > room) return false;
  room -= length;
  if (value.is_array()) {
    return std::all_of(value.begin(), value.end(), [&](const auto& item) { return fits(item, room); });
  }
  if (value.is_object()) {
    const auto& members = value.get_ref<const ordered_json::object_t&>();
    return std::all_of(members.begin(), members.end(), [&](const auto& member) {
      if (member.first.size() > room) return false;
      room -= member.first.size();
      return fits(member.second, room);
    });
  }
  return true;
}

bool stays_on_one_line(const ordered_json& value, std::size_t indent) {
  const bool numbers = value.is_array() && std::all_of(value.begin(), value.end(),
                                                       [](const auto& item) { return item.is_number(); });
  std::size_t room = line_width - std::min(indent, line_width);
  return numbers || fits(value, room);
}

void write(const ordered_json& value, std::size_t indent, bool one_line, std::string& out) {
  if (!value.is_structured() || value.empty()) {
    out += scalar(value);
    return;
  }
  one_line = one_line || stays_on_one_line(value, indent);
  const std::string line_end = one_line ? "" : '\n' + std::string(indent + indent_step, ' ');
  out += value.is_object() ? '{' : '[';
  for (auto item = value.begin(); item != value.end(); ++item) {
    if (item != value.begin()) out += one_line ? ", " : ",";
    out += line_end;
    if (value.is_object()) out += scalar(item.key()) + ": ";
    write(*item, indent + indent_step, one_line, out);
  }
  if (!one_line) out += '\n' + std::string(indent, ' ');
  out += value.is_object() ? '}' : ']';
}

}  // namespace

std::string readable_json(const ordered_json& value) {
  std::string out;
  write(value, 0, false, out);
  return out + '\n';
}

}  // namespace ruamlint
