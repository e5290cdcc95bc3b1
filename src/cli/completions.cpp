// selon completions bash|fish|zsh
#include <fmt/format.h>

#include "cli/commands.h"

namespace selon {

namespace {

std::string words_of(const Command& command) {
  std::string words;
  for (const OptionSpec& option : option_specs()) {
    if (option.belongs_to(command) && !option.is_positional()) {
      words += (words.empty() ? "" : " ") + std::string(option.name);
    }
    if (option.belongs_to(command) && option.is_positional()) {
      for (const std::string& choice : option.choice_list()) {
        words += (words.empty() ? "" : " ") + choice;
      }
    }
  }
  return words;
}

std::string subcommands(std::string_view parent) {
  std::string names;
  for (const Command& command : commands()) {
    if (command.parent == parent) {
      names += (names.empty() ? "" : " ") + std::string(command.name);
    }
  }
  return names;
}

/// The commands below one that also runs alone, each with a space behind it.
std::string words_below(const Command& command) {
  const std::string names = command.parent.empty() ? subcommands(command.name) : "";
  return names.empty() ? names : names + " ";
}

/// "*.rules.list|*.rules.show|…", as a pattern of the shell
std::string commands_below_others() {
  std::string names;
  for (const Command& command : commands()) {
    if (!command.parent.empty()) {
      names += (names.empty() ? "*." : "|*.") + full_name(command);
    }
  }
  return names;
}

/// A bash function that offers the words of the command so far; zsh reads it too.
std::string bash_script() {
  std::string script =
      "_selon() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command=${COMP_WORDS[1]} words=\n"
      "  case \"$COMP_CWORD.$command.${COMP_WORDS[2]}\" in\n"
      "    [012].*) ;;\n"
      "    " +
      commands_below_others() +
      ") command=$command.${COMP_WORDS[2]} ;;\n"
      "  esac\n"
      "  case \"$command $previous\" in\n";
  for (const Command& command : commands()) {
    for (const OptionSpec& option : option_specs()) {
      if (option.belongs_to(command) && !option.is_positional() && !option.choices.empty()) {
        script += fmt::format("    \"{} {}\") COMPREPLY=($(compgen -W '{}' -- \"$current\")); return ;;\n",
                              full_name(command), option.name, fmt::join(option.choice_list(), " "));
      }
    }
  }
  script += "  esac\n  case $command in\n";
  for (const Command& command : commands()) {
    script += fmt::format(
        "    {}) words='{}' ;;\n", full_name(command),
        command.is_group() ? subcommands(command.name) : words_below(command) + words_of(command));
  }
  script += fmt::format(
      "  esac\n"
      "  [ \"$COMP_CWORD\" -eq 1 ] && words='{} --help --version'\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "}}\n"
      "complete -o default -F _selon selon\n",
      subcommands(""));
  return script;
}

std::string zsh_script() {
  return "#compdef selon\nautoload -U +X bashcompinit && bashcompinit\n" + bash_script();
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    out += c == '\'' ? std::string("\\'") : std::string(1, c);
  }
  return out + "'";
}

std::string fish_condition(const Command& command) {
  return command.parent.empty()
             ? fmt::format("__fish_seen_subcommand_from {}", command.name)
             : fmt::format("__fish_seen_subcommand_from {}; and __fish_seen_subcommand_from {}",
                           command.parent, command.name);
}

std::string fish_script() {
  std::string script;
  for (const Command& command : commands()) {
    const std::string where = command.parent.empty()
                                  ? "__fish_use_subcommand"
                                  : fmt::format("__fish_seen_subcommand_from {}", command.parent);
    script += fmt::format("complete -c selon -n '{}' -f -a {} -d {}\n", where, command.name,
                          quoted(command.summary));
    for (const OptionSpec& option : option_specs()) {
      if (!option.belongs_to(command) || option.is_positional()) {
        continue;
      }
      script += fmt::format("complete -c selon -n '{}' -l {} -d {}", fish_condition(command),
                            option.name.substr(2), quoted(option.help));
      script += option.value.empty() ? "" : " -r";
      script +=
          option.choices.empty() ? "" : fmt::format(" -f -a '{}'", fmt::join(option.choice_list(), " "));
      script += '\n';
    }
  }
  return script;
}

}  // namespace

int run_completions(const Options& options, Console& console) {
  const std::string& shell = options.names.front();
  console.out.write(shell == "fish" ? fish_script() : shell == "zsh" ? zsh_script() : bash_script());
  return console.exit_code();
}

}  // namespace selon
