// The reports of many articles together: a dashboard as a page, each of whose numbers
// leads to the claims behind it; the same figures as Markdown, text and JSON (schema
// selon.dashboard/1).
#pragma once

#include <string>

#include "report/claim_collection.h"
#include "report/html_report.h"
#include "report/output.h"
#include "report/page_words.h"

namespace selon {

/// What the figures are of.
struct DashboardHead {
  std::string origin;  ///< "claims.db", "12 files"
  std::string filter;  ///< "--since 2024", or ""
};

void write_dashboard_html(Output& output, const ClaimCollection& claims, const DashboardHead& head,
                          const HtmlReportOptions& options);
void write_dashboard_markdown(Output& output, const ClaimCollection& claims, const DashboardHead& head,
                              UiLanguage language);
void write_dashboard_text(Output& output, const ClaimCollection& claims, const DashboardHead& head,
                          UiLanguage language);
void write_dashboard_json(Output& output, const ClaimCollection& claims, const DashboardHead& head);

}  // namespace selon
