// selon sources [--source NAME]; selon sources merge|alias|undo|decisions
#include <fmt/format.h>

#include <charconv>

#include "claims/source_decisions.h"
#include "cli/commands.h"
#include "cli/listing_format.h"
#include "cli/recording.h"
#include "report/page_words.h"
#include "report/printable.h"
#include "report/wording.h"
#include "rules/names.h"

namespace selon {

namespace {

/// "3  2024-03-12  merge  J. Morvan (j-morvan) -> Jeanne Morvan (jeanne-morvan)  undone 2024-03-13"
std::string line_of(const SourceDecision& decision) {
  std::string line = fmt::format("{}  {}  {}  {}", decision.id, decision.at.substr(0, 10),
                                 decision.merge ? "merge" : "alias", printable(decision.name));
  if (!decision.ref.empty()) {
    line += fmt::format(" ({})", printable(decision.ref));
  }
  line += fmt::format(" -> {} ({})", printable(decision.into_name), printable(decision.into_ref));
  if (!decision.undone_at.empty()) {
    line += fmt::format("  undone {}", decision.undone_at.substr(0, 10));
  }
  return line + "\n";
}

/// A person is no agency. Where a kind isn't known nothing is said.
bool are_unlike(const SourceDecision& decision) {
  const std::string_view unknown = name_of(SourceKind::unknown);
  return decision.merge && decision.kind != decision.into_kind && decision.kind != unknown &&
         decision.into_kind != unknown;
}

std::string unlike_sources_note(UiLanguage language, const SourceDecision& decision) {
  const auto kind = [&](const std::string& name) {
    return label(language, named<SourceKind>(name).value_or(SourceKind::unknown));
  };
  return ui_words(language).with("sources.unlike", {{"name", printable(decision.name)},
                                                    {"kind", std::string(kind(decision.kind))},
                                                    {"into", printable(decision.into_name)},
                                                    {"into_kind", std::string(kind(decision.into_kind))},
                                                    {"number", std::to_string(decision.id)}});
}

template <class Decide>
int decide(const Options& options, Console& console, const Decide& make) {
  const auto path = database_path(options);
  auto database = path ? Database::open(*path, OpenMode::read_write) : tl::unexpected(path.error());
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  const Expected<SourceDecision> decision = make(*database);
  if (decision) {
    console.out.write(line_of(*decision));
    if (decision->undone_at.empty() && are_unlike(*decision)) {
      console.note(unlike_sources_note(console.language, *decision));
    }
  } else {
    console.fail(decision.error());
  }
  return console.exit_code();
}

bool are_two(const Options& options, Console& console, const char* command, const char* wanted) {
  if (options.names.size() == 2 && !options.names[0].empty() && !options.names[1].empty()) {
    return true;
  }
  console.fail(Error{command, 0, 0, "two names are needed", "", wanted});
  return false;
}

}  // namespace

int run_sources(const Options& options, Console& console) {
  return list_rows<SourceRow>(options, console, source_listing, [&](Database& database, const auto& each) {
    SourceQuery query;
    query.name = options.source;
    query.exact = options.exact;
    query.all_revisions = options.all_revisions;
    query.limit = options.limit;
    if (options.anonymous) {
      query.anonymous = true;
    }
    return for_each_source(database, query, each);
  });
}

int run_sources_merge(const Options& options, Console& console) {
  if (!are_two(options, console, "selon sources merge", "give the source to merge, and the one it is")) {
    return console.exit_code();
  }
  return decide(options, console, [&](Database& database) {
    return merge_sources(database, options.names[0], options.names[1]);
  });
}

int run_sources_alias(const Options& options, Console& console) {
  if (!are_two(options, console, "selon sources alias", "give the source, and another name of it")) {
    return console.exit_code();
  }
  return decide(options, console, [&](Database& database) {
    return add_source_alias(database, options.names[1], options.names[0]);
  });
}

int run_sources_undo(const Options& options, Console& console) {
  std::int64_t number = 0;
  if (!options.names.empty()) {
    const std::string& given = options.names.front();
    const auto read = std::from_chars(given.data(), given.data() + given.size(), number);
    if (read.ec != std::errc() || read.ptr != given.data() + given.size() || number <= 0) {
      console.fail(Error{"selon sources undo", 0, 0, "this is no number of a decision", given,
                         "`selon sources decisions` lists them"});
      return console.exit_code();
    }
  }
  return decide(options, console, [&](Database& database) { return undo_source_decision(database, number); });
}

int run_sources_decisions(const Options& options, Console& console) {
  auto database = open_for_questions(options);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  const auto count = for_each_source_decision(
      *database, [&](const SourceDecision& decision) { console.out.write(line_of(decision)); });
  if (!count) {
    console.fail(count.error());
  }
  return console.exit_code();
}

}  // namespace selon
