// The sources of an article, found in the database or entered into it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "attribution/analysis.h"
#include "claims/claim_set.h"
#include "claims/database.h"
#include "claims/record_statements.h"

namespace selon {

/// Gives the sources of one analysis their ids, inside the transaction that records it.
class SourceRegister {
 public:
  SourceRegister(RecordStatements& statements, const Document& document, const Analysis& analysis,
                 const RecordOptions& options);

  /// The article that is recorded; before any other call.
  void of_article(std::int64_t id) { article_ = id; }

  /// The id of Analysis::sources[index]; 0 for no_index. The source is entered, or
  /// brought up to date, when it is asked for first.
  [[nodiscard]] std::int64_t id_of(std::uint32_t index);

  /// The source that counts for `id`: the one it was merged into, or itself.
  [[nodiscard]] std::int64_t counts_as(std::int64_t id);

  /// Keeps the words by which `attribution` names its source as another name of it,
  /// where they are one: a short mention resolved by name or alias.
  void note_mention(const Attribution& attribution);

 private:
  std::int64_t enter(const Source& source);
  std::int64_t enter_unnamed(const Source& source);
  std::int64_t insert(const Source& source, std::string_view ref, std::int64_t article);
  void add_pack_aliases(std::int64_t id, const Source& source);
  void add_alias(std::int64_t id, std::string_view alias, std::string_view origin);
  void join_by_alias(std::int64_t id, std::string_view name);

  RecordStatements& statements_;
  const Document& document_;
  const Analysis& analysis_;
  const RecordOptions& options_;
  std::int64_t article_ = 0;
  std::vector<std::int64_t> ids_;
  std::map<std::int64_t, std::int64_t> counts_as_;
  std::set<std::int64_t> unnamed_;  ///< ids that this revision's unnamed sources have already
  std::set<std::pair<std::uint32_t, std::string_view>> noted_;  ///< mentions of this article
};

}  // namespace selon
