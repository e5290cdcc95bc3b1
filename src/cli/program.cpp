#include "cli/program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>

#include "cli/commands.h"
#include "cli/folders.h"
#include "cli/usage_message.h"
#include "report/page_words.h"
#include "rules/suggest.h"

namespace selon {

namespace {

constexpr int usage_error = 2;

/// A standard descriptor that is closed would be given to the next file that is
/// opened, a database even. Opened the wrong way round it fails as a closed one does.
void hold_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
      const int opened = ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
      if (opened >= 0 && opened != descriptor) {
        ::dup2(opened, descriptor);
        ::close(opened);
      }
    }
  }
}

/// A variable of the shell that isn't set gives an empty value: the answer would look
/// like one to what was asked.
std::string refuse_empty(const std::string& value) {
  return value.empty() ? "the value is empty; write one, or leave the option out" : "";
}

constexpr std::string_view many_paths = "--against";

[[nodiscard]] bool has_option(const Command& command, std::string_view name) {
  return std::ranges::any_of(
      option_specs(), [&](const OptionSpec& spec) { return spec.name == name && spec.belongs_to(command); });
}

/// Whether --against may have taken FILE for one of its paths: the parser alone would tell the two
/// apart only where nothing follows.
[[nodiscard]] bool may_lose_file(const Command& command, const OptionSpec& spec) {
  return spec.name == "FILE" && has_option(command, many_paths);
}

/// Adds one option of the table to a command of the parser.
void add_option(CLI::App& app, const Command& command, const OptionSpec& spec, Options& options) {
  const std::string name(spec.name);
  const std::string help(spec.help);
  CLI::Option* option = std::visit(
      [&](auto target) -> CLI::Option* {
        if constexpr (std::is_same_v<decltype(target), bool Options::*>) {
          return app.add_flag(name, options.*target, help);
        } else {
          return app.add_option(name, options.*target, help);
        }
      },
      spec.target);
  option->required(spec.required && !may_lose_file(command, spec));
  if (!spec.value.empty()) {
    option->type_name(std::string(spec.is_positional() ? "" : spec.value));
  }
  if (!spec.choices.empty()) {
    option->check(CLI::IsMember(spec.choice_list()));
  }
  if (std::holds_alternative<std::string Options::*>(spec.target)) {
    option->take_last();
    if (!spec.is_positional()) {
      option->check(refuse_empty);
    }
  }
  if (std::holds_alternative<std::vector<std::string> Options::*>(spec.target) && !spec.is_positional() &&
      !spec.value.ends_with("...")) {
    option->allow_extra_args(false)->delimiter(',');  // what follows its value is a file
  }
}

/// Makes the parser of the tables; gives the command that was asked for.
class CommandLine {
 public:
  explicit CommandLine(Options& options)
      : app_("Who says so? Source attribution and quotation checking for news articles.", "selon") {
    app_.set_version_flag("--version", "selon " SELON_VERSION);
    app_.require_subcommand(1);
    for (const Command& command : commands()) {
      CLI::App* parent = command.parent.empty() ? &app_ : app_.get_subcommand(std::string(command.parent));
      CLI::App* made = parent->add_subcommand(std::string(command.name), std::string(command.summary));
      if (command.is_group()) {
        made->require_subcommand(1);
        continue;
      }
      for (const OptionSpec& spec : option_specs()) {
        if (spec.belongs_to(command)) {
          add_option(*made, command, spec, options);
        }
      }
      made->callback([this, &command, made] {
        if (made->get_subcommands().empty()) {  // `sources` runs alone, and has commands below it
          chosen_ = &command;
        }
      });
    }
  }

