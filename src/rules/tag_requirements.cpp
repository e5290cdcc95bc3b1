#include "rules/tag_requirements.h"

#include <algorithm>
#include <cstddef>

#include "base/flat_arrays.h"
#include "rules/regex_store.h"
#include "rules/tag_expression.h"

namespace selon {

namespace {

struct Requirement {
  TagBits tags;
  std::size_t count = 0;
};
using Requirements = std::vector<Requirement>;

Requirement requirement(const TagBits& tags) { return {tags, tags.count()}; }

// More sets than these tell hardly more, and alternatives multiply them.
constexpr std::size_t most_of_sequence = 16;
constexpr std::size_t most_of_choice = 6;
// PCRE2 compiles no pattern that is nested deeper.
constexpr std::size_t deepest = 250;

/// Only sets that hold no other one say something, and of those the smallest say most.
void keep_telling(Requirements& all, std::size_t most) {
  std::ranges::stable_sort(all, {}, &Requirement::count);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size() && kept < most; ++i) {
    const TagBits others = ~all[i].tags;
    const bool follows = std::any_of(all.data(), all.data() + kept, [&](const Requirement& smaller) {
      return (smaller.tags & others).none();
    });
    if (!follows) {
      all[kept++] = all[i];
    }
  }
  all.resize(kept);
}

/// Reads the little of PCRE2's syntax that expand_tags writes.
class Reading {
 public:
  explicit Reading(std::string_view pattern) : rest_(pattern) {}

  /// Alternatives up to a closing parenthesis or the end.
  Requirements choice() {
    if (++depth_ > deepest) {
      rest_ = {};
      return {};
    }
    Requirements all = sequence();
    while (take("|")) {
      all = either(all, sequence());
    }
    --depth_;
    return all;
  }
  /// All was read.
  [[nodiscard]] bool complete() const { return depth_ == 0 && rest_.empty(); }

 private:
  /// One of the two is met: so is each union of a set of one and a set of the other.
  static Requirements either(const Requirements& a, const Requirements& b) {
    Requirements out;
    out.reserve(a.size() * b.size());
    for (const Requirement& one : a) {
      for (const Requirement& other : b) {
        out.push_back(requirement(one.tags | other.tags));
      }
    }
    keep_telling(out, most_of_choice);
    return out;
  }

  Requirements sequence() {
    Requirements all;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Requirements part = item();
      if (!is_optional()) {
        all.insert(all.end(), part.begin(), part.end());
      }
    }
    keep_telling(all, most_of_sequence);
    return all;
  }

  Requirements item() {
    if (take("(")) {
      const bool denied = take("?!") || take("?<!");
      if (!denied && !take("?:") && !take("?>") && !take("?=") && !take("?<=") && take("?<")) {
        rest_.remove_prefix(std::min(rest_.find('>'), rest_.size() - 1) + 1);
      }
      Requirements inner = choice();
      take(")");
      return denied ? Requirements() : inner;
    }
    if (rest_.starts_with("\\x")) {
      TagBits one;
      one.set(code());
      return {requirement(one)};
    }
    if (take("[")) {
      const bool negated = take("^");
      TagBits members;
      while (rest_.starts_with("\\x")) {
        members.set(code());
      }
      take("]");
      return {requirement(negated ? ~members : members)};
    }
    // "." is met by any token; "^", "\A", "$" and "\z" by none.
    rest_.remove_prefix(rest_.front() == '\\' ? std::min<std::size_t>(2, rest_.size()) : 1);
    return {};
  }

  /// Takes the quantifier of an item: whether it lets the item be missing.
  bool is_optional() {
    bool optional = false;
    if (take("?") || take("*")) {
      optional = true;
    } else if (take("{")) {
      optional = rest_.starts_with('0') || rest_.starts_with(',');
      rest_.remove_prefix(std::min(rest_.find('}'), rest_.size() - 1) + 1);
    } else if (!take("+")) {
      return false;
    }
    if (!take("?")) {  // lazy
      take("+");       // possessive
    }
    return optional;
  }

  std::size_t code() {
    const auto digit = [this](std::size_t at) -> std::size_t {
      const char c = at < rest_.size() ? rest_[at] : '0';
      return static_cast<std::size_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10) & 15U;
    };
    const std::size_t out = digit(2) * 16 + digit(3);
    rest_.remove_prefix(std::min<std::size_t>(4, rest_.size()));
    return out;
  }

  bool take(std::string_view sign) {
    const bool here = rest_.starts_with(sign);
    rest_.remove_prefix(here ? sign.size() : 0);
    return here;
  }

  std::string_view rest_;
  std::size_t depth_ = 0;
};

}  // namespace

std::vector<TagBits> tag_requirements(std::string_view pattern) {
  Reading reading(pattern);
  std::vector<TagBits> out;
  for (const Requirement& one : reading.choice()) {
    out.push_back(one.tags);
  }
  return reading.complete() ? out : std::vector<TagBits>();
}

TagRequirements TagRequirements::build(const Pack& pack) {
  const TagTable table(pack);
  TagRequirements out;
  for (const Pattern& pattern : pack.patterns) {
    out.built_starts_.push_back(static_cast<std::uint32_t>(out.built_sets_.size()));
    if (const auto expanded = expand_tags(table, pattern.expression, pattern.expression_place)) {
      const std::vector<TagBits> sets = tag_requirements(*expanded);
      out.built_sets_.insert(out.built_sets_.end(), sets.begin(), sets.end());
    }
  }
  out.built_starts_.push_back(static_cast<std::uint32_t>(out.built_sets_.size()));
  out.starts_ = out.built_starts_;
  out.sets_ = out.built_sets_;
  return out;
}

std::string TagRequirements::encode() const {
  FlatWriter writer;
  writer.put(starts_);
  writer.put(sets_);
  return std::move(writer.bytes);
}

std::optional<TagRequirements> TagRequirements::prepared(const Pack& pack) {
  const std::string_view bytes =
      pack.regexes == nullptr ? std::string_view() : pack.regexes->table(stored_as);
  FlatReader reader(bytes);
  TagRequirements out;
  out.starts_ = reader.take<std::uint32_t>();
  out.sets_ = reader.take<TagBits>();
  const bool fits = reader.complete() && out.starts_.size() == pack.patterns.size() + 1 &&
                    std::ranges::is_sorted(out.starts_) && out.starts_.back() == out.sets_.size();
  return fits ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace selon
