#include "serve/guard.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace ruamlint::serve {

Guard::Guard(std::string token, bool loopback, int port)
    : token_(std::move(token)), loopback_(loopback), port_(port) {}

bool Guard::is_token(std::string_view given) const {
  return given.size() == token_.size() && CRYPTO_memcmp(given.data(), token_.data(), token_.size()) == 0;
}

bool Guard::is_our_name(std::string_view host) const {
  if (!loopback_) return true;  // reached by names that we cannot know; the token guards
  for (const char* name : {"127.0.0.1", "localhost", "[::1]"})
    if (host == fmt::format("{}:{}", name, port_)) return true;
  return false;
}

bool Guard::is_own_page(std::string_view origin, std::string_view fetch_site, std::string_view host) {
  if (!fetch_site.empty() && fetch_site != "same-origin") return false;
  return origin.empty() || origin == fmt::format("http://{}", host);
}

std::string new_token() {
  std::array<unsigned char, 16> bits{};
  if (RAND_bytes(bits.data(), static_cast<int>(bits.size())) != 1)
    throw std::runtime_error("no random numbers");
  std::string token;
  for (const unsigned char byte : bits) token += fmt::format("{:02x}", byte);
  return token;
}

bool is_loopback(std::string_view address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

}  // namespace ruamlint::serve
