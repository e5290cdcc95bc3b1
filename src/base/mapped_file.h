// A file mapped into memory for reading: made by selon itself and replaced whole
// (written beside its place, then renamed), so that it never shrinks while it is read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace selon {

class MappedFile {
 public:
  /// Nothing where there is no such regular file, or it can't be mapped (errno says why).
  /// `whole`: all of it will be read, now.
  [[nodiscard]] static std::optional<MappedFile> open(const std::string& path, bool whole);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  /// Begins at a multiple of the page size.
  [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

 private:
  MappedFile() = default;
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace selon
