// Revisions read back from the database, whole enough to be analysed and compared again.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "claims/database.h"
#include "document/document.h"

namespace selon {

/// What the database knows of one revision, but for its text.
struct RevisionRow {
  std::int64_t id = 0;
  std::string article;       ///< key
  std::uint32_t number = 0;  ///< within the article, from 1
  std::string at;            ///< its time
  std::string recorded_at;
  std::string headline;
  std::string selon_version;  ///< of what analysed it
  std::string pack_version;
  std::uint32_t claims = 0;
  std::uint32_t findings = 0;
};

/// A recorded article as it was loaded. Where an earlier schema recorded it its layout isn't
/// known: `document` then has no blocks, and the loader must find them in its text.
struct RecordedDocument {
  Document document;
  std::string lang;
  bool has_layout = false;
};

/// The revisions of an article, by number. `article` is its key; a relative path is also tried
/// as an absolute one. Fails where there is no such article, with keys that are like it.
[[nodiscard]] Expected<std::vector<RevisionRow>> revisions_of(Database& database, const std::string& article);

/// The revisions of all articles, in the order in which they were recorded.
[[nodiscard]] Expected<std::vector<RevisionRow>> all_revisions(Database& database);

[[nodiscard]] Expected<RecordedDocument> read_recorded(Database& database, std::int64_t revision_id);

/// Whether the latest revision of the article `key` is the file with that SHA-256.
[[nodiscard]] Expected<bool> is_latest(Database& database, const std::string& key, const std::string& sha256);

}  // namespace selon
