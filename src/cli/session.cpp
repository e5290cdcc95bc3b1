#include "cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
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

std::optional<Format> input_format(const std::string& name) {
  for (const Format format : {Format::text, Format::html, Format::markdown, Format::jsonl}) {
    if (name_of(format) == name) {
      return format;
    }
  }
  return std::nullopt;
}

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
  return *kept.emplace_back(std::make_unique<Session>(options));
}

tl::expected<Workbench*, Errors> Session::workbench(const std::string& lang) {
  auto known = benches_.find(lang);
  if (known == benches_.end()) {
    const auto folder = find_pack(lang, options_.rules);
    if (!folder) {  // not kept: JSONL may name any number of languages
      return failure(folder.error());
    }
    const auto& chosen = profile();
    if (!chosen) {
      return tl::unexpected(chosen.error());
    }
    expect_heap(usual_heap);
    auto pack = load_pack(*folder);
    if (pack) {
      apply_levels(chosen->levels, *pack);
    }
    known = benches_
                .emplace(lang, pack ? tl::expected<std::unique_ptr<Workbench>, Errors>(
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
  if (!profile_) {
    profile_ = load_profile(options_.profile.empty() ? default_profile : options_.profile, options_.rules,
                            rule_names());
    if (!*profile_ && profile_->error().front().path.empty()) {  // no file of that name
      profile_->error().front().path = "--profile";
    }
  }
  return *profile_;
}

std::string Session::first_language() const {
  return options_.lang == "auto" ? std::string(default_language) : options_.lang;
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
  load_options.format = input_format(options_.input);
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
  auto other = workbench(declared);
  if (!other) {
    return failure({document.path, 0, 0, "no rule pack for the article's language", declared,
                    fmt::format("--lang {} analyses it all the same", first_language())});
  }
  return other;
}

tl::expected<LoadedArticle, Errors> Session::analysed(Document document, Workbench& bench) {
  auto analyzer = bench.analyzer(jit_);
  if (!analyzer) {
    return failure(analyzer.error());
  }
  LoadedArticle article;
  article.document = std::move(document);
  article.analysis = (*analyzer)->analyze(article.document);
  article.pack = &bench.pack();
  return article;
}

tl::expected<LoadedArticle, Errors> Session::article(const std::string& path) {
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
  return analysed(std::move(*document), **bench);
}

tl::expected<LoadedArticle, Errors> Session::article_of_text(std::string text, const std::string& path,
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
  return analysed(std::move(document), **first);
}

}  // namespace selon
