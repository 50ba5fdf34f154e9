#include "audit/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <cstring>

#include "audit/packed.hpp"

namespace ruamlint {
namespace {

constexpr int schema_version = 2;

constexpr const char* schema = R"(
CREATE TABLE results (
  key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, fault TEXT NOT NULL, detail TEXT NOT NULL, format TEXT NOT NULL,
  pages INTEGER NOT NULL, category TEXT NOT NULL, result TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rules (
  key TEXT NOT NULL, rule TEXT NOT NULL, standing TEXT NOT NULL, PRIMARY KEY (key, rule)) WITHOUT ROWID;
CREATE TABLE findings (
  key TEXT NOT NULL, position INTEGER NOT NULL, rule TEXT NOT NULL, standing TEXT NOT NULL,
  message TEXT NOT NULL, place TEXT NOT NULL, quote TEXT NOT NULL, fingerprint TEXT NOT NULL,
  PRIMARY KEY (key, position)) WITHOUT ROWID;
CREATE TABLE reports (key TEXT PRIMARY KEY, json BLOB NOT NULL, html BLOB NOT NULL);
CREATE TABLE texts (key TEXT PRIMARY KEY, text BLOB NOT NULL, sketch BLOB NOT NULL);
CREATE TABLE files (
  name BLOB PRIMARY KEY, sha256 TEXT NOT NULL, key TEXT NOT NULL, fault TEXT NOT NULL,
  detail TEXT NOT NULL) WITHOUT ROWID;
)";

constexpr const char* tables_of_results[] = {"results", "rules", "findings", "reports", "texts"};

/// SQLite's failures, in the store's terms.
template <class Work>
auto in_store(const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw StoreError(error.what());
  }
}

int version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

void create_or_check(SQLite::Database& database) {
  const int version = version_of(database);
  if (version == schema_version) return;
  if (version != 0) throw StoreError("schema version " + std::to_string(version));
  SQLite::Transaction transaction(database);
  database.exec(schema);
  database.exec("PRAGMA user_version = " + std::to_string(schema_version));
  transaction.commit();
}

void bind_bytes(SQLite::Statement& statement, int at, const std::string& bytes) {
  statement.bind(at, bytes.data(), static_cast<int>(bytes.size()));
}

std::string bytes_of(const std::vector<std::uint32_t>& numbers) {
  std::string bytes(numbers.size() * sizeof(std::uint32_t), '\0');
  if (!numbers.empty()) std::memcpy(bytes.data(), numbers.data(), bytes.size());
  return bytes;
}

std::vector<std::uint32_t> numbers_of(const std::string& bytes) {
  std::vector<std::uint32_t> numbers(bytes.size() / sizeof(std::uint32_t));
  if (!numbers.empty()) std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(std::uint32_t));
  return numbers;
}

}  // namespace

struct Store::Impl {
  Impl(const std::string& path, Access access)
      : writes(access == Access::write),
        database(path, access == Access::read ? SQLite::OPEN_READONLY
                                              : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    if (access == Access::read) {
      if (version_of(database) != schema_version) throw StoreError("schema version");
      return;
    }
    // One audit at a time: a second one is told that the store is in use.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL");
    // A killed process loses nothing; a power cut may cost the last few forms, which are read again then.
    database.exec("PRAGMA synchronous = NORMAL");
    create_or_check(database);
  }
  /// The one row that a query for a key has, if any.
  [[nodiscard]] std::optional<SQLite::Statement> row(const char* query, const std::string& key) const {
    SQLite::Statement statement(database, query);
    statement.bind(1, key);
    if (!statement.executeStep()) return std::nullopt;
    return statement;
  }
  bool writes;
  mutable SQLite::Database database;
};

Store::Store(const std::filesystem::path& path, Access access)
    : impl_(in_store([&] { return std::make_unique<Impl>(path.string(), access); })) {}

Store::~Store() {
  // A finished store is one file, which can be read where nothing can be written.
  if (impl_->writes) impl_->database.tryExec("PRAGMA journal_mode = DELETE");
}

bool Store::has(const std::string& key) const {
  return in_store([&] { return impl_->row("SELECT 1 FROM results WHERE key = ?", key).has_value(); });
}

std::optional<AuditRecord> Store::find(const std::string& key) const {
  return in_store([&]() -> std::optional<AuditRecord> {
    const auto row = impl_->row(
        "SELECT sha256, fault, detail, format, pages, category, result FROM results WHERE key = ?", key);
    if (!row) return std::nullopt;
    AuditRecord record;
    record.sha256 = row->getColumn(0).getString();
    record.fault = row->getColumn(1).getString();
    record.detail = row->getColumn(2).getString();
    record.format = row->getColumn(3).getString();
    record.pages = row->getColumn(4).getInt();
    record.category = row->getColumn(5).getString();
    record.result = row->getColumn(6).getString();
    SQLite::Statement rules(impl_->database, "SELECT rule, standing FROM rules WHERE key = ?");
    rules.bind(1, key);
    while (rules.executeStep()) record.rules[rules.getColumn(0).getString()] = rules.getColumn(1).getString();
    return record;
  });
}

