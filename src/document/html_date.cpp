#include "document/html_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "document/html_names.h"

namespace selon {
namespace {

constexpr std::size_t longest_opening = 8000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Up to `most` digits at `at`, which moves behind them; -1 where there are none.
int number_at(std::string_view text, std::size_t& at, int most) {
  int value = -1;
  for (int i = 0; i < most && at < text.size() && is_digit(text[at]); ++i, ++at) {
    value = std::max(value, 0) * 10 + (text[at] - '0');
  }
  return value;
}

std::string iso_day(int year, int month, int day) {
  const bool valid = year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return valid ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : std::string();
}

bool is_iso(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  return text.size() >= form.size() && std::equal(form.begin(), form.end(), text.begin(), [](char f, char c) {
           return f == 'd' ? is_digit(c) : f == c;
         });
}

/// 14/01/2020, 14.01.2020
std::string numeric_date(std::string_view text, std::size_t at) {
  const int day = number_at(text, at, 2);
  if (at >= text.size() || (text[at] != '/' && text[at] != '.' && text[at] != '-')) {
    return {};
  }
  const char separator = text[at++];
  const int month = number_at(text, at, 2);
  if (at >= text.size() || text[at] != separator) {
    return {};
  }
  const int year = number_at(text, ++at, 4);
  return at < text.size() && is_digit(text[at]) ? std::string() : iso_day(year, month, day);
}

/// 19 février 2020, 1er mars 2021, 2 déc. 2017: `rest` begins after the day's digits.
std::string worded_date(int day, std::string_view rest, const std::vector<std::string>& months) {
  const std::size_t year_at = rest.find_first_of("0123456789");
  if (year_at == std::string_view::npos || year_at > 24) {
    return {};
  }
  std::string words = plain_phrase(rest.substr(0, year_at));
  const auto ordinal = words.find(' ');
  const std::string last = ordinal != std::string::npos && ordinal <= 2 ? words.substr(ordinal + 1) : words;
  for (std::size_t m = 0; m < months.size(); ++m) {
    if (last.size() >= 3 && months[m].starts_with(last)) {
      std::size_t at = year_at;
      return iso_day(number_at(rest, at, 4), static_cast<int>(m) + 1, day);
    }
  }
  return {};
}

std::string date_in(std::string_view text, const std::vector<std::string>& months) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) {
      continue;
    }
    if (std::string date = numeric_date(text, i); !date.empty()) {
      return date;
    }
    std::size_t after = i;
    const int day = number_at(text, after, 2);
    if (after < text.size() && is_digit(text[after])) {
      continue;
    }
    if (std::string date = worded_date(day, text.substr(after), months); !date.empty()) {
      return date;
    }
  }
  return {};
}

/// The value of <time datetime> or of a content attribute.
std::string attribute_date(const HtmlTree& tree, std::uint32_t i) {
  for (const char* name : {"datetime", "content"}) {
    const auto value = tree.attribute(i, name).value_or("").substr(0, 40);
    if (is_iso(value)) {
      return std::string(value);
    }
    if (std::string date = numeric_date(value, 0); !date.empty()) {
      return date;
    }
  }
  return {};
}

/// The text of nodes [start, end), one space between two nodes.
std::string text_between(const HtmlTree& tree, std::uint32_t start, std::uint32_t end) {
  std::string out;
  for (std::uint32_t i = start; i < end && out.size() < longest_opening;) {
    if (tree.is_any(i,
                    {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HEAD, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV})) {
      i = tree[i].end;
      continue;
    }
    if (tree[i].text) {
      out += std::string_view(tree[i].gumbo->v.text.text).substr(0, longest_opening);
      out += ' ';
    }
    ++i;
  }
  return out;
}

}  // namespace

std::string find_date(const HtmlTree& tree, const PageArticle& article, const Pack& pack) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree.has_word(i, "itemprop", "datePublished")) {
      if (std::string date = attribute_date(tree, i); !date.empty()) {
        return date;
      }
    }
  }
  std::uint32_t body = tree[article.root].end;
  for (const ArticleBlock& block : article.blocks) {
    // A short paragraph may be the date itself.
    const auto size = tree.raw_text(block.pieces.front(), 200).size();
    const bool text = block.kind == BlockKind::paragraph && (size > 60 || block.pieces.size() > 1);
    if (text || block.kind == BlockKind::subheading || block.kind == BlockKind::list) {
      body = block.pieces.front();
      break;
    }
  }
  for (std::uint32_t i = article.root; i < body; ++i) {
    if (tree.is(i, GUMBO_TAG_TIME)) {
      if (std::string date = attribute_date(tree, i); !date.empty()) {
        return date;
      }
    }
  }
  std::vector<std::string> months;
  if (const WordList* list = pack.list("months"); list != nullptr && list->words.size() == 12) {
    std::transform(list->words.begin(), list->words.end(), std::back_inserter(months), plain_phrase);
  }
  return date_in(text_between(tree, article.root, body), months);
}

}  // namespace selon
