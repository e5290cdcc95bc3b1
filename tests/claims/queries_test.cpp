// The questions: by source, words, article, date, manner.

#include "claims/queries.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "article.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace {

/// Two articles, the first in two revisions, and a pack's aliases.
struct Archive {
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));

  Archive() {
    SourceEntry afp;
    afp.ref = "afp";
    afp.aliases = {"Agence France-Presse"};
    record("greve", "2024-03-12T08:00:00Z", "A", {&afp, 1}, strike_dispatch());
    record("greve", "2024-03-13T08:00:00Z", "B", {&afp, 1}, strike_dispatch());
    Article other;
    other.block(BlockKind::headline, "La fête de l'Épiphanie annulée");
    const auto mayor = other.source("etienne-ferrandon", "Étienne Ferrandon");
    other.block(BlockKind::paragraph, "« Nous n'avons pas le cœur à rire », a confié Étienne Ferrandon.");
    other.says(mayor, "Étienne Ferrandon", "a confié", "confier", {"« Nous n'avons pas le cœur à rire »"})
        .kind = AttributionKind::direct;
    other.document.path = "fete.txt";
    record("/archives/fete.txt", "2023-01-06", "C", {}, other);
  }

  void record(const std::string& key, const std::string& at, const std::string& version,
              std::span<const SourceEntry> known, Article article) {
    article.document.sha256 = fake_sha256(version);
    RecordOptions options;
    options.article = key;
    options.published_at = at;
    options.known_sources = known;
    must(database.record(article.document, article.analysis, options));
  }

  /// The contents that answer the question.
  std::vector<std::string> contents(const ClaimQuery& query) {
    std::vector<std::string> found;
    const std::size_t count = must(for_each_claim(database, query, [&](const ClaimRow& row) {
      found.emplace_back(row.content);
      return true;
    }));
    CHECK(count == found.size());
    return found;
  }
  std::size_t count(const ClaimQuery& query) { return contents(query).size(); }
  std::size_t by_source(const std::string& name) {
    ClaimQuery query;
    query.source = name;
    return count(query);
  }
  std::vector<std::string> about(const std::string& words) {
    ClaimQuery query;
    query.about = words;
    return contents(query);
  }
};

using Contents = std::vector<std::string>;
const Contents heart{"« Nous n'avons pas le cœur à rire »"};

}  // namespace

TEST_CASE("claims of the latest revisions, newest first and in the order of the text") {
  Archive archive;
  CHECK(archive.contents({}) ==
        Contents{"Le cœur de Sainte-Aubierge, mardi.", "« Les repas […] seront servis froids. »",
                 "Le personnel reprendrait jeudi.", "avoir bloqué les cuisines",
                 "des bœufs entiers ont été jetés", "« Nous n'avons pas le cœur à rire »"});
  ClaimQuery query;
  query.all_revisions = true;
  CHECK(archive.count(query) == 11);
  query.with_unclaimed = true;
  CHECK(archive.count(query) == 13);
  query.limit = 2;
  CHECK(archive.contents(query) ==
        Contents{"Le cœur de Sainte-Aubierge, mardi.", "« Les repas […] seront servis froids. »"});
}

TEST_CASE("by source: ref, name or alias, however written") {
  Archive archive;
  CHECK(archive.by_source("odile-ferrandon") == 2);
  CHECK(archive.by_source("ODILE FERRANDON") == 2);
  CHECK(archive.by_source("etienne ferrandon") == 1);
  CHECK(archive.by_source("agence france presse") == 1);
  CHECK(archive.by_source("Sud Cantines") == 1);
  CHECK(archive.by_source("des parents d’élèves") == 1);
}

TEST_CASE("by source: part of a name finds all who bear it, half a word nobody") {
  Archive archive;
  CHECK(archive.by_source("Ferrandon") == 3);
  CHECK(archive.by_source("Ferran") == 0);
  CHECK(archive.by_source("Personne Inconnue") == 0);
  CHECK(archive.by_source("…") == 0);
}

TEST_CASE("by words: all of them, phrases, beginnings, folded") {
  Archive archive;
  CHECK(archive.about("coeur rire") == heart);
  CHECK(archive.about("CŒUR À RIRE") == heart);
  CHECK(archive.about("« à rire »") == heart);
  CHECK(archive.about("\"rire cœur\"").empty());
  CHECK(archive.about("boeufs") == Contents{"des bœufs entiers ont été jetés"});
  CHECK(archive.about("bœuf").empty());
  CHECK(archive.about("bœuf*") == Contents{"des bœufs entiers ont été jetés"});
  CHECK(archive.about("epiphanie") == heart);            // the headline
  CHECK(archive.about("froids ferrandon").size() == 1);  // the source
  CHECK(archive.about("grève").size() == 5);
}

