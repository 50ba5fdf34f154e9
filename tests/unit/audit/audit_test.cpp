#include <catch2/catch.hpp>
#include <filesystem>
#include <numeric>

#include "audit/packed.hpp"
#include "audit/record.hpp"
#include "audit/row.hpp"
#include "audit/share.hpp"
#include "audit/store.hpp"

using namespace ruamlint;
namespace fs = std::filesystem;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "ruamlint-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

FormRecord a_record() {
  FormRecord record;
  record.line.sha256 = "ab";
  record.line.result = "fail";
  record.line.rules = {{"SEC-1", "must_fix"}};
  record.findings = {{"SEC-1", "must_fix", "ไม่พบ", "หน้า 1", "“ก”", "0123"}};
  record.json = packed("{}");
  record.html = packed("<p>");
  record.text = packed("ข้อความ");
  record.sketch = {1, 7, UINT32_MAX};
  return record;
}

}  // namespace

TEST_CASE("packed bytes come back, others are refused", "[audit]") {
  for (const std::string& bytes : {std::string(), std::string(100'000, 'x'), std::string("\0\xFF", 2)})
    CHECK(unpacked(packed(bytes)) == bytes);
  CHECK_THROWS_AS(unpacked("x"), StoreError);
  CHECK_THROWS_AS(unpacked(std::string(20, '\xFF')), StoreError);
}

TEST_CASE("a record survives the way home, anything else is a crash", "[audit]") {
  const FormRecord back = decode_record(encode_record(a_record()));
  CHECK(back.line.rules == a_record().line.rules);
  REQUIRE(back.findings.size() == 1);
  CHECK(back.findings[0].quote == "“ก”");
  CHECK(back.sketch == a_record().sketch);
  CHECK(unpacked(back.text) == "ข้อความ");
  for (const std::string& bytes : {std::string(), std::string("{}"), encode_record(a_record()).substr(0, 40)})
    CHECK(decode_record(bytes).line.fault == "crashed");
}

TEST_CASE("a store keeps, takes over and forgets", "[audit]") {
  const TemporaryFolder folder;
  {
    Store store(folder / "a.sqlite");
    CHECK_THROWS_AS(Store(folder / "a.sqlite").has("k"), StoreError);  // in use
    store.add("k", a_record());
    store.set_files({{"ก.docx", "ab", "k", "", ""}, {"gone", "", "", "not_found", ""}});
    CHECK(store.has("k"));
  }
  CHECK_FALSE(fs::exists(folder / "a.sqlite-wal"));
  Store other(folder / "b.sqlite");
  other.add("old", a_record());
  other.take_from(folder / "a.sqlite");
  CHECK(other.find("k")->result == "fail");
  CHECK(other.reports("k").html == "<p>");
  CHECK(other.text("k") == "ข้อความ");
  CHECK(other.findings("k").size() == 1);
  other.set_files(Store(folder / "a.sqlite", Store::Access::read).files());
  CHECK_FALSE(other.has("old"));
  CHECK(other.files().size() == 2);
  REQUIRE(other.most_usual_findings().size() == 1);
  CHECK(other.most_usual_findings()[0].forms == 1);
  CHECK_THROWS_AS(Store(folder / "none.sqlite", Store::Access::read), StoreError);
}

TEST_CASE("shares have every input once, and about as many bytes", "[audit]") {
  std::vector<std::uint64_t> sizes(1000);
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = (i * 7919) % 5'000'000;
  for (const int count : {1, 3, 7}) {
    std::vector<int> times(sizes.size());
    for (int number = 1; number <= count; ++number) {
      std::uint64_t bytes = 0;
      for (const std::size_t index : inputs_of_share(sizes, {number, count})) {
        ++times[index];
        bytes += sizes[index];
      }
      const double fair =
          static_cast<double>(std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0})) / count;
      CHECK(static_cast<double>(bytes) == Approx(fair).epsilon(0.02));
    }
    CHECK(times == std::vector<int>(sizes.size(), 1));
  }
  CHECK(inputs_of_share({}, {1, 2}).empty());
}

TEST_CASE("reports of other forms have other names, which every file system takes", "[audit]") {
  CHECK(form_name("a/แบบ 1.docx", "k").starts_with("แบบ_1.docx-"));
  CHECK(form_name("a/x.docx", "k") != form_name("b/x.docx", "k"));
  CHECK(form_name("x.docx", "k") != form_name("x.docx", "l"));
  const std::string wild = form_name(std::string(400, '/') + "\n\xFF<" + std::string(4000, 'x'), "k");
  CHECK(wild.size() < 200);
  CHECK(wild.find_first_of("/\n<\xFF") == std::string::npos);
}
