// Numbers and lengths of time are written in every style and read back: value, interval, unit and place have
// to be those that were written.
#include <catch2/catch.hpp>
#include <climits>
#include <random>

#include "text/dates.hpp"
#include "text/numbers.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;

namespace {

const std::vector<std::string> units = {"คน", "ราย",   "ครัวเรือน", "หมู่บ้าน", "บาท", "ไร่",
                                        "วัน", "ชั่วโมง", "ครั้ง",     "เรื่อง",  "แห่ง", "คะแนน"};

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  long long upto(long long most) {
    return static_cast<long long>(random_() % static_cast<unsigned long long>(most + 1));
  }
  bool sometimes(int one_in) { return upto(one_in - 1) == 0; }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[static_cast<std::size_t>(upto(static_cast<long long>(list.size()) - 1))];
  }

  /// All Arabic, all Thai, or mixed.
  std::string digits(const std::string& text) {
    static const std::vector<long long> shares = {0, 0, 100, 50};
    const long long share = one_of(shares);
    std::string result;
    for (const char c : text) {
      if (c >= '0' && c <= '9' && upto(99) < share) {
        append_utf8(result, U'๐' + static_cast<char32_t>(c - '0'));
      } else {
        result += c;
      }
    }
    return result;
  }

 private:
  std::mt19937_64 random_;
};

