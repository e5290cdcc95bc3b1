// Who says what stands at a place of a source: the turn of a transcript; inside quotation
// marks, and in prose, the attribution that the analyzer finds around the place.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "attribution/analyzer.h"
#include "verify/passages.h"
#include "verify/prose_reader.h"
#include "verify/speaker_turns.h"

namespace selon {

struct FoundSpeaker {
  SpeakerName name;  ///< empty where nobody is known to say it
  Span turn;         ///< what the speaker says in one go
  TurnKind kind = TurnKind::speaker;
  bool labelled = false;  ///< as the label of a turn says
  bool inner = false;     ///< the words are quoted by the one whose turn it is
};

/// The speaker of an attribution, with the role that stands beside the name.
[[nodiscard]] SpeakerName speaker_of(const SpeakerReader& reader, std::string_view text,
                                     const Analysis& analysis, const Attribution& attribution);

class SpeakerFinder {
 public:
  /// All must outlive this.
  SpeakerFinder(const Pack& pack, Analyzer& analyzer, const SourceTexts& sources, const SpeakerReader& reader)
      : prose_(pack, analyzer), sources_(&sources), reader_(&reader), turns_(reader) {}

  [[nodiscard]] FoundSpeaker at(const Passage& passage);
  /// Whether words of the passage are no speech: labels and stage directions.
  [[nodiscard]] Unspoken unspoken(const Passage& passage) const {
    return turns_.unspoken((*sources_)[passage.source], passage.span);
  }
  /// Of a source in another language: the turn of that speaker that shares most names and figures
  /// with the quotation; nothing where the source names the speaker nowhere.
  struct NamedTurn {
    Span span;
    SpeakerName speaker;
  };
  [[nodiscard]] std::optional<NamedTurn> closest_turn(const SpeakerName& speaker, std::uint32_t source,
                                                      std::string_view quotation);
  /// Whether the speaker of a draft can be the one found at a place of that source. What a role
  /// and a name have to do with each other, the source says ("Claire Dubreuil, ministre").
  [[nodiscard]] SameSpeaker compare(const SpeakerName& draft, const FoundSpeaker& found,
                                    std::uint32_t source);

 private:
  [[nodiscard]] Span window(std::uint32_t source, Span around) const;
  [[nodiscard]] bool find_marked(const Passage& passage, FoundSpeaker& found) const;
  void find_in_prose(const Passage& passage, Span around, FoundSpeaker& found);
  [[nodiscard]] const std::vector<TextUnit>& head(std::uint32_t source);
  [[nodiscard]] bool is_linked(std::uint32_t source, const std::string& surname,
                               const std::vector<std::string>& roles);
  /// Who answers the questions of an interview: one where the source makes it plain.
  [[nodiscard]] const std::vector<SpeakerName>& interviewees(std::uint32_t source);
  [[nodiscard]] SameSpeaker compare_answer(const SpeakerName& draft, std::uint32_t source);
  /// "M. Roche. – …" where Mme Claire Roche speaks as well, or both Jean and Paul Roche.
  [[nodiscard]] SameSpeaker among_namesakes(const SpeakerName& draft, const FoundSpeaker& found,
                                            std::uint32_t source);
  [[nodiscard]] bool speaks_by_name(const SpeakerName& draft, std::uint32_t source, std::uint32_t at);
  [[nodiscard]] bool headline_names_another(std::uint32_t source, const SpeakerName& draft);
  [[nodiscard]] bool is_named(std::uint32_t source, const std::string& surname);

  ProseReader prose_;
  const SourceTexts* sources_;
  const SpeakerReader* reader_;
  TurnReader turns_;
  std::map<std::uint32_t, std::vector<TextUnit>> heads_;
  std::map<std::uint32_t, std::vector<SpeakerName>> interviewees_;
};

}  // namespace selon
