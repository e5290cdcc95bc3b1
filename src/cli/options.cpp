#include "cli/options.h"

#include <array>

#include "cli/commands.h"

namespace selon {

namespace {

constexpr std::array command_table = {
    Command{"audit", "", "Say what an article lacks: sources, speakers, exact quotations.", run_audit},
    Command{"extract", "", "List every statement of an article with who says it.", run_extract},
    Command{"report", "", "Show who says what in an article, or in the database.", run_report},
    Command{"record", "", "Record who claims what in the claims database.", run_record},
    Command{"claims", "", "Ask the database who claimed what, and when.", run_claims},
    Command{"sources", "", "List the sources of the database.", run_sources},
    Command{"merge", "sources", "Say that a source is another one: their claims are counted together.",
            run_sources_merge},
    Command{"alias", "sources", "Give a source another name, for questions and for what is recorded later.",
            run_sources_alias},
    Command{"undo", "sources", "Undo a merge or an alias: the last one, or that number.", run_sources_undo},
    Command{"decisions", "sources", "List the merges and aliases, undone ones too.", run_sources_decisions},
    Command{"timeline", "", "Tell what a source said over time, and which article had it first.",
            run_timeline},
    Command{"history", "", "List the revisions of an article with what changed in each.", run_history},
    Command{"forget", "", "Take articles out of the database, for good.", run_forget},
    Command{"export", "", "Write the whole database, for other programs or another selon.", run_export},
    Command{"import", "", "Read an export in JSON lines into a new database.", run_import},
    Command{"check", "", "Check that the database is whole.", run_check},
    Command{"vacuum", "", "Take free space and deleted words out of the database's file.", run_vacuum},
    Command{"diff", "", "Tell which claims differ between two revisions of an article.", run_diff},
    Command{"verify", "", "Verify the quotations of a draft against its sources.", run_verify},
    Command{"rules", "", "Look at the rules, check and test them.", nullptr},
    Command{"list", "rules", "List the rules with what each is for.", run_rules_list},
    Command{"show", "rules", "Show all that a rule says.", run_rules_show},
    Command{"test", "rules", "Run the examples of the rules.", run_rules_test},
    Command{"check", "rules", "Check a rule pack and report every mistake.", run_rules_check},
    Command{"trace", "rules", "Show how the patterns fared in each sentence.", run_rules_trace},
    Command{"completions", "", "Write a shell's completions for selon.", run_completions},
    Command{"manual", "", "Write the manual page, for man.", run_manual},
};

const std::array option_table = {
    OptionSpec{"audit extract rules.trace", "FILE", "FILE...", "",
               "Articles, or folders of articles; - is standard input.", &Options::files, true},
    OptionSpec{"verify", "FILE", "FILE...", "",
               "Articles, or folders of articles; - is standard input. None with --recorded.",
               &Options::files, true},
    OptionSpec{"record", "FILE", "FILE...", "",
               "Articles, folders, patterns of names ('2024/*.html'), JSON lines; - is standard input.",
               &Options::files},
    OptionSpec{"audit extract report record diff verify rules.trace", "--input", "FORMAT",
               "text|html|markdown|nitf|jsonl", "Format of the input (default: told by name and content).",
               &Options::input},
    OptionSpec{"audit extract report record diff verify rules.trace", "--stdin-filename", "NAME", "",
               "Name of what comes on standard input.", &Options::stdin_filename},
    OptionSpec{"diff", "FILE", "OLD NEW", "",
               "Two articles, - for standard input; with --article two revisions (default: the last two; of "
               "one, up to the last); or the arguments of git.",
               &Options::names},
    OptionSpec{"diff", "--article", "KEY", "", "Compare recorded revisions of this article.",
               &Options::article},
    OptionSpec{"history", "ARTICLE", "ARTICLE", "", "Key of the article: its URL, path or --article.",
               &Options::names, true},
    OptionSpec{"forget", "ARTICLE", "ARTICLE", "", "Key of an article, all of whose revisions go.",
               &Options::names},
    OptionSpec{"forget", "--source", "NAME", "",
               "Every article in which this source (its ref or name) has a claim.", &Options::source},
    OptionSpec{"forget", "--before", "DATE", "", "Only revisions of before this date.", &Options::before},
    OptionSpec{"sources.merge", "SOURCE", "SOURCE INTO", "",
               "The source, and the one that it is: refs or names.", &Options::names, true},
    OptionSpec{"sources.alias", "SOURCE", "SOURCE NAME", "", "The source, and another name of it.",
               &Options::names, true},
    OptionSpec{"sources.undo", "NUMBER", "NUMBER", "",
               "Number of the decision (default: the last that holds).", &Options::names},
    OptionSpec{"import", "FILE", "FILE", "", "An export in JSON lines; - is standard input.", &Options::names,
               true},
    OptionSpec{"export", "--format", "FORMAT", "jsonl|csv|jsonld",
               "Format of the export (default: jsonl, which import reads).", &Options::format},
    OptionSpec{"timeline history", "--format", "FORMAT", "text|json|jsonl|csv|md",
               "Format of the list (default: text).", &Options::format},
    OptionSpec{"diff", "--format", "FORMAT", "text|json|html|md", "Format of the changes (default: text).",
               &Options::format},
    OptionSpec{"diff", "--exit-code", "", "", "Exit with 1 where claims differ.", &Options::exit_code},
    OptionSpec{"verify", "--against", "PATH...", "",
               "Sources of the quotations: files, or folders of files; FILE stands before it.",
               &Options::against},
    OptionSpec{"audit record report", "--against", "PATH...", "",
               "Verify the quotations against these files, or folders of files; FILE stands before it.",
               &Options::against},
    OptionSpec{"verify audit record report", "--index", "FILE", "",
               "Keep what the sources of --against say in this file: the next run needn't take them apart "
               "again. A source that has changed is read anew.",
               &Options::index},
    OptionSpec{"verify", "--recorded", "", "",
               "Compare the quotations of each source in the claims database, and show those that stand in "
               "two wordings.",
               &Options::recorded},
    OptionSpec{"verify", "--fail-on", "CLASS", "",
               "Exit with 1 for quotations of this class only; may be repeated; none: never (default: all "
               "that the profile doesn't let pass).",
               &Options::fail_on},
    OptionSpec{"verify", "--format", "FORMAT", "text|json|html|sarif",
               "Format of the verification (default: text; with --recorded text or json).", &Options::format},
    OptionSpec{"audit", "--format", "FORMAT", "text|json|jsonl|sarif|github|checkstyle|junit|rdjson",
               "Format of the findings (default: text).", &Options::format},
    OptionSpec{"extract", "--format", "FORMAT", "text|json|jsonl|csv",
               "Format of the statements (default: text).", &Options::format},
    OptionSpec{"report", "FILE", "FILE...", "", "Articles, or folders of articles; - is standard input.",
               &Options::files},
    OptionSpec{"report", "--format", "FORMAT", "text|html|md|csv|json",
               "Format of the report (default: text).", &Options::format},
    OptionSpec{
        "report", "--revisions", "", "",
        "The files (or with --recorded --article KEY the recorded revisions) are revisions of one article, "
        "oldest first: what changed, on a page.",
        &Options::revisions},
    OptionSpec{"report", "--recorded", "", "", "What the claims database holds, instead of files.",
               &Options::recorded},
    OptionSpec{"claims sources", "--format", "FORMAT", "text|json|jsonl|csv|md",
               "Format of the list (default: text).", &Options::format},
    OptionSpec{"audit extract report record history diff verify rules.list rules.show rules.test rules.check "
               "rules.trace",
               "--lang", "LANG", "", "Language of the articles or rules: fr, en or auto (default: auto).",
               &Options::lang},
    OptionSpec{"audit extract report record claims sources timeline history forget import check vacuum diff "
               "verify rules.list rules.show",
               "--ui-lang", "LANG", "en|fr", "Language of the messages (default: the locale's).",
               &Options::ui_lang},
    OptionSpec{"audit extract report record history diff verify rules.list rules.show rules.test rules.check "
               "rules.trace",
               "--rules", "DIR", "", "Folder of the rule packs, one folder a language.", &Options::rules},
    OptionSpec{"audit verify rules.list rules.show", "--profile", "NAME", "",
               "What a house or standard asks: default, afp, ap, reuters, diplo, ue, factcheck, or the "
               "path of a house profile's file (default: default).",
               &Options::profile},
    OptionSpec{"audit extract report record diff verify rules.list rules.show rules.trace", "--no-config", "",
               "", "Don't look for selon.xml in the folders of the articles and above.", &Options::no_config},
    OptionSpec{"audit extract report record verify", "--jobs", "N", "",
               "Articles that are read at the same time (default: one a core).", &Options::jobs},
    OptionSpec{"audit", "--since", "REV", "",
               "Only changed files, and findings on changed lines: since this revision of git.",
               &Options::since},
    OptionSpec{"audit", "--fail-level", "LEVEL", "error|warning|info|none",
               "Exit with 1 from this level on; none: never (default: error).", &Options::fail_level},
    OptionSpec{"audit", "--min-level", "LEVEL", "error|warning|info",
               "Show findings from this level on (default: info).", &Options::min_level},
    OptionSpec{"audit", "--only", "RULE", "",
               "Only findings of this rule, or of all that begin so (source); may be repeated.",
               &Options::only},
    OptionSpec{"audit", "--skip", "RULE", "",
               "No findings of this rule, or of all that begin so; may be repeated.", &Options::skip},
    OptionSpec{"audit", "--baseline", "FILE", "", "Hide the findings that this file holds.",
               &Options::baseline},
    OptionSpec{"audit", "--write-baseline", "FILE", "",
               "Write all findings into this file, for --baseline, and report none.",
               &Options::write_baseline},
    OptionSpec{"audit", "--prune-baseline", "", "",
               "Take findings that are no more out of the --baseline file.", &Options::prune_baseline},
    OptionSpec{"audit", "--strict", "", "", "Report plain facts without a source too.", &Options::strict},
    OptionSpec{"audit", "--record", "", "", "Record the article in the claims database too.",
               &Options::record},
    OptionSpec{"extract", "--text", "", "", "Put the article's text into the JSON.", &Options::text},
    OptionSpec{"extract", "--at", "", "", "Put lines and columns into JSONL too.", &Options::at},
    OptionSpec{
        "audit record claims sources sources.merge sources.alias sources.undo sources.decisions timeline "
        "history diff forget export import check vacuum report verify",
        "--db", "PATH", "", "Claims database (default: $SELON_DB, then the user's data directory).",
        &Options::db},
    OptionSpec{"audit record", "--article", "KEY", "",
               "Key of the article, of which the files are revisions (default: its URL or path).",
               &Options::article},
    OptionSpec{"claims timeline report", "--article", "KEY", "", "Only claims of this article.",
               &Options::article},
    OptionSpec{"verify", "--article", "KEY", "", "With --recorded: only wordings of this article.",
               &Options::article},
    OptionSpec{"record", "--reanalyse", "", "",
               "Read what is recorded again with the rules of now: all, or that --article.",
               &Options::reanalyse},
    OptionSpec{"record", "--at", "DATE", "", "The same as --published.", &Options::published},
    OptionSpec{"audit record", "--published", "DATE", "",
               "When the revision was published, ISO 8601 (default: as the article says).",
               &Options::published},
    OptionSpec{"claims sources report verify", "--source", "NAME", "",
               "Only this source: its name, ref or alias.", &Options::source},
    OptionSpec{"timeline", "--source", "NAME", "", "The source: its name, ref or alias.", &Options::source,
               true},
    OptionSpec{"claims sources timeline", "--exact", "", "",
               "Only the source of that very name or ref: no alias, no part of a name.", &Options::exact},
    OptionSpec{"claims timeline", "--kind", "KIND", "direct|indirect|mixed|according_to|credited|carried",
               "Only claims reported so.", &Options::kind},
    OptionSpec{"claims sources", "--anonymous", "", "", "Only unnamed sources.", &Options::anonymous},
    OptionSpec{"claims", "--unverified", "", "",
               "Only quotations that weren't verified against sources, or not with success.",
               &Options::unverified},
    OptionSpec{"claims timeline report", "--about", "WORDS", "",
               "Only claims with all these words; \"words in quotation marks\" stay together.",
               &Options::about},
    OptionSpec{"claims timeline report verify", "--since", "DATE", "", "Only revisions from this date on.",
               &Options::since},
    OptionSpec{"claims timeline report verify", "--until", "DATE", "", "Only revisions up to this date.",
               &Options::until},
    OptionSpec{"claims sources timeline report", "--all-revisions", "", "",
               "Every revision, not only each article's latest.", &Options::all_revisions},
    OptionSpec{"claims sources timeline report verify", "--limit", "N", "",
               "At most so many (default, and 0: all).", &Options::limit},
    OptionSpec{"rules.list", "KIND", "KIND...", "patterns|audit|furniture|sources|words|verbs|profiles",
               "Kinds of rules (default: patterns, audit, furniture).", &Options::names},
    OptionSpec{"rules.show", "ID", "ID...", "", "Ids of rules, refs of sources, verbs.", &Options::names,
               true},
    OptionSpec{"rules.test", "ID", "ID...", "", "Ids of the rules to test (default: all).", &Options::names},
    OptionSpec{"rules.check", "DIR", "DIR", "", "Folder of one pack (default: the pack that would be used).",
               &Options::names},
    OptionSpec{"completions", "SHELL", "SHELL", "bash|fish|zsh", "The shell.", &Options::names, true},
};

}  // namespace

std::span<const Command> commands() { return command_table; }

std::span<const OptionSpec> option_specs() { return option_table; }

std::string full_name(const Command& command) {
  return command.parent.empty() ? std::string(command.name)
                                : std::string(command.parent) + "." + std::string(command.name);
}

bool OptionSpec::belongs_to(const Command& command) const {
  const std::string wanted = full_name(command);
  for (std::string_view rest = this->commands; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == wanted) {
      return true;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

std::vector<std::string> OptionSpec::choice_list() const {
  std::vector<std::string> list;
  for (std::string_view rest = choices; !rest.empty();) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    list.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return list;
}

}  // namespace selon
