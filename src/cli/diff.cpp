// selon diff OLD NEW, selon diff --article KEY [REV [REV]], and as git calls an external diff:
// selon diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE
#include "claims/diff/diff.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/listing_format.h"
#include "cli/paths.h"
#include "cli/recorded.h"
#include "cli/session.h"
#include "report/diff_html.h"
#include "report/diff_json.h"
#include "report/diff_markdown.h"
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

/// The revision of that number; what is written must be one.
Expected<RevisionRow> revision_numbered(const std::vector<RevisionRow>& revisions,
                                        const std::string& written) {
  for (const RevisionRow& revision : revisions) {
    if (std::to_string(revision.number) == written) {
      return revision;
    }
  }
  return tl::unexpected(Error{"", 0, 0, "the article has no such revision", written,
                              fmt::format("it has {} to {}; `selon history` lists them",
                                          revisions.front().number, revisions.back().number)});
}

/// Old and new of what is asked for: the last two; from REV to the last; from REV to REV.
Expected<std::pair<RevisionRow, RevisionRow>> chosen_revisions(const std::vector<RevisionRow>& revisions,
                                                               const std::vector<std::string>& written) {
  if (written.empty()) {
    if (revisions.size() < 2) {
      return tl::unexpected(Error{"", 0, 0, "the article has one revision only", revisions.front().article,
                                  "record another one to compare"});
    }
    return std::pair(revisions[revisions.size() - 2], revisions.back());
  }
  auto old_one = revision_numbered(revisions, written.front());
  if (!old_one) {
    return tl::unexpected(old_one.error());
  }
  auto new_one = written.size() > 1 ? revision_numbered(revisions, written[1]) : revisions.back();
  if (!new_one) {
    return tl::unexpected(new_one.error());
  }
  return std::pair(*old_one, *new_one);
}

class DiffRun {
 public:
  DiffRun(const Options& options, Console& console, const Files& files)
      : options_(options), console_(console), files_(files), session_(options) {}

  /// Two revisions of a recorded article.
  int run_recorded() {
    auto database = open_for_questions(options_);
    if (!database) {
      fail({database.error()});
      return console_.exit_code();
    }
    const auto revisions = revisions_of(*database, options_.article);
    if (!revisions) {
      fail({revisions.error()});
      return console_.exit_code();
    }
    const auto pair = chosen_revisions(*revisions, options_.names);
    if (!pair) {
      fail({pair.error()});
      return console_.exit_code();
    }
    auto old_article = recorded_article(session_, *database, pair->first);
    auto new_article = recorded_article(session_, *database, pair->second);
    for (const auto* article : {&old_article, &new_article}) {
      if (!*article) {
        fail(article->error());
      }
    }
    if (old_article && new_article) {
      compare(*old_article, *new_article);
    }
    return console_.exit_code();
  }

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
    } else if (options_.format == "md") {
      write_diff_markdown(console_.out, console_.language, articles);
    } else if (options_.format == "html") {
      write_diff_html(console_.out, console_.language, articles);
    } else {
      if (files_.of_git) {  // which writes no head of its own
        console_.out.write(printable("selon diff " + files_.old_name + " " + files_.new_name) + "\n\n");
      }
      DiffTextReport(console_.out, console_.language, console_.colours).write(articles);
    }
  }

  const Options& options_;
  Console& console_;
  const Files files_;
  Session session_;
  bool failed_quietly_ = false;
};

}  // namespace

int run_diff(const Options& options, Console& console) {
  if (!options.article.empty()) {
    if (options.names.size() > 2) {
      console.fail(Error{"", 0, 0, "two revisions are compared", options.names[2], "give at most two"});
      return console.exit_code();
    }
    return DiffRun(options, console, Files{}).run_recorded();
  }
  const auto files = files_of(options.names);
  if (!files) {
    console.fail(Error{"", 0, 0, "two articles are compared", "", "give OLD and NEW, or --article KEY"});
    return console.exit_code();
  }
  if (files->old_path == "-" && files->new_path == "-") {
    console.fail(Error{"-", 0, 0, "standard input is only one article", "", "give a file for the other"});
    return console.exit_code();
  }
  return DiffRun(options, console, *files).run();
}

}  // namespace selon
