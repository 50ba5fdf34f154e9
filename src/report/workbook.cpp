#include "report/workbook.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t longest_cell = 32'000;  // bytes; Excel's own limit is 32,767 characters
constexpr lxw_row_t most_rows = LXW_ROW_MAX - 1;

/// A file without a name: the library writes to paths only.
class MemoryFile {
 public:
  MemoryFile() : fd_(memfd_create("xlsx", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
  }
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }
  [[nodiscard]] std::string bytes() const {
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(lseek(fd_, 0, SEEK_END), 0)), '\0');
    const ssize_t got = pread(fd_, bytes.data(), bytes.size(), 0);
    if (got != static_cast<ssize_t>(bytes.size())) throw std::runtime_error("xlsx: short read");
    return bytes;
  }

 private:
  int fd_;
};

struct Formats {
  lxw_format *head, *text, *link;
};

std::string cut(const std::string& text) {
  if (text.size() <= longest_cell) return text;
  std::size_t end = longest_cell;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

/// A relative link: percent signs for what would end it early or start another part of it.
std::string url_of(const std::string& file) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string url = "external:";
  for (const char c : file) {
    if (c == '%' || c == '#' || c == '?' || c == ' ') {
      const auto byte = static_cast<unsigned char>(c);
      url += {'%', digits[byte >> 4], digits[byte & 0xF]};
    } else {
      url += c;
    }
  }
  return url;
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell,
                const Formats& formats) {
  if (const auto* number = std::get_if<double>(&cell.value)) {
    worksheet_write_number(sheet, row, column, *number, formats.text);
    return;
  }
  const std::string text = cut(std::get<std::string>(cell.value));
  if (text.empty()) return;
  const bool linked = !cell.link.empty() && worksheet_write_url(sheet, row, column, url_of(cell.link).c_str(),
                                                                formats.link) == LXW_NO_ERROR;
  // Written over the link's own text, in which the library turns slashes round.
  worksheet_write_string(sheet, row, column, text.c_str(), linked ? formats.link : formats.text);
}

Formats formats_of(lxw_workbook* workbook) {
  const auto format = [&] {
    lxw_format* made = workbook_add_format(workbook);
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  };
  Formats formats{format(), format(), format()};
  format_set_bold(formats.head);
  format_set_bg_color(formats.head, 0xE6ECF5);
  format_set_font_color(formats.link, 0x17478B);
  format_set_underline(formats.link, LXW_UNDERLINE_SINGLE);
  return formats;
}

/// Wide enough for what is usual in the column, narrow enough to read the row.
double width_for(std::size_t letters) {
  constexpr std::size_t least = 9, most = 46;
  return static_cast<double>(std::clamp(letters, least, most) + 2);
}

std::size_t letters_in(const SheetCell& cell) {
  const auto* text = std::get_if<std::string>(&cell.value);
  return text == nullptr ? 0 : count_clusters(*text);
}

lxw_workbook* open_workbook(const std::string& path, Workbook::Memory memory) {
  lxw_workbook_options options{};
  options.constant_memory = memory == Workbook::Memory::row ? LXW_TRUE : LXW_FALSE;
  lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) throw std::bad_alloc();
  return workbook;
}

}  // namespace

struct Workbook::Impl {
  explicit Impl(Memory memory)
      : workbook(open_workbook(file.path(), memory)), formats(formats_of(workbook)) {}
  ~Impl() {
    if (workbook != nullptr) lxw_workbook_free(workbook);
  }
  MemoryFile file;
  lxw_workbook* workbook;
  Formats formats;
};

Workbook::Workbook(Day created, Memory memory) : impl_(std::make_unique<Impl>(memory)) {
  lxw_doc_properties properties{};
  properties.created = std::chrono::system_clock::to_time_t(std::chrono::sys_days(created));
  workbook_set_properties(impl_->workbook, &properties);
}

Workbook::~Workbook() = default;

void Workbook::add(const std::string& name, const std::vector<std::string>& head, const NextRow& next) {
  lxw_worksheet* sheet = workbook_add_worksheet(impl_->workbook, name.c_str());
  const auto columns = static_cast<lxw_col_t>(head.size());
  std::vector<std::size_t> letters;
  for (lxw_col_t column = 0; column < columns; ++column) {
    letters.push_back(count_clusters(head[column]));
    worksheet_write_string(sheet, 0, column, head[column].c_str(), impl_->formats.head);
  }
  std::vector<SheetCell> cells(head.size());
  lxw_row_t row = 0;
  while (row < most_rows && next(cells)) {
    ++row;
    for (lxw_col_t column = 0; column < columns; ++column) {
      letters[column] = std::max(letters[column], letters_in(cells[column]));
      write_cell(sheet, row, column, cells[column], impl_->formats);
    }
  }
  for (lxw_col_t column = 0; column < columns; ++column)
    worksheet_set_column(sheet, column, column, width_for(letters[column]), nullptr);
  worksheet_freeze_panes(sheet, 1, 1);
  worksheet_autofilter(sheet, 0, 0, row, static_cast<lxw_col_t>(columns - 1));
}

void Workbook::add(const Sheet& sheet) {
  std::size_t at = 0;
  add(sheet.name, sheet.head, [&](std::vector<SheetCell>& row) {
    if (at == sheet.rows.size()) return false;
    row = sheet.rows[at++];
    return true;
  });
}

std::string Workbook::finish() {
  const lxw_error error = workbook_close(std::exchange(impl_->workbook, nullptr));
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("xlsx: ") + lxw_strerror(error));
  return impl_->file.bytes();
}

}  // namespace ruamlint
