#include "verify/name_scout.h"

#include <algorithm>

#include "verify/loose_words.h"

namespace selon {

namespace {

/// As far as the analysis around a place reads (speaker_finder.cpp).
constexpr std::uint32_t before_place = 1800;
constexpr std::uint32_t behind_place = 4 * 900;
constexpr std::uint32_t head_bytes = 32 * 1024;

/// [from, to) of the text, its ends moved out of the middle of characters.
std::string_view stretch(std::string_view text, std::size_t from, std::size_t to) {
  const auto inside = [&](std::size_t at) {
    return at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  to = std::min(to, text.size());
  while (inside(from)) --from;
  while (inside(to)) ++to;
  return text.substr(from, to - from);
}

}  // namespace

NameScout::NameScout(const SourceTexts& sources, const std::vector<SpeakerName>& speakers)
    : sources_(&sources) {
  for (const SpeakerName& speaker : speakers) {
    has_role_only_ |= speaker.names.empty() && !speaker.empty();
    for (const std::string& name : speaker.names) {
      for (const LooseWord& word : loose_words(name, {0, static_cast<std::uint32_t>(name.size())})) {
        names_.insert(word.hash);
      }
    }
  }
}

bool NameScout::is_named(std::string_view text) const {
  LooseScanner scanner(text, {0, static_cast<std::uint32_t>(text.size())});
  for (LooseWord word; scanner.next(word);) {
    if (names_.contains(word.hash)) return true;
  }
  return false;
}

bool NameScout::may_speak(const Passage& place) {
  if (has_role_only_) return true;
  if (names_.empty()) return false;
  const std::string_view text = (*sources_)[place.source].text;
  const auto [head, is_new] = heads_.try_emplace(place.source);
  if (is_new) head->second = is_named(stretch(text, 0, head_bytes));
  return head->second ||
         is_named(stretch(text, place.span.start > before_place ? place.span.start - before_place : 0,
                          std::size_t{place.span.end} + behind_place));
}

}  // namespace selon
