// The page on this machine that takes files and shows their reports. It keeps nothing: a file and all that
// was made of it are gone when its answer is sent, and what the visitor sees lives in the page alone.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "serve/checker.hpp"

namespace ruamlint::serve {

struct ServerOptions {
  std::string address = "127.0.0.1";
  int port = 0;  ///< 0: any that is free
  std::string language = "th";
  std::string version;
  std::string report_script;  ///< of HTML reports: the one script but its own that the page lets run
  Checker checker;
  std::size_t most_bytes = std::size_t{50} << 20;  ///< of a file
  int jobs = 1;                                    ///< files checked at a time; others wait
};

/// Serves until SIGINT or SIGTERM, then finishes what is in hand. `ready` is given the address to open, with
/// its token where one is asked for. False where the address cannot be had. To be called while the program
/// has one thread.
///
///   GET /         the page; away from loopback only with ?token=…
///   GET /healthz  "ok"
///   GET /version  {"name": "ruamlint", "version": …}
///   POST /check?name=…  a file's bytes, the token in X-Ruamlint-Token:
///                 200 {"result", "counts": {"fail", "ask"}, "html"}; else {"error": a word that page.js
///                 knows}
[[nodiscard]] bool serve(const ServerOptions& options,
                         const std::function<void(const std::string& url)>& ready);

}  // namespace ruamlint::serve
