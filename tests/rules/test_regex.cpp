#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "rules/regex.h"

using namespace selon;

namespace {

Regex compiled(std::string_view pattern, RegexOptions options = {}) {
  auto regex = Regex::compile(pattern, options);
  REQUIRE_MESSAGE(regex, regex.error().what);
  return std::move(*regex);
}

std::string text_of(const RegexMatch& match, int group, std::string_view subject) {
  const auto range = match.group(group);
  return range ? std::string(subject.substr(range->first, range->second - range->first)) : "(none)";
}

}  // namespace

TEST_CASE("a regex finds the first match from an offset, with its groups") {
  const Regex regex = compiled("(?<day>\\d+) (?<month>juillet|août)( (?<year>\\d{4}))?");
  const std::string subject = "du 27 juillet au 2 août 2023";
  RegexMatch match;
  REQUIRE(regex.match(subject, 0, match));
  CHECK(match.outcome() == MatchOutcome::matched);
  CHECK(match.group(0) == RegexMatch::Range{3, 13});
  CHECK(text_of(match, regex.group_index("month"), subject) == "juillet");
  CHECK(text_of(match, regex.group_index("year"), subject) == "(none)");
  REQUIRE(regex.match(subject, 13, match));
  CHECK(text_of(match, regex.group_index("day"), subject) == "2");
  CHECK(text_of(match, regex.group_index("year"), subject) == "2023");
  CHECK_FALSE(regex.match(subject, 20, match));
  CHECK(match.outcome() == MatchOutcome::no_match);
  CHECK_FALSE(match.group(0));
}

TEST_CASE("groups that there aren't are no groups") {
  const Regex regex = compiled("(a)|(b)");
  RegexMatch match;
  CHECK_FALSE(match.group(0));
  REQUIRE(regex.match("b", 0, match));
  CHECK_FALSE(match.group(1));
  CHECK(match.group(2));
  CHECK_FALSE(match.group(3));
  CHECK_FALSE(match.group(-1));
  CHECK(regex.group_index("cue") == -1);
  CHECK(regex.group_indices("cue").empty());
}

TEST_CASE("a group name may stand in several branches") {
  const Regex regex = compiled("(?<cue>a)x|(?<cue>b)y", {.duplicate_names = true});
  const auto cues = regex.group_indices("cue");
  CHECK(cues == std::vector<int>{1, 2});
  CHECK(regex.group_names() == std::vector<std::string>{"cue"});
  RegexMatch match;
  REQUIRE(regex.match("by", 0, match));
  CHECK(match.first_of(cues) == RegexMatch::Range{0, 1});
  CHECK_FALSE(Regex::compile("(?<cue>a)x|(?<cue>b)y"));
}

TEST_CASE("an anchored match begins where it is asked to") {
  const Regex regex = compiled("b");
  RegexMatch match;
  CHECK_FALSE(regex.match("ab", 0, match, PCRE2_ANCHORED));
  CHECK(regex.match("ab", 1, match, PCRE2_ANCHORED));
  CHECK(regex.match("ab", 0, match));
}

TEST_CASE("a lookbehind sees what stands before the offset") {
  const Regex regex = compiled("(?<=a)b");
  RegexMatch match;
  CHECK(regex.match("ab", 1, match));
}

TEST_CASE("UTF: accents are letters, and upper case is lower case") {
  const Regex regex = compiled("\\bÉtats?\\b", {.utf = true, .caseless = true, .ucp = true});
  RegexMatch match;
  const std::string subject = "d’un été, l’état";
  REQUIRE(regex.match(subject, 0, match));
  CHECK(text_of(match, 0, subject) == "état");
  CHECK_FALSE(regex.match("pétat", 0, match));
}

TEST_CASE("bytes: the dot takes every byte, the line feed too") {
  const Regex regex = compiled("\\A\\x0A.\\z", {.dot_all = true});
  RegexMatch match;
  CHECK(regex.match("\n\n", 0, match));
  CHECK(regex.match("\n\xC8", 0, match));
  CHECK_FALSE(regex.match("\n", 0, match));
}

TEST_CASE("a mistake is told with its offset in the pattern") {
  const auto regex = Regex::compile("ab(c");
  REQUIRE_FALSE(regex);
  CHECK(regex.error().offset == 4);
  CHECK(regex.error().what == "missing closing parenthesis");
  CHECK_FALSE(Regex::compile("\xFF", {.utf = true}));
  CHECK_FALSE(Regex::compile("a\\Cb", {.utf = true}));
  CHECK(Regex::compile(std::string(Regex::max_pattern + 1, 'a')).error().what == "the pattern is too long");
}

TEST_CASE("a pattern that explodes stops at its limit, which is not a failed match") {
  const std::string subject(200, 'a');
  for (const bool jit : {false, true}) {
    const Regex regex = compiled("(a+)+b", {.jit = jit});
    RegexMatch match(RegexLimits{.steps = 10'000});
    CHECK_FALSE(regex.match(subject + "!", 0, match));
    // PCRE2 looks for the "b" first: with one, it has to try.
    CHECK_FALSE(regex.match(subject + "!b", 0, match, PCRE2_ANCHORED));
    CHECK(match.outcome() == MatchOutcome::limit);
    CHECK_FALSE(match.group(0));
  }
}

TEST_CASE("machine code gives the same matches") {
  const std::string subject = "« Nous partons », a dit Jeanne Valmont, « demain ».";
  const std::string pattern = "«\\s(?<content>[^«»]+)\\s»";
  RegexMatch match;
  for (const bool jit : {false, true}) {
    const Regex regex = compiled(pattern, {.utf = true, .ucp = true, .jit = jit});
    std::vector<std::string> found;
    for (std::size_t from = 0; regex.match(subject, from, match); from = match.group(0)->second) {
      found.push_back(text_of(match, regex.group_index("content"), subject));
    }
    CHECK(found == std::vector<std::string>{"Nous partons", "demain"});
  }
}

TEST_CASE("one match object serves patterns with few and with many groups") {
  const Regex small = compiled("a");
  std::string many;
  for (int i = 0; i < 60; ++i) {
    many += "(a)";
  }
  const Regex large = compiled(many);
  const std::string subject(60, 'a');
  RegexMatch match;
  CHECK(small.match(subject, 0, match));
  CHECK(large.match(subject, 0, match));
  CHECK(match.group(60) == RegexMatch::Range{59, 60});
  CHECK(small.match(subject, 0, match));
  CHECK_FALSE(match.group(60));
  RegexMatch moved = std::move(match);
  CHECK(moved.group(0) == RegexMatch::Range{0, 1});
}

TEST_CASE("empty patterns and subjects, and offsets past the end") {
  const Regex regex = compiled("");
  RegexMatch match;
  CHECK(regex.match("", 0, match));
  CHECK(regex.match(std::string_view(), 0, match));
  CHECK_FALSE(regex.match("a", 2, match));
  CHECK_FALSE(match.group(0));
}
