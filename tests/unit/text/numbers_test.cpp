#include "text/numbers.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "text/utf8.hpp"

using namespace ruamlint;

namespace {

const std::vector<std::string> units = {"คน", "ราย",   "รายการ", "ครัวเรือน", "บาท", "แห่ง",   "ครั้ง",
                                        "ไร่", "คะแนน", "เรื่อง",   "วัน",      "kg",  "people"};

/// "1240 คน", "65.3%", "2x", with w for words; separated by semicolons.
std::string numbers_in(const std::string& text) {
  std::string result;
  for (const Number& number : find_numbers(text, units)) {
    std::string value = std::to_string(number.value);
    value.erase(value.find_last_not_of('0') + 1);
    value.erase(value.find_last_not_of('.') + 1);
    result.append(result.empty() ? "" : "; ").append(value);
    result.append(number.percent ? "%" : "").append(number.times ? "x" : "");
    result.append(number.unit.empty() ? "" : " ").append(number.unit).append(number.word ? "w" : "");
    CHECK(number.lowest <= number.value);
    CHECK(number.value <= number.highest);
  }
  return result;
}

std::string quoted(const std::string& text) {
  const auto numbers = find_numbers(text, units);
  return numbers.empty() ? "-" : text.substr(numbers[0].begin, numbers[0].end - numbers[0].begin);
}

Number only(const std::string& text) {
  Number number;
  REQUIRE(parse_number(text, units, number));
  return number;
}

}  // namespace

TEST_CASE("figures in either digits, with commas and decimals") {
  CHECK(numbers_in("จาก 1,240 ครัวเรือน เหลือ 310 ครัวเรือน") == "1240 ครัวเรือน; 310 ครัวเรือน");
  CHECK(numbers_in("๑,๒๔๐ คน") == "1240 คน");
  CHECK(numbers_in("๑2๓.๔5 คะแนน") == "123.45 คะแนน");
  CHECK(numbers_in("1,234,567.89") == "1234567.89");
  CHECK(numbers_in("มี 1,24 และ 12345,678") == "1; 24; 12345; 678");
  CHECK(numbers_in("จำนวน5คน") == "5 คน");
  CHECK(numbers_in("อุณหภูมิ -5.2 และ −3 (+4)") == "-5.2; -3; 4");
  CHECK(numbers_in("10-20") == "10; 20");
  CHECK(numbers_in("12.50-15.75") == "12.5; 15.75");
  CHECK(numbers_in("จำนวน 50\u00A0คน") == "50 คน");
}

TEST_CASE("the way of writing tells how exact a number is") {
  const auto interval = [](const std::string& text, double lowest, double highest) {
    INFO(text);
    const Number number = only(text);
    CHECK(number.lowest == Approx(lowest));
    CHECK(number.highest == Approx(highest));
  };
  interval("65.3", 65.25, 65.35);
  interval("1,240", 1239.5, 1240.5);
  interval("1.5 ล้าน", 1.45e6, 1.55e6);
  interval("-2.50", -2.505, -2.495);
  interval("สองร้อยห้าสิบคน", 249.5, 250.5);
  CHECK(only("65.30").decimals == 2);
}

TEST_CASE("per cent in all spellings") {
  for (const char* text :
       {"ร้อยละ 65.3", "ร้อยละ65.3", "ร้อยละ  65.3", "65.3%", "65.3 %", "๖๕.๓ ％", "65.3 เปอร์เซ็นต์",
        "65.3 เปอร์เซนต์", "65.3 เปอร์เซ็น", "65.3 percent", "65.3 Per cent", "ร้อยละ ๖๕.๓"}) {
    INFO(text);
    CHECK(numbers_in(text) == "65.3%");
  }
  CHECK(quoted("คิดเป็นร้อยละ 65.3 ของ") == "ร้อยละ 65.3");
  CHECK(quoted("ได้ 65.3 % ของ") == "65.3 %");
  CHECK(numbers_in("ร้อยละห้าสิบ") == "50%w");
  CHECK(numbers_in("ร้อยละ 20 - 30") == "20%; 30%");
  CHECK(numbers_in("20-30%") == "20%; 30%");
}

