// Sources that may be one under two names: the same words in another order, a surname or an
// initial beside the full name, an acronym beside what it stands for, a letter of difference.
// Nothing is merged by it: a user decides (source_decisions.h).
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace selon {

class NearSources {
 public:
  /// Reads all sources that have a name. May throw what SQLite throws.
  explicit NearSources(SQLite::Database& sqlite);

  /// Refs, by alphabet; at most `most`.
  [[nodiscard]] const std::vector<std::string>& of(std::int64_t source) const;

  static constexpr std::size_t most = 8;

 private:
  struct Named {
    std::int64_t id = 0;
    std::string ref;
    std::string folded;
    std::vector<std::string> words;
    bool person = false;
  };
  using Buckets = std::unordered_map<std::string, std::vector<std::size_t>>;

  void pair_by_surname();
  void pair_by_key();
  void pair_by_letters();
  void pair(std::size_t a, std::size_t b);

  std::vector<Named> named_;
  std::unordered_map<std::int64_t, std::vector<std::string>> near_;
};

}  // namespace selon
