// What can go wrong with a file, and what may be noted on its reading, in words.
#include <array>
#include <string>

#include "report/report.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

struct Said {
  std::string_view th, en;
  [[nodiscard]] std::string_view in(Language language) const { return language == Language::th ? th : en; }
};

// In the order of ReadFault. {detail} is left out where there is none.
constexpr std::array<Said, static_cast<std::size_t>(ReadFault::crashed) + 1> faults = {{
    {"ไม่พบไฟล์นี้ โปรดตรวจชื่อไฟล์และโฟลเดอร์อีกครั้ง", "there is no such file; check its name and its folder"},
    {"นี่คือโฟลเดอร์ ไม่ใช่ไฟล์ โปรดระบุชื่อไฟล์ที่อยู่ในโฟลเดอร์นี้", "this is a folder, not a file; name the files in it"},
    {"ไม่มีสิทธิ์เปิดไฟล์นี้ โปรดขอสิทธิ์จากเจ้าของไฟล์ หรือขอสำเนาใหม่",
     "you may not open this file; ask its owner for permission or for a copy"},
    {"ไฟล์ว่างเปล่า ไม่มีข้อมูลอยู่เลย โปรดขอไฟล์ใหม่จากผู้ส่ง", "the file is empty; ask the sender for it again"},
    {"ไม่ใช่ไฟล์ PDF, DOCX หรือภาพสแกน{detail} โปรดบันทึกแบบเป็น PDF หรือ DOCX แล้วส่งอีกครั้ง",
     "this is no PDF, DOCX or scanned picture{detail}; save the form as PDF or DOCX and send it again"},
    {"นามสกุลของไฟล์ไม่ตรงกับเนื้อหาข้างใน{detail} โปรดเปิดแบบด้วยโปรแกรมเดิม แล้วบันทึกเป็น PDF หรือ DOCX",
     "the file's extension does not match what is inside{detail}; open the form in its own program and save "
     "it "
     "as PDF or DOCX"},
    {"ไฟล์ถูกเข้ารหัส เปิดอ่านไม่ได้ โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน แล้วส่งอีกครั้ง",
     "the file is encrypted; save it without a password and send it again"},
    {"ไฟล์เสียหายหรือได้มาไม่ครบ{detail} โปรดบันทึกใหม่จากต้นฉบับ แล้วส่งอีกครั้ง",
     "the file is damaged or incomplete{detail}; save it anew from the original and send it again"},
    {"เป็นไฟล์ Word รุ่นเก่า (.doc) โปรดเปิดด้วย Word แล้วบันทึกเป็น .docx หรือ PDF",
     "this is an old Word file (.doc); open it in Word and save it as .docx or PDF"},
    {"เป็นไฟล์ชนิดที่โปรแกรมนี้ไม่รองรับ{detail} โปรดบันทึกเป็น PDF หรือ DOCX แล้วส่งอีกครั้ง",
     "this kind of file is not read{detail}; save it as PDF or DOCX and send it again"},
    {"เปิดไฟล์ได้ แต่ไม่มีข้อความให้ตรวจ โปรดดูว่าส่งมาถูกไฟล์หรือไม่",
     "the file opens but holds no text to check; see whether it is the right one"},
    {"ไฟล์ใหญ่เกินกว่าที่โปรแกรมรับได้{detail} โปรดแยกภาคผนวกออก หรือลดขนาดภาพ แล้วส่งอีกครั้ง",
     "the file is larger than what is accepted{detail}; take the annexes out or shrink its pictures, and "
     "send "
     "it again"},
    {"อ่านไม่เสร็จภายในเวลาที่กำหนด โปรดแยกภาคผนวกออก หรือบันทึกเป็น PDF ใหม่ แล้วลองอีกครั้ง",
     "reading it took too long; take the annexes out or save it as a new PDF, and try again"},
    {"ไฟล์นี้ใช้หน่วยความจำเกินกำหนด โปรดแยกภาคผนวกออก หรือลดขนาดภาพ แล้วลองอีกครั้ง",
     "reading it took too much memory; take the annexes out or shrink its pictures, and try again"},
    {"โปรแกรมหยุดทำงานขณะอ่านไฟล์นี้{detail} ไฟล์อาจเสียหาย โปรดบันทึกเป็น PDF ใหม่ แล้วลองอีกครั้ง",
     "the reader broke off{detail}; the file may be damaged: save it as a new PDF and try again"},
}};

struct Kind {
  std::string_view name;
  Said said;
};

