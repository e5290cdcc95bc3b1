// The documents that --against names, read for a verification.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "verify/source_texts.h"

namespace selon {

/// Reads all files, and the articles of all folders, in their order. What can't be read is told
/// on the console; the others are read all the same. A file of `drafts` is no source of itself: it
/// is left out, and that is told.
void read_sources(SourceTexts& sources, const std::vector<std::string>& paths,
                  const std::vector<std::string>& drafts, Console& console);

}  // namespace selon
