// The command line as two tables: commands and options. Parsing, help and the
// shells' completions are all made from them, so that they can't disagree.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace selon {

/// What the user asked for: every option of every command, with its default.
struct Options {
  std::vector<std::string> files;
  std::string input;
  std::string stdin_filename;
  std::string format = "text";
  std::string lang = "auto";
  std::string ui_lang;
  std::string rules;
  std::string profile;
  bool no_config = false;
  std::uint32_t jobs = 0;
  std::string db;
  std::string article;
  std::string published;
  std::string fail_level = "error";
  std::string min_level = "info";
  std::vector<std::string> only;
  std::vector<std::string> skip;
  std::string source;
  std::string about;
  std::string since;
  std::string until;
  std::string kind;
  std::vector<std::string> names;  ///< rules: kinds or ids; completions: the shell; diff: what it compares;
                                   ///< what other commands take without a name
  std::uint32_t limit = 0;
  std::vector<std::string> against;
  std::string index;
  std::vector<std::string> fail_on;
  std::string baseline;
  std::string write_baseline;
  bool prune_baseline = false;
  bool record = false;
  bool recorded = false;
  bool revisions = false;
  bool strict = false;
  bool text = false;
  bool at = false;
  bool all_revisions = false;
  bool exit_code = false;
  bool exact = false;
  bool anonymous = false;
  bool unverified = false;
  bool reanalyse = false;
  std::string before;
};

class Console;

/// Runs a command; gives the program's exit code.
using CommandFunction = int (*)(const Options&, Console&);

struct Command {
  std::string_view name;
  std::string_view parent;  ///< "rules", or "" at the top
  std::string_view summary;
  CommandFunction run;
  [[nodiscard]] bool is_group() const { return run == nullptr; }
};

[[nodiscard]] std::span<const Command> commands();

using OptionTarget = std::variant<bool Options::*, std::string Options::*, std::uint32_t Options::*,
                                  std::vector<std::string> Options::*>;

struct OptionSpec {
  std::string_view commands;  ///< names, with a space between: "audit extract rules.test"
  std::string_view name;      ///< "--format", or "FILE" for what stands without a name
  std::string_view value;     ///< "FORMAT", or "" for a switch
  std::string_view choices;   ///< "text|json", or ""
  std::string_view help;
  OptionTarget target;
  bool required = false;

  [[nodiscard]] bool is_positional() const { return !name.starts_with('-'); }
  [[nodiscard]] bool belongs_to(const Command& command) const;
  [[nodiscard]] std::vector<std::string> choice_list() const;
};

[[nodiscard]] std::span<const OptionSpec> option_specs();

/// "rules.test", "audit"
[[nodiscard]] std::string full_name(const Command& command);

}  // namespace selon
