// The questions asked of the claims database. Answers are handed over one row at a
// time, as they are read, so that an archive's answer takes no more memory than an
// article's:
//
//   ClaimQuery query;
//   query.source = "KCNA";
//   query.about = "missiles \"mer du Japon\"";
//   auto count = for_each_claim(database, query, [](const ClaimRow& claim) {
//     ...
//     return true;  // false: enough
//   });
//
// A condition left empty doesn't narrow the answer; several narrow it together.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/analysis.h"
#include "base/error.h"
#include "claims/database.h"
#include "rules/pack.h"

namespace selon {

/// Which claims. By default those of each article's latest revision, newest first
/// (by the time of their revision), and within a revision in the order of the text.
struct ClaimQuery {
  /// A source's ref, name or alias; accents, case, œ/æ and punctuation don't matter.
  /// A name that fits no source whole finds the sources it is a part of, word by
  /// word: "Martin" finds "Jean Martin", but only where nobody is just "Martin".
  std::string source;
  bool exact = false;  ///< only a source whose ref or whole name that is
  /// Words that all occur in the claim, its source's name or its article's headline;
  /// "words in quotation marks" (of any kind) occur together; word* is a beginning.
  /// Accents, case, œ/æ don't matter, and nothing in it is an operator.
  std::string about;
  /// An article's key as recorded; a relative path is also tried as an absolute one.
  std::string article;
  /// Revisions at or after `since` and at or before `until`, by the time of their
  /// revision. ISO 8601; a date alone means the whole of that day (UTC).
  std::string since;
  std::string until;
  std::int64_t revision = 0;  ///< id of a revision (RevisionRow::id); 0: any
  std::optional<AttributionKind> kind;
  std::optional<Status> status;   ///< attributed, credited or carried
  bool unverified = false;        ///< only quotations that weren't verified, or not with success
  std::optional<bool> anonymous;  ///< only claims of unnamed (true) or of named sources (false)
  bool all_revisions = false;     ///< else only the latest revision of each article
  /// Also what was recorded but is no claim: a cue negated, asked or in the future
  /// ("n'a pas dit que").
  bool with_unclaimed = false;
  std::uint32_t limit = 0;  ///< 0: all
};

/// One claim. Views are valid during the callback only.
struct ClaimRow {
  std::int64_t id = 0;
  std::string_view article;   ///< key
  std::string_view path;      ///< file it was read from
  std::string_view headline;  ///< may be empty
  std::string_view publisher;
  std::uint32_t revision = 0;  ///< number within the article
  bool latest = false;         ///< of the article's latest revision
  std::string_view at;         ///< time of the revision, "2023-07-28T07:52Z"
  std::string_view recorded_at;
  std::string_view source;       ///< name of the source; empty: none known
  std::string_view ref;          ///< its ref
  std::string_view source_kind;  ///< "agency", ...; empty without a source
  std::string_view country;      ///< ISO 3166-1 alpha-2, or empty
  std::string_view metonym_of;   ///< what a place stands for, or empty
  std::string_view mention;      ///< the source's words in the text, or empty
  std::string_view credits;      ///< of a credited claim: names of all its credits by alphabet, ", " between
  std::string_view candidates;   ///< of an ambiguous one: the possible names, ", " between
  std::string_view via;          ///< name of the relay ("selon l'AFP citant ..."), or empty
  std::string_view content;      ///< what is said; its spans joined with a space
  std::string_view cue;          ///< the words that attribute, or empty
  std::string_view lemma;        ///< of the cue
  std::string_view addressee;    ///< "à l'AFP": the words, or empty
  std::string_view status;       ///< "attributed", "credited", "carried"
  std::string_view kind;         ///< "direct", "indirect", "mixed", "according_to"; empty unless attributed
  std::string_view resolution;   ///< "name", "pronoun", ...; empty unless attributed
  std::string_view stance;       ///< "neutral", "committed", "doubtful", or empty
  std::string_view polarity;     ///< "affirmed", "negated", "denied"
  std::string_view modality;     ///< "asserted", "conditional", "future", "question"
  bool anonymous = false;
  bool is_claim = true;        ///< false only with ClaimQuery::with_unclaimed
  std::int64_t continues = 0;  ///< of a carried claim: id of the claim that it goes on; else 0
  Span span;                   ///< from the first to the last byte of the content, in the revision's text
  std::uint32_t line = 0;      ///< of the content's beginning, in the file
  std::uint32_t column = 0;
  std::string_view verification;  ///< class of its quotation (of several one that fails); empty: not verified
};

/// Calls `each` with every claim asked for, until it returns false. Gives the number
/// of rows handed over. An unknown source or article gives 0, not an error. Fails
/// on a date that is none, an `about` without a word, or a database that can't be
/// read on.
[[nodiscard]] Expected<std::size_t> for_each_claim(Database& database, const ClaimQuery& query,
                                                   const std::function<bool(const ClaimRow&)>& each);

/// Which sources, and which claims are counted. Sources with most claims first.
struct SourceQuery {
  std::string name;    ///< as ClaimQuery::source; empty: all
  bool exact = false;  ///< as ClaimQuery::exact
  std::optional<SourceKind> kind;
  std::optional<bool> anonymous;
  bool all_revisions = false;  ///< count the claims of every revision, not of the latest ones
  std::uint32_t limit = 0;     ///< 0: all
};

/// One source. Views are valid during the callback only.
struct SourceRow {
  std::int64_t id = 0;
  std::string_view ref;
  std::string_view name;
  std::string_view kind;        ///< "agency", "media", ...
  std::string_view country;     ///< or empty
  std::string_view metonym_of;  ///< or empty
  bool anonymous = false;
  bool vague = false;
  bool known = false;                     ///< from a rule pack
  std::vector<std::string_view> aliases;  ///< other names, without the name itself
  std::uint64_t claims = 0;               ///< claims it makes, or is credited with
  std::uint64_t articles = 0;             ///< articles in which it makes them
  std::string_view first_seen;            ///< time of the first revision with a claim of it, any revision
  std::string_view last_seen;             ///< and of the last
  /// Of its claims, how many are of each kind.
  std::uint64_t direct = 0;
  std::uint64_t indirect = 0;
  std::uint64_t mixed = 0;
  std::uint64_t according_to = 0;
  std::uint64_t credited = 0;
  std::uint64_t carried = 0;
  std::vector<std::string_view> near;  ///< refs of others that may be the same one (near_sources.h)
};

/// Calls `each` with every source asked for that has a claim in any revision, until
/// it returns false. Gives the number of rows handed over.
[[nodiscard]] Expected<std::size_t> for_each_source(Database& database, const SourceQuery& query,
                                                    const std::function<bool(const SourceRow&)>& each);

/// What the database holds, for a last line or an empty answer.
struct DatabaseCounts {
  std::uint64_t articles = 0;
  std::uint64_t revisions = 0;
  std::uint64_t claims = 0;  ///< of the latest revisions
  std::uint64_t sources = 0;
};
[[nodiscard]] Expected<DatabaseCounts> count_database(Database& database);

}  // namespace selon
