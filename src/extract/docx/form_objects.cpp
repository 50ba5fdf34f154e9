#include "extract/docx/form_objects.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

#include "extract/docx/limits.hpp"
#include "extract/docx/xml_cursor.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

using Kind = FormObject::Kind;

/// By the first group of the control's class (MS-OFORMS 2.6).
std::optional<Kind> kind_of(std::string_view class_id) {
  constexpr std::array<std::pair<std::string_view, Kind>, 7> kinds = {{{"8BD21D10", Kind::text},
                                                                       {"8BD21D20", Kind::choice},
                                                                       {"8BD21D30", Kind::choice},
                                                                       {"8BD21D40", Kind::check_box},
                                                                       {"8BD21D50", Kind::option_button},
                                                                       {"8BD21D60", Kind::option_button},
                                                                       {"978C9E23", Kind::label}}};
  std::string group;
  for (const char c : class_id)
    if (c != '{' && group.size() < 8) group += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == group; });
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

/// Little-endian fields, each on a multiple of its size as counted from the control's beginning.
class Fields {
 public:
  explicit Fields(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

  std::uint32_t number(std::size_t size) {
    align(size);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte(at_ + i))) << (8 * i);
    at_ += size;
    return value;
  }
  void skip(std::size_t size) { at_ += size; }
  void align(std::size_t size) { at_ = (at_ + size - 1) / size * size; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool beyond_end() const { return at_ > bytes_.size(); }

  /// A fmString: one byte a letter where the count's highest bit is set, else UTF-16.
  std::string text(std::uint32_t count) {
    const bool narrow = (count >> 31U) != 0;
    const std::size_t size = count & 0x7FFFFFFFU;
    if (size > bytes_.size()) {
      at_ = bytes_.size() + 1;
      return {};
    }
    align(4);
    std::string utf8;
    for (std::size_t i = 0; i < size; i += narrow ? 1 : 2) {
      char32_t c = static_cast<unsigned char>(byte(at_ + i));
      if (!narrow) c |= static_cast<char32_t>(static_cast<unsigned char>(byte(at_ + i + 1))) << 8U;
      if (c == 0 || (c >= 0xD800 && c < 0xE000)) continue;
      append_utf8(utf8, c);
    }
    at_ += size;
    return utf8;
  }

 private:
  [[nodiscard]] char byte(std::size_t at) const { return at < bytes_.size() ? bytes_[at] : '\0'; }
  std::string_view bytes_;
  std::size_t at_;
};

constexpr std::size_t class_bytes = 16;
constexpr unsigned size_bit = 8, value_bit = 22, caption_bit = 23, group_bit = 32;

struct FieldSize {
  unsigned bit;
  std::size_t bytes;
};
/// The data block in the order of its mask (MS-OFORMS 2.2.5.3), up to the two counts, and behind them.
constexpr std::array<FieldSize, 20> fields_before = {
    {{0, 4},  {1, 4},  {2, 4},  {3, 4},  {4, 1},  {5, 1},  {6, 1},  {7, 1},  {9, 2},  {10, 4},
     {11, 2}, {12, 2}, {13, 2}, {14, 2}, {15, 2}, {16, 1}, {17, 1}, {18, 1}, {20, 1}, {21, 1}}};
constexpr std::array<FieldSize, 6> fields_behind = {{{24, 4}, {25, 4}, {26, 4}, {27, 2}, {28, 2}, {29, 2}}};

std::string relation_target(Package& package, const std::string& part, std::string_view id) {
  for (const Relation& relation : relations_of(package, part))
    if (relation.id == id && !relation.external) return relation.target;
  return {};
}

void settle(FormObject& object) {
  if (object.kind != Kind::check_box && object.kind != Kind::option_button) return;
  object.checked = object.value == "1" || object.value == "-1" || object.value == "True";
  object.value.clear();
}

}  // namespace

bool read_morph_data(std::string_view bytes, FormObject& object) {
  constexpr std::uint32_t version = 0x0200;  // 0.2: the only one there is
  Fields fields(bytes);
  if (fields.number(2) != version) return false;
  const std::size_t size = fields.number(2);
  const std::uint64_t low = fields.number(4);
  const std::uint64_t mask = low | (static_cast<std::uint64_t>(fields.number(4)) << 32U);
  const auto has = [mask](unsigned bit) { return ((mask >> bit) & 1U) != 0; };
  const auto pass = [&](const auto& sizes) {
    for (const FieldSize& field : sizes)
      if (has(field.bit)) (void)fields.number(field.bytes);
  };
  pass(fields_before);
  const std::uint32_t value_count = has(value_bit) ? fields.number(4) : 0;
  const std::uint32_t caption_count = has(caption_bit) ? fields.number(4) : 0;
  pass(fields_behind);
  if (has(group_bit)) (void)fields.number(4);
  fields.align(4);
  if (has(size_bit)) fields.skip(8);
  if (value_count != 0) object.value = fields.text(value_count);
  if (caption_count != 0) object.caption = fields.text(caption_count);
  // A count that leads out of the control says that these bytes are something else.
  return !fields.beyond_end() && fields.at() <= size + 2 * sizeof(std::uint16_t) + 3;
}

std::optional<FormObject> read_form_object(Package& package, const std::string& part) {
  auto stream = package.stream(part);
  if (!std::holds_alternative<PartStream>(stream)) return std::nullopt;
  XmlCursor xml(std::get<PartStream>(stream), part);
  if (!xml.enter_root() || xml.name() != "ax:ocx") return std::nullopt;
  const auto kind = kind_of(xml.attribute_or("ax:classid", ""));
  if (!kind) return std::nullopt;
  FormObject object;
  object.kind = *kind;
  const std::string binary = relation_target(package, part, xml.attribute_or("r:id", ""));
  if (!binary.empty()) {
    if (*kind == Kind::label) return std::nullopt;  // stored otherwise, and hardly met
    const auto bytes = package.read(binary, max_form_object_bytes);
    const auto* stored = std::get_if<std::string>(&bytes);
    if (stored == nullptr || stored->size() < class_bytes) return std::nullopt;
    if (!read_morph_data(std::string_view(*stored).substr(class_bytes), object)) return std::nullopt;
  }
  for (auto child = xml.children(); child.next();) {
    if (xml.name() != "ax:ocxPr") continue;
    const std::string_view name = xml.attribute_or("ax:name", "");
    if (name == "Value") object.value = xml.attribute_or("ax:value", "");
    if (name == "Caption") object.caption = xml.attribute_or("ax:value", "");
  }
  settle(object);
  return object;
}

}  // namespace ruamlint::docx
