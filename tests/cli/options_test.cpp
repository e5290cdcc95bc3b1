#include "cli/options.h"

#include <doctest/doctest.h>

#include <set>

#include "cli/commands.h"

using namespace selon;

TEST_CASE("every option belongs to commands that exist, and no command has one twice") {
  std::set<std::string> names;
  for (const Command& command : commands()) {
    CHECK(names.insert(full_name(command)).second);
    CHECK_FALSE(command.summary.empty());
    std::set<std::string_view> options;
    for (const OptionSpec& option : option_specs()) {
      if (option.belongs_to(command)) {
        INFO(full_name(command), " ", option.name);
        CHECK(options.insert(option.name).second);
        CHECK_FALSE(command.is_group());
      }
    }
  }
  for (const OptionSpec& option : option_specs()) {
    INFO(option.name);
    CHECK_FALSE(option.help.empty());
    for (std::size_t start = 0; start < option.commands.size();) {
      const std::size_t end = std::min(option.commands.find(' ', start), option.commands.size());
      CHECK(names.contains(std::string(option.commands.substr(start, end - start))));
      start = end + 1;
    }
  }
}

TEST_CASE("the completions know every command and option") {
  for (const char* shell : {"bash", "fish", "zsh"}) {
    Output out;
    Console console(out, "en");
    Options options;
    options.names = {shell};
    CHECK(run_completions(options, console) == 0);
    for (const Command& command : commands()) {
      CHECK(out.text().find(command.name) != std::string::npos);
    }
    for (const OptionSpec& option : option_specs()) {
      if (!option.is_positional()) {
        INFO(option.name);
        CHECK(out.text().find(option.name.substr(2)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("the manual tells every command and option") {
  Output out;
  Console console(out, "en");
  CHECK(run_manual({}, console) == 0);
  for (const Command& command : commands()) {
    CHECK(out.text().find(command.name) != std::string::npos);
  }
  for (const OptionSpec& option : option_specs()) {
    std::string entry = ".TP\n.B ";
    for (const char c : option.is_positional() ? option.value : option.name) {
      entry += c == '-' ? std::string("\\-") : std::string(1, c);
    }
    CHECK_MESSAGE(out.text().find(entry) != std::string::npos, option.name);
  }
  CHECK(out.text().find("One of: error, warning, info, none.") != std::string::npos);
}
