// quotation.fragment: somebody's words in crumbs: several quotations of a few words in one
// sentence, which show the reader no sentence that was said. In a strict audit each of them.
#include <algorithm>
#include <vector>

#include "audit/checks.h"
#include "audit/quoted_speech.h"

namespace selon {

namespace {

constexpr std::size_t longest_fragment = 4;  // words
constexpr std::size_t too_many = 3;          // in a sentence

bool is_said(const AuditContext& context, const QuotedText& quoted) {
  const Statement* statement = context.statement_at(quoted.span.start);
  return quoted.attribution != no_index || (statement != nullptr && statement->status == Status::attributed);
}

bool is_fragment(const AuditContext& context, const QuotedText& quoted) {
  const Quotation* quotation = quotation_of(context, quoted);
  const BlockKind kind = context.kind_at(quoted.span.start);
  return quoted.kind == QuotationKind::speech && is_said(context, quoted) && quotation != nullptr &&
         quotation->parent == no_index && is_running_text(kind) && kind != BlockKind::standfirst &&
         words_in(context.document.text, quotation->inner).size() <= longest_fragment &&
         start_of_sentence(context, quoted.span.start) != quoted.span.start;
}

}  // namespace

void check_quotation_fragment(const AuditContext& context, Reporter& reporter) {
  std::vector<const QuotedText*> fragments;
  for (const QuotedText& quoted : context.analysis.quotations) {
    if (is_fragment(context, quoted)) {
      fragments.push_back(&quoted);
    }
  }
  for (auto first = fragments.begin(); first != fragments.end();) {
    const std::uint32_t sentence = start_of_sentence(context, (*first)->span.start);
    const auto last = std::find_if(first, fragments.end(), [&](const QuotedText* fragment) {
      return start_of_sentence(context, fragment->span.start) != sentence;
    });
    const bool crumbs = last - first >= static_cast<std::ptrdiff_t>(too_many);
    for (auto it = first; it != last && (crumbs || context.options.strict); ++it) {
      Finding finding = reporter.finding((*it)->span);
      finding.message_key = crumbs ? "several" : "";
      finding.arguments.emplace_back("quotation", context.text((*it)->span));
      finding.arguments.emplace_back("count", std::to_string(last - first));
      if (crumbs) {
        for (auto other = it + 1; other != last; ++other) {
          finding.related.push_back({(*other)->span, "fragment"});
        }
        it = last - 1;  // one finding for them all
      }
      reporter.push(std::move(finding));
    }
    first = last;
  }
}

}  // namespace selon
