// The claims database: who claimed what, in which revision of which article.
//
// One SQLite file in WAL mode, readable by its owner only: drafts and unnamed
// sources are in it. A revision is recorded in one transaction, so that a process
// killed at any moment leaves whole revisions only; several processes may record
// at once, and readers never wait. Its tables and views are told in schema.cpp;
// its questions are asked through queries.h.
//
//   auto path = default_database_path();
//   auto database = Database::open(*path, OpenMode::create);
//   auto outcome = database->record(document, analysis, options);
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "attribution/analysis.h"
#include "base/error.h"
#include "base/span.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

/// Where the database is when nobody says otherwise: $SELON_DB, then
/// $XDG_DATA_HOME/selon/claims.db, then ~/.local/share/selon/claims.db. Fails where
/// there is no home directory.
[[nodiscard]] Expected<std::string> default_database_path();

enum class OpenMode : std::uint8_t {
  read_only,   ///< for questions; never writes, and needs no right to write
  read_write,  ///< the file must exist
  create,      ///< makes the file (mode 0600) where there is none
};

/// What a power cut may take. Neither choice can break the database or a revision,
/// and a killed process never loses what it has recorded.
enum class Durability : std::uint8_t {
  each_revision,  ///< a revision is on the disk when `record` returns
  batch,          ///< the last revisions may go with the power: for many articles at once
};

struct DatabaseOptions {
  Durability durability = Durability::each_revision;
  /// How long to wait for another process that writes, before giving up.
  std::uint32_t busy_timeout_ms = 10'000;
};

/// A finding of an audit as it is recorded: already in words and with its place, so
/// that this room doesn't depend on the report.
struct FindingRow {
  std::string rule;  ///< "source.near-miss"
  Severity severity = Severity::warning;
  std::string message;
  Span span;                 ///< in Document::text
  std::uint32_t line = 0;    ///< in the file, from 1
  std::uint32_t column = 0;  ///< in characters, from 1
};

/// The outcome of verifying one quotation, as it is recorded. (A room of its own verifies.)
struct VerificationRow {
  Span quotation;          ///< in Document::text
  std::string verdict;     ///< the class: "exact", "altered", "not_found", ...
  bool passes = false;     ///< the class is one that an editor may print
  bool edge_cut = false;   ///< begins or ends in the middle of a clause of its source
  std::string path;        ///< of the candidate; empty: there is none
  std::uint32_t line = 0;  ///< in that file, from 1
  std::uint32_t column = 0;
  std::string speaker;  ///< there, or empty
  std::string text;     ///< the words there
};

struct RecordOptions {
  /// The article's key. Empty: its canonical URL, else its JSONL id, else its path
  /// made absolute (see article_key).
  std::string article;
  /// When the revision was published, ISO 8601 ("2023-07-28", "2023-07-28T09:52:00+02:00").
  /// Empty: the document's date of modification, else of publication, else `recorded_at`.
  std::string published_at;
  /// When it is recorded, ISO 8601. Empty: now.
  std::string recorded_at;
  std::string selon_version;  ///< of the program: "0.1.0"
  std::string pack_version;   ///< of the rule packs that analysed it: "fr 1.0"
  std::span<const FindingRow> findings;
  /// Of the article's quotations, each once. They replace those of an earlier recording; where
  /// the file is unchanged too, so that an article can be verified later.
  std::span<const VerificationRow> verifications;
  /// The pack's sources (Pack::sources), whose aliases are recorded with the sources
  /// that occur. May be empty.
  std::span<const SourceEntry> known_sources;
};

struct RecordOutcome {
  std::string article;         ///< the key it was recorded under
  std::uint32_t revision = 0;  ///< number of the revision within the article, from 1
  bool unchanged = false;      ///< the file is the latest revision already: nothing was written
  std::uint32_t claims = 0;    ///< claims of that revision
  std::uint32_t findings = 0;
  /// Of a new revision what a user may not expect: it is dated before the latest one, whose
  /// time this is (else empty), and stands after it all the same; or it has hardly a word in
  /// common with it, as another article would.
  std::string later_than_this;
  bool unlike_before = false;
};

/// The key under which `record` files a document: `chosen`, else the canonical URL,
/// else the JSONL id, else the absolute path. Fails for standard input without any.
[[nodiscard]] Expected<std::string> article_key(const Document& document, const std::string& chosen);

/// An open claims database. Movable; for one thread at a time.
class Database {
 public:
  /// Opens, and where `mode` allows it makes or migrates, the database at `path`.
  /// The missing directories of the user's data directory are made (mode 0700); any
  /// other missing directory is an error. Refused, each with its own words: no such
  /// file, a directory, a file that is no database or damaged, another program's
  /// SQLite database, a newer schema, a file that may not be written.
  [[nodiscard]] static Expected<Database> open(const std::string& path, OpenMode mode,
                                               const DatabaseOptions& options = {});
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;
  ~Database();

  /// Records one revision in one transaction. The same file as the latest revision
  /// changes nothing; A, then B, then A again makes three revisions. On error
  /// nothing of the revision is in the database, and the database may be used on.
  [[nodiscard]] Expected<RecordOutcome> record(const Document& document, const Analysis& analysis,
                                               const RecordOptions& options);

  /// Puts what `analysis` finds in the place of the claims and findings of a revision that is
  /// recorded already (RevisionRow::id), in one transaction; number, time and text stay.
  /// Verifications stay with the claims that have their quotation now.
  [[nodiscard]] Expected<RecordOutcome> reanalyse(std::int64_t revision, const Document& document,
                                                  const Analysis& analysis, const RecordOptions& options);

  [[nodiscard]] const std::string& path() const;

  /// For the room's own files (queries.cpp).
  struct State;
  [[nodiscard]] State& state() { return *state_; }

 private:
  explicit Database(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace selon
