// The file of accepted findings, and where its faults are said to be.
#include "pack/waivers.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

using namespace ruamlint;
namespace fs = std::filesystem;

namespace {

class WaiverFile {
 public:
  explicit WaiverFile(const std::string& text)
      : folder_(fs::temp_directory_path() / ("ruamlint-waivers-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(folder_);
    std::ofstream(path()) << text;
  }
  ~WaiverFile() { fs::remove_all(folder_); }
  WaiverFile(const WaiverFile&) = delete;
  WaiverFile& operator=(const WaiverFile&) = delete;

  [[nodiscard]] fs::path path() const { return folder_ / "waivers.yaml"; }
  [[nodiscard]] std::string fault() const {
    const auto loaded = load_waivers(path());
    REQUIRE(std::holds_alternative<PackError>(loaded));
    const auto& error = std::get<PackError>(loaded);
    return error.where + ": " + error.problem;
  }

 private:
  fs::path folder_;
};

const std::string good =
    "- fingerprint: 0123456789abcdef\n  reason: ตรวจเอกสารแล้ว\n  who: กองกลาง\n  until: 2024-03-31\n";

}  // namespace

TEST_CASE("waivers are read") {
  const WaiverFile file(good);
  const auto loaded = load_waivers(file.path());
  REQUIRE(std::holds_alternative<std::vector<Waiver>>(loaded));
  const auto& waivers = std::get<std::vector<Waiver>>(loaded);
  REQUIRE(waivers.size() == 1);
  CHECK(waivers[0].fingerprint == "0123456789abcdef");
  CHECK(waivers[0].reason == "ตรวจเอกสารแล้ว");
  CHECK(waivers[0].who == "กองกลาง");
  CHECK(waivers[0].until == std::chrono::year{2024} / 3 / 31);
}

TEST_CASE("a waiver's faults have their place") {
  CHECK_THAT(WaiverFile("- fingerprint: 0123\n  reason: x\n  who: x\n  until: 2024-03-31\n").fault(),
             Catch::StartsWith("waivers.yaml:1:16: a fingerprint has 16 digits"));
  CHECK_THAT(WaiverFile("- fingerprint: 0123456789abcdef\n  who: x\n  until: 2024-03-31\n").fault(),
             Catch::StartsWith("waivers.yaml:1:3: the key “reason” is missing"));
  CHECK_THAT(
      WaiverFile("- fingerprint: 0123456789abcdef\n  reason: x\n  who: x\n  until: 31 มี.ค. 2567\n").fault(),
      Catch::StartsWith("waivers.yaml:4:10: must be a date"));
  CHECK_THAT(WaiverFile(good + "  untill: 2024-03-31\n").fault(),
             Catch::Contains("unknown key “untill” (did you mean “until”?)"));
  CHECK_THAT(WaiverFile(good + good).fault(),
             Catch::Contains("waivers.yaml:5:16:") && Catch::Contains("stands twice"));
  CHECK_THAT(WaiverFile("reason: x\n").fault(), Catch::Contains("must be a list"));
}

TEST_CASE("a file of waivers that is not there is said to be so") {
  const auto loaded = load_waivers("/no/such/folder/waivers.yaml");
  REQUIRE(std::holds_alternative<PackError>(loaded));
  CHECK(std::get<PackError>(loaded).where == "waivers.yaml");
}
