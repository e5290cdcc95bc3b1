// How many altered quotations the audit misses: the quotations of fixtures/articles, each
// put twice into an article, the second time with one known alteration, or with a change
// that quoting allows. The floors below are what was measured; they only go up.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>

#include "attribution/analyzer.h"
#include "audit/engine.h"
#include "audit/words.h"
#include "document/load.h"
#include "rules/loader.h"

using namespace selon;

namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t long_enough = 6;  ///< words from which on 95 % must be found

struct Room {
  Pack pack;
  std::unique_ptr<Analyzer> analyzer;
};

Room& room() {
  static Room made = [] {
    Room opened;
    auto pack = load_pack(SELON_RULES_DIR "/fr");
    REQUIRE(pack.has_value());
    opened.pack = std::move(*pack);
    return opened;
  }();
  if (!made.analyzer) {
    auto analyzer = Analyzer::create(made.pack, SELON_LEXICON_DIR "/fr.lexicon", {.jit = true});
    REQUIRE(analyzer.has_value());
    made.analyzer = std::move(*analyzer);
  }
  return made;
}

std::vector<QuotedWord> words_of(const std::string& text) {
  return words_in(text, {0, static_cast<std::uint32_t>(text.size())});
}

/// The wordings of the articles' complete speech, without those that hold marks of their own.
std::vector<std::string> quotations_of(const std::filesystem::path& path) {
  auto document = load_file(path.string(), room().pack, {});
  REQUIRE(document.has_value());
  const Analysis analysis = room().analyzer->analyze(*document);
  std::vector<std::string> found;
  for (const QuotedText& quoted : analysis.quotations) {
    const Quotation& quotation = analysis.text.quotations[quoted.quotation];
    std::string inner(quotation.inner.in(document->text));
    const bool plain =
        std::ranges::none_of(std::array{"«", "»", "“", "”", "\"", "…", "...", "[", "(", "\n"},
                             [&](const char* mark) { return inner.find(mark) != std::string::npos; });
    const auto is_blank = [](char c) { return c == ' '; };
    for (const char* blank : {"\u00A0", "\u202F"}) {
      while (inner.starts_with(blank)) {
        inner.erase(0, std::string_view(blank).size());
      }
      while (inner.ends_with(blank)) {
        inner.erase(inner.size() - std::string_view(blank).size());
      }
    }
    while (!inner.empty() && (is_blank(inner.back()) || inner.back() == '.' || inner.back() == ',')) {
      inner.pop_back();
    }
    if (plain && quoted.kind == QuotationKind::speech && quotation.opened && quotation.closed &&
        quotation.parent == no_index && words_of(inner).size() >= shortest) {
      found.push_back(inner);
    }
  }
  return found;
}

const std::vector<std::vector<std::string>>& articles() {
  static const std::vector<std::vector<std::string>> all = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(SELON_FIXTURES_DIR "/articles")) {
      if (entry.path().extension() == ".txt") {
        paths.push_back(entry.path());
      }
    }
    std::ranges::sort(paths);
    std::vector<std::vector<std::string>> made;
    for (const auto& path : paths) {
      made.push_back(quotations_of(path));
    }
    return made;
  }();
  return all;
}

// --- Where the two wordings stand -------------------------------------------------------

enum class Place { body, standfirst, headline };

std::string article(Place place, const std::string& first, const std::string& second) {
  const std::string said = "« " + first + " »";
  std::string text;
  if (place == Place::headline) {
    text = "Karim Belhadj : " + said + "\n\nLe conseil s'est réuni lundi à Valbrune.\n\n";
  } else if (place == Place::standfirst) {
    text = "Le conseil de Valbrune s'est réuni\n\nLe délégué Karim Belhadj a prévenu mardi : " + said +
           ". La séance a duré trois heures.\n\nPar Jeanne Morvan\n\n";
  } else {
    text = "Le conseil de Valbrune s'est réuni\n\nPar Jeanne Morvan\n\nLa séance a duré trois heures. " +
           said + ", a déclaré Karim Belhadj, délégué du quartier.\n\n";
  }
  return text + "Des habitants attendaient devant la mairie depuis le matin. La pluie tombait.\n\n« " +
         second + " », a répété Karim Belhadj devant la presse.\n";
}

