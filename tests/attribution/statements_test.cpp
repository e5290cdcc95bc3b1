#include "attribution/statements.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "attribution/analyzer.h"
#include "document/load.h"
#include "statements_room.h"

using namespace selon;

namespace {

using Lines = std::vector<std::string>;

bool on_character_border(const std::string& text, std::uint32_t offset) {
  return offset <= text.size() &&
         (offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0u) != 0x80u);
}

/// What always holds of statements: in each sentence they begin with its first token,
/// end with its last, and follow each other without gap or overlap.
void check_partition(const Document& document, const Analysis& analysis) {
  const Text& text = analysis.text;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    const Sentence& sentence = text.sentences[i];
    REQUIRE(sentence.first < sentence.last);
    std::uint32_t token = sentence.first;
    while (token < sentence.last) {
      REQUIRE(next < analysis.statements.size());
      const Statement& statement = analysis.statements[next++];
      CHECK(statement.sentence == i);
      CHECK(statement.block == sentence.block);
      CHECK(on_character_border(document.text, statement.span.start));
      CHECK(on_character_border(document.text, statement.span.end));
      REQUIRE(text.tokens[token].span.start == statement.span.start);
      while (token < sentence.last && text.tokens[token].span.end <= statement.span.end) {
        ++token;
      }
      REQUIRE(text.tokens[token - 1].span.end == statement.span.end);
      CHECK((statement.status == Status::attributed) == !statement.attributions.empty());
      CHECK((statement.status == Status::carried) == (statement.continues != no_index));
      for (const std::uint32_t attribution : statement.attributions) {
        CHECK(attribution < analysis.attributions.size());
      }
      CHECK(std::ranges::is_sorted(statement.attributions));
    }
  }
  CHECK(next == analysis.statements.size());
}