TEST_CASE("magnitudes, times and units") {
  CHECK(numbers_in("1.5 ล้านบาท") == "1500000 บาท");
  CHECK(numbers_in("3 แสน บาท") == "300000 บาท");
  CHECK(numbers_in("2 พันล้านบาท") == "2000000000 บาท");
  CHECK(numbers_in("2 million people") == "2000000 people");
  CHECK(numbers_in("5 พันธุ์") == "5");
  CHECK(numbers_in("เพิ่มขึ้น 2 เท่า") == "2x");
  CHECK(numbers_in("3 เท่าตัว") == "3x");
  CHECK(numbers_in("เพิ่มขึ้นเท่าตัว") == "1xw");
  CHECK(numbers_in("5 เท่ากับ 5") == "5; 5");
  CHECK(numbers_in("5 รายการ และ 5 ราย") == "5 รายการ; 5 ราย");
  CHECK(numbers_in("10-20 คน") == "10 คน; 20 คน");
  CHECK(numbers_in("20kg") == "20 kg");
  CHECK(quoted("รวม 1.5 ล้านบาท") == "1.5 ล้าน");
}

TEST_CASE("number words count where something is counted") {
  CHECK(numbers_in("ประชาชนหนึ่งร้อยยี่สิบคน") == "120 คนw");
  CHECK(numbers_in("สิบเอ็ดครั้ง ยี่สิบเอ็ดแห่ง") == "11 ครั้งw; 21 แห่งw");
  CHECK(numbers_in("สองล้านห้าแสนบาท") == "2500000 บาทw");
  CHECK(numbers_in("สาม เท่า") == "3xw");
  CHECK(numbers_in("ลดลงครึ่งหนึ่ง") == "0.5w");
  CHECK(numbers_in("หนึ่งเดียว สองฝั่ง สามารถ ห้างร้าน เก้าอี้ หกล้ม สัมพันธ์ ร้อยเอ็ด หลายพันคน") == "");
}

TEST_CASE("labels at the beginning of a line are no numbers") {
  CHECK(numbers_in("1. ประชาชน 50 คน\n2. เอกชน 3 แห่ง") == "50 คน; 3 แห่ง");
  CHECK(numbers_in("2.1 ประชาชน 50 คน") == "50 คน");
  CHECK(numbers_in("๓) ประชาชน") == "");
  CHECK(numbers_in("(2) ประชาชน 5 คน") == "5 คน");
  CHECK(numbers_in("1.2.3 หัวข้อ") == "");
  CHECK(numbers_in("2.1 ล้านบาท") == "2100000 บาท");
  CHECK(numbers_in("65.3 คะแนน") == "65.3 คะแนน");
  CHECK(numbers_in("2.1") == "2.1");
  CHECK(numbers_in("50 คน") == "50 คน");
  CHECK(numbers_in("(12.5)") == "12.5");
}

TEST_CASE("codes, telephones and addresses are no numbers") {
  for (const char* text :
       {"โทร. 02-123-4567", "0 2123 4567", "0812345678", "โทร 1567", "https://example.org/a1/2566?x=5",
        "a5@example.org", "COVID-19", "H1N1", "A4", "ISO9001", "1-2345-67890-12-3", "เลขที่ 88/4",
        "มท 0810.3/ว 1234", "www.example.org/5"}) {
    INFO(text);
    const std::string found = numbers_in(text);
    CHECK((found.empty() || (std::string(text).starts_with("มท") && found == "810.3")));
  }
  CHECK(numbers_in("รับเรื่องทางโทรศัพท์ 120 เรื่อง") == "120 เรื่อง");
}

