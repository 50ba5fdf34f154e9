// How a submission ended, in one of a dozen ways, and the words for it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "audit/row.hpp"
#include "report/report.hpp"

namespace ruamlint::overview {

struct Verdict {
  std::string_view id, th, en;
  [[nodiscard]] std::string in(Language language) const {
    return std::string(language == Language::th ? th : en);
  }
};

/// In the order in which an office takes them up.
inline constexpr std::array verdicts = {
    Verdict{"fail", "ต้องแก้ไข", "must be mended"},
    Verdict{"ask", "โปรดตรวจดู", "please look"},
    Verdict{"partly", "ตรวจได้บางส่วน", "partly checked"},
    Verdict{"unread", "อ่านไม่ได้", "could not be read"},
    Verdict{"pass", "ผ่าน", "passes"},
    Verdict{"doubled", "ไฟล์ซ้ำ", "same file again"},
    Verdict{"missing", "ยังไม่ได้รับ", "not received"},
    Verdict{"not_read", "ยังไม่ได้ตรวจ", "not checked yet"},
    Verdict{"gone", "ไม่มีแล้ว", "gone"},
};

[[nodiscard]] const Verdict& verdict_of(const AuditRow& row);

/// Against an earlier audit.
inline constexpr std::array changes = {
    Verdict{"new", "ใหม่", "new"},      Verdict{"mended", "ดีขึ้น", "mended"},
    Verdict{"worse", "แย่ลง", "worse"}, Verdict{"same", "เหมือนเดิม", "same"},
    Verdict{"gone", "ไม่มีแล้ว", "gone"},
};

/// Why a file could not be read; empty where it was.
[[nodiscard]] std::string reason_of(const AuditRow& row, Language language);

/// Whom a form is from: the agency, or the folder that it lies in where no manifest tells.
[[nodiscard]] std::string agency_of(const AuditRow& row);

}  // namespace ruamlint::overview
