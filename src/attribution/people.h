// The persons that an article names, wherever it does: full names with the role that
// stands beside them ("la procureure de Nanterre, Anne Morel"), and each later place
// where a surname comes back. Pronouns and short names are resolved with them.
#pragma once

#include <cstdint>
#include <vector>

#include "attribution/entities.h"
#include "attribution/mention.h"

namespace selon {

/// A place where the text names a person.
struct Occurrence {
  std::uint32_t token = 0;  ///< where its name begins
  std::uint32_t entity = 0;
};

class PeopleFinder {
 public:
  PeopleFinder(MentionReader& reader, Entities& entities) : reader_(reader), entities_(entities) {}

  /// Adds the persons of the text to the entities; the places in order.
  void find(const Text& text, std::vector<Occurrence>& out);

  /// Adds a person that a mention names, or returns the one of that name.
  std::uint32_t person_of(const Mention& mention);

 private:
  struct Run {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t entity = no_index;
  };

  [[nodiscard]] std::uint32_t start_of_role(std::uint32_t name_first, std::uint32_t sentence_first) const;
  [[nodiscard]] std::uint32_t end_of_apposition(std::uint32_t name_last, std::uint32_t sentence_last) const;
  void name_by_initials(std::uint32_t entity, std::uint32_t first, std::uint32_t last);
  void look_at(Run& run, const Sentence& sentence);
  void place_surnames(const Text& text, std::vector<Occurrence>& out);

  MentionReader& reader_;
  Entities& entities_;
  std::vector<Run> runs_;
};

}  // namespace selon
