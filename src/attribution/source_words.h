// What the pack's word lists say of the words in and around a source's mention: is
// it a person, a body, a document, a pronoun, of which gender and number. No word of
// any language is here; rules/LANG/words-resolving.xml and words-people.xml have them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/phrase_table.h"
#include "rules/pack.h"

namespace selon {

/// Classes of words and phrases. A bit set.
namespace word {
inline constexpr std::uint64_t bit(int i) { return std::uint64_t{1} << i; }
// heads of noun phrases
inline constexpr std::uint64_t person = bit(0), group = bit(1), document = bit(2), anonymous = bit(3),
                               agency = bit(4), media = bit(5), government = bit(6), institution = bit(7),
                               organization = bit(8), company = bit(9), title = bit(10), hypernym = bit(11);
// determiners
inline constexpr std::uint64_t definite = bit(12), indefinite = bit(13), demonstrative = bit(14),
                               possessive = bit(15);
// forms of determiners, titles and pronouns
inline constexpr std::uint64_t masculine = bit(16), feminine = bit(17), singular = bit(18), plural = bit(19);
inline constexpr std::uint64_t forms = masculine | feminine | singular | plural;
// pronouns and the like
inline constexpr std::uint64_t pronoun = bit(20), pronoun_nearest = bit(21), pronoun_speaker = bit(22),
                               vague = bit(23), relative = bit(24), same_source = bit(25), no_name = bit(26);
// parts of names
inline constexpr std::uint64_t first_name_woman = bit(27), first_name_man = bit(28), particle = bit(29),
                               civil_title = bit(30), first_name = first_name_woman | first_name_man;
// links
inline constexpr std::uint64_t preposition = bit(31), coordination = bit(32), citing = bit(33),
                               cited = bit(34), age = bit(35), byline = bit(36), relay = bit(37);
// adjectives
inline constexpr std::uint64_t nationality = bit(38), state_mark = bit(39), agency_mark = bit(40);
// people without a name
inline constexpr std::uint64_t unnamed = bit(41), spokesman = bit(42), naming = bit(43), of_speaker = bit(44),
                               whereabouts = bit(45), place_pronoun = bit(46), side = bit(47);

inline constexpr std::uint64_t body = agency | media | government | institution | organization | company;
inline constexpr std::uint64_t head =
    person | group | document | anonymous | body | title | hypernym | spokesman;
inline constexpr std::uint64_t determiner = definite | indefinite | demonstrative | possessive;
}  // namespace word

class SourceWords {
 public:
  /// Looks into the pack's prepared table, where it has one.
  explicit SourceWords(const Pack& pack);
  /// The table to prepare.
  [[nodiscard]] std::string encode() const;
  static constexpr std::string_view stored_as = "source words";

  /// The classes of a folded word or phrase; 0 where no list has it.
  [[nodiscard]] std::uint64_t of(std::string_view folded) const;
  /// Whether a phrase of several words of class begins with this word.
  [[nodiscard]] bool may_go_on(std::string_view folded) const { return table_.may_go_on(folded); }
  /// The kind of source that a head of these classes names; unknown for persons' heads too.
  [[nodiscard]] static SourceKind kind_of_body(std::uint64_t classes);

 private:
  [[nodiscard]] bool decode(std::string_view bytes);
  void build(const Pack& pack);
  void add_list(const Pack& pack, std::string_view id, std::uint64_t classes);

  PhraseTable table_;
  std::span<const std::uint64_t> classes_;  ///< by the table's values
  // What was built; empty where it is prepared.
  PhraseTableBuilder built_table_;
  std::vector<std::uint64_t> built_classes_;
};

/// feature::masculine … plural of the word classes of the same names.
[[nodiscard]] std::uint8_t agreement_of(std::uint64_t classes);

}  // namespace selon
