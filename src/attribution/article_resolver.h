// Resolving inside one article; see resolver.h. One object serves one article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "attribution/analysis.h"
#include "attribution/countries.h"
#include "attribution/entities.h"
#include "attribution/mention.h"
#include "attribution/near_miss.h"
#include "attribution/people.h"

namespace selon {

class ArticleResolver {
 public:
  struct Tools {
    const SourceWords& words;
    const SourceIndex& index;
    MentionReader& reader;
    NearMissFinder& near_misses;
    Countries& countries;
  };
  ArticleResolver(const Tools& tools, const Document& document, Analysis& analysis);

  void run();

 private:
  /// Who a mention means, and how that was told.
  struct Answer {
    std::uint32_t entity = no_index;
    Resolution resolution = Resolution::none;
    EntityList candidates;
  };
  /// An attribution's source, as it was resolved, and where it stands.
  struct Spoken {
    std::uint32_t attribution = 0;
    std::uint32_t entity = no_index;
    std::uint32_t token = 0;
  };

  /// A word of citing in or after a source, and who is cited: tokens [first, last).
  struct Citation {
    Span cue;
    bool citing = false;       ///< "X citant Y" rather than "Y, cité par X"
    bool after_comma = false;  ///< the word stands behind a comma
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  /// Where somebody is who has no name: "au ministère"; tokens, and its noun phrase's first.
  struct Whereabouts {
    std::uint32_t first = no_index;  ///< no_index: nothing tells where
    std::uint32_t phrase = no_index;
    std::uint32_t last = no_index;
    bool side = false;    ///< any noun tells enough: "côté français"
    bool behind = false;  ///< it stands behind the verb, as whom it is said to does
  };

  /// A mention by a name that the pack doesn't know.
  struct NamedMention {
    Span name;
    std::uint32_t entity = no_index;
  };

  /// One of the names that are held against each other.
  struct ComparedName {
    NamedMention mention;
    std::string written;        ///< folded, as the mention has it
    std::vector<bool> unknown;  ///< which of its words no dictionary has
    std::string full;           ///< folded, the entity's full name
    std::size_t times = 0;      ///< how often the article names it
  };

  // article_resolver.cpp: the walk over the attributions
  void resolve_attribution(std::uint32_t attribution);
  void apply(Attribution& attribution, const Answer& answer);
  void resolve_speakers();
  void resolve_headings();
  void resolve_relays();
  [[nodiscard]] std::optional<Citation> citation_in(const Attribution& attribution) const;
  void resolve_relay(std::uint32_t attribution, const Citation& citation);
  bool relay_elsewhere(std::uint32_t attribution, const Citation& citation);
  void add_makers();
  [[nodiscard]] bool stands_before_relative(const Attribution& attribution) const;

  // name_resolving.cpp: names and descriptions
  Answer resolve(const Mention& mention, std::uint32_t attribution);
  Answer by_name(const Mention& mention);
  Answer by_known_name(const Mention& mention);
  Answer by_person_name(const Mention& mention);
  Answer by_body_name(const Mention& mention);
  std::optional<Answer> by_misspelling(const Mention& mention);
  Answer by_description(const Mention& mention, std::uint32_t attribution);
  [[nodiscard]] bool is_known_surname(const Mention& mention) const;
  [[nodiscard]] Answer choose(const EntityList& candidates, const Role& role) const;
  [[nodiscard]] Answer by_kind(const Mention& mention) const;
  std::uint32_t entity_of_pack(std::uint32_t pack_source);
  std::uint32_t new_description(const Mention& mention);
  std::uint32_t new_nameless(const Mention& mention);
  std::uint32_t of_shown_name(const Mention& mention, SourceKind kind, bool vague);
  [[nodiscard]] std::string shown(const Mention& mention) const;
  [[nodiscard]] bool gives_name(const Mention& mention) const;

