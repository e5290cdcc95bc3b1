// selon rules list [KIND...]
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/rule_choice.h"
#include "cli/session.h"
#include "report/printable.h"
#include "rules/names.h"

namespace selon {

namespace {

constexpr std::uint32_t summary_columns = 90;

class RuleLines {
 public:
  RuleLines(const Pack& pack, const Options& options, Console& console)
      : pack_(pack), options_(options), console_(console) {}

  void write(std::string_view kind) {
    if (kind == "profiles") {
      write_profiles();
    } else if (kind == "patterns") {
      write_all(pack_.patterns, [](const Pattern& p) { return line(p.id, p.note); });
    } else if (kind == "audit") {
      write_all(pack_.audit, [this](const AuditRule& rule) {
        Finding finding;
        finding.rule = &rule;
        return line(rule.id, fmt::format("{}: {}", level_name(rule), message_of(finding, console_.language)));
      });
    } else if (kind == "furniture") {
      write_all(pack_.furniture, [](const Furniture& f) { return line(f.id, f.becomes); });
    } else if (kind == "sources") {
      write_all(pack_.sources, [](const SourceEntry& s) {
        return line(s.ref, fmt::format("{} ({}{}{})", s.name, name_of(s.kind), s.country.empty() ? "" : ", ",
                                       s.country));
      });
    } else if (kind == "words") {
      write_all(pack_.lists,
                [](const WordList& l) { return line(l.id, fmt::format("{} words", l.words.size())); });
    } else {
      write_all(pack_.verbs, [](const Verb& v) { return line(v.lemma, valence_names(v.takes)); });
    }
  }

 private:
  static std::string line(std::string_view id, std::string_view summary) {
    return fmt::format("{:<32} {}\n", printable(id), shortened(summary, summary_columns));
  }

  template <class List, class Line>
  void write_all(const List& list, const Line& line_of) {
    for (const auto& one : list) {
      console_.out.write(line_of(one));
    }
  }

  void write_profiles() {
    for (const std::string& name : profile_names(options_.rules)) {
      const auto profile = load_profile(name, options_.rules, rule_names());
      if (!profile) {
        console_.fail(profile.error());
        continue;
      }
      console_.out.write(line(name, summary_of(*profile, code_of(console_.language))));
    }
  }

  const Pack& pack_;
  const Options& options_;
  Console& console_;
};

}  // namespace

int run_rules_list(const Options& options, Console& console) {
  Session& session = Session::until_exit(options);
  const auto bench = session.workbench(session.first_language());
  if (!bench) {
    console.fail(bench.error());
    return console.exit_code();
  }
  RuleLines lines((*bench)->pack(), options, console);
  const std::vector<std::string> usual = {"patterns", "audit", "furniture"};
  for (const std::string& kind : options.names.empty() ? usual : options.names) {
    lines.write(kind);
  }
  return console.exit_code();
}

}  // namespace selon
