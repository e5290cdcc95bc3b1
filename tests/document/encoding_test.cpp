#include "document/encoding.h"

#include <doctest/doctest.h>

#include <string>

using namespace selon;
using namespace std::string_literals;

namespace {

std::string decoded(std::string bytes, std::string_view declared = "") {
  auto text = to_utf8(std::move(bytes), declared, "essai.txt");
  return text ? *text : "ERROR " + to_string(text.error());
}

/// UTF-16 of characters up to U+FFFF.
std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

}  // namespace

TEST_CASE("UTF-8 with and without byte order mark") {
  CHECK(decoded("Élysée") == "Élysée");
  CHECK(decoded("\xEF\xBB\xBFÉlysée") == "Élysée");
  CHECK(decoded("") == "");
}

TEST_CASE("UTF-16 with a mark and without") {
  const std::u16string text = u"« L’été à Nîmes », dit-elle.";
  const std::string expected = "« L’été à Nîmes », dit-elle.";
  CHECK(decoded("\xFF\xFE" + utf16(text, false)) == expected);
  CHECK(decoded("\xFE\xFF" + utf16(text, true)) == expected);
  CHECK(decoded(utf16(u"Le maire a dit non.", false)) == "Le maire a dit non.");
  CHECK(decoded(utf16(u"Le maire a dit non.", true)) == "Le maire a dit non.");
  CHECK(decoded("\xFF\xFE" + utf16(u"\xD83D\xDE00", false)) == "😀");
}

TEST_CASE("broken UTF-16 tells where") {
  CHECK(decoded("\xFF\xFE" + utf16(u"ab", false) + "c") ==
        "ERROR essai.txt:1:3: the UTF-16 text ends in the middle of a character; save the file as UTF-8 and "
        "try "
        "again");
  CHECK(
      decoded("\xFF\xFE" + utf16(u"a\n\xD83D!", false)) ==
      "ERROR essai.txt:2:1: half a character in UTF-16 text: “0xD83D”; save the file as UTF-8 and try again");
}

TEST_CASE("single-byte encodings of French are told from the text") {
  CHECK(decoded("L\x92\xE9t\xE9 \xE0 N\xEEmes, \x93 dit-il \x94 \x80") == "L’été à Nîmes, “ dit-il ” €");
  CHECK(decoded("Les \xE9lus \xE0 la t\xEA"
                "te du conseil") == "Les élus à la tête du conseil");
  // œ tells ISO-8859-15 from ISO-8859-1, where it would be one half.
  CHECK(decoded("La s\xBDur de l'\xE9lu") == "La sœur de l'élu");
}

TEST_CASE("what the file declares comes before detection") {
  CHECK(decoded("10 \xA4", "iso-8859-15") == "10 €");
  CHECK(decoded("10 \xA4", "ISO-8859-1") == "10 ¤");
  CHECK(decoded("\x80 50", "latin1") == "€ 50");
  CHECK(decoded("\x8E\x74\x8E", "macintosh") == "été");
  CHECK(decoded("été", "iso-8859-1") == "été");  // valid UTF-8 is UTF-8, whatever it says
}

TEST_CASE("another alphabet is left to detection") {
  const std::string cyrillic =
      "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xE7\xE0\xFF\xE2\xE8\xEB, \xF7\xF2\xEE \xE2\xF1\xE5 "
      "\xE3\xEE\xF2\xEE\xE2\xEE \xE8 \xF7\xF2\xEE \xED\xE8\xF7\xE5\xE3\xEE \xED\xE5 "
      "\xE8\xE7\xEC\xE5\xED\xE8\xF2\xF1\xFF";
  CHECK(decoded(cyrillic).starts_with("Президент заявил"));
}

TEST_CASE("damaged UTF-8 is an error at its place, not a text with wrong letters") {
  CHECK(decoded("Été à Nîmes.\nLe préfet \xE9tait là, élu, réélu.") ==
        "ERROR essai.txt:2:11: this is not valid UTF-8, nor an encoding that can be told: “byte 0xE9”; "
        "save the file as UTF-8 and try again");
  CHECK(decoded("\xEF\xBB\xBF"
                "caf\xE9")
            .find("essai.txt:1:4") != std::string::npos);
}

TEST_CASE("the first invalid byte") {
  CHECK(first_invalid_utf8("été") == "été"s.size());
  CHECK(first_invalid_utf8("a\xC0\x80") == 1);            // overlong
  CHECK(first_invalid_utf8("ab\xED\xA0\x80") == 2);       // a surrogate
  CHECK(first_invalid_utf8("abc\xF4\x90\x80\x80") == 3);  // beyond U+10FFFF
  CHECK(first_invalid_utf8("abc\xC3") == 3);              // cut off
}

TEST_CASE("the charset that a page declares") {
  CHECK(declared_charset("<!DOCTYPE html><html><head><meta charset=\"ISO-8859-15\">") == "iso-8859-15");
  CHECK(declared_charset("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1252'>") ==
        "windows-1252");
  CHECK(declared_charset("<meta name=viewport content=x><meta charset=utf-8 />") == "utf-8");
  CHECK(declared_charset("<?xml version=\"1.0\" encoding='ISO-8859-1'?><html>") == "iso-8859-1");
  CHECK(declared_charset("<html><body>charset=rien") == "");
  CHECK(declared_charset("<meta charset=") == "");
}
