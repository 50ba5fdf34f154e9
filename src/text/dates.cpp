#include "text/dates.hpp"

#include "text/date_scan.hpp"

namespace ruamlint {

std::vector<DateMention> find_dates(std::string_view text) {
  std::vector<DateMention> dates;
  for (const ScannedDate& scanned : scan_dates(text).dates) {
    dates.push_back(scanned.date);
  }
  return dates;
}

}  // namespace ruamlint
