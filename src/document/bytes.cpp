#include "document/bytes.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstring>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

// ---- The members of each type, for both directions. A binding of all members does not compile any more when
// one is added, so that none can be forgotten here.

template <typename Value, typename Type>
concept Like = std::same_as<std::remove_const_t<Value>, Type>;

auto members(Like<Box> auto& value) {
  auto& [left, top, right, bottom] = value;
  return std::tie(left, top, right, bottom);
}
auto members(Like<Place> auto& value) {
  auto& [page, box, part, paragraph, table, row, cell] = value;
  return std::tie(page, box, part, paragraph, table, row, cell);
}
auto members(Like<Stop> auto& value) {
  auto& [offset, x] = value;
  return std::tie(offset, x);
}
auto members(Like<Span> auto& value) {
  auto& [begin, end, place, origin, confidence, stops] = value;
  return std::tie(begin, end, place, origin, confidence, stops);
}
auto members(Like<Text> auto& value) {
  auto& [utf8, spans] = value;
  return std::tie(utf8, spans);
}
auto members(Like<Cell> auto& value) {
  auto& [row, column, row_span, column_span, header, text] = value;
  return std::tie(row, column, row_span, column_span, header, text);
}
auto members(Like<Table> auto& value) {
  auto& [rows, columns, cells] = value;
  return std::tie(rows, columns, cells);
}
auto members(Like<Block> auto& value) {
  auto& [kind, level, bold, font_size, number, text, table, place] = value;
  return std::tie(kind, level, bold, font_size, number, text, table, place);
}
auto members(Like<Answer> auto& value) {
  auto& [kind, label, answer, ticked, placeholder, place] = value;
  return std::tie(kind, label, answer, ticked, placeholder, place);
}
auto members(Like<Page> auto& value) {
  auto& [number, width, height, reading, quality] = value;
  return std::tie(number, width, height, reading, quality);
}
auto members(Like<Note> auto& value) {
  auto& [kind, page, detail] = value;
  return std::tie(kind, page, detail);
}
auto members(Like<Link> auto& value) {
  auto& [text, target, place] = value;
  return std::tie(text, target, place);
}
auto members(Like<Metadata> auto& value) {
  auto& [title, author, producer] = value;
  return std::tie(title, author, producer);
}
auto members(Like<Document> auto& value) {
  auto& [format, metadata, pages, blocks, furniture, answers, links, notes] = value;
  return std::tie(format, metadata, pages, blocks, furniture, answers, links, notes);
}
auto members(Like<ReadError> auto& value) {
  auto& [fault, detail] = value;
  return std::tie(fault, detail);
}

// The last value of each enumeration.
template <typename Enum>
constexpr Enum last_of = Enum{};
template <>
constexpr Origin last_of<Origin> = Origin::ocr;
template <>
constexpr BlockKind last_of<BlockKind> = BlockKind::picture;
template <>
constexpr Page::Reading last_of<Page::Reading> = Page::Reading::not_read;
template <>
constexpr Note::Kind last_of<Note::Kind> = Note::Kind::file_template;
template <>
constexpr Answer::Kind last_of<Answer::Kind> = Answer::Kind::choice;
template <>
constexpr ReadFault last_of<ReadFault> = ReadFault::crashed;

/// Ill-formed bytes become '?', one each, so that offsets stay right.
void mend_utf8(std::string& text) {
  constexpr std::size_t replacement_length = 3;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    if (static_cast<signed char>(text[begin]) >= 0)
      ++offset;
    else if (next_code_point(text, offset) == U'\uFFFD' && offset - begin < replacement_length)
      text[begin] = '?';
  }
}

constexpr unsigned char more_follow = 0x80;

