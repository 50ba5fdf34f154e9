#include "extract/docx/math.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

constexpr std::array<std::string_view, 10> raised_digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 10> lowered_digits = {"₀", "₁", "₂", "₃", "₄",
                                                             "₅", "₆", "₇", "₈", "₉"};

/// What an element of a formula holds, by the elements that it is made of.
struct Parts {
  std::string elements, numerator, denominator, lower, upper, degree, name;
  std::string character;                   ///< of a sum, an accent
  std::string open = "(", close = ")";     ///< of brackets
  bool bar_above = false, no_bar = false;  ///< of a bar; of a fraction
};

std::string content_of(XmlCursor& xml);

/// A value that an element of properties gives: m:val.
std::string value_of(const XmlCursor& xml) {
  return std::string(xml.attribute_or("m:val", ""));
}

void read_properties(XmlCursor& xml, Parts& parts) {
  for (auto child = xml.children(); child.next();) {
    const std::string_view name = xml.name();
    if (name == "m:chr") parts.character = value_of(xml);
    if (name == "m:begChr") parts.open = value_of(xml);
    if (name == "m:endChr") parts.close = value_of(xml);
    if (name == "m:pos") parts.bar_above = value_of(xml) == "top";
    if (name == "m:type") parts.no_bar = value_of(xml) == "noBar";
  }
}

/// Several elements, such as those within one pair of brackets, are parted by `separator`.
Parts read_parts(XmlCursor& xml, std::string_view separator) {
  Parts parts;
  bool first = true;
  for (auto child = xml.children(); child.next();) {
    const std::string name(xml.name());
    if (name.size() > 2 && name.ends_with("Pr")) {
      read_properties(xml, parts);
    } else if (name == "m:e" || name == "m:mr") {
      if (!first) parts.elements += separator;
      first = false;
      parts.elements += name == "m:e" ? content_of(xml) : read_parts(xml, " ").elements;
    } else if (name == "m:num") {
      parts.numerator = content_of(xml);
    } else if (name == "m:den") {
      parts.denominator = content_of(xml);
    } else if (name == "m:sub") {
      parts.lower = content_of(xml);
    } else if (name == "m:sup") {
      parts.upper = content_of(xml);
    } else if (name == "m:deg") {
      parts.degree = content_of(xml);
    } else if (name == "m:fName" || name == "m:lim") {
      parts.name = content_of(xml);
    }
  }
  return parts;
}

/// In brackets where operators within would reach out of it.
std::string bracketed(const std::string& text) {
  const bool whole = text.find_first_of("+-*/= ") == std::string::npos &&
                     text.find("−") == std::string::npos && text.find("×") == std::string::npos &&
                     text.find("÷") == std::string::npos;
  return whole ? text : "(" + text + ")";
}

std::string script(const std::string& text, const std::array<std::string_view, 10>& digits, char otherwise) {
  if (text.empty()) return {};
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return otherwise + bracketed(text);
  std::string result;
  for (const char c : text) result += digits.at(static_cast<std::size_t>(c - '0'));
  return result;
}

std::string scripts(const Parts& parts) {
  return script(parts.lower, lowered_digits, '_') + script(parts.upper, raised_digits, '^');
}

std::string fraction(const Parts& parts) {
  if (parts.denominator.empty()) return parts.numerator;
  return bracketed(parts.numerator) + (parts.no_bar ? " " : "/") + bracketed(parts.denominator);
}

/// At a run: only what is text of the formula.
std::string run_text(XmlCursor& xml) {
  std::string text;
  for (auto child = xml.children(); child.next();)
    if (xml.name() == "m:t" || xml.name() == "w:t") text += xml.text();
  return text;
}

std::string element_text(XmlCursor& xml) {
  const std::string name(xml.name());
  if (name == "m:r" || name == "w:r") return run_text(xml);
  if (name == "w:del" || name == "w:moveFrom" || name.ends_with("Pr")) return {};
  if (name == "m:f") return fraction(read_parts(xml, ""));
  if (name == "m:sSub" || name == "m:sSup" || name == "m:sSubSup") {
    const Parts parts = read_parts(xml, "");
    return parts.elements + scripts(parts);
  }
  if (name == "m:sPre") {
    const Parts parts = read_parts(xml, "");
    return scripts(parts) + parts.elements;
  }
  if (name == "m:d") {
    const Parts parts = read_parts(xml, "|");
    return parts.open + parts.elements + parts.close;
  }
  if (name == "m:rad") {
    const Parts parts = read_parts(xml, "");
    return script(parts.degree, raised_digits, '^') + "√" + bracketed(parts.elements);
  }
  if (name == "m:nary") {
    const Parts parts = read_parts(xml, "");
    return (parts.character.empty() ? "∫" : parts.character) + scripts(parts) + parts.elements;
  }
  if (name == "m:func") {
    const Parts parts = read_parts(xml, "");
    return parts.name + " " + parts.elements;
  }
  if (name == "m:limLow" || name == "m:limUpp") {
    const Parts parts = read_parts(xml, "");
    return parts.elements + script(parts.name, lowered_digits, '_');
  }
  if (name == "m:acc") {
    const Parts parts = read_parts(xml, "");
    return parts.elements + (parts.character.empty() ? "\u0302" : parts.character);
  }
  if (name == "m:bar") {
    const Parts parts = read_parts(xml, "");
    return parts.elements + (parts.bar_above ? "\u0305" : "\u0332");
  }
  if (name == "m:m") return read_parts(xml, "; ").elements;
  if (name == "m:eqArr") return read_parts(xml, "\n").elements;
  return content_of(xml);
}

std::string content_of(XmlCursor& xml) {
  std::string text;
  for (auto child = xml.children(); child.next();) text += element_text(xml);
  return text;
}

}  // namespace

std::string formula_text(XmlCursor& xml) {
  if (xml.name() != "m:oMathPara") return content_of(xml);
  std::string text;
  for (auto child = xml.children(); child.next();) {
    const std::string formula = element_text(xml);
    if (!text.empty() && !formula.empty()) text += '\n';
    text += formula;
  }
  return text;
}

}  // namespace ruamlint::docx
