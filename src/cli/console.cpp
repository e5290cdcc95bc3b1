#include "cli/console.h"

#include <unistd.h>

#include <cstdlib>

namespace selon {

namespace {

bool may_use_colours() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool forbidden = (no_colour != nullptr && *no_colour != '\0') ||
                         (terminal != nullptr && std::string_view(terminal) == "dumb");
  return !forbidden && ::isatty(STDOUT_FILENO) == 1;
}

}  // namespace

Console::Console(Output& an_output, std::string_view ui_lang)
    : out(an_output),
      language(ui_language(ui_lang).value_or(ui_language_of_locale())),
      colours(may_use_colours()) {}

void Console::fail(const Error& error) {
  failed_ = true;
  out.flush();  // so that the two keep their order on a terminal
  write_message("selon: " + to_string(error) + "\n");
}

void Console::fail(std::span<const Error> errors) {
  for (const Error& error : errors) {
    fail(error);
  }
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
