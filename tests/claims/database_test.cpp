// Opening: where the file lies, who may read it, and what is refused in which words.

#include "claims/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

#include "article.h"
#include "claims/queries.h"
#include "claims/schema.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace fs = std::filesystem;

namespace {

/// Sets environment variables, and puts them back.
class Environment {
 public:
  void set(const char* name, const std::optional<std::string>& value) {
    const char* before = std::getenv(name);
    before_.emplace_back(name, before == nullptr ? std::nullopt : std::optional<std::string>(before));
    put(name, value);
  }
  ~Environment() {
    for (auto at = before_.rbegin(); at != before_.rend(); ++at) put(at->first.c_str(), at->second);
  }

 private:
  static void put(const char* name, const std::optional<std::string>& value) {
    if (value) {
      setenv(name, value->c_str(), 1);
    } else {
      unsetenv(name);
    }
  }
  std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

unsigned mode_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? status.st_mode & 0777u : 0;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A database with one recorded dispatch, closed again.
void make_database(const std::string& path) {
  Database database = must(Database::open(path, OpenMode::create));
  const Article article = strike_dispatch();
  RecordOptions options;
  options.article = "greve";
  must(database.record(article.document, article.analysis, options));
}

std::string refusal(const std::string& path, OpenMode mode) { return error_of(Database::open(path, mode)); }

}  // namespace

TEST_CASE("the database's place: SELON_DB, XDG_DATA_HOME, the home directory") {
  Environment environment;
  environment.set("SELON_DB", "/somewhere/mine.db");
  environment.set("XDG_DATA_HOME", "/data");
  environment.set("HOME", "/home/odile");
  CHECK(must(default_database_path()) == "/somewhere/mine.db");
  environment.set("SELON_DB", "");
  CHECK(must(default_database_path()) == "/data/selon/claims.db");
  environment.set("XDG_DATA_HOME", "not/absolute");
  CHECK(must(default_database_path()) == "/home/odile/.local/share/selon/claims.db");
  environment.set("XDG_DATA_HOME", std::nullopt);
  CHECK(must(default_database_path()) == "/home/odile/.local/share/selon/claims.db");
}

TEST_CASE("the user's data directory is made, for the user alone") {
  Scratch scratch;
  Environment environment;
  environment.set("SELON_DB", std::nullopt);
  environment.set("XDG_DATA_HOME", scratch.file("data/local"));
  const std::string path = must(default_database_path());
  CHECK(refusal(path, OpenMode::read_only) == path +
                                                  ": there is no claims database; record an article first "
                                                  "(selon record), or choose another file with "
                                                  "--db PATH");
  CHECK_FALSE(fs::exists(scratch.file("data")));
  make_database(path);
  CHECK(mode_of(scratch.file("data")) == 0700);
  CHECK(mode_of(scratch.file("data/local/selon")) == 0700);
}

TEST_CASE("the file and its companions may be read by their owner only") {
  Scratch scratch;
  const mode_t before = umask(0);
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  const Article article = strike_dispatch();
  must(database.record(article.document, article.analysis, {}));
  umask(before);
  for (const char* name : {"claims.db", "claims.db-wal", "claims.db-shm"}) {
    CAPTURE(name);
    CHECK(mode_of(scratch.file(name)) == 0600);
  }
}

TEST_CASE("the file says what it is, and is in WAL mode") {
  Scratch scratch;
  make_database(scratch.file("claims.db"));
  CHECK(ask(scratch.file("claims.db"), "PRAGMA journal_mode") == "wal");
  CHECK(ask(scratch.file("claims.db"), "PRAGMA application_id") == std::to_string(claims_application_id));
  CHECK(ask(scratch.file("claims.db"), "PRAGMA user_version") == std::to_string(current_schema_version()));
}

TEST_CASE("names that mean something else to SQLite are file names") {
  Scratch scratch;
  const fs::path before = fs::current_path();
  fs::current_path(scratch.directory());
  make_database(":memory:");
  make_database("file:claims.db?mode=memory");
  fs::current_path(before);
  CHECK(fs::exists(scratch.file(":memory:")));
  CHECK(fs::exists(scratch.file("file:claims.db?mode=memory")));
}

TEST_CASE("migrations are numbered without gaps") {
  int expected = 1;
  for (const Migration& migration : migrations()) CHECK(migration.version == expected++);
  CHECK(current_schema_version() == expected - 1);
}

TEST_CASE("every view can be read") {
  Scratch scratch;
  make_database(scratch.file("claims.db"));
  for (const char* view : {"v_articles", "v_revisions", "v_recorded", "v_claims", "v_sources"}) {
    CAPTURE(view);
    CHECK(ask(scratch.file("claims.db"), fmt::format("SELECT count(*) > 0 FROM {}", view)) == "1");
  }
  CHECK(ask(scratch.file("claims.db"), "SELECT count(*) FROM v_findings") == "0");
}

TEST_CASE("what is missing is told") {
  Scratch scratch;
  const std::string path = scratch.file("none.db");
  const std::string told =
      path +
      ": there is no claims database; record an article first (selon record), or choose another file with "
      "--db PATH";
  CHECK(refusal(path, OpenMode::read_only) == told);
  CHECK(refusal(path, OpenMode::read_write) == told);
  CHECK_FALSE(fs::exists(path));
  CHECK(refusal(scratch.file("none/claims.db"), OpenMode::create) ==
        scratch.file("none/claims.db") + ": the directory of the claims database doesn't exist: “" +
            scratch.file("none") + "”; make it, or choose another file with --db PATH");
  CHECK(refusal("", OpenMode::create) ==
        "no file is named for the claims database; choose one with --db PATH");
}

TEST_CASE("a directory and a device are no database") {
  Scratch scratch;
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::read_write, OpenMode::create}) {
    CHECK(refusal(scratch.directory(), mode) ==
          scratch.directory() +
              ": this is a directory, no claims database; name a file in it: "
              "--db " +
              scratch.directory() + "/claims.db");
    CHECK(refusal("/dev/null", mode) ==
          "/dev/null: this is no file, and no claims database; choose a file with --db PATH");
  }
}

