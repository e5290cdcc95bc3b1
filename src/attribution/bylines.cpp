#include "attribution/bylines.h"

#include "attribution/name_fold.h"
#include "language/unicode.h"

namespace selon {

namespace {

struct BylineWord {
  std::string_view text;
  std::string folded;
  bool capital = false;
  bool all_capitals = false;
  bool breaks = false;  ///< punctuation stands before it
};

// Words with the apostrophe and hyphen as writers use them: "l'AFP" is two words,
// "Keystone-ATS" is one.
std::vector<BylineWord> split(std::string_view text) {
  std::vector<BylineWord> out;
  bool breaks = true;
  std::size_t at = 0;
  while (at < text.size()) {
    unicode::CodePoint c = unicode::decode(text, at);
    if (!unicode::is_letter(c.value) && !unicode::is_digit(c.value)) {
      breaks = breaks || (!unicode::is_space(c.value) && !unicode::is_apostrophe(c.value));
      at += c.size;
      continue;
    }
    const std::size_t start = at;
    bool all = true;
    while (unicode::is_letter(c.value) || unicode::is_digit(c.value) || unicode::is_hyphen(c.value) ||
           (c.value == '.' && unicode::is_letter(unicode::decode(text, at + 1).value))) {
      all = all && (!unicode::is_letter(c.value) || unicode::is_upper(c.value));
      at += c.size;
      c = unicode::decode(text, at);
    }
    BylineWord word;
    word.text = text.substr(start, at - start);
    word.folded = folded(word.text);
    word.capital = unicode::is_upper(unicode::decode(text, start).value);
    word.all_capitals = all && word.text.size() > 1;
    word.breaks = breaks;
    breaks = false;
    out.push_back(std::move(word));
  }
  return out;
}

std::vector<FoldedWord> row_at(const std::vector<BylineWord>& words, std::size_t first) {
  std::vector<FoldedWord> row;
  for (std::size_t i = first; i < words.size() && (i == first || !words[i].breaks); ++i) {
    row.push_back({words[i].folded, words[i].text, words[i].capital});
  }
  return row;
}

// One past the run of capitalised words that begins here, particles inside it.
std::size_t end_of_run(const std::vector<BylineWord>& words, std::size_t first, const SourceWords& classes) {
  std::size_t end = first + 1;
  for (std::size_t i = end; i < words.size() && !words[i].breaks; ++i) {
    const std::uint64_t of = classes.of(words[i].folded);
    if (words[i].capital && (of & (word::byline | word::relay)) == 0) {
      end = i + 1;
    } else if ((of & word::particle) == 0) {
      break;
    }
  }
  return end;
}

}  // namespace

std::vector<BylineName> names_in_byline(std::string_view text, const SourceIndex& index,
                                        const SourceWords& classes) {
  std::vector<BylineName> out;
  const std::vector<BylineWord> words = split(text);
  bool relayed = false;
  for (std::size_t i = 0; i < words.size();) {
    const std::uint64_t of = classes.of(words[i].folded);
    if ((of & word::relay) != 0) {
      relayed = true;
      ++i;
      continue;
    }
    KnownName known = index.longest_at(row_at(words, i));
    const bool article = i > 0 && !words[i].breaks && words[i - 1].capital &&
                         (classes.of(words[i - 1].folded) & word::definite) != 0;
    if (known.words == 1 && (of & word::byline) != 0 && !article) {
      known = {};  // "Temps de lecture" isn't Le Temps
    }
    std::size_t end = i + 1;
    BylineName name;
    bool named = false;
    if (known.words != 0) {
      end = i + known.words;
      name.source = known.sources.front();
      named = index.source(name.source).kind != SourceKind::place;
    } else if (words[i].capital && (of & word::byline) == 0) {
      end = end_of_run(words, i, classes);
      name.person = end - i > 1;
      named = name.person || words[i].all_capitals;  // one unknown word only where it is an acronym
    } else {
      ++i;
      continue;
    }
    if (named && !relayed) {
      const char* start = words[i].text.data();
      const std::string_view last = words[end - 1].text;
      name.text = {start, static_cast<std::size_t>(last.data() + last.size() - start)};
      out.push_back(name);
    }
    relayed = false;
    i = end;
  }
  return out;
}

}  // namespace selon
