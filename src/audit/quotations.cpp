#include "audit/quotations.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "audit/quoted_speech.h"

namespace selon {

namespace {

constexpr std::size_t most_per_pair = 64;

/// The end of a marked cut or insertion that starts at `at`, or `at` where there is none.
std::uint32_t gap_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const std::string_view rest = text.substr(at, end - at);
  if (rest.starts_with("…")) {
    return at + static_cast<std::uint32_t>(std::string_view("…").size());
  }
  if (rest.starts_with("...")) {
    return at + 3;
  }
  if (rest.starts_with('[')) {
    const std::size_t close = rest.find(']');
    if (close != std::string_view::npos) {
      return at + static_cast<std::uint32_t>(close) + 1;
    }
  }
  return at;
}

bool is_number(const std::string& key) {
  return std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
}

/// What stands between two runs of digits that are one number: a decimal sign, or the
/// space (or point) before three digits. Else nothing.
std::optional<std::string_view> number_joint(std::string_view text, const QuotedWord& first,
                                             const QuotedWord& second) {
  if (!is_number(first.key) || !is_number(second.key) || first.key.empty() || second.key.empty()) {
    return std::nullopt;
  }
  const std::string_view between = Span{first.span.end, second.span.start}.in(text);
  const bool is_thousands = second.key.size() == 3;
  if (is_thousands && (between == "." || between == " " || between == "\u00A0" || between == "\u202F" ||
                       between == "\u2009")) {
    return "";
  }
  return between == "," || between == "." ? std::optional<std::string_view>(",") : std::nullopt;
}

/// Makes "3,5" and "12 000" one word each, whatever stands for the thousands.
void join_numbers(std::string_view text, std::vector<QuotedWord>& words) {
  std::vector<QuotedWord> joined;
  joined.reserve(words.size());
  Span last;  // of the last run of digits, in its joined word
  for (QuotedWord& word : words) {
    const QuotedWord digits{
        joined.empty() ? std::string() : std::string(text.substr(last.start, last.size())), last};
    if (const auto joint =
            joined.empty() || joined.back().key.empty() ? std::nullopt : number_joint(text, digits, word)) {
      joined.back().key += *joint;
      joined.back().key += word.key;
      joined.back().span.end = word.span.end;
    } else {
      joined.push_back(word);
    }
    last = word.span;
  }
  words = std::move(joined);
}

std::uint64_t pair_hash(const std::string& first, const std::string& second) {
  const std::size_t a = std::hash<std::string>{}(first);
  const std::size_t b = std::hash<std::string>{}(second);
  return a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2));
}

template <class Visit>
void for_each_pair(const std::vector<QuotedWord>& words, const Visit& visit) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!words[i].key.empty() && !words[i + 1].key.empty()) {
      visit(pair_hash(words[i].key, words[i + 1].key));
    }
  }
}

bool is_complete_speech(const AuditContext& context, const QuotedText& quoted) {
  const Quotation* quotation = quotation_of(context, quoted);
  return quoted.kind == QuotationKind::speech && quotation != nullptr && quotation->opened &&
         quotation->closed && quotation->parent == no_index;
}

/// The first attribution of the statement around the quotation that has a source:
/// what speaks for a quotation that has no attribution of its own.
const Attribution* attribution_around(const AuditContext& context, const QuotedText& quoted) {
  const auto& attributions = context.analysis.attributions;
  if (quoted.attribution < attributions.size()) {
    const Attribution& own = attributions[quoted.attribution];
    if (own.source || own.cue || own.source_index != no_index) {
      return &own;
    }
  }
  const Statement* statement = context.statement_at(quoted.span.start);
  if (statement == nullptr) {
    return nullptr;
  }
  for (const std::uint32_t index : statement->attributions) {
    if (index < attributions.size() && (attributions[index].source || attributions[index].cue ||
                                        attributions[index].source_index != no_index)) {
      return &attributions[index];
    }
  }
  return statement->continues < attributions.size() ? &attributions[statement->continues] : nullptr;
}

bool is_credited(const AuditContext& context, const QuotedText& quoted) {
  const Statement* statement = context.statement_at(quoted.span.start);
  return statement != nullptr &&
         (statement->status == Status::credited || statement->status == Status::carried);
}