bool is_found(const std::string& text, Severity least = Severity::info) {
  const Document document = load_text(text, room().pack);
  const Analysis analysis = room().analyzer->analyze(document);
  bool found = false;
  audit(document, analysis, room().pack, {}, [&](const Finding& finding) {
    found = found || (finding.rule->id == "quotation.inconsistent" && finding.severity >= least);
  });
  return found;
}

// --- What happens to a wording; "" where it can't -----------------------------------------

std::string without(const std::string& text, Span span) {
  std::string made = text;
  made.erase(span.start, span.size());
  return made;
}

std::string with(const std::string& text, Span span, const std::string& other) {
  std::string made = text;
  made.replace(span.start, span.size(), other);
  return made;
}

bool has_space_around(const std::string& text, Span word) {
  return word.start > 0 && text[word.start - 1] == ' ' && word.end < text.size() && text[word.end] == ' ';
}

/// The word nearest to the middle that fits, but for the first and the last one.
template <class Fits>
const QuotedWord* middle_word(const std::string& text, const std::vector<QuotedWord>& words,
                              const Fits& fits) {
  for (std::size_t away = 0; away < words.size(); ++away) {
    const std::size_t at = words.size() / 2 + (away % 2 == 0 ? away / 2 : words.size() - (away + 1) / 2);
    const std::size_t index = at % words.size();
    if (index > 0 && index + 1 < words.size() && has_space_around(text, words[index].span) &&
        fits(words[index])) {
      return &words[index];
    }
  }
  return nullptr;
}

std::string dropped(const std::string& text) {
  const auto words = words_of(text);
  const QuotedWord* word = middle_word(text, words, [](const QuotedWord&) { return true; });
  return word == nullptr ? "" : without(text, {word->span.start, word->span.end + 1});
}

std::string replaced(const std::string& text) {
  const auto words = words_of(text);
  const QuotedWord* word = middle_word(text, words, [](const QuotedWord& w) { return w.key.size() >= 5; });
  return word == nullptr ? "" : with(text, word->span, "pivoine");
}

std::string added(const std::string& text) {
  const auto words = words_of(text);
  const QuotedWord* word = middle_word(text, words, [](const QuotedWord&) { return true; });
  return word == nullptr ? "" : with(text, {word->span.start, word->span.start}, "franchement ");
}

/// Present forms with their past.
const std::map<std::string, std::string, std::less<>>& tenses() {
  static const std::map<std::string, std::string, std::less<>> forms = {
      {"est", "était"},     {"sont", "étaient"},    {"a", "avait"},       {"ont", "avaient"},
      {"avons", "avions"},  {"va", "allait"},       {"vont", "allaient"}, {"fait", "faisait"},
      {"peut", "pouvait"},  {"faut", "fallait"},    {"doit", "devait"},   {"ai", "avais"},
      {"sera", "serait"},   {"suis", "étais"},      {"sommes", "étions"}, {"veut", "voulait"},
      {"reste", "restait"}, {"devait", "doit"},     {"était", "est"},     {"avait", "a"},
      {"étaient", "sont"},  {"savent", "savaient"}, {"sait", "savait"},   {"vient", "venait"}};
  return forms;
}

const QuotedWord* verb_in(const std::string& text, const std::vector<QuotedWord>& words) {
  const auto found = std::ranges::find_if(words, [&](const QuotedWord& word) {
    const bool whole = (word.span.start == 0 || text[word.span.start - 1] == ' ') &&
                       (word.span.end == text.size() || text[word.span.end] == ' ');
    return whole && tenses().contains(text.substr(word.span.start, word.span.size()));
  });
  return found == words.end() ? nullptr : &*found;
}

std::string in_other_tense(const std::string& text) {
  const auto words = words_of(text);
  const QuotedWord* verb = verb_in(text, words);
  return verb == nullptr
             ? ""
             : with(text, verb->span, tenses().at(text.substr(verb->span.start, verb->span.size())));
}

