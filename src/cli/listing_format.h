// What the commands that ask the claims database share.
#pragma once

#include <functional>
#include <memory>

#include "claims/database.h"
#include "claims/queries.h"
#include "cli/console.h"
#include "cli/options.h"
#include "report/listings.h"

namespace selon {

[[nodiscard]] Expected<Database> open_for_questions(const Options& options);
[[nodiscard]] ListingOptions listing_options(const Options& options, const Console& console);

/// The conditions that the options put on claims.
[[nodiscard]] ClaimQuery claim_query(const Options& options);

/// Opens the database and lists the rows that `ask(database, each)` gives, until the reader
/// has gone.
template <class Row, class Ask>
int list_rows(const Options& options, Console& console,
              std::unique_ptr<Listing<Row>> (*make)(Output&, const ListingOptions&), const Ask& ask) {
  auto database = open_for_questions(options);
  if (!database) {
    console.fail(database.error());
    return console.exit_code();
  }
  std::unique_ptr<Listing<Row>> listing;
  const auto begin = [&] {
    if (!listing) listing = make(console.out, listing_options(options, console));
  };
  const Expected<std::size_t> rows = ask(*database, [&](const Row& row) {
    begin();
    listing->row(row);
    return !console.out.closed();
  });
  if (!rows) {
    console.fail(rows.error());
    return console.exit_code();
  }
  begin();
  listing->finish(*rows);
  return console.exit_code();
}

}  // namespace selon
