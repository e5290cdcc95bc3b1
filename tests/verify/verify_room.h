// Drafts verified against sources that a test writes, with the French pack.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/analyzer.h"
#include "document/load.h"
#include "rules/loader.h"
#include "verify/verifier.h"

namespace selon::test {

/// The pack and the analyzer, made once for all tests.
class VerifyRoom {
 public:
  static VerifyRoom& instance() {
    static VerifyRoom room;
    return room;
  }

  std::vector<Verification> verify(std::string draft, const std::vector<std::string>& texts) {
    SourceTexts sources(pack);
    for (std::size_t i = 0; i < texts.size(); ++i)
      sources.add_text(texts[i], "source-" + std::to_string(i + 1));
    return verify(std::move(draft), sources);
  }

  std::vector<Verification> verify(std::string draft, const SourceTexts& sources) {
    const Document document = loader_.text(std::move(draft));
    const Analysis analysis = analyzer->analyze(document);
    Verifier verifier(pack, *analyzer, sources);
    verifier.want(document, analysis);
    verifier.scan();
    return verifier.verify(document, analysis);
  }

  /// The class of the only quotation of a draft, with "edge " before it where an edge is cut.
  std::string verdict(const std::string& draft, const std::string& source) {
    const std::vector<Verification> all = verify(draft, {source});
    if (all.size() != 1) return std::to_string(all.size()) + " quotations";
    return std::string(all[0].edge_cut ? "edge " : "") + std::string(name_of(all[0].verdict));
  }

  /// The same of a page of HTML, which only a file can be.
  std::string verdict_in_page(const std::string& draft, const std::string& page) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("selon-verify-" + std::to_string(::getpid()) + "-page.html");
    std::ofstream(path) << page;
    SourceTexts sources(pack);
    const auto error = sources.add_file(path.string());
    std::filesystem::remove(path);
    if (error) return error->what;
    const std::vector<Verification> all = verify(draft, sources);
    if (all.size() != 1) return std::to_string(all.size()) + " quotations";
    return std::string(all[0].edge_cut ? "edge " : "") + std::string(name_of(all[0].verdict));
  }

  const Pack pack;
  const std::unique_ptr<Analyzer> analyzer;

 private:
  VerifyRoom()
      : pack(std::move(load_pack(SELON_RULES_DIR "/fr").value())),
        analyzer(std::move(Analyzer::create(pack, SELON_LEXICON_DIR "/fr.lexicon", {}).value())),
        loader_(pack) {}

  Loader loader_;
};

}  // namespace selon::test
