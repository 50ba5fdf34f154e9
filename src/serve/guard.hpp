// Who may ask for a check. A browser sends to 127.0.0.1 whatever any site's page tells it to; only our own
// page may be obeyed.
#pragma once

#include <string>
#include <string_view>

namespace ruamlint::serve {

class Guard {
 public:
  /// Where the server listens. On loopback it is reached by loopback's own names only.
  Guard(std::string token, bool loopback, int port);

  [[nodiscard]] const std::string& token() const { return token_; }
  [[nodiscard]] bool is_token(std::string_view given) const;
  /// The name that the browser believes to be talking to. A site that makes its own name point to loopback
  /// (DNS rebinding) gives itself away here.
  [[nodiscard]] bool is_our_name(std::string_view host) const;
  /// Headers of a request; empty where a program that is no browser sends none.
  [[nodiscard]] static bool is_own_page(std::string_view origin, std::string_view fetch_site,
                                        std::string_view host);

 private:
  std::string token_;
  bool loopback_;
  int port_;
};

/// 128 random bits in hexadecimal.
[[nodiscard]] std::string new_token();

[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace ruamlint::serve
