#include "extract/docx/mime.hpp"

#include <algorithm>
#include <cctype>

#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// Takes a line, without its end, off the front.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Head {
  std::string type, transfer, boundary, encoding;
};

/// A parameter of a header's value: charset="utf-8".
std::string parameter(std::string_view value, std::string_view name) {
  const std::string small = lower(value);
  std::size_t at = small.find(std::string(name) + "=");
  if (at == std::string::npos) return {};
  at += name.size() + 1;
  const bool quoted = at < value.size() && value[at] == '"';
  if (quoted) ++at;
  const std::size_t end = value.find_first_of(quoted ? "\"" : "; \t", at);
  return std::string(value.substr(at, end == std::string_view::npos ? end : end - at));
}

/// Takes the header lines off the front, folded ones joined.
Head take_head(std::string_view& text) {
  Head head;
  std::string line;
  const auto settle = [&head](const std::string& field) {
    const std::string small = lower(field);
    if (small.starts_with("content-type:")) {
      head.type = std::string(trimmed(std::string_view(small).substr(13)));
      head.boundary = parameter(field, "boundary");
      head.encoding = parameter(field, "charset");
    } else if (small.starts_with("content-transfer-encoding:")) {
      head.transfer = std::string(trimmed(std::string_view(small).substr(26)));
    }
  };
  while (!text.empty()) {
    const std::string_view next = take_line(text);
    const bool folded = !next.empty() && (next.front() == ' ' || next.front() == '\t');
    if (!folded) {
      settle(line);
      line.clear();
    }
    if (next.empty() && !head.type.empty()) break;
    line += next;
  }
  settle(line);
  return head;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      bytes += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
    } else if (i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n') {
      i += 2;
    } else if (i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      bytes += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = ((bits << 6U) | static_cast<unsigned>(digit)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return bytes;
}

std::optional<WebPage> page_of(const Head& head, std::string_view body) {
  if (!head.type.starts_with("text/html")) return std::nullopt;
  WebPage page;
  page.encoding = head.encoding;
  if (head.transfer == "quoted-printable") {
    page.bytes = from_quoted_printable(body);
  } else if (head.transfer == "base64") {
    page.bytes = from_base64(body);
  } else {
    page.bytes = std::string(body);
  }
  return page;
}

}  // namespace

bool is_mime(std::string_view bytes) {
  constexpr std::size_t beginning = 1000;
  const std::string head = lower(trimmed(bytes.substr(0, beginning)));
  return head.starts_with("mime-version:") || head.starts_with("content-type:") ||
         (head.starts_with("from:") && head.find("\nmime-version:") != std::string::npos);
}

std::optional<WebPage> page_of_mime(std::string_view bytes) {
  bytes = bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  const Head head = take_head(bytes);
  if (head.boundary.empty()) return page_of(head, bytes);
  const std::string border = "--" + head.boundary;
  for (std::size_t at = bytes.find(border); at != std::string_view::npos;) {
    std::string_view part = bytes.substr(at + border.size());
    const std::size_t next = part.find(border);
    std::string_view body = part.substr(0, next);
    (void)take_line(body);  // the rest of the border's line
    const Head own = take_head(body);
    if (auto page = page_of(own, body)) return page;
    at = next == std::string_view::npos ? next : at + border.size() + next;
  }
  return std::nullopt;
}

}  // namespace ruamlint::docx
