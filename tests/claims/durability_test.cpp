// What is recorded stays: processes killed, two at once, a locked file, a full disk.

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <random>
#include <sstream>
#include <thread>

#include "article.h"
#include "claims/database.h"
#include "claims/queries.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace {

/// A child process that records until it is killed, and tells of each revision once
/// `record` has returned.
class Recording {
 public:
  Recording(const std::string& path, std::uint32_t round) {
    if (pipe(ends_.data()) != 0) throw std::runtime_error("no pipe");
    child_ = fork();
    if (child_ == 0) record_for_ever(path, round);
    close(ends_[1]);
  }
  /// Until the child has told of that many revisions: so that it is killed at work,
  /// however slow the machine.
  void wait_for(std::ptrdiff_t revisions) {
    while (std::ranges::count(told_, '\n') < revisions && read_more()) {
    }
  }
  void kill_and_wait() const {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  /// All lines "key number" of a killed child; all are whole, each is written at once.
  [[nodiscard]] const std::string& told() {
    while (read_more()) {
    }
    close(ends_[0]);
    return told_;
  }

 private:
  [[noreturn]] void record_for_ever(const std::string& path, std::uint32_t round) {
    DatabaseOptions settings;
    settings.durability = round % 2 == 0 ? Durability::batch : Durability::each_revision;
    auto database = Database::open(path, OpenMode::create, settings);
    if (!database) _exit(1);
    const FindingRow finding{"source.single", Severity::info, "Une seule source", {0, 3}, 1, 1};
    for (std::uint32_t index = 0;; ++index) {
      const Article article = numbered_article(round * 1000 + index, 2 + index % 12);
      RecordOptions options;
      options.article = fmt::format("article-{}", index % 7);
      options.findings = {&finding, 1};
      const auto outcome = database->record(article.document, article.analysis, options);
      if (!outcome) _exit(2);
      const std::string line = fmt::format("{} {}\n", outcome->article, outcome->revision);
      if (write(ends_[1], line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(3);
    }
  }

  bool read_more() {
    std::array<char, 4096> buffer{};
    const ssize_t got = read(ends_[0], buffer.data(), buffer.size());
    if (got > 0) told_.append(buffer.data(), static_cast<std::size_t>(got));
    return got > 0;
  }

  std::array<int, 2> ends_{};
  pid_t child_ = 0;
  std::string told_;
};

}  // namespace

TEST_CASE("killed fifty times at random moments, the database holds whole revisions only") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  std::mt19937 random(20240312);
  std::uniform_int_distribution<int> revisions(0, 6);
  std::uniform_int_distribution<int> microseconds(0, 5'000);
  std::size_t told = 0;
  for (std::uint32_t round = 0; round < 50; ++round) {
    Recording recording(path, round);
    recording.wait_for(revisions(random));
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds(random)));
    recording.kill_and_wait();
    must(Database::open(path, OpenMode::create));
    CHECK(faults_of(path) == "");
    std::istringstream lines(recording.told());
    SQLite::Database database(path);
    SQLite::Statement find(database, "SELECT count(*) FROM v_revisions WHERE article = ? AND revision = ?");
    std::string key;
    for (int number = 0; lines >> key >> number; ++told) {
      find.reset();
      find.bind(1, key);
      find.bind(2, number);
      find.executeStep();
      CHECK(find.getColumn(0).getInt() == 1);
    }
  }
  CHECK(told > 100);
  CHECK(ask(path, fmt::format("SELECT count(*) >= {} FROM revisions", told)) == "1");
}

TEST_CASE("two processes make the database at once and record at once, and nothing is lost") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  constexpr std::uint32_t each = 60;
  const auto record_many = [&](std::uint32_t first) -> std::string {
    auto database = Database::open(path, OpenMode::create);
    if (!database) return to_string(database.error());
    for (std::uint32_t index = 0; index < each; ++index) {
      const Article article = numbered_article(first + index, 6);
      RecordOptions options;
      options.article = fmt::format("commun-{}", index % 5);
      const auto outcome = database->record(article.document, article.analysis, options);
      if (!outcome) return to_string(outcome.error());
    }
    return "done";
  };
  std::string other;
  std::thread second([&] { other = in_other_process([&] { return record_many(5000); }); });
  const std::string mine = in_other_process([&] { return record_many(1000); });
  second.join();
  CHECK(mine == "done");
  CHECK(other == "done");
  CHECK(faults_of(path) == "");
  CHECK(ask(path, "SELECT count(*), sum(claims) FROM revisions") ==
        fmt::format("{}|{}", 2 * each, 2 * each * 6));
  CHECK(ask(path, "SELECT max(number) FROM revisions GROUP BY article_id") == "24\n24\n24\n24\n24");
}

