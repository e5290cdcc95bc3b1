// selon diff OLD NEW, and as git calls an external diff:
// selon diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE
#include "claims/diff/diff.h"

#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/paths.h"
#include "cli/session.h"
#include "report/diff_json.h"
#include "report/diff_text.h"
#include "report/printable.h"

namespace selon {

namespace {

constexpr std::size_t git_arguments = 7;
constexpr std::size_t git_arguments_renamed = 9;  // with the new name and what git says of the renaming
constexpr const char* no_file = "/dev/null";      // how git names a file that isn't there

/// The two files, and the names under which they are shown.
struct Files {
  std::string old_path;
  std::string new_path;
  std::string old_name;
  std::string new_name;
  bool of_git = false;
};

std::optional<Files> files_of(const std::vector<std::string>& given) {
  if (given.size() == 2) {
    return Files{given[0], given[1], given[0], given[1], false};
  }
  if (given.size() != git_arguments && given.size() != git_arguments_renamed) {
    return std::nullopt;
  }
  const std::string& renamed = given.size() == git_arguments_renamed ? given[git_arguments] : given[0];
  return Files{given[1], given[4], "a/" + given[0], "b/" + renamed, true};
}

class DiffRun {
 public:
  DiffRun(const Options& options, Console& console, const Files& files)
      : options_(options), console_(console), files_(files), session_(options) {}

  int run() {
    auto old_article = read(files_.old_path, files_.old_name);
    auto new_article = read(files_.new_path, files_.new_name);
    if (old_article && new_article) {
      compare(*old_article, *new_article);
    }
    return failed_quietly_ ? 0 : console_.exit_code();
  }

 private:
  std::optional<LoadedArticle> read(const std::string& path, const std::string& name) {
    if (files_.of_git && path == no_file) {
      return absent(name);
    }
    if (is_jsonl(path, options_)) {
      fail({Error{path, 0, 0, "diff compares two articles", "", "give two files of one article each"}});
      return std::nullopt;
    }
    auto article = session_.article(path, files_.of_git ? name.substr(name.find('/') + 1) : path);
    if (!article) {
      fail(article.error());
      return std::nullopt;
    }
    article->document.path = name;
    return std::move(*article);
  }

  std::optional<LoadedArticle> absent(const std::string& name) {
    auto bench = session_.workbench(session_.first_language());
    if (!bench) {
      fail(bench.error());
      return std::nullopt;
    }
    LoadedArticle article;
    article.document.path = name;
    article.pack = &(*bench)->pack();
    return article;
  }

  /// What can't be read is told. git would end a whole log with it, so there it's no failure.
  void fail(const Errors& errors) {
    console_.fail(errors);
    failed_quietly_ = files_.of_git;
  }

  void compare(const LoadedArticle& old_one, const LoadedArticle& new_one) {
    const auto lexicon = Lexicon::open(lexicon_path(new_one.pack->lang));
    if (!lexicon) {
      fail({lexicon.error()});
      return;
    }
    const DiffArticle old_article{old_one.document, old_one.analysis, *old_one.pack};
    const DiffArticle new_article{new_one.document, new_one.analysis, *new_one.pack};
    const Diff diff = diff_claims(old_article, new_article, *lexicon);
    if (options_.exit_code && !diff.changes.empty()) {
      console_.found();
    }
    const DiffedArticles articles{old_article, new_article, diff};
    if (options_.format == "json") {
      write_diff_json(console_.out, articles);
    } else {
      if (files_.of_git) {  // which writes no head of its own
        console_.out.write(printable("selon diff " + files_.old_name + " " + files_.new_name) + "\n\n");
      }
      DiffTextReport(console_.out, console_.language, console_.colours).write(articles);
    }
  }

  const Options& options_;
  Console& console_;
  const Files& files_;
  Session session_;
  bool failed_quietly_ = false;
};

}  // namespace

int run_diff(const Options& options, Console& console) {
  const auto files = files_of(options.names);
  if (!files) {
    console.fail(Error{"selon diff", 0, 0, "two articles are compared", "", "give OLD and NEW"});
    return console.exit_code();
  }
  if (files->old_path == "-" && files->new_path == "-") {
    console.fail(Error{"-", 0, 0, "standard input is only one article", "", "give a file for the other"});
    return console.exit_code();
  }
  return DiffRun(options, console, *files).run();
}

}  // namespace selon
