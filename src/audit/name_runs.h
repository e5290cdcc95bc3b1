// The names that stand in an article: runs of capitalised words ("Sergueï Choïgou",
// "Julio del Carpio"), whoever they mean. For the checks of how names are written and
// introduced; who a source is, the resolver tells.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/context.h"

namespace selon {

/// Tokens [first, last), capitalised but for particles inside.
struct NameRun {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The runs of names of an article's body, in text order.
class NameRuns {
 public:
  explicit NameRuns(const AuditContext& context);

  [[nodiscard]] const std::vector<NameRun>& all() const { return all_; }

 private:
  std::vector<NameRun> all_;
};

}  // namespace selon
