#include "claims/wording_variants.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "audit/context.h"
#include "audit/wording_comparer.h"

namespace selon {

namespace {

/// Quotations are compared so many at a time, or all of a speaker.
constexpr std::size_t batch_size = 4096;
/// The rarest words and pairs of words by which a wording is looked up, and how many wordings
/// may share one.
constexpr std::size_t most_features = 24;
constexpr std::size_t most_per_feature = 256;
constexpr std::size_t most_compared = 24;
/// From so many words on two wordings of one quotation share two features or more.
constexpr std::size_t long_enough = 8;

/// Quotations that may be of one utterance: those of a speaker, or of an article.
struct Group {
  std::vector<std::uint32_t> members;
  bool of_article = false;
};

/// The same words, at places that are judged alike.
struct WordingClass {
  std::uint32_t group = 0;
  bool of_article = false;
  std::vector<std::uint32_t> places;  ///< quotations, by time
  std::size_t articles = 0;           ///< how many there are in
};

/// A text of all the quotations of a batch, to which the rules for one article apply.
struct Corpus {
  Document document;
  Analysis analysis;
  std::vector<std::uint32_t> starts;  ///< of each quotation's `around`

  void add(const RecordedQuotation& quotation) {
    const auto start = static_cast<std::uint32_t>(document.text.size());
    const auto block = static_cast<std::uint32_t>(document.blocks.size());
    starts.push_back(start);
    document.text += quotation.around;
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.text += "\n\n";
    document.blocks.push_back({quotation.kind, {start, end}});
    Text& text = analysis.text;
    for (const std::uint32_t sentence : quotation.sentences) {
      const auto token = static_cast<std::uint32_t>(text.tokens.size());
      text.tokens.push_back({{start + sentence, end}});
      text.sentences.push_back({token, token + 1, block});
    }
    Quotation& quoted = text.quotations.emplace_back();
    quoted.span = {start + quotation.quoted.start, start + quotation.quoted.end};
    quoted.inner = {start + quotation.inner.start, start + quotation.inner.end};
    quoted.block = block;
    QuotedText& speech = analysis.quotations.emplace_back();
    speech.span = quoted.span;
    speech.quotation = block;
    Statement& statement = analysis.statements.emplace_back();
    statement.span = {start, end};
    statement.block = block;
  }
};

/// Wordings of one class have this in common.
std::string class_key(std::uint32_t group, const Wording& wording) {
  std::string key = std::to_string(group) + (takes_any_part(wording.kind) ? "h"
                                             : announces(wording.kind)    ? "s"
                                                                          : "p");
  for (const QuotedWord& word : wording.words) key += word.key + " ";
  return key;
}

class Batch {
 public:
  Batch(const RecordedQuotations& quotations, std::span<const Group> groups, const Pack& pack)
      : quotations_(quotations) {
    for (const Group& group : groups) {
      for (const std::uint32_t member : group.members) corpus_.add(quotations.all[member]);
    }
    make_classes(groups);
    const Silences silences(corpus_.document, corpus_.analysis);
    const AuditOptions options;
    const AuditContext context(corpus_.document, corpus_.analysis, pack, options, silences);
    const WordingComparer comparer(context, wordings_);
    index(comparer);
    for (std::uint32_t here = 0; here < classes_.size(); ++here) compare_near(comparer, here);
  }

  void hand_over(std::vector<WordingVariant>& variants) const {
    for (std::uint32_t here = 0; here < closest_.size(); ++here) {
      if (closest_[here]) variants.push_back(variant(here, *closest_[here]));
    }
  }