TEST_CASE("a file that is no database is left as it is") {
  Scratch scratch;
  const std::string path = scratch.file("notes.txt");
  std::string bytes = "Notes de Sainte-Aubierge.\n";
  while (bytes.size() < 5000) bytes += bytes;
  write_file(path, bytes);
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::read_write, OpenMode::create}) {
    CHECK(refusal(path, mode) ==
          path +
              ": this is no claims database: “file is not a database”; choose another file "
              "with --db PATH");
  }
  CHECK(read_file(path) == bytes);
}

TEST_CASE("an empty file becomes a database when recording, and is none before") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  write_file(path, "");
  const std::string told =
      path + ": this is no claims database: it is empty; record an article into it (selon record)";
  CHECK(refusal(path, OpenMode::read_only) == told);
  CHECK(refusal(path, OpenMode::read_write) == told);
  make_database(path);
  CHECK(faults_of(path) == "");
}

TEST_CASE("another program's SQLite database is refused and left as it is") {
  Scratch scratch;
  const std::string path = scratch.file("autre.db");
  {
    SQLite::Database other(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec(
        "CREATE TABLE recettes (nom TEXT); INSERT INTO recettes VALUES ('tarte'); PRAGMA application_id = 7");
  }
  const std::string bytes = read_file(path);
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::read_write, OpenMode::create}) {
    CHECK(refusal(path, mode) == path +
                                     ": this is no claims database, but another program's SQLite database: "
                                     "“application_id 7”; choose another file with --db PATH");
  }
  CHECK(read_file(path) == bytes);
}

