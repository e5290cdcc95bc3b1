// The audit for an editor: each finding with its line, the place underlined, what to
// do about it and the places it speaks of; a last line with the counts.
#pragma once

#include <array>
#include <string_view>

#include "report/audit_report.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

struct AuditTextOptions {
  UiLanguage language = UiLanguage::en;
  bool colours = false;
  bool counts_of_each = false;  ///< each article's counts too, not only the last line's
};

class AuditTextReport final : public AuditReport {
 public:
  AuditTextReport(Output& output, const AuditTextOptions& options) : output_(output), options_(options) {}

  void article(const AuditedArticle& audited) override;
  void finish() override;

 private:
  void write_finding(const AuditedArticle& audited, const Finding& finding, const PlaceFinder& places);
  void write_head(const std::string& path, FilePlace place, std::string_view severity,
                  std::string_view colour, std::string_view message, std::string_view rule);
  void write_excerpt(std::string_view text, Span span, std::string_view colour);
  [[nodiscard]] std::string_view paint(std::string_view colour) const;

  Output& output_;
  AuditTextOptions options_;
  AuditSummary total_;
  std::uint32_t silenced_ = 0;
  bool any_ = false;  ///< an article came
  std::array<std::uint32_t, 3> by_severity_{};
};

}  // namespace selon
