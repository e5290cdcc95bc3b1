#include "rules/loading.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/tag_expression.h"

namespace selon {

namespace {
// A hostile file has a mistake at every byte; an author corrects the first ones first.
constexpr std::size_t most_mistakes = 200;
}  // namespace

void Loading::mistake(Error error) {
  if (mistakes_.size() < most_mistakes) {
    mistakes_.push_back(std::move(error));
  } else {
    ++left_out_;
  }
}

void Loading::mistake(RulePlace place, std::string what, std::string fragment, std::string advice) {
  mistake(error_at(pack, place, std::move(what), std::move(fragment), std::move(advice)));
}

void Loading::twice(std::string_view key, RulePlace place, RulePlace first) {
  const std::string& path = first.file < pack.files.size() ? pack.files[first.file] : std::string();
  mistake(place, "defined twice in this pack", std::string(key),
          fmt::format("the first one is at {}:{}:{}", path, first.line, first.column));
}

LoadErrors Loading::take_mistakes() {
  const auto rank = [this](const Error& error) {
    return std::find(pack.files.begin(), pack.files.end(), error.path) - pack.files.begin();
  };
  std::stable_sort(mistakes_.begin(), mistakes_.end(), [&](const Error& a, const Error& b) {
    return std::tuple(rank(a), a.line, a.column) < std::tuple(rank(b), b.line, b.column);
  });
  if (left_out_ > 0) {
    mistakes_.push_back(
        {"", 0, 0, fmt::format("{} more mistakes are left out", left_out_), "", "correct those above first"});
  }
  return std::move(mistakes_);
}

}  // namespace selon
