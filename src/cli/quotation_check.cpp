#include "cli/quotation_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/paths.h"
#include "cli/source_reading.h"
#include "report/page_words.h"
#include "report/verify_report.h"

namespace selon {

namespace {

constexpr std::string_view prefix = "verify.";

/// What is certainly wrong is an error, what only may be a warning.
Severity severity_of(QuoteClass which) {
  switch (which) {
    case QuoteClass::altered:
    case QuoteClass::spliced:
    case QuoteClass::wrong_speaker:
    case QuoteClass::not_found:
      return Severity::error;
    default:
      return Severity::warning;
  }
}

std::vector<AuditRule> make_rules() {
  std::vector<AuditRule> rules;
  for (std::size_t i = 0; i < quote_class_names.size(); ++i) {
    const auto which = static_cast<QuoteClass>(i);
    AuditRule rule;
    rule.id = std::string(prefix) + std::string(name_of(which));
    rule.severity = severity_of(which);
    for (const UiLanguage language : {UiLanguage::en, UiLanguage::fr}) {
      const std::string code(code_of(language));
      const PageWords& words = ui_words(language);
      const std::string message = words.with(
          "verify.finding",
          {{"class", label(language, which)}, {"meaning", meaning(language, which)}, {"detail", "{detail}"}});
      rule.messages.push_back({"", code, message});
      rule.messages.push_back(
          {"source", code, words.with("verify.finding.source", {{"speaker", "{speaker}"}})});
      if (!advice(language, which).empty())
        rule.advice.push_back({"", code, std::string(advice(language, which))});
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

const AuditRule& rule_of(QuoteClass which) {
  static const std::vector<AuditRule> rules = make_rules();
  return rules[static_cast<std::size_t>(which)];
}

/// The differing words: " (“ne” → “”; “trois” → “quatre”)"; nothing where there are many.
std::string detail_of(const Verification& quotation) {
  constexpr std::size_t most = 3;
  const bool told = quotation.verdict == QuoteClass::altered;
  if (!told || quotation.edits.empty() || quotation.edits.size() > most) return "";
  std::string all;
  for (const VerifiedEdit& edit : quotation.edits) {
    all += fmt::format("{}“{}” → “{}”", all.empty() ? "" : "; ", edit.old_words, edit.new_words);
  }
  return " (" + all + ")";
}

}  // namespace

std::vector<std::string_view> verify_rule_names() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < quote_class_names.size(); ++i) {
    names.push_back(rule_of(static_cast<QuoteClass>(i)).id);
  }
  return names;
}

std::optional<std::unique_ptr<QuotationCheck>> QuotationCheck::of(Session& session, const Options& options,
                                                                  Console& console) {
  if (auto entered = session.enter(options.files.front()); !entered) {
    console.fail(entered.error());
    return std::nullopt;
  }
  if (!session.profile()) {
    console.fail(session.profile().error());
    return std::nullopt;
  }
  const auto bench = session.workbench(session.first_language());
  if (!bench) {
    console.fail(bench.error());
    return std::nullopt;
  }
  // An analyzer of its own: the session makes its own anew when it compiles patterns for many files.
  auto analyzer = Analyzer::create((*bench)->pack(), lexicon_path((*bench)->pack().lang), {});
  if (!analyzer) {
    console.fail(analyzer.error());
    return std::nullopt;
  }
  std::unique_ptr<QuotationCheck> made(
      new QuotationCheck((*bench)->pack(), std::move(*analyzer), *session.profile()));
  read_sources(made->sources_, (*bench)->pack(), options, console);
  return made;
}

std::vector<Verification> QuotationCheck::verify(const LoadedArticle& article) const {
  Verifier verifier(*pack_, *analyzer_, sources_);
  verifier.want(article.document, article.analysis);
  verifier.scan();
  return verifier.verify(article.document, article.analysis);
}

std::vector<Finding> verification_findings(const std::vector<Verification>& quotations,
                                           const std::vector<QuoteClass>& failing,
                                           const SourceTexts& sources) {
  std::vector<Finding> found;
  for (const Verification& quotation : quotations) {
    if (std::ranges::find(failing, quotation.verdict) == failing.end()) continue;
    Finding finding;
    finding.rule = &rule_of(quotation.verdict);
    finding.severity = finding.rule->severity;
    finding.span = quotation.span;
    const std::string speaker = quotation.candidate ? quotation.candidate->speaker : "";
    finding.arguments = {{"detail", detail_of(quotation)},
                         {"speaker", speaker.empty() ? "" : " (" + speaker + ")"}};
    const auto relate = [&](const VerifiedPassage& passage) {
      const FilePlace end = sources.place(passage.source, passage.span.end);
      finding.related.push_back(
          {passage.span, "source", OtherFilePlace{passage.path, passage.place, end, passage.text}});
    };
    if (quotation.candidate) relate(*quotation.candidate);
    for (const VerifiedPassage& passage : quotation.candidates) relate(passage);
    found.push_back(std::move(finding));
  }
  return found;
}

std::vector<QuoteClass> failing_classes(const Profile& profile) {
  std::vector<QuoteClass> failing;
  for (std::size_t i = 0; i < quote_class_names.size(); ++i) {
    if (!profile.lets_pass(quote_class_names[i])) failing.push_back(static_cast<QuoteClass>(i));
  }
  return failing;
}

std::vector<Finding> QuotationCheck::findings(const std::vector<Verification>& quotations) const {
  return verification_findings(quotations, failing_classes(profile_), sources_);
}

std::vector<VerificationRow> QuotationCheck::rows(const std::vector<Verification>& quotations) const {
  std::vector<VerificationRow> made;
  for (const Verification& quotation : quotations) {
    VerificationRow row;
    row.quotation = quotation.span;
    row.verdict = std::string(name_of(quotation.verdict));
    row.passes = profile_.lets_pass(row.verdict);
    row.edge_cut = quotation.edge_cut;
    if (quotation.candidate) {
      row.path = quotation.candidate->path;
      row.line = quotation.candidate->place.line;
      row.column = quotation.candidate->place.column;
      row.speaker = quotation.candidate->speaker;
      row.text = quotation.candidate->text;
    }
    made.push_back(std::move(row));
  }
  return made;
}

}  // namespace selon
