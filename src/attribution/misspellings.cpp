// Sources named with a misspelling: at their mentions, elsewhere beside a noun that
// says what they are, and one source of the article against another.
#include <algorithm>

#include "attribution/article_resolver.h"
#include "attribution/name_fold.h"

namespace selon {

DoubtfulName ArticleResolver::doubtful(Span name, SourceKind kind, std::string& folded_name) const {
  const std::uint32_t first = tools_.reader.token_at(name.start);
  const std::uint32_t last = tools_.reader.token_at(name.end - 1) + 1;
  DoubtfulName out;
  for (std::uint32_t i = first; i < last; ++i) {
    if (!tools_.reader.is_word(i)) {
      continue;
    }
    const WordFacts& facts = tools_.reader.facts(i);
    folded_name += (folded_name.empty() ? "" : " ") + facts.folded;
    const auto parts =
        static_cast<std::size_t>(std::count(facts.folded.begin(), facts.folded.end(), ' ')) + 1;
    const bool capital = (text_.tokens[i].shape & shape_capital) != 0;
    out.unknown.insert(out.unknown.end(), parts, facts.unknown && capital && facts.classes == 0);
  }
  out.text = tools_.reader.text_of(name);
  out.folded = folded_name;
  out.kind = kind;
  return out;
}

void ArticleResolver::report_near_miss(Span span, std::string proposal, std::uint32_t entity) {
  const bool known = std::any_of(analysis_.near_misses.begin(), analysis_.near_misses.end(),
                                 [span](const NearMiss& miss) { return miss.span == span; });
  if (!known) {
    analysis_.near_misses.push_back({span, std::move(proposal), source_of(entity)});
  }
}

std::optional<ArticleResolver::Answer> ArticleResolver::by_misspelling(const Mention& mention) {
  const SourceKind kind = mention.role ? kind_of(*mention.role, tools_.words) : SourceKind::unknown;
  std::string key;
  DoubtfulName name = doubtful(*mention.name, kind, key);
  name.determiner = mention.determiner != Determiner::none;
  const bool introduced = mention.acronym || !mention.more_roles.empty();
  const auto found = introduced ? std::nullopt : tools_.near_misses.find(name, document_.text);
  if (!found) {
    return std::nullopt;
  }
  const std::uint32_t entity = entity_of_pack(found->source);
  if (mention.role) {
    entities_.add_role(entity, *mention.role);
  }
  report_near_miss(*mention.name, std::string(found->spelling), entity);
  return Answer{entity, Resolution::misspelling, {}};
}

// Beside "agence", "quotidien" and the like an unknown word is a source's name, even
// where nothing is attributed to it.
void ArticleResolver::find_misspelt_bodies() {
  constexpr std::uint8_t wanted = shape_capital | shape_unknown;
  for (std::uint32_t i = 1; i < text_.tokens.size(); ++i) {
    if ((text_.tokens[i].shape & wanted) != wanted || !tools_.reader.is_word(i)) {
      continue;
    }
    std::uint64_t head = 0;
    for (std::uint32_t back = 1; back <= std::min(i, 3u) && head == 0; ++back) {
      const std::uint64_t classes = tools_.reader.classes(i - back);
      const bool capital = (text_.tokens[i - back].shape & shape_capital) != 0;  // "le quotidien Le Figarro"
      if (!tools_.reader.is_word(i - back) || (classes & word::preposition) != 0 ||
          ((classes & word::determiner) != 0 && !capital)) {
        break;
      }
      head = classes & (word::agency | word::media);
    }
    if (head == 0) {
      continue;
    }
    const Span span = tools_.reader.span_of(
        i, tools_.reader.end_of_run(i, static_cast<std::uint32_t>(text_.tokens.size())));
    if (tools_.reader.known_at(i, i + 1).words != 0) {
      continue;
    }
    std::string key;
    const DoubtfulName name = doubtful(span, SourceWords::kind_of_body(head), key);
    const auto found = tools_.near_misses.find(name, document_.text);
    const bool mentioned =
        found && std::any_of(analysis_.attributions.begin(), analysis_.attributions.end(),
                             [span](const Attribution& attribution) {
                               return attribution.source && attribution.source->overlaps(span);
                             });
    if (found && !mentioned) {
      report_near_miss(span, std::string(found->spelling), entity_of_pack(found->source));
    }
  }
}

// Of two sources whose names are a letter or two apart the rarer form is the
// misspelling. Persons must share their first name, short names their kind.
void ArticleResolver::find_misspelt_sources() {
  constexpr std::size_t most_names = 300;  // an article has a few dozen at most
  std::vector<std::size_t> named(entities_.size(), 0);
  std::vector<std::size_t> placed(entities_.size(), 0);
  std::vector<ComparedName> names;
  for (const NamedMention& mention : named_) {
    if (named[mention.entity]++ != 0 || names.size() >= most_names) {
      continue;
    }
    ComparedName name{mention, {}, {}, folded(entities_[mention.entity].name), 0};
    name.unknown = doubtful(mention.name, SourceKind::unknown, name.written).unknown;
    names.push_back(std::move(name));
  }
  for (const Occurrence& place : occurrences_) {
    ++placed[place.entity];
  }
  for (ComparedName& name : names) {
    name.times = std::max(named[name.mention.entity], placed[name.mention.entity]);
  }
  for (const ComparedName& rare : names) {
    const auto usual = std::find_if(names.begin(), names.end(),
                                    [&](const ComparedName& other) { return is_misspelt(rare, other); });
    if (usual != names.end()) {
      const std::uint32_t meant = usual->mention.entity;
      report_near_miss(rare.mention.name, entities_[meant].name, meant);
      replace_source(rare.mention.entity, meant);
    }
  }
}

bool ArticleResolver::is_misspelt(const ComparedName& rare, const ComparedName& usual) const {
  if (rare.times >= usual.times || !may_be_misspelt(rare.written, rare.unknown, usual.full)) {
    return false;
  }
  const Entity& a = entities_[rare.mention.entity];
  const Entity& b = entities_[usual.mention.entity];
  if (a.person != b.person || a.anonymous || b.anonymous || a.source == no_index || b.source == no_index ||
      a.source == b.source) {
    return false;
  }
  if (a.person) {
    return first_word(rare.written) == first_word(usual.full) &&
           rare.written.find(' ') != std::string::npos && agree(a.agreement, b.agreement);
  }
  return rare.written.size() > 5 || (a.kind == b.kind && a.kind != SourceKind::unknown && !a.roles.empty() &&
                                     !b.roles.empty() && a.roles.front().head == b.roles.front().head);
}

// What the source at `from` said, `to` has said; the list closes up.
void ArticleResolver::replace_source(std::uint32_t from, std::uint32_t to) {
  const std::uint32_t gone = entities_[from].source;
  const std::uint32_t kept = entities_[to].source;
  const auto moved = [gone, kept](std::uint32_t& index) {
    index = index == gone ? kept : index;
    index -= index != no_index && index > gone ? 1 : 0;
  };
  for (Attribution& attribution : analysis_.attributions) {
    if (attribution.source_index == gone &&
        (attribution.resolution == Resolution::name || attribution.resolution == Resolution::alias)) {
      attribution.resolution = Resolution::misspelling;
    }
    moved(attribution.source_index);
    moved(attribution.via);
  }
  for (auto* list : {&analysis_.bylines, &analysis_.credits}) {
    std::for_each(list->begin(), list->end(), moved);
  }
  for (NearMiss& miss : analysis_.near_misses) {
    moved(miss.source_index);
  }
  for (std::uint32_t i = 0; i < entities_.size(); ++i) {
    moved(entities_[i].source);
  }
  analysis_.sources.erase(analysis_.sources.begin() + static_cast<std::ptrdiff_t>(gone));
}

}  // namespace selon
