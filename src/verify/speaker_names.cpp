#include "verify/speaker_names.h"

#include <algorithm>

#include "verify/loose_words.h"

namespace selon {

namespace {

constexpr std::size_t role_stem = 5;
constexpr std::size_t shortest_complement = 4;

bool all_capitals(const TextUnit& unit) {
  return unit.key.size() > 1 &&
         unit.key.substr(1).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
}

bool is_initial(std::string_view name) { return name.size() == 1; }

/// First names that can be one: the same, or one the initial of the other.
bool compatible_first(const std::string& a, const std::string& b) {
  return a == b || (is_initial(a) && b.starts_with(a)) || (is_initial(b) && a.starts_with(b));
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

SameSpeaker compare_names(const SpeakerName& a, const SpeakerName& b) {
  if ((a.woman && b.man) || (a.man && b.woman)) return SameSpeaker::no;
  const bool shares = contains(b.names, a.names.back()) || contains(a.names, b.names.back());
  if (!shares) return SameSpeaker::no;
  if (a.names.size() < 2 || b.names.size() < 2) return SameSpeaker::yes;
  // Compound names may be written in part: "Jean-Pierre Le Goff", "Jean Le Goff" are two people.
  return compatible_first(a.names.front(), b.names.front()) || contains(b.names, a.names.front()) ||
                 contains(a.names, b.names.front())
             ? SameSpeaker::yes
             : SameSpeaker::no;
}

SameSpeaker compare_roles(const SpeakerName& a, const SpeakerName& b) {
  const auto& few = a.roles.size() <= b.roles.size() ? a.roles : b.roles;
  const auto& many = a.roles.size() <= b.roles.size() ? b.roles : a.roles;
  const auto known = [&](const std::string& word) {
    return std::ranges::any_of(many, [&](const std::string& other) { return same_role_noun(word, other); });
  };
  // "le maire" is none of "adjointe au maire".
  const bool heads =
      a.heads.empty() || b.heads.empty() || std::ranges::any_of(a.heads, [&](const std::string& head) {
        return std::ranges::any_of(b.heads,
                                   [&](const std::string& other) { return same_role_noun(head, other); });
      });
  return heads && std::ranges::all_of(few, known) ? SameSpeaker::yes : SameSpeaker::no;
}

}  // namespace

bool same_role_noun(std::string_view a, std::string_view b) {
  const std::size_t length = std::min({a.size(), b.size(), role_stem});
  return a == b || (length >= shortest_complement && a.substr(0, length) == b.substr(0, length));
}

SpeakerReader::SpeakerReader(const Pack& pack)
    : titles_(pack.list("titles")),
      masculine_(pack.list("masculine-forms")),
      feminine_(pack.list("feminine-forms")),
      roles_(pack.list("person-nouns")),
      particles_(pack.list("name-particles")),
      articles_(pack.list("definite-articles")),
      contracted_(pack.list("contracted-articles")),
      indefinite_(pack.list("indefinite-determiners")),
      unnamed_(pack.list("verify-unnamed-speakers")),
      stage_(pack.list("verify-stage-words")),
      interview_(pack.list("verify-interview-marks")),
      answers_with_(pack.list("verify-interviewee-marks")),
      asked_by_(pack.list("verify-interviewer-marks")),
      questions_(pack.list("verify-question-labels")),
      answers_(pack.list("verify-answer-labels")) {}

bool SpeakerReader::is_particle(const TextUnit& unit) const {
  return particles_.contains(unit) || articles_.contains(unit) || contracted_.contains(unit);
}

SpeakerName SpeakerReader::read(std::string_view text) const {
  SpeakerName made;
  made.shown = std::string(text);
  const std::vector<TextUnit> units = units_of(text, {0, static_cast<std::uint32_t>(text.size())});
  bool in_role = false;
  bool linked = false;  // a particle stands right before
  bool first = true;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const TextUnit& unit = units[i];
    if (!unit.is_word()) {
      in_role = in_role && (unit.is("'") || unit.is("-"));
      continue;
    }
    const std::string folded_word = loose_text(unit.key);
    if (titles_.contains(unit)) {
      made.woman |= feminine_.contains(unit);
      made.man |= masculine_.contains(unit);
    } else if (first && (indefinite_.contains(unit) || unnamed_.contains(unit))) {
      made.plural_or_vague = true;
    } else if (is_particle(unit) && (!is_capital(unit) || all_capitals(unit) || first)) {
      linked = true;
      first = false;
      continue;
    } else if (roles_.contains(unit)) {
      // "vice-président" is no président.
      const bool prefixed = i >= 2 && units[i - 1].is("-") && units[i - 2].is_word();
      made.roles.push_back(prefixed ? loose_text(units[i - 2].key) + folded_word : folded_word);
      if (!(in_role && linked)) made.heads.push_back(made.roles.back());
      in_role = true;
    } else if (is_capital(unit) && !(in_role && linked)) {
      made.names.push_back(folded_word);
      in_role = false;
    } else if (in_role && folded_word.size() >= shortest_complement) {
      made.roles.push_back(folded_word);
    }
    linked = false;
    first = false;
  }
  if (made.names.empty() && made.roles.empty()) {  // "l'entreprise": neither person nor name
    for (const TextUnit& unit : units) {
      if (unit.is_word() && !is_particle(unit) && unit.key.size() >= shortest_complement &&
          !titles_.contains(unit)) {
        made.roles.push_back(loose_text(unit.key));
      }
    }
  }
  return made;
}

std::vector<SpeakerName> SpeakerReader::people(std::string_view text) const {
  std::vector<SpeakerName> found;
  const std::vector<TextUnit> units = units_of(text, {0, static_cast<std::uint32_t>(text.size())});
  for (std::size_t i = 0; i < units.size();) {
    std::size_t last = i;
    while (last < units.size() && (is_capital(units[last]) || (units[last].is("-") && last > i)) &&
           !titles_.contains(units[last]) && !is_particle(units[last])) {
      ++last;
    }
    const bool titled = i > 0 && (titles_.contains(units[i - 1]) || roles_.contains(units[i - 1]) ||
                                  (i > 1 && units[i - 1].is(".") && titles_.contains(units[i - 2])));
    if (word_count(std::span(units).subspan(i, last - i)) >= 2 || (titled && last > i)) {
      const std::size_t first = titled && i > 1 && units[i - 1].is(".") ? i - 2 : titled ? i - 1 : i;
      SpeakerName name =
          read(text.substr(units[first].span.start, units[last - 1].span.end - units[first].span.start));
      if (!name.names.empty()) found.push_back(std::move(name));
    }
    i = std::max(last, i + 1);
  }
  return found;
}

bool SpeakerReader::announces_interview(std::span<const TextUnit> units) const {
  return interview_.touches(units, 0, units.size()) || answers_with_.touches(units, 0, units.size()) ||
         asked_by_.touches(units, 0, units.size());
}

std::vector<SpeakerReader::Interviewee> SpeakerReader::interviewees(std::string_view line) const {
  std::uint32_t end = static_cast<std::uint32_t>(line.size());
  std::uint32_t sure = end;
  const std::vector<TextUnit> units = units_of(line, {0, end});
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (asked_by_.end_of(units, i) > i) end = std::min(end, units[i].span.start);
    if (const std::size_t past = answers_with_.end_of(units, i); past > i) {
      sure = std::min(sure, units[past - 1].span.end);
    }
  }
  std::vector<Interviewee> found;
  const std::uint32_t from = sure < end ? sure : 0;
  for (SpeakerName& name : people(line.substr(from, end - from))) {
    found.push_back({std::move(name), sure < end});
    if (sure < end) break;  // who is named behind them is talked about
  }
  return found;
}

SameSpeaker SpeakerReader::compare(const SpeakerName& a, const SpeakerName& b) const {
  if (a.empty() || b.empty()) return SameSpeaker::unknown;
  if (!a.names.empty() && !b.names.empty()) return compare_names(a, b);
  if (!a.roles.empty() && !b.roles.empty()) return compare_roles(a, b);
  return SameSpeaker::unknown;
}

}  // namespace selon
