#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>

namespace ruamlint {
namespace {

constexpr char32_t replacement = U'\uFFFD';

/// What a lead byte promises: how many bytes follow it, its own payload, and the least value that needs as
/// many.
struct Lead {
  int following = 0;
  char32_t payload = 0;
  char32_t least = 0;
};

bool parse_lead(unsigned char byte, Lead& lead) {
  if (byte >= 0xC2 && byte <= 0xDF) {
    lead = {1, byte & 0x1Fu, 0x80};
  } else if (byte >= 0xE0 && byte <= 0xEF) {
    lead = {2, byte & 0x0Fu, 0x800};
  } else if (byte >= 0xF0 && byte <= 0xF4) {
    lead = {3, byte & 0x07u, 0x10000};
  } else {
    return false;
  }
  return true;
}

bool is_surrogate(char32_t c) {
  return c >= 0xD800 && c <= 0xDFFF;
}

bool is_unwanted_control(char32_t c) {
  if (c == U'\t' || c == U'\n' || c == U'\r') {
    return false;
  }
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool is_invisible(char32_t c) {
  return c > 0x7F && u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR;
}

}  // namespace

namespace utf8_detail {

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  Lead lead;
  const std::size_t begin = offset++;
  if (!parse_lead(byte, lead) || text.size() - offset < static_cast<std::size_t>(lead.following)) {
    return replacement;
  }
  char32_t c = lead.payload;
  for (int i = 0; i < lead.following; ++i) {
    const auto next = static_cast<unsigned char>(text[begin + 1 + i]);
    if ((next & 0xC0u) != 0x80u) {
      return replacement;
    }
    c = (c << 6) | (next & 0x3Fu);
  }
  if (c < lead.least || c > 0x10FFFF || is_surrogate(c)) {
    return replacement;
  }
  offset += lead.following;
  return c;
}

bool is_mark_beyond_thai(char32_t c) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

}  // namespace utf8_detail

void append_utf8(std::string& text, char32_t code_point) {
  const char32_t c = code_point > 0x10FFFF || is_surrogate(code_point) ? replacement : code_point;
  const auto continuation = [](char32_t bits) { return static_cast<char>(0x80u | (bits & 0x3Fu)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0u | (c >> 6));
    text += continuation(c);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0u | (c >> 12));
    text += continuation(c >> 6);
    text += continuation(c);
  } else {
    text += static_cast<char>(0xF0u | (c >> 18));
    text += continuation(c >> 12);
    text += continuation(c >> 6);
    text += continuation(c);
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    result += next_code_point(text, offset);
  }
  return result;
}

std::string to_utf8(std::u32string_view text) {
  std::string result;
  result.reserve(text.size() * 3);
  for (const char32_t c : text) {
    append_utf8(result, c);
  }
  return result;
}

std::string valid_utf8(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  for (std::size_t offset = 0; offset < bytes.size();) {
    const char32_t c = next_code_point(bytes, offset);
    if (!is_unwanted_control(c)) {
      append_utf8(result, c);
    }
  }
  return result;
}

std::size_t count_clusters(std::string_view text) {
  std::size_t clusters = 0;
  bool has_base = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (is_space(c)) {
      has_base = false;
    } else if (!is_invisible(c) && !(has_base && is_mark(c))) {
      ++clusters;
      has_base = true;
    }
  }
  return clusters;
}

std::string folded_spaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool space_due = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    if (is_space(next_code_point(text, offset))) {
      space_due = !result.empty();
      continue;
    }
    if (space_due) {
      result += ' ';
      space_due = false;
    }
    result += text.substr(begin, offset - begin);
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.size();
  std::size_t last = text.size();
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    if (!is_space(next_code_point(text, offset))) {
      first = std::min(first, begin);
      last = offset;
    }
  }
  return text.substr(first, last - first);
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const void* found = memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (digit_value(next_code_point(text, at)) >= 0) return true;
  return false;
}

}  // namespace ruamlint
