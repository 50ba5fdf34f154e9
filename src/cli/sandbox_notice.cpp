#include "cli/sandbox_notice.hpp"

#include "worker/sandbox.hpp"

namespace ruamlint {

void tell_of_missing_sandbox(const Session& session) {
  const Sandbox sandbox = sandbox_here();
  if (sandbox.whole()) return;
  const std::string missing = !sandbox.calls && !sandbox.files ? "seccomp, Landlock"
                              : !sandbox.calls                 ? "seccomp"
                                                               : "Landlock";
  complain(session.say("เครื่องนี้จำกัดสิทธิ์ของส่วนที่อ่านไฟล์ได้ไม่ครบ (ไม่มี ",
                       "this machine cannot shut file readers in fully (no ") +
           missing +
           session.say(") จึงยังตรวจต่อด้วยการจำกัดเวลาและหน่วยความจำเท่านั้น",
                       "); they go on with limits on time, memory and writing only"));
}

}  // namespace ruamlint
