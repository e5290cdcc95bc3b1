// The claims of many articles in figures: which sources, how many without a name, how
// many articles by an agency, how many on one source only, and when. What the dashboard
// shows, whether the articles come from files or from the database.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribution/analysis.h"
#include "report/voices.h"

namespace selon {

struct CollectedArticle {
  std::string key;  ///< or path
  std::string headline;
  std::string at;       ///< ISO 8601, or ""
  bool agency = false;  ///< by an agency, alone or among others
  std::uint32_t claims = 0;
  std::uint32_t source = no_index;  ///< of its claims so far; no_index: none yet
  bool several = false;             ///< has claims of more than one source
  std::optional<bool> single;       ///< known beforehand: its claims here may be a choice of them
  [[nodiscard]] bool is_single() const { return single.value_or(source != no_index && !several); }
};

struct CollectedSource {
  std::string name;
  SourceKind kind = SourceKind::unknown;
  std::string country;
  bool anonymous = false;  ///< or vague
  std::uint32_t claims = 0;
  std::uint32_t articles = 0;
  QuotationCounts quotations;             ///< of its claims
  std::uint32_t last_article = no_index;  ///< which was counted last
};

struct CollectedClaim {
  std::uint32_t article = 0;
  std::uint32_t source = no_index;  ///< none: nobody is told
  std::uint32_t line = 0;
  bool anonymous = false;
  std::string content;                      ///< printable, shortened
  std::vector<std::uint32_t> credits = {};  ///< of a caption: its further sources
};

/// The figures of all, or of one stretch of time.
struct CollectedCounts {
  std::uint32_t articles = 0;
  std::uint32_t agency_articles = 0;
  std::uint32_t single_articles = 0;
  std::uint32_t claims = 0;
  std::uint32_t anonymous_claims = 0;
  std::uint32_t unknown_claims = 0;  ///< of nobody who is told
};

class ClaimCollection {
 public:
  /// Gives the article's index.
  std::uint32_t add_article(std::string_view key, std::string_view headline, std::string_view at, bool agency,
                            std::optional<bool> single = std::nullopt);
  /// `ref` tells sources apart; "" where the source isn't known.
  void add_claim(std::uint32_t article, std::string_view ref, const CollectedSource& source, bool anonymous,
                 std::uint32_t line, std::string_view content);
  /// Another source of the claim added last: a caption may have several credits.
  void add_credit(std::string_view ref, const CollectedSource& source);
  /// Quotations of a source that has a claim here; without one they aren't counted.
  void add_quotations(std::string_view ref, const QuotationCounts& quotations);
  /// All claims of an audited article.
  void add(const ReportedArticle& article);

  [[nodiscard]] const std::vector<CollectedArticle>& articles() const { return articles_; }
  [[nodiscard]] const std::vector<CollectedSource>& sources() const { return sources_; }
  [[nodiscard]] const std::vector<CollectedClaim>& claims() const { return claims_; }

  [[nodiscard]] CollectedCounts counts() const;
  /// By source: indices, most claims first.
  [[nodiscard]] std::vector<std::uint32_t> sources_by_claims() const;
  [[nodiscard]] std::map<SourceKind, std::uint32_t> claims_by_kind() const;
  /// Figures by day, month or year, whichever makes a readable number; articles without a
  /// date are left out. Keys are beginnings of dates: "2023-07".
  [[nodiscard]] std::map<std::string, CollectedCounts> by_time() const;

 private:
  /// Counts a claim of the source; gives its index.
  std::uint32_t count_source(std::uint32_t article, std::string_view ref, const CollectedSource& source);

  std::vector<CollectedArticle> articles_;
  std::vector<CollectedSource> sources_;
  std::vector<CollectedClaim> claims_;
  std::unordered_map<std::string, std::uint32_t> source_of_ref_;
};

}  // namespace selon
