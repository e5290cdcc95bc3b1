// The verification of quotations as audit and record use it: as findings, and as rows of the
// claims database.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/finding.h"
#include "claims/database.h"
#include "cli/console.h"
#include "cli/session.h"
#include "verify/verifier.h"

namespace selon {

/// "verify.altered" and the like, one for each class that can fail.
[[nodiscard]] std::vector<std::string_view> verify_rule_names();

/// A finding for each quotation of a failing class, with its source as related place.
[[nodiscard]] std::vector<Finding> verification_findings(const std::vector<Verification>& quotations,
                                                         const std::vector<QuoteClass>& failing,
                                                         const SourceTexts& sources);
/// The classes that a profile doesn't let pass.
[[nodiscard]] std::vector<QuoteClass> failing_classes(const Profile& profile);

/// The sources of --against, read once. Belongs to one thread.
class QuotationCheck {
 public:
  /// Nothing where the tools can't be made, which the console is told.
  [[nodiscard]] static std::optional<std::unique_ptr<QuotationCheck>> of(Session& session,
                                                                         const Options& options,
                                                                         Console& console);

  /// One pass over the sources.
  [[nodiscard]] std::vector<Verification> verify(const LoadedArticle& article) const;
  /// Of the quotations that the profile doesn't let pass.
  [[nodiscard]] std::vector<Finding> findings(const std::vector<Verification>& quotations) const;
  [[nodiscard]] std::vector<VerificationRow> rows(const std::vector<Verification>& quotations) const;

 private:
  QuotationCheck(const Pack& pack, std::unique_ptr<Analyzer> analyzer, Profile profile)
      : pack_(&pack), analyzer_(std::move(analyzer)), sources_(pack), profile_(std::move(profile)) {}

  const Pack* pack_;
  std::unique_ptr<Analyzer> analyzer_;
  SourceTexts sources_;
  Profile profile_;
};

}  // namespace selon
