// A rule pack: all that selon knows of one language, read from the XML files of a
// folder (rules/fr) and checked. No other room reads rule files, and no language
// lives in C++ code.
//
// A pack is made by `load_pack` (rules/loader.h). Its parts are plain data in file
// order; the rooms that use a part compile it at its first use, because compiling
// costs more than matching for one article.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace selon {

/// Where an element stands in its rule file. `file` indexes Pack::files.
struct RulePlace {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A named list of words or multiword expressions: "person-nouns", "months".
/// Words are in NFC, as written in the pack (lower case but for names).
struct WordList {
  std::string id;
  std::vector<std::string> words;
  RulePlace place;
};

/// How far the writer stands behind what a cue reports.
enum class Stance : std::uint8_t { neutral, committed, doubtful };

/// What a cue verb takes as its content. A bit set.
enum Valence : std::uint16_t {
  takes_que = 1,         ///< affirmer que C
  takes_quotation = 2,   ///< lancer : « C »
  takes_infinitive = 4,  ///< affirmer avoir fait
  takes_person_que = 8,  ///< informer X que C
  takes_object = 16,     ///< décrire « C », dénoncer « C »
  takes_incise = 32,     ///< C, estime-t-il
};

/// A verb that can attribute. `weak` verbs (penser, craindre) attribute as an
/// incise or before a quotation only. `denies` marks démentir, nier, réfuter.
struct Verb {
  std::string lemma;
  std::uint16_t takes = 0;
  Stance stance = Stance::neutral;
  bool weak = false;
  bool denies = false;
  std::string neutral;  ///< the lemma to propose for it where it is loaded, or ""
  RulePlace place;
};

/// One code unit of the tag string, and which words get it. A word is a candidate
/// for the tag when any of its sources says so.
struct TagDefinition {
  std::string name;                ///< upper case: "NOUN", "SAY"
  std::vector<std::string> from;   ///< lexicon classes ("noun", "verb.finite.3"), shapes ("shape.name")
  std::vector<std::string> lists;  ///< ids of word lists
  std::vector<std::string> words;  ///< words named in place
  bool open = false;               ///< its words keep what the lexicon says of them
  RulePlace place;
};

/// A context rule of the tagger: where a token could be all of `among` (if empty:
/// where it could be `choose`), `choose` is taken if the tags before it match
/// `before` and those after it `after` (tag expressions anchored at the token; after
/// the fashion of Constraint Grammar, Karlsson 1990). `words` narrows it to some words.
struct ContextRule {
  std::vector<std::string> among;
  std::string choose;
  std::vector<std::string> words;
  std::string before;
  std::string after;
  RulePlace place;
  RulePlace before_place;  ///< where the expressions begin in the file
  RulePlace after_place;
};

/// A named part of a tag expression, used as $NAME.
struct Macro {
  std::string name;
  std::string expression;
  RulePlace place;
  RulePlace expression_place;  ///< where the expression begins in the file
};

/// A sentence that a rule must, or must not, match. In the pack it is written with
/// inline marks: <source>X</source> <cue>dit</cue> que <content>C</content>.
struct Example {
  struct Mark {
    std::string role;  ///< "source", "cue", "content"
    std::uint32_t start = 0;
    std::uint32_t end = 0;  ///< bytes of `text`
  };
  std::string text;
  std::vector<Mark> marks;
  bool must_match = true;
  RulePlace place;
};

/// An attribution pattern: a regular expression over the tag string of a sentence,
/// with named groups `source`, `cue`, `content` (and `addressee`, `date`, `place`,
/// `via`). Where there is no `content` group, `scope` says how far the content
/// reaches from the cue (attribution/scope.h lists the scopes).
struct Pattern {
  std::string id;  ///< "fr.que"
  std::string
      kind;  ///< "reported" (kind follows from the content), "according_to", "none" (keeps others away)
  std::string scope;              ///< name of a scope; may be empty
  std::string expression;         ///< tag expression, macros not yet expanded
  std::vector<std::string> gate;  ///< tags of which the sentence must hold one
  int priority = 0;               ///< of two patterns on one cue the higher one wins
  std::string polarity;           ///< "" or "negated", "denied"
  std::string modality;           ///< "" or "conditional", "future", "question"
  std::string note;               ///< the linguistic reason, for `rules show`
  std::vector<Example> examples;
  RulePlace place;
  RulePlace expression_place;
};

/// A tag expression at whose match the content of a scope ends (or, with
/// `effect` "gap", out of which the matched tokens are cut).
struct Boundary {
  std::string scope;
  std::string effect;  ///< "end"; "gap"; "start" (a tail that begins so is content); "skip" (content
                       ///< before the cue begins after it); "whole" (one must match what precedes the cue)
  std::string expression;
  std::string note;
  RulePlace place;
  RulePlace expression_place;
};

enum class SourceKind : std::uint8_t {
  agency,       ///< press agency
  media,        ///< newspaper, broadcaster, site
  state_media,  ///< media that speak for a state
  government,
  institution,   ///< parliament, court, police, administration
  organization,  ///< international body, association, union, party
  company,
  person,
  document,
  group,  ///< experts, residents, witnesses
  place,  ///< a place that speaks only as a metonym
  unknown,
};

/// A known source: agency, medium, institution, seat of power.
struct SourceEntry {
  std::string ref;   ///< stable key, lower case ASCII: "kcna"
  std::string name;  ///< shown to people: "KCNA"
  std::vector<std::string> aliases;
  SourceKind kind = SourceKind::unknown;
  std::string country;     ///< ISO 3166-1 alpha-2, or ""
  std::string metonym_of;  ///< for capitals and seats: what they stand for, in words
  RulePlace place;
};

/// Page furniture or metadata lines of articles: a regular expression (PCRE2, UTF,
/// caseless, over one whole block of plain text) and the block kind it gives.
struct Furniture {
  std::string id;
  std::string expression;
  std::string becomes;  ///< name of a block kind: "boilerplate", "byline", "related", "credit"
  std::string where;    ///< "line" (the whole line), "tail" (a credit inside a caption)
  std::vector<Example> examples;
  RulePlace place;
  RulePlace expression_place;
};

enum class Severity : std::uint8_t { info, warning, error };

/// The standard that an audit rule enforces (RULEBOOK). `note` tells a secondary source.
struct Reference {
  std::string name;
  std::string section;
  std::string date;
  std::string url;
  std::string note;
};

/// An audit rule's data: what it says to the editor. The check itself is one file
/// in src/audit, found by the rule's id.
struct AuditRule {
  struct Message {
    std::string key;   ///< which message of the rule: "" is the usual one
    std::string lang;  ///< "fr", "en"
    std::string text;  ///< with {placeholders}
  };
  std::string id;  ///< "source.near-miss"
  Severity severity = Severity::warning;
  bool strict_only = false;
  bool off = false;    ///< severity "off": runs only where a profile or selon.xml gives it a level
  bool graded = true;  ///< false where a profile wants every finding at the rule's level, none lower
  std::vector<Message> messages;
  std::vector<Message> advice;
  std::vector<Message> reason;  ///< why the rule exists, for `rules show`
  std::optional<Reference> reference;
  std::vector<Example> examples;
  RulePlace place;
};

/// A page-structure hint for one site, kept as data: a selector of elements to drop or keep.
struct SiteHint {
  std::string host;  ///< "www.example.fr"
  std::string drop;  ///< class, id or tag to leave out
  std::string keep;  ///< class or id of the article's element
  RulePlace place;
};

class RegexStore;

struct Pack {
  std::string lang;     ///< "fr"
  std::string version;  ///< of the pack
  std::vector<std::string> files;
  std::vector<WordList> lists;
  std::vector<Verb> verbs;
  std::vector<TagDefinition> tags;  ///< their index + 1 is the code unit
  std::vector<ContextRule> context;
  std::vector<Macro> macros;
  std::vector<Macro> sets;  ///< named sets of tags, used as @NAME
  std::vector<Pattern> patterns;
  std::vector<Boundary> boundaries;
  std::vector<SourceEntry> sources;
  std::vector<Furniture> furniture;
  std::vector<AuditRule> audit;
  std::vector<SiteHint> sites;
  /// Of a prepared pack, where it is the program's own: expressions compiled beforehand.
  std::shared_ptr<const RegexStore> regexes;

  /// The list with that id, or nullptr.
  [[nodiscard]] const WordList* list(std::string_view id) const;
};

}  // namespace selon
