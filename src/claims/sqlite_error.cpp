#include "claims/sqlite_error.h"

#include <sqlite3.h>

#include <array>
#include <string_view>

namespace selon {

namespace {

struct Meaning {
  int code;  ///< SQLite's primary result code
  std::string_view what;
  std::string_view advice;
};

constexpr std::string_view other_file = "choose another file with --db PATH";

constexpr std::array<Meaning, 13> meanings{{
    {SQLITE_BUSY, "the claims database is in use by another process, and stayed so",
     "try again when that has finished; nothing was changed"},
    {SQLITE_LOCKED, "the claims database is in use by another process, and stayed so",
     "try again when that has finished; nothing was changed"},
    {SQLITE_READONLY, "the claims database may not be written",
     "give yourself the right to write to the file and its directory, or choose another with --db PATH"},
    {SQLITE_PERM, "the claims database may not be opened",
     "give yourself the right to it, or choose another with --db PATH"},
    {SQLITE_AUTH, "the claims database may not be opened",
     "give yourself the right to it, or choose another with --db PATH"},
    {SQLITE_CANTOPEN, "the claims database can't be opened",
     "see that the file and its directory may be read and written, or choose another with --db PATH"},
    {SQLITE_FULL, "no space is left for the claims database",
     "make room and record again; what was recorded before is intact"},
    {SQLITE_IOERR, "the claims database can't be read or written",
     "see that the disk is well and has room; what was recorded before is intact"},
    {SQLITE_NOTADB, "this is no claims database", other_file},
    {SQLITE_CORRUPT, "the claims database is damaged",
     "restore a copy, or save what can be read with `sqlite3 FILE .recover`"},
    {SQLITE_NOMEM, "no memory is left for the claims database", "close other programs and try again"},
    {SQLITE_TOOBIG, "the article is too large for the claims database", "split it"},
    {SQLITE_INTERRUPT, "the work on the claims database was interrupted", "try again"},
}};

}  // namespace

Error sqlite_error(const std::string& path, const SQLite::Exception& exception) {
  Error error;
  error.path = path;
  error.fragment = exception.what();
  const int code = exception.getErrorCode() & 0xFF;
  for (const Meaning& meaning : meanings) {
    if (meaning.code == code) {
      error.what = meaning.what;
      error.advice = meaning.advice;
      return error;
    }
  }
  error.what = "the claims database can't be used";
  error.advice = "see that it was made by selon and not changed by hand, or choose another with --db PATH";
  return error;
}

}  // namespace selon
