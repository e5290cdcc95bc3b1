// The quotations of speech of recorded articles, as they are compared across articles: each
// with its words, the sentence around it and who says it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attribution/quoted_text.h"
#include "claims/quoted_revisions.h"
#include "language/reader.h"

namespace selon {

/// Where quotations were recorded.
struct QuotingArticle {
  std::int64_t revision = 0;  ///< id
  std::string key;
  std::string at;
  std::uint32_t number = 0;
};

struct RecordedQuotation {
  std::uint32_t article = 0;  ///< in RecordedQuotations::articles
  std::int64_t source = 0;    ///< as QuotedClaim
  std::string speaker;
  bool attributed = false;
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t block = 0;               ///< of its document
  Span span;                             ///< with its marks, in the revision's text
  std::string around;                    ///< the words around it, up to a few hundred bytes on either side
  Span quoted;                           ///< with its marks, in `around`
  Span inner;                            ///< without
  std::vector<std::uint32_t> sentences;  ///< where sentences begin in `around`, ascending, the first at 0

  [[nodiscard]] std::string_view text() const { return quoted.in(around); }
};

struct RecordedQuotations {
  std::vector<QuotingArticle> articles;
  std::vector<RecordedQuotation> all;
};

/// Gathers the quotations of articles of one language.
class QuotationCollector {
 public:
  /// `vocabulary` must outlive the collector. Fails where the pack's context rules do.
  [[nodiscard]] static Expected<QuotationCollector> create(Vocabulary& vocabulary);

  /// Adds the complete quotations of speech that are in a claim of the revision.
  void add(const QuotedRevision& revision, RecordedQuotations& found);

 private:
  QuotationCollector(const Vocabulary& vocabulary, TextReader reader)
      : reader_(std::move(reader)), kinds_(vocabulary) {}

  TextReader reader_;
  QuotationReader kinds_;
};

}  // namespace selon
