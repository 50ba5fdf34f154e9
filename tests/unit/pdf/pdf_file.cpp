#include "pdf_file.hpp"

#include <cstdio>

#include "text/utf8.hpp"

namespace ruamlint::test {
namespace {

std::string hex(char32_t code) {
  char digits[8];
  std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(code));
  return digits;
}

std::string hex(std::u32string_view codes) {
  std::string out;
  for (const char32_t code : codes) out += hex(code);
  return out;
}

std::string number(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.3f", value);
  return digits;
}

std::string stream(const std::string& data) {
  return "<< /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

std::string to_unicode_map(const PdfFont& font) {
  std::string map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
  // Ranges must not cross a change of the first byte.
  const auto range = [&](const char* page) {
    map += std::string("1 beginbfrange <") + page + "00> <" + page + "FF> <" + page + "00> endbfrange\n";
  };
  for (const char* page : {"00", "0E", "20", "22", "25", "26", "27", "F0", "F7"}) range(page);
  for (const auto& [code, text] : font.to_unicode)
    map += "1 beginbfchar <" + hex(code) + "> <" + hex(text) + "> endbfchar\n";
  return map + "endcmap end end";
}

std::string width_array(const PdfFont& font) {
  std::string widths = "[ 3633 [ 0 ] 3636 3642 0 3655 3662 0 ";
  for (const auto& [code, width] : font.widths)
    widths += std::to_string(static_cast<unsigned>(code)) + " [ " + std::to_string(width) + " ] ";
  return widths + "]";
}

}  // namespace

PdfPage& PdfPage::text(double x, double y, std::u32string_view letters, double size, const char* font) {
  content_ += "BT /" + std::string(font) + " " + number(size) + " Tf 1 0 0 1 " + number(x) + " " +
              number(height - y) + " Tm <" + hex(letters) + "> Tj ET\n";
  return *this;
}

PdfPage& PdfPage::actual_text(double x, double y, std::u32string_view glyphs, std::u32string_view means,
                              double size) {
  content_ += "/Span << /ActualText <FEFF" + hex(means) + "> >> BDC\n";
  text(x, y, glyphs, size);
  content_ += "EMC\n";
  return *this;
}

PdfPage& PdfPage::line(double x0, double y0, double x1, double y1) {
  content_ += "0.5 w " + number(x0) + " " + number(height - y0) + " m " + number(x1) + " " +
              number(height - y1) + " l S\n";
  return *this;
}

PdfPage& PdfPage::rectangle(double left, double top, double right, double bottom) {
  content_ += "0.5 w " + number(left) + " " + number(height - bottom) + " " + number(right - left) + " " +
              number(bottom - top) + " re S\n";
  return *this;
}

PdfPage& PdfPage::raw(const std::string& operators) {
  content_ += operators + "\n";
  return *this;
}

PdfPage& PdfPage::begin_tag(const std::string& role) {
  roles_.push_back(role);
  return raw("/" + role + " << /MCID " + std::to_string(roles_.size() - 1) + " >> BDC");
}

PdfPage& PdfFile::page() {
  return pages_.emplace_back();
}

std::string PdfFile::bytes() const {
  std::vector<std::string> written(2);  // catalog and page tree come last, when all numbers are known
  written.insert(written.end(), objects.begin(), objects.end());
  const auto add = [&](std::string object) {
    written.push_back(std::move(object));
    return std::to_string(written.size()) + " 0 R";
  };
  std::string font_dictionary = "<< ";
  for (const auto& [key, font] : fonts) {
    const std::string descendant =
        add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + font.name +
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            " /DW 500 /W " +
            width_array(font) + " >>");
    std::string entry = "<< /Type /Font /Subtype /Type0 /BaseFont /" + font.name +
                        " /Encoding /Identity-H /DescendantFonts [ " + descendant + " ]";
    if (font.states_unicode) entry += " /ToUnicode " + add(stream(to_unicode_map(font)));
    font_dictionary += "/" + key + " " + add(entry + " >>") + " ";
  }
  font_dictionary += ">>";
  std::string kids, fields, elements;
  for (const PdfPage& page : pages_) {
    std::string annotations;
    for (const std::string& annotation : page.annotations) annotations += add(annotation) + " ";
    fields += annotations;
    const std::string content = add(stream(page.content_));
    kids += add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 " + number(page.width) + " " +
                number(page.height) + " ] /Resources << /Font " + font_dictionary + " >> /Contents " +
                content + " /Annots [ " + annotations + "] " + page.entries + " >>") +
            " ";
    const std::string reference = std::to_string(written.size()) + " 0 R";
    for (std::size_t i = 0; i < page.roles_.size(); ++i)
      elements += "<< /S /" + page.roles_[i] + " /Pg " + reference + " /K " + std::to_string(i) + " >> ";
  }
  const std::string structure =
      elements.empty() ? ""
                       : "/StructTreeRoot << /K [ " + elements + "] /RoleMap << " + role_map + " >> >> ";
  written[0] =
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ " + fields + "] >> " + structure + catalog_entries +
      " >>";
  written[1] = "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [ " + kids + "] >>";

  std::string out = "%PDF-1.7\n";
  std::string xref = "xref\n0 " + std::to_string(written.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < written.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
    xref += entry;
    out += std::to_string(i + 1) + " 0 obj\n" + written[i] + "\nendobj\n";
  }
  const std::size_t start = out.size();
  return out + xref + "trailer << /Size " + std::to_string(written.size() + 1) +
         " /Root 1 0 R >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

}  // namespace ruamlint::test
