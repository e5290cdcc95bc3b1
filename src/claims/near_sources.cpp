#include "claims/near_sources.h"

#include <algorithm>
#include <string_view>

#include "claims/fold.h"
#include "claims/statement.h"
#include "rules/names.h"

namespace selon {

namespace {

/// In shorter names a letter makes another name.
constexpr std::size_t shortest_misspelt = 6;
/// A surname that so many share tells nothing.
constexpr std::size_t most_of_a_surname = 12;

std::vector<std::string> split(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string sorted_key(std::vector<std::string> words) {
  std::ranges::sort(words);
  std::string key;
  for (const std::string& word : words) key += word + " ";
  return key;
}

/// The first letters of the words of at least `shortest` bytes.
std::string initials(const std::vector<std::string>& words, std::size_t shortest) {
  std::string letters;
  for (const std::string& word : words) {
    if (word.size() >= shortest) letters += word.front();
  }
  return letters;
}

bool same_digits(std::string_view a, std::string_view b) {
  const auto digits = [](std::string_view text) {
    std::string found;
    for (const char c : text) {
      if (c >= '0' && c <= '9') found += c;
    }
    return found;
  };
  return digits(a) == digits(b);
}

/// One byte added, lost, changed, or two neighbours swapped.
bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  std::size_t front = 0;
  while (front < a.size() && a[front] == b[front]) ++front;
  const std::string_view rest_a = a.substr(front);
  const std::string_view rest_b = b.substr(front);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

/// "jeanne morvan" and "j morvan", or "morvan".
bool may_be_one_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() == 1 || b.size() == 1) return a.size() != b.size();
  const std::string& first = a.front();
  const std::string& other = b.front();
  return (first.size() == 1 || other.size() == 1) && first != other && first.front() == other.front();
}

}  // namespace

NearSources::NearSources(SQLite::Database& sqlite) {
  Prepared statement(sqlite,
                     "SELECT id, ref, name, kind FROM sources WHERE article_id IS NULL AND same_as IS NULL "
                     "AND anonymous = 0 AND vague = 0 ORDER BY ref");
  Run run = statement.run();
  while (run.step()) {
    Named source;
    source.id = run.number_at(0);
    source.ref = run.text_at(1);
    source.folded = fold_name(run.text_at(2));
    source.words = split(source.folded);
    source.person = run.text_at(3) == name_of(SourceKind::person);
    if (!source.words.empty()) named_.push_back(std::move(source));
  }
  pair_by_surname();
  pair_by_key();
  pair_by_letters();
  for (auto& [id, refs] : near_) {
    std::ranges::sort(refs);
    if (refs.size() > most) refs.resize(most);
  }
}

void NearSources::pair_by_surname() {
  Buckets by_surname;
  for (std::size_t at = 0; at < named_.size(); ++at) {
    if (named_[at].person) by_surname[named_[at].words.back()].push_back(at);
  }
  for (const auto& [surname, members] : by_surname) {
    if (members.size() > most_of_a_surname) continue;
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        if (may_be_one_person(named_[members[i]].words, named_[members[j]].words))
          pair(members[i], members[j]);
      }
    }
  }
}

/// The same words, and acronyms with what they stand for.
void NearSources::pair_by_key() {
  Buckets by_words;
  Buckets by_initials;
  for (std::size_t at = 0; at < named_.size(); ++at) {
    auto& same = by_words[sorted_key(named_[at].words)];
    for (const std::size_t other : same) pair(at, other);
    if (same.size() < most) same.push_back(at);
    if (named_[at].words.size() < 2 || named_[at].person) continue;
    const std::string all = initials(named_[at].words, 1);
    const std::string of_long_words = initials(named_[at].words, 4);
    by_initials[all].push_back(at);
    if (of_long_words != all) by_initials[of_long_words].push_back(at);
  }
  for (std::size_t at = 0; at < named_.size(); ++at) {
    if (named_[at].words.size() != 1 || named_[at].folded.size() < 3) continue;
    const auto found = by_initials.find(named_[at].folded);
    if (found == by_initials.end() || found->second.size() > most) continue;
    for (const std::size_t other : found->second) pair(at, other);
  }
}

/// Two names a letter apart have a form in common that lacks one letter, or are it.
void NearSources::pair_by_letters() {
  Buckets by_form;
  for (std::size_t at = 0; at < named_.size(); ++at) {
    const std::string& name = named_[at].folded;
    if (name.size() < shortest_misspelt) continue;
    std::vector<std::string> forms{name};
    for (std::size_t gap = 0; gap < name.size(); ++gap) {
      forms.push_back(name.substr(0, gap) + name.substr(gap + 1));
    }
    std::ranges::sort(forms);
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    for (const std::string& form : forms) {
      auto& same = by_form[form];
      for (const std::size_t other : same) {
        if (one_letter_apart(name, named_[other].folded) && same_digits(name, named_[other].folded)) {
          pair(at, other);
        }
      }
      if (same.size() < most) same.push_back(at);
    }
  }
}

void NearSources::pair(std::size_t a, std::size_t b) {
  const auto add = [&](const Named& to, const Named& what) {
    std::vector<std::string>& refs = near_[to.id];
    if (std::ranges::find(refs, what.ref) == refs.end()) refs.push_back(what.ref);
  };
  add(named_[a], named_[b]);
  add(named_[b], named_[a]);
}

const std::vector<std::string>& NearSources::of(std::int64_t source) const {
  static const std::vector<std::string> none;
  const auto found = near_.find(source);
  return found == near_.end() ? none : found->second;
}

}  // namespace selon
