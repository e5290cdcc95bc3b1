#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace selon {

std::optional<MappedFile> MappedFile::open(const std::string& path, bool whole) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return std::nullopt;
  }
  std::optional<MappedFile> file;
  struct stat info {};
  if (::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode)) {
    file.emplace(MappedFile());
    if (info.st_size > 0) {
      const auto size = static_cast<std::size_t>(info.st_size);
      void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | (whole ? MAP_POPULATE : 0), descriptor, 0);
      if (start == MAP_FAILED) {
        file.reset();
      } else {
        file->start_ = start;
        file->size_ = size;
      }
    }
  } else {
    errno = EINVAL;
  }
  const int reason = errno;
  ::close(descriptor);
  errno = reason;
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(start_, other.start_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (start_ != nullptr) {
    ::munmap(start_, size_);
  }
}

}  // namespace selon
