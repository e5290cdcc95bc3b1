// Folders on a command line stand for the articles in them.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"

namespace selon {

/// The files of the command line with each folder replaced by its articles: the files below it whose names
/// end as articles do (.txt, .html, .md, .jsonl and the like), in the order of their
/// names. Left out: what is hidden, what a .gitignore (cli/ignored.h) or selon.xml names, and
/// links to folders. A pattern (*, ?, [...], **), where no file has that name, stands for those
/// of the folder's articles that it fits. That there are none is told on the console.
[[nodiscard]] std::vector<std::string> with_articles_of_folders(const Options& options, Console& console);

}  // namespace selon
