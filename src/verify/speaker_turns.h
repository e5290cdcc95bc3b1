// The turns of a transcript or an interview: "Mme X. – …", "X : …", names in bold, questions
// and answers. Worked out around a place, never for a whole source.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "verify/source_texts.h"
#include "verify/speaker_names.h"

namespace selon {

enum class TurnKind : std::uint8_t { speaker, question, answer };

struct SpeakerTurn {
  TurnKind kind = TurnKind::speaker;
  Span label;  ///< who speaks, as the source has it
  Span words;  ///< what is said, up to the next turn
};

class TurnReader {
 public:
  explicit TurnReader(const SpeakerReader& speakers) : speakers_(&speakers) {}

  /// The turn in which `at` lies; nothing where the source has no turns there.
  [[nodiscard]] std::optional<SpeakerTurn> turn_at(const SourceText& source, std::uint32_t at) const;

  struct Label {
    TurnKind kind = TurnKind::speaker;
    Span span;
    std::uint32_t words = 0;  ///< where the words begin
    bool sure = false;        ///< nothing but a speaker looks like it
    bool first_line = false;  ///< of the source: may be a headline
  };

 private:
  /// The labels of the turns around `at`, in order.
  [[nodiscard]] std::vector<Label> labels_around(const SourceText& source, std::uint32_t at) const;
  /// All that may be labels in one stretch of a source; kept.
  [[nodiscard]] const std::vector<Label>& labels_of(const SourceText& source, std::uint32_t stretch) const;
  [[nodiscard]] std::optional<Label> label_of_line(const SourceText& source, Span line) const;
  [[nodiscard]] std::optional<Label> interview_label(std::string_view text, Span line) const;
  [[nodiscard]] std::optional<Label> bold_label(const SourceText& source, Span line) const;
  [[nodiscard]] std::optional<Label> judged(std::string_view text, Span span, std::uint32_t words,
                                            bool dash) const;
  void keep_repeated(std::string_view text, std::vector<Label>& labels) const;

  const SpeakerReader* speakers_;
  mutable std::map<std::pair<const SourceText*, std::uint32_t>, std::vector<Label>> known_;
};

}  // namespace selon