bool announces(const AuditContext& context, const QuotedText& quoted) {
  const BlockKind kind = context.kind_at(quoted.span.start);
  return !is_running_text(kind) || kind == BlockKind::standfirst;
}

/// The words of the running text that `counts`, a block at a time: an interview's answers are
/// quoted in its headline and stand in no quotation marks below it.
template <class Counts>
std::vector<Wording> block_wordings(const AuditContext& context, const Counts& counts) {
  std::vector<Wording> all;
  for (const Block& block : context.document.blocks) {
    if (is_running_text(block.kind) && counts(block.kind)) {
      std::vector<QuotedWord>& words = all.emplace_back().words;
      words = words_in(context.document.text, block.span);
      join_numbers(context.document.text, words);
    }
  }
  return all;
}

/// Takes out of `orphans` those that `fits` and whose words one of `all` contains.
template <class Fits>
void drop_contained(const AuditContext& context, const std::vector<Wording>& all,
                    std::vector<const QuotedText*>& orphans, const Fits& fits) {
  WordingIndex index;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    index.add(i, all[i].words);
  }
  std::erase_if(orphans, [&](const QuotedText* orphan) {
    const std::vector<QuotedWord> words =
        quoted_words(context.document.text, quotation_of(context, *orphan)->inner);
    return std::ranges::any_of(index.candidates(words), [&](std::uint32_t candidate) {
      return fits(*orphan, all[candidate]) && contains_run(all[candidate].words, words);
    });
  });
}

/// Leaves of `orphans` those whose words nobody is quoted with elsewhere.
void drop_excerpts(const AuditContext& context, std::vector<const QuotedText*>& orphans) {
  std::vector<Wording> quoted = wordings(context);
  std::erase_if(quoted, [](const Wording& wording) { return !wording.attributed; });
  drop_contained(context, quoted, orphans, [&](const QuotedText& orphan, const Wording& other) {
    return announces(context, orphan) || other.quoted->span.start < orphan.span.start;
  });
  if (std::ranges::any_of(orphans, [&](const QuotedText* orphan) { return announces(context, *orphan); })) {
    const auto is_body = [](BlockKind kind) { return kind != BlockKind::standfirst; };
    drop_contained(context, block_wordings(context, is_body), orphans,
                   [&](const QuotedText& orphan, const Wording&) { return announces(context, orphan); });
  }
}

/// The sentences that the quotation begins and ends in; its statement where the
/// analysis has no sentences.
Span sentence_around(const AuditContext& context, const QuotedText& quoted) {
  const Text& text = context.analysis.text;
  const auto starts_at = [&](const Sentence& s) { return text.tokens[s.first].span.start; };
  Span around = quoted.span;
  if (const Statement* statement = context.statement_at(quoted.span.start)) {
    around = {std::min(around.start, statement->span.start), std::max(around.end, statement->span.end)};
  }
  for (const std::uint32_t offset : {quoted.span.start, quoted.span.end - 1}) {
    auto after = std::ranges::upper_bound(text.sentences, offset, {}, starts_at);
    if (after == text.sentences.begin()) {
      continue;
    }
    const Sentence& sentence = *--after;
    const Span span{starts_at(sentence), text.tokens[sentence.last - 1].span.end};
    if (span.contains(offset)) {
      around = {std::min(around.start, span.start), std::max(around.end, span.end)};
    }
  }
  return around;
}

/// Whether next to nothing stands around the quotation in its sentence. Where more
/// does, the reader learns there who speaks, even if no pattern knows the turn of
/// phrase ("les éleveurs se disent « à bout »").
bool stands_alone(const AuditContext& context, const QuotedText& quoted) {
  constexpr std::size_t most_words_around = 1;
  const Span around = sentence_around(context, quoted);
  const std::string_view text = context.document.text;
  return words_in(text, {around.start, quoted.span.start}).size() +
             words_in(text, {quoted.span.end, around.end}).size() <=
         most_words_around;
}

}  // namespace

