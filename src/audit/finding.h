// What an audit reports. A check pushes findings to a sink; every report is a sink.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "attribution/analysis.h"
#include "base/span.h"
#include "rules/pack.h"

namespace selon {

/// Another place that a finding speaks of: the other wording of a quotation.
struct RelatedPlace {
  Span span;
  std::string key;  ///< names a message of the rule
};

struct Finding {
  const AuditRule* rule = nullptr;
  Severity severity = Severity::warning;
  Span span;                                                   ///< in Document::text
  std::string message_key;                                     ///< which of the rule's messages
  std::vector<std::pair<std::string, std::string>> arguments;  ///< for the {placeholders}
  std::vector<std::string> suggestions;                        ///< replacements for the span
  std::vector<RelatedPlace> related;
};

/// Who listens to an audit.
using FindingSink = std::function<void(Finding)>;

}  // namespace selon