/// Takes a "pas" away, or puts "ne … pas" around a verb.
std::string negated(const std::string& text) {
  const auto words = words_of(text);
  const auto negation = std::ranges::find_if(
      words, [&](const QuotedWord& w) { return w.key == "pas" && has_space_around(text, w.span); });
  if (negation != words.end()) {
    return without(text, {negation->span.start, negation->span.end + 1});
  }
  const QuotedWord* verb = verb_in(text, words);
  if (verb == nullptr) {
    return "";
  }
  const std::string form = text.substr(verb->span.start, verb->span.size());
  const bool before_vowel = form.starts_with("é") || form.find_first_of("aeo") == 0;
  return with(text, verb->span, (before_vowel ? "n'" : "ne ") + form + " pas");
}

std::string with_other_figure(const std::string& text) {
  static const std::map<std::string, std::string, std::less<>> others = {
      {"deux", "douze"}, {"trois", "treize"}, {"quatre", "quarante"}, {"cinq", "quinze"}, {"six", "seize"},
      {"dix", "cent"},   {"vingt", "trente"}, {"trente", "vingt"},    {"cent", "mille"},  {"mille", "cent"},
      {"sept", "huit"},  {"huit", "sept"},    {"quinze", "cinq"}};
  for (const QuotedWord& word : words_of(text)) {
    if (word.key.front() >= '0' && word.key.front() <= '9' && word.span.size() == word.key.size()) {
      std::string digits = word.key;
      digits.back() = digits.back() == '9' ? '4' : static_cast<char>(digits.back() + 1);
      return with(text, word.span, digits);
    }
    if (const auto other = others.find(word.key); other != others.end()) {
      return with(text, word.span, other->second);
    }
  }
  return "";
}

// --- What quoting allows ------------------------------------------------------------------

std::string excerpt(const std::string& text) {
  const auto words = words_of(text);
  const std::size_t first = words.size() / 4;
  const std::size_t last = words.size() - words.size() / 4;
  return text.substr(words[first].span.start, words[last - 1].span.end - words[first].span.start);
}

std::string in_other_type(const std::string& text) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (rest.starts_with("’")) {
      made += "'";
      at += std::string_view("’").size();
    } else if (rest.starts_with("'")) {
      made += "’";
      ++at;
    } else if (rest.starts_with("–")) {
      made += "—";
      at += std::string_view("–").size();
    } else if (rest.starts_with(" ?") || rest.starts_with(" !") || rest.starts_with(" %") ||
               rest.starts_with(" ;")) {
      made += "\u202F";
      ++at;
    } else {
      made += text[at++];
    }
  }
  return made;
}

std::string in_other_case(const std::string& text) {
  std::string made = text;
  const char c = made.front();
  made.front() = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c >= 'a' && c <= 'z' ? c - 32 : c);
  return made;
}

std::string cut_with_a_mark(const std::string& text) {
  const auto words = words_of(text);
  const QuotedWord* word = middle_word(text, words, [](const QuotedWord&) { return true; });
  return word == nullptr ? "" : with(text, word->span, "(…)");
}

/// Three words in the middle are missing.
std::string with_a_hole(const std::string& text) {
  const auto words = words_of(text);
  const std::size_t first = (words.size() - 3) / 2;
  if (words.size() < 9 || first == 0 ||
      !has_space_around(text, {words[first].span.start, words[first + 2].span.end})) {
    return "";
  }
  return without(text, {words[first].span.start, words[first + 2].span.end + 1});
}

std::string excerpt_dropped(const std::string& text) {
  return words_of(text).size() < 10 ? "" : dropped(excerpt(text));
}
std::string excerpt_negated(const std::string& text) {
  return words_of(text).size() < 8 ? "" : negated(excerpt(text));
}
std::string excerpt_replaced(const std::string& text) {
  return words_of(text).size() < 10 ? "" : replaced(excerpt(text));
}

using Change = std::string (*)(const std::string&);

struct Kind {
  const char* name;
  Change change;
};

struct Count {
  std::size_t cases = 0;
  std::size_t wrong = 0;
};

