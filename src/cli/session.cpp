#include "cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <optional>

#include "base/heap.h"
#include "cli/paths.h"
#include "cli/rule_choice.h"
#include "rules/loader.h"

namespace selon {

namespace {

/// Where nothing tells the language: the one that selon was made for.
constexpr const char* default_language = "fr";

constexpr const char* default_profile = "default";

/// A shorter text in which no language shows is taken for one of the default language.
constexpr std::size_t telling_bytes = 160;

/// What a pack and its analyzer take, about.
constexpr std::size_t usual_heap = std::size_t{7} << 19;

tl::unexpected<Errors> failure(Error error) { return tl::unexpected(Errors{std::move(error)}); }

}  // namespace

Expected<Analyzer*> Workbench::analyzer(bool jit) {
  if (!analyzer_ || jit != jit_) {
    AnalyzerOptions options;
    options.jit = jit;
    auto made = Analyzer::create(pack_, lexicon_path(pack_.lang), options);
    if (!made) {
      return tl::unexpected(std::move(made.error()));
    }
    analyzer_ = std::move(*made);
    jit_ = jit;
  }
  return analyzer_.get();
}

Session& Session::until_exit(const Options& options) {
  static auto& kept = *new std::vector<std::unique_ptr<Session>>;
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  return *kept.emplace_back(std::make_unique<Session>(options));
}

tl::expected<void, Errors> Session::enter(const std::string& path) {
  const auto house = houses_.of(path);
  if (!house) {
    return tl::unexpected(house.error());
  }
  house_ = *house;
  return {};
}

tl::expected<Pack, Errors> Session::load_pack_for(const std::string& lang) {
  const auto folder = find_pack(lang, options_.rules);
  if (!folder) {
    return failure(folder.error());
  }
  const auto& chosen = profile();
  if (!chosen) {
    return tl::unexpected(chosen.error());
  }
  expect_heap(usual_heap);
  auto pack = load_pack(*folder);
  if (pack && *house_ != nullptr) {
    add_house_words(**house_, *pack);
  }
  if (pack) {
    apply_profile(*chosen, *pack);
    apply_levels(*house_ == nullptr ? std::span<const RuleLevel>() : (*house_)->levels, *pack);
  }
  return pack;
}

tl::expected<Workbench*, Errors> Session::workbench(const std::string& lang) {
  if (!house_) {
    if (auto entered = enter("-"); !entered) {
      return tl::unexpected(std::move(entered.error()));
    }
  }
  const std::pair key(lang, *house_);
  auto known = benches_.find(key);
  if (known == benches_.end()) {
    if (auto folder = find_pack(lang, options_.rules); !folder) {  // not kept: JSONL may name any number
      return failure(std::move(folder.error()));
    }
    auto pack = load_pack_for(lang);
    known = benches_
                .emplace(key, pack ? tl::expected<std::unique_ptr<Workbench>, Errors>(
                                         std::make_unique<Workbench>(std::move(*pack)))
                                   : tl::unexpected(std::move(pack.error())))
                .first;
  }
  if (!known->second) {
    return tl::unexpected(known->second.error());
  }
  return known->second->get();
}

const tl::expected<Profile, Errors>& Session::profile() {
  std::string name = default_profile;
  if (!options_.profile.empty()) {
    name = options_.profile;
  } else if (house_ && *house_ != nullptr && !(*house_)->profile.empty()) {
    name = (*house_)->profile;
  }
  auto known = profiles_.find(name);
  if (known == profiles_.end()) {
    known = profiles_.emplace(name, load_profile(name, options_.rules, rule_names())).first;
    if (!known->second && known->second.error().front().path.empty()) {  // no file of that name
      known->second.error().front().path = "--profile";
    }
  }
  return known->second;
}

std::vector<std::string> Session::languages() {
  if (!house_ && !enter("-")) {
    return {};  // whoever asks for a workbench is told why
  }
  return *house_ == nullptr ? std::vector<std::string>() : (*house_)->languages;
}

std::string Session::first_language() {
  if (options_.lang != "auto") {
    return options_.lang;
  }
  const std::vector<std::string> known = languages();
  return known.empty() ? std::string(default_language) : known.front();
}

Expected<std::string> Session::standard_input() {
  const std::size_t most = LoadOptions().max_bytes;
  std::string bytes;
  std::array<char, 65536> chunk;
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return tl::unexpected(
          errno == EBADF ? Error{"-", 0, 0, "standard input is closed", "", "give an article"}
                         : Error{"-", 0, 0, "standard input cannot be read", std::strerror(errno), ""});
    }
    if (got == 0) {
      return bytes;
    }
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most) {
      return tl::unexpected(
          Error{"-", 0, 0, fmt::format("larger than {} MB", most >> 20), "", "split it into articles"});
    }
  }
}

