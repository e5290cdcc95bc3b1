#include "claims/other_article.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "claims/fold.h"

namespace selon {

namespace {

/// The long words of a text, each once, in their order: what it is about.
std::vector<std::string> long_words(std::string_view text) {
  constexpr std::size_t least_bytes = 6;
  const std::string folded = fold_name(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end - at >= least_bytes) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

bool is_other_article(std::string_view before, std::string_view now) {
  constexpr std::size_t least_words = 20;
  const std::vector<std::string> a = long_words(before);
  const std::vector<std::string> b = long_words(now);
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < least_words) return false;
  std::vector<std::string> shared;
  std::ranges::set_intersection(a, b, std::back_inserter(shared));
  return shared.size() * 10 < shorter;
}

}  // namespace selon
