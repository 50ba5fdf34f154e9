// When a file in a watched folder is taken for whole, and what is done again.
#include "watch/ledger.hpp"

#include <catch2/catch.hpp>

using namespace ruamlint;
using namespace std::chrono_literals;

namespace {

const WatchTime start{};

SeenFile seen(const char* path, std::uint64_t size) {
  return {path, {1, 1, size, 0, 0}};
}

}  // namespace

TEST_CASE("a file is due when it has not changed for a while", "[watch]") {
  Ledger ledger(1s);
  ledger.look({seen("a.docx", 1)}, start);
  CHECK(ledger.due(start, 9).empty());
  ledger.look({seen("a.docx", 2)}, start + 900ms);
  CHECK(ledger.due(start + 1500ms, 9).empty());
  CHECK(ledger.next_due() == start + 1900ms);
  const auto due = ledger.due(start + 1900ms, 9);
  REQUIRE(due.size() == 1);
  CHECK(due.front().stamp.size == 2);
}

TEST_CASE("an answered file is due again only when it is another version", "[watch]") {
  Ledger ledger(1s);
  ledger.look({seen("a.docx", 1)}, start);
  ledger.answered("a.docx");
  CHECK_FALSE(ledger.next_due());
  ledger.look({seen("a.docx", 1)}, start + 5s);
  CHECK_FALSE(ledger.next_due());
  ledger.look({seen("a.docx", 3)}, start + 6s);
  CHECK(ledger.next_due() == start + 7s);
}

TEST_CASE("what is gone comes back once", "[watch]") {
  Ledger ledger(1s);
  ledger.look({seen("a.docx", 1), seen("b.docx", 1)}, start);
  CHECK(ledger.look({seen("b.docx", 1)}, start) == std::vector<std::filesystem::path>{"a.docx"});
  CHECK(ledger.look({seen("b.docx", 1)}, start).empty());
}

TEST_CASE("an answer that could not be written is tried after longer and longer pauses", "[watch]") {
  Ledger ledger(1s);
  ledger.look({seen("a.docx", 1)}, start);
  WatchDuration before = 0s;
  for (int i = 0; i < 20; ++i) {
    ledger.failed("a.docx", start);
    const WatchDuration pause = *ledger.next_due() - start;
    CHECK(pause >= before);
    CHECK(pause <= 5min);
    before = pause;
  }
  ledger.look({seen("a.docx", 2)}, start + 1h);
  CHECK(ledger.next_due() == start + 1h + 1s);
}

TEST_CASE("no more files are due than are asked for", "[watch]") {
  Ledger ledger(0s);
  ledger.look({seen("c.docx", 1), seen("a.docx", 1), seen("b.docx", 1)}, start);
  const auto due = ledger.due(start, 2);
  REQUIRE(due.size() == 2);
  CHECK(due[0].path == "a.docx");
  CHECK(due[1].path == "b.docx");
}
