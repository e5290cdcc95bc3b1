#include "report/printable.h"

#include <doctest/doctest.h>

using namespace selon;

namespace {

/// Line and mark as they are printed, one over the other.
std::string shown(std::string_view text, std::string_view place, std::uint32_t columns = 60) {
  const auto at = static_cast<std::uint32_t>(text.find(place));
  const Excerpt made = excerpt(text, {at, at + static_cast<std::uint32_t>(place.size())}, columns);
  return made.line + "\n" + std::string(made.indent, ' ') + "^" + std::string(made.width - 1, '~');
}

std::uint32_t columns_of(std::string_view line) {
  std::uint32_t columns = 0;
  for (const char c : line) {
    columns += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  }
  return columns;
}

}  // namespace

TEST_CASE("control characters never reach the terminal") {
  CHECK(printable("a\x1b[31mb\x07") == "a\\x1b[31mb\\x07");
  CHECK(printable("a\u202Eb") == "a\\u{202e}b");
  CHECK(printable("a\u0085\u0090b") == "a \\x90b");
  CHECK(printable("a\nb\tc\r\u2028d") == "a b c  d");
  CHECK(printable("a\xFF\xC3") == "a\uFFFD\uFFFD");
  CHECK(printable("été « 10\u202F000 »") == "été « 10\u202F000 »");
}

TEST_CASE("columns: combining characters take none, wide ones two") {
  CHECK(column_width('a') == 1);
  CHECK(column_width(0xE9) == 1);
  CHECK(column_width(0x301) == 0);
  CHECK(column_width(0x200B) == 0);
  CHECK(column_width(0x6F22) == 2);
  CHECK(column_width(0x1F600) == 2);
}

TEST_CASE("a place is marked under its line") {
  CHECK(shown("Un.\nL'agence KXNA dit.\nDeux.", "KXNA") == "L'agence KXNA dit.\n         ^~~~");
  CHECK(shown("été : KXNA", "KXNA") == "été : KXNA\n      ^~~~");
  CHECK(shown("漢字 KXNA", "KXNA") == "漢字 KXNA\n     ^~~~");
  CHECK(shown("e\u0301te\u0301 KXNA", "KXNA") == "e\u0301te\u0301 KXNA\n    ^~~~");
  CHECK(shown("\x1b KXNA", "KXNA") == "\\x1b KXNA\n     ^~~~");
  CHECK(shown("a", "a") == "a\n^");
}

TEST_CASE("a long line is cut around the place") {
  const std::string text =
      "Le début de ce paragraphe est long, et l'agence officielle KXNA l'a écrit ainsi, sans rire.";
  CHECK(shown(text, "KXNA", 50) ==
        "…est long, et l'agence officielle KXNA l'a écrit …\n                                  ^~~~");
  CHECK(columns_of(excerpt(text, {0, static_cast<std::uint32_t>(text.size())}, 40).line) == 40);
}

TEST_CASE("a place over several lines is marked on its first line") {
  CHECK(shown("Il dit « un\ndeux » puis", "« un\ndeux »") == "Il dit « un\n       ^~~~");
  CHECK(shown("fin", "") == "fin\n^");
}

TEST_CASE("an excerpt of any place in any text keeps to its columns") {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    text += i % 7 == 0 ? "漢" : i % 11 == 0 ? "\x1b" : i % 13 == 0 ? "é" : i % 5 == 0 ? " " : "a";
  }
  for (std::uint32_t start = 0; start < text.size(); ++start) {
    if ((static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
      continue;
    }
    const Excerpt made = excerpt(text, {start, static_cast<std::uint32_t>(text.size())}, 50);
    CHECK(made.indent + made.width <= 50);
  }
}

TEST_CASE("CSV: quoted where needed, and never a formula") {
  CHECK(csv_field("KCNA") == "KCNA");
  CHECK(csv_field("") == "");
  CHECK(csv_field("un, deux") == "\"un, deux\"");
  CHECK(csv_field("dit \"oui\"") == "\"dit \"\"oui\"\"\"");
  CHECK(csv_field("un\ndeux") == "\"un\ndeux\"");
  CHECK(csv_field("=HYPERLINK(\"http://x\")") == "\"'=HYPERLINK(\"\"http://x\"\")\"");
  CHECK(csv_field("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_field("+1") == "'+1");
  CHECK(csv_field("-1") == "'-1");
  CHECK(csv_field("\t=1") == "'\t=1");
  CHECK(csv_field("\r=1") == "\"'\r=1\"");
}

TEST_CASE("a text is shortened by columns") {
  CHECK(shortened("été", 3) == "été");
  CHECK(shortened("étés", 3) == "été…");
  CHECK(shortened("漢字", 3) == "漢…");
}