TEST_CASE("a newer schema is refused and left as it is") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  make_database(path);
  static_cast<void>(ask(path, "PRAGMA user_version = 99"));
  const std::string bytes = read_file(path);
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::read_write, OpenMode::create}) {
    CHECK(refusal(path, mode) ==
          fmt::format(
              "{}: the claims database was made by a newer selon: “schema 99; this program knows schemas up "
              "to {}”; update selon, or choose another file with --db PATH",
              path, current_schema_version()));
  }
  CHECK(read_file(path) == bytes);
}

TEST_CASE("an older schema is not read before it is brought up to date") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  {
    SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    old.exec(fmt::format("PRAGMA application_id = {}", claims_application_id));
  }
  CHECK(refusal(path, OpenMode::read_only).find("made by an older selon") != std::string::npos);
  make_database(path);
  CHECK(refusal(path, OpenMode::read_only) == "");
}

TEST_CASE("schema 1 had one unnamed source for all articles: each article gets its own") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  {
    SQLite::Database old(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    old.exec(std::string(migrations().front().script));
    old.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = 1", claims_application_id));
    old.exec(R"sql(
      INSERT INTO articles (id, key) VALUES (1, 'a'), (2, 'b');
      INSERT INTO revisions (id, article_id, number, at, recorded_at, sha256, path, format, lang, url,
          published, modified, publisher, selon_version, pack_version, claims, unclaimed, findings, headline,
          authors, bylines, credits, text)
        SELECT id, id, 1, '2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z', '', '', 'text', 'fr', '', '', '', '',
          '', '', 3 - id, 0, 0, '', '[]', '[]', '[]', '' FROM articles;
      UPDATE articles SET latest_revision = id;
      INSERT INTO sources (id, ref, name, kind, country, metonym_of, anonymous, vague, known, pack_version)
        VALUES (1, 'anonymous-1', 'une élue de Brest', 'person', '', '', 1, 0, 0, ''),
          (2, 'maire', 'le maire', 'person', '', '', 0, 0, 0, ''),
          (3, 'afp', 'AFP', 'agency', 'FR', '', 0, 0, 1, 'fr 1');
      INSERT INTO source_aliases VALUES (1, 'une elue de brest', 'une élue de Brest', 'name'),
        (2, 'le maire', 'le maire', 'name'), (3, 'afp', 'AFP', 'name');
      INSERT INTO claims (id, revision_id, status, is_claim, anonymous, polarity, modality, source_id, via_id,
          line, column, content_spans, candidates, source_name, content)
        VALUES (11, 1, 'attributed', 1, 1, 'affirmed', 'asserted', 1, NULL, 1, 1, '[]', '[]', 'un élu', 'x'),
          (12, 1, 'attributed', 1, 0, 'affirmed', 'asserted', 2, 3, 1, 1, '[]', '[]', 'le maire', 'y'),
          (21, 2, 'attributed', 1, 1, 'affirmed', 'asserted', 1, 2, 1, 1, '[]', '[]', 'une élue de Brest', 'z');
      INSERT INTO claim_sources VALUES (1, 11, 'speaker'), (2, 12, 'speaker'), (3, 12, 'relay'),
        (1, 21, 'speaker'), (2, 21, 'relay');
      INSERT INTO claims_fts (rowid, content, source, headline)
        SELECT id, content, source, headline FROM claims_text;
    )sql");
  }
  must(Database::open(path, OpenMode::create));
  CHECK(ask(path, "SELECT id, source, ref, via FROM v_claims ORDER BY id") ==
        "11|un élu|anonymous-1@1|\n12|le maire|maire@1|AFP\n21|une élue de Brest|anonymous-1@2|le maire");
  CHECK(ask(path, "SELECT ref FROM sources ORDER BY ref") ==
        "afp\nanonymous-1@1\nanonymous-1@2\nmaire@1\nmaire@2");
  CHECK(ask(path,
            "SELECT s.ref, a.folded FROM source_aliases AS a JOIN sources AS s ON s.id = a.source_id "
            "ORDER BY 1") ==
        "afp|afp\nanonymous-1@1|un elu\nanonymous-1@2|une elue de brest\nmaire@1|le maire\nmaire@2|le maire");
  CHECK(faults_of(path) == "");
}

