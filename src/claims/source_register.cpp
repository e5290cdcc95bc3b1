#include "claims/source_register.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "claims/fold.h"
#include "rules/names.h"

namespace selon {

namespace {

/// A source as the database has it.
struct StoredSource {
  std::int64_t id = 0;
  std::string name;
  std::string kind;
  std::string country;
  std::string metonym_of;
  bool known = false;
  std::string pack_version;
};

/// Longer mentions, and those with punctuation, are a name with its apposition.
constexpr std::size_t longest_alias = 60;

bool is_plain_name(std::string_view mention) {
  return mention.size() <= longest_alias && mention.find_first_of(",;:()\"\n") == std::string_view::npos &&
         mention.find("«") == std::string_view::npos;
}

/// What to keep of an entity seen before. A pack's word counts for more than an
/// article's; between two articles the fuller name is kept, and no fact is lost.
StoredSource merged(const StoredSource& stored, const Source& source, const std::string& pack_version) {
  StoredSource merged = stored;
  if (source.known) {
    merged.name = source.name;
    merged.kind = name_of(source.kind);
    merged.country = source.country;
    merged.metonym_of = source.metonym_of;
    merged.known = true;
    merged.pack_version = pack_version;
  } else if (!stored.known) {
    if (source.name.size() > stored.name.size()) merged.name = source.name;
    if (stored.kind == name_of(SourceKind::unknown)) merged.kind = name_of(source.kind);
    if (stored.country.empty()) merged.country = source.country;
    if (stored.metonym_of.empty()) merged.metonym_of = source.metonym_of;
  }
  return merged;
}

/// What an article calls by a description or not at all is nobody outside of it.
bool has_no_name(const Source& source) {
  return !source.known && (source.anonymous || source.vague || source.described);
}

bool same(const StoredSource& a, const StoredSource& b) {
  return a.name == b.name && a.kind == b.kind && a.country == b.country && a.metonym_of == b.metonym_of &&
         a.known == b.known && a.pack_version == b.pack_version;
}

}  // namespace

SourceRegister::SourceRegister(RecordStatements& statements, const Document& document,
                               const Analysis& analysis, const RecordOptions& options)
    : statements_(statements),
      document_(document),
      analysis_(analysis),
      options_(options),
      ids_(analysis.sources.size(), 0) {}

std::int64_t SourceRegister::id_of(std::uint32_t index) {
  if (index >= ids_.size()) return 0;
  if (ids_[index] == 0) ids_[index] = enter(analysis_.sources[index]);
  return ids_[index];
}

std::int64_t SourceRegister::counts_as(std::int64_t id) {
  if (id == 0) return 0;
  std::int64_t& same = counts_as_[id];
  if (same == 0) {
    Run run = statements_.same_source.run();
    same = run.number(id).step() ? run.number_at(0) : id;
  }
  return same;
}

void SourceRegister::note_mention(const Attribution& attribution) {
  const bool by_name =
      attribution.resolution == Resolution::name || attribution.resolution == Resolution::alias;
  if (!by_name || !attribution.source || attribution.source_index >= analysis_.sources.size()) return;
  const Source& source = analysis_.sources[attribution.source_index];
  const std::string_view mention = attribution.source->in(document_.text);
  if (source.anonymous || source.vague || !is_plain_name(mention)) return;
  if (!noted_.emplace(attribution.source_index, mention).second) return;
  add_alias(id_of(attribution.source_index), mention, "article");
}

// Two articles' "un témoin" are two people, and so are two of one article. Those of
// another revision are taken for the same where they are called the same.
std::int64_t SourceRegister::enter_unnamed(const Source& source) {
  {
    Run run = statements_.find_unnamed.run();
    run.number(article_).text(source.name);
    while (run.step()) {
      if (unnamed_.insert(run.number_at(0)).second) return run.number_at(0);
    }
  }
  std::string ref = fmt::format("{}@{}", source.ref, article_);
  const auto taken = [&] { return statements_.find_source.run().text(ref).step(); };
  for (int again = 2; taken(); ++again) ref = fmt::format("{}@{}-{}", source.ref, article_, again);
  const std::int64_t id = insert(source, ref, article_);
  unnamed_.insert(id);
  return id;
}

std::int64_t SourceRegister::enter(const Source& source) {
  if (has_no_name(source)) return enter_unnamed(source);
  StoredSource stored;
  {
    Run run = statements_.find_source.run();
    if (!run.text(source.ref).step()) return insert(source, source.ref, 0);
    stored = {run.number_at(0),
              std::string(run.text_at(1)),
              std::string(run.text_at(2)),
              std::string(run.text_at(3)),
              std::string(run.text_at(4)),
              run.number_at(5) != 0,
              std::string(run.text_at(6))};
  }
  const StoredSource now = merged(stored, source, options_.pack_version);
  if (!same(now, stored)) {
    statements_.update_source.run()
        .text(now.name)
        .text(now.kind)
        .text(now.country)
        .text(now.metonym_of)
        .number(now.known ? 1 : 0)
        .text(now.pack_version)
        .number(stored.id)
        .exec();
    add_alias(stored.id, now.name, "name");
    join_by_alias(stored.id, now.name);
    if (source.known) add_pack_aliases(stored.id, source);
  }
  return stored.id;
}

std::int64_t SourceRegister::insert(const Source& source, std::string_view ref, std::int64_t article) {
  statements_.insert_source.run()
      .text(ref)
      .text(source.name)
      .text(name_of(source.kind))
      .text(source.country)
      .text(source.metonym_of)
      .number(source.anonymous ? 1 : 0)
      .number(source.vague ? 1 : 0)
      .number(source.known ? 1 : 0)
      .text(source.known ? options_.pack_version : "")
      .number_or_null(article)
      .exec();
  Run run = statements_.last_id.run();
  run.step();
  const std::int64_t id = run.number_at(0);
  add_alias(id, source.name, "name");
  if (article == 0) join_by_alias(id, source.name);
  if (source.known) add_pack_aliases(id, source);
  return id;
}

// What a user called another name of a source is that source from its first claim on.
void SourceRegister::join_by_alias(std::int64_t id, std::string_view name) {
  std::int64_t into = 0;
  {
    Run run = statements_.find_alias.run();
    if (run.text(fold_name(name)).step()) into = run.number_at(0);
  }
  if (into == 0 || into == id || counts_as(id) != id) return;
  counts_as_.clear();
  statements_.join_source.run().number(into).number(id).exec();
  statements_.move_claims.run().number(into).number(id).exec();
}

void SourceRegister::add_pack_aliases(std::int64_t id, const Source& source) {
  const auto entry = std::ranges::find(options_.known_sources, source.ref, &SourceEntry::ref);
  if (entry == options_.known_sources.end()) return;
  for (const std::string& alias : entry->aliases) add_alias(id, alias, "pack");
}

void SourceRegister::add_alias(std::int64_t id, std::string_view alias, std::string_view origin) {
  const std::string folded = fold_name(alias);
  if (folded.empty()) return;
  statements_.insert_alias.run().number(id).text(folded).text(alias).text(origin).exec();
}

}  // namespace selon