TEST_CASE("words are words, whatever they look like") {
  Archive archive;
  for (const char* asked : {"cuisines\" OR \"x", "cuisines NOT bloqué", "content : cuisines", "^cuisines AND",
                            "NEAR(cuisines bloqué)", "cuisines'); DROP TABLE claims; --", "-cuisines",
                            "{a}:x", "a+b", "\"cuisines", "\xFF\xFE cuisines"}) {
    CAPTURE(asked);
    ClaimQuery query;
    query.about = asked;
    const auto result = for_each_claim(archive.database, query, [](const ClaimRow&) { return true; });
    CHECK(error_of(result) == "");
  }
  CHECK(archive.about("-cuisines").size() == 1);
  CHECK(archive.about("cuisines NOT bloqué").empty());
  ClaimQuery query;
  query.about = "« … »";
  CHECK(error_of(for_each_claim(archive.database, query, [](const ClaimRow&) { return true; })) ==
        "there is no word to search for: “« … »”; give at least one word");
}

TEST_CASE("by article, as recorded or as a path") {
  Archive archive;
  ClaimQuery query;
  query.article = "greve";
  CHECK(archive.count(query) == 5);
  query.article = "/archives/../archives/fete.txt";
  CHECK(archive.count(query) == 1);
  query.article = "autre";
  CHECK(archive.count(query) == 0);
}

TEST_CASE("by date: the ends belong to the answer") {
  Archive archive;
  const auto between = [&](const std::string& since, const std::string& until) {
    ClaimQuery query;
    query.since = since;
    query.until = until;
    query.all_revisions = true;
    return archive.count(query);
  };
  CHECK(between("2024-03-12", "") == 10);
  CHECK(between("2024-03-12T08:00:00Z", "2024-03-12T08:00:00Z") == 5);
  CHECK(between("2024-03-12T08:00:01Z", "2024-03-12T23:00:00Z") == 0);
  CHECK(between("", "2024-03-12T07:59:59Z") == 1);
  CHECK(between("2023", "2023") == 1);
  CHECK(between("2024-03", "2024-03-12") == 5);
  ClaimQuery query;
  query.since = "l'an dernier";
  CHECK(error_of(for_each_claim(archive.database, query, [](const ClaimRow&) { return true; })) ==
        "this is no date: “l'an dernier”; write it as 2023, 2023-07, 2023-07-28 or 2023-07-28T09:52");
}

TEST_CASE("by kind, status and anonymity") {
  Archive archive;
  ClaimQuery query;
  query.kind = AttributionKind::direct;
  CHECK(archive.count(query) == 2);
  query = {};
  query.status = Status::carried;
  CHECK(archive.contents(query) == Contents{"Le personnel reprendrait jeudi."});
  query = {};
  query.anonymous = true;
  CHECK(archive.contents(query) == Contents{"des bœufs entiers ont été jetés"});
  query.anonymous = false;
  CHECK(archive.count(query) == 5);
}

TEST_CASE("conditions narrow one another") {
  Archive archive;
  ClaimQuery query;
  query.source = "Ferrandon";
  query.about = "cœur";
  CHECK(archive.contents(query) == heart);
  query.since = "2024";
  CHECK(archive.count(query) == 0);
  query = {};
  query.source = "Odile Ferrandon";
  query.about = "personnel";
  query.article = "greve";
  query.until = "2024-03-13";
  CHECK(archive.contents(query) == Contents{"Le personnel reprendrait jeudi."});
}

