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
#include "cli/houses.h"
#include "cli/options.h"
#include "document/load.h"
#include "rules/pack.h"
#include "rules/profile.h"

namespace selon {

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

/// An article that was loaded, with the tools for its language.
struct LoadedDocument {
  Document document;
  Workbench* bench = nullptr;
};

class Session {
 public:
  explicit Session(const Options& options) : options_(options), houses_(options) {}
  /// A session that is never taken apart: to free its thousands of small parts one by one
  /// would take as long as to read an article, and the process ends after it. May be called
  /// on several threads; a session serves one.
  [[nodiscard]] static Session& until_exit(const Options& options);

  /// From now on the selon.xml that holds for this file is in force (at first that of the
  /// current folder). Fails with every mistake of it.
  [[nodiscard]] tl::expected<void, Errors> enter(const std::string& path);

  /// The tools for a language, with what the profile and selon.xml say; fails with every
  /// mistake of its pack. A pack with mistakes isn't loaded again.
  [[nodiscard]] tl::expected<Workbench*, Errors> workbench(const std::string& lang);
  /// The profile of --profile, else of selon.xml, else the one named default; fails with
  /// every mistake of it.
  [[nodiscard]] const tl::expected<Profile, Errors>& profile();
  /// The language to begin with: that of --lang, or the first of selon.xml, or French.
  [[nodiscard]] std::string first_language();

  /// The two steps of what follows: loading, and analysing.
  [[nodiscard]] tl::expected<LoadedDocument, Errors> document(const std::string& path,
                                                              const std::string& place = {});
  [[nodiscard]] tl::expected<LoadedDocument, Errors> document_of_text(std::string text,
                                                                      const std::string& path,
                                                                      const std::string& lang);
  [[nodiscard]] tl::expected<LoadedArticle, Errors> analysed(LoadedDocument loaded);

  /// Loads and analyses a file, or standard input ("-"). It stands for the file `place`, where
  /// one is given: that says which selon.xml holds.
  [[nodiscard]] tl::expected<LoadedArticle, Errors> article(const std::string& path,
                                                            const std::string& place = {});
  /// Analyses a text, under the selon.xml in force; `lang` may be "" or "auto".
  [[nodiscard]] tl::expected<LoadedArticle, Errors> article_of_text(std::string text, const std::string& path,
                                                                    const std::string& lang);

  /// Analyses a document that was loaded before; without blocks they are found in its text.
  [[nodiscard]] tl::expected<LoadedArticle, Errors> article_of_document(Document document,
                                                                        const std::string& lang);

  /// From now on patterns are compiled to machine code: for more than a few articles.
  void use_jit() { jit_ = true; }

 private:
  /// The languages that selon.xml lets articles be in; none: any.
  [[nodiscard]] std::vector<std::string> languages();
  [[nodiscard]] tl::expected<Pack, Errors> load_pack_for(const std::string& lang);
  [[nodiscard]] tl::expected<Workbench*, Errors> workbench_for(const Document& document);
  [[nodiscard]] tl::expected<Document, Errors> load(const std::string& path, Workbench& bench);
  [[nodiscard]] Expected<std::string> standard_input();

  const Options& options_;
  Houses houses_;
  std::optional<const House*> house_;  ///< in force; none: nothing was entered yet
  std::map<std::string, tl::expected<Profile, Errors>> profiles_;  ///< by name
  std::map<std::pair<std::string, const House*>, tl::expected<std::unique_ptr<Workbench>, Errors>>
      benches_;  ///< by language and selon.xml
  bool jit_ = false;
};

}  // namespace selon
