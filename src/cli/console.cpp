#include "cli/console.h"

#include <unistd.h>

#include <cstdlib>

namespace selon {

namespace {

/// The terminal, if there is one, shows more than lines.
bool may_draw(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool forbidden = (no_colour != nullptr && *no_colour != '\0') ||
                         (terminal != nullptr && std::string_view(terminal) == "dumb");
  return !forbidden && ::isatty(descriptor) == 1;
}

}  // namespace

Console::Console(Output& an_output, std::string_view ui_lang)
    : out(an_output),
      language(ui_language(ui_lang).value_or(ui_language_of_locale())),
      colours(may_draw(STDOUT_FILENO)),
      shows_progress_(may_draw(STDERR_FILENO) && ::isatty(STDOUT_FILENO) != 1) {}

void Console::progress(std::size_t done, std::size_t all) {
  constexpr auto pause = std::chrono::milliseconds(200);
  const auto now = std::chrono::steady_clock::now();
  if (shows_progress_ && now - last_progress_ >= pause && done < all) {
    last_progress_ = now;
    progress_shown_ = true;
    write_message("\r\033[K" + std::to_string(done) + "/" + std::to_string(all));
  }
}

void Console::end_progress() {
  if (progress_shown_) {
    write_message("\r\033[K");
    progress_shown_ = false;
  }
}

void Console::fail(const Error& error) {
  failed_ = true;
  end_progress();
  out.flush();  // so that the two keep their order on a terminal
  write_message("selon: " + to_string(error) + "\n");
}

void Console::fail(std::span<const Error> errors) {
  for (const Error& error : errors) {
    fail(error);
  }
}

void Console::note(std::string_view line) {
  end_progress();
  out.flush();
  write_message("selon: note: " + std::string(line) + "\n");
}

void write_message(std::string_view line) {
  while (!line.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
    if (written <= 0) {
      return;
    }
    line.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace selon
