// Database::record: one revision, one transaction.

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "claims/claim_set.h"
#include "claims/database.h"
#include "claims/fold.h"
#include "claims/json_lists.h"
#include "claims/layout.h"
#include "claims/moment.h"
#include "claims/other_article.h"
#include "claims/record_statements.h"
#include "claims/record_verifications.h"
#include "claims/schema.h"
#include "claims/source_register.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/words.h"
#include "document/sha256.h"
#include "rules/names.h"

namespace selon {

namespace {

/// When a revision was published and recorded, in seconds.
struct Times {
  std::int64_t at = 0;
  std::int64_t recorded = 0;
};

Expected<std::int64_t> time_asked_for(const std::string& written, std::string_view what) {
  if (const auto moment = read_moment(written)) return moment->first;
  return tl::unexpected(Error{"", 0, 0, fmt::format("the time of {} can't be read", what), written,
                              "write it as 2023-07-28 or 2023-07-28T09:52:00+02:00"});
}

/// An article's own dates are taken as far as they can be read: a strange one is no
/// reason not to record it.
Expected<Times> times_of(const Document& document, const RecordOptions& options) {
  Times times;
  times.recorded = now_in_seconds();
  if (!options.recorded_at.empty()) {
    const auto given = time_asked_for(options.recorded_at, "recording");
    if (!given) return tl::unexpected(given.error());
    times.recorded = *given;
  }
  times.at = times.recorded;
  if (!options.published_at.empty()) {
    const auto given = time_asked_for(options.published_at, "publication");
    if (!given) return tl::unexpected(given.error());
    times.at = *given;
  } else if (const auto modified = read_moment(document.metadata.modified)) {
    times.at = modified->first;
  } else if (const auto published = read_moment(document.metadata.published)) {
    times.at = published->first;
  }
  return times;
}

/// Writes one revision, inside its transaction.
class Recorder {
 public:
  Recorder(RecordStatements& statements, const Document& document, const Analysis& analysis,
           const RecordOptions& options, const Times& times)
      : statements_(statements),
        document_(document),
        analysis_(analysis),
        options_(options),
        times_(times),
        claims_(claims_of(document, analysis, options.known_sources)),
        sources_(statements, document, analysis, options),
        places_(document),
        sha256_(document.sha256.empty() ? sha256_hex(document.text) : document.sha256) {}

  RecordOutcome record(const std::string& key) {
    RecordOutcome outcome;
    outcome.article = key;
    if (find_article(key, outcome)) {
      if (options_.verifications.empty()) return outcome;
      insert_verifications();
      return outcome;
    }
    if (article_ == 0) {
      statements_.insert_article.run().text(key).exec();
      article_ = last_id();
    }
    sources_.of_article(article_);
    outcome.claims = count_claims();
    outcome.findings = static_cast<std::uint32_t>(options_.findings.size());
    insert_revision(++outcome.revision);
    insert_claims();
    for (const FindingRow& finding : options_.findings) insert_finding(finding);
    if (!options_.verifications.empty()) insert_verifications();
    statements_.set_latest.run().number(revision_).number(article_).exec();
    return outcome;
  }

  /// Nothing where the revision isn't there.
  std::optional<RecordOutcome> record_again(std::int64_t revision) {
    RecordOutcome outcome;
    {
      Run run = statements_.revision_numbered.run();
      if (!run.number(revision).step()) return std::nullopt;
      revision_ = revision;
      article_ = run.number_at(0);
      outcome.revision = static_cast<std::uint32_t>(run.number_at(1));
      if (const auto at = read_moment(run.text_at(2))) times_.at = at->first;
      outcome.article = run.text_at(3);
    }
    sources_.of_article(article_);
    for (Prepared RecordStatements::*step :
         {&RecordStatements::forget_indexed, &RecordStatements::unlink_verifications,
          &RecordStatements::forget_claim_sources, &RecordStatements::forget_claims,
          &RecordStatements::forget_findings}) {
      (statements_.*step).run().number(revision).exec();
    }
    insert_claims();
    for (const FindingRow& finding : options_.findings) insert_finding(finding);
    link_verifications(statements_, revision);
    outcome.claims = count_claims();
    outcome.findings = static_cast<std::uint32_t>(options_.findings.size());
    statements_.update_revision.run()
        .text(options_.selon_version)
        .text(options_.pack_version)
        .number(outcome.claims)
        .number(static_cast<std::int64_t>(claims_.size()) - outcome.claims)
        .number(outcome.findings)
        .text(refs_of(analysis_, analysis_.bylines))
        .text(refs_of(analysis_, analysis_.credits))
        .text(layout_of(document_, places_))
        .number(revision)
        .exec();
    return outcome;
  }

