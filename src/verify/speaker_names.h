// Who speaks, as a draft or a transcript names them, taken apart into name and role, and
// whether two such descriptions can be one speaker: "Mme Dubreuil", "Claire Dubreuil,
// ministre de la Santé", "la ministre".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pack.h"
#include "verify/guard_words.h"
#include "verify/phrase_set.h"

namespace selon {

struct SpeakerName {
  std::string shown;               ///< as written
  std::vector<std::string> names;  ///< folded words of the name
  std::vector<std::string> roles;  ///< folded words of the role
  std::vector<std::string> heads;  ///< those that say what it is: of "adjointe au maire" the first one
  bool woman = false;              ///< as a title says ("Mme")
  bool man = false;
  bool plural_or_vague = false;  ///< nobody in particular: "un élu", "des témoins"

  [[nodiscard]] bool empty() const { return names.empty() && roles.empty(); }
};

/// `undecided`: the source has turns but doesn't say whose this one is; that never passes.
enum class SameSpeaker : std::uint8_t { no, undecided, unknown, yes };

class SpeakerReader {
 public:
  explicit SpeakerReader(const Pack& pack);

  [[nodiscard]] SpeakerName read(std::string_view text) const;
  /// The people that a text names: words in capitals side by side, or behind a title or a role
  /// ("le conseiller municipal Bruno Legrand").
  [[nodiscard]] std::vector<SpeakerName> people(std::string_view text) const;
  /// `a` and `b` by name where both have one, else by role.
  [[nodiscard]] SameSpeaker compare(const SpeakerName& a, const SpeakerName& b) const;

  [[nodiscard]] bool is_title(const TextUnit& unit) const { return titles_.contains(unit); }
  [[nodiscard]] bool is_role_noun(const TextUnit& unit) const {
    return roles_.contains(unit) || unnamed_.contains(unit);
  }
  /// "rires", "brouhaha": what a transcript tells in brackets.
  [[nodiscard]] bool is_stage_word(const TextUnit& unit) const { return stage_.contains(unit); }
  /// "Propos recueillis par …"
  [[nodiscard]] bool announces_interview(std::span<const TextUnit> units) const;
  /// Who answers, as a line above an interview has it: "Entretien avec Camille Vasseur". `sure` where
  /// it says so in such words; whoever asks ("recueillis par …") is left out.
  struct Interviewee {
    SpeakerName name;
    bool sure = false;
  };
  [[nodiscard]] std::vector<Interviewee> interviewees(std::string_view line) const;
  [[nodiscard]] bool is_particle(const TextUnit& unit) const;
  [[nodiscard]] bool is_question_label(std::string_view lower) const { return questions_.contains(lower); }
  [[nodiscard]] bool is_answer_label(std::string_view lower) const { return answers_.contains(lower); }

 private:
  UnitSet titles_;
  UnitSet masculine_;
  UnitSet feminine_;
  UnitSet roles_;
  UnitSet particles_;
  UnitSet articles_;
  UnitSet contracted_;
  UnitSet indefinite_;
  UnitSet unnamed_;
  UnitSet stage_;
  PhraseSet interview_;
  PhraseSet answers_with_;
  PhraseSet asked_by_;
  UnitSet questions_;
  UnitSet answers_;
};

/// Whether two role nouns may be one: "président", "présidente".
[[nodiscard]] bool same_role_noun(std::string_view a, std::string_view b);

}  // namespace selon
