// How quotations fared when they were looked up in their sources (verify/verification.h): how
// many are verified, how many have a problem, how many nobody checked. A quotation that had no
// source to be compared with counts as not checked.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "attribution/analysis.h"
#include "claims/database.h"

namespace selon {

class JsonWriter;
class PageWords;

struct QuotationCounts {
  std::uint32_t verified = 0;
  std::uint32_t problems = 0;
  std::uint32_t unchecked = 0;

  [[nodiscard]] std::uint32_t all() const { return verified + problems + unchecked; }
  void add(const QuotationCounts& other);
  /// The order in a sorted table: problems first, then what nobody checked.
  [[nodiscard]] std::uint64_t order() const;
};

/// Counts one quotation; `row` is nullptr where it wasn't looked up.
void count_quotation(QuotationCounts& counts, const VerificationRow* row);

/// "2 verified, 1 with a problem"; a dash where nothing is quoted.
[[nodiscard]] std::string said_counts(const PageWords& words, const QuotationCounts& counts);

/// The member "verification" of an object.
void write_counts(JsonWriter& json, const QuotationCounts& counts);

/// Finds the verification of an article's quotations. The rows must outlive this.
class VerifiedQuotations {
 public:
  explicit VerifiedQuotations(std::span<const VerificationRow> rows);

  /// nullptr: not looked up.
  [[nodiscard]] const VerificationRow* row_of(const QuotedText& quotation) const;
  /// The class of an attribution's quotations, of several one that fails; "" where none was looked up.
  [[nodiscard]] std::string_view verdict_of(const Analysis& analysis, std::uint32_t attribution) const;

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, const VerificationRow*> by_span_;
};

/// Direct quotations, which are what verifying is about: speech that somebody is told to say.
[[nodiscard]] bool is_direct_quotation(const QuotedText& quotation, const Analysis& analysis);

}  // namespace selon