 private:
  /// True if the file is the latest revision already.
  bool find_article(const std::string& key, RecordOutcome& outcome) {
    Run run = statements_.latest_revision.run();
    if (!run.text(key).step()) return false;
    article_ = run.number_at(0);
    outcome.revision = static_cast<std::uint32_t>(run.number_at(1));
    if (run.text_at(2) != sha256_) {
      if (outcome.revision > 0) compare_with(run, outcome);
      return false;
    }
    outcome.unchanged = true;
    revision_ = run.number_at(5);
    outcome.claims = static_cast<std::uint32_t>(run.number_at(3));
    outcome.findings = static_cast<std::uint32_t>(run.number_at(4));
    return true;
  }

  /// `latest` stands at the article's latest revision.
  void compare_with(const Run& latest, RecordOutcome& outcome) {
    const auto at = read_moment(latest.text_at(6));
    if (at && times_.at < at->first) outcome.later_than_this = latest.text_at(6);
    Run run = statements_.text_of_revision.run();
    if (run.number(latest.number_at(5)).step()) {
      outcome.unlike_before = is_other_article(run.text_at(0), document_.text);
    }
  }

  void insert_verifications() {
    record_verifications(statements_, revision_, options_.verifications, write_moment(times_.recorded));
  }

  [[nodiscard]] std::uint32_t count_claims() const {
    return static_cast<std::uint32_t>(std::ranges::count_if(claims_, &Claim::is_claim));
  }

  std::int64_t last_id() {
    Run run = statements_.last_id.run();
    run.step();
    return run.number_at(0);
  }

  void insert_revision(std::uint32_t number) {
    const Metadata& metadata = document_.metadata;
    statements_.insert_revision.run()
        .number(article_)
        .number(number)
        .text(write_moment(times_.at))
        .text(write_moment(times_.recorded))
        .text(sha256_)
        .text(document_.path)
        .text(name_of(document_.format))
        .text(analysis_.lang.empty() ? metadata.lang : analysis_.lang)
        .text(metadata.canonical_url)
        .text(metadata.published)
        .text(metadata.modified)
        .text(metadata.publisher)
        .text(options_.selon_version)
        .text(options_.pack_version)
        .number(count_claims())
        .number(static_cast<std::int64_t>(claims_.size()) - count_claims())
        .number(static_cast<std::int64_t>(options_.findings.size()))
        .text(document_.headline)
        .text(list_of(metadata.authors))
        .text(refs_of(analysis_, analysis_.bylines))
        .text(refs_of(analysis_, analysis_.credits))
        .long_text(document_.text)
        .text(layout_of(document_, places_))
        .exec();
    revision_ = last_id();
  }

  /// The first claim of the text gets the highest id (see schema.h).
  void insert_claims() {
    if (claims_.empty()) return;
    const std::int64_t lowest = first_claim_id(times_.at);
    std::int64_t next = lowest;
    {
      Run run = statements_.highest_claim.run();
      run.number(lowest).number(lowest + (std::int64_t{1} << claim_id_sequence_bits)).step();
      next = std::max(next, run.number_at(0) + 1);
    }
    const std::int64_t first = next + static_cast<std::int64_t>(claims_.size()) - 1;
    for (std::size_t index = 0; index < claims_.size(); ++index) {
      insert_claim(claims_[index], first - static_cast<std::int64_t>(index), first);
    }
    statements_.index_claims.run().number(next).number(first).exec();
  }

  void insert_claim(const Claim& claim, std::int64_t id, std::int64_t first_id) {
    const std::int64_t source = sources_.id_of(claim.source);
    const std::int64_t via = sources_.id_of(claim.via);
    const FilePlace place = places_.at(claim.content.front().start);
    Run run = statements_.insert_claim.run();
    run.number(id).number(revision_).text(word_of(claim.status)).number(claim.is_claim ? 1 : 0);
    run.number(is_unnamed(claim) ? 1 : 0);
    bind_manner(run, claim);
    run.number_or_null(source).number_or_null(via);
    run.number_or_null(claim.continues == no_index ? 0 : first_id - claim.continues);
    run.number(place.line).number(place.column).span_or_null(claim.statement);
    bind_spans(run, claim);
    run.text(claim.source < analysis_.sources.size() ? analysis_.sources[claim.source].name : "");
    bind_words(run, claim);
    run.text(joined_text(document_.text, claim.content)).exec();
    insert_claim_sources(claim, id, source, via);
  }

  void insert_claim_sources(const Claim& claim, std::int64_t id, std::int64_t source, std::int64_t via) {
    const auto insert = [&](std::int64_t recorded, std::string_view role) {
      if (recorded == 0) return;
      const std::int64_t counting = sources_.counts_as(recorded);
      statements_.insert_claim_source.run().number(counting).number(id).number(recorded).text(role).exec();
    };
    insert(source, claim.status == Status::credited ? "credit" : "speaker");
    for (const std::uint32_t credit : claim.credits) insert(sources_.id_of(credit), "credit");
    insert(via, "relay");
    if (claim.attribution != nullptr) sources_.note_mention(*claim.attribution);
  }

