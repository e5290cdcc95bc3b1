// The lexicon: word form → readings (lemma, part of speech, verb form, tense,
// person, gender, number). It is compiled at build time from a hunspell dictionary
// (language/compiler) into one file that is mapped at start, so that opening it
// costs nothing and only the pages that are asked for are read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/mapped_file.h"

namespace selon {

enum class PartOfSpeech : std::uint8_t {
  other,
  noun,
  adjective,
  verb,
  name,  ///< place, company
  first_name,
  surname,
  adverb,
  determiner,
  pronoun,
  preposition,
  conjunction,
  interjection,
  number,
};

enum class VerbForm : std::uint8_t {
  none,
  finite,
  infinitive,
  past_participle,
  present_participle,
  imperative
};

/// Bit sets of the features of one reading.
namespace feature {
inline constexpr std::uint32_t masculine = 1, feminine = 2;          // gender
inline constexpr std::uint32_t singular = 4, plural = 8;             // number
inline constexpr std::uint32_t first = 16, second = 32, third = 64;  // person
inline constexpr std::uint32_t present = 128, imperfect = 256, past = 512, future = 1024;
inline constexpr std::uint32_t conditional = 2048, subjunctive = 4096;
}  // namespace feature

struct Reading {
  std::uint32_t lemma = 0;  ///< offset in the lexicon's string pool
  std::uint16_t features = 0;
  PartOfSpeech part = PartOfSpeech::other;
  VerbForm form = VerbForm::none;
};

/// The layout of a lexicon file: header, slots, forms, readings, strings. Native
/// byte order: the file is made where it is used.
namespace lexicon_file {
inline constexpr char magic[8] = {'s', 'e', 'l', 'o', 'n', 'l', 'e', 'x'};
inline constexpr std::uint32_t version = 2;

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t slot_count;  ///< a power of two
  std::uint32_t form_count;
  std::uint32_t reading_count;
  std::uint32_t string_bytes;
  std::uint32_t reserved;
};

struct Form {
  std::uint32_t text;     ///< offset in the string pool; length before it
  std::uint32_t reading;  ///< first reading; the next form's is the end
};

/// Of a form's text; kept in the file's order of slots, so it is part of the format.
[[nodiscard]] std::uint64_t hash(std::string_view text);
}  // namespace lexicon_file

class Lexicon {
 public:
  /// Maps the file. Fails when it is missing, cut short, or of another version.
  static Expected<Lexicon> open(const std::string& path);

  /// The readings of exactly this form (case counts, apostrophe U+2019 inside a
  /// word); empty where the form is unknown.
  [[nodiscard]] std::span<const Reading> find(std::string_view form) const;
  [[nodiscard]] std::string_view lemma(const Reading& reading) const { return string_at(reading.lemma); }
  [[nodiscard]] std::uint32_t form_count() const { return header_->form_count; }

 private:
  explicit Lexicon(MappedFile file) : file_(std::move(file)) {}
  [[nodiscard]] std::string_view string_at(std::uint32_t offset) const;

  MappedFile file_;
  const lexicon_file::Header* header_ = nullptr;
  const std::uint32_t* slots_ = nullptr;
  const lexicon_file::Form* forms_ = nullptr;
  const Reading* readings_ = nullptr;
  const char* strings_ = nullptr;
};

}  // namespace selon
