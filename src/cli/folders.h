// Folders on a command line stand for the articles in them.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"

namespace selon {

/// The paths with each folder replaced by its articles: the files below it whose names
/// end as articles do (.txt, .html, .md, .jsonl and the like), in the order of their
/// names. Left out: what is hidden, what a .gitignore names (cli/ignored.h), and links
/// to folders. A folder without articles is told on the console.
[[nodiscard]] std::vector<std::string> with_articles_of_folders(const std::vector<std::string>& paths,
                                                                Console& console);

}  // namespace selon
