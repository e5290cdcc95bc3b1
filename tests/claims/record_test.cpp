// What is recorded of an article, and when it is recorded again.

#include <doctest/doctest.h>

#include <filesystem>

#include "article.h"
#include "claims/claim_set.h"
#include "claims/database.h"
#include "scratch.h"

using namespace selon;
using namespace selon::testing;

namespace {

RecordOptions strike_options() {
  RecordOptions options;
  options.article = "greve";
  options.recorded_at = "2024-03-13T10:00:00Z";
  options.selon_version = "0.1.0";
  options.pack_version = "fr 1.0";
  return options;
}

/// The dispatch recorded once, to be asked.
struct Recorded {
  Scratch scratch;
  std::string path = scratch.file("claims.db");
  RecordOutcome outcome;
  Recorded() {
    Database database = must(Database::open(path, OpenMode::create));
    const Article article = strike_dispatch();
    outcome = must(database.record(article.document, article.analysis, strike_options()));
  }
};

}  // namespace

TEST_CASE("a dispatch is recorded with each of its claims") {
  const Recorded recorded;
  CHECK(recorded.outcome.article == "greve");
  CHECK(recorded.outcome.revision == 1);
  CHECK_FALSE(recorded.outcome.unchanged);
  CHECK(recorded.outcome.claims == 5);
  CHECK(faults_of(recorded.path) == "");
  CHECK(ask(recorded.path, "SELECT source, content, status, polarity, line FROM v_claims ORDER BY id DESC") ==
        "AFP|Le cœur de Sainte-Aubierge, mardi.|credited|affirmed|3\n"
        "Odile Ferrandon|« Les repas […] seront servis froids. »|attributed|affirmed|5\n"
        "Odile Ferrandon|Le personnel reprendrait jeudi.|carried|affirmed|5\n"
        "Sud-Cantines|avoir bloqué les cuisines|attributed|denied|7\n"
        "des parents d'élèves|des bœufs entiers ont été jetés|attributed|affirmed|7");
}

TEST_CASE("a negated cue is recorded, and is no claim") {
  const Recorded recorded;
  CHECK(ask(recorded.path, "SELECT content, polarity, resolution FROM v_recorded WHERE is_claim = 0") ==
        "la grève coûtait 12 000 euros|negated|title");
  CHECK(ask(recorded.path, "SELECT claims, unclaimed FROM revisions") == "5|1");
}

TEST_CASE("a cue in the future or asked is no claim, one in the conditional is") {
  Article article = strike_dispatch();
  article.analysis.attributions[1].modality = Modality::future;
  article.analysis.attributions[2].modality = Modality::question;
  article.analysis.attributions[0].modality = Modality::conditional;
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  CHECK(must(database.record(article.document, article.analysis, strike_options())).claims == 3);
  CHECK(ask(scratch.file("claims.db"), "SELECT modality FROM v_claims WHERE status = 'attributed'") ==
        "conditional");
}

TEST_CASE("a claim keeps its words, manner, spans and place") {
  const Recorded recorded;
  CHECK(
      ask(recorded.path,
          "SELECT ref, source_kind, mention, cue, lemma, kind, resolution, stance, modality, addressee, "
          "rule, "
          "line, column, anonymous FROM v_claims WHERE kind = 'direct'") ==
      "odile-ferrandon|person|la maire Odile Ferrandon|a déclaré|déclarer|direct|name|neutral|asserted|l'AFP|"
      "fr.test|5|1|0");
  const Article article = strike_dispatch();
  const auto bytes = [&](const std::string& start, const std::string& end) {
    return ask(recorded.path, "SELECT CAST(substr(CAST(r.text AS BLOB), c." + start + " + 1, c." + end +
                                  " - c." + start +
                                  ") AS TEXT) FROM claims AS c JOIN revisions AS r WHERE c.kind = 'direct'");
  };
  CHECK(bytes("source_start", "source_end") == "la maire Odile Ferrandon");
  CHECK(bytes("cue_start", "cue_end") == "a déclaré");
  CHECK(bytes("addressee_start", "addressee_end") == "l'AFP");
  CHECK(bytes("statement_start", "statement_end") ==
        "« Les repas, a déclaré à l'AFP la maire Odile Ferrandon, seront servis froids. »");
  CHECK(ask(recorded.path,
            "SELECT group_concat(CAST(substr(CAST(r.text AS BLOB), json_extract(value, '$[0]') + 1, "
            "json_extract(value, '$[1]') - json_extract(value, '$[0]')) AS TEXT), ' / ') "
            "FROM claims AS c JOIN revisions AS r, json_each(c.content_spans) WHERE c.kind = 'direct'") ==
        "« Les repas / seront servis froids. »");
}

