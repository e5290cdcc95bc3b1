// How far a long work is: one line on standard error that is written over, only where that is
// a terminal, and never with NO_COLOR set.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "report/wording.h"

namespace selon {

class Progress {
 public:
  /// `whole` in the units of `pass` (bytes); 0: nobody knows.
  Progress(UiLanguage language, std::uint64_t whole);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One article more, of so many units. Writes a line twice a second.
  void pass(std::uint64_t units);
  /// Takes the line away, so that something else can be written.
  void hide();
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  UiLanguage language_;
  std::uint64_t whole_;
  std::uint64_t passed_ = 0;
  std::uint64_t articles_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_at_ = start_;
  bool terminal_;
  bool shown_ = false;
};

/// "12 s", "3 min", "2 h 05"
[[nodiscard]] std::string short_time(double seconds);

}  // namespace selon
