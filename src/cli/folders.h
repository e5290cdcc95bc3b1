// Folders on a command line stand for the articles in them, and patterns ("2024/*.html") for
// the files of such names.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/houses.h"

namespace selon {

/// The paths with each folder replaced by its articles: the files below it whose names
/// end as articles do (.txt, .html, .md, .jsonl and the like), in the order of their
/// names. Left out: what is hidden, what a .gitignore (cli/ignored.h) names, or a selon.xml
/// (where `houses` is given), and
/// links to folders. A pattern (*, ?, [...], **), where no file has that name, stands for those
/// of the folder's articles that it fits. That there are none is told on the console.
[[nodiscard]] std::vector<std::string> with_articles_of_folders(const std::vector<std::string>& paths,
                                                                Houses* houses, Console& console);

}  // namespace selon
