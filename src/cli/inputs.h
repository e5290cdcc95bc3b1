// All articles that a command line names, one after the other: files, standard
// input, and the records of JSONL files.
#pragma once

#include <functional>
#include <string>

#include "cli/console.h"
#include "cli/jsonl.h"
#include "cli/options.h"
#include "cli/readers.h"
#include "cli/session.h"

namespace selon {

struct ArticleListener {
  /// Optional: what is made of an article where it is read, on any thread, several at once.
  Prepare prepare;
  /// Called in the order of the articles, with what `prepare` made of it. False: no more.
  std::function<bool(LoadedArticle&, std::any& prepared)> article;
  /// A JSONL record that couldn't be read: its id as JSON ("" if none) and why. Where
  /// it isn't set, the error goes to the console.
  std::function<void(const std::string& id_json, const std::string& message)> bad_record;
};

/// Hands every article to the listener. What can't be read is told on the console
/// and makes the exit code 2, each mistake of a selon.xml or a pack once; the others are read
/// all the same. Many files are read on several threads.
void for_each_article(Session& session, const Options& options, Console& console,
                      const ArticleListener& listener);

/// What a JSONL record tells beside its text: id, URL, dates.
void take_metadata(Document& document, JsonlRecord& record);

/// Whether the path is read as JSON lines.
[[nodiscard]] bool is_jsonl(const std::string& path, const Options& options);

}  // namespace selon
