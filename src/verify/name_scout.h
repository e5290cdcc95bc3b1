// Whether a speaker's name stands near a place of a source, for quotations that stand in many
// places: to work out who speaks at each one would take long, and most of them don't even name
// the one who is looked for.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_set>
#include <vector>

#include "verify/passages.h"
#include "verify/speaker_names.h"

namespace selon {

class NameScout {
 public:
  /// `sources` must outlive this.
  NameScout(const SourceTexts& sources, const std::vector<SpeakerName>& speakers);

  /// A word of one of the names stands near the place, or in the beginning of its source, where its
  /// people are introduced; always true where a speaker has no name but a role.
  [[nodiscard]] bool may_speak(const Passage& place);

 private:
  [[nodiscard]] bool is_named(std::string_view text) const;

  const SourceTexts* sources_;
  std::unordered_set<std::uint64_t> names_;
  bool has_role_only_ = false;
  std::map<std::uint32_t, bool> heads_;  ///< by source
};

}  // namespace selon
