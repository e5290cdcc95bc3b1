// The audit as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0). Columns count
// characters (columnKind unicodeCodePoints), ends are exclusive. What a silence hides is
// a result with a suppression; with a baseline, what it hides is a result "unchanged".
#pragma once

#include <string>
#include <vector>

#include "report/audit_report.h"
#include "report/json_writer.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

struct AuditSarifOptions {
  UiLanguage language = UiLanguage::en;
  std::string version;    ///< of the program
  bool baseline = false;  ///< findings are compared with one
};

class AuditSarifReport final : public AuditReport {
 public:
  AuditSarifReport(Output& output, AuditSarifOptions options);

  void article(const AuditedArticle& audited) override;
  void finish() override;

 private:
  void write_result(const AuditedArticle& audited, const PlaceFinder& places, const Finding& finding);
  void write_message(std::string_view name, std::string_view text);
  void write_region(std::string_view name, FilePlace start, FilePlace end);
  void write_location(const std::string& path, FilePlace start, FilePlace end);
  void write_location(const Document& document, const PlaceFinder& places, Span in_file);
  void write_related(const AuditedArticle& audited, const PlaceFinder& places, const Finding& finding);
  void write_fixes(const AuditedArticle& audited, const PlaceFinder& places, const Finding& finding);
  void write_suppressions(const Finding& finding);
  void write_rule(const AuditRule& rule);
  /// Of the rule in the list of rules, which it joins when it is first met.
  [[nodiscard]] std::size_t index_of(const AuditRule& rule);

  JsonWriter json_;
  AuditSarifOptions options_;
  std::vector<const AuditRule*> rules_;
};

}  // namespace selon
