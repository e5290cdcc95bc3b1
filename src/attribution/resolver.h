// Resolves the sources of an article: each attribution's mention ("l'agence
// officielle KCNA", "il", "le ministre", "Washington") to one entity of
// Analysis::sources. What stays open is said to be ambiguous, with its candidates;
// nothing is guessed in silence. Names near a known one are reported as misspelt.
//
//   SourceResolver resolver(vocabulary);     // one for many articles, on one thread
//   resolver.resolve(document, analysis);    // after the attributions are found
#pragma once

#include <memory>

#include "attribution/analysis.h"
#include "document/document.h"
#include "language/vocabulary.h"

namespace selon {

class SourceResolver {
 public:
  /// Keeps a reference; the pack's names are put in order at the first article.
  explicit SourceResolver(const Vocabulary& vocabulary);
  ~SourceResolver();
  SourceResolver(const SourceResolver&) = delete;
  SourceResolver& operator=(const SourceResolver&) = delete;

  /// Fills the sources, bylines, credits and near misses of an analysis whose text and
  /// attributions are there, and each attribution's source_index, resolution,
  /// candidates and via. An attribution marked `continued` that has no source yet
  /// gets that of the one before it.
  void resolve(const Document& document, Analysis& analysis);

 private:
  struct Tools;
  const Vocabulary* vocabulary_;
  std::unique_ptr<Tools> tools_;
};

}  // namespace selon
