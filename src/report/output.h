// Where reports are written: a descriptor or a string, through one buffer. A reader
// who went away (a closed pipe) is no error: what is still written is dropped and
// `closed()` says that the work may stop.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace selon {

class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  /// Keeps everything in memory, for `text()`.
  Output() = default;
  /// Flushes.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text) {
    buffer_.append(text);
    drain();
  }
  void write(char c) { buffer_ += c; }

  /// The buffer, for writers that append piece by piece and call `drain` now and then.
  [[nodiscard]] std::string& buffer() { return buffer_; }
  /// Hands the buffer on if it has grown large.
  void drain() {
    if (buffer_.size() >= threshold) {
      drain_now();
    }
  }
  /// Hands on all that was written.
  void flush();

  /// The reader has gone.
  [[nodiscard]] bool closed() const { return closed_; }
  /// errno of a failed write (a full disk), or 0.
  [[nodiscard]] int error() const { return error_; }
  /// What was written, where there is no descriptor.
  [[nodiscard]] const std::string& text() const { return buffer_; }

 private:
  static constexpr std::size_t threshold = 1u << 16;
  void drain_now();

  std::string buffer_;
  int descriptor_ = -1;
  int error_ = 0;
  bool closed_ = false;
};

}  // namespace selon
