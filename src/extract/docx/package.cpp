#include "extract/docx/package.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>

#include "extract/docx/limits.hpp"

namespace ruamlint::docx {
namespace {

constexpr std::size_t read_step = 64 * 1024;

ReadError damaged(std::string detail) {
  return {ReadFault::damaged, std::move(detail)};
}

std::string lower_case(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

/// Some writers put '\' for '/', or a '/' in front; what is left must be a plain path inside the package.
bool take_part_name(std::string_view entry, std::string& name) {
  name = entry;
  std::replace(name.begin(), name.end(), '\\', '/');
  if (!name.empty() && name.front() == '/') name.erase(0, 1);
  const std::string framed = "/" + name + "/";
  return !name.empty() && framed.find("/../") == std::string::npos &&
         framed.find("/./") == std::string::npos && name.front() != '/' &&
         name.find(':') == std::string::npos;
}

void discard(zip_t* archive) {
  zip_discard(archive);
}

ReadError opening_error(std::string_view bytes, zip_error_t& error) {
  const bool begins_as_zip = bytes.substr(0, 4) == "PK\x03\x04";
  if (zip_error_code_zip(&error) == ZIP_ER_NOZIP && !begins_as_zip) return {ReadFault::not_a_form, ""};
  return damaged(fmt::format("zip: {}", zip_error_strerror(&error)));
}

bool inflates_too_much(std::uint64_t size, std::uint64_t packed_size) {
  return size > ratio_floor_bytes && size / std::max(packed_size, std::uint64_t{1}) > max_ratio;
}

}  // namespace

std::variant<Package, ReadError> Package::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    ReadError why = opening_error(bytes, error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return why;
  }
  zip_error_fini(&error);
  Package package(archive, discard);
  const auto listed = package.list_entries(bytes.size());
  if (const auto* why = std::get_if<ReadError>(&listed)) return *why;
  return package;
}

std::variant<std::monostate, ReadError> Package::list_entries(std::uint64_t archive_bytes) {
  const auto count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive_.get(), 0)));
  if (count > max_package_entries)
    return ReadError{ReadFault::too_large, fmt::format("{} entries in the package", count)};
  std::uint64_t total = 0, packed_total = 0;
  for (std::uint64_t index = 0; index < count; ++index) {
    zip_stat_t stat;
    std::string name;
    if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
      return damaged(fmt::format("zip entry {}", index + 1));
    if (!take_part_name(stat.name, name)) return damaged(fmt::format("entry name \"{}\"", stat.name));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
      return ReadError{ReadFault::encrypted, name};
    if (name.back() == '/') continue;
    const Entry entry{index, (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0,
                      (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0};
    if (!entries_.emplace(lower_case(name), entry).second)
      return damaged(fmt::format("two entries named \"{}\"", name));
    // Entries that need more room than there is lie over one another: a bomb that no ratio gives away.
    packed_total += std::min(entry.packed_size, archive_bytes + 1);
    if (packed_total > archive_bytes) return damaged(fmt::format("{}: entries overlap", name));
    total += std::min(entry.size, max_package_bytes + 1);
    if (total > max_package_bytes)
      return ReadError{ReadFault::too_large, fmt::format("{}: total size", name)};
    names_.push_back(std::move(name));
  }
  return std::monostate{};
}

bool Package::has(std::string_view part) const {
  return entries_.count(lower_case(part)) > 0;
}

std::variant<PartStream, ReadError> Package::stream(std::string_view part) {
  const auto found = entries_.find(lower_case(part));
  if (found == entries_.end()) return damaged(fmt::format("{} is missing", part));
  const Entry& entry = found->second;
  if (entry.size > max_part_bytes) return ReadError{ReadFault::too_large, fmt::format("{}: size", part)};
  if (inflates_too_much(entry.size, entry.packed_size))
    return ReadError{ReadFault::too_large, fmt::format("{}: ratio", part)};
  zip_file_t* file = zip_fopen_index(archive_.get(), entry.index, 0);
  if (file == nullptr) return damaged(fmt::format("{}: {}", part, zip_strerror(archive_.get())));
  return PartStream(file, zip_fclose, std::string(part), bytes_read_);
}

std::variant<std::string, ReadError> Package::read(std::string_view part, std::uint64_t limit) {
  auto opened = stream(part);
  if (auto* why = std::get_if<ReadError>(&opened)) return std::move(*why);
  auto& source = std::get<PartStream>(opened);
  std::string bytes;
  for (;;) {
    const std::size_t filled = bytes.size();
    bytes.resize(filled + read_step);
    const std::size_t got = source.read(bytes.data() + filled, read_step);
    bytes.resize(filled + got);
    if (source.fault()) return *source.fault();
    if (bytes.size() > limit) return ReadError{ReadFault::too_large, fmt::format("{}: size", part)};
    if (got == 0) return bytes;
  }
}

std::size_t PartStream::read(char* into, std::size_t size) {
  if (fault_) return 0;
  const zip_int64_t got = zip_fread(file_.get(), into, size);
  if (got < 0) {
    fault_ = damaged(fmt::format("{}: {}", part_, zip_file_strerror(file_.get())));
    return 0;
  }
  // The sizes that the package states are the file's own claim; these are what came out.
  bytes_ += static_cast<std::uint64_t>(got);
  *package_bytes_ += static_cast<std::uint64_t>(got);
  if (bytes_ <= max_part_bytes && *package_bytes_ <= max_parts_bytes) return static_cast<std::size_t>(got);
  fault_ = ReadError{ReadFault::too_large, fmt::format("{}: size", part_)};
  return 0;
}

}  // namespace ruamlint::docx
