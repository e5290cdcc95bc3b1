#include "scratch.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace selon::testing {

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "selon-claims-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch directory");
  directory_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

std::string in_other_process(const std::function<std::string()>& work, bool without_rights) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    if (without_rights && geteuid() == 0 && seteuid(nobody) != 0) _exit(1);
    const std::string answer = work();
    const ssize_t written = write(ends[1], answer.data(), answer.size());
    _exit(written == static_cast<ssize_t>(answer.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string answer;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    answer.append(buffer.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? answer : "the process died: " + answer;
}

std::string ask(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE, 10'000);
  SQLite::Statement statement(database, sql);
  std::string out;
  while (statement.executeStep()) {
    if (!out.empty()) out += '\n';
    for (int column = 0; column < statement.getColumnCount(); ++column) {
      if (column > 0) out += '|';
      out += statement.getColumn(column).getString();
    }
  }
  return out;
}

std::string faults_of(const std::string& path) {
  std::string faults;
  const auto expect = [&](const std::string& sql, const std::string& expected) {
    const std::string got = ask(path, sql);
    if (got != expected) faults += sql + " gives " + got + "\n";
  };
  expect("PRAGMA integrity_check", "ok");
  expect("PRAGMA foreign_key_check", "");
  expect(
      "SELECT count(*) FROM revisions AS r WHERE r.claims <> "
      "(SELECT count(*) FROM claims AS c WHERE c.revision_id = r.id AND c.is_claim = 1)",
      "0");
  expect(
      "SELECT count(*) FROM revisions AS r WHERE r.unclaimed <> "
      "(SELECT count(*) FROM claims AS c WHERE c.revision_id = r.id AND c.is_claim = 0)",
      "0");
  expect(
      "SELECT count(*) FROM revisions AS r WHERE r.findings <> "
      "(SELECT count(*) FROM findings AS f WHERE f.revision_id = r.id)",
      "0");
  expect(
      "SELECT count(*) FROM articles AS a WHERE a.latest_revision IS NOT "
      "(SELECT r.id FROM revisions AS r WHERE r.article_id = a.id ORDER BY r.number DESC LIMIT 1)",
      "0");
  expect(
      "SELECT count(*) FROM claims WHERE source_id IS NOT NULL AND NOT EXISTS "
      "(SELECT 1 FROM claim_sources AS s WHERE s.claim_id = claims.id AND s.recorded_id = claims.source_id)",
      "0");
  expect(
      "SELECT count(*) FROM claim_sources AS c JOIN sources AS s ON s.id = c.recorded_id "
      "WHERE c.source_id <> coalesce(s.same_as, s.id)",
      "0");
  try {
    static_cast<void>(ask(path, "INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)"));
  } catch (const SQLite::Exception& exception) {
    faults += std::string("the full-text index: ") + exception.what() + "\n";
  }
  return faults;
}

}  // namespace selon::testing