class Writer {
 public:
  Writer() { bytes_.reserve(plenty); }
  void put(bool value) { bytes_ += static_cast<char>(value); }
  void put(std::integral auto value) { put_number(static_cast<std::uint64_t>(value)); }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void put(Enum value) { bytes_ += static_cast<char>(value); }
  void put(std::floating_point auto value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof raw);
  }
  void put(const std::string& value) {
    put_number(value.size());
    bytes_ += value;
  }
  template <typename Item>
  void put(const std::vector<Item>& items) {
    put_number(items.size());
    for (const Item& item : items) put(item);
  }
  template <typename Value>
  requires std::is_aggregate_v<Value>
  void put(const Value& value) {
    std::apply([&](const auto&... member) { (put(member), ...); }, members(value));
  }

  std::string take() { return std::move(bytes_); }

 private:
  /// Seven bits a byte, the lowest first.
  void put_number(std::uint64_t value) {
    for (; value >= more_follow; value >>= 7) bytes_ += static_cast<char>(value | more_follow);
    bytes_ += static_cast<char>(value);
  }

  static constexpr std::size_t plenty = std::size_t{16} << 20;  // the system gives it only as it is used

  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  void take(bool& value) {
    const unsigned char byte = take_byte();
    if (byte > 1) throw BadBytes("neither true nor false");
    value = byte == 1;
  }
  template <std::integral Number>
  void take(Number& value) {
    const std::uint64_t number = take_number();
    if (number > static_cast<std::uint64_t>(std::numeric_limits<Number>::max())) throw BadBytes("number");
    value = static_cast<Number>(number);
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void take(Enum& value) {
    const unsigned char byte = take_byte();
    if (byte > static_cast<unsigned>(last_of<Enum>)) throw BadBytes("unknown kind");
    value = static_cast<Enum>(byte);
  }
  void take(std::floating_point auto& value) {
    std::memcpy(&value, take_bytes(sizeof value).data(), sizeof value);
    if (!std::isfinite(value)) throw BadBytes("no finite length");
  }
  void take(std::string& value) {
    value = take_bytes(take_number());
    mend_utf8(value);
  }
  template <typename Item>
  void take(std::vector<Item>& items) {
    const std::uint64_t count = take_number();
    if (count > bytes_.size()) throw BadBytes("cut short");  // every item has a byte at least
    items.reserve(std::min<std::size_t>(count, most_reserved));
    for (std::uint64_t i = 0; i < count; ++i) take(items.emplace_back());
  }
  template <typename Value>
  requires std::is_aggregate_v<Value>
  void take(Value& value) {
    std::apply([&](auto&... member) { (take(member), ...); }, members(value));
    if constexpr (std::same_as<Value, Text>) check(value);
  }

  void end() const {
    if (!bytes_.empty()) throw BadBytes("too long");
  }

 private:
  // A false count could reserve hundreds of bytes for each of the message's; beyond this, items come first.
  static constexpr std::size_t most_reserved = 1'000;

  static void check(const Text& text) {
    std::size_t last = 0;
    for (const Span& span : text.spans) {
      if (span.begin < last || span.end < span.begin || span.end > text.utf8.size())
        throw BadBytes("a span outside its text");
      last = span.end;
    }
  }

  std::string_view take_bytes(std::uint64_t count) {
    if (count > bytes_.size()) throw BadBytes("cut short");
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }
  unsigned char take_byte() { return static_cast<unsigned char>(take_bytes(1).front()); }
  std::uint64_t take_number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const unsigned char byte = take_byte();
      value |= static_cast<std::uint64_t>(byte & ~more_follow) << shift;
      if (byte < more_follow) return value;
    }
    throw BadBytes("number");
  }

  std::string_view bytes_;
};

}  // namespace

std::string to_bytes(const ReadResult& result) {
  Writer writer;
  writer.put(result.index());
  std::visit([&](const auto& value) { writer.put(value); }, result);
  return writer.take();
}

ReadResult read_result_from_bytes(std::string_view bytes) {
  Reader reader(bytes);
  bool failed = false;
  reader.take(failed);
  ReadResult result;
  if (failed) result = ReadError{};
  std::visit([&](auto& value) { reader.take(value); }, result);
  reader.end();
  return result;
}

}  // namespace ruamlint
