#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cli/console.h"
#include "report/page_words.h"

namespace selon {

namespace {

constexpr auto pause = std::chrono::milliseconds(500);

bool shows_progress() {
  const char* no_colour = std::getenv("NO_COLOR");
  return (no_colour == nullptr || *no_colour == '\0') && ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

std::string short_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::max(0.0, seconds) + 0.5);
  if (whole < 60) {
    return fmt::format("{} s", whole);
  }
  return whole < 3600 ? fmt::format("{} min", (whole + 30) / 60)
                      : fmt::format("{} h {:02}", whole / 3600, whole % 3600 / 60);
}

Progress::Progress(UiLanguage language, std::uint64_t whole)
    : language_(language), whole_(whole), terminal_(shows_progress()) {}

void Progress::pass(std::uint64_t units) {
  passed_ += units;
  ++articles_;
  const auto now = Clock::now();
  if (!terminal_ || now - shown_at_ < pause) {
    return;
  }
  shown_at_ = now;
  shown_ = true;
  const double elapsed = seconds();
  std::string line = fmt::format("\r\x1b[K{}, {:.0f}/min", counted(language_, articles_, Counted::article),
                                 static_cast<double>(articles_) * 60 / elapsed);
  if (whole_ > passed_ && passed_ > 0) {
    const double left = elapsed * static_cast<double>(whole_ - passed_) / static_cast<double>(passed_);
    line += ", " + ui_words(language_).with("progress.left", {{"time", short_time(left)}});
  }
  write_message(line);
}

void Progress::hide() {
  if (shown_) {
    write_message("\r\x1b[K");
    shown_ = false;
  }
}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace selon
