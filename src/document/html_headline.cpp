#include "document/html_headline.h"

#include <algorithm>
#include <string>

namespace selon {
namespace {

constexpr std::uint32_t longest_headline = 300;
constexpr int most_levels = 40;  ///< of elements looked at around a heading

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string plain = plain_phrase(text);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size();
}

class HeadlineFinder {
 public:
  HeadlineFinder(const HtmlTree& tree, const PageMetadata& page, const HtmlNames& names)
      : tree_(tree), names_(names), title_(words_of(page.title)) {
    for (const std::string& headline : page.headlines) {
      headlines_.push_back(words_of(headline));
    }
    split_title(page.title);
    site_ = words_of(page.metadata.publisher);
  }

  [[nodiscard]] double score(const HtmlBlock& block) const {
    const std::uint32_t heading = heading_of(block.element);
    const bool declared = is_declared(block.element);
    if (block.length > longest_headline || (block.length < 8 && heading == no_node) || block.text.empty()) {
      return 0;
    }
    const double likeness = likeness_to_metadata(block);
    if (heading == no_node && !declared && likeness < 0.9) {
      return 0;
    }
    double score =
        likeness + level_bonus(heading) + (declared ? 0.2 : 0.0) - link_cost(block) - site_cost(block);
    score += is_named(block.element) ? 0.15 : 0.0;
    int levels = 0;
    for (std::uint32_t i = block.element; i != no_node && levels < most_levels;
         i = tree_[i].parent, ++levels) {
      if (tree_.is_any(i, {GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM})) {
        score -= 0.6;
      } else if (tree_.is_any(i, {GUMBO_TAG_LI, GUMBO_TAG_TABLE, GUMBO_TAG_BLOCKQUOTE}) ||
                 named(tree_, i, names_.comments)) {
        score -= 0.25;
      } else if (tree_.is_any(i, {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) || tree_.has_word(i, "role", "main")) {
        return score + 0.1;
      } else if (tree_.is(i, GUMBO_TAG_HEADER) || named(tree_, i, names_.site)) {
        score -= 0.15;
      }
    }
    return score;
  }

 private:
  [[nodiscard]] std::uint32_t heading_of(std::uint32_t element) const {
    return tree_.around(element, Around::heading);
  }

  [[nodiscard]] bool is_declared(std::uint32_t element) const {
    return tree_.has_word(element, "itemprop", "headline") || tree_.has_word(element, "itemprop", "name");
  }

  [[nodiscard]] bool is_named(std::uint32_t element) const {
    const std::uint32_t parent = tree_[element].parent;
    return named(tree_, element, names_.headline) ||
           (parent != no_node && named(tree_, parent, names_.headline));
  }

  /// The parts of <title> between dashes, bars and colons: headline, section, site.
  void split_title(const std::string& title) {
    constexpr std::string_view separators[] = {" - ", " | ", " – ", " — ", " · ", " • ", ": "};
    std::string rest = title;
    while (!rest.empty()) {
      std::size_t end = rest.size();
      std::size_t next = rest.size();
      for (const std::string_view separator : separators) {
        const std::size_t at = rest.find(separator);
        if (at < end) {
          end = at;
          next = at + separator.size();
        }
      }
      title_parts_.push_back(words_of(rest.substr(0, end)));
      rest.erase(0, next);
    }
  }

  /// What a site calls itself is no headline: its name, or a part of <title> that is
  /// not the longest.
  [[nodiscard]] double site_cost(const HtmlBlock& block) const {
    const auto words = words_of(block.text);
    const auto shorter = [](const auto& a, const auto& b) { return a.size() < b.size(); };
    const auto longest = std::max_element(title_parts_.begin(), title_parts_.end(), shorter);
    const bool part = std::find(title_parts_.begin(), title_parts_.end(), words) != title_parts_.end();
    const bool headline = std::find(headlines_.begin(), headlines_.end(), words) != headlines_.end();
    if (headline || words.empty()) {
      return 0;
    }
    const bool last = title_parts_.size() > 1 && words == title_parts_.back();
    return words == site_ || (part && words.size() < longest->size() + (last ? 1 : 0)) ? 0.3 : 0.0;
  }

  [[nodiscard]] double level_bonus(std::uint32_t heading) const {
    constexpr double bonus[] = {0.0, 0.35, 0.15, 0.05, 0.0, 0.0, 0.0};
    return heading == no_node ? 0 : bonus[tree_.heading_level(heading)];
  }

  /// A heading that is a link leads to an article rather than heading one.
  [[nodiscard]] static double link_cost(const HtmlBlock& block) {
    return block.link_density() > 0.8 ? 0.5 : 0.0;
  }

  [[nodiscard]] double likeness_to_metadata(const HtmlBlock& block) const {
    const auto words = words_of(block.text);
    if (words.empty()) {
      return 0;
    }
    double best = 0;
    for (const auto& headline : headlines_) {
      best = std::max(best, 2.0 * static_cast<double>(shared_words(words, headline)) /
                                static_cast<double>(words.size() + headline.size()));
    }
    // <title> holds the site's name as well, and often a section's.
    if (words.size() >= 3) {
      best = std::max(
          best, 0.9 * static_cast<double>(shared_words(words, title_)) / static_cast<double>(words.size()));
    }
    return best;
  }

  const HtmlTree& tree_;
  const HtmlNames& names_;
  std::vector<std::vector<std::string>> headlines_;
  std::vector<std::string> title_;
  std::vector<std::vector<std::string>> title_parts_;
  std::vector<std::string> site_;
};

}  // namespace

double same_words(std::string_view a, std::string_view b) {
  const auto left = words_of(a);
  const auto right = words_of(b);
  if (left.empty() || right.empty()) {
    return 0;
  }
  return 2.0 * static_cast<double>(shared_words(left, right)) /
         static_cast<double>(left.size() + right.size());
}

std::optional<std::size_t> find_headline(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                                         const PageMetadata& page, const HtmlNames& names) {
  const HeadlineFinder finder(tree, page, names);
  std::optional<std::size_t> best;
  double best_score = 0.34;  // an h1 that isn't a link is enough where nothing is better
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const double score = finder.score(blocks[i]);
    if (score > best_score + 1e-9) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

}  // namespace selon
