#include "document/html_names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace selon {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// "boxMostRead" and "box_most-read" as "-box-most-read-".
std::string hyphened(std::string_view token) {
  std::string out = "-";
  char before = '-';
  for (const char c : token.substr(0, 200)) {
    if (!is_word(c)) {
      if (out.back() != '-') {
        out += '-';
      }
    } else {
      if (is_upper(c) && before != '-' && !is_upper(before) && out.back() != '-') {
        out += '-';
      }
      out += is_upper(c) ? static_cast<char>(c + 32) : c;
    }
    before = is_word(c) ? c : '-';
  }
  if (out.back() != '-') {
    out += '-';
  }
  return out;
}

/// An id may be the words of a heading ("comment-garder-le-lien") rather than a name.
bool is_name(const HtmlTree& tree, std::uint32_t i) {
  constexpr std::ptrdiff_t most_separators = 4;
  const auto id = tree.attribute(i, "id").value_or("");
  return tree.heading_level(i) == 0 &&
         std::count_if(id.begin(), id.end(), [](char c) { return c == '-' || c == '_'; }) <= most_separators;
}

}  // namespace

std::string plain_phrase(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 4000))));
  icu::UnicodeString split = U_SUCCESS(status) ? decompose->normalize(source, status) : source;
  split.foldCase();
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    if (u_isalpha(c)) {
      kept.append(c);
    } else if (u_getCombiningClass(c) == 0 && !kept.isEmpty() && kept.char32At(kept.length() - 1) != ' ') {
      kept.append(static_cast<UChar32>(' '));
    }
  }
  std::string out;
  kept.trim().toUTF8String(out);
  return out;
}

NameList::NameList(const WordList* list) {
  if (list == nullptr) {
    return;
  }
  for (std::string_view word : list->words) {
    const bool open = word.ends_with('*');
    std::string part = hyphened(open ? word.substr(0, word.size() - 1) : word);
    if (open) {
      part.pop_back();
    }
    if (part.size() > 1) {
      parts_[static_cast<unsigned char>(part[1])].push_back(std::move(part));
    }
  }
}

bool NameList::matches(std::string_view token) const {
  const std::string name = hyphened(token);
  for (std::size_t at = 0; at + 1 < name.size(); at = name.find('-', at + 1)) {
    const std::string_view rest = std::string_view(name).substr(at);
    const auto& parts = parts_[static_cast<unsigned char>(name[at + 1])];
    if (std::any_of(parts.begin(), parts.end(),
                    [&](const std::string& part) { return rest.starts_with(part); })) {
      return true;
    }
  }
  return false;
}

bool NameList::equals(std::string_view token) const {
  const std::string name = hyphened(token);
  const auto& parts = parts_[name.size() > 1 ? static_cast<unsigned char>(name[1]) : 0];
  return std::find(parts.begin(), parts.end(), name) != parts.end();
}

PhraseList::PhraseList(const WordList* list) {
  if (list == nullptr) {
    return;
  }
  for (const std::string& phrase : list->words) {
    std::string plain = plain_phrase(phrase);
    if (phrase.ends_with('*')) {
      std::string first = plain.substr(0, plain.find(' '));
      starts_.emplace(std::move(first), std::move(plain));
    } else {
      whole_.insert(std::move(plain));
    }
  }
}

bool PhraseList::matches(const std::string& phrase) const {
  if (phrase.empty()) {
    return false;
  }
  if (whole_.contains(phrase)) {
    return true;
  }
  const auto [first, last] = starts_.equal_range(phrase.substr(0, phrase.find(' ')));
  return std::any_of(first, last, [&](const auto& entry) {
    const std::string& start = entry.second;
    return phrase.starts_with(start) && (phrase.size() == start.size() || phrase[start.size()] == ' ');
  });
}

HtmlNames::HtmlNames(const Pack& pack)
    : furniture(pack.list("html-furniture-names")),
      comments(pack.list("html-comment-names")),
      hidden(pack.list("html-hidden-names")),
      label(pack.list("html-label-names")),
      headline(pack.list("html-headline-names")),
      site(pack.list("html-site-names")),
      standfirst(pack.list("html-standfirst-names")),
      byline(pack.list("html-byline-names")),
      date(pack.list("html-date-names")),
      caption(pack.list("html-caption-names")),
      credit(pack.list("html-credit-names")),
      quote(pack.list("html-quote-names")),
      note(pack.list("html-note-names")),
      embed(pack.list("html-embed-names")),
      closing(pack.list("html-closing-phrases")),
      related(pack.list("html-related-phrases")),
      byline_starts(pack.list("html-byline-phrases")),
      furniture_lines(pack.list("html-furniture-phrases")) {}

bool named(const HtmlTree& tree, std::uint32_t i, const NameList& list) {
  for (const char* attribute : {"class", "id", "data-component"}) {
    if (std::string_view(attribute) == "id" && !is_name(tree, i)) {
      continue;
    }
    std::string_view rest = tree.attribute(i, attribute).value_or("").substr(0, 2000);
    while (!rest.empty()) {
      const auto end = std::min(rest.find_first_of(" \t\r\n\f"), rest.size());
      if (end > 0 && list.matches(rest.substr(0, end))) {
        return true;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return false;
}

}  // namespace selon
