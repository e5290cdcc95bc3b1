// The state of a pack while it is loaded: the pack so far, the mistakes, and what
// is defined already. Used by the parts of the loader only (load_*.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "rules/loader.h"
#include "rules/pack.h"

namespace selon {

class Loading {
 public:
  Loading() { pack.sources.reserve(1024); }  // the one part that grows large

  Pack pack;

  void mistake(RulePlace place, std::string what, std::string fragment, std::string advice);
  /// A mistake that has its path and place already.
  void mistake(Error error);
  [[nodiscard]] bool has_mistakes() const { return !mistakes_.empty(); }
  /// By file, line and column.
  [[nodiscard]] LoadErrors take_mistakes();

  /// From here on, elements belong to another pack: they may override those of
  /// the packs before, but not one another.
  void begin_pack() { ++level_; }
  /// Whether the pack being read extends another one.
  [[nodiscard]] bool extends() const { return level_ > 1; }

  /// The place in `items` of the element `key` that begins at `place`: a new one, or
  /// the one it overrides. nullptr (and a mistake) where this pack has it already.
  template <class T>
  T* define(std::vector<T>& items, std::string_view key, RulePlace place) {
    const auto [found, is_new] =
        defined_[&items].try_emplace(std::string(key), Defined{items.size(), level_, place});
    if (is_new) {
      items.emplace_back();
    } else if (found->second.level == level_) {
      twice(key, place, found->second.place);
      return nullptr;
    }
    found->second.level = level_;
    found->second.place = place;
    return &items[found->second.index];
  }

 private:
  struct Defined {
    std::size_t index = 0;
    unsigned level = 0;
    RulePlace place;
  };
  void twice(std::string_view key, RulePlace place, RulePlace first);

  unsigned level_ = 0;
  std::unordered_map<const void*, std::unordered_map<std::string, Defined>> defined_;
  std::vector<Error> mistakes_;
  std::size_t left_out_ = 0;
};

}  // namespace selon
