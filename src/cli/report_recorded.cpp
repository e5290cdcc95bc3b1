#include "cli/report_recorded.h"

#include <filesystem>
#include <set>
#include <unordered_map>

#include "claims/article_rows.h"
#include "claims/queries.h"
#include "claims/verification_rows.h"
#include "claims/words.h"
#include "cli/listing_format.h"
#include "cli/recording.h"
#include "report/dashboard.h"
#include "rules/names.h"

namespace selon {

namespace {

class RecordedReport {
 public:
  RecordedReport(Session& session, const Options& options, Console& console)
      : session_(session), options_(options), console_(console) {}

  int run() {
    auto database = open_for_questions(options_);
    if (!database) {
      console_.fail(database.error());
      return console_.exit_code();
    }
    if (options_.format == "csv") {
      write_csv(*database);
    } else if (collect(*database)) {
      write(database->path());
    }
    return console_.exit_code();
  }

 private:
  [[nodiscard]] ClaimQuery query() const {
    ClaimQuery query;
    query.source = options_.source;
    query.about = options_.about;
    query.article = options_.article;
    query.since = options_.since;
    query.until = options_.until;
    query.limit = options_.limit;
    query.all_revisions = options_.all_revisions;
    return query;
  }

  /// The filters, as they were given.
  [[nodiscard]] std::string filter() const {
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) {
        text += (text.empty() ? "" : " ") + std::string(name) + " " + value;
      }
    };
    add("--source", options_.source);
    add("--about", options_.about);
    add("--article", options_.article);
    add("--since", options_.since);
    add("--until", options_.until);
    add("--limit", options_.limit > 0 ? std::to_string(options_.limit) : "");
    if (options_.all_revisions) {
      text += text.empty() ? "--all-revisions" : " --all-revisions";
    }
    return text;
  }

  void write_csv(Database& database) {
    const auto listing = claim_listing(console_.out, listing_options(options_, console_));
    const auto rows = for_each_claim(database, query(), [&](const ClaimRow& claim) {
      listing->row(claim);
      return !console_.out.closed();
    });
    if (!rows) {
      console_.fail(rows.error());
      return;
    }
    listing->finish(*rows);
  }

  /// What an agency's byline is known by: the pack's agencies, whether they are quoted or not.
  void find_agencies() {
    const auto bench = session_.workbench(session_.first_language());
    if (!bench) {
      console_.fail(bench.error());
      return;
    }
    for (const SourceEntry& source : (*bench)->pack().sources) {
      if (source.kind == SourceKind::agency) {
        agencies_.insert(source.ref);
      }
    }
  }

  [[nodiscard]] bool is_of_agency(std::string_view bylines) const {
    while (!bylines.empty()) {
      const std::size_t end = std::min(bylines.find(','), bylines.size());
      if (agencies_.contains(std::string(bylines.substr(0, end)))) {
        return true;
      }
      bylines.remove_prefix(std::min(end + 1, bylines.size()));
    }
    return false;
  }

  struct KnownArticle {
    std::string headline;
    std::string at;
    bool agency = false;
    bool single = false;
    std::uint32_t index = no_index;  ///< in the collection; none: not yet
  };

  std::uint32_t index_of(const std::string& key) {
    KnownArticle& article = articles_[key];
    if (article.index == no_index) {
      article.index = claims_.add_article(key, article.headline, article.at, article.agency, article.single);
    }
    return article.index;
  }

  /// The quotations of a claim: those that were verified; else, where it quotes, one that wasn't.
  [[nodiscard]] QuotationCounts quotations_of(const ClaimRow& claim) const {
    if (const auto found = verified_.find(claim.id); found != verified_.end()) {
      return found->second;
    }
    QuotationCounts counts;
    counts.unchecked =
        claim.kind == word_of(AttributionKind::direct) || claim.kind == word_of(AttributionKind::mixed) ? 1
                                                                                                        : 0;
    return counts;
  }

  bool collect(Database& database) {
    find_agencies();
    return collect_verified(database) && collect_credits(database) && collect_articles(database) &&
           collect_claims(database);
  }

  /// Tells what went wrong, if anything did.
  template <class Done>
  bool went_well(const Done& done) {
    if (!done) {
      console_.fail(done.error());
    }
    return done.has_value();
  }

  bool collect_verified(Database& database) {
    return went_well(for_each_verified_claim(database, [&](std::int64_t claim, const VerificationRow& row) {
      count_quotation(verified_[claim], &row);
    }));
  }

  bool collect_credits(Database& database) {
    return went_well(for_each_credit(database, [&](const CreditRow& row) {
      CollectedSource source;
      source.name = row.name;
      source.kind = named<SourceKind>(row.kind).value_or(SourceKind::unknown);
      source.country = row.country;
      source.anonymous = row.anonymous;
      credits_[row.claim].emplace_back(row.ref, std::move(source));
    }));
  }

  bool collect_articles(Database& database) {
    const bool all = filter().empty() || filter() == "--all-revisions";
    return went_well(for_each_article_row(database, [&](const ArticleRow& row) {
      const std::string key(row.key);
      articles_[key] = {std::string(row.headline), std::string(row.at), is_of_agency(row.bylines),
                        row.sources == 1};
      if (all) {
        index_of(key);  // those without a claim count too
      }
      return true;
    }));
  }

  bool collect_claims(Database& database) {
    return went_well(for_each_claim(database, query(), [&](const ClaimRow& claim) {
      CollectedSource source;
      source.name = claim.source;
      source.kind = named<SourceKind>(claim.source_kind).value_or(SourceKind::unknown);
      source.country = claim.country;
      source.anonymous = claim.anonymous;
      claims_.add_claim(index_of(std::string(claim.article)), claim.ref, source, claim.anonymous, claim.line,
                        claim.content);
      claims_.add_quotations(claim.ref, quotations_of(claim));
      if (const auto credits = credits_.find(claim.id); credits != credits_.end()) {
        for (const auto& [ref, credit] : credits->second) {
          if (ref != claim.ref) {
            claims_.add_credit(ref, credit);
          }
        }
      }
      return true;
    }));
  }

  void write(const std::string& path) {
    // The name alone: a page is handed on, and where it was made is nobody's business.
    const DashboardHead head{std::filesystem::path(path).filename().string(), filter()};
    if (options_.format == "html") {
      write_dashboard_html(console_.out, claims_, head, {console_.language, SELON_VERSION});
    } else if (options_.format == "md") {
      write_dashboard_markdown(console_.out, claims_, head, console_.language);
    } else if (options_.format == "json") {
      write_dashboard_json(console_.out, claims_, head);
    } else {
      write_dashboard_text(console_.out, claims_, head, console_.language);
    }
  }

  Session& session_;
  const Options& options_;
  Console& console_;
  ClaimCollection claims_;
  std::set<std::string> agencies_;
  std::unordered_map<std::string, KnownArticle> articles_;
  std::unordered_map<std::int64_t, std::vector<std::pair<std::string, CollectedSource>>> credits_;
  std::unordered_map<std::int64_t, QuotationCounts> verified_;  ///< by claim
};

}  // namespace

int run_report_recorded(Session& session, const Options& options, Console& console) {
  return RecordedReport(session, options, console).run();
}

}  // namespace selon
