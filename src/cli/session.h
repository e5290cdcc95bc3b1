// What analysing articles needs, made when it is first needed and kept for the next
// article: per language the rule pack, the loader, the analyzer.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "attribution/analyzer.h"
#include "base/error.h"
#include "cli/options.h"
#include "document/load.h"
#include "rules/pack.h"
#include "rules/profile.h"

namespace selon {

using Errors = std::vector<Error>;

/// The tools for one language.
class Workbench {
 public:
  explicit Workbench(Pack pack) : pack_(std::move(pack)), loader_(pack_) {}
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  [[nodiscard]] const Pack& pack() const { return pack_; }
  [[nodiscard]] Loader& loader() { return loader_; }
  /// Made at its first use.
  [[nodiscard]] Expected<Analyzer*> analyzer(bool jit);

 private:
  Pack pack_;
  Loader loader_;
  std::unique_ptr<Analyzer> analyzer_;
  bool jit_ = false;
};

/// An article on its way through the program.
struct LoadedArticle {
  Document document;
  Analysis analysis;
  const Pack* pack = nullptr;
  std::string id_json;  ///< of a JSONL record; else empty
};

class Session {
 public:
  explicit Session(const Options& options) : options_(options) {}
  /// A session that is never taken apart: to free its thousands of small parts one by one
  /// would take as long as to read an article, and the process ends after it.
  [[nodiscard]] static Session& until_exit(const Options& options);

  /// The tools for a language; fails with every mistake of its pack. A pack
  /// with mistakes isn't loaded again.
  [[nodiscard]] tl::expected<Workbench*, Errors> workbench(const std::string& lang);
  /// The profile of --profile, or the one named default; fails with every mistake of it.
  [[nodiscard]] const tl::expected<Profile, Errors>& profile();
  /// The language to begin with: that of --lang, or French for "auto".
  [[nodiscard]] std::string first_language() const;

  /// Loads and analyses a file, or standard input ("-").
  [[nodiscard]] tl::expected<LoadedArticle, Errors> article(const std::string& path);
  /// Analyses a text; `lang` may be "" or "auto".
  [[nodiscard]] tl::expected<LoadedArticle, Errors> article_of_text(std::string text, const std::string& path,
                                                                    const std::string& lang);

  /// From now on patterns are compiled to machine code: for more than a few articles.
  void use_jit() { jit_ = true; }

 private:
  [[nodiscard]] tl::expected<Workbench*, Errors> workbench_for(const Document& document);
  [[nodiscard]] tl::expected<LoadedArticle, Errors> analysed(Document document, Workbench& bench);
  [[nodiscard]] tl::expected<Document, Errors> load(const std::string& path, Workbench& bench);
  [[nodiscard]] Expected<std::string> standard_input();

  const Options& options_;
  std::optional<tl::expected<Profile, Errors>> profile_;
  std::map<std::string, tl::expected<std::unique_ptr<Workbench>, Errors>> benches_;
  bool jit_ = false;
};

}  // namespace selon