TEST_CASE("a whole cell is one number or none") {
  Number number;
  CHECK(only(" ๑,๒๔๐ ").value == 1240);
  CHECK(only("ร้อยละ 65.3").percent);
  CHECK(only("1,240 คน").unit == "คน");
  CHECK(only(" 5 ครั้ง\n").begin == 1);
  for (const char* text : {"", "-", "N/A", "5 คน 6", "5 หลัง", "ปี 5", "10-20", "โทร 1567"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text, units, number));
  }
}

TEST_CASE("hostile text does no harm to numbers") {
  Number number;
  CHECK_FALSE(parse_number(std::string(5000, '9'), units, number));
  CHECK(find_numbers(std::string(5000, '9') + " 5", units).size() <= 1);
  std::string words;
  for (int i = 0; i < 2000; ++i) {
    words += "สิบ";
  }
  CHECK(find_numbers(words, units).empty());
  CHECK(find_numbers("\xE0\xB8 5 \xFF", units).size() == 1);
}

namespace {

std::string in_thai_digits(const std::string& text, std::mt19937& random, unsigned share) {
  std::string result;
  for (const char c : text) {
    if (c >= '0' && c <= '9' && random() % 100 < share) {
      append_utf8(result, U'๐' + static_cast<char32_t>(c - '0'));
    } else {
      result += c;
    }
  }
  return result;
}

std::string with_commas(long value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

/// Thai number words by the schoolbook.
std::string in_words(long value) {
  static const std::vector<std::string> digit = {"",   "หนึ่ง", "สอง", "สาม", "สี่",
                                                 "ห้า", "หก",  "เจ็ด", "แปด", "เก้า"};
  static const std::vector<std::string> power = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
  if (value >= 1'000'000) {
    return in_words(value / 1'000'000) + "ล้าน" + (value % 1'000'000 == 0 ? "" : in_words(value % 1'000'000));
  }
  const std::string written = std::to_string(value);
  std::string words;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto d = static_cast<std::size_t>(written[i] - '0');
    const std::size_t p = written.size() - 1 - i;
    if (d == 0) {
      continue;
    }
    const bool last_one = p == 0 && d == 1 && written.size() > 1;
    if (last_one) {
      words += "เอ็ด";
    } else if (p != 1 || d > 2) {
      words += digit[d];
    } else if (d == 2) {
      words += "ยี่";
    }
    words += power[p];
  }
  return words;
}

}  // namespace

TEST_CASE("numbers in every style are read back") {
  std::mt19937 random(4);
  for (int round = 0; round < 4000; ++round) {
    const long whole = static_cast<long>(random()) % (round % 2 == 0 ? 2'000 : 90'000'000);
    const int decimals = static_cast<int>(random() % 3);
    std::string written = round % 3 == 0 ? std::to_string(whole) : with_commas(whole);
    double value = static_cast<double>(whole);
    double step = 0.5;
    for (int i = 0; i < decimals; ++i) {
      const auto digit = static_cast<int>(random() % 10);
      written.append(i == 0 ? "." : "").append(std::to_string(digit));
      value += digit * step / 5;
      step /= 10;
    }
    const auto style = static_cast<int>(random() % 4);
    std::string text = in_thai_digits(written, random, static_cast<unsigned>(random() % 101));
    text.insert(0, style == 0 ? "ร้อยละ " : "").append(style == 1 ? "%" : style == 2 ? " คน" : "");
    INFO(text);
    const Number number = only(text);
    CHECK(number.value == Approx(value));
    CHECK(number.lowest == Approx(value - step));
    CHECK(number.highest == Approx(value + step));
    CHECK(number.percent == (style < 2));
    CHECK(number.decimals == decimals);
  }
}

TEST_CASE("number words are read back") {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    const long value = 1 + static_cast<long>(random()) % (round % 2 == 0 ? 999 : 9'999'999);
    const std::string words = in_words(value);
    const std::string text = "จำนวน" + words + "ครัวเรือน";
    INFO(text);
    const auto numbers = find_numbers(text, units);
    REQUIRE(numbers.size() == 1);
    CHECK(numbers[0].value == static_cast<double>(value));
  }
}
