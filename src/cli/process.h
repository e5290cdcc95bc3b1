// Runs another program without a shell.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace selon {

struct ProcessResult {
  int exit_code = 0;
  std::string out;
  std::string err;
};

/// Runs `arguments[0]`, looked for in $PATH, and waits for it. It reads nothing and doesn't see
/// the environment variables named in `hidden`. Fails where it can't be started, is ended by a
/// signal, or writes more than 256 MB.
[[nodiscard]] Expected<ProcessResult> run_process(const std::vector<std::string>& arguments,
                                                  const std::vector<std::string>& hidden);

}  // namespace selon