/// Every content of every attribution lies in statements that name it.
void check_contents(const Analysis& analysis) {
  for (std::uint32_t i = 0; i < analysis.attributions.size(); ++i) {
    for (const Span content : analysis.attributions[i].content) {
      for (const Statement& statement : analysis.statements) {
        if (statement.span.overlaps(content)) {
          CHECK(std::ranges::binary_search(statement.attributions, i));
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("source and cue belong to the statement of their content") {
  MarkedArticle article("Le maire a annoncé jeudi que la piscine fermerait. Elle date de 1974.");
  article.attribute("Le maire", "a annoncé", {"la piscine fermerait"}).analyse();
  CHECK(article.statements() ==
        Lines{"A: Le maire a annoncé jeudi que la piscine fermerait.", "O: Elle date de 1974."});
  CHECK(article.analysis.statements[0].attributions == std::vector<std::uint32_t>{0});
}

TEST_CASE("attributions side by side have a statement each") {
  MarkedArticle article(
      "La rencontre « constitue une occasion », a assuré KCNA, qui a décrit « une atmosphère cordiale ».");
  article.attribute("KCNA", "a assuré", {"La rencontre « constitue une occasion »"})
      .attribute("KCNA", "a décrit", {"« une atmosphère cordiale »"})
      .analyse();
  CHECK(article.statements() == Lines{"A: La rencontre « constitue une occasion », a assuré KCNA,",
                                      "A: qui a décrit « une atmosphère cordiale »."});
}

TEST_CASE("nested attributions share one statement") {
  MarkedArticle article("Paul Vial a dit que, selon la police, un homme avait fui.");
  article.attribute("Paul Vial", "a dit", {"selon la police, un homme avait fui"})
      .attribute("la police", "selon", {"un homme avait fui"})
      .analyse();
  REQUIRE(article.analysis.statements.size() == 1);
  CHECK(article.analysis.statements[0].attributions == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a clause that no attribution holds is own voice") {
  MarkedArticle article("Le maire, qui dit avoir « tout essayé », a démissionné mardi soir.");
  article.attribute("Le maire", "dit", {"avoir « tout essayé »"}).analyse();
  CHECK(article.statements() ==
        Lines{"A: Le maire, qui dit avoir « tout essayé »,", "O: a démissionné mardi soir."});

  MarkedArticle before("Le chantier reprendra lundi, mais, selon la mairie, il manque du sable.");
  before.attribute("la mairie", "selon", {"il manque du sable"}).analyse();
  CHECK(before.statements() ==
        Lines{"O: Le chantier reprendra lundi,", "A: mais, selon la mairie, il manque du sable."});
}

TEST_CASE("what only adds to an attribution goes with it") {
  MarkedArticle article("« Nous partons », a dit Paul Vial dans un communiqué, invitant chacun à le suivre.");
  article.attribute("Paul Vial", "a dit", {"« Nous partons »"}).analyse();
  CHECK(article.analysis.statements.size() == 1);

  MarkedArticle relative("Le pont a cédé, selon une étude que les élus brandissent volontiers.");
  relative.attribute("une étude", "selon", {"Le pont a cédé"}).analyse();
  CHECK(relative.analysis.statements.size() == 1);

  MarkedArticle opening("Il a été annoncé par la mairie que le pont resterait fermé.");
  opening.attribute("la mairie", "annoncé", {"le pont resterait fermé"}).analyse();
  CHECK(opening.analysis.statements.size() == 1);
}

TEST_CASE("a quotation over several sentences gives a statement for each") {
  MarkedArticle article("« Il faut partir. Nous n'avons plus le choix. C'est tout », a lancé Paul Vial.");
  article.attribute("Paul Vial", "a lancé", {"« Il faut partir. Nous n'avons plus le choix. C'est tout »"})
      .analyse();
  REQUIRE(article.analysis.statements.size() == 3);
  for (const Statement& statement : article.analysis.statements) {
    CHECK(statement.attributions == std::vector<std::uint32_t>{0});
  }
}

TEST_CASE("a caption with its own credit and no attribution is credited") {
  MarkedArticle article("Le pont de la Roque est fermé. (Photo Jeanne Vial)", BlockKind::caption);
  article.document.blocks.push_back({BlockKind::credit, article.find("Photo Jeanne Vial"), false});
  article.analyse();
  for (const Statement& statement : article.analysis.statements) {
    CHECK(statement.status == Status::credited);
  }

  MarkedArticle plain("Le pont de la Roque est fermé.", BlockKind::caption);
  plain.analyse();
  CHECK(plain.analysis.statements.at(0).status == Status::own_voice);

  MarkedArticle sourced("Selon la mairie, le pont est fermé. (Photo Jeanne Vial)", BlockKind::caption);
  sourced.document.blocks.push_back({BlockKind::credit, sourced.find("Photo Jeanne Vial"), false});
  sourced.attribute("la mairie", "Selon", {"le pont est fermé"}).analyse();
  CHECK(sourced.analysis.statements.at(0).status == Status::attributed);
}

TEST_CASE("statements cover the body of unusual texts") {
  const Lines texts = {
      "",
      "\n\n\n",
      "...",
      "« »",
      "Oui",
      "«",
      "»",
      "\" \" \"",
      "« « « a » b » c",
      "Il a dit : « Je pars. Elle a crié : “Reste !” Puis rien",
      "— Non. — Si. — Non !",
      "(((((",
      "Un mot… et puis ? Plus rien !!! ?",
      "100 % 100 % 100 %",
      "é è ê « œ » … \xC2\xA0 fin\xE2\x80\xAF!",
      "qui que dont mais et ou si, si, si",
      "aurait serait devrait sera veut a fait dire",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    MarkedArticle article(text);
    article.analyse();
    check_partition(article.document, article.analysis);
  }
}

TEST_CASE("statements cover the body whatever the attributions are") {
  const std::string text =
      "Le maire a dit que le pont, « fermé », rouvrirait. « Jamais ! », a répondu Paul Vial, qui a ajouté : "
      "« On verra. » Selon elle, tout va bien ; lui n'y croit pas.\nRien ne presse. « Si, a-t-elle dit. Il "
      "le "
      "faut. »";
  std::mt19937 random(20260722);
  for (int round = 0; round < 300; ++round) {
    MarkedArticle article(text);
    const Text tokens = statements_room().reader->read(article.document);
    const auto some_span = [&] {
      std::uniform_int_distribution<std::size_t> pick(0, tokens.tokens.size() - 1);
      const std::size_t a = pick(random);
      const std::size_t b = std::min(a + pick(random) % 12, tokens.tokens.size() - 1);
      return Span{tokens.tokens[a].span.start, tokens.tokens[b].span.end};
    };
    const int count = round % 6;
    for (int i = 0; i < count; ++i) {
      Attribution attribution;
      attribution.content.push_back(some_span());
      if (i % 2 == 0) {
        attribution.cue = Cue{some_span(), "dire", Stance::neutral};
      }
      if (i % 3 == 0) {
        attribution.source = some_span();
      }
      article.analysis.attributions.push_back(std::move(attribution));
    }
    article.analyse();
    CAPTURE(round);
    check_partition(article.document, article.analysis);
    check_contents(article.analysis);
  }
}

TEST_CASE("very many attributions over one long quotation take no quadratic time") {
  std::string text = "«";
  for (int i = 0; i < 5000; ++i) {
    text += " Non, dit-il.";
  }
  MarkedArticle article(text + " »");
  const auto end = static_cast<std::uint32_t>(article.document.text.size());
  for (std::uint32_t i = 0; i < 5000; ++i) {
    Attribution attribution;
    attribution.content.push_back({3 + i * 13, end});
    article.analysis.attributions.push_back(std::move(attribution));
  }
  article.analyse();
  std::size_t links = 0;
  for (const Statement& statement : article.analysis.statements) {
    links += statement.attributions.size();
  }
  CHECK(links < article.analysis.statements.size() * 20);
}

TEST_CASE("hostile repetition takes no quadratic time") {
  const auto repeat = [](std::string_view piece) {
    std::string text;
    for (int i = 0; i < 60000; ++i) {
      text += piece;
    }
    return text;
  };
  for (const std::string_view piece :
       {"« a ", "» a ", "12 ", "« a « b » c. ", "aurait ", "ne se le veut ", "très "}) {
    CAPTURE(piece);
    MarkedArticle article(repeat(piece));
    article.analyse();
    CHECK(!article.analysis.statements.empty());
    CHECK(article.analysis.statements.back().span.end == article.analysis.text.tokens.back().span.end);
  }
}

TEST_CASE("the seed's statements") {
  StatementsRoom& room = statements_room();
  auto document = load_file(SELON_FIXTURES_DIR "/seed/franceinfo-coree-du-nord.txt", room.pack, {});
  REQUIRE(document.has_value());
  auto analyzer = Analyzer::create(room.pack, SELON_LEXICON_DIR "/fr.lexicon", {});
  REQUIRE(analyzer.has_value());
  const Analysis analysis = (*analyzer)->analyze(*document);
  check_partition(*document, analysis);
  check_contents(analysis);
  const auto status_of = [&](std::string_view words) {
    const auto found = std::ranges::find_if(analysis.statements, [&](const Statement& statement) {
      return statement.span.in(document->text).find(words) != std::string_view::npos;
    });
    REQUIRE(found != analysis.statements.end());
    return found->status;
  };
  CHECK(status_of("Corée du Nord : Kim Jong-un") == Status::own_voice);
  CHECK(status_of("reçoit le ministre russe") == Status::credited);
  CHECK(status_of("ont annoncé jeudi 27 juillet") == Status::attributed);
  CHECK(status_of("Les médias officiels nord-coréens ont publié") == Status::own_voice);
  CHECK(status_of("le site spécialisé NK News") == Status::attributed);
  CHECK(status_of("constitue une occasion importante") == Status::attributed);
  CHECK(status_of("soutient l'invasion") == Status::attributed);
  for (const Statement& statement : analysis.statements) {
    CHECK((statement.status != Status::own_voice || statement.needs == 0));
  }
}
