// What a check sees of an article, and how it reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "attribution/analysis.h"
#include "audit/engine.h"
#include "audit/finding.h"
#include "audit/silences.h"
#include "audit/words.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

/// One article under audit. Made by the engine; checks only read it.
class AuditContext {
 public:
  AuditContext(const Document& document, const Analysis& analysis, const Pack& pack,
               const AuditOptions& options, const Silences& silences);

  const Document& document;
  const Analysis& analysis;
  const Pack& pack;
  const AuditOptions& options;
  const Silences& silences;  ///< those used are marked once all other rules have run

  [[nodiscard]] std::string_view text(Span span) const { return span.in(document.text); }
  /// Words that say nothing of what a text is about (list "stop-words" of the pack).
  [[nodiscard]] const WordSet& stop_words() const { return stop_words_; }
  /// Lemmas of the verbs by which nobody in particular reports (list "vague-saying-verbs").
  [[nodiscard]] const WordSet& vague_saying_verbs() const { return vague_saying_verbs_; }

  /// The statement in which the offset lies, or nullptr.
  [[nodiscard]] const Statement* statement_at(std::uint32_t offset) const;
  /// The kind of the body block in which the offset lies (paragraph where it lies in none).
  [[nodiscard]] BlockKind kind_at(std::uint32_t offset) const;
  /// The attribution's source, or nullptr.
  [[nodiscard]] const Source* source_of(const Attribution& attribution) const;
  /// Where an attribution names its source; its cue, or its content, where it doesn't.
  [[nodiscard]] Span source_place(const Attribution& attribution) const;
  /// Whether an attribution stands in a quotation, or in the words of another one's source,
  /// which has a name: what that source heard and from whom is its own affair.
  [[nodiscard]] bool is_reported(const Attribution& attribution) const;

 private:
  [[nodiscard]] bool is_quoted(Span place) const;

  WordSet stop_words_;
  WordSet vague_saying_verbs_;
};

/// Text that a reader reads through, as against headlines and subheadings.
[[nodiscard]] bool is_running_text(BlockKind kind);

/// One level lower: for what may be right.
[[nodiscard]] Severity lowered(Severity severity);

/// Takes the findings of one check: completes them with their rule and hands them on.
class Reporter {
 public:
  Reporter(const AuditRule& rule, const FindingSink& sink) : rule_(&rule), sink_(&sink) {}

  /// The rule's level, as the pack (or a house pack) sets it.
  [[nodiscard]] Severity severity() const { return rule_->severity; }
  /// A finding at the rule's level; the check fills in the rest and pushes it.
  [[nodiscard]] Finding finding(Span span) const;
  void push(Finding finding);
  [[nodiscard]] std::uint32_t count() const { return count_; }

 private:
  const AuditRule* rule_;
  const FindingSink* sink_;
  std::uint32_t count_ = 0;
};

}  // namespace selon
