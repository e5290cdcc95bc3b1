// The articles of the database in which somebody is quoted, with who is, where: what
// comparing quotations across articles starts from.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "claims/database.h"
#include "claims/queries.h"
#include "document/document.h"

namespace selon {

/// A claim of a kind that may hold words in quotation marks: direct, mixed, according_to.
struct QuotedClaim {
  std::int64_t source = 0;  ///< id, of a merged source that of the one; 0: none known
  std::string speaker;      ///< its name, or ""
  bool attributed = false;  ///< somebody says it, known or not
  std::vector<Span> content;
  Span statement;  ///< from the first to the last byte of its statement, or of its content
};

struct QuotedRevision {
  std::int64_t id = 0;
  std::string article;  ///< key
  std::string lang;
  std::string at;            ///< time of the revision
  std::uint32_t number = 0;  ///< within the article
  Document document;         ///< text and blocks
  std::vector<QuotedClaim> claims;
};

/// Calls `each` with the latest revision of every article that has such a claim, in the order
/// of their ids, until it returns false. Of the query, source, since and until narrow the
/// claims; `article` those of the sources which that article quotes. Gives the number of
/// revisions handed over. Fails on a date that is none, an article that isn't recorded, or a
/// database that can't be read on.
[[nodiscard]] Expected<std::size_t> for_each_quoted_revision(
    Database& database, const ClaimQuery& query, const std::function<bool(QuotedRevision&)>& each);

}  // namespace selon
