// The words of the interface, in its languages: data, in
// src/report/page/words.tsv (key, English, French).
//
//   const PageWords words(UiLanguage::fr);
//   words["sources"]                        "Sources"
//   words.with("said.by", {{"name", ...}})  with its {placeholders} filled in
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "report/wording.h"

namespace selon {

class PageWords {
 public:
  explicit PageWords(UiLanguage language);

  /// The words of that key; the key itself where there are none, which shows the mistake.
  [[nodiscard]] std::string_view operator[](std::string_view key) const;
  /// The same; "" where there are none.
  [[nodiscard]] std::string_view or_nothing(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return words_.contains(key); }
  [[nodiscard]] std::string with(
      std::string_view key,
      std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
    return with(key, std::span(values.begin(), values.size()));
  }
  [[nodiscard]] std::string with(std::string_view key,
                                 std::span<const std::pair<std::string_view, std::string_view>> values) const;
  /// `KEY.one` or `KEY.many` with {count}; the row `zero` says which 0 is.
  [[nodiscard]] std::string counted(std::string_view key, std::uint64_t count) const;
  /// A share in percent, rounded: "42 %" as the language writes it. Of nothing: 0.
  [[nodiscard]] std::string percent(std::uint64_t part, std::uint64_t whole) const;

  [[nodiscard]] UiLanguage language() const { return language_; }

 private:
  UiLanguage language_;
  std::unordered_map<std::string_view, std::string_view> words_;
};

/// Those of a language, read when they are first asked for.
[[nodiscard]] const PageWords& ui_words(UiLanguage language);

}  // namespace selon
