// What is wrong with a command line, in the user's language. The parser speaks English only; its
// messages are rows of the words of the interface (report/page_words.h), and so is every other
// language's way to say them.
#pragma once

#include <string>
#include <string_view>

#include "report/wording.h"

namespace selon {

/// The language that a command line asks for: --ui-lang if it stands there, else the locale's. It is
/// needed before the command line is understood.
[[nodiscard]] UiLanguage language_of(int argc, const char* const* argv);

/// A message of the parser in that language; as it is where no row fits.
[[nodiscard]] std::string usage_message(UiLanguage language, std::string_view message);

/// The message with what to try: "selon: FILE is required\nTry: selon audit --help\n".
[[nodiscard]] std::string usage_error_text(UiLanguage language, std::string_view message,
                                           std::string_view command);

}  // namespace selon
