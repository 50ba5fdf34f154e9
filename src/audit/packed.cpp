#include "audit/packed.hpp"

#include <zlib.h>

#include <cstring>

#include "audit/store.hpp"

namespace ruamlint {
namespace {

// Before the stream stands the size of what it holds, as 8 bytes.
constexpr std::size_t header = sizeof(std::uint64_t);
constexpr std::uint64_t most_unpacked = std::uint64_t{1} << 30;

}  // namespace

std::string packed(std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  uLongf room = compressBound(bytes.size());
  std::string out(header + room, '\0');
  std::memcpy(out.data(), &size, header);
  if (compress2(reinterpret_cast<Bytef*>(out.data() + header), &room,
                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_SPEED) != Z_OK)
    throw std::bad_alloc();
  out.resize(header + room);
  return out;
}

std::string unpacked(std::string_view bytes) {
  std::uint64_t size = 0;
  if (bytes.size() < header) throw StoreError("packed bytes");
  std::memcpy(&size, bytes.data(), header);
  if (size > most_unpacked) throw StoreError("packed bytes");
  std::string out(size, '\0');
  uLongf got = size;
  if (uncompress(reinterpret_cast<Bytef*>(out.data()), &got,
                 reinterpret_cast<const Bytef*>(bytes.data() + header), bytes.size() - header) != Z_OK ||
      got != size)
    throw StoreError("packed bytes");
  return out;
}

}  // namespace ruamlint
