// Words that tell a country: capitals, names of countries, adjectives of nationality. No list
// of their own: the pack's sources have them ("Lima" stands for "le gouvernement du Pérou",
// "gouvernement péruvien" is one of PE).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "attribution/source_index.h"
#include "attribution/source_words.h"

namespace selon {

class Countries {
 public:
  Countries(const Pack& pack, const SourceWords& words) : pack_(pack), words_(words) {}

  /// The country of a folded name or adjective, or "".
  [[nodiscard]] std::string_view of(std::string_view folded);
  /// Whether it is a city's name, which has no article of its own: "Vienne", not "la Vienne".
  [[nodiscard]] bool is_city(std::string_view folded) const {
    return cities_.find(std::string(folded)) != cities_.end();
  }
  /// Whether a name that several countries have ("ministère de la Santé") means this
  /// country's where nothing else is said.
  [[nodiscard]] bool is_home(std::string_view country);

 private:
  void prepare();
  void add_adjective(std::string_view name, const std::string& country);
  void add(std::string folded_word, const std::string& country);

  const Pack& pack_;
  const SourceWords& words_;
  bool prepared_ = false;
  std::string home_;
  std::unordered_map<std::string, std::string> countries_;
  std::unordered_set<std::string> cities_;
};

}  // namespace selon
