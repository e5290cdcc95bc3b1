#include "claims/diff/phrases.h"

#include <cstdint>
#include <utility>

#include "audit/words.h"

namespace selon {

namespace {

bool stands_at(const std::vector<std::string>& phrase, const std::vector<DiffWord>& words, std::size_t at) {
  if (words.size() - at < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (words[at + i].key != phrase[i]) return false;
  }
  return true;
}

}  // namespace

Phrases::Phrases(const WordList* list) {
  if (list == nullptr) return;
  for (const std::string& entry : list->words) {
    std::vector<std::string> phrase;
    for (QuotedWord& word : words_in(entry, {0, static_cast<std::uint32_t>(entry.size())})) {
      phrase.push_back(std::move(word.key));
    }
    if (!phrase.empty()) by_first_[phrase.front()].push_back(std::move(phrase));
  }
}

void Phrases::mark(std::vector<DiffWord>& words, bool DiffWord::*flag) const {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto found = by_first_.find(words[at].key);
    if (found == by_first_.end()) continue;
    for (const std::vector<std::string>& phrase : found->second) {
      if (!stands_at(phrase, words, at)) continue;
      for (std::size_t i = 0; i < phrase.size(); ++i) words[at + i].*flag = true;
    }
  }
}

}  // namespace selon
