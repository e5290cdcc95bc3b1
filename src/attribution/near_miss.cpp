#include "attribution/near_miss.h"

#include <algorithm>
#include <bit>

#include "attribution/edit_distance.h"
#include "attribution/name_fold.h"
#include "language/unicode.h"

namespace selon {

namespace {

constexpr std::size_t least_letters = 3;
constexpr std::size_t searched_text = 512 * 1024;  // an article is far shorter

bool is_press(SourceKind kind) {
  return kind == SourceKind::agency || kind == SourceKind::media || kind == SourceKind::state_media;
}

bool same_kind(SourceKind a, SourceKind b) { return a == b || (is_press(a) && is_press(b)); }

std::string_view take_word(std::string_view& rest) {
  const std::string_view word = first_word(rest);
  rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  return word;
}

}  // namespace

bool may_be_misspelt(std::string_view a, const std::vector<bool>& unknown, std::string_view b) {
  if (a == b || edit_distance(a, b, edits_allowed(a.size())) > edits_allowed(a.size())) {
    return false;
  }
  std::size_t word = 0;
  std::string_view x = a;
  std::string_view y = b;
  while (!x.empty() && !y.empty()) {
    if (take_word(x) != take_word(y) && (word >= unknown.size() || !unknown[word])) {
      return false;
    }
    ++word;
  }
  return x.empty() && y.empty();
}

bool has_word(std::string_view text, std::string_view word) {
  text = text.substr(0, searched_text);
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const unicode::CodePoint before = unicode::decode_before(text, at);
    const unicode::CodePoint after = unicode::decode(text, at + word.size());
    if (!unicode::is_letter(before.value) && !unicode::is_letter(after.value)) {
      return true;
    }
  }
  return false;
}

void NearMissFinder::prepare() {
  if (!keys_.empty()) {
    return;
  }
  const PhraseTable& table = index_.table();
  keys_.reserve(table.entries().size());
  for (std::uint32_t i = 0; i < table.entries().size(); ++i) {
    const PhraseTable::Entry& entry = table.entry(i);
    const SourceIndex::Name& name = index_.name(entry);
    if (entry.size >= least_letters && name.capital != 0 &&
        index_.source(name.source).kind != SourceKind::person) {
      keys_.push_back({name.letters, entry.size, i});
    }
  }
}

// Whether any known name has this word in it.
bool NearMissFinder::word_of_a_list(std::string_view word) const {
  const std::uint32_t letters = letters_of(word);
  for (const Key& key : keys_) {
    if (key.size < word.size() || (letters & ~key.letters) != 0) {
      continue;
    }
    std::string_view rest = index_.table().text(index_.table().entry(key.entry));
    while (!rest.empty()) {
      if (take_word(rest) == word) {
        return true;
      }
    }
  }
  return false;
}

// Whether a word that makes the name doubtful is part of some known name.
bool NearMissFinder::has_listed_word(const DoubtfulName& name) const {
  std::string_view rest = name.folded;
  for (std::size_t word = 0; !rest.empty(); ++word) {
    const std::string_view part = take_word(rest);
    if (word < name.unknown.size() && name.unknown[word] && word_of_a_list(part)) {
      return true;
    }
  }
  return false;
}

// Whether the two are near enough by their letters; length and letters are asked first,
// for they cost next to nothing.
bool NearMissFinder::may_be(const Key& key, const DoubtfulName& name, const Key& known) const {
  const std::uint32_t allowed = edits_allowed(key.size);
  const std::uint32_t more = std::max(known.size, key.size) - std::min(known.size, key.size);
  if (more > allowed || std::popcount(known.letters ^ key.letters) > static_cast<int>(2 * allowed)) {
    return false;
  }
  return may_be_misspelt(name.folded, name.unknown, index_.table().text(index_.table().entry(known.entry)));
}

// A form that comes again is meant so, unless the right one stands in the article too.
// Asked only of names that are near a known one: it reads the article up to there.
bool NearMissFinder::is_repeated(const DoubtfulName& name, Place& place) {
  if (!place.repeated) {
    const std::size_t seen = place.article.find(name.text);
    place.repeated =
        seen != std::string_view::npos && place.article.find(name.text, seen + 1) != std::string_view::npos;
  }
  return *place.repeated;
}

// How well a known name near in letters fits, the lowest best; nothing where neither
// the article nor the noun beside the doubtful name nor its likeness speaks for it.
std::optional<std::uint32_t> NearMissFinder::rank_of(const Key& known, const DoubtfulName& name,
                                                     Place& place) const {
  const std::string_view key = name.folded;
  const PhraseTable::Entry& entry = index_.table().entry(known.entry);
  const std::string_view text = index_.table().text(entry);
  const SourceIndex::Name& listed = index_.name(entry);
  const SourceKind kind = index_.source(listed.source).kind;
  const std::uint32_t distance = edit_distance(key, text, edits_allowed(key.size()));
  const bool in_article = has_word(place.article, index_.spelling(listed));
  const bool same = name.kind != SourceKind::unknown && same_kind(kind, name.kind);
  const bool kind_speaks = same && is_press(kind) && distance == 1;
  const bool kind_denies = name.kind != SourceKind::unknown && !same;
  // Likeness alone tells little: then a name that has an article wants one ("le Majlis").
  const bool article = listed.bare == 0 || name.determiner;
  const bool close =
      article && key.size() > 5 && key.front() == text.front() && distance <= (key.size() < 10 ? 1u : 2u);
  if (kind_denies || !(in_article || ((kind_speaks || close) && !is_repeated(name, place)))) {
    return std::nullopt;
  }
  return distance * 4 + (in_article ? 0 : 2) + (kind_speaks ? 0 : 1);
}

std::optional<Proposal> NearMissFinder::find(const DoubtfulName& name, std::string_view article) {
  const bool doubtful = std::find(name.unknown.begin(), name.unknown.end(), true) != name.unknown.end();
  if (name.folded.size() < least_letters || !doubtful) {
    return std::nullopt;
  }
  prepare();
  const Key key{letters_of(name.folded), static_cast<std::uint32_t>(name.folded.size()), no_index};
  Place place{article, std::nullopt};
  Proposal best;
  std::uint32_t best_rank = 100;
  bool tie = false;
  for (const Key& candidate : keys_) {
    const auto rank = may_be(key, name, candidate) ? rank_of(candidate, name, place) : std::nullopt;
    if (!rank) {
      continue;
    }
    const SourceIndex::Name& known = index_.name(index_.table().entry(candidate.entry));
    tie = *rank == best_rank ? tie || known.source != best.source : *rank > best_rank && tie;
    if (*rank < best_rank) {
      best_rank = *rank;
      best = {known.source, std::string_view(index_.spelling(known)).substr(known.bare)};
    }
  }
  if (best.source == no_index || tie || has_listed_word(name)) {
    return std::nullopt;
  }
  return best;
}

}  // namespace selon
