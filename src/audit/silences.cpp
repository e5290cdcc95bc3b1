#include "audit/silences.h"

#include <algorithm>
#include <limits>

namespace selon {

namespace {

using Said = SilenceWords::Verb;

constexpr std::string_view comment_start = "<!--";
constexpr std::string_view comment_end = "-->";
constexpr std::string_view name = "selon:";
constexpr std::size_t longest_comment = 4096;
constexpr Span whole_file{0, std::numeric_limits<std::uint32_t>::max()};

/// Whether the words stand in the text one after the other.
bool stand_in(const std::vector<QuotedWord>& words, const std::vector<QuotedWord>& text) {
  const auto same = [](const QuotedWord& a, const QuotedWord& b) { return a.key == b.key; };
  return std::search(text.begin(), text.end(), words.begin(), words.end(), same) != text.end();
}

}  // namespace

Silences::Silences(const Document& document, const Analysis& analysis)
    : document_(document), analysis_(analysis) {
  read_comments();
}

void Silences::read_comments() {
  const std::string_view content = document_.file_content();
  for (std::size_t at = content.find(comment_start); at != std::string_view::npos;
       at = content.find(comment_start, at + 1)) {
    const std::size_t begin = content.find_first_not_of(" \t\r\n", at + comment_start.size());
    if (begin == std::string_view::npos || !content.substr(begin).starts_with(name)) {
      continue;
    }
    const std::size_t end =
        content.substr(0, std::min(content.size(), at + longest_comment)).find(comment_end, begin);
    const std::size_t stop = end == std::string_view::npos ? begin + name.size() : end;
    const Span place{
        static_cast<std::uint32_t>(at),
        static_cast<std::uint32_t>(end == std::string_view::npos ? stop : end + comment_end.size())};
    if (end == std::string_view::npos) {
      mistakes_.push_back({place, std::string(name)});
    } else if (is_comment(place)) {
      take(place, content.substr(begin + name.size(), stop - begin - name.size()));
    }
  }
}

/// A comment that the reader of a page sees is an example of one, in a listing of code.
bool Silences::is_comment(Span place) const {
  if (document_.format != Format::markdown) {
    return true;
  }
  const auto in_text = [&](std::uint32_t offset) { return document_.map.decoded_offset(offset); };
  std::uint32_t low = 0;  // Markdown is read in the order of the file
  auto high = static_cast<std::uint32_t>(document_.text.size());
  while (low < high) {  // the first offset of the text that lies at the comment or after it
    const std::uint32_t middle = low + (high - low) / 2;
    (in_text(middle) < place.start ? low : high) = in_text(middle) < place.start ? middle + 1 : middle;
  }
  // The line ends between two blocks stand nowhere in the file.
  while (low < document_.text.size() && document_.text[low] == '\n') ++low;
  return low == document_.text.size() || in_text(low) != place.start;
}

Span Silences::next_statement(std::uint32_t offset) const {
  Span next{offset, offset};
  bool found = false;
  for (const Statement& statement : analysis_.statements) {
    const Span place{document_.map.decoded_offset(statement.span.start),
                     document_.map.decoded_offset(statement.span.end)};
    if (place.start >= offset && (!found || place.start < next.start)) {
      next = place;
      found = true;
    }
  }
  return next;
}

void Silences::take(Span place, std::string_view text) {
  const auto words = parse_silence(text);
  if (!words) {
    mistakes_.push_back({place, words.error()});
    return;
  }
  if (words->verb == Said::off || words->verb == Said::on) {
    open_or_close(*words, place);
    return;
  }
  const Span covers = words->verb == Said::ignore_file ? whole_file : next_statement(place.end);
  for (const std::string& rule : words->rules) {
    all_.push_back({rule, words->reason, "", place, covers,
                    words_in(words->words, {0, static_cast<std::uint32_t>(words->words.size())}), false});
  }
}

void Silences::open_or_close(const SilenceWords& words, Span place) {
  for (const std::string& rule : words.rules) {
    const auto last =
        std::ranges::find(open_.rbegin(), open_.rend(), rule,
                          [&](std::size_t index) -> const std::string& { return all_[index].rule; });
    if (words.verb == Said::off) {
      open_.push_back(all_.size());
      all_.push_back({rule, words.reason, "", place, {place.end, whole_file.end}, {}, false});
    } else if (last == open_.rend()) {
      mistakes_.push_back({place, "on " + rule});
    } else {
      all_[*last].covers.end = place.start;
      open_.erase(std::next(last).base());
    }
  }
}

void Silences::add(const SilenceWords& words, std::string_view origin) {
  for (const std::string& rule : words.rules) {
    all_.push_back({rule,
                    words.reason,
                    std::string(origin),
                    {0, 0},
                    whole_file,
                    words_in(words.words, {0, static_cast<std::uint32_t>(words.words.size())}),
                    false});
  }
}

bool Silences::holds(const Silence& silence, const Finding& finding) const {
  if (silence.rule != finding.rule->id) {
    return false;
  }
  const Span place{document_.map.decoded_offset(finding.span.start),
                   document_.map.decoded_offset(finding.span.end)};
  if (!silence.covers.overlaps(place)) {
    return false;
  }
  return silence.words.empty() || std::ranges::any_of(analysis_.statements, [&](const Statement& statement) {
           return statement.span.overlaps(finding.span) &&
                  stand_in(silence.words, words_in(document_.text, statement.span));
         });
}

const Silence* Silences::use(const Finding& finding) {
  const Silence* first = nullptr;
  for (Silence& silence : all_) {
    if (holds(silence, finding)) {
      silence.used = true;
      first = first == nullptr ? &silence : first;
    }
  }
  return first;
}

void Silences::put(Finding& finding, Span place) const {
  if (document_.map.identity() || place.empty()) {
    finding.span = place;
    return;
  }
  finding.in_file = place;
  for (const Statement& statement : analysis_.statements) {  // for those who know the text only
    if (document_.map.decoded_offset(statement.span.start) >= place.end) {
      finding.span = {statement.span.start, statement.span.start};
      return;
    }
  }
  const auto end = static_cast<std::uint32_t>(document_.text.size());
  finding.span = {end, end};
}

bool Silences::any_unused() const {
  return std::ranges::any_of(all_, [](const Silence& silence) { return !silence.used; });
}

}  // namespace selon
