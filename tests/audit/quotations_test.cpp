#include "audit/quotations.h"

#include <doctest/doctest.h>

#include "article.h"

using namespace selon;
using selon::test::Article;

namespace {

/// One quoted phrase to a paragraph, all said by one source.
struct Quoted {
  BlockKind kind;
  std::string text;  ///< the block
  std::string quotation;
};

std::vector<Finding> inconsistent(Article& a, const std::vector<Quoted>& parts) {
  const auto source = a.source("KCNA");
  for (const Quoted& part : parts) {
    a.block(part.kind, part.text);
    const Span block = a.document.blocks.back().span;
    const auto at = a.document.text.find(part.quotation, block.start);
    REQUIRE(at != std::string::npos);
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.quotation.size())};
    const auto said = a.attribution(source, "", span);
    a.statement(block, Status::attributed, 0, {said});
    a.quotation(span, said);
  }
  return a.audit("quotation.inconsistent");
}

Quoted paragraph(const std::string& text, const std::string& quotation) {
  return {BlockKind::paragraph, text, quotation};
}

}  // namespace

TEST_CASE("quotation.inconsistent: the word that the standfirst lost is named") {
  Article a;
  const auto found = inconsistent(
      a, {{BlockKind::standfirst,
           "KXNA a décrit \"une atmosphère cordiale débordant d'amitié\" entre le dirigeant et le ministre.",
           "\"une atmosphère cordiale débordant d'amitié\""},
          paragraph("KCNA a décrit \"une atmosphère cordiale débordant d'amitié militante\".",
                    "\"une atmosphère cordiale débordant d'amitié militante\"")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::error);
  CHECK(a.text(found[0].span) == "\"une atmosphère cordiale débordant d'amitié\"");
  CHECK(found[0].message_key == "lost");
  CHECK(Article::argument(found[0], "words") == "militante");
  CHECK(Article::argument(found[0], "source") == "KCNA");
  REQUIRE(found[0].related.size() == 1);
  CHECK(a.text(found[0].related[0].span) == "\"une atmosphère cordiale débordant d'amitié militante\"");
  CHECK(found[0].suggestions.size() == 1);
}

TEST_CASE("quotation.inconsistent: a word changed in the middle is found in headlines too") {
  for (const BlockKind kind : {BlockKind::headline, BlockKind::subheading, BlockKind::paragraph}) {
    Article a;
    const auto found = inconsistent(a, {paragraph("X : \"Nous ne céderons jamais à la pression de la rue\".",
                                                  "\"Nous ne céderons jamais à la pression de la rue\""),
                                        {kind, "\"Nous ne céderons pas à la pression de la rue\"",
                                         "\"Nous ne céderons pas à la pression de la rue\""}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].message_key == "changed");
    CHECK(Article::argument(found[0], "words") == "pas");
    CHECK(Article::argument(found[0], "other") == "jamais");
  }
}

TEST_CASE("quotation.inconsistent: a negation lost inside is found") {
  Article a;
  const auto found = inconsistent(a, {paragraph("X : \"La piscine ne sera pas fermée cet hiver\".",
                                                "\"La piscine ne sera pas fermée cet hiver\""),
                                      paragraph("X a répété : \"La piscine ne sera fermée cet hiver\".",
                                                "\"La piscine ne sera fermée cet hiver\"")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].message_key == "lost");
  CHECK(Article::argument(found[0], "words") == "pas");
}

TEST_CASE("quotation.inconsistent: a negation cut off in front is found") {
  Article a;
  const auto found = inconsistent(
      a, {paragraph("X : \"Jamais nous ne céderons à la rue\".", "\"Jamais nous ne céderons à la rue\""),
          paragraph("X a dit : \"nous ne céderons à la rue\".", "\"nous ne céderons à la rue\"")});
  REQUIRE(found.size() == 1);
  CHECK(Article::argument(found[0], "words") == "Jamais");
}

TEST_CASE("quotation.inconsistent: what quoting allows is no difference") {
  const std::string full = "\"Nous irons tous ensemble jusqu'au bout du chemin, quoi qu'il arrive\"";
  const std::vector<Quoted> allowed = {
      {BlockKind::headline, "\"Nous irons tous ensemble\"", "\"Nous irons tous ensemble\""},
      {BlockKind::subheading, "\"ensemble jusqu'au bout du chemin\"", "\"ensemble jusqu'au bout du chemin\""},
      paragraph("\"Nous irons tous ensemble jusqu'au bout du chemin\", dit X.",
                "\"Nous irons tous ensemble jusqu'au bout du chemin\""),
      paragraph("\"Nous irons (…) jusqu'au bout du chemin, quoi qu'il arrive\", dit X.",
                "\"Nous irons (…) jusqu'au bout du chemin, quoi qu'il arrive\""),
      paragraph("\"[Les élus] irons tous ensemble jusqu'au bout du chemin...\", dit X.",
                "\"[Les élus] irons tous ensemble jusqu'au bout du chemin...\""),
      paragraph("Ils iront \"tous ensemble jusqu'au bout du chemin, quoi qu'il arrive\", dit X.",
                "\"tous ensemble jusqu'au bout du chemin, quoi qu'il arrive\""),
      paragraph("\"Et nous irons tous ensemble jusqu’au bout du chemin – quoi qu’il arrive\", dit X.",
                "\"Et nous irons tous ensemble jusqu’au bout du chemin – quoi qu’il arrive\""),
  };
  for (const Quoted& part : allowed) {
    Article a;
    INFO(part.text);
    CHECK(inconsistent(a, {paragraph("X : " + full, full), part}).empty());
  }
}

TEST_CASE("quotation.inconsistent: two quotations that are merely alike are two quotations") {
  Article a;
  CHECK(inconsistent(a, {paragraph("X : \"Je suis content\".", "\"Je suis content\""),
                         paragraph("X : \"Je suis très content\".", "\"Je suis très content\""),
                         paragraph("X : \"Nous avons gagné le match de dimanche\".",
                                   "\"Nous avons gagné le match de dimanche\""),
                         paragraph("X : \"Nous avons perdu la finale de dimanche\".",
                                   "\"Nous avons perdu la finale de dimanche\"")})
            .empty());
}

TEST_CASE("quotation.inconsistent: what a stranger tried") {
  const auto found = [](BlockKind kind, const std::string& first, const std::string& second) {
    Article a;
    const std::vector<Finding> all =
        inconsistent(a, {{kind, "\"" + first + "\"", "\"" + first + "\""},
                         paragraph("X : \"" + second + "\".", "\"" + second + "\"")});
    return all.size() != 1
               ? "(" + std::to_string(all.size()) + ")"
               : std::string(all[0].severity == Severity::error ? "error" : "warning") + ": " +
                     Article::argument(all[0], "words") + "/" + Article::argument(all[0], "other");
  };
  const BlockKind body = BlockKind::paragraph;
  const BlockKind head = BlockKind::headline;
  for (const BlockKind kind : {body, head, BlockKind::standfirst}) {
    CHECK(found(kind, "Je ne lâcherai rien du tout sur ce dossier", "Je ne lâcherai rien sur ce dossier")
              .starts_with("error: du tout/"));
    CHECK(found(kind, "Nous perdrons 3,5 millions d'euros", "Nous perdrons 5,3 millions d'euros")
              .starts_with("error: "));
    CHECK(found(kind, "Nous perdrons 12 000 euros", "Nous perdrons 12\u202F000 euros") == "(0)");
    CHECK(found(kind, "Nous perdrons trois postes", "Nous perdrons 3 postes") == "(0)");
    CHECK(found(kind, "Les comptes sont sains et sincères", "Les comptes ne sont pas sains et sincères") ==
          "error: sont/ne sont pas");
    CHECK(found(kind, "Le combat continuera jusqu'au bout", "Le combat va continuer jusqu'au bout") ==
          "error: continuera/va continuer");
  }
  CHECK(found(head, "Nous avons manqué de jambes", "On a manqué de jambes") == "error: Nous avons/On a");
  const std::string wages = "Nous ne céderons pas sur les salaires";
  CHECK(found(head, wages, "Nous ne céderons pas sur les primes") == "error: salaires/primes");
  CHECK(found(body, wages, "Nous ne céderons pas sur les primes") == "warning: primes/salaires");
  CHECK(found(head, "Je suis candidat", "Je ne suis pas candidat") == "error: suis/ne suis pas");
  CHECK(found(body, "le comité central du Parti communiste chinois",
              "le comité central du Parti communiste de Pékin") == "error: chinois/de Pékin");
  CHECK(found(head, "Je suis content", "Je vais à la mer demain matin") == "(0)");
}

TEST_CASE("quotation.inconsistent: a headline that leaves out what negates it") {
  const auto found = [](const std::string& headline, const std::string& text) {
    Article a;
    return inconsistent(a, {{BlockKind::headline, "\"" + headline + "\"", "\"" + headline + "\""},
                            paragraph("X : \"" + text + "\".", "\"" + text + "\"")})
        .size();
  };
  CHECK(found("Les comptes sont sains", "On ne peut pas dire que les comptes sont sains") == 1);
  CHECK(found("Les comptes sont sains", "Je ne dis rien, les comptes sont sains") == 0);
  CHECK(found("Les comptes sont sains", "Je ne dis rien et les comptes sont sains") == 0);
  CHECK(found("les comptes sont sains", "On ne peut pas dire que les comptes sont sains") == 0);
  CHECK(found("Pas un long fleuve tranquille", "Ce n'est pas un long fleuve tranquille") == 0);
}

TEST_CASE("quotation.inconsistent: two quotations of one paragraph answer each other") {
  Article a;
  const std::string text =
      "X : \"Nous ne céderons pas sur les salaires\". Puis : \"Nous ne céderons pas sur les primes\".";
  a.block(BlockKind::paragraph, text);
  const auto source = a.source("X");
  for (const char* quoted :
       {"\"Nous ne céderons pas sur les salaires\"", "\"Nous ne céderons pas sur les primes\""}) {
    const auto said = a.attribution(source, "", a.place(quoted));
    a.statement(a.place(quoted), Status::attributed, 0, {said});
    a.quotation(a.place(quoted), said);
  }
  CHECK(a.audit("quotation.inconsistent").empty());
}

TEST_CASE("quotation.inconsistent: nobody, or a misspelt name, may be the same speaker") {
  const auto found = [](const std::string& other_name) {
    Article a;
    const std::string full = "\"La toiture de la piscine sera refaite avant l'hiver prochain\"";
    const std::string cut = "\"La toiture de la piscine sera refaite avant l'hiver\"";
    a.block(BlockKind::paragraph, full + ", dit Jeanne Morvan.");
    a.block(BlockKind::paragraph, cut + ".");
    const auto said = a.attribution(a.source("Jeanne Morvan"), "", a.place(full));
    a.statement(a.place(full), Status::attributed, 0, {said});
    a.quotation(a.place(full), said);
    const auto again = a.attribution(other_name.empty() ? no_index : a.source(other_name), "", a.place(cut));
    a.statement(a.place(cut), Status::attributed, 0, {again});
    a.quotation(a.place(cut), again);
    return a.audit("quotation.inconsistent");
  };
  for (const char* name : {"", "Mme Morvan", "Morven", "la maire Jane Morvan"}) {
    INFO(std::string(name));
    const auto all = found(name);
    REQUIRE(all.size() == 1);
    CHECK(all[0].severity == Severity::warning);
  }
  CHECK(found("Paul Hallard").empty());
}

TEST_CASE("quotation.inconsistent: another speaker may say it otherwise") {
  Article a;
  const auto found = inconsistent(a, {paragraph("X : \"Nous irons tous ensemble à Paris demain\".",
                                                "\"Nous irons tous ensemble à Paris demain\""),
                                      paragraph("Y : \"Nous irons tous ensemble à Lyon demain\".",
                                                "\"Nous irons tous ensemble à Lyon demain\"")});
  CHECK(found.size() == 1);
  a.analysis.attributions[1].source_index = a.source("Y");
  CHECK(a.audit("quotation.inconsistent").empty());
}

TEST_CASE("quotation.inconsistent stays fast where everybody says the same") {
  Article a;
  const auto source = a.source("X");
  for (int i = 0; i < 4000; ++i) {
    const std::string quotation = "\"nous irons tous ensemble au bout " + std::to_string(i) + "\"";
    a.block(BlockKind::paragraph, quotation);
    const Span span = a.document.blocks.back().span;
    const auto said = a.attribution(source, "", span);
    a.statement(span, Status::attributed, 0, {said});
    a.quotation(span, said);
  }
  CHECK_FALSE(a.audit("quotation.inconsistent").empty());
}

TEST_CASE("quotation.orphan: speech that nobody says") {
  Article a;
  a.block(BlockKind::paragraph, "La séance est ouverte.");
  a.block(BlockKind::paragraph, "\"Nous ne voulons plus de camions.\"");
  a.statement(a.document.blocks[0].span, Status::own_voice);
  a.statement(a.document.blocks[1].span, Status::own_voice, needs_quotation);
  a.quotation(a.document.blocks[1].span);
  REQUIRE(a.audit("quotation.orphan").size() == 1);
  CHECK(a.audit("attribution.missing").empty());  // one place, one finding

  a.analysis.quotations[0].kind = QuotationKind::title;
  CHECK(a.audit("quotation.orphan").empty());
  CHECK(a.audit("attribution.missing").size() == 1);
}

TEST_CASE("quotation.orphan: after somebody's words it is taken for theirs, a level lower") {
  const auto level = [](BlockKind between) {
    Article a;
    a.block(BlockKind::paragraph, "\"On a tout vu\", dit Jeanne Morvan.");
    a.block(between, "La séance est levée.");
    a.block(BlockKind::paragraph, "\"Nous ne voulons plus de camions.\"");
    const auto first = a.attribution(a.source("Jeanne Morvan"), "Jeanne Morvan", a.place("\"On a tout vu\""));
    a.analysis.attributions[first].kind = AttributionKind::direct;
    a.statement(a.document.blocks[2].span, Status::own_voice, needs_quotation);
    a.quotation(a.document.blocks[2].span);
    const auto found = a.audit("quotation.orphan");
    REQUIRE(found.size() == 1);
    return found[0].severity;
  };
  CHECK(level(BlockKind::subheading) == Severity::info);
  CHECK(level(BlockKind::paragraph) == Severity::warning);
}

TEST_CASE("quotation.orphan: an attribution without source or cue names nobody") {
  Article a;
  a.block(BlockKind::paragraph, "\"Nous ne voulons plus de camions.\"");
  const auto floating = a.attribution(no_index, "", a.document.blocks[0].span);
  a.statement(a.document.blocks[0].span, Status::attributed, 0, {floating});
  a.quotation(a.document.blocks[0].span, floating);
  CHECK(a.audit("quotation.orphan").size() == 1);
  a.analysis.attributions[floating].source_index = a.source("Jeanne Morvan");  // goes on from her
  CHECK(a.audit("quotation.orphan").empty());
}

TEST_CASE("quotation.orphan: a subheading out of an attributed quotation, unaltered, has its speaker") {
  const auto orphans = [](const std::string& subheading) {
    Article a;
    a.block(BlockKind::subheading, subheading);
    a.block(BlockKind::paragraph, "KCNA a décrit \"une atmosphère cordiale débordant d'amitié militante\".");
    const auto said = a.attribution(a.source("KCNA"), "KCNA", a.document.blocks[1].span);
    a.statement(a.document.blocks[0].span, Status::own_voice, needs_quotation);
    a.statement(a.document.blocks[1].span, Status::attributed, 0, {said});
    a.quotation(a.document.blocks[0].span);
    a.quotation(a.place("\"une atmosphère cordiale débordant d'amitié militante\""), said);
    return a.audit("quotation.orphan").size();
  };
  CHECK(orphans("\"Une atmosphère cordiale\"") == 0);
  CHECK(orphans("\"Une atmosphère glaciale\"") == 1);
  CHECK(orphans("\"Une cordiale amitié\"") == 1);
}

TEST_CASE("quotation.orphan: a subheading that plays on words is less than one that speaks") {
  const auto severity = [](BlockKind kind, const std::string& quoted) {
    Article a;
    a.rule_pack.lists.push_back({"speech-words", {"nous"}, {}});
    a.block(kind, quoted);
    a.block(BlockKind::paragraph, "La nappe est basse.");
    a.statement(a.document.blocks[0].span, Status::own_voice, needs_quotation);
    a.statement(a.document.blocks[1].span, Status::own_voice);
    a.quotation(a.document.blocks[0].span);
    const auto found = a.audit("quotation.orphan");
    REQUIRE(found.size() == 1);
    return found[0].severity;
  };
  CHECK(severity(BlockKind::subheading, "\"Le robinet et la baignoire\"") == Severity::info);
  CHECK(severity(BlockKind::subheading, "\"Nous avons vidé la baignoire\"") == Severity::warning);
  CHECK(severity(BlockKind::headline, "\"Le robinet et la baignoire\"") == Severity::warning);
}

TEST_CASE("quotation.headline-mismatch: a headline's quotation stands in the text, whoever says it") {
  const auto found = [](const std::string& text) {
    Article a;
    a.block(BlockKind::headline, "Karim Belhadj : \"La lutte (…) ira jusqu'au bout\"");
    a.block(BlockKind::paragraph, text);
    const Span quoted = a.place("\"La lutte (…) ira jusqu'au bout\"");
    const auto said = a.attribution(a.source("Karim Belhadj"), "Karim Belhadj", quoted);
    a.statement(a.document.blocks[0].span, Status::attributed, 0, {said});
    a.statement(a.document.blocks[1].span, Status::own_voice);
    a.quotation(quoted, said);
    return a.audit("quotation.headline-mismatch");
  };
  CHECK(found("La lutte, dit-il, ira jusqu'au bout du chemin.").empty());
  CHECK(found("La lutte, dit-il, n'ira pas plus loin.").size() == 1);
  CHECK(found("Jusqu'au bout ira la lutte.").size() == 1);
}

TEST_CASE("quotation.orphan: words quoted inside a sentence have their speaker in it") {
  Article a;
  a.block(BlockKind::paragraph,
          "Les éleveurs se disent \"à bout de forces\". \"Nous partons demain.\" Dit-il.");
  a.statement(a.place("Les éleveurs se disent \"à bout de forces\"."), Status::own_voice, needs_quotation);
  a.statement(a.place("\"Nous partons demain.\""), Status::own_voice, needs_quotation);
  a.quotation(a.place("\"à bout de forces\""));
  a.quotation(a.place("\"Nous partons demain.\""));
  const auto found = a.audit("quotation.orphan");
  REQUIRE(found.size() == 1);
  CHECK(a.text(found[0].span) == "\"Nous partons demain.\"");
}

TEST_CASE("quotation.orphan: an interview's headline quotes an answer without marks") {
  const auto orphans = [](const std::string& answer) {
    Article a;
    a.block(BlockKind::headline, "\"La Garonne n'est pas un tuyau\"");
    a.block(BlockKind::paragraph, answer);
    a.statement(a.document.blocks[0].span, Status::own_voice, needs_quotation);
    a.statement(a.document.blocks[1].span, Status::own_voice);
    a.quotation(a.document.blocks[0].span);
    return a.audit("quotation.orphan").size();
  };
  CHECK(orphans("Non. La Garonne n'est pas un tuyau avec un robinet !") == 0);
  CHECK(orphans("Non. La Garonne n'est plus un tuyau avec un robinet !") == 1);
}

TEST_CASE("quotation.orphan: not what belongs to a carried or credited statement") {
  for (const Status status : {Status::carried, Status::credited}) {
    Article a;
    a.block(BlockKind::paragraph, "\"Nous ne voulons plus de camions.\"");
    a.statement(a.document.blocks[0].span, status);
    a.quotation(a.document.blocks[0].span);
    CHECK(a.audit("quotation.orphan").empty());
  }
}

TEST_CASE("marked cuts and insertions are gaps of a wording") {
  const std::string text = "nous […] irons [les élus] au... bout";
  const std::vector<QuotedWord> words = quoted_words(text, {0, static_cast<std::uint32_t>(text.size())});
  std::string shown;
  for (const QuotedWord& word : words) {
    shown += word.key.empty() ? "_ " : word.key + " ";
  }
  CHECK(shown == "nous _ irons _ au _ bout ");
}
