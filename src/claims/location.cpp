#include "claims/location.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace selon {

namespace {

namespace fs = std::filesystem;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::string home_directory() {
  if (const std::string_view home = environment("HOME"); !home.empty()) return std::string(home);
  const passwd* user = getpwuid(geteuid());
  return user != nullptr && user->pw_dir != nullptr ? user->pw_dir : "";
}

/// The path where $SELON_DB names none, or "".
std::string user_database_path() {
  const std::string_view data = environment("XDG_DATA_HOME");
  if (!data.empty() && data.front() == '/') return std::string(data) + "/selon/claims.db";
  const std::string home = home_directory();
  return home.empty() ? "" : home + "/.local/share/selon/claims.db";
}

std::string reason(int code) { return std::generic_category().message(code); }

tl::unexpected<Error> refuse(const std::string& path, std::string what, std::string fragment,
                             std::string advice) {
  return tl::unexpected(Error{path, 0, 0, std::move(what), std::move(fragment), std::move(advice)});
}

/// Makes the missing directories above `file`, for the user alone.
Expected<void> make_directories(const fs::path& file) {
  std::vector<fs::path> missing;
  std::error_code ignored;
  for (fs::path at = file.parent_path(); !at.empty() && !fs::exists(at, ignored); at = at.parent_path()) {
    missing.push_back(at);
  }
  for (auto at = missing.rbegin(); at != missing.rend(); ++at) {
    if (mkdir(at->c_str(), S_IRWXU) != 0 && errno != EEXIST) {
      return refuse(file.string(), "the directory of the claims database can't be made", reason(errno),
                    "make it, or choose another file with --db PATH");
    }
  }
  return {};
}

/// Makes the file before SQLite opens it, so that there is no moment at which others
/// may read it. An existing file is not touched: to open and close it would let go
/// of the locks that this process may hold on it.
Expected<void> make_file(const std::string& path) {
  const int file = open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    if (errno == EEXIST) return {};
    if (errno == ENOENT || errno == ENOTDIR) {
      return refuse(path, "the directory of the claims database doesn't exist",
                    fs::path(path).parent_path().string(), "make it, or choose another file with --db PATH");
    }
    return refuse(path, "the claims database can't be made", reason(errno),
                  "see that its directory may be written, or choose another file with --db PATH");
  }
  close(file);
  return {};
}

/// SQLite locks through files beside the database. Where they can't be made and
/// aren't there, nobody can be writing through this directory, and the database may
/// be read without locks.
bool can_only_be_read(const std::string& path) {
  const std::string directory = fs::path(path).parent_path().string();
  std::error_code ignored;
  return faccessat(AT_FDCWD, directory.c_str(), W_OK, AT_EACCESS) != 0 &&
         !fs::exists(path + "-wal", ignored) && !fs::exists(path + "-shm", ignored);
}

Expected<DatabaseFile> look_at(const std::string& path, OpenMode mode) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return refuse(path, "there is no claims database", "",
                    "record an article first (selon record), or choose another file with --db PATH");
    }
    return refuse(path, "the claims database can't be opened", reason(errno),
                  "give yourself the right to it, or choose another file with --db PATH");
  }
  if (S_ISDIR(status.st_mode)) {
    return refuse(path, "this is a directory, no claims database", "",
                  "name a file in it: --db " + path + "/claims.db");
  }
  if (!S_ISREG(status.st_mode)) {
    return refuse(path, "this is no file, and no claims database", "", "choose a file with --db PATH");
  }
  const int needed = mode == OpenMode::read_only ? R_OK : R_OK | W_OK;
  if (faccessat(AT_FDCWD, path.c_str(), needed, AT_EACCESS) != 0) {
    return refuse(
        path,
        needed == R_OK ? "the claims database may not be read" : "the claims database may not be written",
        reason(errno), "give yourself the right to it, or choose another file with --db PATH");
  }
  DatabaseFile file{path, status.st_size == 0, false};
  file.immutable = mode == OpenMode::read_only && can_only_be_read(path);
  return file;
}

}  // namespace

Expected<std::string> default_database_path() {
  if (const std::string_view chosen = environment("SELON_DB"); !chosen.empty()) return std::string(chosen);
  std::string path = user_database_path();
  if (path.empty()) {
    return refuse("", "there is no place for the claims database: no home directory is known", "",
                  "choose a file with --db PATH or SELON_DB");
  }
  return path;
}

Expected<DatabaseFile> find_database_file(const std::string& path, OpenMode mode) {
  if (path.empty()) {
    return refuse("", "no file is named for the claims database", "", "choose one with --db PATH");
  }
  std::error_code failure;
  const std::string absolute = fs::absolute(path, failure).lexically_normal().string();
  if (failure)
    return refuse(path, "the claims database can't be found", failure.message(), "give its whole path");
  if (mode == OpenMode::create) {
    if (absolute == user_database_path()) {
      if (auto made = make_directories(absolute); !made) return tl::unexpected(made.error());
    }
    std::error_code ignored;
    if (!fs::exists(absolute, ignored)) {
      if (auto made = make_file(absolute); !made) return tl::unexpected(made.error());
    }
  }
  return look_at(absolute, mode);
}

}  // namespace selon
