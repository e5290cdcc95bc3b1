#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/audit_json.h"
#include "report/audit_text.h"
#include "report/extract_csv.h"
#include "report/extract_json.h"
#include "report/extract_text.h"
#include "sample.h"
#include "schema.h"

using namespace selon;
using selon::test::Article;
using selon::test::schema_errors;

namespace {

std::string audit_text(const AuditTextOptions& options) {
  Article a = test::sample();
  std::vector<Finding> found = test::sample_findings(a);
  sort_findings(found);
  Output output;
  AuditTextReport report(output, options);
  report.article({a.document, a.analysis, found, a.summary});
  report.finish();
  return output.text();
}

std::string audit_json(UiLanguage language) {
  Article a = test::sample();
  std::vector<Finding> found = test::sample_findings(a);
  sort_findings(found);
  Output output;
  AuditJsonReport report(output, language);
  report.article({a.document, a.analysis, found, a.summary});
  report.finish();
  return output.text();
}

std::string extract_json(const ExtractJsonOptions& options, std::string_view id = {}) {
  const Article a = test::sample();
  Output output;
  ExtractJsonReport report(output, options);
  report.article({a.document, a.analysis, id});
  return output.text();
}

}  // namespace

TEST_CASE("audit as text: worst first, place underlined, advice, counts last") {
  CHECK(audit_text({}) ==
        "article.txt:3:73: error: Who says so? [attribution.conditional]\n"
        "  =La digue cédera, a prévenu mardi l'agence KXNA à l'AFP. Elle a 40 ans. Elle aurait bougé.\n"
        "                                                                          ^~~~~~~~~~~~~~~~~~\n"
        "\n"
        "article.txt:3:44: warning: Unknown name: “KXNA”, for “KCNA”? [source.near-miss]\n"
        "  =La digue cédera, a prévenu mardi l'agence KXNA à l'AFP. Elle a 40 ans. Elle aurait bougé.\n"
        "                                             ^~~~\n"
        "  advice: Check it.\n"
        "article.txt:3:51: note: the known one\n"
        "  =La digue cédera, a prévenu mardi l'agence KXNA à l'AFP. Elle a 40 ans. Elle aurait bougé.\n"
        "                                                    ^~~~~\n"
        "\n"
        "1 error, 1 warning, 0 infos\n"
        "5 statements: 2 attributed, 0 credited, 1 carried, 2 in own voice, 1 lacking a source; 2 sources\n");
}

TEST_CASE("audit as text, in French, with the counts of each article") {
  const std::string text = audit_text({UiLanguage::fr, false, true});
  CHECK(
      text.find(
          "article.txt:3:44: avertissement: Nom inconnu : « KXNA », pour « KCNA » ? [source.near-miss]\n") !=
      std::string::npos);
  CHECK(text.find("  conseil\u00A0: Vérifier.\n") != std::string::npos);
  CHECK(text.find("erreur: Who says so?") != std::string::npos);  // the pack has no French for it
  CHECK(text.find("article.txt\u00A0: 5 énoncés\u00A0: 2 attribués, 0 crédité, 1 prolongé, 2 en voix propre, "
                  "1 en manque de source\u00A0; 2 sources\n\n1 erreur, 1 avertissement, 0 info\n5 énoncés") !=
        std::string::npos);
}

TEST_CASE("audit as text: colours only where asked for, control characters never") {
  CHECK(audit_text({}).find('\x1b') == std::string::npos);
  CHECK(audit_text({UiLanguage::en, true, false}).find("\x1b[1;31merror:\x1b[0m Who") != std::string::npos);

  Article a = test::sample();
  a.document.path = "a\x1b[2J.txt";
  std::vector<Finding> found = test::sample_findings(a);
  found[0].arguments = {{"written", "K\x1bX\nNA"}, {"proposal", "KCNA"}};
  found[0].rule = &a.rule_pack.audit[1];
  Output output;
  AuditTextReport report(output, {});
  report.article({a.document, a.analysis, found, a.summary});
  CHECK(output.text().find('\x1b') == std::string::npos);
  CHECK(output.text().find("a\\x1b[2J.txt:3:73: error: Unknown name: “K\\x1bX NA”") == 0);
}

TEST_CASE("findings are sorted worst first, then by place") {
  std::vector<Finding> found(4);
  found[0].severity = Severity::info;
  found[1].severity = Severity::warning;
  found[1].span = {9, 10};
  found[2].severity = Severity::error;
  found[3].severity = Severity::warning;
  found[3].span = {2, 10};
  sort_findings(found);
  CHECK(found[0].severity == Severity::error);
  CHECK(found[1].span.start == 2);
  CHECK(found[2].span.start == 9);
  CHECK(found[3].severity == Severity::info);
}

