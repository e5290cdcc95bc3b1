// What a user says of sources: that two are one, that a name is another one's. Each decision
// is kept, can be undone, and holds for what is recorded later.
//
// Who is one with whom follows from the decisions that aren't undone, taken in their order:
// a merge puts the first source, with all that was merged into it, into the second; an alias
// does so with every source of that name (but those of one article only, like "le maire").
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "claims/database.h"

namespace selon {

/// One decision. Names and refs are those of the sources themselves.
struct SourceDecision {
  std::int64_t id = 0;  ///< its number, from 1
  std::string at;       ///< when it was made
  bool merge = false;   ///< else an alias
  std::string name;     ///< the source that was merged, or the alias
  std::string ref;      ///< its ref; empty for an alias
  std::string into_name;
  std::string into_ref;
  std::string undone_at;  ///< empty: it holds
  std::string kind;       ///< of the source that was merged: "person"; empty for an alias
  std::string into_kind;
};

/// Makes the source `from` one with `into`, under the name of `into`. Each is a ref, a name or
/// an alias of exactly one source; where it fits none or several the error lists what there is.
[[nodiscard]] Expected<SourceDecision> merge_sources(Database& database, const std::string& from,
                                                     const std::string& into);

/// Makes `alias` another name of the source `into`, in questions and in what is recorded.
[[nodiscard]] Expected<SourceDecision> add_source_alias(Database& database, const std::string& alias,
                                                        const std::string& into);

/// Undoes a decision by its number; 0 is the last one that holds. Fails where there is none.
[[nodiscard]] Expected<SourceDecision> undo_source_decision(Database& database, std::int64_t number);

/// In their order, undone ones too.
[[nodiscard]] Expected<std::size_t> for_each_source_decision(
    Database& database, const std::function<void(const SourceDecision&)>& each);

}  // namespace selon
