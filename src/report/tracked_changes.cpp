#include "report/tracked_changes.h"

#include <algorithm>

#include "claims/claim_set.h"

namespace selon {

namespace {

constexpr std::uint32_t telling_bytes = 24;  ///< of the words beside a place, to find it again

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

Span whole(const Assertion& assertion) {
  return {std::min(assertion.statement.start, assertion.content.front().start),
          std::max(assertion.statement.end, assertion.content.back().end)};
}

class Tracker {
 public:
  explicit Tracker(const DiffedArticles& articles)
      : articles_(articles),
        old_text_(articles.old_article.document.text),
        new_text_(articles.new_article.document.text) {}

  TrackedChanges track() {
    for (const Change& change : articles_.diff.changes) {
      if (change.old_assertion && change.new_assertion) {
        track_pair(change);
      } else if (change.new_assertion) {
        changes_.added.push_back(whole(articles_.diff.new_side.at(*change.new_assertion)));
      } else if (change.old_assertion) {
        const Span span = whole(articles_.diff.old_side.at(*change.old_assertion));
        insert(place_of_block(span.start), span);
      }
    }
    std::ranges::sort(changes_.added);
    std::ranges::stable_sort(changes_.inserts, {}, &TrackedChanges::Insert::at);
    return std::move(changes_);
  }

 private:
  void insert(std::uint32_t at, Span old_words) {
    changes_.inserts.push_back({at, joined_text(old_text_, std::vector{old_words})});
  }

  void track_pair(const Change& change) {
    const Span old_span = whole(articles_.diff.old_side.at(*change.old_assertion));
    const Span new_span = whole(articles_.diff.new_side.at(*change.new_assertion));
    for (const Span mark : change.new_marks) {
      changes_.added.push_back(mark);
    }
    for (const Span mark : joined(change.old_marks)) {
      insert(place_in(new_span, old_span, mark), mark);
    }
    if (std::ranges::find(change.kinds, ChangeKind::moved) != change.kinds.end()) {
      changes_.inserts.push_back({new_span.start, ""});
    }
  }

  /// Marks that only a space parts are one.
  [[nodiscard]] std::vector<Span> joined(const std::vector<Span>& marks) const {
    std::vector<Span> out;
    for (const Span mark : marks) {
      const bool touches =
          !out.empty() && mark.start >= out.back().end &&
          old_text_.substr(out.back().end, mark.start - out.back().end).find_first_not_of(' ') ==
              std::string_view::npos;
      if (touches) {
        out.back().end = mark.end;
      } else {
        out.push_back(mark);
      }
    }
    return out;
  }

  /// Where in the new statement the words would stand: behind those that stood before them
  /// in the old one, else before those that followed, else at the end.
  [[nodiscard]] std::uint32_t place_in(Span new_span, Span old_span, Span mark) const {
    const std::string_view text = new_span.in(new_text_);
    std::uint32_t from =
        mark.start - std::min(mark.start - std::min(mark.start, old_span.start), telling_bytes);
    while (is_inside_character(old_text_, from)) {
      ++from;
    }
    const std::string_view before = old_text_.substr(from, mark.start - from);
    // A comma before the words may have gone with them.
    for (const std::string_view known : {before, before.substr(0, before.find_last_not_of(" ,;:") + 1)}) {
      const std::size_t found = known.empty() ? std::string_view::npos : text.find(known);
      if (found != std::string_view::npos) {
        return new_span.start + static_cast<std::uint32_t>(found + known.size());
      }
    }
    std::uint32_t to = std::min(std::max(old_span.end, mark.end), mark.end + telling_bytes);
    while (is_inside_character(old_text_, to)) {
      --to;
    }
    const std::string_view after = old_text_.substr(mark.end, to - mark.end);
    if (const std::size_t found = after.empty() ? std::string_view::npos : text.find(after);
        found != std::string_view::npos) {
      return new_span.start + static_cast<std::uint32_t>(found);
    }
    return before.empty() ? new_span.start : new_span.end;
  }

  /// What was taken out whole stands at the end of the block that has its block's number.
  [[nodiscard]] std::uint32_t place_of_block(std::uint32_t old_offset) const {
    const auto& old_blocks = articles_.old_article.document.blocks;
    const auto& new_blocks = articles_.new_article.document.blocks;
    const auto after =
        std::ranges::upper_bound(old_blocks, old_offset, {}, [](const Block& b) { return b.span.start; });
    const auto number = static_cast<std::size_t>(after - old_blocks.begin());
    if (new_blocks.empty() || number == 0) {
      return 0;
    }
    return new_blocks[std::min(number, new_blocks.size()) - 1].span.end;
  }

  const DiffedArticles& articles_;
  std::string_view old_text_;
  std::string_view new_text_;
  TrackedChanges changes_;
};

}  // namespace

TrackedChanges track_changes(const DiffedArticles& articles) { return Tracker(articles).track(); }

}  // namespace selon