TEST_CASE("a carried claim points to the one it goes on") {
  const Recorded recorded;
  CHECK(ask(recorded.path,
            "SELECT goes_on.content FROM v_claims AS c JOIN v_claims AS goes_on ON goes_on.id = c.continues "
            "WHERE c.status = 'carried'") == "« Les repas […] seront servis froids. »");
}

TEST_CASE("an unnamed source marks its claim") {
  const Recorded recorded;
  CHECK(ask(recorded.path, "SELECT source, stance FROM v_claims WHERE anonymous = 1") ==
        "des parents d'élèves|doubtful");
}

TEST_CASE("the relay, the date, the place and the candidates are kept") {
  Article article;
  article.document.path = "mine.txt";
  article.document.sha256 = fake_sha256("mine");
  const auto ministry = article.source("ministere", "ministère des Mines", SourceKind::government);
  const auto agency = article.source("agence", "Agence \"Sud\"", SourceKind::agency);
  article.block(BlockKind::paragraph,
                "Mardi à Vaubrun, le ministère, cité par l'agence, dit que la mine ferme.");
  Attribution& said = article.says(ministry, "le ministère", "dit", "dire", {"la mine ferme"});
  said.via = agency;
  said.date = article.span("Mardi");
  said.place = article.span("Vaubrun");
  said.resolution = Resolution::ambiguous;
  said.candidates = {"ministère des Mines", "ministère \"bis\"\n\\"};
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  {
    Database database = must(Database::open(path, OpenMode::create));
    must(database.record(article.document, article.analysis, {}));
  }
  CHECK(ask(path, "SELECT via, date, place, json_extract(candidates, '$[1]') FROM v_claims") ==
        "Agence \"Sud\"|Mardi|Vaubrun|ministère \"bis\"\n\\");
  CHECK(ask(path,
            "SELECT role FROM claim_sources AS c JOIN sources AS s ON s.id = c.source_id WHERE ref = "
            "'agence'") == "relay");
}

TEST_CASE("an attribution without a source is a claim without one") {
  Article article;
  article.document.path = "citation.txt";
  article.block(BlockKind::paragraph, "« Tout est perdu. »");
  article.says(no_index, "", "", "", {"« Tout est perdu. »"}).resolution = Resolution::none;
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  CHECK(must(database.record(article.document, article.analysis, {})).claims == 1);
  CHECK(ask(scratch.file("claims.db"), "SELECT source IS NULL, cue IS NULL, resolution FROM v_claims") ==
        "1|1|none");
}

TEST_CASE("a wrapped line is the same content, a no-break space is kept") {
  Article article;
  article.document.path = "large.txt";
  article.block(BlockKind::paragraph, "Il a dit que le port\r\n  resterait fermé\u00A0: « deux  jours »");
  article.says(article.source("il", "Il"), "Il", "a dit", "dire",
               {"le port\r\n  resterait fermé\u00A0: « deux  jours »"});
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  must(database.record(article.document, article.analysis, {}));
  CHECK(ask(scratch.file("claims.db"), "SELECT content FROM v_claims") ==
        "le port resterait fermé\u00A0: « deux  jours »");
}

