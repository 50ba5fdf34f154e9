// The ZIP of an Office file, read from memory within limits.hpp, and its map of parts (ECMA-376 part 2, Open
// Packaging Conventions). Nothing is ever written to disk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "document/read_result.hpp"

struct zip;
struct zip_file;

namespace ruamlint::docx {

/// The bytes of one part, inflated as they are asked for. Must not outlive its package, nor see it moved.
class PartStream {
 public:
  /// Up to `size` more bytes; 0 at the end of the part and after a fault.
  [[nodiscard]] std::size_t read(char* into, std::size_t size);
  /// Damage, a wrong checksum (known only at the end), or more bytes than limits.hpp allows.
  [[nodiscard]] const std::optional<ReadError>& fault() const { return fault_; }

 private:
  friend class Package;
  PartStream(zip_file* file, int (*close)(zip_file*), std::string part, std::uint64_t& package_bytes)
      : file_(file, close), part_(std::move(part)), package_bytes_(&package_bytes) {}

  std::unique_ptr<zip_file, int (*)(zip_file*)> file_;
  std::string part_;
  std::uint64_t* package_bytes_;
  std::uint64_t bytes_ = 0;
  std::optional<ReadError> fault_;
};

class Package {
 public:
  /// Refuses what is no ZIP, encrypted or duplicate entries, names that leave the package, and more than
  /// limits.hpp allows. `bytes` must outlive the package.
  [[nodiscard]] static std::variant<Package, ReadError> open(std::string_view bytes);

  /// Part names have no leading slash and are compared without case, as OPC has it.
  [[nodiscard]] bool has(std::string_view part) const;
  /// The part as a stream; a missing part, or one that says itself that it is too large, is an error.
  [[nodiscard]] std::variant<PartStream, ReadError> stream(std::string_view part);
  /// The whole part; more than `limit` bytes are an error.
  [[nodiscard]] std::variant<std::string, ReadError> read(std::string_view part, std::uint64_t limit);
  /// All entries, in the order of the ZIP's directory.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  struct Entry {
    std::uint64_t index = 0, size = 0, packed_size = 0;
  };
  Package(zip* archive, void (*close)(zip*)) : archive_(archive, close) {}
  [[nodiscard]] std::variant<std::monostate, ReadError> list_entries(std::uint64_t archive_bytes);

  std::unique_ptr<zip, void (*)(zip*)> archive_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, Entry> entries_;
  std::uint64_t bytes_read_ = 0;
};

/// A link from one part to another, or out of the package.
struct Relation {
  std::string id;
  std::string type;    ///< the last step of its type's address: "styles", "header", "officeDocument"
  std::string target;  ///< a part's name; the address where it is external
  bool external = false;
};

/// The relations of `part` ("" for those of the package itself); none where the file has none, or broken
/// ones.
[[nodiscard]] std::vector<Relation> relations_of(Package& package, std::string_view part);

struct MainPart {
  std::string name;
  bool file_template = false;
  bool may_have_macros = false;  ///< by its content type
};

/// The word-processing part, or why this package is no DOCX: other_office with its kind ("xlsx",
/// "odt", "pages"), not_a_form, or damaged.
[[nodiscard]] std::variant<MainPart, ReadError> find_main_part(Package& package);

}  // namespace ruamlint::docx
