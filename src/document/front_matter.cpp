#include "document/front_matter.h"

#include <array>
#include <vector>

#include "document/characters.h"

namespace selon {

namespace {

std::string_view trim(std::string_view text) {
  return trimmed(text, {0, static_cast<std::uint32_t>(text.size())}).in(text);
}

/// Takes the first line, its end included, off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::string unquoted(std::string_view value) {
  value = trim(value);
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  if (!quoted) return std::string(trim(value.substr(0, value.find(" #"))));
  const char mark = value.front();
  std::string out;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    const bool escaped = i + 2 < value.size() && ((mark == '"' && value[i] == '\\') ||
                                                  (mark == '\'' && value[i] == '\'' && value[i + 1] == '\''));
    if (escaped) ++i;
    out.push_back(value[i]);
  }
  return out;
}

std::vector<std::string> values_of(std::string_view value) {
  value = trim(value);
  if (value.empty()) return {};
  if (value.front() != '[' || value.back() != ']') return {unquoted(value)};
  std::vector<std::string> out;
  value = value.substr(1, value.size() - 2);
  while (!value.empty()) {
    const std::size_t comma = value.find(',');
    if (std::string item = unquoted(value.substr(0, comma)); !item.empty()) out.push_back(std::move(item));
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
  return out;
}

void add(FrontMatter& matter, std::string_view key, const std::string& value) {
  Metadata& metadata = matter.metadata;
  const auto is = [key](auto... names) { return ((key == names) || ...); };
  if (is("title", "headline")) {
    matter.title = value;
  } else if (is("date", "published", "datePublished", "pubDate")) {
    metadata.published = value;
  } else if (is("modified", "updated", "lastmod", "dateModified")) {
    metadata.modified = value;
  } else if (is("lang", "language", "locale")) {
    metadata.lang = value.substr(0, value.find_first_of("-_"));
  } else if (is("author", "authors", "byline")) {
    metadata.authors.push_back(value);
  } else if (is("canonical", "canonical_url", "canonicalURL", "url", "source_url")) {
    metadata.canonical_url = value;
  } else if (is("publisher", "publication")) {
    metadata.publisher = value;
  }
}

bool is_fence(std::string_view line) {
  line = trim(line);
  return line == "---" || line == "...";
}

}  // namespace

FrontMatter read_front_matter(std::string_view markdown) {
  constexpr std::size_t longest = 64 * 1024;
  std::string_view rest = markdown.substr(0, longest);
  if (!rest.starts_with("---") || trim(take_line(rest)) != "---") return {};
  FrontMatter matter;
  std::string_view key;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (is_fence(line)) {
      matter.size = static_cast<std::uint32_t>(std::min(markdown.size(), longest) - rest.size());
      return matter;
    }
    const std::string_view item = trim(line);
    if (item.empty() || item.starts_with('#')) continue;
    if (item.starts_with("- ") && !key.empty()) {
      add(matter, key, unquoted(item.substr(2)));
      continue;
    }
    // What is no "key: value" shows that the first line was a rule, not front matter.
    const std::size_t colon = item.find(':');
    if (colon == std::string_view::npos) {
      if (line.starts_with(' ')) continue;
      return {};
    }
    if (line.starts_with(' ') || line.starts_with('\t')) continue;  // part of a nested value
    key = trim(item.substr(0, colon));
    if (key.find(' ') != std::string_view::npos) return {};
    for (const std::string& value : values_of(item.substr(colon + 1))) add(matter, key, value);
  }
  return {};
}

}  // namespace selon
