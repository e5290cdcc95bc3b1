// Phrases of a word list found in a row of words: "sans doute" counts as a whole, "sans"
// alone doesn't.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "claims/diff/figures.h"
#include "rules/pack.h"

namespace selon {

class Phrases {
 public:
  explicit Phrases(const WordList* list);

  /// Sets `flag` of every word that belongs to a phrase of the list.
  void mark(std::vector<DiffWord>& words, bool DiffWord::*flag) const;

 private:
  std::unordered_map<std::string, std::vector<std::vector<std::string>>> by_first_;
};

}  // namespace selon
