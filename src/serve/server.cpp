#include "serve/server.hpp"

#include <fmt/format.h>
#include <httplib.h>
#include <openssl/evp.h>
#include <pthread.h>

#include <array>
#include <atomic>
#include <csignal>
#include <nlohmann/json.hpp>
#include <semaphore>
#include <thread>

#include "serve/assets.hpp"
#include "serve/guard.hpp"
#include "serve/upload.hpp"

namespace ruamlint::serve {
namespace {

using httplib::Request;
using httplib::Response;
using nlohmann::json;

constexpr int most_in_hand = 32;  ///< files being sent, waiting or checked; more are told to come again
constexpr int threads = most_in_hand + 8;  ///< the rest answer for the page and /healthz meanwhile
constexpr int stalled_seconds = 30;

void refuse(Response& response, int status, const char* error) {
  response.status = status;
  response.set_content(json{{"error", error}}.dump(), "application/json");
}

std::string base64_sha256(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr);
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> encoded{};
  const int size = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(length));
  return {reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size)};
}

std::string filled_page(const ServerOptions& options, const std::string& token) {
  std::string page(page_html);
  const std::pair<const char*, std::string> values[] = {
      {"{{token}}", token},
      {"{{language}}", options.language},
      {"{{version}}", options.version},
      {"{{most_bytes}}", std::to_string(options.most_bytes)}};
  for (const auto& [name, value] : values)
    for (std::size_t at = page.find(name); at != std::string::npos; at = page.find(name, at + value.size()))
      page.replace(at, std::string_view(name).size(), value);
  return page;
}

