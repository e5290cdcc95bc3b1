// What an audit reports. A check pushes findings to a sink; every report is a sink.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attribution/analysis.h"
#include "base/span.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

/// A place in another file: the source of a quotation.
struct OtherFilePlace {
  std::string path;
  FilePlace start;
  FilePlace end;     ///< exclusive
  std::string text;  ///< what stands there
};

/// Another place that a finding speaks of: the other wording of a quotation.
struct RelatedPlace {
  Span span;        ///< in Document::text, or in the text of the other file
  std::string key;  ///< names a message of the rule
  std::optional<OtherFilePlace> elsewhere = std::nullopt;  ///< where it isn't in the article
};

/// Why a finding isn't shown.
struct Suppression {
  enum class Kind : std::uint8_t { in_text, baseline };
  Kind kind = Kind::in_text;
  std::string reason;  ///< as the writer of the silence gave it, or ""
};

struct Finding {
  const AuditRule* rule = nullptr;
  Severity severity = Severity::warning;
  Span span;                                                   ///< in Document::text
  std::string message_key;                                     ///< which of the rule's messages
  std::vector<std::pair<std::string, std::string>> arguments;  ///< for the {placeholders}
  std::vector<std::string> suggestions;                        ///< replacements for the span
  std::vector<RelatedPlace> related;
  std::optional<Span> in_file;             ///< the place in the file's content, where that is no text
  std::optional<Suppression> suppression;  ///< not to be shown
};

/// Who listens to an audit.
using FindingSink = std::function<void(Finding)>;

}  // namespace selon
