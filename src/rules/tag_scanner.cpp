#include "rules/tag_scanner.h"

#include <algorithm>
#include <array>
#include <utility>

namespace selon {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::size_t TagScanner::name_size(std::size_t from) const {
  std::size_t end = from;
  while (end < text_.size() && (is_upper(text_[end]) || is_digit(text_[end]) || text_[end] == '_')) {
    ++end;
  }
  return end > from && is_upper(text_[from]) ? end - from : 0;
}

std::size_t TagScanner::character_size(std::size_t at) const {
  std::size_t end = at + 1;
  while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) {
    ++end;
  }
  return end - at;
}

TagPart TagScanner::part(TagPartKind kind, std::size_t size) {
  const TagPart out{kind, text_.substr(at_, size), at_, {}};
  at_ += size;
  after_opening_ = false;
  return out;
}

TagPart TagScanner::mistake(std::size_t size, std::string_view what) {
  TagPart out = part(TagPartKind::mistake, size);
  out.what = what;
  return out;
}

TagPart TagScanner::name() {
  const std::size_t size = name_size(at_);
  const std::string_view text = text_.substr(at_, size);
  if (text == "START") {
    return part(TagPartKind::start, size);
  }
  return part(text == "END" ? TagPartKind::end : TagPartKind::tag, size);
}

TagPart TagScanner::reference(TagPartKind kind, std::string_view what) {
  const std::size_t size = name_size(at_ + 1);
  if (size == 0) {
    return mistake(1, what);
  }
  TagPart out = part(kind, size + 1);
  out.text.remove_prefix(1);
  return out;
}

TagPart TagScanner::opening() {
  static constexpr std::array<std::string_view, 6> prefixes{"(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>"};
  const std::string_view rest = text_.substr(at_);
  for (const std::string_view prefix : prefixes) {
    if (rest.starts_with(prefix)) {
      TagPart out = part(TagPartKind::syntax, prefix.size());
      after_opening_ = true;
      return out;
    }
  }
  std::size_t size = 1;
  if (rest.starts_with("(?<")) {
    size = 3;
    while (size < rest.size() &&
           (is_lower(rest[size]) || (size > 3 && (is_digit(rest[size]) || rest[size] == '_')))) {
      ++size;
    }
    if (size == 3 || size > 3 + 32 || size == rest.size() || rest[size] != '>') {
      return mistake(size, "a group's name is lower-case letters, digits and “_”, followed by “>”");
    }
    ++size;
  } else if (rest.starts_with("(?") || rest.starts_with("(*")) {
    return mistake(2, "this kind of group has no meaning in a tag expression");
  }
  TagPart out = part(TagPartKind::syntax, size);
  after_opening_ = true;
  return out;
}

// source( … ) is a named group; before( after( not_before( not_after( look around.
TagPart TagScanner::worded_opening() {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> looks{
      {{"before", "(?="}, {"not_before", "(?!"}, {"after", "(?<="}, {"not_after", "(?<!"}}};
  std::size_t size = 0;
  const std::string_view rest = text_.substr(at_);
  while (size < rest.size() && (is_lower(rest[size]) || is_digit(rest[size]) || rest[size] == '_')) {
    ++size;
  }
  if (size > 32 || size == rest.size() || rest[size] != '(') {
    return mistake(size, "a group's name is lower-case letters, digits and “_”, followed by “(”");
  }
  const std::string_view word = rest.substr(0, size);
  TagPart out = part(TagPartKind::group, size + 1);
  out.text = word;
  for (const auto& [name, syntax] : looks) {
    if (name == word) {
      out.kind = TagPartKind::syntax;
      out.text = syntax;
    }
  }
  after_opening_ = true;
  return out;
}

TagPart TagScanner::counted() {
  std::size_t end = at_ + 1;
  const auto digits = [&] {
    const std::size_t from = end;
    while (end < text_.size() && is_digit(text_[end])) {
      ++end;
    }
    return end > from;
  };
  bool good = digits();
  if (end < text_.size() && text_[end] == ',') {
    ++end;
    digits();
  }
  good = good && end < text_.size() && text_[end] == '}';
  if (!good) {  // one mistake, not one for each sign of it
    end = std::min(text_.find_first_not_of("0123456789, ", at_ + 1), text_.size());
    end -= end == text_.size() || text_[end] != '}' ? 1 : 0;
    return mistake(end + 1 - at_, "a count is written {2}, {2,} or {2,5}");
  }
  return part(TagPartKind::syntax, end + 1 - at_);
}

TagPart TagScanner::quantifier() {
  if (after_opening_) {
    return mistake(1, "there is nothing before it to repeat");
  }
  return text_[at_] == '{' ? counted() : part(TagPartKind::syntax, 1);
}

TagPart TagScanner::next() {
  while (at_ < text_.size() && is_space(text_[at_])) {
    ++at_;
  }
  if (at_ >= text_.size()) {
    return {TagPartKind::end_of_input, {}, text_.size(), {}};
  }
  switch (text_[at_]) {
    case '(':
      return opening();
    case ')':
      return part(TagPartKind::syntax, 1);
    case '|': {
      TagPart out = part(TagPartKind::syntax, 1);
      after_opening_ = true;
      return out;
    }
    case '?':
    case '*':
    case '+':
    case '{':
      return quantifier();
    case '[':
      return part(TagPartKind::class_open, text_.substr(at_).starts_with("[^") ? 2 : 1);
    case ']':
      return part(TagPartKind::class_close, 1);
    case '.':
      return part(TagPartKind::any, 1);
    case '@':
      return reference(TagPartKind::set, "the name of a set in upper case follows “@”");
    case '$':
      return reference(TagPartKind::macro, "the name of a macro in upper case follows “$”");
    default:
      if (is_lower(text_[at_])) {
        return worded_opening();
      }
      return is_upper(text_[at_]) ? name() : mistake(character_size(at_), "no part of a tag expression");
  }
}

}  // namespace selon