std::string base64(const std::string& bytes) {
  std::string encoded(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  encoded.resize(static_cast<std::size_t>(size));
  return encoded;
}

/// What the page tells of a report before it is opened.
json summary_of(const Checked& checked) {
  const json document = json::parse(checked.json).at("documents").at(0);
  int fails = 0, asks = 0;
  for (const json& finding : document.at("findings")) {
    if (finding.at("result") == "fail" && finding.at("severity") != "note") ++fails;
    if (finding.at("result") == "ask") ++asks;
  }
  const bool unread = document.at("status") != "checked";
  return {
      {"result", unread ? json("unread") : document.at("result")},
      {"counts", {{"fail", fails}, {"ask", asks}}},
      {"html", checked.html},
      {"copy",
       checked.copy.empty() ? json() : json{{"name", checked.copy_name}, {"base64", base64(checked.copy)}}}};
}

/// Counts what is in hand for as long as it lives.
class Hand {
 public:
  explicit Hand(std::atomic<int>& count) : count_(count), full_(count.fetch_add(1) >= most_in_hand) {}
  ~Hand() { --count_; }
  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;
  [[nodiscard]] bool full() const { return full_; }

 private:
  std::atomic<int>& count_;
  bool full_;
};

/// One of those that are checked at a time.
class Turn {
 public:
  explicit Turn(std::counting_semaphore<>& turns) : turns_(turns) { turns_.acquire(); }
  ~Turn() { turns_.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  std::counting_semaphore<>& turns_;
};

class PageServer {
 public:
  PageServer(const ServerOptions& options, int port, httplib::Server& server)
      : options_(options), guard_(new_token(), is_loopback(options.address), port), turns_(options.jobs) {
    set_limits(server);
    set_headers(server);
    server.set_pre_routing_handler([this](const Request& request, Response& response) {
      if (guard_.is_our_name(request.get_header_value("Host")))
        return httplib::Server::HandlerResponse::Unhandled;
      refuse(response, 421, "wrong_host");
      return httplib::Server::HandlerResponse::Handled;
    });
    server.Get("/", [this](const Request& request, Response& response) { page(request, response); });
    const auto asset = [&](const char* path, std::string_view content, const char* type) {
      server.Get(path, [content, type](const Request&, Response& response) {
        response.set_content(std::string(content), type);
      });
    };
    asset("/page.css", page_css, "text/css; charset=utf-8");
    asset("/page.js", page_js, "text/javascript; charset=utf-8");
    asset("/healthz", "ok\n", "text/plain");
    server.Get("/version", [this](const Request&, Response& response) {
      response.set_content(json{{"name", "ruamlint"}, {"version", options_.version}}.dump(),
                           "application/json");
    });
    server.Post("/check",
                [this](const Request& request, Response& response, const httplib::ContentReader& content) {
                  take(request, response, content);
                });
    server.set_error_handler([](const Request&, Response& response) {
      if (response.body.empty())
        refuse(response, response.status, response.status == 413 ? "too_large" : "no_such_page");
    });
  }

  [[nodiscard]] std::string url(int port) const {
    const bool v6 = options_.address.find(':') != std::string::npos;
    return fmt::format(fmt::runtime(v6 ? "http://[{}]:{}/{}" : "http://{}:{}/{}"), options_.address, port,
                       is_loopback(options_.address) ? "" : "?token=" + guard_.token());
  }

 private:
  void set_limits(httplib::Server& server) const {
    server.new_task_queue = [] { return new httplib::ThreadPool(threads); };  // the library's to delete
    server.set_payload_max_length(options_.most_bytes);
    server.set_read_timeout(stalled_seconds);
    server.set_write_timeout(stalled_seconds);
    // One request a connection: what is left unread of a refused one is never taken for the next.
    server.set_keep_alive_max_count(1);
  }

  void set_headers(httplib::Server& server) const {
    // Reports are shown in a frame that takes over this policy: their script is known by its hash.
    const std::string policy = fmt::format(
        "default-src 'none'; script-src 'self' 'sha256-{}'; style-src 'self' 'unsafe-inline'; img-src data:; "
        "connect-src 'self'; frame-src blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        base64_sha256(options_.report_script));
    server.set_default_headers({{"Content-Security-Policy", policy},
                                {"X-Content-Type-Options", "nosniff"},
                                {"Referrer-Policy", "no-referrer"},
                                {"Cross-Origin-Resource-Policy", "same-origin"},
                                {"Cross-Origin-Opener-Policy", "same-origin"},
                                {"Cache-Control", "no-store"}});
  }

  void page(const Request& request, Response& response) const {
    if (!is_loopback(options_.address) && !guard_.is_token(request.get_param_value("token")))
      return refuse(response, 403, "wrong_token");
    response.set_content(filled_page(options_, guard_.token()), "text/html; charset=utf-8");
  }

  void take(const Request& request, Response& response, const httplib::ContentReader& content) {
    // A connection that is closed on unread bytes is reset, and the sender never sees the answer.
    const auto refuse_read = [&](int status, const char* error) {
      content([](const char*, std::size_t) { return true; });
      refuse(response, status, error);
    };
    if (!guard_.is_own_page(request.get_header_value("Origin"), request.get_header_value("Sec-Fetch-Site"),
                            request.get_header_value("Host")))
      return refuse_read(403, "other_site");
    if (!guard_.is_token(request.get_header_value("X-Ruamlint-Token")))
      return refuse_read(403, "wrong_token");
    const Hand hand(in_hand_);
    if (hand.full()) return refuse_read(503, "busy");
    try {
      Upload upload(request.get_param_value("name"));
      const bool whole =
          content([&](const char* bytes, std::size_t size) { return upload.append(bytes, size); });
      if (!whole || !upload.finish()) {
        if (response.status != 413) refuse(response, 500, "not_received");
        return;
      }
      answer(upload, response);
    } catch (const std::exception&) {
      refuse(response, 500, "failed");
    }
  }

  void answer(const Upload& upload, Response& response) {
    const Checked checked = [&] {
      const Turn turn(turns_);
      return check(options_.checker, upload);
    }();
    if (checked.end == Checked::End::too_long) return refuse(response, 504, "too_long");
    if (checked.end == Checked::End::failed) return refuse(response, 500, "failed");
    response.set_content(summary_of(checked).dump(), "application/json");
  }

  const ServerOptions& options_;
  Guard guard_;
  std::counting_semaphore<> turns_;
  std::atomic<int> in_hand_ = 0;
};

/// SIGINT and SIGTERM go to whoever waits for them, from now on and in every thread.
sigset_t signals_to_end() {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  return ending;
}

}  // namespace

bool serve(const ServerOptions& options, const std::function<void(const std::string& url)>& ready) {
  const sigset_t ending = signals_to_end();
  httplib::Server server;
  // Not the library's SO_REUSEPORT, with which another program could listen beside us.
  socket_t listener = INVALID_SOCKET;
  server.set_socket_options([&listener](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    listener = socket;
  });
  const int port = options.port == 0 ? server.bind_to_any_port(options.address)
                   : server.bind_to_port(options.address, options.port) ? options.port
                                                                        : -1;
  if (port < 0) return false;
  // The library lets five connections wait; where fifty come at once, some would be reset.
  listen(listener, SOMAXCONN);
  const PageServer page(options, port, server);
  std::thread end([&] {
    int signal = 0;
    sigwait(&ending, &signal);
    server.stop();
  });
  ready(page.url(port));
  const bool served = server.listen_after_bind();
  if (!served) pthread_kill(end.native_handle(), SIGTERM);
  end.join();
  return served;
}

}  // namespace ruamlint::serve