  void parse(int argc, const char* const* argv) { app_.parse(argc, argv); }
  [[nodiscard]] const Command* chosen() const { return chosen_; }
  /// Prints what a parse ended with: help, version, or an error of usage.
  int end(const CLI::ParseError& error, UiLanguage language, Output& out) {
    if (error.get_exit_code() == 0) {
      std::ostringstream text;
      app_.exit(error, text, text);
      out.write(text.str());
      return 0;
    }
    std::string command = "selon";
    for (const CLI::App* at = &app_; !at->get_subcommands().empty();) {
      at = at->get_subcommands().front();
      command += " " + at->get_name();
    }
    write_message(usage_error_text(language, error.what(), command));
    return usage_error;
  }

 private:
  CLI::App app_;
  const Command* chosen_ = nullptr;
};

/// The first word that should name a command and doesn't; tells it with a guess.
/// (The parser would only say that a command is missing.)
bool refuse_unknown_command(int argc, const char* const* argv, UiLanguage language) {
  std::string_view parent;
  for (int i = 1; i < argc && argv[i][0] != '-'; ++i) {
    std::vector<std::string_view> names;
    const Command* named = nullptr;
    for (const Command& command : commands()) {
      if (command.parent == parent) {
        names.push_back(command.name);
        named = command.name == argv[i] ? &command : named;
      }
    }
    if (named == nullptr) {
      const std::string advice = usage_message(language, name_advice(argv[i], names));
      const Error unknown{"", 0, 0, "no command of that name", argv[i], advice};
      write_message("selon: " + usage_message(language, to_string(unknown)) + "\n");
      return true;
    }
    if (!named->is_group()) {
      return false;
    }
    parent = named->name;
  }
  return false;
}

/// Gives FILE back what --against took for it: without a FILE elsewhere the last of several paths is
/// FILE. False where there is none, which is told.
bool find_files(const Command& command, Options& options, UiLanguage language) {
  if (!has_option(command, many_paths) || !options.files.empty() || options.recorded || options.reanalyse) {
    return true;
  }
  if (options.against.size() > 1) {
    options.files.push_back(std::move(options.against.back()));
    options.against.pop_back();
    return true;
  }
  if (!options.against.empty()) {
    write_message(
        "selon: " + ui_words(language).with("usage.file_lost", {{"path", options.against.front()}}) + "\n");
    return false;
  }
  const bool required = std::ranges::any_of(option_specs(), [&](const OptionSpec& spec) {
    return spec.required && spec.is_positional() && spec.belongs_to(command);
  });
  if (required) {
    write_message(usage_error_text(language, "FILE is required", fmt::format("selon {}", command.name)));
  }
  return !required;
}

/// False where --index has no sources whose texts it could keep, which is told.
bool index_has_sources(const Options& options, UiLanguage language) {
  if (options.index.empty() || !options.against.empty()) return true;
  write_message("selon: " + std::string(ui_words(language)["usage.index_alone"]) + "\n");
  return false;
}

int parse_and_run(int argc, const char* const* argv, Output& out) {
  const UiLanguage language = language_of(argc, argv);
  if (refuse_unknown_command(argc, argv, language)) {
    return usage_error;
  }
  Options options;
  CommandLine line(options);
  try {
    line.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return line.end(error, language, out);
  }
  if (!find_files(*line.chosen(), options, language) || !index_has_sources(options, language)) {
    return usage_error;
  }
  Console console(out, options.ui_lang);
  if (!options.files.empty()) {
    Houses houses(options);
    options.files = with_articles_of_folders(options.files, &houses, console);
    if (options.files.empty()) {
      return console.exit_code();
    }
  }
  return line.chosen()->run(options, console);
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  hold_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like a full disk
  Output out(STDOUT_FILENO);
  int code = usage_error;
  try {
    code = parse_and_run(argc, argv, out);
  } catch (const std::bad_alloc&) {
    write_message("selon: not enough memory for this input; split it into articles\n");
  } catch (const std::exception& failure) {
    write_message(std::string("selon: internal error: ") + failure.what() + "\n");
  }
  out.flush();
  if (out.error() != 0) {
    write_message(std::string("selon: the output cannot be written: ") + std::strerror(out.error()) + "\n");
    return usage_error;
  }
  return code;
}

}  // namespace selon
