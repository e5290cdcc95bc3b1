// quotation.orphan: words of speech in quotation marks, and nobody who says them.
//
// A subheading in quotation marks is often the paper's own play on words: unless it speaks
// in the first or second person, it is reported a level lower. So is a quotation after
// somebody's words in the same paragraph or the one before: a reader takes it for theirs;
// one that the sentence before announces ("la mère a demandé à lire une lettre"); and one beside
// a sentence that shows somebody by name: right before it, or right behind where it opens its
// paragraph (« Ça a duré quoi ? » Assise sur le muret, Ginette Roumégous cherche ses mots).
#include <algorithm>

#include "audit/checks.h"
#include "audit/name_runs.h"
#include "audit/quotation_pairs.h"

namespace selon {

namespace {

bool speaks(const AuditContext& context, const WordSet& speech_words, Span span) {
  return std::ranges::any_of(words_in(context.document.text, span),
                             [&](const QuotedWord& word) { return speech_words.contains(word.key); });
}

/// The paragraph in which an offset lies, subheadings and headlines not counted.
std::size_t paragraph_at(const Document& document, std::uint32_t offset) {
  std::size_t paragraph = 0;
  for (const Block& block : document.blocks) {
    if (block.span.start > offset) {
      break;
    }
    paragraph += is_running_text(block.kind) ? 1u : 0u;
  }
  return paragraph;
}

/// Whether somebody with a source speaks before it, in its paragraph or the one before.
bool follows_speech(const AuditContext& context, Span quotation) {
  const std::size_t here = paragraph_at(context.document, quotation.start);
  return std::ranges::any_of(context.analysis.attributions, [&](const Attribution& attribution) {
    if (attribution.kind == AttributionKind::indirect || !attribution.source || attribution.content.empty() ||
        attribution.content.back().end > quotation.start) {
      return false;
    }
    return paragraph_at(context.document, attribution.content.back().start) + 1 >= here;
  });
}

/// The last statement before an offset that isn't in a quotation itself: the quotations of a
/// letter read out follow one another, and each paragraph of a long one is opened again.
const Statement* told_before(const AuditContext& context, std::uint32_t offset) {
  constexpr int farthest = 40;  // statements
  const auto& statements = context.analysis.statements;
  const auto& quotations = context.analysis.text.quotations;
  auto before = std::ranges::lower_bound(statements, offset, {},
                                         [](const Statement& statement) { return statement.span.start; });
  for (int i = 0; i < farthest && before != statements.begin(); ++i) {
    --before;
    const auto after = std::ranges::upper_bound(
        quotations, before->span.start, {}, [](const Quotation& quotation) { return quotation.span.start; });
    const bool quoted = after != quotations.begin() && (after - 1)->span.contains(before->span);
    if (!quoted && is_running_text(context.document.blocks[before->block].kind)) {
      return &*before;
    }
  }
  return nullptr;
}

/// Whether the sentence before a quotation (or before the quotations that it goes on) says that
/// somebody is heard next.
bool is_announced(const AuditContext& context, const WordSet& announcing, Span quotation) {
  const Statement* before = told_before(context, quotation.start);
  if (before == nullptr) {
    return false;
  }
  return std::ranges::any_of(words_in(context.document.text, before->span),
                             [&](const QuotedWord& word) { return announcing.contains(word.key); });
}

/// Whether a sentence names somebody in full.
bool names_somebody(const AuditContext& context, const NameRuns& names, Span sentence) {
  const auto& tokens = context.analysis.text.tokens;
  return std::ranges::any_of(names.all(), [&](const NameRun& run) {
    return run.last - run.first > 1 &&
           sentence.contains({tokens[run.first].span.start, tokens[run.last - 1].span.end});
  });
}

/// Whether somebody is shown right before a quotation, or right behind one that opens its paragraph.
bool is_shown_beside(const AuditContext& context, const NameRuns& names, Span quotation) {
  const Statement* before = told_before(context, quotation.start);
  if (before != nullptr && names_somebody(context, names, before->span) &&
      paragraph_at(context.document, before->span.start) + 1 >=
          paragraph_at(context.document, quotation.start)) {
    return true;
  }
  const auto& statements = context.analysis.statements;
  const auto behind = std::ranges::find_if(
      statements, [&](const Statement& statement) { return statement.span.start >= quotation.end; });
  if (behind == statements.end()) {
    return false;
  }
  const Span block = context.document.blocks[behind->block].span;
  return block.start == quotation.start && names_somebody(context, names, behind->span);
}

/// Takes out what quotation.inconsistent reports: its words are in the text, altered.
void drop_inconsistent(const AuditContext& context, std::vector<const QuotedText*>& quotations) {
  if (quotations.empty()) {
    return;
  }
  const std::vector<Wording> all = wordings(context);
  for (const QuotationPair& pair : inconsistent_pairs(context, all)) {
    std::erase(quotations, all[pair.here].quoted);
  }
}

}  // namespace

void check_quotation_orphan(const AuditContext& context, Reporter& reporter) {
  std::vector<const QuotedText*> orphans = orphan_quotations(context);
  drop_inconsistent(context, orphans);
  const WordSet speech_words(context.pack.list("speech-words"));
  const WordSet announcing(context.pack.list("announcing-words"));
  const NameRuns names(context);
  for (const QuotedText* orphan : orphans) {
    Finding finding = reporter.finding(orphan->span);
    if (context.kind_at(orphan->span.start) == BlockKind::subheading) {
      finding.message_key = "subheading";
      if (!speaks(context, speech_words, orphan->span)) {
        finding.severity = lowered(finding.severity);
      }
    } else if (follows_speech(context, orphan->span) || is_announced(context, announcing, orphan->span) ||
               is_shown_beside(context, names, orphan->span)) {
      finding.severity = lowered(finding.severity);
    }
    reporter.push(std::move(finding));
  }
}

}  // namespace selon
