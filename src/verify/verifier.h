// Verifies the quotations of drafts against sources: exact first, then as marked, then by
// the closest passage, which decides how the quotation differs. Whatever is in doubt fails.
//
//   SourceTexts sources(pack); sources.add_file(…); …
//   Verifier verifier(pack, analyzer, sources);
//   verifier.want(document, analysis);   // all drafts
//   verifier.scan();                     // one pass over the sources
//   auto results = verifier.verify(document, analysis);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attribution/analyzer.h"
#include "verify/gram_index.h"
#include "verify/guard_words.h"
#include "verify/quote_chain.h"
#include "verify/speaker_finder.h"
#include "verify/verification.h"

namespace selon {

/// The quotations of an article that can be verified: those that somebody says, each once.
[[nodiscard]] std::vector<const QuotedText*> verifiable(const Analysis& analysis);

class Verifier {
 public:
  /// All must outlive this.
  Verifier(const Pack& pack, Analyzer& analyzer, const SourceTexts& sources);

  void want(const Document& draft, const Analysis& analysis);
  void scan();
  /// In the order of the text.
  [[nodiscard]] std::vector<Verification> verify(const Document& draft, const Analysis& analysis);

 private:
  struct Draft;
  struct Judged;
  [[nodiscard]] Draft draft_of(const Document& document, const Analysis& analysis,
                               const QuotedText& quoted) const;
  [[nodiscard]] SameSpeaker compare(const Draft& draft, const FoundSpeaker& found, std::uint32_t source);
  [[nodiscard]] Verification verified(const Draft& draft, const QuotedText& quoted);
  [[nodiscard]] Verification verified_without(const std::vector<Span>& asides, const Draft& draft,
                                              const QuotedText& quoted);
  [[nodiscard]] bool verify_as_marked(const Draft& draft, Verification& made);
  [[nodiscard]] bool verify_scattered(const Draft& draft, Verification& made);
  [[nodiscard]] bool verify_splice(const Draft& draft, Verification& made);
  [[nodiscard]] bool verify_altered(const Draft& draft, Verification& made);
  [[nodiscard]] bool verify_translated(const Draft& draft, Verification& made);
  [[nodiscard]] std::vector<Judged> places(const Draft& draft, const MarkedQuote& quote,
                                           const std::vector<QuoteChain>& chains);
  /// Judges the places of a quotation; false where all are labels or stage directions.
  [[nodiscard]] bool choose(const Draft& draft, const MarkedQuote& quote,
                            const std::vector<QuoteChain>& chains, Verification& made);
  [[nodiscard]] Judged judged(const Draft& draft, const MarkedQuote& quote, const QuoteChain& chain);
  void judge_words(const Draft& draft, const MarkedQuote& quote, const QuoteChain& chain, Judged& into) const;
  void take(const Draft& draft, const MarkedQuote& quote, const Judged& best, Verification& made) const;
  [[nodiscard]] VerifiedPassage passage(const Passage& where, std::string speaker) const;
  [[nodiscard]] VerifiedEdit edit(const Draft& draft, std::uint32_t source, const QuoteEdit& from) const;

  const SourceTexts* sources_;
  GuardWords guards_;
  UnitSet small_words_;
  SpeakerReader speakers_;
  GramIndex index_;
  PassageFinder finder_;
  SpeakerFinder speaker_finder_;
};

}  // namespace selon
