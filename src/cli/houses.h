// The selon.xml files that hold for the articles of a run, each read once.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "base/error.h"
#include "cli/options.h"
#include "rules/house.h"

namespace selon {

using Errors = std::vector<Error>;

class Houses {
 public:
  explicit Houses(const Options& options) : options_(options) {}

  /// The one that holds for a file; nullptr where there is none, or --no-config is given.
  /// For "-" it is that of the current folder. Fails with every mistake of it.
  [[nodiscard]] tl::expected<const House*, Errors> of(const std::string& path);

  /// Whether the selon.xml that holds there says to pass over the file or folder. One with
  /// mistakes says nothing: who reads the articles tells them.
  [[nodiscard]] bool ignores(const std::string& path, bool is_folder);

 private:
  const Options& options_;
  std::map<std::string, std::string> found_;  ///< the path of the selon.xml of each folder, or ""
  std::map<std::string, std::unique_ptr<const tl::expected<House, Errors>>> read_;
};

}  // namespace selon
