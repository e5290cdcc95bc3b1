#include "document/raw_markup.h"

#include <algorithm>
#include <array>

namespace selon {

namespace {

/// Elements that stand within a line; any other tag ends a block.
constexpr std::array<std::string_view, 24> inline_elements = {
    "a",   "abbr", "acronym", "b", "bdi",   "cite", "code",   "del", "dfn", "em",   "font", "i",
    "ins", "kbd",  "mark",    "q", "small", "span", "strong", "sub", "sup", "time", "u",    "wbr"};
constexpr std::array<std::string_view, 4> unseen_elements = {"script", "style", "template", "noscript"};

std::string element_name(std::string_view tag) {
  std::string name;
  for (const char c : tag.substr(0, 16)) {
    if (c >= 'A' && c <= 'Z') {
      name.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      name.push_back(c);
    } else {
      break;
    }
  }
  return name;
}

template <class Names>
bool is_among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The length of the character reference at the start of `text`, or 0.
std::size_t entity_size(std::string_view text) {
  const std::size_t end = text.substr(0, 40).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#';
  });
  return plain ? end + 1 : 0;
}

}  // namespace

void RawMarkup::open_tag(std::string_view from, RawMarkupSink& sink) {
  const bool closes = from.size() > 1 && from[1] == '/';
  const std::string name = element_name(from.substr(closes ? 2 : 1));
  state_ = State::tag;
  if (name.empty() || is_among(inline_elements, name)) return;
  sink.markup_break();
  if (name == "figcaption" && !closes) sink.markup_caption();
  if (!closes && is_among(unseen_elements, name)) {
    state_ = State::unseen;
    unseen_end_ = "</" + name;
  }
}

std::size_t RawMarkup::feed_text(std::string_view chunk, std::size_t at, RawMarkupSink& sink) {
  const std::size_t end = std::min(chunk.find_first_of("<&", at), chunk.size());
  if (end > at) sink.markup_text(chunk.substr(at, end - at));
  if (end == chunk.size()) return end;
  const std::string_view rest = chunk.substr(end);
  if (rest.front() == '&') {
    const std::size_t size = entity_size(rest);
    if (size > 0) {
      sink.markup_entity(rest.substr(0, size));
    } else {
      sink.markup_text(rest.substr(0, 1));
    }
    return end + std::max<std::size_t>(size, 1);
  }
  if (rest.starts_with("<!--")) {
    state_ = State::comment;
    return end + 4;
  }
  const char next = rest.size() > 1 ? rest[1] : ' ';
  const bool tag = next == '/' || next == '!' || next == '?' || !element_name(rest.substr(1)).empty();
  if (tag) {
    open_tag(rest, sink);
  } else {
    sink.markup_text(rest.substr(0, 1));
  }
  return end + 1;
}

void RawMarkup::feed(std::string_view chunk, RawMarkupSink& sink) {
  std::size_t at = 0;
  const auto skip_past = [&](std::string_view end) {
    const std::size_t found = chunk.find(end, at);
    if (found == std::string_view::npos) return chunk.size();
    state_ = State::text;
    return found + end.size();
  };
  while (at < chunk.size()) {
    switch (state_) {
      case State::text:
        at = feed_text(chunk, at, sink);
        break;
      case State::tag:
        at = skip_past(">");
        break;
      case State::comment:
        at = skip_past("-->");
        break;
      case State::unseen:
        at = skip_past(unseen_end_);
        if (state_ == State::text) state_ = State::tag;
        break;
    }
  }
}

}  // namespace selon
