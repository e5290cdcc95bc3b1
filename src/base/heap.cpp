#include "base/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <memory>

namespace selon {

void expect_heap(std::size_t bytes) {
#if defined(M_TOP_PAD) && defined(MADV_POPULATE_WRITE)
  // To set one of these ends the library's own adjusting of them: set all, to what it
  // would come to with large blocks.
  ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 8 << 20);
  ::mallopt(M_TOP_PAD, static_cast<int>(bytes));
  const auto start = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  auto end = start;
  std::array<std::unique_ptr<char[]>, 8> blocks;  // until the heap has to grow
  for (std::size_t i = 0; i < blocks.size() && end == start; ++i) {
    blocks[i] = std::make_unique_for_overwrite<char[]>(std::size_t{1} << 16);
    end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  }
  ::mallopt(M_TOP_PAD, 1 << 18);
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const std::uintptr_t first = (start + page - 1) / page * page;
  if (end > first) {  // another allocator's heap is elsewhere
    ::madvise(reinterpret_cast<void*>(first), end - first, MADV_POPULATE_WRITE);
  }
#else
  static_cast<void>(bytes);
#endif
}

}  // namespace selon
