// Tables as an Excel workbook, written row by row.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "report/report.hpp"
#include "report/sheet.hpp"

namespace ruamlint {

class Workbook {
 public:
  enum class Memory {
    whole,  ///< all in memory
    row,    ///< one row at a time, in temporary files; for many thousands
  };
  /// `created`: what the file says of itself; a time of day would make every workbook another one.
  Workbook(Day created, Memory memory);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Fills in the next row, as long as the head; false behind the last.
  using NextRow = std::function<bool(std::vector<SheetCell>& row)>;
  /// A sheet whose head stays in sight and whose columns can be filtered. Rows beyond Excel's limit are left
  /// out.
  void add(const std::string& name, const std::vector<std::string>& head, const NextRow& next);
  void add(const Sheet& sheet);

  /// The file's bytes; nothing can be added afterwards. Throws std::runtime_error where it cannot be written.
  [[nodiscard]] std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ruamlint