TEST_CASE("a caption is credited to all its sources, one of two captions to its own") {
  Article article;
  article.document.path = "photos.txt";
  const auto afp = article.source("afp", "AFP", SourceKind::agency);
  const auto lucie = article.source("lucie-tarn", "Lucie Tarn");
  article.analysis.sources[afp].known = true;
  article.analysis.credits = {lucie, afp};
  article.block(BlockKind::caption, "Le pont, hier. Lucie Tarn / France-Presse");
  article.document.blocks.push_back({BlockKind::credit, article.span("Lucie Tarn / France-Presse")});
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  Database database = must(Database::open(path, OpenMode::create));
  const std::string credits =
      "SELECT c.content, c.source, (SELECT group_concat(ref) FROM (SELECT s.ref FROM claim_sources AS m "
      "JOIN sources AS s ON s.id = m.source_id WHERE m.claim_id = c.id ORDER BY 1)) FROM v_claims AS c ORDER "
      "BY c.id DESC";
  SUBCASE("one caption") {
    article.document.blocks.pop_back();
    article.statement(Status::credited, "Le pont, hier.");
    must(database.record(article.document, article.analysis, {}));
    CHECK(ask(path, credits) == "Le pont, hier.|AFP|afp,lucie-tarn");
  }
  SUBCASE("two captions") {
    article.analysis.credits = {afp, lucie};
    article.document.blocks.clear();
    article.document.text.clear();
    article.block(BlockKind::caption, "Le pont, hier. France-Presse");
    article.statement(Status::credited, "Le pont, hier.");
    article.document.blocks.push_back({BlockKind::credit, article.span("France-Presse")});
    article.block(BlockKind::caption, "Le quai, hier. Lucie Tarn");
    article.statement(Status::credited, "Le quai, hier.").block = 2;
    article.document.blocks.push_back({BlockKind::credit, article.span("Lucie Tarn")});
    SourceEntry known;
    known.ref = "afp";
    known.aliases = {"France-Presse"};
    RecordOptions options;
    options.known_sources = {&known, 1};
    must(database.record(article.document, article.analysis, options));
    CHECK(ask(path, credits) == "Le pont, hier.|AFP|afp\nLe quai, hier.|Lucie Tarn|lucie-tarn");
  }
}

TEST_CASE("the revision knows its file, times and versions") {
  const Recorded recorded;
  CHECK(ask(recorded.path,
            "SELECT article, revision, latest, at, recorded_at, headline, publisher, path, format, lang, "
            "published, "
            "selon_version, pack_version, claims, credits FROM v_revisions") ==
        "greve|1|1|2024-03-12T07:30:00Z|2024-03-13T10:00:00Z|Sainte-Aubierge : la grève des cantines "
        "reconduite|"
        "Le Courrier de la Vauvre|greve.txt|text|fr|2024-03-12T08:30:00+01:00|0.1.0|fr 1.0|5|[\"afp\"]");
}

TEST_CASE("the same file again changes nothing; A, B, A are three revisions") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  Database database = must(Database::open(path, OpenMode::create));
  Article article = strike_dispatch();
  const auto record = [&](const std::string& version) {
    article.document.sha256 = fake_sha256(version);
    return must(database.record(article.document, article.analysis, strike_options()));
  };
  CHECK(record("A").revision == 1);
  const RecordOutcome again = record("A");
  CHECK(again.unchanged);
  CHECK(again.revision == 1);
  CHECK(again.claims == 5);
  CHECK(record("B").revision == 2);
  CHECK(record("A").revision == 3);
  CHECK(record("A").unchanged);
  CHECK(ask(path, "SELECT count(*), sum(latest) FROM v_revisions") == "3|1");
  CHECK(ask(path, "SELECT count(*) FROM v_claims") == "15");
  CHECK(ask(path, "SELECT revisions, claims FROM v_articles") == "3|5");
  CHECK(faults_of(path) == "");
}

