// The tables and views of the claims database, and how an older database becomes a
// newer one: a sorted table of migrations, each one SQL script. PRAGMA user_version
// holds the number of the last one applied.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace selon {

/// PRAGMA application_id of a claims database: "seln". By it another program's
/// SQLite file is told from ours, and file(1) can name it.
inline constexpr std::int32_t claims_application_id = 0x73656C6E;

struct Migration {
  int version;  ///< the schema version that the script leads to
  /// SQL, with one function of ours: fold_name (claims/fold.h).
  std::string_view script;
};

/// Ascending by version, without gaps, from 1.
[[nodiscard]] std::span<const Migration> migrations();

/// The schema version this program writes.
[[nodiscard]] int current_schema_version();

/// Ids of claims are made from the time of their revision, so that the order of ids
/// is the order of time in every index, the full-text index too, and "newest first"
/// needs no sorting: minutes since 1700-01-01 UTC (28 bits, up to 2210), then 25
/// bits to tell claims of the same minute apart; within a revision the first claim
/// of the text has the highest id. 53 bits in all: exact in JSON and in a double.
/// The ids are for ordering; the time itself is revisions.at.
inline constexpr int claim_id_sequence_bits = 25;

/// The lowest id of a claim of that minute. `seconds` since 1970; times outside the
/// range are taken as its ends.
[[nodiscard]] std::int64_t first_claim_id(std::int64_t seconds);

}  // namespace selon
