#include "claims/words.h"

#include <array>
#include <cstddef>

namespace selon {

namespace {

/// The word at the enumerator's place; the tables follow the order of the enumerations.
template <class Enum, std::size_t count>
std::string_view word_at(const std::array<std::string_view, count>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

constexpr std::array<std::string_view, 4> kinds{"direct", "indirect", "mixed", "according_to"};
constexpr std::array<std::string_view, 10> resolutions{"name",      "alias",   "misspelling", "title",
                                                       "metonym",   "pronoun", "relative",    "continued",
                                                       "ambiguous", "none"};
constexpr std::array<std::string_view, 3> polarities{"affirmed", "negated", "denied"};
constexpr std::array<std::string_view, 4> modalities{"asserted", "conditional", "future", "question"};
constexpr std::array<std::string_view, 4> statuses{"attributed", "credited", "carried", "own_voice"};

static_assert(static_cast<std::size_t>(AttributionKind::according_to) + 1 == kinds.size());
static_assert(static_cast<std::size_t>(Resolution::none) + 1 == resolutions.size());
static_assert(static_cast<std::size_t>(Polarity::denied) + 1 == polarities.size());
static_assert(static_cast<std::size_t>(Modality::question) + 1 == modalities.size());
static_assert(static_cast<std::size_t>(Status::own_voice) + 1 == statuses.size());

}  // namespace

std::string_view word_of(AttributionKind kind) { return word_at(kinds, kind); }
std::string_view word_of(Resolution resolution) { return word_at(resolutions, resolution); }
std::string_view word_of(Polarity polarity) { return word_at(polarities, polarity); }
std::string_view word_of(Modality modality) { return word_at(modalities, modality); }
std::string_view word_of(Status status) { return word_at(statuses, status); }

}  // namespace selon
