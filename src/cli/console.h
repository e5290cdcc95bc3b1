// What a command talks to: standard output, messages on standard error, and the
// exit code that comes of it.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "report/output.h"
#include "report/wording.h"

namespace selon {

class Console {
 public:
  /// `ui_lang` as given with --ui-lang; "" is the locale's.
  Console(Output& out, std::string_view ui_lang);

  Output& out;
  UiLanguage language;
  bool colours;  ///< standard output is a terminal that shows them, and NO_COLOR is not set

  /// Writes the error to standard error. The exit code becomes 2.
  void fail(const Error& error);
  void fail(std::span<const Error> errors);
  /// Writes a line to standard error that is no error: the exit code stays.
  void note(std::string_view line);
  /// The exit code becomes 2; the error is told elsewhere.
  void fail_quietly() { failed_ = true; }
  /// Shows how far a long run has come, where only messages go to a terminal; now and then
  /// only, so that it may be called for each article.
  void progress(std::size_t done, std::size_t all);
  void end_progress();

  /// Something was found: the exit code becomes 1, unless it is 2.
  void found() { found_ = true; }

  [[nodiscard]] int exit_code() const { return failed_ ? 2 : found_ ? 1 : 0; }

 private:
  bool failed_ = false;
  bool found_ = false;
  bool shows_progress_;
  bool progress_shown_ = false;
  std::chrono::steady_clock::time_point last_progress_ = std::chrono::steady_clock::now();
};

/// Writes a line to standard error, whatever becomes of it.
void write_message(std::string_view line);

}  // namespace selon
