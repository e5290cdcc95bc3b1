// Patterns matched by the interpreter of PCRE2 and by its machine code, and what becomes of
// those that take too long.
#include "attribution/pattern_set.h"

#include <filesystem>
#include <string>
#include <vector>

#include "attribution/analyzer.h"
#include "document/load.h"
#include "resolving_article.h"

using namespace selon;

namespace {

namespace fs = std::filesystem;

/// The French pack with one pattern, which takes all ways to cut a row of nouns in parts.
Pack slow_pack() {
  Pack pack = resolving_room().pack;
  pack.patterns.resize(1);
  pack.patterns[0].id = "slow";
  pack.patterns[0].expression = "(?:NOUN+)+ cue(SAY)";
  pack.patterns[0].gate = {"SAY"};
  pack.boundaries.resize(1);
  pack.boundaries[0].scope = "after";
  pack.boundaries[0].effect = "end";
  pack.boundaries[0].expression = "(?:NOUN+)+ SAY";
  pack.regexes = nullptr;
  return pack;
}

std::string row_of_nouns(const Vocabulary& vocabulary) {
  const auto of = [&](const char* name) { return std::string(1, static_cast<char>(vocabulary.tag(name))); };
  return std::string(60, of("NOUN").front()) + of("COMMA") + of("SAY") + of("COMMA") + of("NOUN") + of("SAY");
}

/// All that is found in an article, one attribution a line.
std::string found_in(Analyzer& analyzer, const Document& document) {
  std::string out;
  const auto add = [&](Span span) {
    out += " " + std::to_string(span.start) + "-" + std::to_string(span.end);
  };
  for (const Attribution& attribution : analyzer.analyze(document).attributions) {
    out += attribution.rule;
    add(attribution.source.value_or(Span{}));
    add(attribution.cue ? attribution.cue->span : Span{});
    for (const Span content : attribution.content) {
      add(content);
    }
    out += "\n";
  }
  return out;
}

std::unique_ptr<Analyzer> analyzer(bool jit) {
  auto made = Analyzer::create(resolving_room().pack, SELON_LEXICON_DIR "/fr.lexicon", {.jit = jit});
  REQUIRE(made.has_value());
  return std::move(*made);
}

}  // namespace

TEST_CASE("a pattern that takes too long is told once and goes on behind the next cue") {
  const Pack pack = slow_pack();
  const auto vocabulary = Vocabulary::create(pack, *resolving_room().lexicon);
  REQUIRE(vocabulary.has_value());
  const std::string tags = row_of_nouns(**vocabulary);
  TagSet present;
  for (const char tag : tags) {
    present.set(static_cast<unsigned char>(tag));
  }
  for (const bool jit : {false, true}) {
    const auto patterns = PatternSet::create(**vocabulary, jit);
    REQUIRE(patterns.has_value());
    for (int sentence = 0; sentence < 2; ++sentence) {
      std::vector<PatternMatch> found;
      (*patterns)->match(tags, 0, static_cast<std::uint32_t>(tags.size()), present, found);
      REQUIRE(found.size() == 1);
      CHECK(found[0].whole == TokenRange{63, 65});
      CHECK(found[0].cue == TokenRange{64, 65});
    }
    REQUIRE((*patterns)->mistakes().size() == 1);
    CHECK((*patterns)->mistakes()[0].fragment == "slow");
  }
}

TEST_CASE("a boundary that takes too long is told once and taken as missing") {
  const Pack pack = slow_pack();
  const auto vocabulary = Vocabulary::create(pack, *resolving_room().lexicon);
  REQUIRE(vocabulary.has_value());
  const auto patterns = PatternSet::create(**vocabulary, false);
  REQUIRE(patterns.has_value());
  const std::string tags = row_of_nouns(**vocabulary);
  CHECK_FALSE((*patterns)->boundary("after", "end", tags, 0, false));
  CHECK_FALSE((*patterns)->boundary("after", "end", tags, 0, false));
  CHECK((*patterns)->boundary("after", "end", tags, 62, false) == TokenRange{63, 65});
  CHECK((*patterns)->mistakes().size() == 1);
}

TEST_CASE("machine code finds in our articles what the interpreter finds, within all limits") {
  const auto interpreter = analyzer(false);
  const auto machine_code = analyzer(true);
  Loader loader(resolving_room().pack);
  std::size_t attributions = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(SELON_FIXTURES_DIR "/articles")) {
    const auto document = loader.file(entry.path().string(), {});
    if (!document) {
      continue;
    }
    INFO(entry.path().filename().string());
    const std::string found = found_in(*interpreter, *document);
    CHECK(found == found_in(*machine_code, *document));
    attributions += static_cast<std::size_t>(std::ranges::count(found, '\n'));
  }
  CHECK(attributions > 200);
  CHECK(interpreter->mistakes().empty());
  CHECK(machine_code->mistakes().empty());
}
