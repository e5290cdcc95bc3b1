#include "base/file_replacement.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace selon {

namespace {

/// Writes all bytes and closes; errno tells what went wrong.
bool fill(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int reason = errno;
      ::close(file);
      errno = reason;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::close(file) == 0;
}

}  // namespace

std::optional<Error> replace_file(const std::string& path, std::string_view bytes) {
  const auto failed = [&](const std::string& reason) {
    return Error{path, 0, 0, "the file can't be written", reason, "check the folder and its disk"};
  };
  // A link is followed: what it leads to is replaced, not the link.
  std::error_code no_target;
  const auto target = std::filesystem::canonical(path, no_target);
  const std::string place = no_target ? path : target.string();
  struct stat old {};
  const bool replaces = ::stat(place.c_str(), &old) == 0;
  if (replaces && !S_ISREG(old.st_mode)) return failed("not a regular file");

  std::string fresh = place + ".XXXXXX";
  const int file = ::mkostemp(fresh.data(), O_CLOEXEC);
  if (file < 0) return failed(std::strerror(errno));
  mode_t mode = old.st_mode & 07777;
  if (!replaces) {  // as a new file has it; the mask can only be read by setting it
    const mode_t mask = ::umask(0);
    ::umask(mask);
    mode = 0666 & ~mask;
  }
  const bool allowed = ::fchmod(file, mode) == 0;
  if (fill(file, bytes) && allowed && std::rename(fresh.c_str(), place.c_str()) == 0) return std::nullopt;
  const std::string reason = std::strerror(errno);
  ::unlink(fresh.c_str());
  return failed(reason);
}

}  // namespace selon
