#include "claims/database.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <string_view>
#include <thread>

#include "claims/location.h"
#include "claims/schema.h"
#include "claims/sql_functions.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"

namespace selon {

namespace {

/// How a claims database says what it is.
struct Identity {
  std::int32_t application = 0;
  int version = 0;
  bool has_tables = false;
};

/// Read in one transaction: another process may be making the database right now.
Identity identify(SQLite::Database& sqlite) {
  SQLite::Transaction transaction(sqlite);
  Identity identity;
  identity.application = sqlite.execAndGet("PRAGMA application_id").getInt();
  identity.version = sqlite.execAndGet("PRAGMA user_version").getInt();
  identity.has_tables = sqlite.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0;
  return identity;
}

/// True for a database in which nothing is yet: a new file, or one whose maker was
/// killed before the first migration.
bool blank(const Identity& identity) {
  return identity.application == 0 && identity.version == 0 && !identity.has_tables;
}

Expected<void> check_identity(const std::string& path, const Identity& identity, OpenMode mode) {
  const auto refuse = [&](std::string what, std::string fragment, std::string advice) {
    return tl::unexpected(Error{path, 0, 0, std::move(what), std::move(fragment), std::move(advice)});
  };
  if (blank(identity)) {
    if (mode == OpenMode::create) return {};
    return refuse("this is no claims database: it is empty", "", "record an article into it (selon record)");
  }
  if (identity.application != claims_application_id) {
    return refuse("this is no claims database, but another program's SQLite database",
                  fmt::format("application_id {}", identity.application),
                  "choose another file with --db PATH");
  }
  if (identity.version > current_schema_version()) {
    return refuse("the claims database was made by a newer selon",
                  fmt::format("schema {}; this program knows schemas up to {}", identity.version,
                              current_schema_version()),
                  "update selon, or choose another file with --db PATH");
  }
  if (identity.version < current_schema_version() && mode == OpenMode::read_only) {
    return refuse("the claims database was made by an older selon",
                  fmt::format("schema {}; this program needs {}", identity.version, current_schema_version()),
                  "record an article into it (selon record), which brings it up to date");
  }
  return {};
}

/// Applies what is missing, in one transaction. Of two processes that come at once
/// the second finds nothing left to do.
void migrate(SQLite::Database& sqlite) {
  SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
  const int version = sqlite.execAndGet("PRAGMA user_version").getInt();
  add_sql_functions(sqlite);
  for (const Migration& migration : migrations()) {
    if (migration.version <= version) continue;
    sqlite.exec(std::string(migration.script));
    sqlite.exec(fmt::format("PRAGMA user_version = {}", migration.version));
  }
  sqlite.exec(fmt::format("PRAGMA application_id = {}", claims_application_id));
  transaction.commit();
}

/// Turns WAL mode on. SQLite gives up at once, without its busy handler, where two
/// processes do so at the same moment: wait for the other.
void use_wal(SQLite::Database& sqlite, std::uint32_t timeout_ms) {
  using clock = std::chrono::steady_clock;
  const auto end = clock::now() + std::chrono::milliseconds(timeout_ms);
  for (;;) {
    try {
      sqlite.execAndGet("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& exception) {
      if ((exception.getErrorCode() & 0xFF) != SQLITE_BUSY || clock::now() >= end) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
}

/// trusted_schema off: a database handed over by someone else can't run functions by
/// its views and triggers. cell_size_check: damage is told, not followed.
void configure(SQLite::Database& sqlite, OpenMode mode, const DatabaseOptions& options) {
  sqlite.exec("PRAGMA foreign_keys = ON");
  sqlite.exec("PRAGMA trusted_schema = OFF");
  sqlite.exec("PRAGMA cell_size_check = ON");
  if (mode == OpenMode::read_only) return;
  use_wal(sqlite, options.busy_timeout_ms);
  if (options.durability == Durability::each_revision) {
    sqlite.exec("PRAGMA synchronous = FULL");
    return;
  }
  // Many revisions touch the same pages again and again: keep them (in KiB), and
  // move them from the log to the database less often (in pages).
  sqlite.exec("PRAGMA synchronous = NORMAL");
  sqlite.exec("PRAGMA cache_size = -32000");
  sqlite.exec("PRAGMA wal_autocheckpoint = 4000");
}

/// The name that SQLite is given; only an immutable file needs a URI.
std::string sqlite_name(const DatabaseFile& file) {
  if (!file.immutable) return file.path;
  std::string uri = "file:";
  for (const char c : file.path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri + "?immutable=1";
}

int sqlite_flags(const DatabaseFile& file, OpenMode mode) {
  int flags = mode == OpenMode::read_only ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
  flags |= SQLite::OPEN_NOMUTEX;
  return file.immutable ? flags | SQLite::OPEN_URI : flags;
}

/// Identity is looked at before anything is changed: a foreign database must stay
/// as it is.
Expected<void> prepare(Database::State& state, OpenMode mode, const DatabaseOptions& options) {
  const Identity identity = identify(state.sqlite);
  if (auto right = check_identity(state.path, identity, mode); !right) return right;
  if (mode != OpenMode::read_only && sqlite3_db_readonly(state.sqlite.getHandle(), "main") != 0) {
    return tl::unexpected(Error{state.path, 0, 0, "the claims database may not be written", "",
                                "give yourself the right to it, or choose another file with --db PATH"});
  }
  configure(state.sqlite, mode, options);
  if (mode != OpenMode::read_only && identity.version < current_schema_version()) migrate(state.sqlite);
  return {};
}

}  // namespace

Expected<Database> Database::open(const std::string& path, OpenMode mode, const DatabaseOptions& options) {
  const auto file = find_database_file(path, mode);
  if (!file) return tl::unexpected(file.error());
  return without_exceptions(file->path, [&]() -> Expected<Database> {
    auto state = std::make_unique<State>(file->path, sqlite_name(*file), sqlite_flags(*file, mode),
                                         static_cast<int>(options.busy_timeout_ms));
    if (auto ready = prepare(*state, mode, options); !ready) return tl::unexpected(ready.error());
    return Database(std::move(state));
  });
}

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&& other) noexcept = default;
Database& Database::operator=(Database&& other) noexcept = default;
Database::~Database() = default;

const std::string& Database::path() const { return state_->path; }

}  // namespace selon
