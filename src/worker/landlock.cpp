// Landlock has no wrapper in the C library. What is used here is described in the kernel's
// Documentation/userspace-api/landlock.rst; Debian 12's headers know its second version of it only, so newer
// rights are numbered here.
#include "worker/landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>

namespace ruamlint {
namespace {

/// struct landlock_ruleset_attr as of version 6. Older kernels take a longer one whose tail is zero.
struct RulesetAttributes {
  std::uint64_t files, network, scopes;
};

constexpr std::uint64_t all_rights_of_version_1 = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
constexpr std::uint64_t right_to_refer = 1U << 13, right_to_truncate = 1U << 14, right_to_ioctl = 1U << 15;
constexpr std::uint64_t rights_of_network = 3;  // to bind and to connect TCP
constexpr std::uint64_t all_scopes = 3;         // abstract sockets and signals to processes outside

/// All that this kernel can forbid is forbidden.
RulesetAttributes everything_of(long version) {
  RulesetAttributes all{all_rights_of_version_1, 0, 0};
  if (version >= 2) all.files |= right_to_refer;
  if (version >= 3) all.files |= right_to_truncate;
  if (version >= 4) all.network = rights_of_network;
  if (version >= 5) all.files |= right_to_ioctl;
  if (version >= 6) all.scopes = all_scopes;
  return all;
}

/// A path that does not exist needs no rule.
bool allow_reading(int ruleset, const char* path) {
  const int fd = open(path, O_PATH | O_CLOEXEC);
  if (fd < 0) return true;
  struct stat status {};
  const bool folder = fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | (folder ? LANDLOCK_ACCESS_FS_READ_DIR : 0);
  rule.parent_fd = fd;
  const bool allowed = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  close(fd);
  return allowed;
}

bool allow_reading_system_files(int ruleset) {
  // Encodings are libraries loaded when a file asks for one. /usr holds the language models and font data
  // too.
  constexpr std::array paths = {
      "/usr",        "/lib",      "/lib64",     "/etc/ld.so.cache",      "/etc/localtime",
      "/dev/null",   "/dev/zero", "/etc/fonts", "/var/cache/fontconfig", "/sys/devices/system/cpu",
      "/dev/urandom"};
  for (const char* path : paths) {
    if (!allow_reading(ruleset, path)) return false;
  }
  const char* models = std::getenv("TESSDATA_PREFIX");
  return models == nullptr || *models == '\0' || allow_reading(ruleset, models);
}

}  // namespace

bool allow_system_files_only() {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  const RulesetAttributes attributes = everything_of(version);
  const long ruleset = syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (ruleset < 0) return false;
  const bool shut = allow_reading_system_files(static_cast<int>(ruleset)) &&
                    syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(static_cast<int>(ruleset));
  return shut;
}

}  // namespace ruamlint
