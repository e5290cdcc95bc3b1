// selon manual: the manual page, made of the tables of commands and options.
#include <fmt/format.h>

#include "cli/commands.h"

namespace selon {

namespace {

/// Text for roff: a backslash, a hyphen and a leading dot mean something there.
std::string roff(std::string_view text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    out += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
  }
  return out;
}

std::string synopsis(const Command& command) {
  std::string line = fmt::format(".B selon {}{}", command.parent, command.parent.empty() ? "" : " ");
  line += roff(command.name) + "\n[\\fIoptions\\fR]";
  for (const OptionSpec& option : option_specs()) {
    if (option.belongs_to(command) && option.is_positional()) {
      line += option.required ? " " + roff(option.value) : " [" + roff(option.value) + "]";
    }
  }
  return line + "\n";
}

std::string option_entry(const OptionSpec& option) {
  std::string entry = ".TP\n.B " + roff(option.is_positional() ? option.value : option.name);
  entry += option.value.empty() || option.is_positional() ? "" : " \\fI" + roff(option.value) + "\\fR";
  entry += "\n" + roff(option.help);
  if (!option.choices.empty()) {
    entry += fmt::format(" One of: {}.", fmt::join(option.choice_list(), ", "));
  }
  return entry + "\n";
}

constexpr std::string_view head =
    ".TH SELON 1 \"\" \"selon " SELON_VERSION
    "\" \"User commands\"\n"
    ".SH NAME\nselon \\- source attribution and quotation checking for news articles\n"
    ".SH DESCRIPTION\n"
    "Reads a news article and answers, for every statement in it: who says so? It runs offline: a draft\n"
    "never leaves the machine.\n";

constexpr std::string_view tail =
    ".SH EXIT STATUS\n"
    "0: nothing at or above the fail level; 1: findings; 2: an error of usage, configuration or input.\n"
    "2 beats 1.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B SELON_RULES\nFolder of the rule packs.\n"
    ".TP\n.B SELON_DB\nThe claims database.\n"
    ".TP\n.B SELON_LEXICON\nThe compiled lexicon, or the folder that holds it.\n"
    ".TP\n.B NO_COLOR\nNo colours on the terminal.\n";

}  // namespace

int run_manual(const Options& /*options*/, Console& console) {
  console.out.write(head);
  for (const Command& command : commands()) {
    if (command.is_group()) {
      continue;
    }
    console.out.write(fmt::format(".SH {}{}{}\n{}\n.PP\n{}", command.parent,
                                  command.parent.empty() ? "" : " ", command.name, roff(command.summary),
                                  synopsis(command)));
    for (const OptionSpec& option : option_specs()) {
      if (option.belongs_to(command)) {
        console.out.write(option_entry(option));
      }
    }
  }
  console.out.write(tail);
  return console.exit_code();
}

}  // namespace selon
