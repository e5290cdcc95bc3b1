#include "attribution/pattern_set.h"

#include <algorithm>
#include <utility>

namespace selon {

namespace {

TagSet tag_set(const TagTable& table, const std::vector<std::string>& names) {
  TagSet set;
  for (const std::string& name : names) {
    if (const std::string* members = table.set(name.starts_with('@') ? name.substr(1) : name)) {
      for (const char member : *members) {
        set.set(static_cast<unsigned char>(member));
      }
    } else if (const auto code = table.code(name)) {
      set.set(*code);
    }
  }
  return set;
}

bool meets(std::span<const TagBits> requirements, const TagSet& present) {
  return std::all_of(requirements.begin(), requirements.end(),
                     [&present](const TagBits& set) { return (set & present).any(); });
}

// "after-relative" uses the boundaries of "after" too.
bool scope_uses(std::string_view scope, std::string_view boundary) {
  return scope == boundary ||
         (scope.starts_with(boundary) && scope.size() > boundary.size() && scope[boundary.size()] == '-');
}

}  // namespace

Expected<std::unique_ptr<PatternSet>> PatternSet::create(const Vocabulary& vocabulary, bool jit) {
  std::unique_ptr<PatternSet> set(new PatternSet(vocabulary, jit));
  const Pack& pack = vocabulary.pack();
  if (auto prepared = TagRequirements::prepared(pack)) {
    set->requirements_ = std::move(*prepared);
  } else if (jit) {  // to work them out takes longer than they spare one article
    set->requirements_ = TagRequirements::build(pack);
  }
  for (const Pattern& pattern : pack.patterns) {
    Compiled compiled;
    compiled.pattern = &pattern;
    compiled.requirements = set->requirements_.of(set->patterns_.size());
    compiled.gate = tag_set(set->table_, pattern.gate);
    set->cues_ |= compiled.gate;
    set->patterns_.push_back(std::move(compiled));
  }
  for (const Boundary& boundary : pack.boundaries) {
    set->boundaries_.push_back({&boundary, std::nullopt});
  }
  return set;
}

bool PatternSet::compile(Compiled& compiled) {
  if (compiled.regex || compiled.failed) {
    return !compiled.failed;
  }
  auto regex = compile_tags(table_, compiled.pattern->expression, compiled.pattern->expression_place,
                            jit_ ? Jit::on : Jit::off);
  if (!regex) {
    compiled.failed = true;
    mistakes_.push_back(std::move(regex.error()));
    return false;
  }
  compiled.regex = std::move(*regex);
  const auto groups = [&](const char* name) { return compiled.regex->group_indices(name); };
  compiled.source = groups("source");
  // Where a pattern runs over an earlier cue, its own is the last one.
  compiled.cue = groups("cue");
  std::reverse(compiled.cue.begin(), compiled.cue.end());
  compiled.content = groups("content");
  compiled.addressee = groups("addressee");
  compiled.date = groups("date");
  compiled.place = groups("place");
  compiled.via = groups("via");
  return true;
}

bool PatternSet::compile(CompiledBoundary& compiled) {
  if (!compiled.regex && !compiled.failed) {
    auto regex = compile_tags(table_, compiled.boundary->expression, compiled.boundary->expression_place,
                              jit_ ? Jit::on : Jit::off);
    if (!regex) {
      compiled.failed = true;
      mistakes_.push_back(std::move(regex.error()));
      return false;
    }
    compiled.regex = std::move(*regex);
  }
  return !compiled.failed;
}

std::optional<TokenRange> PatternSet::range(const std::vector<int>& groups, std::uint32_t first) const {
  const auto found = match_.first_of(groups);
  if (!found || found->first == found->second) {
    return std::nullopt;
  }
  return TokenRange{first + static_cast<std::uint32_t>(found->first),
                    first + static_cast<std::uint32_t>(found->second)};
}

// The parts of the match just made, in a sentence that begins at token `first`.
void PatternSet::read(const Compiled& compiled, std::uint32_t first, PatternMatch& out) const {
  const auto whole = *match_.group(0);
  out.pattern = compiled.pattern;
  out.whole = {first + static_cast<std::uint32_t>(whole.first),
               first + static_cast<std::uint32_t>(whole.second)};
  out.source = range(compiled.source, first);
  out.cue = range(compiled.cue, first);
  out.content = range(compiled.content, first);
  out.addressee = range(compiled.addressee, first);
  out.date = range(compiled.date, first);
  out.place = range(compiled.place, first);
  out.via = range(compiled.via, first);
}

void PatternSet::tell_slow(bool& told, std::string_view name, RulePlace place) {
  if (!told) {
    told = true;
    mistakes_.push_back(error_at(table_.pack(), place, "the pattern takes too long on a sentence",
                                 std::string(name), "let its repetitions match in one way only"));
  }
}

void PatternSet::match(std::string_view tags, std::uint32_t first, std::uint32_t last, const TagSet& present,
                       std::vector<PatternMatch>& out) {
  // Each costs as much as many thousand sentences.
  constexpr int most_limits = 4;
  const std::string_view subject = tags.substr(first, last - first);
  for (Compiled& compiled : patterns_) {
    if ((compiled.gate & present).none() || !meets(compiled.requirements, present) || !compile(compiled)) {
      continue;
    }
    int limits = 0;
    std::size_t from = 0;
    while (from < subject.size()) {
      if (compiled.regex->match(subject, from, match_)) {
        PatternMatch& match = out.emplace_back();
        read(compiled, first, match);
        // The next match may begin right after this cue: a report inside a report.
        const std::size_t next = (match.cue ? match.cue->last : match.whole.last) - first;
        from = next > from ? next : from + 1;
        continue;
      }
      if (match_.outcome() != MatchOutcome::limit) {
        break;
      }
      tell_slow(compiled.slow, compiled.pattern->id, compiled.pattern->expression_place);
      if (++limits == most_limits) {
        break;
      }
      while (from < subject.size() && !compiled.gate.test(static_cast<unsigned char>(subject[from]))) {
        ++from;
      }
      ++from;
    }
  }
}

Direction PatternSet::direction(const Pattern& pattern) const {
  const std::string_view scope = pattern.scope;
  const std::string_view head = scope.substr(0, scope.find('-'));
  if (head == "after") {
    return Direction::after;
  }
  if (head == "before") {
    return Direction::before;
  }
  return head == "around" ? Direction::around : Direction::group;
}

bool PatternSet::has_boundary(std::string_view scope, std::string_view effect) const {
  return std::any_of(boundaries_.begin(), boundaries_.end(), [&](const CompiledBoundary& compiled) {
    return compiled.boundary->effect == effect && scope_uses(scope, compiled.boundary->scope);
  });
}

std::optional<TokenRange> PatternSet::boundary(std::string_view scope, std::string_view effect,
                                               std::string_view tags, std::uint32_t from, bool anchored) {
  std::optional<TokenRange> best;
  for (CompiledBoundary& compiled : boundaries_) {
    if (compiled.boundary->effect != effect || !scope_uses(scope, compiled.boundary->scope) ||
        !compile(compiled)) {
      continue;
    }
    if (compiled.regex->match(tags, from, match_, anchored ? PCRE2_ANCHORED : 0u)) {
      const auto cut = match_.group(compiled.regex->group_index("cut"));
      const auto found = cut ? *cut : *match_.group(0);
      if (!best || found.first < best->first) {
        best = {static_cast<std::uint32_t>(found.first), static_cast<std::uint32_t>(found.second)};
      }
    } else if (match_.outcome() == MatchOutcome::limit) {
      tell_slow(compiled.slow, compiled.boundary->scope, compiled.boundary->expression_place);
    }
  }
  return best;
}

}  // namespace selon
