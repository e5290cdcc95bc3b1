// Reports that go on beyond their paragraph: "Selon la police, un homme a fui." and, a
// paragraph further, "Il serait armé." Within its paragraph such a sentence is carried; a
// paragraph later the reader is told again who says so.
#pragma once

#include <vector>

#include "audit/context.h"

namespace selon {

/// The first statements of a paragraph that keep up the hearsay conditional of the report
/// with which the paragraph before ended.
struct CarriedReport {
  std::size_t first = 0;  ///< statements [first, last)
  std::size_t last = 0;
  const Attribution* report = nullptr;  ///< the one that they go on
};

/// All of an article, in text order.
[[nodiscard]] std::vector<CarriedReport> carried_reports(const AuditContext& context);

}  // namespace selon
