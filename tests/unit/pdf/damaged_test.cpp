// Damaged and hostile files: each is read or refused, within the limits. A hang would fail by the test's
// timeout, memory faults show in the sanitizer build.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "reading.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

std::string corpus_file(const std::string& name) {
  std::ifstream file(std::string(RUAMLINT_SOURCE_DIR) + "/tests/corpus/pdf/" + name + ".pdf",
                     std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What read_pdf() says: the number of pages, or -1 for a refusal.
int pages_of(const std::string& bytes) {
  const ReadResult result = read_pdf(bytes, {});
  const auto* document = std::get_if<Document>(&result);
  return document == nullptr ? -1 : static_cast<int>(document->pages.size());
}

/// Objects one after the other without a table: Poppler finds them itself.
std::string file_of(const std::vector<std::string>& objects) {
  std::string bytes = "%PDF-1.7\n";
  for (std::size_t i = 0; i < objects.size(); ++i)
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  return bytes + "trailer << /Root 1 0 R >>\n%%EOF\n";
}

std::string stream(const std::string& entries, const std::string& data) {
  return "<< " + entries + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

const std::string catalog = "<< /Type /Catalog /Pages 2 0 R >>";
const std::string one_page = "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>";

std::string page(const std::string& entries) {
  return "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] " + entries + " >>";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("Files of several producers cut at each kilobyte are read or refused") {
  for (const char* name : {"plain", "chromium-dam", "ghostscript-chromium", "radio-fields"}) {
    const std::string bytes = corpus_file(name);
    const int whole = pages_of(bytes);
    CHECK(whole > 0);
    for (std::size_t size = 0; size < bytes.size(); size += 1024)
      CHECK(pages_of(bytes.substr(0, size)) <= whole);
  }
}

TEST_CASE("Files with bytes flipped are read or refused") {
  for (const char* name : {"plain", "chromium-dam", "variants-only-outlines"}) {
    const std::string bytes = corpus_file(name);
    std::uint32_t random = 1;
    const auto next = [&] { return random = random * 1'664'525 + 1'013'904'223; };
    for (int round = 0; round < 40; ++round) {
      std::string damaged = bytes;
      for (int flips = 0; flips < 1 << (round % 8); ++flips)
        damaged[(next() >> 8) % damaged.size()] ^= static_cast<char>(1 << (next() >> 29));
      CHECK(pages_of(damaged) <= 3'000);
    }
  }
}

TEST_CASE("A broken table of objects is found again or refused") {
  PdfFile file;
  file.page().text(70, 100, U"ข้อความ", 14);
  const std::string bytes = file.bytes();
  CHECK(pages_of(replaced(bytes, "startxref\n", "startxref\n99")) == 1);
  CHECK(pages_of(replaced(bytes, "xref\n0 ", "xref\n7 ")) <= 1);
  CHECK(pages_of(replaced(bytes, "xref\n0 ", "xref\n-1 ")) <= 1);
  CHECK(pages_of(replaced(bytes, "/Size ", "/Size 99999999")) <= 1);
  CHECK(pages_of(replaced(bytes, "trailer <<", "trailer << /Prev 9 /XRefStm 9")) <= 1);
}

TEST_CASE("Objects that hold themselves end") {
  // The tree of pages.
  CHECK(pages_of(file_of({catalog, "<< /Type /Pages /Count 1 /Kids [ 2 0 R ] >>"})) <= 1);
  CHECK(pages_of(file_of({"<< /Type /Catalog /Pages 1 0 R >>"})) <= 1);
  // What a page draws.
  CHECK(pages_of(file_of({catalog, one_page, page("/Contents 4 0 R"), "4 0 R"})) <= 1);
  CHECK(pages_of(file_of({catalog, one_page, page("/Contents [ 4 0 R 4 0 R ]"), "[ 4 0 R ]"})) <= 1);
  CHECK(pages_of(file_of({catalog, one_page, page("/Contents 4 0 R /Resources 5 0 R"), stream("", "/X Do"),
                          "<< /XObject << /X 6 0 R >> >>",
                          stream("/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Resources 5 0 R",
                                 "/X Do /X Do")})) <= 1);
  // Forms that draw the next one twice: a thousand million in all.
  std::vector<std::string> objects = {catalog, one_page, page("/Contents 4 0 R /Resources 5 0 R"),
                                      stream("", "/X6 Do")};
  std::string names;
  for (int i = 6; i < 36; ++i) names += "/X" + std::to_string(i) + " " + std::to_string(i) + " 0 R ";
  objects.push_back("<< /XObject << " + names + ">> >>");
  for (int i = 6; i < 36; ++i) {
    const std::string next = "/X" + std::to_string(i + 1) + " Do ";
    objects.push_back(
        stream("/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /Resources 5 0 R", next + next));
  }
  CHECK(pages_of(file_of(objects)) <= 1);
  // Fonts, lengths, forms.
  CHECK(pages_of(
            file_of({catalog, one_page, page("/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"),
                     stream("", "BT /F 9 Tf (a) Tj ET"),
                     "<< /Type /Font /Subtype /Type0 /DescendantFonts [ 5 0 R ] /ToUnicode 5 0 R >>"})) <= 1);
  CHECK(pages_of(file_of({catalog, one_page, page("/Contents 4 0 R"),
                          "<< /Length 4 0 R >>\nstream\nBT ET\nendstream"})) <= 1);
  CHECK(pages_of(file_of({"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 4 0 R ] >> >>", one_page,
                          page("/Annots [ 4 0 R ]"),
                          "<< /FT /Tx /T (a) /Kids [ 4 0 R ] /Parent 4 0 R /Subtype /Widget >>"})) <= 1);
}

TEST_CASE("A structure tree that holds itself, or whose numbers are absurd, ends") {
  const auto with_tree = [](const std::string& root, const std::string& element) {
    return pages_of(file_of({"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R >>", one_page,
                             page("/Contents 4 0 R"), stream("", "/P << /MCID 0 >> BDC BT (a) Tj ET EMC"), root,
                             element}));
  };
  CHECK(with_tree("<< /K 5 0 R >>", "null") <= 1);
  CHECK(with_tree("<< /K 6 0 R /RoleMap << /P /Q /Q /P >> >>", "<< /S /P /Pg 3 0 R /K [ 6 0 R 0 6 0 R ] >>") <= 1);
  CHECK(with_tree("<< /K 6 0 R >>", "<< /S /P /Pg 3 0 R /K [ 2147483647 -1 99999999999 << /Type /MCR >> ] >>") <= 1);
  CHECK(with_tree("<< /K " + repeated("<< /S /Div /K ", 400) + "0" + repeated(" >>", 400) + " >>", "null") <= 1);
  CHECK(with_tree("<< /K 6 0 R /RoleMap 5 0 R >>", "<< /S /P /Pg 6 0 R /K << /S /P /K 6 0 R >> >>") <= 1);
}

TEST_CASE("Deep nesting ends") {
  constexpr std::size_t deep = 100'000;
  CHECK(pages_of(file_of({catalog, one_page, page("/Contents " + repeated("[", deep))})) <= 1);
  CHECK(pages_of(file_of({catalog, one_page, page("/Contents " + repeated("<< /A ", deep))})) <= 1);
  for (const char* opening : {"[", "<< /A ", "q ", "BT ", "/Span << /ActualText (a) >> BDC ", "BX "}) {
    PdfFile file;
    file.page().raw(repeated(opening, deep)).text(70, 100, U"ข้อความ", 14);
    CHECK(pages_of(file.bytes()) <= 1);
  }
}

TEST_CASE("Pages of any size are read") {
  for (const double side : {0.0, 0.001, 1.0, 14'400.0, 1e6, 1e30}) {
    PdfFile file;
    PdfPage& page = file.page();
    page.width = page.height = side;
    page.text(70, 100, U"ข้อความ", 14);
    PdfOptions options;
    options.recognise_all = true;
    options.recognise = [](const Picture& picture) {
      CHECK(picture.gray.size() <= 60'000'000);
      return RecognisedPage{};
    };
    const ReadResult result = read_pdf(file.bytes(), options);
    if (const auto* document = std::get_if<Document>(&result)) CHECK(document->pages.size() == 1);
  }
}

TEST_CASE("A hundred thousand glyphs on a page are read, in whatever order they lie") {
  constexpr int glyphs = 100'000;
  PdfFile lines;
  PdfPage& set = lines.page();
  const std::u32string line(1'000, U'ก');
  for (int i = 0; i < glyphs / 1'000; ++i) set.text(10, 10 + 8 * i, line, 1.1 * 2);
  CHECK(read(lines).pages.size() == 1);

  PdfFile scattered;
  PdfPage& page = scattered.page();
  std::uint32_t random = 1;
  const auto next = [&](int most) {
    random = random * 1'664'525 + 1'013'904'223;
    return static_cast<double>((random >> 8) % static_cast<std::uint32_t>(most));
  };
  for (int i = 0; i < glyphs; ++i) page.text(next(590), next(840), i % 3 == 0 ? U"\u0E48" : U"ก", 5);
  CHECK(pages_of(scattered.bytes()) == 1);

  PdfFile ruled;
  PdfPage& grid = ruled.page();
  for (int i = 0; i < 20'000; ++i) grid.rectangle(next(590), next(840), next(590), next(840));
  for (int i = 0; i < 2'000; ++i) grid.text(next(590), next(840), U"ก", 5);
  CHECK(pages_of(ruled.bytes()) == 1);
}

TEST_CASE("Scripts are not run, and attachments are said to be unread") {
  PdfFile file;
  file.page().text(70, 100, U"ข้อความ", 14);
  file.catalog_entries =
      "/OpenAction << /S /JavaScript /JS (while \\(true\\) {}) >> "
      "/Names << /JavaScript << /Names [ (a) << /S /JavaScript /JS (app.alert\\(1\\)) >> ] >> "
      "/EmbeddedFiles << /Names [ (b) << /Type /Filespec /F (b) /EF << /F 1 0 R >> >> ] >> >>";
  const Document document = read(file);
  CHECK(texts(document) == "ข้อความ");
  CHECK(has_note(document, Note::Kind::attachments));
}
