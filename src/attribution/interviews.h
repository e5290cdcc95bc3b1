// Follows interviews and dialogues that are printed without quotation marks: lines behind
// a long dash, turns that open with the speaker's name ("Anne Morel : Nous avons…", "M. Roche. – Non."), and
// answers in the first person under questions. Only what can be nothing else is taken: a name that opens
// several paragraphs, or several questions with such answers.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "attribution/analysis.h"
#include "document/document.h"
#include "language/vocabulary.h"

namespace selon {

class InterviewReader {
 public:
  explicit InterviewReader(const Vocabulary& vocabulary);

  /// Adds an attribution for each turn: with the speaker's name as its source where it
  /// stands at the turn's head, else with source null and resolution `continued`; the
  /// cue is null. A line of a dialogue has neither. Leaves Analysis::attributions sorted by place.
  void follow(const Document& document, Analysis& analysis) const;

  /// Rule ids of what it adds.
  static constexpr const char* turn_rule = "interview.turn";
  static constexpr const char* answer_rule = "interview.answer";
  static constexpr const char* dialogue_rule = "dialogue.line";

 private:
  /// A paragraph, in tokens [first, last); its label is [first, label_last).
  struct Paragraph {
    std::uint32_t block = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t label_first = 0;
    std::uint32_t label_last = 0;  ///< label_first: no label
    std::uint32_t said = 0;        ///< the first token after the label
    bool asks = false;             ///< it ends with a question mark
    bool heading = false;          ///< a subheading or the headline
    bool quoted = false;           ///< what is said opens with a quotation mark
    bool first_person = false;     ///< somebody speaks of himself, outside quotations
    std::string name;              ///< the label, folded
  };

  [[nodiscard]] std::vector<Paragraph> paragraphs(const Document& document, const Text& text) const;
  void read_label(const Document& document, const Text& text, Paragraph& paragraph) const;
  [[nodiscard]] bool asks(const Document& document, const Text& text, const Paragraph& paragraph) const;
  [[nodiscard]] bool may_name(Tag tag) const;
  [[nodiscard]] bool speaks_of_himself(const Text& text, const Paragraph& paragraph) const;
  [[nodiscard]] static std::vector<bool> speakers(const std::vector<Paragraph>& paragraphs);
  [[nodiscard]] static bool is_interview(const std::vector<Paragraph>& paragraphs);
  [[nodiscard]] bool add_turns(const Text& text, const std::vector<Paragraph>& paragraphs,
                               std::vector<Attribution>& out) const;
  void add_answers(const Text& text, const std::vector<Paragraph>& paragraphs,
                   std::vector<Attribution>& out) const;

  void add_dialogues(Analysis& analysis, const std::vector<Paragraph>& paragraphs,
                     std::vector<Attribution>& out) const;
  /// By the offset at which a content begins, the index of its attribution.
  using Openings = std::unordered_map<std::uint32_t, std::uint32_t>;
  [[nodiscard]] static Openings openings_of(const Analysis& analysis);
  [[nodiscard]] static std::uint32_t incise_of(const Text& text, const Openings& openings,
                                               const Paragraph& line);
  static void add_line(Analysis& analysis, const Openings& openings, const Paragraph& line,
                       std::vector<Attribution>& out);

  const Vocabulary* vocabulary_;
  ListSet first_person_;
  Tag name_, title_, noun_, speaker_, dash_, sign_, stop_, colon_, question_, open_;
};

}  // namespace selon