TEST_CASE("audit as JSON keeps to its schema") {
  const std::string text = audit_json(UiLanguage::fr);
  CHECK(schema_errors("selon.audit-1.schema.json", text) == "");
  const auto json = nlohmann::json::parse(text);
  CHECK(json["schema"] == "selon.audit/1");
  const auto& finding = json["files"][0]["findings"][1];
  CHECK(finding["rule"] == "source.near-miss");
  CHECK(finding["severity"] == "warning");
  CHECK(finding["line"] == 3);
  CHECK(finding["column"] == 44);
  CHECK(finding["end_column"] == 48);
  CHECK(finding["excerpt"] == "KXNA");
  CHECK(finding["suggestions"] == nlohmann::json::array({"KCNA"}));
  CHECK(finding["reference"]["name"] == "AP");
  CHECK(finding["related"][0]["excerpt"] == "l'AFP");
  CHECK(json["files"][0]["findings"][0]["reference"].is_null());
  CHECK(json["files"][0]["summary"]["lacking"] == 1);
}

TEST_CASE("an audit of nothing is JSON too") {
  Output output;
  AuditJsonReport report(output, UiLanguage::en);
  report.finish();
  CHECK(schema_errors("selon.audit-1.schema.json", output.text()) == "");
}

TEST_CASE("an analysis as JSON keeps to its schema") {
  for (const bool text : {false, true}) {
    for (const bool at : {false, true}) {
      CHECK(schema_errors("selon.analysis-1.schema.json", extract_json({JsonLayout::indented, text, at})) ==
            "");
    }
  }
  const auto json = nlohmann::json::parse(extract_json({JsonLayout::compact, true, true}, "\"a-1\""));
  CHECK(json["id"] == "a-1");
  CHECK(json["document"]["credits"] == nlohmann::json::array({"kcna"}));
  const std::string text = json["text"];
  for (const char* list : {"statements", "quotations"}) {
    for (const auto& part : json[list]) {
      CHECK(text.substr(part["start"], part["end"].get<std::size_t>() - part["start"].get<std::size_t>()) ==
            part["text"]);
    }
  }
  const auto& first = json["attributions"][0];
  CHECK(first["source"]["text"] == "l'agence KXNA");
  CHECK(first["ref"] == "kcna");
  CHECK(first["resolution"] == "misspelling");
  CHECK(first["cue"]["lemma"] == "prévenir");
  CHECK(first["cue"]["stance"] == "committed");
  CHECK(first["content"][0]["text"] == "=La digue cédera");
  CHECK(first["addressee"]["text"] == "l'AFP");
  CHECK(first["place"].is_null());
  CHECK(first["at"]["line"] == 3);
  CHECK(first["at"]["column"] == 1);
  CHECK(json["statements"][2]["status"] == "carried");
  CHECK(json["statements"][2]["continues"] == 0);
  CHECK(json["statements"][3]["needs"] == nlohmann::json::array({"figure", "conditional"}));
  CHECK(json["quotations"][0]["attribution"] == 1);
}

TEST_CASE("JSONL: one object a line, and an error in the place of a bad one") {
  const Article a = test::sample();
  Output output;
  ExtractJsonReport report(output, {JsonLayout::compact, false, false});
  report.article({a.document, a.analysis, "7"});
  report.failure("\"b\"", "no \"text\"");
  report.failure("", "not JSON: \xFF");
  CHECK(schema_errors("selon.analysis-1.schema.json", output.text(), "--lines") == "");
  const std::string& text = output.text();
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
  CHECK(text.find("{\"schema\":\"selon.analysis/1\",\"id\":7,") == 0);
  CHECK(
      text.find(
          "\n{\"id\":\"b\",\"error\":\"no \\\"text\\\"\"}\n{\"id\":null,\"error\":\"not JSON: \uFFFD\"}\n") !=
      std::string::npos);
}

TEST_CASE("the schemas are closed") {
  std::string json = extract_json({});
  json.insert(json.find("\"id\""), "\"surplus\": 1, ");
  CHECK(schema_errors("selon.analysis-1.schema.json", json) != "");
  json = extract_json({});
  json.replace(json.find("committed"), 9, "certainly");
  CHECK(schema_errors("selon.analysis-1.schema.json", json) != "");
  json = audit_json(UiLanguage::en);
  json.replace(json.find("\"warning\""), 9, "\"serious\"");
  CHECK(schema_errors("selon.audit-1.schema.json", json) != "");
}

