// What the tests of several rooms share: the French pack and lexicon, opened once, and
// what reads texts with them.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <utility>

#include "language/lexicon.h"
#include "language/reader.h"
#include "language/vocabulary.h"
#include "rules/loader.h"

namespace selon {

/// The parts refer to one another: a room stays where it was made.
struct FrenchRoom {
  FrenchRoom() {
    auto loaded = load_pack(SELON_RULES_DIR "/fr");
    REQUIRE(loaded.has_value());
    pack = std::move(*loaded);
    auto opened = Lexicon::open(SELON_LEXICON_DIR "/fr.lexicon");
    REQUIRE(opened.has_value());
    lexicon = std::make_unique<Lexicon>(std::move(*opened));
    auto words = Vocabulary::create(pack, *lexicon);
    REQUIRE(words.has_value());
    vocabulary = std::move(*words);
    auto made = TextReader::create(*vocabulary);
    REQUIRE(made.has_value());
    reader = std::make_unique<TextReader>(std::move(*made));
  }
  FrenchRoom(const FrenchRoom&) = delete;
  FrenchRoom& operator=(const FrenchRoom&) = delete;

  Pack pack;
  std::unique_ptr<Lexicon> lexicon;
  std::unique_ptr<Vocabulary> vocabulary;
  std::unique_ptr<TextReader> reader;
};

}  // namespace selon
