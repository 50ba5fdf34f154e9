#include "serve/guard.hpp"

#include <catch2/catch.hpp>

using namespace ruamlint::serve;

TEST_CASE("on loopback only loopback's own names are obeyed") {
  const Guard guard("t", true, 8765);
  CHECK(guard.is_our_name("127.0.0.1:8765"));
  CHECK(guard.is_our_name("localhost:8765"));
  CHECK(guard.is_our_name("[::1]:8765"));
  CHECK_FALSE(guard.is_our_name("attacker.example:8765"));  // a name that was made to point here
  CHECK_FALSE(guard.is_our_name("127.0.0.1:80"));
  CHECK_FALSE(guard.is_our_name("127.0.0.1"));
  CHECK_FALSE(guard.is_our_name("localhost:8765.attacker.example"));
  CHECK_FALSE(guard.is_our_name(""));
  CHECK(Guard("t", false, 8765).is_our_name("forms.example:8765"));
}

TEST_CASE("other sites' pages are told by what their browser says of them") {
  const char* host = "127.0.0.1:8765";
  CHECK(Guard::is_own_page("http://127.0.0.1:8765", "same-origin", host));
  CHECK(Guard::is_own_page("", "", host));  // no browser: the token guards
  CHECK_FALSE(Guard::is_own_page("http://attacker.example", "cross-site", host));
  CHECK_FALSE(Guard::is_own_page("http://127.0.0.1:9999", "same-site", host));
  CHECK_FALSE(Guard::is_own_page("null", "", host));
  CHECK_FALSE(Guard::is_own_page("", "cross-site", host));
  CHECK_FALSE(Guard::is_own_page("https://127.0.0.1:8765", "", host));
}

TEST_CASE("a token is long, new each time, and matched whole") {
  const std::string token = new_token();
  CHECK(token.size() == 32);
  CHECK(token != new_token());
  const Guard guard(token, true, 1);
  CHECK(guard.is_token(token));
  CHECK_FALSE(guard.is_token(""));
  CHECK_FALSE(guard.is_token(token.substr(1)));
  CHECK_FALSE(guard.is_token(token + "0"));
}

TEST_CASE("what loopback is") {
  CHECK(is_loopback("127.0.0.1"));
  CHECK(is_loopback("127.8.8.8"));
  CHECK(is_loopback("::1"));
  CHECK_FALSE(is_loopback("0.0.0.0"));
  CHECK_FALSE(is_loopback("192.168.1.2"));
}