std::vector<QuotedWord> quoted_words(std::string_view text, Span inner) {
  std::vector<QuotedWord> words;
  const auto append = [&](Span piece) {
    for (QuotedWord& word : words_in(text, piece)) {
      words.push_back(std::move(word));
    }
  };
  std::uint32_t piece_start = inner.start;
  for (std::uint32_t at = inner.start; at < inner.end;) {
    const std::uint32_t end = gap_end(text, at, inner.end);
    if (end == at) {
      ++at;
      continue;
    }
    append({piece_start, at});
    if (words.empty() || !words.back().key.empty()) {
      words.push_back({std::string(), {at, end}});
    }
    at = piece_start = end;
  }
  append({piece_start, inner.end});
  join_numbers(text, words);
  return words;
}

bool contains_run(const std::vector<QuotedWord>& whole, const std::vector<QuotedWord>& part) {
  auto from = whole.begin();
  for (auto first = part.begin(); first != part.end();) {
    const auto last =
        std::find_if(first, part.end(), [](const QuotedWord& word) { return word.key.empty(); });
    const auto found =
        std::ranges::search(std::ranges::subrange(from, whole.end()), std::ranges::subrange(first, last), {},
                            &QuotedWord::key, &QuotedWord::key);
    if (first != last && found.empty()) {
      return false;
    }
    from = found.end();
    first = last == part.end() ? last : last + 1;
  }
  return true;
}

std::vector<Wording> wordings(const AuditContext& context) {
  std::vector<Wording> all;
  for (const QuotedText& quoted : context.analysis.quotations) {
    if (!is_complete_speech(context, quoted)) {
      continue;
    }
    Wording wording;
    wording.quoted = &quoted;
    wording.kind = context.kind_at(quoted.span.start);
    if (const Attribution* attribution = attribution_around(context, quoted)) {
      wording.attributed = true;
      wording.source = attribution->source_index;
    }
    wording.words = quoted_words(context.document.text, quotation_of(context, quoted)->inner);
    all.push_back(std::move(wording));
  }
  return all;
}

void WordingIndex::add(std::uint32_t wording, const std::vector<QuotedWord>& words) {
  for_each_pair(words, [&](std::uint64_t pair) {
    std::vector<std::uint32_t>& list = pairs_[pair];
    if (list.size() < most_per_pair && (list.empty() || list.back() != wording)) {
      list.push_back(wording);
    }
  });
}

std::vector<std::uint32_t> WordingIndex::candidates(const std::vector<QuotedWord>& words) const {
  std::vector<std::uint32_t> found;
  for_each_pair(words, [&](std::uint64_t pair) {
    if (const auto list = pairs_.find(pair); list != pairs_.end()) {
      found.insert(found.end(), list->second.begin(), list->second.end());
    }
  });
  std::ranges::sort(found);
  const auto repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

std::vector<const QuotedText*> orphan_quotations(const AuditContext& context) {
  std::vector<const QuotedText*> orphans;
  for (const QuotedText& quoted : context.analysis.quotations) {
    if (is_complete_speech(context, quoted) && attribution_around(context, quoted) == nullptr &&
        !is_credited(context, quoted) && stands_alone(context, quoted) &&
        quoted_words(context.document.text, quotation_of(context, quoted)->inner).size() > 1) {
      orphans.push_back(&quoted);
    }
  }
  if (!orphans.empty()) {
    drop_excerpts(context, orphans);
  }
  return orphans;
}

std::vector<const QuotedText*> unfound_headlines(const AuditContext& context) {
  constexpr std::size_t shortest = 3;  // shorter ones are the paper's words as often as not
  std::vector<const QuotedText*> headlines;
  for (const QuotedText& quoted : context.analysis.quotations) {
    if (context.kind_at(quoted.span.start) == BlockKind::headline && is_complete_speech(context, quoted) &&
        quoted_words(context.document.text, quotation_of(context, quoted)->inner).size() >= shortest) {
      headlines.push_back(&quoted);
    }
  }
  if (!headlines.empty()) {
    const std::vector<Wording> text = block_wordings(context, [](BlockKind) { return true; });
    if (text.empty()) {  // nothing but a headline: there is no text to find it in
      return {};
    }
    drop_contained(context, text, headlines, [](const QuotedText&, const Wording&) { return true; });
  }
  return headlines;
}

}  // namespace selon
