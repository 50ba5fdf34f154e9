// Answers beside forms: their names, whose they are, and that a person's file is never touched.
#include "watch/pages.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "watch/folder.hpp"
#include "worker/worker.hpp"

using namespace ruamlint;
namespace fs = std::filesystem;

namespace {

const VerdictWords words = {"ผ่าน", "ต้องแก้ไข"};

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "ruamlint-pages-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] fs::path file(const std::string& name, const std::string& text = "text") const {
    std::ofstream(path_ / name) << text;
    return path_ / name;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  fs::path path_;
};

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

PageMark mark(const fs::path& form, const std::string& version) {
  return mark_of(form, sha256_of(version), sha256_of("settings"));
}

std::string put(const fs::path& form, const std::string& verdict, const std::string& version = "1") {
  return put_page(form, verdict, "<html>\n", mark(form, version), words).filename().string();
}

}  // namespace

TEST_CASE("the answer is named after the form and its verdict", "[watch]") {
  const Folder folder;
  const fs::path form = folder.file("แบบ 1.docx");
  CHECK(put(form, "ผ่าน") == "แบบ 1 – ผ่าน.html");
  const auto pages = pages_of(form, words);
  REQUIRE(pages.size() == 1);
  CHECK(pages.front().mark == mark(form, "1"));
}

TEST_CASE("a new answer takes the place of the old one", "[watch]") {
  const Folder folder;
  const fs::path form = folder.file("a.docx");
  put(form, "ต้องแก้ไข", "1");
  put(form, "ผ่าน", "2");
  CHECK(folder.names() == std::vector<std::string>{"a – ผ่าน.html", "a.docx"});
  put(form, "ผ่าน", "3");
  CHECK(folder.names().size() == 2);
  CHECK(pages_of(form, words).front().mark == mark(form, "3"));
}

TEST_CASE("two forms of one name have two answers", "[watch]") {
  const Folder folder;
  const fs::path word = folder.file("a.docx"), pdf = folder.file("a.pdf");
  CHECK(put(word, "ผ่าน") == "a – ผ่าน.html");
  CHECK(put(pdf, "ผ่าน") == "a.pdf – ผ่าน.html");
  CHECK(put(word, "ต้องแก้ไข") == "a – ต้องแก้ไข.html");
  CHECK(pages_of(word, words).size() == 1);
  CHECK(pages_of(pdf, words).size() == 1);
}

TEST_CASE("a person's file is left alone, whatever its name", "[watch]") {
  const Folder folder;
  const fs::path form = folder.file("a.docx");
  const fs::path own = folder.file("a – ผ่าน.html", "my own"), other = folder.file("a.docx – ผ่าน.html", "too");
  CHECK(put(form, "ผ่าน") == "a.docx – ผ่าน (2).html");
  put(form, "ต้องแก้ไข", "2");
  CHECK(folder.names().size() == 4);
  CHECK(text_of(own) == "my own");
  CHECK(text_of(other) == "too");
}

TEST_CASE("a name as long as names may be still gets an answer", "[watch]") {
  const Folder folder;
  std::string stem;
  while (stem.size() + 3 <= 250) stem += "ก";
  const fs::path form = folder.file(stem + ".pdf");
  const std::string name = put(form, "ต้องแก้ไข");
  CHECK(name.size() <= 255);
  CHECK(name.ends_with("… – ต้องแก้ไข.html"));
  CHECK(pages_of(form, words).size() == 1);
}

TEST_CASE("only the answer to the bytes that are now elsewhere goes", "[watch]") {
  const Folder folder;
  const fs::path form = folder.file("old.docx");
  put(form, "ผ่าน", "1");
  remove_pages(form, sha256_of("2"), words);
  CHECK(pages_of(form, words).size() == 1);
  remove_pages(form, sha256_of("1"), words);
  CHECK(pages_of(form, words).empty());
}

TEST_CASE("what programs leave behind is no form", "[watch]") {
  for (const char* name : {"แบบ.docx", "a.PDF", "b.jpeg", "old.doc", "a – b.docx"}) CHECK(is_form_name(name));
  for (const char* name : {"~$แบบ.docx", ".a.docx", ".~lock.a.docx#", "a.docx.part", "a.pdf.crdownload", "a.tmp",
                           "notes.txt", "a – ผ่าน.html", "แบบ – ตรวจแล้ว.docx", "a – checked.pdf",
                           "~syncthing~a.docx.tmp", "docx"})
    CHECK_FALSE(is_form_name(name));
}

TEST_CASE("a file that is open for writing has a writer", "[watch]") {
  const Folder folder;
  const fs::path path = folder.file("a.docx");
  CHECK_FALSE(has_writer(path));
  {
    std::ofstream writer(path, std::ios::app);
    CHECK(has_writer(path));
  }
  CHECK_FALSE(has_writer(path));
}

TEST_CASE("a folder is looked into with its folders, hidden ones and links to folders apart", "[watch]") {
  const Folder folder;
  const fs::path root = folder.file("a.docx").parent_path();
  fs::create_directories(root / "sub" / ".hidden");
  fs::create_directory_symlink(root, root / "sub" / "loop");
  std::ofstream(root / "sub" / "b.pdf") << "b";
  std::ofstream(root / "sub" / ".hidden" / "c.pdf") << "c";
  fs::create_symlink(root / "nowhere", root / "dangling.pdf");
  const auto view = look_into(root);
  REQUIRE(view);
  REQUIRE(view->files.size() == 2);
  CHECK(view->files[1].path == root / "sub" / "b.pdf");
  CHECK(view->folders.size() == 2);
  CHECK_FALSE(look_into(root / "none"));
}
