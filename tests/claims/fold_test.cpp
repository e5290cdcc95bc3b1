#include "claims/fold.h"

#include <doctest/doctest.h>

using namespace selon;

TEST_CASE("a name is looked up without accents, case, ligatures and punctuation") {
  CHECK(fold_name("L'Élysée") == "l elysee");
  CHECK(fold_name("l’elysee") == "l elysee");
  CHECK(fold_name("Sœur Cœlia  Læticia") == "soeur coelia laeticia");
  CHECK(fold_name("  « Ouest-Bocage » ") == "ouest bocage");
  CHECK(fold_name("E\xCC\x81lodie") == "elodie");  // decomposed accent
  CHECK(fold_name("Straße") == "strasse");
  CHECK(fold_name("…").empty());
  CHECK(fold_name("").empty());
}

TEST_CASE("words are found whole and side by side") {
  CHECK(has_words("agence france presse", "france presse"));
  CHECK(has_words("agence france presse", "agence"));
  CHECK(has_words("apafp afp", "afp"));
  CHECK_FALSE(has_words("agence france presse", "fran"));
  CHECK_FALSE(has_words("agence france presse", "agence presse"));
  CHECK_FALSE(has_words("agence", ""));
}

TEST_CASE("what is asked becomes words and phrases, and nothing of it an operator") {
  CHECK(*full_text_expression("missiles mer") == "\"missiles\" AND \"mer\"");
  CHECK(*full_text_expression("\"mer du Japon\" tirs") == "\"mer du Japon\" AND \"tirs\"");
  CHECK(*full_text_expression("« mer du Japon »") == "\" mer du Japon \"");
  CHECK(*full_text_expression("cœur") == "\"coeur\"");
  CHECK(*full_text_expression("missil*") == "\"missil\"*");
  CHECK(*full_text_expression("a OR b NOT (c)") == "\"a\" AND \"OR\" AND \"b\" AND \"NOT\" AND \"(c)\"");
  CHECK(*full_text_expression("content:x") == "\"content:x\"");
  CHECK(*full_text_expression("jamais\"fermé") == "\"jamais\" AND \"fermé\"");
  CHECK_FALSE(full_text_expression("« … » - ?"));
  CHECK_FALSE(full_text_expression("***"));
  CHECK_FALSE(full_text_expression(""));
}