std::string with_commas(std::string digits) {
  for (auto at = static_cast<long long>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

/// A figure with what it stands for, in units of 10^-decimals.
struct Figure {
  std::string text;
  long long mantissa = 0;
  int decimals = 0;
};

Figure figure(Writer& writer) {
  Figure figure;
  static const std::vector<long long> sizes = {9, 99, 999, 99999, 9999999};
  const long long whole = writer.upto(writer.one_of(sizes));
  figure.text = std::to_string(whole);
  if (writer.upto(2) != 0) figure.text = with_commas(figure.text);
  figure.mantissa = whole;
  if (writer.sometimes(3)) {
    figure.decimals = 1 + static_cast<int>(writer.upto(1));
    figure.text += '.';
    for (int i = 0; i < figure.decimals; ++i) {
      const long long digit = writer.upto(9);
      figure.text += std::to_string(digit);
      figure.mantissa = figure.mantissa * 10 + digit;
    }
  }
  figure.text = writer.digits(figure.text);
  return figure;
}

double power_of_ten(int exponent) {
  return exponent == 0 ? 1 : 10 * power_of_ten(exponent - 1);
}

/// What the figure, times `factor`, is to be read as.
void check_read(const Number& number, const Figure& figure, double factor) {
  const double unit = power_of_ten(figure.decimals);
  const auto about = [](double value) { return Approx(value).epsilon(1e-12).margin(1e-12); };
  CHECK(number.value == about(static_cast<double>(figure.mantissa) / unit * factor));
  CHECK(number.lowest == about((static_cast<double>(figure.mantissa) - 0.5) / unit * factor));
  CHECK(number.highest == about((static_cast<double>(figure.mantissa) + 0.5) / unit * factor));
  CHECK(number.decimals == figure.decimals);
}

const std::vector<std::string> leads = {"มีผู้เข้าร่วม ", "รวม", "เพิ่มเป็น ", "จำนวน ", "(", "ลดเหลือ "};
const std::vector<std::string> tails = {"", " ในพื้นที่", ")", " และอื่น ๆ", "\nต่อไป"};

const std::vector<std::string> ones = {"", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};

std::string below_million(long long value, bool above = false) {
  static const std::vector<std::pair<long long, std::string>> places = {
      {100000, "แสน"}, {10000, "หมื่น"}, {1000, "พัน"}, {100, "ร้อย"}};
  std::string words;
  for (const auto& [size, name] : places) {
    if (value >= size) words += ones[static_cast<std::size_t>(value / size)] + name;
    value %= size;
  }
  if (const auto tens = static_cast<std::size_t>(value / 10); tens > 0)
    words += (tens == 1 ? "" : tens == 2 ? "ยี่" : ones[tens]) + "สิบ";
  if (value % 10 == 1 && (value > 10 || !words.empty() || above)) return words + "เอ็ด";
  return words + ones[static_cast<std::size_t>(value % 10)];
}

std::string in_words(long long value) {
  constexpr long long million = 1000000;
  if (value < million) return below_million(value);
  return below_million(value / million) + "ล้าน" + below_million(value % million, true);
}

}  // namespace

TEST_CASE("figures in every style are read back") {
  Writer writer(21);
  const std::vector<std::pair<std::string, double>> magnitudes = {
      {"พัน", 1e3}, {"หมื่น", 1e4}, {"แสน", 1e5}, {"ล้าน", 1e6}, {"ร้อยล้าน", 1e8}};
  for (int round = 0; round < 8000; ++round) {
    const Figure written = figure(writer);
    std::string text = written.text, unit;
    double factor = 1;
    if (writer.sometimes(4)) {
      const auto& [name, size] = writer.one_of(magnitudes);
      text += (writer.sometimes(2) ? " " : "") + name;
      factor = size;
    }
    const std::size_t length = text.size();
    if (writer.sometimes(2)) {
      unit = writer.one_of(units);
      text += (writer.sometimes(2) ? " " : "") + unit;
    }
    const std::string lead = writer.one_of(leads), whole = lead + text + writer.one_of(tails);
    INFO(whole);
    const auto found = find_numbers(whole, units);
    REQUIRE(found.size() == 1);
    check_read(found[0], written, factor);
    CHECK(found[0].unit == unit);
    CHECK(whole.substr(found[0].begin, found[0].end - found[0].begin) == text.substr(0, length));
    CHECK_FALSE((found[0].percent || found[0].times || found[0].word));
  }
}

TEST_CASE("per cent and times in every style are read back") {
  Writer writer(22);
  const std::vector<std::pair<std::string, std::string>> styles = {
      {"ร้อยละ ", ""},    {"ร้อยละ", ""},    {"", "%"},        {"", " %"},
      {"", " เปอร์เซ็นต์"}, {"", "เปอร์เซนต์"}, {"", " เปอร์เซ็น"}, {"", " per cent"},
      {"", " percent"},  {"", " เท่า"},     {"", "เท่า"},      {"", " เท่าตัว"}};
  for (int round = 0; round < 3000; ++round) {
    const Figure written = figure(writer);
    const auto& [before, behind] = writer.one_of(styles);
    const std::string whole = "เพิ่มขึ้น " + before + written.text + behind + writer.one_of(tails);
    INFO(whole);
    const auto found = find_numbers(whole, units);
    REQUIRE(found.size() == 1);
    check_read(found[0], written, 1);
    const bool times = behind.find("เท่า") != std::string::npos;
    CHECK(found[0].times == times);
    CHECK(found[0].percent == !times);
  }
}

TEST_CASE("numbers in words are read back") {
  Writer writer(23);
  static const std::vector<long long> sizes = {9, 99, 999, 9999, 999999, 99999999};
  for (int round = 0; round < 3000; ++round) {
    const long long value = 1 + writer.upto(writer.one_of(sizes));
    const std::string unit = writer.one_of(units), text = "มีทั้งหมด " + in_words(value) + " " + unit;
    INFO(text);
    const auto found = find_numbers(text, units);
    REQUIRE(found.size() == 1);
    CHECK(found[0].value == static_cast<double>(value));
    CHECK(found[0].unit == unit);
    CHECK(found[0].word);
  }
}

TEST_CASE("lengths of time in every style are read back") {
  Writer writer(24);
  struct Bound {
    std::string before;
    bool open;
  };
  const std::vector<Bound> bounds = {{"", false},         {"ต่อเนื่อง ", false}, {"รวมระยะเวลา ", false},
                                     {"ไม่น้อยกว่า ", true}, {"กว่า ", true},     {"มากกว่า ", true},
                                     {"อย่างน้อย ", true}};
  for (int round = 0; round < 3000; ++round) {
    const int years = static_cast<int>(writer.upto(9)), months = static_cast<int>(writer.upto(11));
    if (years + months == 0) continue;
    const bool words = writer.sometimes(4);
    const std::string gap = writer.sometimes(3) ? "" : " ";
    const auto part = [&](int count, const std::string& name) {
      if (count == 0) return std::string();
      return (words ? in_words(count) : writer.digits(std::to_string(count))) + gap + name;
    };
    const std::string glue = years > 0 && months > 0 ? gap : "";
    const Bound& bound = writer.one_of(bounds);
    const std::string text =
        "ดำเนินการ" + bound.before + part(years, "ปี") + glue + part(months, "เดือน") + writer.one_of(tails);
    INFO(text);
    const auto found = find_durations(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].least_months == years * 12 + months);
    CHECK(found[0].most_months == (bound.open ? INT_MAX : years * 12 + months));
  }
}
