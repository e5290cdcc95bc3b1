// What selon finds in an article: attributions with source, cue and content; the
// sources they resolve to; quotations; and statements that cover every sentence
// of the body. See DESIGN's words: source, cue, content, attribution, statement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "language/text.h"
#include "rules/pack.h"

namespace selon {

enum class AttributionKind : std::uint8_t { direct, indirect, mixed, according_to };
enum class Resolution : std::uint8_t {
  name,
  alias,
  misspelling,
  title,
  metonym,
  pronoun,
  relative,
  continued,
  ambiguous,
  none,
};
enum class Polarity : std::uint8_t { affirmed, negated, denied };
enum class Modality : std::uint8_t { asserted, conditional, future, question };

struct Cue {
  Span span;
  std::string lemma;
  Stance stance = Stance::neutral;
  /// The cue without its judgement ("a dit" for "a prétendu"), or "": what to propose for it.
  std::string neutral = {};
};

struct Attribution {
  std::string rule;  ///< id of the pattern
  AttributionKind kind = AttributionKind::indirect;
  std::optional<Span> source;             ///< the mention beside the cue
  std::uint32_t source_index = no_index;  ///< in Analysis::sources
  Resolution resolution = Resolution::none;
  std::optional<Cue> cue;
  std::vector<Span> content;  ///< ascending, not empty
  std::optional<Span> addressee;
  std::optional<Span> date;
  std::optional<Span> place;
  std::uint32_t via = no_index;         ///< relay, in Analysis::sources
  std::vector<std::string> candidates;  ///< names, where the resolution is ambiguous
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::asserted;
  std::uint32_t sentence = no_index;  ///< of the cue (or of the content), in Text::sentences
};

/// A source entity of the article.
struct Source {
  std::string ref;   ///< the pack's ref, or one made from the name ("jean-martin")
  std::string name;  ///< the fullest name seen, or the pack's
  SourceKind kind = SourceKind::unknown;
  bool anonymous = false;  ///< no name given: "des experts", "une source proche du dossier"
  bool vague = false;      ///< no one at all: "on dit que", "certains"
  std::string country;     ///< ISO 3166-1 alpha-2, or ""
  std::string metonym_of;  ///< what a place stands for, in words, or ""
  bool known = false;      ///< from the pack
  /// Named by what it is, in this article only: "le maire", "son avocat". Like the
  /// anonymous and the vague it is nobody whom another article could mean.
  bool described = false;
};

enum class Status : std::uint8_t { attributed, credited, carried, own_voice };

/// Why a statement asks for a source. A bit set.
enum Needs : std::uint16_t {
  needs_quotation = 1,
  needs_figure = 2,
  needs_allegation = 4,
  needs_evaluation = 8,
  needs_prediction = 16,
  needs_intention = 32,
  needs_conditional = 64,
};

/// How soon a careful desk would ask for the source of a statement that needs one.
enum class Urgency : std::uint8_t {
  low,
  alone,    ///< where nothing in its paragraph has a source: a count
  pressing  ///< an allegation, a statistic, a prediction, a motive, blame
};

struct Statement {
  Span span;
  std::uint32_t block = 0;
  std::uint32_t sentence = no_index;
  Status status = Status::own_voice;
  std::uint16_t needs = 0;
  Urgency urgency = Urgency::low;
  std::vector<std::uint32_t> attributions;
  std::uint32_t continues = no_index;  ///< the attribution that a carried statement goes on
};

enum class QuotationKind : std::uint8_t { speech, title, term };

struct QuotedText {
  Span span;
  QuotationKind kind = QuotationKind::speech;
  std::uint32_t attribution = no_index;
  std::uint32_t quotation = no_index;  ///< index in Text::quotations
};

/// A known or probable source named with a misspelling.
struct NearMiss {
  Span span;             ///< the misspelled form
  std::string proposal;  ///< the form probably meant
  std::uint32_t source_index = no_index;
};

struct Analysis {
  std::string lang;
  Text text;
  std::vector<Source> sources;
  std::vector<Attribution> attributions;  ///< by place of their first span
  std::vector<QuotedText> quotations;
  std::vector<Statement> statements;   ///< by place; they cover every sentence of the body
  std::vector<std::uint32_t> bylines;  ///< source indices
  std::vector<std::uint32_t> credits;
  std::vector<NearMiss> near_misses;
};

}  // namespace selon
