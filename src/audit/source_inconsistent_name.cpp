// source.inconsistent-name: one person's name in two spellings: with and without its
// accents, or in two ways of writing it in Latin letters (Choïgou, Shoigu). Two spellings
// are one name where they sound alike by the pack's list "transliterations" and the
// names around them don't differ; letters dropped or swapped are source.near-miss's.
#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "audit/checks.h"
#include "audit/name_runs.h"

namespace selon {

namespace {

constexpr std::size_t shortest = 4;         // letters of a name that can be compared
constexpr std::size_t most_spellings = 64;  // of one sound: a list of names isn't compared
constexpr std::size_t most_places = 64;     // of one spelling: later ones add nothing

/// What names sound like, by groups of spellings: each is replaced by its group's first.
class Sounds {
 public:
  explicit Sounds(const WordList* list) {
    for (const std::string& entry : list == nullptr ? std::vector<std::string>() : list->words) {
      const auto words = words_in(entry, {0, static_cast<std::uint32_t>(entry.size())});
      for (const QuotedWord& word : words) {
        replacements_.emplace_back(word.key, words.front().key);
      }
    }
    std::ranges::stable_sort(replacements_, std::ranges::greater(),
                             [](const auto& pair) { return pair.first.size(); });
  }

  /// `folded` is lower case without accents.
  [[nodiscard]] std::string of(std::string_view folded) const {
    std::string out;
    while (!folded.empty()) {
      const auto found = std::ranges::find_if(
          replacements_, [&](const auto& pair) { return folded.starts_with(pair.first); });
      const std::string_view sound = found == replacements_.end() ? folded.substr(0, 1) : found->second;
      for (const char letter : sound) {
        if (out.empty() || out.back() != letter) {
          out += letter;
        }
      }
      folded.remove_prefix(found == replacements_.end() ? 1 : found->first.size());
    }
    return out;
  }

 private:
  std::vector<std::pair<std::string, std::string>> replacements_;
};

/// One word of a name, where it stands.
struct NameWord {
  Span span;
  std::string written;   ///< folded but for accents: apostrophes and hyphens of one kind
  std::string before;    ///< the sound of the name's word before it, or ""
  std::string after;     ///< of the one after it
  bool unknown = false;  ///< in no dictionary
};

std::string sound_of(const AuditContext& context, const Sounds& sounds, Span span) {
  std::string folded;
  for (const QuotedWord& word : words_in(context.document.text, span)) {
    folded += word.key;
  }
  return sounds.of(folded);
}

std::string with_plain_marks(std::string_view text) {
  std::string out(text);
  for (const std::string_view apostrophe : {std::string_view("\u2019"), std::string_view("\u02BC")}) {
    for (std::size_t at = out.find(apostrophe); at != std::string::npos; at = out.find(apostrophe)) {
      out.replace(at, apostrophe.size(), "'");
    }
  }
  return out;
}

/// The letters behind the first one: "Élysée" and "Elysée" are one spelling.
std::string_view behind_initial(std::string_view written) {
  std::size_t at = written.empty() ? 0 : 1;
  while (at < written.size() && (static_cast<unsigned char>(written[at]) & 0xC0) == 0x80) {
    ++at;
  }
  return written.substr(at);
}

/// Whether two words that sound alike are one name of one person: both as surnames or
/// first names beside the same other name, or one of them alone.
bool same_person(const NameWord& a, const NameWord& b) {
  if (!a.before.empty() && !b.before.empty()) {
    return a.before == b.before;
  }
  if (!a.after.empty() || !b.after.empty()) {
    return a.after == b.after && a.before == b.before;
  }
  const bool both_alone = a.before.empty() && b.before.empty();
  return !both_alone || (a.unknown && b.unknown);
}

using Spellings = std::map<std::string, std::vector<NameWord>>;

/// All words of names, by sound and spelling.
std::map<std::string, Spellings> words_of_names(const AuditContext& context) {
  const Sounds sounds(context.pack.list("transliterations"));
  const Text& text = context.analysis.text;
  std::map<std::string, Spellings> all;
  const NameRuns runs(context);
  for (const NameRun& run : runs.all()) {
    std::vector<std::uint32_t> tokens;
    for (std::uint32_t i = run.first; i < run.last; ++i) {
      if ((text.tokens[i].shape & shape_capital) != 0) {
        tokens.push_back(i);
      }
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = text.tokens[tokens[i]];
      const std::string sound = sound_of(context, sounds, token.span);
      if (sound.size() < shortest || (token.shape & shape_all_capitals) != 0) {
        continue;
      }
      NameWord word{
          token.span, with_plain_marks(context.text(token.span)), {}, {}, (token.shape & shape_unknown) != 0};
      word.before = i > 0 ? sound_of(context, sounds, text.tokens[tokens[i - 1]].span) : "";
      word.after = i + 1 < tokens.size() ? sound_of(context, sounds, text.tokens[tokens[i + 1]].span) : "";
      all[sound][word.written].push_back(std::move(word));
    }
  }
  return all;
}

struct Clash {
  const NameWord* here = nullptr;
  const NameWord* other = nullptr;
};

/// Two places of two spellings that name one person.
std::optional<Clash> clash_of(const std::vector<NameWord>& rare, const std::vector<NameWord>& usual) {
  for (const NameWord& here : std::span(rare).first(std::min(rare.size(), most_places))) {
    for (const NameWord& other : std::span(usual).first(std::min(usual.size(), most_places))) {
      if (same_person(here, other)) {
        return Clash{&here, &other};
      }
    }
  }
  return std::nullopt;
}

/// The spelling that is corrected: the rarer one; of two as frequent, the later one.
bool is_rarer(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  return a.size() != b.size() ? a.size() < b.size() : a.front().span.start > b.front().span.start;
}

}  // namespace

void check_source_inconsistent_name(const AuditContext& context, Reporter& reporter) {
  for (const auto& [sound, spellings] : words_of_names(context)) {
    if (spellings.size() < 2 || spellings.size() > most_spellings) {
      continue;
    }
    const auto usual = std::ranges::min_element(
        spellings, [](const auto& a, const auto& b) { return is_rarer(b.second, a.second); });
    for (const auto& [written, words] : spellings) {
      if (behind_initial(written) == behind_initial(usual->first)) {
        continue;
      }
      const auto clash = clash_of(words, usual->second);
      if (!clash || std::ranges::any_of(context.analysis.near_misses, [&](const NearMiss& miss) {
            return miss.span.overlaps(clash->here->span) || miss.span.overlaps(clash->other->span);
          })) {
        continue;
      }
      Finding finding = reporter.finding(clash->here->span);
      finding.arguments.emplace_back("written", written);
      finding.arguments.emplace_back("other", context.text(clash->other->span));
      if (usual->second.size() > words.size()) {
        finding.suggestions.emplace_back(context.text(clash->other->span));
      }
      finding.related.push_back({clash->other->span, "other-spelling"});
      reporter.push(std::move(finding));
    }
  }
}

}  // namespace selon
