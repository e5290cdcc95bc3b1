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

/// How much of a passage nobody says: the label of a turn, "(Applaudissements.)".
enum class Unspoken : std::uint8_t { none, part, whole };

class TurnReader {
 public:
  explicit TurnReader(const SpeakerReader& speakers) : speakers_(&speakers) {}

  /// The turn in which `at` lies; nothing where the source has no turns there.
  [[nodiscard]] std::optional<SpeakerTurn> turn_at(const SourceText& source, std::uint32_t at) const;

  /// Labels, and stage directions in brackets or in italics, of a source that has turns.
  [[nodiscard]] Unspoken unspoken(const SourceText& source, Span span) const;

  /// What stands above the first question of an interview: empty where there is none.
  [[nodiscard]] Span head(const SourceText& source) const;

  /// Who is named at the head of turns around a place.
  [[nodiscard]] std::vector<Span> names_around(const SourceText& source, std::uint32_t at) const;

  struct Label {
    TurnKind kind = TurnKind::speaker;
    Span span;                ///< empty of a question that is set in bold, and of its answer
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
  /// The question of an interview, set in bold, in italics or as a subheading.
  [[nodiscard]] std::optional<Label> question_set_apart(const SourceText& source, Span line) const;
  [[nodiscard]] bool is_direction(const SourceText& source, Span line, Span brackets) const;
  [[nodiscard]] bool is_interview(const SourceText& source) const;
  [[nodiscard]] bool announces_interview(const SourceText& source) const;
  static void keep_answers(bool interview, std::vector<Label>& labels);
  void keep_repeated(std::string_view text, std::vector<Label>& labels) const;

  const SpeakerReader* speakers_;
  mutable std::map<std::pair<const SourceText*, std::uint32_t>, std::vector<Label>> known_;
  mutable std::map<const SourceText*, bool> interviews_;
};

}  // namespace selon