TEST_CASE("a truncated database is told, not followed") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  make_database(path);
  const std::string bytes = read_file(path);
  for (const std::size_t kept :
       {bytes.size() - 4096, bytes.size() / 2, std::size_t{4096}, std::size_t{100}, std::size_t{50}}) {
    CAPTURE(kept);
    write_file(path, bytes.substr(0, kept));
    for (const OpenMode mode : {OpenMode::read_only, OpenMode::create}) {
      const std::string told = refusal(path, mode);
      const bool clear = told.find("is damaged") != std::string::npos ||
                         told.find("is no claims database") != std::string::npos;
      CHECK_MESSAGE(clear, told);
    }
  }
}

TEST_CASE("a damaged database never crashes a question or a recording") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  make_database(path);
  const std::string bytes = read_file(path);
  std::size_t refused = 0;
  for (std::size_t page = 0; page < bytes.size() / 4096; ++page) {
    std::string damaged = bytes;
    for (std::size_t at = page * 4096 + (page == 0 ? 100 : 0); at < (page + 1) * 4096; ++at) {
      damaged[at] = static_cast<char>((at * 37 + 11) & 0xFF);
    }
    write_file(path, damaged);
    auto database = Database::open(path, OpenMode::create);
    if (!database) {
      ++refused;
      continue;
    }
    ClaimQuery query;
    query.about = "cuisines";
    const auto answer = for_each_claim(*database, query, [](const ClaimRow&) { return true; });
    const auto sources = for_each_source(*database, {}, [](const SourceRow&) { return true; });
    const Article article = strike_dispatch("autre.txt");
    const auto outcome = database->record(article.document, article.analysis, {});
    if (!answer || !sources || !outcome) ++refused;
  }
  CHECK(refused > 5);
}

TEST_CASE("a database that may not be written is read, and refuses to record") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  make_database(path);
  fs::permissions(path, fs::perms(0444));
  fs::permissions(scratch.directory(), fs::perms(0555));
  const std::string read = in_other_process(
      [&] {
        auto database = Database::open(path, OpenMode::read_only);
        if (!database) return to_string(database.error());
        std::size_t count = 0;
        const auto result = for_each_claim(*database, {}, [&](const ClaimRow&) { return ++count > 0; });
        return result ? std::to_string(count) : to_string(result.error());
      },
      true);
  CHECK(read == "5");
  const auto write = [&](OpenMode mode) {
    return in_other_process([&] { return refusal(path, mode); }, true);
  };
  const std::string told = path +
                           ": the claims database may not be written: “Permission denied”; give yourself the "
                           "right to it, or choose another file with --db PATH";
  CHECK(write(OpenMode::read_write) == told);
  CHECK(write(OpenMode::create) == told);
  CHECK(in_other_process([&] { return refusal(scratch.file("new.db"), OpenMode::create); }, true) ==
        scratch.file("new.db") +
            ": the claims database can't be made: “Permission denied”; see that its directory "
            "may be written, or choose another file with --db PATH");
  fs::permissions(scratch.directory(), fs::perms(0755));
}

TEST_CASE("a database whose directory may not be written refuses to record in clear words") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  make_database(path);
  fs::permissions(path, fs::perms(0666));
  fs::permissions(scratch.directory(), fs::perms(0555));
  const std::string told = in_other_process([&] { return refusal(path, OpenMode::read_write); }, true);
  CHECK_MESSAGE(told.find("the claims database") != std::string::npos, told);
  CHECK(told.find("directory") != std::string::npos);
  fs::permissions(scratch.directory(), fs::perms(0755));
  CHECK(faults_of(path) == "");
}

TEST_CASE("a database that may not be read is told") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  make_database(path);
  fs::permissions(scratch.directory(), fs::perms(0755));
  CHECK(in_other_process([&] { return refusal(path, OpenMode::read_only); }, true) ==
        path +
            ": the claims database may not be read: “Permission denied”; give yourself the right to it, or "
            "choose "
            "another file with --db PATH");
}