 private:
  void make_classes(std::span<const Group> groups) {
    std::unordered_map<std::string, std::uint32_t> known;
    std::uint32_t at = 0;
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
      for (const std::uint32_t member : groups[group].members) {
        const RecordedQuotation& quotation = quotations_.all[member];
        Wording wording;
        wording.quoted = &corpus_.analysis.quotations[at];
        wording.attributed = quotation.attributed;
        wording.kind = quotation.kind;
        wording.words = quoted_words(corpus_.document.text, corpus_.analysis.text.quotations[at].inner);
        ++at;
        const auto [found, is_new] =
            known.emplace(class_key(group, wording), static_cast<std::uint32_t>(classes_.size()));
        if (is_new) {
          classes_.push_back({group, groups[group].of_article, {}, 0});
          wordings_.push_back(std::move(wording));
        }
        WordingClass& made = classes_[found->second];
        const bool same_article =
            !made.places.empty() && quotations_.all[made.places.back()].article == quotation.article;
        made.articles += same_article ? 0 : 1;
        made.places.push_back(member);
      }
    }
    closest_.resize(classes_.size());
  }

  /// Words of content and pairs of neighbours, each once: of one group only.
  [[nodiscard]] std::vector<std::uint64_t> features(const WordingComparer& comparer,
                                                    std::uint32_t here) const {
    std::vector<std::uint64_t> found;
    const std::uint64_t group = (classes_[here].group + 1) * 0x9E3779B97F4A7C15ull;
    const auto hash = [](const std::string& key) { return std::hash<std::string>{}(key); };
    const std::vector<ComparedWord>& words = comparer.words(here);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (weight(words[i]) > 1) found.push_back(hash(words[i].key) ^ group);
      if (i > 0 && !words[i].key.empty() && !words[i - 1].key.empty()) {
        found.push_back((hash(words[i - 1].key) * 31 + hash(words[i].key)) ^ group);
      }
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  void index(const WordingComparer& comparer) {
    for (std::uint32_t here = 0; here < classes_.size(); ++here) {
      for (const std::uint64_t feature : features(comparer, here)) index_[feature].push_back(here);
    }
  }

  /// The other wordings that share most with it.
  [[nodiscard]] std::vector<std::uint32_t> candidates(const WordingComparer& comparer,
                                                      std::uint32_t here) const {
    std::vector<const std::vector<std::uint32_t>*> lists;
    for (const std::uint64_t feature : features(comparer, here)) lists.push_back(&index_.at(feature));
    std::ranges::sort(lists, {}, [](const auto* list) { return list->size(); });
    std::map<std::uint32_t, std::uint32_t> shared;
    for (std::size_t i = 0; i < std::min(lists.size(), most_features); ++i) {
      if (lists[i]->size() > most_per_feature) break;
      for (const std::uint32_t other : *lists[i]) ++shared[other];
    }
    const std::size_t words = comparer.words(here).size();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> best;  // how many, which
    for (const auto& [other, count] : shared) {
      const bool is_short = std::min(words, comparer.words(other).size()) < long_enough;
      if (other != here && (count > 1 || is_short)) best.emplace_back(count, other);
    }
    std::ranges::sort(best, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    best.resize(std::min(best.size(), most_compared));
    std::vector<std::uint32_t> found;
    for (const auto& [count, other] : best) found.push_back(other);
    return found;
  }

  /// The first place of each, in one article where there are such.
  [[nodiscard]] std::optional<Circumstances> circumstances(std::uint32_t here, std::uint32_t other) const {
    const RecordedQuotation& a = quotations_.all[classes_[here].places.front()];
    const RecordedQuotation& b = quotations_.all[classes_[other].places.front()];
    Circumstances at;
    if (a.article == b.article) {
      at.restates = announces(a.kind) != announces(b.kind);
      at.same_block = a.block == b.block;
    }
    if (!classes_[here].of_article) return at;
    // The quotation of a headline that nobody says takes up one of the text.
    const auto takes_words = [](const RecordedQuotation& q) {
      return announces(q.kind) && !q.attributed && q.source == 0;
    };
    return takes_words(a) || takes_words(b) ? std::optional(at) : std::nullopt;
  }

  /// Two wordings are compared once, and the one that differs is told.
  void compare_near(const WordingComparer& comparer, std::uint32_t here) {
    for (const std::uint32_t other : candidates(comparer, here)) {
      const auto at = circumstances(here, other);
      if (!at) continue;
      std::optional<QuotationPair> pair = comparer.compare(here, other, *at);
      if (!pair || pair->verdict != Verdict::altered || !is_variant(here, other, pair->difference)) continue;
      std::optional<QuotationPair>& best = closest_[here];
      if (!best || is_closer(*pair, *best)) best = std::move(pair);
    }
  }

  [[nodiscard]] bool is_variant(std::uint32_t here, std::uint32_t other,
                                const WordDifference& difference) const {
    const bool one_announces = announces(wordings_[here].kind) != announces(wordings_[other].kind);
    if (!one_announces && classes_[here].articles != classes_[other].articles) {
      return classes_[here].articles < classes_[other].articles;
    }
    return belongs_to_first(wordings_[here], wordings_[other], difference);
  }

  /// The place of words [first, last) in the text around their quotation.
  [[nodiscard]] Span place(std::uint32_t wording, std::size_t first, std::size_t last) const {
    const Wording& in = wordings_[wording];
    if (first == last) return {};
    const std::uint32_t start = corpus_.starts[in.quoted->quotation];
    return {in.words[first].span.start - start, in.words[last - 1].span.end - start};
  }

  [[nodiscard]] WordingVariant variant(std::uint32_t here, const QuotationPair& pair) const {
    WordingVariant made{classes_[here].places, classes_[pair.other].places, {}};
    for (const WordRun& run : pair.difference.runs) {
      made.edits.push_back(
          {place(pair.other, run.b_first, run.b_last), place(here, run.a_first, run.a_last)});
    }
    return made;
  }

  const RecordedQuotations& quotations_;
  Corpus corpus_;
  std::vector<WordingClass> classes_;
  std::vector<Wording> wordings_;  ///< of each class, at its first place
  std::vector<std::optional<QuotationPair>> closest_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index_;
};

/// The quotations of each speaker by time; and of each article with one that nobody says, all.
std::vector<Group> groups_of(const RecordedQuotations& quotations) {
  const auto time_of = [&](std::uint32_t q) {
    return std::pair(std::string_view(quotations.articles[quotations.all[q].article].at), q);
  };
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> by_source;
  std::unordered_map<std::uint32_t, Group> by_article;
  for (std::uint32_t q = 0; q < quotations.all.size(); ++q) {
    const RecordedQuotation& quotation = quotations.all[q];
    if (quotation.source != 0) {
      by_source[quotation.source].push_back(q);
    } else if (!quotation.attributed && announces(quotation.kind)) {
      by_article[quotation.article].of_article = true;
    }
  }
  for (std::uint32_t q = 0; q < quotations.all.size(); ++q) {
    const auto found = by_article.find(quotations.all[q].article);
    if (found != by_article.end()) found->second.members.push_back(q);
  }
  std::vector<Group> groups;
  for (auto& [source, members] : by_source) groups.push_back({std::move(members), false});
  for (auto& [article, group] : by_article) groups.push_back(std::move(group));
  std::erase_if(groups, [](const Group& group) { return group.members.size() < 2; });
  for (Group& group : groups) std::ranges::sort(group.members, {}, time_of);
  std::ranges::sort(groups, {}, [](const Group& group) { return group.members.front(); });
  return groups;
}

}  // namespace

std::vector<WordingVariant> wording_variants(const RecordedQuotations& quotations, const Pack& pack) {
  const std::vector<Group> groups = groups_of(quotations);
  std::vector<WordingVariant> variants;
  for (std::size_t first = 0; first < groups.size();) {
    std::size_t last = first;
    for (std::size_t size = 0; last < groups.size() && size < batch_size; ++last) {
      size += groups[last].members.size();
    }
    Batch(quotations, std::span(groups).subspan(first, last - first), pack).hand_over(variants);
    first = last;
  }
  std::ranges::sort(variants, {}, [&](const WordingVariant& variant) {
    const std::uint32_t first = variant.here.front();
    return std::pair(std::string_view(quotations.articles[quotations.all[first].article].at), first);
  });
  return variants;
}

}  // namespace selon