TEST_CASE("readers see whole revisions while another process records") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  must(Database::open(path, OpenMode::create));
  Recording recording(path, 1);
  recording.wait_for(1);
  Database reader = must(Database::open(path, OpenMode::read_only));
  for (int round = 0; round < 30; ++round) {
    ClaimQuery query;
    query.all_revisions = true;
    query.limit = 500;
    const auto read = for_each_claim(reader, query, [](const ClaimRow& row) { return !row.content.empty(); });
    CHECK(error_of(read) == "");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  recording.kill_and_wait();
  CHECK_FALSE(recording.told().empty());
}

TEST_CASE("a database that another process keeps to itself: clear words, and it may be used on") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  DatabaseOptions settings;
  settings.busy_timeout_ms = 50;
  Database database = must(Database::open(path, OpenMode::create, settings));
  const Article article = strike_dispatch();
  {
    SQLite::Database other(path, SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(other, SQLite::TransactionBehavior::IMMEDIATE);
    CHECK(error_of(database.record(article.document, article.analysis, {})) ==
          path +
              ": the claims database is in use by another process, and stayed so: “database is locked”; try "
              "again "
              "when that has finished; nothing was changed");
    const auto read = for_each_claim(database, {}, [](const ClaimRow&) { return true; });
    CHECK(error_of(read) == "");
  }
  CHECK(must(database.record(article.document, article.analysis, {})).revision == 1);
  CHECK(faults_of(path) == "");
}

namespace {

void record_one(const std::string& path, const std::string& key) {
  Database database = must(Database::open(path, OpenMode::create));
  const Article article = strike_dispatch();
  RecordOptions options;
  options.article = key;
  must(database.record(article.document, article.analysis, options));
}

/// Records until it fails: how many articles there was room for, and the error.
std::string record_until_full(const std::string& path) {
  auto database = Database::open(path, OpenMode::create);
  if (!database) return to_string(database.error());
  for (std::uint32_t index = 0; index < 2000; ++index) {
    const Article article = numbered_article(index, 12);
    RecordOptions options;
    options.article = fmt::format("article-{}", index);
    const auto outcome = database->record(article.document, article.analysis, options);
    if (!outcome) return fmt::format("{} {}", index, to_string(outcome.error()));
  }
  return "it all fitted";
}

}  // namespace

TEST_CASE("a file that may not grow: clear words, what was recorded stays, and what comes later fits") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  record_one(path, "avant");
  const std::string told = in_other_process([&]() -> std::string {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{400'000, 400'000};
    return setrlimit(RLIMIT_FSIZE, &small) == 0 ? record_until_full(path) : "no limit";
  });
  std::istringstream words(told);
  std::uint32_t recorded = 0;
  CHECK_MESSAGE(static_cast<bool>(words >> recorded), told);
  CHECK_MESSAGE(told.find("the claims database can't be read or written: “") != std::string::npos, told);
  CHECK(told.find("what was recorded before is intact") != std::string::npos);
  CHECK(recorded > 0);
  CHECK(faults_of(path) == "");
  CHECK(ask(path, "SELECT count(*) FROM articles") == std::to_string(recorded + 1));
  record_one(path, "après");
  CHECK(faults_of(path) == "");
}

TEST_CASE("a full disk (where one may be mounted): clear words, and the database is intact") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  const std::string told = in_other_process([&]() -> std::string {
    // In a name space of its own: the small disk goes with the process.
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        mount("tmpfs", scratch.directory().c_str(), "tmpfs", 0, "size=1m") != 0) {
      return "no disk";
    }
    const std::string error = record_until_full(path);
    return error + "\n" + ask(path, "SELECT count(*) FROM articles") + "\n" + faults_of(path);
  });
  if (told == "no disk") return;
  std::istringstream lines(told);
  std::string recorded;
  std::string error;
  std::string counted;
  std::string faults;
  std::getline(lines, recorded, ' ');
  std::getline(lines, error);
  std::getline(lines, counted);
  std::getline(lines, faults, '\0');
  CHECK(error ==
        path +
            ": no space is left for the claims database: “database or disk is full”; make room and record "
            "again; what was recorded before is intact");
  CHECK(counted == recorded);
  CHECK(faults == "");
  CHECK(told.find("the process died") == std::string::npos);
}
