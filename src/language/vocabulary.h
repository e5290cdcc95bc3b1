// What a pack and a lexicon say of each word: its candidate tags, the word lists it
// stands in, its readings. A word is worked out when a text first uses it and kept,
// so that each later token costs one look-up.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "language/lexicon.h"
#include "language/text.h"
#include "language/word_tables.h"
#include "rules/pack.h"

namespace selon {

using TagSet = std::bitset<256>;

/// A word form as it stands in texts (case and apostrophe as written).
struct Word {
  std::string_view text;
  std::array<Tag, 8> candidates{};       ///< best first; 0 ends the list
  ListSet lists = 0;                     ///< the word lists it stands in
  std::uint32_t verb = no_index;         ///< in Pack::verbs, where a reading is one of them
  std::uint8_t shape = 0;                ///< TokenShape bits that belong to the form
  std::uint8_t gender_number = 0;        ///< feature::masculine … plural of its nominal readings
  std::uint32_t multiwords = no_index;   ///< the entries of several words that begin with it
  std::uint32_t second_word = no_index;  ///< its index, where some entry of several words has it second
  bool name_reading = false;             ///< the lexicon knows it as a name
};

class Vocabulary {
 public:
  /// Keeps references to both. Fails on a tag definition that names an unknown class.
  static Expected<std::unique_ptr<Vocabulary>> create(const Pack& pack, const Lexicon& lexicon);

  /// The index of a word form; works it out where it is new. Never fails.
  std::uint32_t intern(std::string_view text);
  /// Stays where it is until words are forgotten.
  [[nodiscard]] const Word& word(std::uint32_t index) const {
    return words_[index / words_together][index % words_together];
  }
  /// Readings of a word as written, else of its lower-case form.
  [[nodiscard]] std::span<const Reading> readings(std::string_view text) const;
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const Pack& pack() const { return *pack_; }

  /// The tag of that name, or 0.
  [[nodiscard]] Tag tag(std::string_view name) const;
  /// The tag for a punctuation character (its code point), or 0.
  [[nodiscard]] Tag punctuation(std::uint32_t code_point) const;
  /// The bit of a word list in Word::lists, or 0 where the pack has no such list.
  [[nodiscard]] ListSet list_bit(std::string_view id) const;
  /// Whether `lower` (lower case, straight apostrophe) stands in a list.
  [[nodiscard]] bool listed(std::string_view list_id, std::string_view lower) const;

  [[nodiscard]] const WordTables& tables() const { return tables_; }

  /// Forgets the words of earlier texts when there are very many (hostile input
  /// must not fill the memory). Call between documents only.
  void trim();
  /// Another one after each time that words were forgotten: their indices are given anew.
  [[nodiscard]] std::uint32_t generation() const { return generation_; }

 private:
  Vocabulary(const Pack& pack, const Lexicon& lexicon)
      : pack_(&pack), lexicon_(&lexicon), tables_(WordTables::of(pack)) {}

  struct TagSource {
    Tag tag = 0;
    PartOfSpeech part = PartOfSpeech::other;
    VerbForm form = VerbForm::none;
    std::uint16_t features = 0;  ///< all of them are asked for
    std::uint8_t verbs = 0;      ///< 0 any, else a VerbClass
    std::string lemma;
    bool listed = false;  ///< the word must stand in a list of the pack:
    ListSet list = 0;     ///< in this one; 0 where the pack has no such list
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t word = no_index;
  };

  Expected<void> add_source(const TagDefinition& definition, const std::string& source, Tag tag);
  void work_out(Word& word);
  void add_readings(Word& word, std::span<const Reading> readings, TagSet& seen);
  [[nodiscard]] bool matches(const TagSource& source, const Reading& reading, ListSet lists) const;
  [[nodiscard]] std::uint32_t verb_of(const Reading& reading) const;

  const Pack* pack_;
  const Lexicon* lexicon_;
  WordTables tables_;
  std::vector<TagSource> sources_;
  std::unordered_map<std::string_view, std::uint32_t> verbs_;
  std::unordered_map<std::uint32_t, Tag> punctuation_;
  std::array<Tag, 4> shape_tags_{};  ///< unknown, capital, digits, mixed

  static constexpr std::uint32_t words_together = 128;
  std::vector<std::unique_ptr<Word[]>> words_;
  std::uint32_t word_count_ = 0;
  std::pmr::monotonic_buffer_resource texts_;  ///< of the words, one behind the other
  std::vector<Slot> slots_;
  std::uint32_t slot_mask_ = 0;
  std::uint32_t generation_ = 0;
  void empty_slots(std::size_t count);
  void grow();
};

}  // namespace selon
