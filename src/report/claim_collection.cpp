#include "report/claim_collection.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "claims/claim_set.h"
#include "report/printable.h"

namespace selon {

namespace {

constexpr std::uint32_t shown_columns = 240;  ///< of a claim

// Lengths of the beginning of a date that tells a stretch of time.
constexpr std::size_t day_length = 10;
constexpr std::size_t month_length = 7;
constexpr std::size_t year_length = 4;

/// "2023-07-28" and whatever follows.
bool is_date(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() < shape.size()) {
    return false;
  }
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != '-') {
      return false;
    }
  }
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

std::chrono::sys_days day_of(std::string_view date) {
  const auto number = [&](std::size_t from, std::size_t size) {
    unsigned value = 0;
    for (const char digit : date.substr(from, size)) {
      value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
  };
  using namespace std::chrono;
  return sys_days{year{static_cast<int>(number(0, 4))} / month{number(5, 2)} / day{number(8, 2)}};
}

/// Days, months or years, whichever makes a readable number of stretches.
std::size_t stretch_between(std::chrono::sys_days first, std::chrono::sys_days last) {
  constexpr int most_days = 62;
  constexpr int most_months = 60;
  const auto days = (last - first).count();
  return days <= most_days ? day_length : days <= most_months * 31 ? month_length : year_length;
}

/// Every stretch from the first to the last, so that empty ones are seen too. Dates of
/// centuries, which are mistakes, are not filled up.
std::vector<std::string> stretches_between(std::chrono::sys_days first, std::chrono::sys_days last,
                                           std::size_t length) {
  constexpr int most_days = 366 * 200;
  std::vector<std::string> stretches;
  if ((last - first).count() > most_days) {
    return stretches;
  }
  for (auto day = first; day <= last; day += std::chrono::days{1}) {
    const std::chrono::year_month_day date{day};
    std::string written = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()))
                              .substr(0, length);
    if (stretches.empty() || stretches.back() != written) {
      stretches.push_back(std::move(written));
    }
  }
  return stretches;
}

/// What tells sources apart. Without a name one is nobody whom another article could mean.
std::string ref_of(const Source& source, std::uint32_t article) {
  const bool only_here = source.anonymous || source.vague || source.described;
  return only_here ? source.ref + "@" + std::to_string(article) : source.ref;
}

CollectedSource collected_source(const Source& source) {
  CollectedSource collected;
  collected.name = source.name;
  collected.kind = source.kind;
  collected.country = source.country;
  collected.anonymous = source.anonymous || source.vague;
  return collected;
}

void count_article(CollectedCounts& counts, const CollectedArticle& article) {
  ++counts.articles;
  counts.agency_articles += article.agency ? 1 : 0;
  counts.single_articles += article.is_single() ? 1 : 0;
}

void count_claim(CollectedCounts& counts, const CollectedClaim& claim) {
  ++counts.claims;
  counts.anonymous_claims += claim.anonymous ? 1 : 0;
  counts.unknown_claims += claim.source == no_index ? 1 : 0;
}

}  // namespace

std::uint32_t ClaimCollection::add_article(std::string_view key, std::string_view headline,
                                           std::string_view at, bool agency, std::optional<bool> single) {
  CollectedArticle article;
  article.key = printable(key);
  article.headline = headline.empty() ? article.key : printable(headline);
  article.at = is_date(at) ? printable(at) : std::string();
  article.agency = agency;
  article.single = single;
  articles_.push_back(std::move(article));
  return static_cast<std::uint32_t>(articles_.size() - 1);
}

std::uint32_t ClaimCollection::count_source(std::uint32_t article, std::string_view ref,
                                            const CollectedSource& source) {
  const auto [found, is_new] =
      source_of_ref_.emplace(std::string(ref), static_cast<std::uint32_t>(sources_.size()));
  const std::uint32_t index = found->second;
  if (is_new) {
    sources_.push_back(source);
    sources_.back().name = printable(source.name);
  }
  CollectedSource& known = sources_[index];
  ++known.claims;
  if (known.last_article != article) {
    known.last_article = article;
    ++known.articles;
  }
  CollectedArticle& place = articles_.at(article);
  place.several = place.several || (place.source != no_index && place.source != index);
  place.source = index;
  return index;
}

