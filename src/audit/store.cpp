#include "audit/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

namespace ruamlint {
namespace {

constexpr int schema_version = 1;

constexpr const char* schema = R"(
CREATE TABLE results (
  key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, fault TEXT NOT NULL, detail TEXT NOT NULL, format TEXT NOT NULL,
  pages INTEGER NOT NULL, category TEXT NOT NULL, result TEXT NOT NULL, report TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rules (
  key TEXT NOT NULL, rule TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (key, rule)) WITHOUT ROWID;
CREATE TABLE files (
  name BLOB PRIMARY KEY, sha256 TEXT NOT NULL, key TEXT NOT NULL, fault TEXT NOT NULL) WITHOUT ROWID;
)";

/// SQLite's failures, in the store's terms.
template <class Work>
auto in_store(const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw StoreError(error.what());
  }
}

void create_or_check(SQLite::Database& database) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version == schema_version) return;
  if (version != 0) throw StoreError("schema version " + std::to_string(version));
  SQLite::Transaction transaction(database);
  database.exec(schema);
  database.exec("PRAGMA user_version = " + std::to_string(schema_version));
  transaction.commit();
}

}  // namespace

struct Store::Impl {
  explicit Impl(const std::string& path) : database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    // One audit at a time: a second one is told that the store is in use.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL");
    // A killed process loses nothing; a power cut may cost the last few forms, which are read again then.
    database.exec("PRAGMA synchronous = NORMAL");
    create_or_check(database);
  }
  mutable SQLite::Database database;
};

Store::Store(const std::filesystem::path& path)
    : impl_(in_store([&] { return std::make_unique<Impl>(path.string()); })) {}

Store::~Store() = default;

bool Store::has(const std::string& key) const {
  return in_store([&] {
    SQLite::Statement query(impl_->database, "SELECT 1 FROM results WHERE key = ?");
    query.bind(1, key);
    return query.executeStep();
  });
}

std::optional<AuditRecord> Store::find(const std::string& key) const {
  return in_store([&]() -> std::optional<AuditRecord> {
    SQLite::Statement query(
        impl_->database,
        "SELECT sha256, fault, detail, format, pages, category, result, report FROM results "
        "WHERE key = ?");
    query.bind(1, key);
    if (!query.executeStep()) return std::nullopt;
    AuditRecord record;
    record.sha256 = query.getColumn(0).getString();
    record.fault = query.getColumn(1).getString();
    record.detail = query.getColumn(2).getString();
    record.format = query.getColumn(3).getString();
    record.pages = query.getColumn(4).getInt();
    record.category = query.getColumn(5).getString();
    record.result = query.getColumn(6).getString();
    record.report = query.getColumn(7).getString();
    SQLite::Statement rules(impl_->database, "SELECT rule, result FROM rules WHERE key = ?");
    rules.bind(1, key);
    while (rules.executeStep()) record.rules[rules.getColumn(0).getString()] = rules.getColumn(1).getString();
    return record;
  });
}

void Store::add(const std::string& key, const AuditRecord& record) {
  in_store([&] {
    SQLite::Transaction transaction(impl_->database);
    SQLite::Statement result(impl_->database,
                             "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(result, key, record.sha256, record.fault, record.detail, record.format, record.pages,
                 record.category, record.result, record.report);
    result.exec();
    for (const auto& [rule, its_result] : record.rules) {
      SQLite::Statement insert(impl_->database, "INSERT OR REPLACE INTO rules VALUES (?, ?, ?)");
      SQLite::bind(insert, key, rule, its_result);
      insert.exec();
    }
    transaction.commit();
  });
}

std::vector<AuditedFile> Store::files() const {
  return in_store([&] {
    std::vector<AuditedFile> files;
    SQLite::Statement query(impl_->database, "SELECT name, sha256, key, fault FROM files ORDER BY name");
    while (query.executeStep()) {
      files.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                       query.getColumn(2).getString(), query.getColumn(3).getString()});
    }
    return files;
  });
}

void Store::set_files(const std::vector<AuditedFile>& files) {
  in_store([&] {
    SQLite::Transaction transaction(impl_->database);
    impl_->database.exec("DELETE FROM files");
    SQLite::Statement insert(impl_->database, "INSERT INTO files VALUES (?, ?, ?, ?)");
    for (const AuditedFile& file : files) {
      insert.bind(1, file.name.data(), static_cast<int>(file.name.size()));
      insert.bind(2, file.sha256);
      insert.bind(3, file.key);
      insert.bind(4, file.fault);
      insert.exec();
      insert.reset();
    }
    transaction.commit();
  });
}

}  // namespace ruamlint
