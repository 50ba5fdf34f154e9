#include "extract/docx/control_echo.hpp"

#include "extract/docx/limits.hpp"

namespace ruamlint::docx {

bool ControlEcho::ends_with(const ControlText& control) {
  const bool goes_on = !whole_.empty() && control.begin == next_begin_ && control.answer == next_answer_ &&
                       control.alias == alias_ && control.text.ends_with(whole_);
  if (goes_on) pieces_ += control.text.substr(0, control.text.size() - whole_.size());
  if (goes_on && pieces_ == whole_) {
    next_begin_ = kept_bytes_;
    next_answer_ = kept_answers_;
    return true;
  }
  const bool is_piece = goes_on && control.text.size() > whole_.size() && whole_.starts_with(pieces_);
  if (!is_piece) {
    alias_ = control.alias;
    whole_ = control.text.size() <= max_echo_bytes ? control.text : std::string_view();
    pieces_.clear();
    kept_bytes_ = control.end;
    kept_answers_ = control.answer + 1;
  }
  next_begin_ = control.end;
  next_answer_ = control.answer + 1;
  return false;
}

}  // namespace ruamlint::docx
