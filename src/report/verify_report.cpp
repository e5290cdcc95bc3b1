#include "report/verify_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "verify/guard_words.h"

namespace selon {

namespace {

struct ClassWords {
  std::array<std::string_view, 2> label;
  std::array<std::string_view, 2> meaning;
  std::array<std::string_view, 2> advice;
};

constexpr std::array<ClassWords, 12> class_words{{
    {{"exact", "exacte"}, {"to the letter", "à la lettre"}, {"", ""}},
    {{"typographic", "typographique"},
     {"the same words; only the typography differs", "les mêmes mots ; seule la typographie diffère"},
     {"", ""}},
    {{"initial case", "initiale"},
     {"only the case of the first letter differs", "seule la casse de la première lettre diffère"},
     {"", ""}},
    {{"marked edit", "coupe marquée"},
     {"cut or adapted where the marks say so", "coupée ou adaptée là où les signes le disent"},
     {"", ""}},
    {{"risky edit", "coupe risquée"},
     {"what is cut or left out bears on the sense", "ce qui est coupé ou omis touche au sens"},
     {"Quote the passage whole, or paraphrase it.", "Citer le passage entier, ou le paraphraser."}},
    {{"altered", "altérée"},
     {"words differ and nothing marks it", "des mots diffèrent et rien ne le signale"},
     {"Use the words of the source, or mark the change with […] and [ ].",
      "Reprendre les mots de la source, ou signaler le changement par […] et [ ]."}},
    {{"spliced", "montage"},
     {"made of passages that don't follow each other", "faite de passages qui ne se suivent pas"},
     {"Quote them one by one.", "Les citer séparément."}},
    {{"wrong speaker", "attribuée à tort"},
     {"somebody else says these words", "c'est quelqu'un d'autre qui dit ces mots"},
     {"Check who says it.", "Vérifier qui parle."}},
    {{"ambiguous", "ambiguë"},
     {"stands in several places, and the speaker doesn't decide which",
      "figure à plusieurs endroits, et l'auteur ne permet pas de choisir"},
     {"Name the speaker, or quote more.", "Nommer l'auteur, ou citer plus long."}},
    {{"translated", "traduite"},
     {"the source is in another language: nothing to compare to the letter",
      "la source est dans une autre langue : rien à comparer à la lettre"},
     {"Have the translation checked, and say that it is one.",
      "Faire vérifier la traduction, et la signaler."}},
    {{"not found", "introuvable"},
     {"in none of the sources", "dans aucune des sources"},
     {"Check the quotation with its author, or add its source.",
      "Vérifier la citation auprès de son auteur, ou ajouter sa source."}},
    {{"no source", "sans source"},
     {"nothing to verify against", "rien à quoi comparer"},
     {"Name sources that hold text after --against.",
      "Nommer après --against des sources qui contiennent du texte."}},
}};
static_assert(class_words.size() == quote_class_names.size());

constexpr std::array<std::pair<Guard, std::array<std::string_view, 2>>, 8> guard_words{{
    {guard_negation, {"a negation", "une négation"}},
    {guard_number, {"a number or date", "un chiffre ou une date"}},
    {guard_modal, {"a modal verb", "un verbe modal"}},
    {guard_quantifier, {"a quantity or condition", "une quantité ou une condition"}},
    {guard_name, {"a name", "un nom"}},
    {guard_sentence, {"the end of a sentence", "une fin de phrase"}},
    {guard_speaker, {"a change of speaker", "un changement d'orateur"}},
    {guard_word, {"another word", "un autre mot"}},
}};

constexpr std::array<std::array<std::string_view, 2>, 5> verify_labels{{
    {"draft", "article"},
    {"source", "source"},
    {"also", "aussi"},
    {"begins or ends in the middle of a clause", "commence ou finit au milieu d'une proposition"},
    {"speaker not told", "auteur non précisé"},
}};

std::string_view in(UiLanguage language, const std::array<std::string_view, 2>& words) {
  return words[language == UiLanguage::fr ? 1 : 0];
}

const ClassWords& words_of(QuoteClass which) { return class_words[static_cast<std::size_t>(which)]; }

}  // namespace

bool fails(const VerifiedArticle& article, const Verification& quotation) {
  return std::ranges::find(article.failing, quotation.verdict) != article.failing.end();
}

std::string_view label(UiLanguage language, QuoteClass which) { return in(language, words_of(which).label); }

std::string_view meaning(UiLanguage language, QuoteClass which) {
  return in(language, words_of(which).meaning);
}

std::string_view advice(UiLanguage language, QuoteClass which) {
  return in(language, words_of(which).advice);
}

std::string touched(UiLanguage language, std::uint8_t risk) {
  std::string all;
  for (const auto& [guard, words] : guard_words) {
    if ((risk & guard) == 0) continue;
    all += all.empty() ? "" : ", ";
    all += in(language, words);
  }
  return all;
}

std::string_view label(UiLanguage language, VerifyLabel which) {
  return in(language, verify_labels[static_cast<std::size_t>(which)]);
}

std::string counted_quotations(UiLanguage language, std::size_t all, std::size_t failing) {
  if (language == UiLanguage::fr) {
    return fmt::format("{} citation{}, {} en échec", all, all == 1 ? "" : "s", failing);
  }
  return fmt::format("{} quotation{}, {} fail{}", all, all == 1 ? "" : "s", failing, failing == 1 ? "s" : "");
}

std::vector<DifferingPart> differing_parts(std::string_view text, std::uint32_t start,
                                           const std::vector<VerifiedEdit>& edits, bool is_source) {
  std::vector<DifferingPart> parts;
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (const VerifiedEdit& edit : edits) {
    const Span span = is_source ? edit.old_span : edit.new_span;
    if (span.empty() || span.start < start + at || span.end > start + size) continue;
    if (span.start - start > at)
      parts.push_back({std::string(text.substr(at, span.start - start - at)), false});
    parts.push_back({std::string(text.substr(span.start - start, span.size())), true});
    at = span.end - start;
  }
  if (at < size) parts.push_back({std::string(text.substr(at)), false});
  return parts;
}

}  // namespace selon