  // reference_resolving.cpp: pronouns and the like
  Answer by_pronoun(const Mention& mention, std::uint32_t attribution);
  [[nodiscard]] bool may_take_up(const Spoken& spoken, std::uint8_t agreement, std::uint32_t quotation,
                                 std::uint32_t attribution) const;
  [[nodiscard]] const Spoken* last_speaker(std::uint8_t agreement, std::uint32_t token,
                                           std::uint32_t attribution) const;
  [[nodiscard]] EntityList named_between(std::uint32_t from, std::uint32_t to, std::uint8_t agreement,
                                         std::uint32_t except, std::uint32_t attribution) const;
  [[nodiscard]] bool is_narrative_infinitive(const Attribution& attribution) const;
  [[nodiscard]] std::uint32_t last_subject(const Mention& mention, std::uint32_t attribution,
                                           std::uint32_t from) const;
  Answer by_persons_before(const Mention& mention);
  Answer by_noun_before(const Mention& mention);
  [[nodiscard]] std::uint32_t end_of_complements(std::uint32_t end, std::uint32_t limit) const;
  [[nodiscard]] Answer by_nearest(const Mention& mention) const;
  [[nodiscard]] Answer by_same_source() const;
  Answer by_antecedent(const Mention& mention, std::uint32_t attribution);
  [[nodiscard]] std::uint32_t start_of_antecedent(std::uint32_t relative) const;
  [[nodiscard]] std::uint32_t block_of(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;

  // subject_resolving.cpp: whom the sentences before are about
  /// Whom a sentence is about.
  struct Center {
    EntityList entities;   ///< several: it is open which
    bool spoke = false;    ///< they are sources in that sentence
    bool goes_on = false;  ///< its subject is a pronoun: ask the sentence before
  };
  [[nodiscard]] bool is_said(std::uint32_t token, std::uint32_t attribution) const;
  [[nodiscard]] std::uint32_t start_of_subject(std::uint32_t first, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t end_of_subject(std::uint32_t first, std::uint32_t limit) const;
  EntityList entities_of_subject(const Mention& subject, std::uint32_t attribution);
  Center center_of(std::uint32_t sentence, const Mention& mention, std::uint32_t attribution);
  [[nodiscard]] std::size_t times_spoken(std::uint32_t entity, std::uint32_t block) const;
  std::optional<Answer> by_subject_before(const Mention& mention, std::uint32_t attribution);
  void continue_from_before(std::uint32_t attribution);
  void answer_by_interviewee(std::uint32_t attribution);
  [[nodiscard]] EntityList interviewees_before(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t open_before(std::uint32_t attribution) const;

  // vague_resolving.cpp: "on", where the text tells who stands behind it
  Answer by_whereabouts(const Mention& mention, std::uint32_t attribution);
  [[nodiscard]] Whereabouts whereabouts_of(const Mention& mention, const Attribution& attribution) const;
  [[nodiscard]] Whereabouts whereabouts_at(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t teller_beside(std::uint32_t attribution) const;
  void resolve_told();
  [[nodiscard]] std::uint32_t name_before(const Mention& mention) const;

  // country_resolving.cpp
  enum class Land : std::uint8_t { none, home, abroad };
  [[nodiscard]] Land land_in(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_abroad();
  [[nodiscard]] bool is_foreign(const Mention& mention);

  // misspellings.cpp
  void find_misspelt_bodies();
  void find_misspelt_sources();
  [[nodiscard]] bool is_misspelt(const ComparedName& rare, const ComparedName& usual) const;
  void replace_source(std::uint32_t from, std::uint32_t to);
  [[nodiscard]] DoubtfulName doubtful(Span name, SourceKind kind, std::string& folded_name) const;
  void report_near_miss(Span span, std::string proposal, std::uint32_t entity);

  std::uint32_t source_of(std::uint32_t entity);
  [[nodiscard]] std::string new_ref(const Entity& entity);

  Tools tools_;
  const Document& document_;
  Analysis& analysis_;
  const Text& text_;
  Entities entities_;
  PeopleFinder people_;
  std::vector<Occurrence> occurrences_;
  std::vector<Spoken> spoken_;
  std::vector<NamedMention> named_;
  std::vector<std::uint32_t> nameless_;  ///< entities without a name, in order
  std::unordered_set<std::string> refs_;
  std::vector<std::uint32_t> speakers_;     ///< attributions whose source is "je"
  std::vector<std::uint32_t> told_;         ///< attributions to nobody whose words have another source
  std::optional<EntityList> interviewees_;  ///< of an interview; asked once
  std::uint32_t nameless_count_ = 0;
  std::optional<bool> abroad_;  ///< whether the article begins in another country; asked once
  std::uint32_t depth_ = 0;     ///< of subjects that are asked for while another one is
};

}  // namespace selon