TEST_CASE("a JSONL record is told by its text") {
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  Article article = strike_dispatch("-");
  article.document.id = "depeche-17";
  article.document.sha256.clear();
  const auto record = [&] { return must(database.record(article.document, article.analysis, {})); };
  const RecordOutcome first = record();
  CHECK(first.article == "depeche-17");
  CHECK(record().unchanged);
  article.document.text += "\n";
  CHECK(record().revision == 2);
}

TEST_CASE("an article's key is the one given, else its URL, else its path") {
  Document document;
  document.path = "brouillons/../greve.txt";
  CHECK(must(article_key(document, "")) == (std::filesystem::current_path() / "greve.txt").string());
  document.metadata.canonical_url = "https://courrier.example/greve";
  CHECK(must(article_key(document, "")) == "https://courrier.example/greve");
  CHECK(must(article_key(document, "greve")) == "greve");
  Document input;
  input.path = "-";
  CHECK(error_of(article_key(input, "")) ==
        "-: the article has no key: it has neither a URL nor a path; give it one with --article KEY");
}

TEST_CASE("the time of a revision: given, else modified, else published, else recorded") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  Database database = must(Database::open(path, OpenMode::create));
  Article article = strike_dispatch();
  RecordOptions options = strike_options();
  const auto time_of = [&](const std::string& key) {
    options.article = key;
    must(database.record(article.document, article.analysis, options));
    return ask(path, "SELECT at FROM v_articles WHERE article = '" + key + "'");
  };
  CHECK(time_of("published") == "2024-03-12T07:30:00Z");
  article.document.metadata.modified = "2024-03-12T12:00:00Z";
  CHECK(time_of("modified") == "2024-03-12T12:00:00Z");
  options.published_at = "2024-03-11";
  CHECK(time_of("given") == "2024-03-11T00:00:00Z");
  options.published_at.clear();
  article.document.metadata.modified = "mis à jour hier";
  article.document.metadata.published.clear();
  CHECK(time_of("unreadable") == "2024-03-13T10:00:00Z");
  options.published_at = "demain";
  CHECK(
      error_of(database.record(article.document, article.analysis, options)) ==
      "the time of publication can't be read: “demain”; write it as 2023-07-28 or 2023-07-28T09:52:00+02:00");
}

TEST_CASE("findings are recorded with their places") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  Database database = must(Database::open(path, OpenMode::create));
  const Article article = strike_dispatch();
  const FindingRow finding{"source.anonymous", Severity::warning, "Source non nommée", {10, 20}, 7, 48};
  RecordOptions options = strike_options();
  options.findings = {&finding, 1};
  CHECK(must(database.record(article.document, article.analysis, options)).findings == 1);
  CHECK(ask(path,
            "SELECT article, revision, rule, severity, message, line, column, start, \"end\" FROM "
            "v_findings") == "greve|1|source.anonymous|warning|Source non nommée|7|48|10|20");
  CHECK(faults_of(path) == "");
}

TEST_CASE("an article without a claim is recorded too") {
  Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  Article article;
  article.document.path = "vide.txt";
  article.block(BlockKind::paragraph, "Il pleut.");
  CHECK(must(database.record(article.document, article.analysis, {})).revision == 1);
  CHECK(faults_of(scratch.file("claims.db")) == "");
}

