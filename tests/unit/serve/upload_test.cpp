#include "serve/upload.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace ruamlint::serve;

TEST_CASE("a name leads out of no folder and into no option") {
  CHECK(safe_name("แบบ 1.docx") == "แบบ 1.docx");
  CHECK(safe_name("../../etc/passwd") == "passwd");
  CHECK(safe_name("C:\\forms\\a.pdf") == "a.pdf");
  CHECK(safe_name("--output=x.pdf") == "output=x.pdf");
  CHECK(safe_name(".bashrc") == "bashrc");
  CHECK(safe_name("a\n\x01\x7F.pdf") == "a.pdf");
  CHECK(safe_name("") == "form");
  CHECK(safe_name("..") == "form");
  CHECK(safe_name("folder/") == "form");
  const std::string far = safe_name(std::string(500, 'x') + "ก.docx");
  CHECK(far.size() <= 150);
  CHECK(far.ends_with("ก.docx"));
}

TEST_CASE("an upload is its owner's alone, and gone with it") {
  std::filesystem::path folder;
  {
    Upload upload("a.pdf");
    folder = upload.folder();
    CHECK(upload.append("ab", 2));
    CHECK(upload.append("c", 1));
    CHECK(upload.finish());
    std::ifstream file(folder / upload.name(), std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == "abc");
    struct stat status {};
    REQUIRE(stat(folder.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
  }
  CHECK_FALSE(std::filesystem::exists(folder));
}
