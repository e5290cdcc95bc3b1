#include "audit/words.h"

#include <doctest/doctest.h>

#include "audit/wording_difference.h"

using namespace selon;

namespace {

std::vector<QuotedWord> words(std::string_view text) {
  return words_in(text, {0, static_cast<std::uint32_t>(text.size())});
}

std::vector<ComparedWord> compared(std::string_view text) {
  static const Pack pack;
  return WordRoles(pack).compared(text, words(text));
}

std::string joined(std::string_view text) {
  std::string out;
  for (const QuotedWord& word : words(text)) {
    out += (out.empty() ? "" : " ") + word.key;
  }
  return out;
}

}  // namespace

TEST_CASE("words are folded: case, accents, ligatures, apostrophes and spaces make no difference") {
  CHECK(joined("L’État a déjà vu l'Œuvre") == "l etat a deja vu l oeuvre");
  CHECK(joined("« 10\u202F000 euros\u00A0! »") == "10 000 euros");
  CHECK(joined("e\u0301te\u0301") == "ete");  // decomposed accents
  CHECK(joined("co\u00ADopération") == "cooperation");
  CHECK(joined("") == "");
  CHECK(joined("… ?!") == "");
}

TEST_CASE("a word keeps its place") {
  const std::string text = "« d'amitié militante »";
  const std::vector<QuotedWord> found = words(text);
  REQUIRE(found.size() == 3);
  CHECK(found[1].span.in(text) == "amitié");
  CHECK(found[2].span.in(text) == "militante");
}

TEST_CASE("bytes that are no text don't disturb") { CHECK(joined("a\xFF b") == "a b"); }

TEST_CASE("a topic leaves out stop words and the ends of words") {
  const WordList list{"stop-words", {"le", "a", "de", "d'après"}, {}};
  const WordSet stop(&list);
  const std::string a = "Le ministre a rencontré le dirigeant";
  const std::string b = "rencontre de ministres et de dirigeantes";
  const Topic first(a, {0, static_cast<std::uint32_t>(a.size())}, stop);
  const Topic second(b, {0, static_cast<std::uint32_t>(b.size())}, stop);
  CHECK(first.size() == 3);
  CHECK(first.shared_with(second) == 3);
  CHECK(stop.contains("apres"));
  CHECK_FALSE(WordSet(nullptr).contains("le"));
}

TEST_CASE("the difference of two wordings names the words") {
  const WordDifference lost = difference(compared("une atmosphère cordiale débordant d'amitié"),
                                         compared("une atmosphère cordiale débordant d'amitié militante"));
  CHECK(lost.same == 6);
  CHECK(lost.changed == 1);
  REQUIRE(lost.runs.size() == 1);
  CHECK(lost.runs[0].a_size() == 0);
  CHECK(lost.runs[0].b_first == 6);
  CHECK(lost.runs[0].b_last == 7);

  const WordDifference changed =
      difference(compared("nous ne céderons pas"), compared("nous ne plierons pas"));
  REQUIRE(changed.runs.size() == 1);
  CHECK(changed.runs[0].a_size() == 1);
  CHECK(changed.runs[0].b_size() == 1);
  CHECK(changed.same == 3);

  CHECK(difference({}, {}).runs.empty());
  CHECK(difference({}, compared("un deux")).changed == 2);
}

TEST_CASE("a gap stands for any words, and for none") {
  std::vector<ComparedWord> cut = compared("nous irons bout");
  cut.insert(cut.begin() + 2, ComparedWord{"", WordRole::gap, false});
  CHECK(difference(cut, compared("nous irons tous ensemble jusqu'au bout")).changed == 0);
  CHECK(difference(cut, compared("nous irons bout")).changed == 0);
  CHECK(difference(compared("nous irons tous bout"), cut).changed == 0);
  CHECK(difference(cut, compared("nous irons tous")).changed == 0 + 1);
}

TEST_CASE("an overlap leaves the ends of the longer sentence open") {
  const WordOverlap laid = overlap(compared("nous avons manqué de jambes"),
                                   compared("je crois qu'on a manqué de jambes et de chance"));
  CHECK(laid.inner.same == 3);
  CHECK(laid.covers_one());
  REQUIRE(laid.inner.runs.size() == 1);
  CHECK(laid.inner.runs[0].a_size() == 2);
  CHECK(laid.inner.runs[0].b_size() == 2);
  CHECK(laid.front.b_size() == 3);
  CHECK(laid.back.b_size() == 3);
  CHECK_FALSE(overlap(compared("rien sans vous"), compared("sans vous rien")).covers_one());
}

TEST_CASE("elision makes no other word, a letter does") {
  CHECK(difference(compared("c'est possible"), compared("ce est possible")).changed == 0);
  CHECK(difference(compared("la loi"), compared("le loi")).changed == 1);
}
