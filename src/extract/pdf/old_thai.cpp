#include "extract/pdf/old_thai.hpp"

namespace ruamlint::pdf {
namespace {

constexpr unsigned first_thai_byte = 0xA1, last_thai_byte = 0xFB;

}  // namespace

char32_t old_thai_letter(unsigned byte) {
  if (byte >= first_thai_byte && byte <= last_thai_byte && !(byte > 0xDA && byte < 0xDF))
    return 0xE01 + (byte - first_thai_byte);
  if (byte >= 0x20 && byte < 0x7F) return byte;
  switch (byte) {  // code page 874
    case 0x85:
      return U'…';
    case 0x91:
      return U'‘';
    case 0x92:
      return U'’';
    case 0x93:
      return U'“';
    case 0x94:
      return U'”';
    case 0x95:
      return U'•';
    case 0x96:
      return U'–';
    case 0x97:
      return U'—';
    case 0xA0:
      return U' ';
    default:
      return 0;
  }
}

bool code_says_letter(unsigned byte) {
  return byte < 0x7F || byte >= first_thai_byte;
}

}  // namespace ruamlint::pdf