TEST_CASE("sources: one row each, the pack's word before an article's, other names kept") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  Database database = must(Database::open(path, OpenMode::create));
  const auto record = [&](const std::string& key, const Source& source, const std::string& mention,
                          Resolution resolution, const RecordOptions& given) {
    Article article;
    article.document.path = key;
    article.analysis.sources.push_back(source);
    article.block(BlockKind::paragraph, mention + " a dit non.");
    article.says(0, mention, "a dit", "dire", {"non"}).resolution = resolution;
    RecordOptions options = given;
    options.article = key;
    must(database.record(article.document, article.analysis, options));
  };
  Source source;
  source.ref = "ansv";
  source.name = "ANSV";
  record("a", source, "l'ANSV", Resolution::name, {});
  source.name = "Agence de la Vauvre";
  source.kind = SourceKind::agency;
  record("b", source, "Agence de la Vauvre", Resolution::name, {});
  CHECK(ask(path, "SELECT name, kind, known FROM sources") == "Agence de la Vauvre|agency|0");
  CHECK(ask(path, "SELECT alias FROM source_aliases ORDER BY alias") == "ANSV\nAgence de la Vauvre\nl'ANSV");

  SourceEntry entry;
  entry.ref = "ansv";
  entry.aliases = {"Agence nationale", "Agence de la Vauvre"};
  RecordOptions with_pack;
  with_pack.pack_version = "fr 1.1";
  with_pack.known_sources = {&entry, 1};
  source.name = "ANS Vauvre";
  source.kind = SourceKind::state_media;
  source.known = true;
  record("c", source, "ANS", Resolution::alias, with_pack);
  CHECK(ask(path, "SELECT name, kind, known, pack_version FROM sources") ==
        "ANS Vauvre|state_media|1|fr 1.1");
  CHECK(ask(path, "SELECT alias FROM source_aliases WHERE origin = 'pack'") == "Agence nationale");

  source.name = "une agence au très long nom, inconnue";
  source.known = false;
  record("d", source, "l'agence, citée par sa directrice", Resolution::name, {});
  CHECK(ask(path, "SELECT name, kind FROM sources") == "ANS Vauvre|state_media");
  CHECK(ask(path, "SELECT count(*) FROM source_aliases WHERE alias LIKE '%directrice%'") == "0");
  CHECK(ask(path, "SELECT count(*) FROM v_sources") == "1");
  CHECK(ask(path, "SELECT claims, articles FROM v_sources") == "4|4");
}

TEST_CASE("a source without a name is one in its article, and another in each other") {
  Scratch scratch;
  const std::string path = scratch.file("claims.db");
  Database database = must(Database::open(path, OpenMode::create));
  const auto record = [&](const std::string& key, const std::vector<Source>& sources) {
    Article article;
    article.document.path = key;
    article.analysis.sources = sources;
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      article.block(BlockKind::paragraph, sources[i].name + " a dit non.");
      article.says(i, sources[i].name, "a dit", "dire", {"non"}).resolution = Resolution::none;
      article.says(i, sources[i].name, "a dit", "dire", {"non"}).resolution = Resolution::none;
    }
    RecordOptions options;
    options.article = key;
    must(database.record(article.document, article.analysis, options));
  };
  const auto nameless = [](const std::string& ref, const std::string& name) {
    Source source;
    source.ref = ref;
    source.name = name;
    source.anonymous = true;
    return source;
  };
  Source mayor;
  mayor.ref = "maire";
  mayor.name = "le maire";
  mayor.described = true;
  const std::string sources = "SELECT name, claims, articles FROM v_sources ORDER BY name, ref";
  record("a", {nameless("anonymous-1", "un témoin"), nameless("anonymous-2", "un témoin"), mayor});
  record("b", {nameless("anonymous-1", "une voisine"), mayor});
  CHECK(ask(path, sources) == "le maire|2|1\nle maire|2|1\nun témoin|2|1\nun témoin|2|1\nune voisine|2|1");
  CHECK(faults_of(path) == "");
  // A later revision of b, in which another one speaks first.
  record("b", {nameless("anonymous-1", "un témoin"), nameless("anonymous-2", "une voisine"), mayor});
  CHECK(ask(path, sources) ==
        "le maire|2|1\nle maire|4|1\nun témoin|2|1\nun témoin|2|1\nun témoin|2|1\nune voisine|4|1");
  CHECK(ask(path, "SELECT ref FROM sources WHERE name = 'un témoin' ORDER BY id") ==
        "anonymous-1@1\nanonymous-2@1\nanonymous-1@2-2");
  // Where the pack knows whom the words mean, it is one for all.
  mayor.known = true;
  record("c", {mayor});
  record("d", {mayor});
  CHECK(ask(path, "SELECT claims, articles FROM v_sources WHERE ref = 'maire'") == "4|2");
}

