#include "extract/pdf/page_stream.hpp"

#include <zlib.h>

#include <memory>
#include <string_view>

namespace ruamlint::pdf {
namespace {

constexpr std::size_t longest_content = 8'000'000;  // bytes, unpacked

/// Whether the stream is packed by Flate alone: no other filter, no predictor, not encrypted.
bool is_plain_flate(Stream& stream) {
  if (stream.getKind() != strFlate || stream.getNextStream() != stream.getBaseStream()) return false;
  Dict* entries = stream.getDict();
  return entries != nullptr && entries->lookup("DecodeParms").isNull() && entries->lookup("DP").isNull();
}

/// Appends what `packed` unpacks to; false where it does not end as it has to.
bool append_unpacked(std::string_view packed, std::string& result) {
  z_stream zip{};
  if (inflateInit(&zip) != Z_OK) return false;
  const std::unique_ptr<z_stream, int (*)(z_streamp)> closed(&zip, inflateEnd);
  zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  zip.avail_in = static_cast<uInt>(packed.size());
  std::size_t used = result.size();
  result.resize(used + 6 * packed.size() + 1'024);
  for (int state = Z_OK; state != Z_STREAM_END;) {
    if (used == result.size()) result.resize(2 * used);
    zip.next_out = reinterpret_cast<Bytef*>(result.data() + used);
    zip.avail_out = static_cast<uInt>(result.size() - used);
    state = inflate(&zip, Z_NO_FLUSH);
    used = result.size() - zip.avail_out;
    const bool goes_on = state == Z_OK && (zip.avail_in > 0 || zip.avail_out == 0);
    if (used > longest_content || (state != Z_STREAM_END && !goes_on)) return false;
  }
  result.resize(used);
  return true;
}

bool append_stream(const Object& object, std::string& result) {
  if (!object.isStream() || !is_plain_flate(*object.getStream())) return false;
  Stream& base = *object.getStream()->getBaseStream();
  std::string packed;
  base.reset();
  base.fillString(packed);
  base.close();
  if (packed.size() > longest_content || !append_unpacked(packed, result)) return false;
  result += '\n';  // no operator goes over the end of a stream
  return true;
}

}  // namespace

std::optional<std::string> unpacked_content(::Page& page) {
  const Object contents = page.getContents();
  std::string result;
  if (!contents.isArray())
    return append_stream(contents, result) ? std::optional(std::move(result)) : std::nullopt;
  for (int i = 0; i < contents.arrayGetLength(); ++i)
    if (!append_stream(contents.arrayGet(i), result) || result.size() > longest_content) return std::nullopt;
  return result;
}

}  // namespace ruamlint::pdf