std::vector<RecordedFinding> Store::findings(const std::string& key) const {
  return in_store([&] {
    SQLite::Statement query(impl_->database,
                            "SELECT rule, standing, message, place, quote, fingerprint FROM findings "
                            "WHERE key = ? ORDER BY position");
    query.bind(1, key);
    std::vector<RecordedFinding> findings;
    while (query.executeStep())
      findings.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                          query.getColumn(2).getString(), query.getColumn(3).getString(),
                          query.getColumn(4).getString(), query.getColumn(5).getString()});
    return findings;
  });
}

FormReports Store::reports(const std::string& key) const {
  return in_store([&]() -> FormReports {
    const auto row = impl_->row("SELECT json, html FROM reports WHERE key = ?", key);
    if (!row) return {};
    return {unpacked(row->getColumn(0).getString()), unpacked(row->getColumn(1).getString())};
  });
}

std::vector<std::uint32_t> Store::sketch(const std::string& key) const {
  return in_store([&]() -> std::vector<std::uint32_t> {
    const auto row = impl_->row("SELECT sketch FROM texts WHERE key = ?", key);
    if (!row) return {};
    return numbers_of(row->getColumn(0).getString());
  });
}

std::string Store::text(const std::string& key) const {
  return in_store([&]() -> std::string {
    const auto row = impl_->row("SELECT text FROM texts WHERE key = ?", key);
    return row ? unpacked(row->getColumn(0).getString()) : std::string();
  });
}

std::vector<CommonFinding> Store::most_usual_findings() const {
  return in_store([&] {
    SQLite::Statement query(impl_->database,
                            "SELECT rule, message, count(DISTINCT key) AS forms FROM findings "
                            "WHERE key IN (SELECT key FROM files) AND standing != 'waived' "
                            "GROUP BY rule, message ORDER BY rule, forms DESC, message");
    std::vector<CommonFinding> usual;
    while (query.executeStep()) {
      const std::string rule = query.getColumn(0).getString();
      if (!usual.empty() && usual.back().rule == rule) continue;
      usual.push_back(
          {rule, query.getColumn(1).getString(), static_cast<std::size_t>(query.getColumn(2).getInt64())});
    }
    return usual;
  });
}

void Store::add(const std::string& key, const FormRecord& record) {
  in_store([&] {
    SQLite::Database& database = impl_->database;
    SQLite::Transaction transaction(database);
    const AuditRecord& line = record.line;
    SQLite::Statement result(database, "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(result, key, line.sha256, line.fault, line.detail, line.format, line.pages, line.category,
                 line.result);
    result.exec();
    for (const auto& [rule, standing] : line.rules) {
      SQLite::Statement insert(database, "INSERT OR REPLACE INTO rules VALUES (?, ?, ?)");
      SQLite::bind(insert, key, rule, standing);
      insert.exec();
    }
    int position = 0;
    for (const RecordedFinding& finding : record.findings) {
      SQLite::Statement insert(database, "INSERT OR REPLACE INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
      SQLite::bind(insert, key, ++position, finding.rule, finding.standing, finding.message, finding.place,
                   finding.quote, finding.fingerprint);
      insert.exec();
    }
    if (!record.json.empty()) {
      SQLite::Statement reports(database, "INSERT OR REPLACE INTO reports VALUES (?, ?, ?)");
      reports.bind(1, key);
      bind_bytes(reports, 2, record.json);
      bind_bytes(reports, 3, record.html);
      reports.exec();
    }
    if (!record.sketch.empty()) {
      SQLite::Statement text(database, "INSERT OR REPLACE INTO texts VALUES (?, ?, ?)");
      text.bind(1, key);
      bind_bytes(text, 2, record.text);
      bind_bytes(text, 3, bytes_of(record.sketch));
      text.exec();
    }
    transaction.commit();
  });
}

void Store::take_from(const std::filesystem::path& other) {
  in_store([&] {
    SQLite::Database& database = impl_->database;
    { const Store check(other, Access::read); }
    SQLite::Statement attach(database, "ATTACH ? AS other");
    attach.bind(1, other.string());
    attach.exec();
    {
      SQLite::Transaction transaction(database);
      for (const std::string table : tables_of_results)
        database.exec("INSERT OR IGNORE INTO main." + table + " SELECT * FROM other." + table);
      transaction.commit();
    }
    database.exec("DETACH other");
  });
}

std::vector<AuditedFile> Store::files() const {
  return in_store([&] {
    std::vector<AuditedFile> files;
    SQLite::Statement query(impl_->database,
                            "SELECT name, sha256, key, fault, detail FROM files ORDER BY name");
    while (query.executeStep()) {
      files.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                       query.getColumn(2).getString(), query.getColumn(3).getString(),
                       query.getColumn(4).getString()});
    }
    return files;
  });
}

void Store::set_files(const std::vector<AuditedFile>& files) {
  in_store([&] {
    SQLite::Database& database = impl_->database;
    SQLite::Transaction transaction(database);
    database.exec("DELETE FROM files");
    SQLite::Statement insert(database, "INSERT INTO files VALUES (?, ?, ?, ?, ?)");
    for (const AuditedFile& file : files) {
      bind_bytes(insert, 1, file.name);
      insert.bind(2, file.sha256);
      insert.bind(3, file.key);
      insert.bind(4, file.fault);
      insert.bind(5, file.detail);
      insert.exec();
      insert.reset();
    }
    for (const std::string table : tables_of_results)
      database.exec("DELETE FROM " + table + " WHERE key NOT IN (SELECT key FROM files)");
    transaction.commit();
  });
}

}  // namespace ruamlint
