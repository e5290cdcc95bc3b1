// The analyzer: a document and a rule pack in, an Analysis out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "attribution/analysis.h"
#include "attribution/trace.h"
#include "base/error.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

class Lexicon;

struct AnalyzerOptions {
  bool jit = false;  ///< compile patterns to machine code: for many articles, not for one
  bool statements = true;
};

/// Analyses articles of one language. Compiles each pattern at its first gated
/// use. One analyzer serves one thread; analysers of several threads share the
/// pack and the lexicon.
class Analyzer {
 public:
  /// Fails if the pack's tags, macros or patterns don't compile, or the lexicon
  /// is missing or of another version (the error names its path).
  static Expected<std::unique_ptr<Analyzer>> create(const Pack& pack, const std::string& lexicon_path,
                                                    const AnalyzerOptions& options);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  [[nodiscard]] Analysis analyze(const Document& document);

  /// Sentence by sentence, how the patterns fared: for who writes rules.
  [[nodiscard]] std::vector<TracedSentence> trace(const Document& document);

  /// Mistakes in patterns that came to light when they were first used.
  [[nodiscard]] const std::vector<Error>& mistakes() const;

  /// The lexicon it was made with; lives as long as the analyzer.
  [[nodiscard]] const Lexicon& lexicon() const;

 private:
  struct State;
  explicit Analyzer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace selon