TEST_CASE("a row tells all of its claim") {
  Archive archive;
  ClaimQuery query;
  query.article = "greve";
  query.kind = AttributionKind::direct;
  const std::size_t count = must(for_each_claim(archive.database, query, [&](const ClaimRow& row) {
    CHECK(row.article == "greve");
    CHECK(row.path == "greve.txt");
    CHECK(row.headline == "Sainte-Aubierge : la grève des cantines reconduite");
    CHECK(row.publisher == "Le Courrier de la Vauvre");
    CHECK(row.revision == 2);
    CHECK(row.latest);
    CHECK(row.at == "2024-03-13T08:00:00Z");
    CHECK(row.source == "Odile Ferrandon");
    CHECK(row.ref == "odile-ferrandon");
    CHECK(row.source_kind == "person");
    CHECK(row.country.empty());
    CHECK(row.mention == "la maire Odile Ferrandon");
    CHECK(row.cue == "a déclaré");
    CHECK(row.lemma == "déclarer");
    CHECK(row.addressee == "l'AFP");
    CHECK(row.status == "attributed");
    CHECK(row.kind == "direct");
    CHECK(row.resolution == "name");
    CHECK(row.stance == "neutral");
    CHECK(row.polarity == "affirmed");
    CHECK(row.modality == "asserted");
    CHECK(row.credits.empty());
    CHECK(row.candidates.empty());
    CHECK(row.via.empty());
    CHECK(row.is_claim);
    CHECK_FALSE(row.anonymous);
    CHECK(row.continues == 0);
    CHECK(row.line == 5);
    CHECK(row.column == 1);
    const Article article = strike_dispatch();
    CHECK(row.span.in(article.document.text).starts_with("« Les repas"));
    CHECK(row.span.in(article.document.text).ends_with("servis froids. »"));
    return true;
  }));
  CHECK(count == 1);
  query.kind.reset();
  query.status = Status::credited;
  must(for_each_claim(archive.database, query, [&](const ClaimRow& row) {
    CHECK(row.credits == "AFP");
    CHECK(row.source == "AFP");
    CHECK(row.country == "FR");
    CHECK(row.kind.empty());
    return true;
  }));
}

TEST_CASE("who has enough stops") {
  Archive archive;
  std::size_t seen = 0;
  CHECK(must(for_each_claim(archive.database, {}, [&](const ClaimRow&) { return ++seen < 3; })) == 3);
  CHECK(seen == 3);
  CHECK(must(for_each_source(archive.database, {}, [](const SourceRow&) { return false; })) == 1);
}

TEST_CASE("sources with their counts, times and other names") {
  Archive archive;
  std::vector<std::string> lines;
  SourceQuery query;
  const auto list = [&] {
    lines.clear();
    must(for_each_source(archive.database, query, [&](const SourceRow& row) {
      std::string line =
          std::string(row.name) + " " + std::to_string(row.claims) + " " + std::to_string(row.articles);
      for (const std::string_view alias : row.aliases) line += " =" + std::string(alias);
      lines.push_back(line);
      return true;
    }));
    return lines;
  };
  CHECK(list() == Contents{"Odile Ferrandon 2 1 =la maire Odile Ferrandon", "AFP 1 1 =Agence France-Presse",
                           "Sud-Cantines 1 1", "des parents d'élèves 1 1", "Étienne Ferrandon 1 1"});
  query.all_revisions = true;
  query.limit = 1;
  CHECK(list() == Contents{"Odile Ferrandon 4 1 =la maire Odile Ferrandon"});
  query = {};
  query.name = "ferrandon";
  CHECK(list().size() == 2);
  query = {};
  query.kind = SourceKind::agency;
  CHECK(list().size() == 1);
  query = {};
  query.anonymous = true;
  CHECK(list() == Contents{"des parents d'élèves 1 1"});
  query = {};
  query.name = "odile-ferrandon";
  must(for_each_source(archive.database, query, [](const SourceRow& row) {
    CHECK(row.ref == "odile-ferrandon");
    CHECK(row.kind == "person");
    CHECK_FALSE(row.anonymous);
    CHECK_FALSE(row.known);
    CHECK(row.first_seen == "2024-03-12T08:00:00Z");
    CHECK(row.last_seen == "2024-03-13T08:00:00Z");
    return true;
  }));
}

TEST_CASE("what the database holds") {
  Archive archive;
  const DatabaseCounts counts = must(count_database(archive.database));
  CHECK(counts.articles == 2);
  CHECK(counts.revisions == 3);
  CHECK(counts.claims == 6);
  CHECK(counts.sources == 5);
}

TEST_CASE("a question is answered by a read-only database") {
  Archive archive;
  Database reader = must(Database::open(archive.database.path(), OpenMode::read_only));
  ClaimQuery query;
  query.source = "AFP";
  CHECK(must(for_each_claim(reader, query, [](const ClaimRow&) { return true; })) == 1);
}