TEST_CASE("an analysis as text: who says what, where") {
  const Article a = test::sample();
  Output output;
  ExtractTextReport report(output, UiLanguage::en, false);
  report.article({a.document, a.analysis, {}});
  CHECK(output.text() ==
        "article.txt:1:1: own voice\n"
        "    La digue de Valbrune\n"
        "article.txt:3:1: KCNA (l'agence KXNA) · a prévenu · l'AFP · mardi\n"
        "    =La digue cédera\n"
        "article.txt:3:58: KCNA (carried)\n"
        "    Elle a 40 ans.\n"
        "article.txt:3:73: own voice\n"
        "    Elle aurait bougé.\n"
        "article.txt:5:1: elle · selon [conditional] [ambiguous] Jeanne Morvan / Paule Estrade\n"
        "    « Nous partirons »\n");
}

TEST_CASE("a report over two statements is written once") {
  Article a;
  a.block(BlockKind::paragraph, "« Il pleut, dit Jeanne. Il vente. » Oui.");
  const auto said = a.attribution(a.source("Jeanne"), "Jeanne", a.place("« Il pleut"));
  a.analysis.attributions[said].content.push_back(a.place("Il vente. »"));
  a.statement(a.place("« Il pleut, dit Jeanne."), Status::attributed, 0, {said});
  a.statement(a.place("Il vente. »"), Status::attributed, 0, {said});
  a.statement(a.place("Oui."), Status::own_voice);
  a.document.path = "a.txt";
  Output output;
  ExtractTextReport report(output, UiLanguage::en, false);
  report.article({a.document, a.analysis, {}});
  CHECK(output.text() ==
        "a.txt:1:1: Jeanne · Jeanne\n"
        "    « Il pleut\n"
        "\n"
        "    Il vente. »\n"
        "a.txt:1:37: own voice\n"
        "    Oui.\n");
}

TEST_CASE("each of two captions is written with its own credit") {
  Article a;
  a.block(BlockKind::caption, "Le pont. (Photo Lucie Tarn)")
      .block(BlockKind::caption, "La rue. (France-Presse)");
  for (const std::string_view credit : {"(Photo Lucie Tarn)", "(France-Presse)"}) {
    a.document.blocks.push_back({BlockKind::credit, a.place(credit), false});
  }
  SourceEntry agency;
  agency.ref = "AFP";
  agency.aliases = {"France-Presse"};
  a.analysis.credits = {a.source("Lucie Tarn"), a.source("AFP")};
  a.statement(a.place("Le pont."), Status::credited).block = 0;
  a.statement(a.place("La rue."), Status::credited).block = 1;
  a.document.path = "a.txt";
  Output output;
  ExtractTextReport report(output, UiLanguage::en, false);
  report.article({a.document, a.analysis, {}, {&agency, 1}});
  CHECK(output.text() ==
        "a.txt:1:1: Lucie Tarn (credited)\n"
        "    Le pont.\n"
        "a.txt:3:1: AFP (credited)\n"
        "    La rue.\n");
}

TEST_CASE("an analysis as CSV: a row for each attribution, formulas guarded") {
  const Article a = test::sample();
  Output output;
  ExtractCsvReport report(output);
  report.article({a.document, a.analysis, {}});
  const std::string& text = output.text();
  CHECK(std::count(text.begin(), text.end(), '\n') == 6);
  CHECK(
      text.find("article.txt,a-1,3,1,22,80,attributed,,\"'=La digue cédera, a prévenu mardi l'agence KXNA à "
                "l'AFP.\",fr.incise,indirect,l'agence KXNA,kcna,KCNA,agency,KP,misspelling,a "
                "prévenir") == std::string::npos);
  CHECK(text.find(
            "fr.incise,indirect,l'agence KXNA,kcna,KCNA,agency,KP,misspelling,a prévenu,prévenir,committed,"
            "'=La digue cédera,l'AFP,mardi,,,,affirmed,asserted\r\n") != std::string::npos);
  // Every row has as many fields as the first one.
  const auto separators = [](std::string_view row) {
    std::size_t count = 0;
    bool quoted = false;
    for (const char c : row) {
      quoted = c == '"' ? !quoted : quoted;
      count += c == ',' && !quoted ? 1 : 0;
    }
    return count;
  };
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find("\r\n", start);
    CHECK(separators(std::string_view(text).substr(start, end - start)) == 27);
    start = end + 2;
  }
}