  [[nodiscard]] bool is_unnamed(const Claim& claim) const {
    if (claim.source >= analysis_.sources.size()) return false;
    const Source& source = analysis_.sources[claim.source];
    return source.anonymous || source.vague;
  }

  /// kind to rule.
  static void bind_manner(Run& run, const Claim& claim) {
    if (claim.attribution == nullptr) {
      run.null().null().null().text(word_of(Polarity::affirmed)).text(word_of(Modality::asserted)).null();
      return;
    }
    const Attribution& attribution = *claim.attribution;
    run.text(word_of(attribution.kind)).text(word_of(attribution.resolution));
    run.text_or_null(attribution.cue ? std::optional(name_of(attribution.cue->stance)) : std::nullopt);
    run.text(word_of(attribution.polarity)).text(word_of(attribution.modality)).text(attribution.rule);
  }

  /// source_start to candidates.
  static void bind_spans(Run& run, const Claim& claim) {
    const Attribution none;
    const Attribution& attribution = claim.attribution != nullptr ? *claim.attribution : none;
    run.span_or_null(attribution.source);
    run.span_or_null(attribution.cue ? std::optional(attribution.cue->span) : std::nullopt);
    run.span_or_null(attribution.addressee).span_or_null(attribution.date).span_or_null(attribution.place);
    run.text(spans_of(claim.content)).text(list_of(attribution.candidates));
  }

  /// mention to place.
  void bind_words(Run& run, const Claim& claim) const {
    const Attribution none;
    const Attribution& attribution = claim.attribution != nullptr ? *claim.attribution : none;
    const auto words = [&](const std::optional<Span>& span) {
      if (span) {
        run.text(joined_text(document_.text, {&*span, 1}));
      } else {
        run.null();
      }
    };
    words(attribution.source);
    words(attribution.cue ? std::optional(attribution.cue->span) : std::nullopt);
    run.text_or_null(attribution.cue ? std::optional<std::string_view>(attribution.cue->lemma)
                                     : std::nullopt);
    words(attribution.addressee);
    words(attribution.date);
    words(attribution.place);
  }

  void insert_finding(const FindingRow& finding) {
    statements_.insert_finding.run()
        .number(revision_)
        .text(finding.rule)
        .text(name_of(finding.severity))
        .text(finding.message)
        .number(finding.span.start)
        .number(finding.span.end)
        .number(finding.line)
        .number(finding.column)
        .exec();
  }

  RecordStatements& statements_;
  const Document& document_;
  const Analysis& analysis_;
  const RecordOptions& options_;
  Times times_;
  std::vector<Claim> claims_;
  SourceRegister sources_;
  PlaceFinder places_;
  std::string sha256_;
  std::int64_t article_ = 0;
  std::int64_t revision_ = 0;
};

}  // namespace

Expected<std::string> article_key(const Document& document, const std::string& chosen) {
  if (!chosen.empty()) return chosen;
  if (!document.metadata.canonical_url.empty()) return document.metadata.canonical_url;
  if (!document.id.empty()) return document.id;
  if (document.path.empty() || document.path == "-") {
    return tl::unexpected(Error{document.path, 0, 0,
                                "the article has no key: it has neither a URL nor a path", "",
                                "give it one with --article KEY"});
  }
  std::error_code failure;
  const auto absolute = std::filesystem::absolute(document.path, failure).lexically_normal();
  return failure ? document.path : absolute.string();
}

Expected<RecordOutcome> Database::record(const Document& document, const Analysis& analysis,
                                         const RecordOptions& options) {
  const auto key = article_key(document, options.article);
  if (!key) return tl::unexpected(key.error());
  const auto times = times_of(document, options);
  if (!times) return tl::unexpected(times.error());
  return without_exceptions(state_->path, [&]() -> Expected<RecordOutcome> {
    if (!state_->record_statements) state_->record_statements.reset(new RecordStatements(state_->sqlite));
    Recorder recorder(*state_->record_statements, document, analysis, options, *times);
    SQLite::Transaction transaction(state_->sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    RecordOutcome outcome = recorder.record(*key);
    if (!outcome.unchanged || !options.verifications.empty()) transaction.commit();
    return outcome;
  });
}

Expected<RecordOutcome> Database::reanalyse(std::int64_t revision, const Document& document,
                                            const Analysis& analysis, const RecordOptions& options) {
  return without_exceptions(state_->path, [&]() -> Expected<RecordOutcome> {
    if (!state_->record_statements) state_->record_statements.reset(new RecordStatements(state_->sqlite));
    Recorder recorder(*state_->record_statements, document, analysis, options, Times{});
    SQLite::Transaction transaction(state_->sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto outcome = recorder.record_again(revision);
    if (!outcome) {
      return tl::unexpected(Error{state_->path, 0, 0, "the revision is gone", std::to_string(revision),
                                  "another process has forgotten it"});
    }
    transaction.commit();
    return *outcome;
  });
}

}  // namespace selon
