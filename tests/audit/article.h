// A hand-made analysis for testing checks: each part is found by its words in the
// text, so that a test reads like the article it is about.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/engine.h"
#include "document/document.h"

namespace selon::test {

class Article {
 public:
  /// Adds a block at the end of the text.
  Article& block(BlockKind kind, std::string_view text) {
    if (!document.text.empty()) {
      document.text += "\n\n";
    }
    const auto start = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    document.blocks.push_back({kind, {start, static_cast<std::uint32_t>(document.text.size())}, false});
    return *this;
  }

  /// The n-th place of these words in the text.
  [[nodiscard]] Span place(std::string_view words, int nth = 1) const {
    std::size_t at = document.text.find(words);
    while (--nth > 0 && at != std::string::npos) {
      at = document.text.find(words, at + 1);
    }
    REQUIRE_MESSAGE(at != std::string::npos, std::string(words));
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  std::uint32_t source(std::string name, bool anonymous = false, bool vague = false) {
    Source made;
    made.ref = made.name = std::move(name);
    made.anonymous = anonymous;
    made.vague = vague;
    analysis.sources.push_back(std::move(made));
    return static_cast<std::uint32_t>(analysis.sources.size() - 1);
  }

  /// An attribution of `content` to `source`, whose mention stands at `mention` ("": nowhere).
  std::uint32_t attribution(std::uint32_t source_index, std::string_view mention, Span content) {
    Attribution made;
    made.source_index = source_index;
    if (!mention.empty()) {
      made.source = place(mention);
      made.cue = Cue{*made.source, "dire", Stance::neutral};
    }
    made.content = {content};
    analysis.attributions.push_back(std::move(made));
    return static_cast<std::uint32_t>(analysis.attributions.size() - 1);
  }

  Statement& statement(Span span, Status status, unsigned needs = 0,
                       std::vector<std::uint32_t> attributions = {}) {
    Statement made;
    made.span = span;
    made.status = status;
    made.needs = static_cast<std::uint16_t>(needs);
    made.attributions = std::move(attributions);
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
      if (document.blocks[i].span.contains(span)) {
        made.block = i;
      }
    }
    analysis.statements.push_back(std::move(made));
    return analysis.statements.back();
  }

  /// A quotation whose span is `span` and whose marks take `mark` bytes each.
  Quotation& quotation(Span span, std::uint32_t attribution = no_index, std::uint32_t mark = 1) {
    Quotation made;
    made.span = span;
    made.inner = {span.start + mark, span.end - mark};
    analysis.text.quotations.push_back(made);
    QuotedText quoted;
    quoted.span = span;
    quoted.attribution = attribution;
    quoted.quotation = static_cast<std::uint32_t>(analysis.text.quotations.size() - 1);
    analysis.quotations.push_back(quoted);
    return analysis.text.quotations.back();
  }

  /// Runs the audit with rules for these ids only, each with level warning but the
  /// inconsistent quotation (error) and the lead and the single source (info).
  std::vector<Finding> audit(std::string_view rule, AuditOptions options = {}) {
    rule_pack.audit.clear();
    AuditRule made;
    made.id = rule;
    made.severity = rule == "quotation.inconsistent" ? Severity::error : Severity::warning;
    rule_pack.audit.push_back(made);
    std::vector<Finding> found;
    summary = selon::audit(document, analysis, rule_pack, options,
                           [&](Finding finding) { found.push_back(std::move(finding)); });
    return found;
  }

  [[nodiscard]] std::string text(Span span) const { return std::string(span.in(document.text)); }

  static std::string argument(const Finding& finding, std::string_view name) {
    for (const auto& [key, value] : finding.arguments) {
      if (key == name) {
        return value;
      }
    }
    return "(none)";
  }

  Article() {
    rule_pack.lists.push_back(
        {"stop-words",
         {"le", "la",   "les", "l'", "de",  "du",   "d'",  "un",  "une", "a",     "à",   "en",
          "et", "nous", "je",  "il", "est", "suis", "par", "que", "on",  "avons", "sont"},
         {}});
    rule_pack.lists.push_back({"quotation-edge-words", {"et", "mais"}, {}});
    rule_pack.lists.push_back({"negation-words", {"ne", "pas", "jamais"}, {}});
    rule_pack.lists.push_back({"plain-negations", {"ne", "pas", "jamais"}, {}});
    rule_pack.lists.push_back({"numerals", {"zéro", "un", "deux", "trois"}, {}});
  }

  Document document;
  Analysis analysis;
  Pack rule_pack;
  AuditSummary summary;
};

}  // namespace selon::test
