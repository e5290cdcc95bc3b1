// A baseline: the findings of old articles that a team has decided to live with, as JSON
// (rules/schema/selon.baseline-1.schema.json). A finding is known by its article and
// finding_key, not by its line. Paths are relative to the baseline's folder.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace selon {

class Baseline {
 public:
  /// An empty one, to be written to `path`.
  explicit Baseline(std::string path) : path_(std::move(path)) {}
  [[nodiscard]] static Expected<Baseline> read(const std::string& path);

  /// Adds a finding.
  void add(std::string_view article, std::string_view key, std::string_view rule, std::string_view excerpt);
  /// Whether it holds a finding that wasn't taken yet, which is then taken.
  [[nodiscard]] bool take(std::string_view article, std::string_view key);
  /// The article was audited: what is not taken of it is no more.
  void audited(std::string_view article) { audited_.insert(relative(article)); }

  /// How many findings it holds, and how many were taken.
  [[nodiscard]] std::uint32_t size() const;
  [[nodiscard]] std::uint32_t taken() const;
  /// Removes what audited articles have no more, and articles that are gone. Gives how many.
  std::uint32_t prune();
  /// Writes it, the old one staying whole until the new one is.
  [[nodiscard]] Expected<void> write() const;

 private:
  struct Entry {
    std::string rule;
    std::string excerpt;
    std::uint32_t count = 0;
    std::uint32_t taken = 0;
  };
  [[nodiscard]] std::string relative(std::string_view article) const;
  [[nodiscard]] bool is_gone(const std::string& article) const;

  std::string path_;
  std::map<std::pair<std::string, std::string>, Entry> entries_;  ///< by article and key
  std::set<std::string> audited_;
};

}  // namespace selon