/// Puts every quotation into an article with its changed self; the place goes round.
Count count_wrong(const Kind& kind, bool must_be_found, std::size_t least_words,
                  const std::vector<Place>& places, Severity least = Severity::info) {
  Count count;
  std::size_t turn = 0;
  for (const auto& quotations : articles()) {
    for (const std::string& quotation : quotations) {
      const std::string other = kind.change(quotation);
      if (other.empty() || words_of(quotation).size() < least_words || words_of(other).size() < 3) {
        continue;
      }
      const Place place = places[turn++ % places.size()];
      ++count.cases;
      if (is_found(article(place, other, quotation), least) != must_be_found) {
        ++count.wrong;
        MESSAGE(std::string(kind.name), " at place ", static_cast<int>(place), ": ", quotation, " / ", other);
      }
    }
  }
  return count;
}

const std::vector<Place> everywhere = {Place::body, Place::standfirst, Place::headline};

}  // namespace

TEST_CASE("altered quotations: no negation and no figure is missed") {
  std::size_t cases = 0;
  for (const Kind& kind : {Kind{"negation", negated}, Kind{"figure", with_other_figure}}) {
    const Count count = count_wrong(kind, true, shortest, everywhere, Severity::error);
    CHECK_MESSAGE(count.wrong == 0, std::string(kind.name), ": ", count.wrong, " of ", count.cases,
                  " missed");
    cases += count.cases;
  }
  CHECK_MESSAGE(cases >= 100, cases);
}

TEST_CASE("altered quotations: next to none of six words or more is missed") {
  std::size_t cases = 0;
  for (const Kind& kind : {Kind{"dropped", dropped}, Kind{"added", added}, Kind{"replaced", replaced},
                           Kind{"tense", in_other_tense}}) {
    const Count count = count_wrong(kind, true, long_enough, everywhere);
    CHECK_MESSAGE(20 * count.wrong <= count.cases, std::string(kind.name), ": ", count.wrong, " of ",
                  count.cases, " missed");
    cases += count.cases;
  }
  CHECK_MESSAGE(cases >= 300, cases);
}

TEST_CASE("altered quotations: next to no excerpt that announces the article") {
  std::size_t cases = 0;
  for (const Kind& kind : {Kind{"dropped", excerpt_dropped}, Kind{"replaced", excerpt_replaced},
                           Kind{"negation", excerpt_negated}, Kind{"hole", with_a_hole}}) {
    const Count count = count_wrong(kind, true, shortest, {Place::standfirst, Place::headline});
    // The machine cuts where no journalist would ("Nous en n'avons pas"): one case in ten may pass.
    CHECK_MESSAGE(10 * count.wrong <= count.cases, std::string(kind.name), ": ", count.wrong, " of ",
                  count.cases, " missed");
    cases += count.cases;
  }
  CHECK_MESSAGE(cases >= 150, cases);
}

TEST_CASE("altered quotations: what quoting allows is never reported") {
  std::size_t cases = 0;
  for (const Kind& kind :
       {Kind{"type", in_other_type}, Kind{"case", in_other_case}, Kind{"cut", cut_with_a_mark}}) {
    const Count count = count_wrong(kind, false, shortest, everywhere);
    CHECK_MESSAGE(count.wrong == 0, std::string(kind.name), ": ", count.wrong, " of ", count.cases);
    cases += count.cases;
  }
  const Count excerpts = count_wrong({"excerpt", excerpt}, false, shortest, {Place::headline});
  CHECK_MESSAGE(excerpts.wrong == 0, excerpts.wrong, " of ", excerpts.cases);
  cases += excerpts.cases;
  CHECK_MESSAGE(cases >= 300, cases);
}

TEST_CASE("altered quotations: two different ones of an article are two") {
  std::size_t cases = 0;
  std::size_t wrong = 0;
  for (const auto& quotations : articles()) {
    for (std::size_t i = 0; i + 1 < quotations.size(); ++i) {
      ++cases;
      if (is_found(article(everywhere[i % everywhere.size()], quotations[i], quotations[i + 1]))) {
        ++wrong;
        MESSAGE(quotations[i], " / ", quotations[i + 1]);
      }
    }
  }
  CHECK_MESSAGE(cases >= 100, cases);
  CHECK_MESSAGE(wrong <= 1, wrong);  // a headline of the fixtures has indeed lost a word
}
