// What part each figure of a text has in a change. Internal to facts/.
#pragma once

#include <cstddef>
#include <vector>

#include "facts/comparisons_tokens.hpp"

namespace ruamlint {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct Part {
  enum class Role { none, before, after, claim, share };
  Role role = Role::none;
  std::size_t key = nowhere;  ///< index of the key word that gives the role
  std::size_t begin = 0;      ///< byte where the key word begins, or the figure
  bool by_scope = false;  ///< ก่อนดำเนินการ, หลังดำเนินการ: all figures behind it, not only the next
  int direction = 0;      ///< of the verb at the figure
  bool of_before = false;  ///< a claim of what is left or has become of the figure before
  bool in_parentheses = false;
  bool is_source = false;  ///< what was asked or chosen from: จากผู้ตอบ 400 คน, คัดเลือกจาก 120 ทีม
  std::size_t date = nowhere;  ///< index of the date that it is of
};

/// One part a figure, in the figures' order.
[[nodiscard]] std::vector<Part> parts_of(const ChangeText& read);

/// The direction that the word right before byte `at` says (fillers between), 0 for none; `begin` is moved to
/// where it begins.
[[nodiscard]] int direction_before(const ChangeText& read, std::size_t at, std::size_t& begin);
/// Whether the word right before byte `at` says a change, in whatever direction.
[[nodiscard]] bool change_before(const ChangeText& read, std::size_t at);

}  // namespace ruamlint