void ClaimCollection::add_claim(std::uint32_t article, std::string_view ref, const CollectedSource& source,
                                bool anonymous, std::uint32_t line, std::string_view content) {
  const std::uint32_t index = ref.empty() ? no_index : count_source(article, ref, source);
  ++articles_.at(article).claims;
  claims_.push_back({article, index, line, anonymous, shortened(content, shown_columns)});
}

void ClaimCollection::add_credit(std::string_view ref, const CollectedSource& source) {
  CollectedClaim& claim = claims_.back();
  claim.credits.push_back(count_source(claim.article, ref, source));
}

void ClaimCollection::add_quotations(std::string_view ref, const QuotationCounts& quotations) {
  if (const auto found = source_of_ref_.find(std::string(ref)); found != source_of_ref_.end()) {
    sources_[found->second].quotations.add(quotations);
  }
}

void ClaimCollection::add(const ReportedArticle& article) {
  const Document& document = article.document;
  const auto& sources = article.analysis.sources;
  const PlaceFinder places(document);
  const bool agency = std::ranges::any_of(article.analysis.bylines, [&](std::uint32_t source) {
    return sources.at(source).kind == SourceKind::agency;
  });
  const std::string key = document.id.empty() ? document.path : document.path + " " + document.id;
  const std::uint32_t index = add_article(key, document.headline, document.metadata.published, agency);
  for (const Claim& claim : claims_of(document, article.analysis, article.known_sources)) {
    if (!claim.is_claim) {
      continue;
    }
    CollectedSource collected;
    std::string ref;
    if (claim.source < sources.size()) {
      collected = collected_source(sources[claim.source]);
      ref = ref_of(sources[claim.source], index);
    }
    add_claim(index, ref, collected, collected.anonymous, places.at(claim.content.front().start).line,
              joined_text(document.text, claim.content));
    for (const std::uint32_t credit : claim.credits) {
      if (credit != claim.source && credit < sources.size()) {
        add_credit(ref_of(sources[credit], index), collected_source(sources[credit]));
      }
    }
  }
  const Voices voices = voices_of(article);
  for (const Voice& voice : voices.list) {
    if (voice.source < sources.size()) {
      add_quotations(ref_of(sources[voice.source], index), voice.quotations);
    }
  }
}

CollectedCounts ClaimCollection::counts() const {
  CollectedCounts counts;
  for (const CollectedArticle& article : articles_) {
    count_article(counts, article);
  }
  for (const CollectedClaim& claim : claims_) {
    count_claim(counts, claim);
  }
  return counts;
}

std::vector<std::uint32_t> ClaimCollection::sources_by_claims() const {
  std::vector<std::uint32_t> order(sources_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const CollectedSource& x = sources_[a];
    const CollectedSource& y = sources_[b];
    return x.claims != y.claims ? x.claims > y.claims : x.name != y.name ? x.name < y.name : a < b;
  });
  return order;
}

std::map<SourceKind, std::uint32_t> ClaimCollection::claims_by_kind() const {
  std::map<SourceKind, std::uint32_t> kinds;
  for (const CollectedClaim& claim : claims_) {
    std::set<SourceKind> of_claim;  // a caption of two agencies is one claim of agencies
    if (claim.source != no_index) {
      of_claim.insert(sources_[claim.source].kind);
    }
    for (const std::uint32_t credit : claim.credits) {
      of_claim.insert(sources_[credit].kind);
    }
    for (const SourceKind kind : of_claim) {
      ++kinds[kind];
    }
  }
  return kinds;
}

std::map<std::string, CollectedCounts> ClaimCollection::by_time() const {
  std::string_view first;
  std::string_view last;
  for (const CollectedArticle& article : articles_) {
    if (!article.at.empty()) {
      first = first.empty() || article.at < first ? std::string_view(article.at) : first;
      last = std::max(last, std::string_view(article.at));
    }
  }
  std::map<std::string, CollectedCounts> by_time;
  if (first.empty()) {
    return by_time;
  }
  const std::size_t length = stretch_between(day_of(first), day_of(last));
  for (const std::string& stretch : stretches_between(day_of(first), day_of(last), length)) {
    by_time[stretch];
  }
  for (const CollectedArticle& article : articles_) {
    if (!article.at.empty()) {
      count_article(by_time[article.at.substr(0, length)], article);
    }
  }
  for (const CollectedClaim& claim : claims_) {
    const std::string& at = articles_[claim.article].at;
    if (!at.empty()) {
      count_claim(by_time[at.substr(0, length)], claim);
    }
  }
  return by_time;
}

}  // namespace selon