// Details that the readers give as plain names.
constexpr std::array kinds = {
    Kind{"text", {"ไฟล์ข้อความธรรมดา", "plain text"}},
    Kind{"zip", {"ไฟล์ ZIP", "a ZIP archive"}},
    Kind{"pdf", {"ไฟล์ PDF", "PDF"}},
    Kind{"docx", {"ไฟล์ Word (DOCX)", "Word (DOCX)"}},
    Kind{"doc", {"ไฟล์ Word รุ่นเก่า", "old Word"}},
    Kind{"odt", {"ไฟล์ LibreOffice (ODT)", "OpenDocument text (ODT)"}},
    Kind{"rtf", {"ไฟล์ RTF", "rich text (RTF)"}},
    Kind{"xlsx", {"ไฟล์ Excel", "Excel"}},
    Kind{"pptx", {"ไฟล์ PowerPoint", "PowerPoint"}},
    Kind{"html", {"หน้าเว็บ (HTML)", "a web page (HTML)"}},
    Kind{"jpeg", {"ภาพ JPEG", "a JPEG picture"}},
    Kind{"png", {"ภาพ PNG", "a PNG picture"}},
    Kind{"tiff", {"ภาพ TIFF", "a TIFF picture"}},
    Kind{"piece", {"ส่วนที่แทรกมาจากไฟล์อื่น", "a piece put in from another file"}},
    Kind{"picture", {"หน้านี้เป็นภาพ", "the page is a picture"}},
    Kind{"garbled", {"ข้อความในไฟล์เพี้ยน", "its text is garbled"}},
    Kind{"ocr_off", {"ปิดการอ่านจากภาพไว้", "reading from pictures is off"}},
    Kind{"limit", {"จำนวนหน้าเกินกำหนด", "there are too many pages"}},
    Kind{"damaged", {"หน้านี้เสียหาย", "the page is damaged"}},
    Kind{"crashed", {"การอ่านหน้านี้ล้มเหลว", "reading the page failed"}},
    Kind{"out_of_time", {"อ่านหน้านี้ไม่เสร็จในเวลาที่กำหนด", "the page took too long"}},
    Kind{"out_of_memory", {"หน้านี้ใช้หน่วยความจำเกินกำหนด", "the page took too much memory"}},
};

std::string detail_text(const std::string& detail, Language language) {
  for (const Kind& kind : kinds) {
    if (kind.name == detail) return std::string(kind.said.in(language));
  }
  return quoted_cut(detail);
}

std::string in_brackets(const std::string& detail, Language language) {
  return detail.empty() ? "" : " (" + detail_text(detail, language) + ")";
}

// In the order of Note::Kind.
constexpr std::array<Said, static_cast<std::size_t>(Note::Kind::file_template) + 1> notes = {{
    {"อ่านข้อความจากภาพ{detail} โปรดเทียบตัวเลขสำคัญกับต้นฉบับ",
     "the text was read from a picture{detail}; compare important figures with the original"},
    {"ไม่ได้อ่าน{detail} จึงไม่สรุปว่าขาดข้อมูลในส่วนนี้", "not read{detail}; nothing is held to be missing there"},
    {"ข้อความบางส่วนอ่านไม่ออก จึงไม่สรุปว่าขาดข้อมูลในส่วนนี้",
     "part of the text is illegible; nothing is held to be missing there"},
    {"พบข้อความที่ซ่อนไว้ ไม่ได้นำมาตรวจ{detail}", "hidden text was left out{detail}"},
    {"ไฟล์ยังมีการแก้ไขที่ติดตามไว้ (Track Changes) ตรวจโดยถือว่ายอมรับการแก้ไขทั้งหมดแล้ว "
     "โปรดยอมรับหรือปฏิเสธการแก้ไขก่อนส่ง",
     "the file has open tracked changes, read as if all were accepted; accept or reject them before sending"},
    {"ไฟล์มีแมโคร โปรแกรมไม่ได้เรียกใช้", "the file holds macros, which were not run"},
    {"ไฟล์มีเอกสารแนบอยู่ข้างใน ไม่ได้อ่านเอกสารแนบ", "the file holds attachments, which were not read"},
    {"มีภาพที่อาจมีข้อความอยู่ ไม่ได้อ่านข้อความในภาพ{detail}", "a picture may hold text that was not read{detail}"},
    {"มีลายเส้นที่ไม่ใช่ตัวพิมพ์ เช่น ลายมือ ลายเซ็น หรือตราประทับ ไม่ได้อ่านส่วนนั้น",
     "there are strokes that are no print, such as handwriting, a signature or a stamp, which were not read"},
    {"ไฟล์ยาวเกินกำหนด{detail} ส่วนที่เหลือไม่ได้อ่าน", "a limit was reached{detail}; the rest was not read"},
    {"ไฟล์นี้เป็นแม่แบบเอกสาร (.dotx หรือ .dotm) โปรดบันทึกเป็น .docx ก่อนส่ง",
     "the file is a document template (.dotx or .dotm): save it as .docx before sending"},
}};

}  // namespace

std::string fault_text(const ReadError& error, Language language) {
  const Said& said = faults.at(static_cast<std::size_t>(error.fault));
  return filled(said.in(language), {{"detail", in_brackets(error.detail, language)}});
}

std::string note_text(const Note& note, Language language) {
  const Said& said = notes.at(static_cast<std::size_t>(note.kind));
  const std::string text = filled(said.in(language), {{"detail", in_brackets(note.detail, language)}});
  if (note.page == 0) return text;
  return filled(word(Word::page, language), {{"n", std::to_string(note.page)}}) + ": " + text;
}

}  // namespace ruamlint
