// source.single-anonymous: all that an article attributes, or an accusation in it, rests on
// one source without a name. Several unnamed people ("des riverains") aren't one.
#include <algorithm>
#include <vector>

#include "audit/checks.h"
#include "audit/unnamed_sources.h"

namespace selon {

namespace {

/// The article's only source, where it is one without a name: its first attribution.
const Attribution* only_source(const AuditContext& context, const AnonymityJudge& judge) {
  const Attribution* first = nullptr;
  for (const Attribution& attribution : context.analysis.attributions) {
    const Source* source = context.source_of(attribution);
    if (source == nullptr || source->vague) {
      continue;
    }
    if (first != nullptr && first->source_index != attribution.source_index) {
      return nullptr;
    }
    if (first == nullptr && is_unnamed(context, attribution) && judge.is_one(attribution)) {
      first = &attribution;
    } else if (first == nullptr) {
      return nullptr;
    }
  }
  return first;
}

/// Who makes the accusation of a statement, where it is one person without a name and
/// nobody else has a part in it.
const Attribution* accuser(const AuditContext& context, const AnonymityJudge& judge,
                           const Statement& statement) {
  const Attribution* first = nullptr;
  for (const std::uint32_t index : statement.attributions) {
    const Attribution& attribution = context.analysis.attributions[index];
    if (!is_unnamed(context, attribution) || !judge.is_one(attribution)) {
      return nullptr;
    }
    first = first == nullptr ? &attribution : first;
  }
  return first;
}

void report(const AuditContext& context, Reporter& reporter, const Attribution& attribution,
            const char* key) {
  Finding finding = reporter.finding(context.source_place(attribution));
  finding.message_key = key;
  finding.arguments.emplace_back("source", shown_source(context, attribution));
  reporter.push(std::move(finding));
}

}  // namespace

void check_source_single_anonymous(const AuditContext& context, Reporter& reporter) {
  const AnonymityJudge judge(context);
  if (const Attribution* only = only_source(context, judge)) {
    report(context, reporter, *only, "");
    return;
  }
  for (const Statement& statement : context.analysis.statements) {
    if (statement.status != Status::attributed || (statement.needs & needs_allegation) == 0) {
      continue;
    }
    if (const Attribution* who = accuser(context, judge, statement)) {
      report(context, reporter, *who, "allegation");
    }
  }
}

}  // namespace selon
