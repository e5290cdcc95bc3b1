// selon forget, export, import, check, vacuum: the database as a whole.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "claims/check.h"
#include "claims/forget.h"
#include "claims/transfer.h"
#include "cli/commands.h"
#include "cli/jsonl.h"
#include "cli/listing_format.h"
#include "cli/recording.h"
#include "report/claims_json_ld.h"
#include "report/page_words.h"
#include "report/printable.h"

namespace selon {

namespace {

Expected<Database> open_database(const Options& options, OpenMode mode) {
  const auto path = database_path(options);
  return path ? Database::open(*path, mode) : tl::unexpected(path.error());
}

/// The claims of every revision, as listed by `claims --format csv`.
Expected<void> export_csv(Database& database, Console& console) {
  const auto listing = claim_listing(console.out, {ListingFormat::csv, console.language, false});
  ClaimQuery query;
  query.all_revisions = true;
  const auto rows = for_each_claim(database, query, [&](const ClaimRow& claim) {
    listing->row(claim);
    return !console.out.closed();
  });
  return rows ? Expected<void>() : tl::unexpected(rows.error());
}

Expected<void> export_json_ld(Database& database, Console& console) {
  const auto revisions = all_revisions(database);
  if (!revisions) {
    return tl::unexpected(revisions.error());
  }
  ClaimsJsonLd graph(console.out);
  for (const RevisionRow& revision : *revisions) {
    const auto recorded = read_recorded(database, revision.id);
    if (!recorded) {
      return tl::unexpected(recorded.error());
    }
    graph.article(revision, recorded->document, recorded->lang);
    ClaimQuery query;
    query.all_revisions = true;
    query.revision = revision.id;
    const auto rows = for_each_claim(database, query, [&](const ClaimRow& claim) {
      graph.claim(claim);
      return !console.out.closed();
    });
    if (!rows) {
      return tl::unexpected(rows.error());
    }
  }
  graph.finish();
  return {};
}

Expected<void> export_jsonl(Database& database, Console& console) {
  const auto rows = export_rows(database, [&](std::string_view line) {
    console.out.write(line);
    console.out.write('\n');
    console.out.drain();
    return !console.out.closed();
  });
  return rows ? Expected<void>() : tl::unexpected(rows.error());
}

}  // namespace

int run_forget(const Options& options, Console& console) {
  if (options.names.size() > 1) {
    console.fail(Error{"", 0, 0, "one article is forgotten at a time", options.names[1], ""});
    return console.exit_code();
  }
  auto database = open_database(options, OpenMode::read_write);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  const auto gone =
      forget(*database, {options.names.empty() ? "" : options.names.front(), options.source, options.before});
  if (!gone) {
    console.fail(gone.error());
    return console.exit_code();
  }
  const auto all = [&](std::uint64_t count, Counted what) { return counted(console.language, count, what); };
  console.out.write(ui_words(console.language)
                        .with("forgotten", {{"revisions", all(gone->revisions, Counted::revision)},
                                            {"claims", all(gone->claims, Counted::claim)},
                                            {"articles", all(gone->articles, Counted::article)},
                                            {"sources", all(gone->sources, Counted::source)}}) +
                    "\n");
  return console.exit_code();
}

int run_export(const Options& options, Console& console) {
  auto database = open_for_questions(options);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  const auto done = options.format == "csv"      ? export_csv(*database, console)
                    : options.format == "jsonld" ? export_json_ld(*database, console)
                                                 : export_jsonl(*database, console);
  if (!done) {
    console.fail(done.error());
  }
  return console.exit_code();
}

int run_import(const Options& options, Console& console) {
  const std::string& name = options.names.front();
  if (options.names.size() > 1) {
    console.fail(Error{"", 0, 0, "one export is imported", options.names[1], "give one file"});
    return console.exit_code();
  }
  const bool standard = name == "-";
  const int descriptor = standard ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    console.fail({name, 0, 0, "the file cannot be read", std::strerror(errno), "check its name"});
    return console.exit_code();
  }
  auto database = open_database(options, OpenMode::create);
  if (database) {
    LineReader reader(descriptor);
    LineReader::Result last = LineReader::Result::end;
    const auto rows = import_rows(*database, name, [&](std::string_view& line) {
      last = reader.next(line);
      return last == LineReader::Result::line;
    });
    if (!rows) {
      console.fail(rows.error());
    } else {
      console.out.write(ui_words(console.language).counted("imported", *rows) + "\n");
    }
  } else {
    console.fail(database.error());
  }
  if (!standard) {
    ::close(descriptor);
  }
  return console.exit_code();
}

int run_check(const Options& options, Console& console) {
  auto database = open_database(options, OpenMode::read_write);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  const auto faults = faults_in(*database);
  if (!faults) {
    console.fail(faults.error());
    return console.exit_code();
  }
  for (const std::string& fault : *faults) {
    console.out.write(fmt::format("{}: {}\n", printable(database->path()), printable(fault)));
    console.found();
  }
  const auto counts = count_database(*database);
  if (faults->empty() && counts) {
    console.out.write(fmt::format("{}: {}, {}, {}, {}\n", printable(database->path()),
                                  ui_words(console.language)["whole"],
                                  counted(console.language, counts->articles, Counted::article),
                                  counted(console.language, counts->claims, Counted::claim),
                                  counted(console.language, counts->sources, Counted::source)));
  }
  return console.exit_code();
}

int run_vacuum(const Options& options, Console& console) {
  auto database = open_database(options, OpenMode::read_write);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  if (const auto made = rebuild_text_index(*database); !made) {
    console.fail(made.error());
    return console.exit_code();
  }
  const auto freed = clean_database(*database);
  if (!freed) {
    console.fail(freed.error());
    return console.exit_code();
  }
  console.out.write(ui_words(console.language).counted("freed", *freed) + "\n");
  return console.exit_code();
}

}  // namespace selon
