// FILE.selon: the silences of a FILE that has no place for comments.
#pragma once

#include <string>

#include "audit/engine.h"
#include "base/error.h"

namespace selon {

/// Reads PATH.selon, one silence a line (audit/silences.h), into the options of PATH's audit, each
/// with its place; nothing where there is no such file. A line that is no silence becomes a mistake
/// there, which the audit reports. Fails where the file is there and cannot be read.
[[nodiscard]] Expected<void> read_sidecar(const std::string& path, AuditOptions& options);

}  // namespace selon
