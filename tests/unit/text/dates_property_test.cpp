// Dates are written in every style and read back: the interval has to be exactly the one that was written.
#include <catch2/catch.hpp>
#include <random>

#include "text/dates.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;

namespace {

namespace chr = std::chrono;

const std::vector<std::string> full = {"มกราคม",  "กุมภาพันธ์", "มีนาคม",  "เมษายน", "พฤษภาคม",  "มิถุนายน",
                                       "กรกฎาคม", "สิงหาคม",  "กันยายน", "ตุลาคม",  "พฤศจิกายน", "ธันวาคม"};
const std::vector<std::string> dotted = {"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
                                         "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.",  "พ.ย.", "ธ.ค."};
const std::vector<std::string> half_dotted = {"มค.", "กพ.", "มีค.", "เมย.", "พค.", "มิย.",
                                              "กค.", "สค.", "กย.", "ตค.",  "พย.", "ธค."};
const std::vector<std::string> no_last_dot = {"ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย",
                                              "ก.ค", "ส.ค", "ก.ย", "ต.ค",  "พ.ย", "ธ.ค"};
const std::vector<std::string> english = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[pick(static_cast<unsigned>(list.size()))];
  }

  std::string digits(const std::string& text) {
    const unsigned share = std::vector<unsigned>{0, 0, 100, 50}[pick(4)];
    std::string result;
    for (const char c : text) {
      if (c >= '0' && c <= '9' && pick(100) < share) {
        append_utf8(result, U'๐' + static_cast<char32_t>(c - '0'));
      } else {
        result += c;
      }
    }
    return result;
  }
  std::string figure(int value, bool padded = false) {
    std::string text(padded && value < 10 ? "0" : "");
    text += std::to_string(value);
    return digits(text);
  }

  chr::year_month_day day() {
    const chr::sys_days first = chr::year(2007) / 1 / 1;  // พ.ศ. 2550..2569, sure in two digits
    return first + chr::days(pick(20 * 365));
  }

  std::string gap() { return pick(4) == 0 ? "" : " "; }
  std::string year(int gregorian) {
    switch (pick(5)) {
      case 0:
        return "พ.ศ. " + figure(gregorian + 543);
      case 1:
        return "พ.ศ." + figure(gregorian + 543);
      case 2:
        return "ค.ศ. " + figure(gregorian);
      case 3:
        return figure((gregorian + 543) % 100);
      default:
        return figure(gregorian + 543);
    }
  }
  std::string month(int number) {
    const auto index = static_cast<std::size_t>(number - 1);
    switch (pick(4)) {
      case 0:
        return dotted[index];
      case 1:
        return half_dotted[index];
      case 2:
        return no_last_dot[index] + " ";
      default:
        return full[index];
    }
  }

 private:
  std::mt19937 random_;
};

int year_of(const chr::year_month_day& date) {
  return static_cast<int>(date.year());
}
int month_of(const chr::year_month_day& date) {
  return static_cast<int>(static_cast<unsigned>(date.month()));
}
int day_of(const chr::year_month_day& date) {
  return static_cast<int>(static_cast<unsigned>(date.day()));
}

std::string written_day(Writer& writer, const chr::year_month_day& date) {
  const int y = year_of(date);
  const int m = month_of(date);
  const int d = day_of(date);
  switch (writer.pick(7)) {
    case 0:
      return writer.figure(d) + "/" + writer.figure(m) + "/" + writer.figure(y + 543);
    case 1:
      return writer.figure(d, true) + "-" + writer.figure(m, true) + "-" + writer.figure(y + 543);
    case 2:
      return writer.figure(d, true) + "." + writer.figure(m, true) + "." + writer.figure(y + 543);
    case 3:
      return iso_date(chr::sys_days(date));
    case 4:
      return english[static_cast<std::size_t>(m - 1)] + " " + std::to_string(d) + ", " + std::to_string(y);
    default:
      return std::string(writer.pick(2) == 0 ? "วันที่ " : "") + writer.figure(d) + writer.gap() +
             writer.month(m) + writer.gap() + writer.year(y);
  }
}

const std::vector<std::string> lead = {"", "เมื่อ ", "ดำเนินการ ", "(", "ณ "};
const std::vector<std::string> tail = {"", " มีผู้เข้าร่วม 50 คน", ")", " ณ ศาลาประชาคม", "\nต่อไป"};

}  // namespace

TEST_CASE("days in every style are read back") {
  Writer writer(11);
  for (int round = 0; round < 4000; ++round) {
    const chr::year_month_day date = writer.day();
    const std::string text = writer.one_of(lead) + written_day(writer, date) + writer.one_of(tail);
    INFO(text);
    const auto found = find_dates(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].precision == DatePrecision::day);
    CHECK(found[0].range == DayRange{chr::sys_days(date), chr::sys_days(date)});
    CHECK_FALSE(found[0].citation);
  }
}

TEST_CASE("months, years and fiscal years in every style are read back") {
  Writer writer(12);
  for (int round = 0; round < 3000; ++round) {
    const chr::year_month_day date = writer.day();
    const int y = year_of(date);
    std::string written;
    DayRange expected;
    switch (writer.pick(3)) {
      case 0:
        written = std::string(writer.pick(2) == 0 ? "เดือน" : "") + writer.month(month_of(date)) +
                  writer.gap() + writer.year(y);
        expected = {chr::sys_days(date.year() / date.month() / 1),
                    chr::sys_days(date.year() / date.month() / chr::last)};
        break;
      case 1:
        written = "ปี" + writer.gap() + writer.year(y);
        expected = {chr::sys_days(date.year() / 1 / 1), chr::sys_days(date.year() / 12 / 31)};
        break;
      default:
        written =
            writer.one_of(std::vector<std::string>{"ปีงบประมาณ", "ปีงบ", "ประจำปีงบประมาณ", "ปีงบประมาณ "}) +
            writer.gap() + writer.year(y);
        expected = {chr::sys_days((date.year() - chr::years(1)) / 10 / 1),
                    chr::sys_days(date.year() / 9 / 30)};
        break;
    }
    const std::string text = writer.one_of(lead) + written + writer.one_of(tail);
    INFO(text);
    const auto found = find_dates(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].range == expected);
  }
}

TEST_CASE("ranges in every style are read back") {
  Writer writer(13);
  const std::vector<std::string> joints = {" - ", " – ", " ถึง ", "ถึง", " จนถึง ", " จนกระทั่งถึง "};
  for (int round = 0; round < 3000; ++round) {
    chr::year_month_day a = writer.day();
    chr::year_month_day b = writer.day();
    if (b < a) {
      std::swap(a, b);
    }
    const std::string open = writer.one_of(std::vector<std::string>{"", "ตั้งแต่", "ระหว่าง", "ระหว่างวันที่ "});
    const std::string text = "ดำเนินการ" + open + " " + written_day(writer, a) + writer.one_of(joints) +
                             written_day(writer, b) + writer.one_of(tail);
    INFO(text);
    const auto found = find_periods(text, chr::sys_days(chr::year(2024) / 2 / 12));
    REQUIRE(found.size() == 1);
    CHECK(found[0].start.earliest == chr::sys_days(a));
    CHECK(found[0].finish.latest == chr::sys_days(b));
    CHECK_FALSE(found[0].reversed);
    CHECK_FALSE(found[0].ongoing);
  }
}
