#include "report/output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace selon {

namespace {

/// Waits until a descriptor that doesn't block can take more.
void wait_until_writable(int descriptor) {
  pollfd waiting{descriptor, POLLOUT, 0};
  ::poll(&waiting, 1, -1);
}

}  // namespace

Output::~Output() { flush(); }

void Output::flush() {
  if (descriptor_ >= 0 && !buffer_.empty()) {
    drain_now();
  }
}

void Output::drain_now() {
  if (descriptor_ < 0) {
    return;
  }
  std::string_view rest = buffer_;
  while (!rest.empty() && !closed_ && error_ == 0) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno == EAGAIN) {
      wait_until_writable(descriptor_);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
}

}  // namespace selon
