// A source's mention taken apart: "la procureure de Nanterre, Anne Morel" is a person
// named Anne Morel whose role is procureure; "l'agence sud-coréenne Yonhap" is the
// known source Yonhap; "des experts" has no name; "il" is a pronoun. What entity of
// the article that is, the resolver tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attribution/source_index.h"
#include "attribution/source_words.h"
#include "attribution/word_facts.h"
#include "base/span.h"
#include "document/document.h"
#include "language/text.h"

namespace selon {

enum class MentionForm : std::uint8_t {
  nothing,
  pronoun,      ///< il, elle, lui
  nearest,      ///< ce dernier, celui-ci
  speaker,      ///< je, nous
  vague,        ///< on, certains
  same_source,  ///< la même source
  relative,     ///< qui
  nameless,     ///< l'un d'eux
  coordinated,  ///< X et Y
  named,        ///< has a name
  described,    ///< a noun phrase without one
};

enum class Determiner : std::uint8_t { none, definite, indefinite, demonstrative, possessive };

/// What a noun phrase says of somebody: its head and its content words, all folded.
struct Role {
  std::string head;
  std::vector<std::string> words;  ///< the head among them
  std::uint64_t classes = 0;       ///< of the head
  std::uint8_t agreement = 0;
};

struct Mention {
  MentionForm form = MentionForm::nothing;
  Span span;
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t main_last = 0;  ///< where the noun phrase ends, appositions aside
  Determiner determiner = Determiner::none;
  std::uint8_t agreement = 0;  ///< gender and number, as far as the mention shows them
  std::optional<Span> name;    ///< of a person, or of a body that no list knows
  bool person = false;         ///< the name is a person's
  bool civil_title = false;    ///< "M.", "Mme" before it
  KnownName known;             ///< the pack's name in it; words is 0 where there is none
  Span known_span;
  std::optional<Span> acronym;   ///< in brackets after the name
  std::optional<Role> role;      ///< of the noun phrase
  std::vector<Role> more_roles;  ///< of its appositions
  bool unnamed = false;          ///< a set phrase of the pack for people without a name: "les experts"
  bool gives_names = false;      ///< of some of those it means: "plusieurs témoins, dont Paul Morin"
  bool of_speaker = false;       ///< "mes collègues"
};

/// Reads mentions. Keeps references to all it is made with.
class MentionReader {
 public:
  MentionReader(const Vocabulary& vocabulary, const SourceWords& words, const SourceIndex& index,
                WordFactTable& facts);

  /// Of one document; call before read().
  void start_document(const Document& document, const Text& text);
  [[nodiscard]] Mention read(Span span);
  [[nodiscard]] Mention read_tokens(std::uint32_t first, std::uint32_t last);

  /// The run of capitalised words that begins at token `first`, name particles inside
  /// it ("Julio del Carpio"): one past its last token.
  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t first, std::uint32_t limit) const;
  /// Whether a token can begin a name: a capital that is no dictionary word that only
  /// begins its sentence.
  [[nodiscard]] bool begins_name(std::uint32_t token) const;
  /// The longest known name that begins at a token.
  [[nodiscard]] KnownName known_at(std::uint32_t first, std::uint32_t limit) const;
  /// The token that begins at or after this offset.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t offset) const;
  /// Classes of a token; 0 for punctuation.
  [[nodiscard]] std::uint64_t classes(std::uint32_t token) const;
  [[nodiscard]] bool is_word(std::uint32_t token) const { return text_->tokens[token].word != no_index; }
  [[nodiscard]] const WordFacts& facts(std::uint32_t token) const { return facts_.of(text_->tokens[token]); }
  /// Whether a token is tagged as a finite verb (the pack's set FINITE).
  [[nodiscard]] bool is_finite(std::uint32_t token) const { return finite_[text_->tokens[token].tag]; }
  /// Whether it can be part of a noun phrase (the pack's set NOMINAL).
  [[nodiscard]] bool is_nominal(std::uint32_t token) const { return nominal_[text_->tokens[token].tag]; }
  [[nodiscard]] bool is_mark(std::uint32_t token, char mark) const;
  /// The classes of the longest listed phrase that begins at a token and has one of
  /// `wanted`; sets its end.
  [[nodiscard]] std::uint64_t phrase_at(std::uint32_t first, std::uint32_t limit, std::uint64_t wanted,
                                        std::uint32_t& end) const;
  [[nodiscard]] Span span_of(std::uint32_t first, std::uint32_t last) const {
    return {text_->tokens[first].span.start, text_->tokens[last - 1].span.end};
  }
  [[nodiscard]] std::string_view text_of(Span span) const { return span.in(document_->text); }
  [[nodiscard]] const SourceIndex& index() const { return index_; }
  [[nodiscard]] const Text& text() const { return *text_; }

 private:
  struct Head {
    std::uint32_t token = no_index;
    std::uint32_t end = no_index;  ///< one past its last token
    std::uint64_t classes = 0;
  };

  bool read_fixed(Mention& out) const;
  [[nodiscard]] Head read_title(Mention& out, std::uint32_t& at, std::uint32_t main_end) const;
  [[nodiscard]] std::uint32_t end_of_main(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::uint32_t read_determiners(Mention& out, std::uint32_t last) const;
  [[nodiscard]] Head find_head(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] Role role_of(const Head& head, std::uint32_t first, std::uint32_t last,
                             std::optional<Span> name) const;
  void find_known(Mention& out, std::uint32_t first, std::uint32_t main_end, const Head& head) const;
  [[nodiscard]] bool known_stands(const KnownName& known, std::uint32_t token, std::uint32_t main_end) const;
  void find_name(Mention& out, std::uint32_t first, std::uint32_t main_end, const Head& head) const;
  void find_person_after(Mention& out, std::uint32_t first, std::uint32_t main_end) const;
  [[nodiscard]] std::uint32_t end_of_phrase_name(std::uint32_t first, std::uint32_t end,
                                                 std::uint32_t main_end) const;
  [[nodiscard]] std::uint32_t end_of_affiliation(std::uint32_t first, std::uint32_t bracket,
                                                 std::uint32_t last) const;
  void find_body_name(Mention& out, std::uint32_t first, std::uint32_t main_end, const Head& head) const;
  void set_name(Mention& out, std::uint32_t first, std::uint32_t last, bool person) const;
  void find_appositions(Mention& out, std::uint32_t from) const;
  void find_acronym(Mention& out, std::uint32_t first) const;
  [[nodiscard]] bool gives_names(const Mention& mention, std::uint32_t first) const;
  [[nodiscard]] bool coordinates(const Mention& mention, std::uint32_t first, std::uint32_t main_end) const;
  [[nodiscard]] bool is_particle_name(std::uint32_t token) const;
  [[nodiscard]] bool is_person_run(std::uint32_t first, std::uint32_t last) const;
  void set_agreement(Mention& out, const Head& head) const;

  const SourceWords& words_;
  const SourceIndex& index_;
  WordFactTable& facts_;
  TagSet finite_;
  TagSet nominal_;
  const Document* document_ = nullptr;
  const Text* text_ = nullptr;
};

}  // namespace selon
