// The documents that --against names, read for a verification.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"
#include "rules/pack.h"
#include "verify/kept_texts.h"
#include "verify/source_texts.h"

namespace selon {

/// Reads all files of --against, and the articles of all folders, in their order, with the texts that
/// --index keeps. What can't be read is told on the console; the others are read all the same. A draft
/// is no source of itself: it is left out, and that is told.
void read_sources(SourceTexts& sources, const Pack& pack, const Options& options, Console& console);

}  // namespace selon