TEST_CASE("what a quotation leaves out is marked, a mere line end is not") {
  const std::string text = "« Non », dit-il, « jamais ». Oui\n\noui.";
  const auto never = static_cast<std::uint32_t>(text.find("« jamais »"));
  const std::vector<Span> parted{{0, 9}, {never, never + 12}};
  CHECK(joined_text(text, parted) == "« Non » […] « jamais »");
  const auto yes = static_cast<std::uint32_t>(text.find("Oui"));
  const std::vector<Span> lines{{yes, yes + 3}, {yes + 5, yes + 9}};
  CHECK(joined_text(text, lines) == "Oui oui.");
}

TEST_CASE("claims can be taken out of the full-text index again") {
  const Recorded recorded;
  const auto hits = [&] {
    return ask(recorded.path, "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'boeufs OR greve'");
  };
  CHECK(hits() == "6");
  for (const char* sql :
       {"INSERT INTO claims_fts (claims_fts, rowid, content, source, headline) "
        "SELECT 'delete', id, content, source, headline FROM claims_text",
        "DELETE FROM claim_sources", "DELETE FROM claims WHERE continues IS NOT NULL", "DELETE FROM claims",
        "INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)"}) {
    static_cast<void>(ask(recorded.path, sql));
  }
  CHECK(hits() == "0");
}

TEST_CASE("a revision that a user may not expect is told") {
  const Scratch scratch;
  Database database = must(Database::open(scratch.file("claims.db"), OpenMode::create));
  const auto record = [&](const std::string& text, const std::string& at) {
    Article article;
    article.block(BlockKind::paragraph, text);
    article.document.sha256 = fake_sha256(at);
    RecordOptions options;
    options.article = "digue";
    options.published_at = at;
    return must(database.record(article.document, article.analysis, options));
  };
  const std::string about_the_dyke =
      "Le conseil municipal de Valbrune votera jeudi la réparation de la digue. Les travaux coûteront "
      "davantage "
      "que prévu, parce que le bureau d'études demande de nouvelles fondations. Les pêcheurs réclament un "
      "accès "
      "provisoire pendant la fermeture du ponton. La préfecture instruira le dossier avant l'automne.";
  const std::string about_cheese =
      "Une fromagère savoyarde remporte le championnat national avec une tomme affinée durant quatorze "
      "semaines. "
      "Elle travaille seule dans une étable rénovée depuis son installation. Plusieurs restaurateurs "
      "parisiens "
      "souhaitent désormais acheter sa production entière. Sa recette reste secrète.";
  const RecordOutcome first = record(about_the_dyke, "2024-03-12");
  CHECK(first.later_than_this == "");
  CHECK_FALSE(first.unlike_before);
  SUBCASE("an earlier date") {
    const RecordOutcome second = record(about_the_dyke + " La maire s'en réjouit.", "2024-03-10");
    CHECK(second.revision == 2);
    CHECK(second.later_than_this == "2024-03-12T00:00:00Z");
    CHECK_FALSE(second.unlike_before);
  }
  SUBCASE("a later date and a rewritten half") {
    const RecordOutcome second = record(about_the_dyke.substr(0, 150) + about_cheese, "2024-03-13");
    CHECK(second.later_than_this == "");
    CHECK_FALSE(second.unlike_before);
  }
  SUBCASE("another article") { CHECK(record(about_cheese, "2024-03-13").unlike_before); }
}
