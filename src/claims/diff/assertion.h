// What the diff compares: every claim of an article, and every statement in its own
// voice, so that a source that is lost or gained is seen.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attribution/analysis.h"
#include "claims/diff/figures.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

/// One side of a diff. An empty document with an empty analysis is an article that
/// isn't there.
struct DiffArticle {
  const Document& document;
  const Analysis& analysis;
  const Pack& pack;
};

struct Assertion {
  Status status = Status::own_voice;
  const Attribution* attribution = nullptr;  ///< null for captions, carried statements, own voice
  const Source* source = nullptr;            ///< null where nobody is known to say it
  std::vector<Span> content;                 ///< ascending, not empty
  Span statement;                            ///< the whole of it, with source and cue

  std::vector<DiffWord> words;    ///< of the content
  std::vector<DiffWord> own;      ///< of the content, without what a claim inside it says
  std::vector<DiffWord> frame;    ///< of the statement outside its claims: circumstances
  std::vector<DiffWord> mention;  ///< of the source as it stands in the text, or of a caption's credits
  std::vector<DiffWord> cue;
  std::uint32_t inside = 0;                          ///< how many claims lie in its content
  std::size_t outer = static_cast<std::size_t>(-1);  ///< the innermost claim in whose content it lies

  /// The text says who says it: with a name, a pronoun, a cue or a credit.
  [[nodiscard]] bool is_explicit() const { return !mention.empty() || !cue.empty(); }
  bool described = false;  ///< its source is "un facteur", "une déléguée SUD": any one of them
  /// Nobody with a name: "des experts", "on".
  [[nodiscard]] bool is_unnamed() const {
    return source != nullptr && (source->anonymous || source->vague || described);
  }
};

/// All that the text says in it, source and cue too, made comparable: the same
/// signature, no change.
[[nodiscard]] std::string signature(const Assertion& assertion);

/// The words, each with whether it is quoted, as one text.
void append_keys(std::string& out, const std::vector<DiffWord>& words);

/// In the order of the text; a claim stands before those inside it.
[[nodiscard]] std::vector<Assertion> assertions_of(const DiffArticle& article);

}  // namespace selon
