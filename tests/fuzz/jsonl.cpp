// Fuzz target: JSON lines as they come on standard input, valid or not.
#include "cli/jsonl.h"

#include <sys/mman.h>
#include <unistd.h>

#include "target.h"

namespace {

/// A descriptor from which the bytes can be read.
int descriptor_of(std::string_view bytes) {
  const int descriptor = ::memfd_create("lines", MFD_CLOEXEC);
  std::size_t written = 0;
  while (descriptor >= 0 && written < bytes.size()) {
    const ssize_t count = ::write(descriptor, bytes.data() + written, bytes.size() - written);
    selon::fuzz::promise(count > 0, "a file in memory can be written");
    written += static_cast<std::size_t>(count);
  }
  selon::fuzz::promise(descriptor >= 0 && ::lseek(descriptor, 0, SEEK_SET) == 0,
                       "a file in memory can be made");
  return descriptor;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace selon;
  const int descriptor = descriptor_of(fuzz::view_of(data, size));
  LineReader reader(descriptor);
  JsonlParser parser;
  std::string_view line;
  std::size_t read = 0;
  while (reader.next(line) == LineReader::Result::line) {
    read += line.size();
    fuzz::promise(line.find('\n') == std::string_view::npos, "a line is one line");
    if (const auto record = parser.parse(line); !record) {
      fuzz::promise(!record.error().what.empty(), "a mistake is named");
    }
  }
  fuzz::promise(read <= size, "nothing is read twice");
  ::close(descriptor);
  return 0;
}
