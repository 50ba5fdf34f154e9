// What a PDF's copy keeps of its original, and which files have one.
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "pdf_fixture.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

constexpr Box words{30, 40, 80, 50};

std::vector<Annotation> one_note() {
  return {note_over({{1, words}})};
}

std::string simple() {
  PdfMaker maker;
  maker.add_page();
  return maker.bytes();
}

std::string raw_content(PdfObject page) {
  std::string all;
  for (PdfObject stream : page.getPageContents()) {
    const auto data = stream.getRawStreamData();
    all.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  }
  return all;
}

/// Files in which all may be done without a password, or not.
std::string encrypted(const std::function<void(QPDFWriter&)>& encrypt) {
  PdfMaker maker;
  maker.add_page();
  QPDFWriter writer(maker.pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.setStaticAesIV(true);
  encrypt(writer);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void encrypt(QPDFWriter& writer, int revision, const char* user, bool annotate, bool modify = false) {
  constexpr auto print = qpdf_r3p_full;
  if (revision == 2) writer.setR2EncryptionParametersInsecure(user, "owner", true, modify, true, annotate);
  if (revision == 3)
    writer.setR3EncryptionParametersInsecure(user, "owner", true, true, false, annotate, true, modify, print);
  if (revision == 4)
    writer.setR4EncryptionParametersInsecure(user, "owner", true, true, false, annotate, true, modify, print,
                                             true, true);
  if (revision == 6)
    writer.setR6EncryptionParameters(user, "owner", true, true, false, annotate, true, modify, print, true);
}

std::string with_catalog(const std::string& key, const std::string& value) {
  PdfMaker maker;
  maker.add_page();
  maker.pdf.getRoot().replaceKey(key, PdfObject::parse(value));
  return maker.bytes();
}

/// The annotations without ours.
std::vector<std::string> others_on(PdfCopy& file, std::size_t page) {
  std::vector<std::string> found;
  for (PdfObject annotation : file.page(page).getKey("/Annots").getArrayAsVector()) {
    const bool window = subtype_of(annotation) == "/Popup";
    PdfObject marking = window ? annotation.getKey("/Parent") : annotation;
    if (!marking.getKey("/NM").getUTF8Value().starts_with("ruamlint-"))
      found.push_back(subtype_of(annotation));
  }
  return found;
}

std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace

TEST_CASE("with nothing to note the copy is the original") {
  const std::string pdf = simple();
  CHECK(annotated(pdf, {}).bytes == pdf);
}

TEST_CASE("the same PDF and notes give the same copy") {
  const std::string plain = simple();
  CHECK(annotated(plain, one_note()).bytes == annotated(plain, one_note()).bytes);
  const std::string locked = encrypted([](QPDFWriter& writer) { encrypt(writer, 6, "", true, true); });
  CHECK(annotated(locked, one_note()).bytes == annotated(locked, one_note()).bytes);
}

TEST_CASE("pages that share a list of annotations get none of each other's") {
  PdfMaker maker;
  PdfObject list = maker.add("[<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >> (no annotation)]");
  maker.add_page().replaceKey("/Annots", list);
  maker.add_page().replaceKey("/Annots", list);
  PdfCopy copy = annotated(maker.bytes(), one_note());
  CHECK(copy.page(0).getKey("/Annots").getArrayNItems() == 4);
  CHECK(copy.page(1).getKey("/Annots").getArrayNItems() == 2);
}

TEST_CASE("what is no list of annotations gives way to one") {
  const std::string entry = GENERATE("(text)", "7", "<< /Kids [] >>", "[[[]]]");
  PdfMaker maker;
  maker.add_page().replaceKey("/Annots", PdfObject::parse(entry));
  PdfCopy copy = annotated(maker.bytes(), one_note());
  CHECK(copy.page(0).getKey("/Annots").isArray());
}

TEST_CASE("encryption is kept where the file may be annotated without a password") {
  const int revision = GENERATE(2, 3, 4, 6);
  CAPTURE(revision);
  const bool by_annotating = GENERATE(true, false);
  const std::string original =
      encrypted([&](QPDFWriter& writer) { encrypt(writer, revision, "", true, !by_annotating); });
  PdfCopy before(original), copy = annotated(original, one_note());
  CHECK(copy.pdf->isEncrypted());
  PdfObject old_key = before.pdf->getTrailer().getKey("/Encrypt"),
            new_key = copy.pdf->getTrailer().getKey("/Encrypt");
  for (const char* entry : {"/O", "/U", "/P", "/R"})
    CHECK(new_key.getKey(entry).unparse() == old_key.getKey(entry).unparse());
  CHECK(copy.annotations().at(0).getKey("/Contents").getUTF8Value() == "ต้องแก้ไข");
  CHECK_FALSE(drawing_of(copy.annotations().at(0)).empty());
}

TEST_CASE("a file that forbids annotations, or wants a password, is locked") {
  const int revision = GENERATE(2, 3, 4, 6);
  CAPTURE(revision);
  CHECK(fault_of(encrypted([&](QPDFWriter& writer) { encrypt(writer, revision, "", false); }), one_note()) ==
        AnnotateFault::locked);
  CHECK(fault_of(encrypted([&](QPDFWriter& writer) { encrypt(writer, revision, "user", true); }),
                 one_note()) == AnnotateFault::locked);
}

TEST_CASE("the copy of a signed PDF says that the signature is not its own") {
  AnnotateOptions options;
  options.signed_warning = "ลายมือชื่อ";
  const auto [key, value, is_signed] = GENERATE(table<const char*, const char*, bool>({
      {"/AcroForm", "<< /Fields [<< /FT /Sig /V << /Type /Sig >> >>] >>", true},
      {"/AcroForm", "<< /Fields [<< /FT /Sig /Kids [<< >> << /V << /Type /Sig >> >>] >>] >>", true},
      {"/Perms", "<< /DocMDP << /Type /Sig >> >>", true},
      {"/AcroForm", "<< /SigFlags 3 /Fields [<< /FT /Sig >>] >>", false},
      {"/AcroForm", "<< /Fields [<< /FT /Tx /V (text) >> 7 null] >>", false},
      {"/AcroForm", "(no form)", false},
      {"/Perms", "<< >>", false},
  }));
  CAPTURE(value);
  PdfCopy copy = annotated(with_catalog(key, value), one_note(), options);
  auto annotations = copy.annotations();
  REQUIRE(annotations.size() == (is_signed ? 2 : 1));
  CHECK((subtype_of(annotations[0]) == "/Text") == is_signed);
  if (is_signed) CHECK(annotations[0].getKey("/Contents").getUTF8Value() == "ลายมือชื่อ");
  CHECK((annotated(with_catalog(key, value), {}, options).annotations().size() == 1) == is_signed);
}

TEST_CASE("fields that are each other's children are looked at once") {
  PdfMaker maker;
  maker.add_page();
  PdfObject one = maker.add("<< /FT /Sig >>"), other = maker.add("<< /T (other) >>");
  one.replaceKey("/Kids", PdfObject::newArray({other, one}));
  other.replaceKey("/Kids", PdfObject::newArray({one, other}));
  PdfObject form = PdfObject::newDictionary({{"/Fields", PdfObject::newArray({one})}});
  maker.pdf.getRoot().replaceKey("/AcroForm", form);
  AnnotateOptions options;
  options.signed_warning = "signed";
  CHECK(annotated(maker.bytes(), one_note(), options).annotations().size() == 1);
}

TEST_CASE("page trees that come back to themselves or have nothing in them end with a word") {
  PdfMaker maker;
  maker.add_page();
  PdfObject pages = maker.pdf.getRoot().getKey("/Pages");
  SECTION("a loop") {
    pages.replaceKey("/Kids", PdfObject::newArray({pages}));
  }
  SECTION("no pages") {
    pages.replaceKey("/Kids", PdfObject::newArray());
  }
  SECTION("no tree") {
    maker.pdf.getRoot().replaceKey("/Pages", PdfObject::newNull());
  }
  CHECK(fault_of(maker.bytes(), one_note()) == AnnotateFault::unreadable);
}

TEST_CASE("a page whose parents come back to it has its own word only") {
  PdfMaker maker;
  PdfObject page = maker.add_page("");
  maker.pdf.getRoot().getKey("/Pages").replaceKey("/Parent", page);
  CHECK(annotated(maker.bytes(), one_note()).annotations().size() == 1);
}

TEST_CASE("a damaged file has a copy where it can be put together again") {
  const std::string pdf = simple();
  std::string no_offsets = pdf;
  no_offsets.replace(pdf.rfind("startxref"), 9, "nothing  ");
  CHECK(annotated(no_offsets, one_note()).annotations().size() == 1);
  CHECK(fault_of(pdf.substr(0, pdf.size() / 3), one_note()) == AnnotateFault::unreadable);
  CHECK(fault_of("%PDF-1.7 and nothing else", one_note()) == AnnotateFault::unreadable);
  CHECK(fault_of("", one_note()) == AnnotateFault::unreadable);
}

TEST_CASE("thousands of pages with a note each") {
  PdfMaker maker;
  std::vector<Annotation> notes;
  for (int page = 1; page <= 3'000; ++page) {
    maker.add_page();
    notes.push_back(note_over({{page, words}}));
  }
  PdfCopy copy = annotated(maker.bytes(), notes);
  CHECK(copy.annotations(2'999).size() == 1);
}

TEST_CASE("of many producers' files, contents stay byte for byte and annotations as they were") {
  for (const auto& entry : std::filesystem::directory_iterator(RUAMLINT_SOURCE_DIR "/tests/corpus/pdf")) {
    if (entry.path().extension() != ".pdf" || entry.path().stem() == "protected-chromium") continue;
    CAPTURE(entry.path());
    PdfCopy original(file_bytes(entry.path()));
    const std::size_t pages = original.pdf->getAllPages().size();
    std::vector<Annotation> notes;
    for (std::size_t page = 1; page <= pages; ++page) {
      notes.push_back(note_over({{static_cast<int>(page), words}}));
      notes.push_back(note_at(static_cast<int>(page), words));
    }
    PdfCopy copy = annotated(original.bytes, notes);
    REQUIRE(copy.pdf->getAllPages().size() == pages);
    CHECK_FALSE(copy.pdf->anyWarnings());
    for (std::size_t page = 0; page < pages; ++page) {
      CHECK(raw_content(copy.page(page)) == raw_content(original.page(page)));
      CHECK(others_on(copy, page) == others_on(original, page));
      CHECK(copy.annotations(page).size() == original.annotations(page).size() + 2);
    }
  }
}
