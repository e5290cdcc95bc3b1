// The README against the table of commands and options: what it writes as a command
// line exists, and what exists is in it.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/options.h"

using namespace selon;

namespace {

/// All code of a Markdown text: lines of its code blocks, and what stands in backticks.
std::vector<std::string> code_of(const std::string& path) {
  std::ifstream file(path);
  REQUIRE(file.good());
  std::vector<std::string> code;
  bool block = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      block = !block;
      continue;
    }
    if (block) {
      code.push_back(line);
      continue;
    }
    std::istringstream parts(line);
    bool inside = false;
    for (std::string part; std::getline(parts, part, '`'); inside = !inside) {
      if (inside) {
        code.push_back(part);
      }
    }
  }
  return code;
}

/// The words of one command line; a pipe, a comment or a redirection ends it.
std::vector<std::string> words_of(const std::string& code) {
  std::istringstream stream(code);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    if (word == "|" || word == "#" || word == "<" || word == ">") {
      break;
    }
    if (word != "$" || !words.empty()) {
      words.push_back(word);
    }
  }
  return words;
}

bool is_selon(const std::vector<std::string>& words) {
  return !words.empty() && (words[0] == "selon" || words[0] == "tools/selon");
}

const Command* find_command(const std::string& name) {
  const auto found = std::ranges::find(commands(), name, full_name);
  return found == commands().end() ? nullptr : &*found;
}

bool is_option(const std::string& name, const Command* command) {
  return name == "--help" || name == "--version" ||
         std::ranges::any_of(option_specs(), [&](const OptionSpec& option) {
           return option.name == name && (command == nullptr || option.belongs_to(*command));
         });
}

/// The command that a line runs, or nullptr where it only stands for any.
const Command* command_of(const std::vector<std::string>& words) {
  if (words.size() < 2 || words[1].starts_with('-') || words[1] == "COMMAND") {
    return nullptr;
  }
  const Command* command = find_command(words[1]);
  REQUIRE_MESSAGE(command != nullptr, "no such command: ", words[1]);
  if (command->is_group() && words.size() > 2) {
    command = find_command(words[1] + "." + words[2]);
    REQUIRE_MESSAGE(command != nullptr, "no such command: ", words[1], " ", words[2]);
  }
  return command;
}

}  // namespace

TEST_CASE("the README and the program tell the same commands and options") {
  std::set<std::string> named;  // words of code, commands by their full name
  std::size_t lines = 0;
  for (const std::string& code : code_of(SELON_TESTS_DIR "/../README.md")) {
    INFO(code);
    const std::vector<std::string> words = words_of(code);
    named.insert(words.begin(), words.end());
    const bool line = is_selon(words);
    if (!line && !code.starts_with("--")) {
      continue;
    }
    ++lines;
    const Command* command = line ? command_of(words) : nullptr;
    for (const std::string& word : words) {
      if (word.starts_with("--")) {
        CHECK_MESSAGE(is_option(word, command), "no such option: ", word);
      }
    }
  }
  CHECK(lines > 20);
  for (const Command& command : commands()) {
    CHECK_MESSAGE(named.contains(std::string(command.name)), "not in the README: ", command.name);
  }
  for (const OptionSpec& option : option_specs()) {
    CHECK_MESSAGE((option.is_positional() || named.contains(std::string(option.name))),
                  "not in the README: ", option.name);
  }
}
