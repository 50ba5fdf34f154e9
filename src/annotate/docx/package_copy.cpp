#include "annotate/docx/package_copy.hpp"

#include <zip.h>

#include <algorithm>
#include <utility>

namespace ruamlint::docx {
namespace {

constexpr zip_uint16_t no_time = 0, first_day = 0x0021;  ///< 1 January 1980, where a ZIP's time begins

/// As Package has it: no slash in front, "/" for "\", lower case.
std::string plain_name(std::string_view name) {
  std::string plain(name.substr(name.starts_with('/') ? 1 : 0));
  std::transform(plain.begin(), plain.end(), plain.begin(), [](char c) {
    if (c == '\\') return '/';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return plain;
}

/// The entry's index, or -1.
zip_int64_t entry_of(zip_t* archive, std::string_view part) {
  const std::string wanted = plain_name(part);
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && plain_name(name) == wanted) return i;
  }
  return -1;
}

}  // namespace

PackageCopy::PackageCopy(zip* archive, zip_source* target)
    : archive_(archive, zip_discard), target_(target, zip_source_free) {}

std::optional<PackageCopy> PackageCopy::of(std::string_view package) {
  zip_source_t* source = zip_source_buffer_create(package.data(), package.size(), 0, nullptr);
  if (source == nullptr) return std::nullopt;
  zip_source_keep(source);  // the archive frees its own hold; ours is what the copy is read from
  zip_t* archive = zip_open_from_source(source, 0, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
    zip_source_free(source);
    return std::nullopt;
  }
  return PackageCopy(archive, source);
}

bool PackageCopy::put(std::string_view part, std::string content) {
  contents_.push_back(std::make_unique<std::string>(std::move(content)));
  const std::string& kept = *contents_.back();
  zip_source_t* source = zip_source_buffer(archive_.get(), kept.data(), kept.size(), 0);
  if (source == nullptr) return false;
  zip_int64_t index = entry_of(archive_.get(), part);
  if (index >= 0) {
    if (zip_file_replace(archive_.get(), static_cast<zip_uint64_t>(index), source, 0) != 0) index = -1;
  } else {
    index = zip_file_add(archive_.get(), std::string(part).c_str(), source, ZIP_FL_ENC_UTF_8);
  }
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(archive_.get(), static_cast<zip_uint64_t>(index), no_time, first_day, 0) == 0;
}

std::optional<std::string> PackageCopy::finish() {
  if (zip_close(archive_.get()) != 0) return std::nullopt;
  static_cast<void>(archive_.release());  // closing has freed it
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(target_.get(), &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
      zip_source_open(target_.get()) != 0)
    return std::nullopt;
  std::string copy(stat.size, '\0');
  const zip_int64_t got = zip_source_read(target_.get(), copy.data(), copy.size());
  zip_source_close(target_.get());
  if (got != static_cast<zip_int64_t>(copy.size())) return std::nullopt;
  return copy;
}

}  // namespace ruamlint::docx
