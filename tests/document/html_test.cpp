// What becomes of each kind of markup, and of what is no article.
#include "html_support.h"

using namespace html_test;

TEST_CASE("blocks by their elements") {
  CHECK(inside("<h2>Des bateaux à terre&nbsp;</h2>") == "subheading: Des bateaux à terre\n");
  CHECK(inside("<ul><li>un pont coupé ;</li><li>deux routes barrées.</li></ul>") ==
        "list: un pont coupé ;\nlist: deux routes barrées.\n");
  CHECK(inside("<blockquote><p>Jamais vu ça.</p></blockquote>") == "blockquote: Jamais vu ça.\n");
  CHECK(inside("<p>Un premier mot.<br><br>Un second mot.</p>") ==
        "paragraph: Un premier mot.\nparagraph: Un second mot.\n");
  CHECK(inside("<p><strong>Une nuit blanche</strong></p>") == "subheading: Une nuit blanche\n");
  CHECK(inside("<p><strong>À Pont-Croix (Finistère),</strong></p>") ==
        "paragraph: À Pont-Croix (Finistère),\n");
  CHECK(inside("<p><em>Article mis à jour à midi, avec les chiffres de la préfecture.</em></p>") ==
        "paragraph: Article mis à jour à midi, avec les chiffres de la préfecture.\n");
}

TEST_CASE("inline elements are joined, white space is collapsed") {
  CHECK(inside("<p>Le <b>maire</b>\n\t  a<i>dit</i> «\u00A0oui\u00A0»\u202F! \u00A0</p>") ==
        "paragraph: Le maire adit «\u00A0oui\u00A0»\u202F!\n");
  CHECK(inside("<p>Une dé\u00ADci\u00ADsion im\u200Bpor&shy;tante\uFEFF</p>") ==
        "paragraph: Une décision im\u200Bportante\n");
}

TEST_CASE("a caption and its credit are one block, the credit inside it") {
  CHECK(inside("<figure><img src=x><figcaption>La digue, à l'aube. <span "
               "class=credit>(AFP)</span></figcaption></figure>") ==
        "caption: La digue, à l'aube. (AFP)\ncredit: AFP\n");
  CHECK(inside("<figure><img src=x><figcaption><p>La digue, à l'aube.</p><p class=copyright>Loïc Le Bars</p>"
               "</figcaption></figure>") ==
        "caption: La digue, à l'aube. Loïc Le Bars\ncredit: Loïc Le Bars\n");
  CHECK(inside("<figure><img src=x><figcaption>La digue, à l'aube.</figcaption></figure>") ==
        "caption: La digue, à l'aube.\n");
}

TEST_CASE("what no reader sees is left out") {
  CHECK(inside("<script>var a = '<p>Un texte assez long pour être un paragraphe.</p>';</script>").empty());
  CHECK(inside("<style>p { color: red }</style><template><p>Un modèle.</p></template>").empty());
  CHECK(inside("<noscript><p>Activez JavaScript pour lire la suite de cet article.</p></noscript>").empty());
  CHECK(inside("<p hidden>Un paragraphe caché par un attribut.</p>").empty());
  CHECK(inside("<p style='DISPLAY : none'>Un paragraphe caché par un style.</p>").empty());
  CHECK(inside("<p class='text visually-hidden'>Un paragraphe caché par une classe.</p>").empty());
  CHECK(inside("<svg><text>Un dessin</text></svg><button>Fermer</button><iframe>x</iframe>").empty());
}

TEST_CASE("page furniture is left out") {
  CHECK(inside("<nav><p>Une longue phrase qui se trouve dans la navigation de la page, sans lien.</p></nav>")
            .empty());
  CHECK(inside("<div class='share-buttons'><p>Partager cet article avec vos amis.</p></div>").empty());
  CHECK(
      inside(
          "<div class='articleNewsletterBox'><p>Une lettre chaque matin, sans frais ni publicité.</p></div>")
          .empty());
  CHECK(inside("<table><tr><th>Ville</th><th>Morts</th></tr><tr><td>Brest</td><td>0</td></tr></table>")
            .empty());
  CHECK(inside("<p>Publicité</p>").empty());
}

TEST_CASE("a class name that is only like one of furniture leaves text alone") {
  CHECK(inside("<p class=published>Le chantier reprendra lundi, a-t-il dit.</p>") ==
        "paragraph: Le chantier reprendra lundi, a-t-il dit.\n");
  CHECK(inside("<h2 id='comment-la-digue-a-tenu'>Comment la digue a tenu</h2>") ==
        "subheading: Comment la digue a tenu\n");
  CHECK(inside("<p class=has-drop-cap>Il pleut encore, et personne ne dort.</p>") ==
        "paragraph: Il pleut encore, et personne ne dort.\n");
}

