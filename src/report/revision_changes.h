// A recorded revision with what changed in it against the one before.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "claims/diff/change.h"
#include "claims/recorded.h"

namespace selon {

struct RevisionChanges {
  RevisionRow revision;
  bool first = false;                               ///< there is none before it
  std::array<std::uint32_t, change_kinds> kinds{};  ///< how many changes, each under its worst kind
  std::uint32_t unchanged = 0;
};

}  // namespace selon
