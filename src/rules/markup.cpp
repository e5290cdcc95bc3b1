#include "rules/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace selon {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_character(std::uint32_t code) {  // XML's "Char"
  return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code < 0xD800) ||
         (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code <= 0x10FFFF);
}

bool is_entity(std::string_view rest) {  // `rest` begins with "&"
  static constexpr std::array<std::string_view, 5> known{"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
  if (!rest.starts_with("&#")) {
    return std::any_of(known.begin(), known.end(), [&](auto name) { return rest.starts_with(name); });
  }
  const bool hexadecimal = rest.starts_with("&#x");
  std::uint32_t code = 0;
  const char* last = rest.data() + rest.size();
  const auto [end, failure] =
      std::from_chars(rest.data() + (hexadecimal ? 3 : 2), last, code, hexadecimal ? 16 : 10);
  return failure == std::errc() && end != last && *end == ';' && is_character(code);
}

struct Range {
  std::size_t start = 0;
  std::size_t end = 0;
};

/// The comments, or the first mistake in one.
std::optional<MarkupMistake> find_comments(std::string_view xml, std::vector<Range>& comments) {
  constexpr std::string_view open = "<!--";
  for (std::size_t at = xml.find(open); at != npos; at = xml.find(open, at)) {
    const std::size_t dashes = xml.find("--", at + open.size());
    if (dashes != npos && !xml.substr(dashes).starts_with("-->")) {
      return MarkupMistake{dashes, 2, "two hyphens inside a comment",
                           "XML forbids them there: write one, or a dash"};
    }
    const std::size_t end = dashes == npos ? xml.size() : dashes + 3;
    comments.push_back({at, end});
    at = end;
  }
  return std::nullopt;
}

bool in_comment(const std::vector<Range>& comments, std::size_t offset) {
  const auto after =
      std::upper_bound(comments.begin(), comments.end(), offset,
                       [](std::size_t value, const Range& range) { return value < range.start; });
  return after != comments.begin() && offset < (after - 1)->end;
}

}  // namespace

std::optional<MarkupMistake> markup_mistake(std::string_view xml) {
  std::vector<Range> comments;
  if (auto mistake = find_comments(xml, comments)) {
    return mistake;
  }
  for (std::size_t at = xml.find('&'); at != npos; at = xml.find('&', at + 1)) {
    constexpr std::size_t longest = 24;
    const std::string_view rest = xml.substr(at, longest);
    if (!is_entity(rest) && !in_comment(comments, at)) {
      const std::size_t end = std::min(rest.find_first_of("; \t\r\n<\"'", 1), rest.size() - 1);
      return MarkupMistake{at, end + (rest[end] == ';' ? 1 : 0), "an unknown entity",
                           "write &amp; for “&”; a character can be written as itself"};
    }
  }
  for (const std::string_view border : {std::string_view("<![CDATA["), std::string_view("]]>")}) {
    for (std::size_t at = xml.find(border); at != npos; at = xml.find(border, at + 1)) {
      if (!in_comment(comments, at)) {
        return MarkupMistake{at, border.size(), "a border of a CDATA section",
                             "write plain text, with &lt;, &amp; and ]]&gt;"};
      }
    }
  }
  return std::nullopt;
}

}  // namespace selon