TEST_CASE("links to other articles are no text, links in a text are") {
  CHECK(inside("<p><a href=/autre>La tempête en dix images spectaculaires</a></p>") ==
        "related: La tempête en dix images spectaculaires\n");
  CHECK(inside("<p>>> <a href=/autre>La tempête en images</a></p>") == "related: >> La tempête en images\n");
  CHECK(inside("<p>>> Une nuit sans sommeil</p>") == "paragraph: >> Une nuit sans sommeil\n");
  CHECK(inside("<p>Le <a href=/prefet>préfet</a> l'a dit.</p>") == "paragraph: Le préfet l'a dit.\n");
  CHECK(inside("<h3>À lire aussi</h3><ul><li><a href=/1>Un pont emporté par la crue</a></li></ul>").empty());
}

TEST_CASE("bylines and dates") {
  const auto document = parse(
      "<html><head><title>Un lac à sec</title></head><body><main><h1>Un lac à sec</h1><p class=byline>Par <a "
      "rel=author "
      "href=/a>Mina Roussel</a></p><p class=date>Publié le <time datetime='2022-08-03'>3 août "
      "2022</time></p><p>Le lac "
      "de Vouglans a perdu douze mètres en un mois, indique l'exploitant du barrage, qui promet un "
      "plan.</p></main>");
  CHECK(joined(lines(document, false)).starts_with("headline: Un lac à sec\nbyline: Par Mina Roussel\n"));
  CHECK(document.metadata.published == "2022-08-03");
  CHECK(lines(document).size() == 2);
}

TEST_CASE("a date in words or figures is read where no metadata have one") {
  const auto published = [](const std::string& line) {
    return parse("<body><h1>Un lac à sec</h1><div>" + line +
                 "</div><p>Le lac de Vouglans a perdu douze mètres en un mois, indique l'exploitant du "
                 "barrage, qui "
                 "promet un plan.</p>")
        .metadata.published;
  };
  CHECK(published("le 7 Mai 2020") == "2020-05-07");
  CHECK(published("1er décembre 2021 à 8 h") == "2021-12-01");
  CHECK(published("14/01/2020") == "2020-01-14");
  CHECK(published("42 jours plus tard") == "");
}

TEST_CASE("a small page, without head or paragraphs") {
  CHECK(joined(lines(parse("<h1>Titre</h1><p>Un texte."))) == "headline: Titre\nparagraph: Un texte.\n");
  CHECK(joined(lines(parse("Bonjour tout le monde."))) == "paragraph: Bonjour tout le monde.\n");
}

TEST_CASE("unclosed and crossed tags") {
  const auto all =
      lines(parse("<title>Un lac à sec</title><h1>Un lac à sec<p>Le lac a <b>perdu <i>douze</b> mètres</i>, "
                  "selon le maire.<p>Il faudra <u>attendre.<ul><li>un<li>deux</ul>"));
  CHECK(joined(all).find("perdu douze mètres, selon le maire.") != std::string::npos);
  CHECK(joined(all).find("list: deux") != std::string::npos);
}

TEST_CASE("the logo is no headline") {
  const auto document = parse(
      "<html><head><title>Un lac à sec - La Vigie du Jura</title></head><body><div><h1>La Vigie du "
      "Jura</h1></div>"
      "<h2>Un lac à sec</h2><p>Le lac de Vouglans a perdu douze mètres en un mois, indique l'exploitant du "
      "barrage, "
      "qui promet un plan.</p></body>");
  CHECK(document.headline == "Un lac à sec");
  CHECK(lines(document).front() == "headline: Un lac à sec");
}

TEST_CASE("the declared language yields to the text's") {
  CHECK(parse(article("")).metadata.lang == "fr");
  auto page = article("");
  page.replace(page.find("lang=fr"), 7, "lang=en");
  CHECK(parse(page).metadata.lang == "fr");
}

TEST_CASE("pages without an article are refused, with what to do") {
  for (const char* page :
       {"", "<html><head><title>Application</title></head><body><div id=root></div></body></html>",
        "<nav><ul><li><a href=/>Accueil</a></ul></nav>", "<script>x</script>"}) {
    const auto result = selon::parse_html(page, "vide.html", french());
    REQUIRE_FALSE(result);
    CHECK(result.error().what == "no article text found");
    CHECK(result.error().path == "vide.html");
    CHECK_FALSE(result.error().advice.empty());
  }
}
