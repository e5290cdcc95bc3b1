// Sources without a name, as the rules about them see them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/context.h"

namespace selon {

/// How much the article says of a source that it doesn't name.
enum class Anonymity : std::uint8_t {
  bare,          ///< nothing: "une source", "des experts", "des sources concordantes"
  described,     ///< what it is: "une source policière", "un ancien cadre de la société"
  reason_given,  ///< why it has no name: "sous couvert d'anonymat"
};

/// Whether an attribution of the text below the lead is to somebody without a name. The
/// lead may leave the name to the body; whom a source speaks of is not the article's source.
[[nodiscard]] bool is_unnamed(const AuditContext& context, const Attribution& attribution);

/// What to call the source of an attribution: as it stands there, or, where that is a pronoun,
/// as the article first called it.
[[nodiscard]] std::string shown_source(const AuditContext& context, const Attribution& attribution);

class AnonymityJudge {
 public:
  explicit AnonymityJudge(const AuditContext& context);

  [[nodiscard]] Anonymity of(const Attribution& attribution) const;
  /// Whether the mention means one person or document, not several.
  [[nodiscard]] bool is_one(const Attribution& attribution) const;

 private:
  void find_reasons();
  [[nodiscard]] bool is_bare(const std::string& mention) const;

  const AuditContext& context_;
  WordSet bare_;                ///< words that say nothing of a source
  WordSet plurals_;             ///< determiners of several
  std::vector<bool> reasoned_;  ///< by source: whether the article tells why it has no name
};

}  // namespace selon