tl::expected<Document, Errors> Session::load(const std::string& path, Workbench& bench) {
  LoadOptions load_options;
  load_options.format = format_of(options_.input);
  if (path != "-") {
    auto document = bench.loader().file(path, load_options);
    return document ? tl::expected<Document, Errors>(std::move(*document)) : failure(document.error());
  }
  auto bytes = standard_input();
  if (!bytes) {
    return failure(bytes.error());
  }
  const std::string name = options_.stdin_filename.empty() ? "-" : options_.stdin_filename;
  auto document = bench.loader().bytes(std::move(*bytes), name, load_options);
  return document ? tl::expected<Document, Errors>(std::move(*document)) : failure(document.error());
}

tl::expected<Workbench*, Errors> Session::workbench_for(const Document& document) {
  auto first = workbench(first_language());
  const std::vector<std::string> known = languages();
  if (!first || options_.lang != "auto") {
    return first;
  }
  const Pack* packs[] = {&(*first)->pack()};
  const bool fits = !guess_language(document.text, packs).empty();
  const std::string& declared = document.metadata.lang;
  if (fits || declared == first_language() || (declared.empty() && document.text.size() < telling_bytes)) {
    return first;
  }
  if (declared.empty()) {
    return failure({document.path, 0, 0, "no rule pack for the language of this text", "",
                    fmt::format("--lang {} analyses it all the same", first_language())});
  }
  const bool may_be = known.empty() || std::ranges::find(known, declared) != known.end();
  auto other = may_be ? workbench(declared) : first;
  if (!may_be) {
    return failure({document.path, 0, 0, "not a language of selon.xml", declared,
                    fmt::format("add it to languages in {}", (*house_)->path)});
  }
  if (!other) {
    return failure({document.path, 0, 0, "no rule pack for the article's language", declared,
                    fmt::format("--lang {} analyses it all the same", first_language())});
  }
  return other;
}

tl::expected<LoadedArticle, Errors> Session::analysed(LoadedDocument loaded) {
  auto analyzer = loaded.bench->analyzer(jit_);
  if (!analyzer) {
    return failure(analyzer.error());
  }
  LoadedArticle article;
  article.document = std::move(loaded.document);
  article.analysis = (*analyzer)->analyze(article.document);
  article.pack = &loaded.bench->pack();
  return article;
}

tl::expected<LoadedArticle, Errors> Session::article(const std::string& path, const std::string& place) {
  auto loaded = document(path, place);
  if (!loaded) {
    return tl::unexpected(loaded.error());
  }
  return analysed(std::move(*loaded));
}

tl::expected<LoadedArticle, Errors> Session::article_of_text(std::string text, const std::string& path,
                                                             const std::string& lang) {
  auto loaded = document_of_text(std::move(text), path, lang);
  if (!loaded) {
    return tl::unexpected(loaded.error());
  }
  return analysed(std::move(*loaded));
}

tl::expected<LoadedDocument, Errors> Session::document(const std::string& path, const std::string& place) {
  const std::string& standing =
      path == "-" && !options_.stdin_filename.empty() ? options_.stdin_filename : path;
  if (auto entered = enter(place.empty() ? standing : place); !entered) {
    return tl::unexpected(std::move(entered.error()));
  }
  auto first = workbench(first_language());
  if (!first) {
    return tl::unexpected(first.error());
  }
  auto document = load(path, **first);
  if (!document) {
    return tl::unexpected(document.error());
  }
  auto bench = workbench_for(*document);
  if (!bench) {
    return tl::unexpected(bench.error());
  }
  if (*bench != *first && path != "-") {  // furniture and bylines by the rules of its language
    document = load(path, **bench);
    if (!document) {
      return tl::unexpected(document.error());
    }
  }
  return LoadedDocument{std::move(*document), *bench};
}

tl::expected<LoadedDocument, Errors> Session::document_of_text(std::string text, const std::string& path,
                                                               const std::string& lang) {
  const bool chosen = options_.lang != "auto";
  auto first = workbench(chosen || lang.empty() || lang == "auto" ? first_language() : lang);
  if (!first) {
    return tl::unexpected(first.error());
  }
  Document document = (*first)->loader().text(std::move(text));
  document.path = path;
  document.format = Format::jsonl;
  if (!chosen && (lang.empty() || lang == "auto")) {
    auto bench = workbench_for(document);
    if (!bench) {
      return tl::unexpected(bench.error());
    }
    first = bench;
  }
  return LoadedDocument{std::move(document), *first};
}

tl::expected<LoadedArticle, Errors> Session::article_of_document(Document document, const std::string& lang) {
  auto bench = workbench(lang.empty() ? first_language() : lang);
  if (!bench) {
    return tl::unexpected(bench.error());
  }
  if (document.blocks.empty()) {
    Document found = (*bench)->loader().text(std::move(document.text));
    document.text = std::move(found.text);
    document.blocks = std::move(found.blocks);
  }
  return analysed({std::move(document), *bench});
}

}  // namespace selon
