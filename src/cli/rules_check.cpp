// selon rules check [DIR]
#include <fmt/format.h>

#include "audit/engine.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "report/printable.h"
#include "rules/check.h"
#include "rules/loader.h"

namespace selon {

namespace {

/// Audit rules that no check of the program stands behind.
Errors idle_audit_rules(const Pack& pack) {
  Errors errors;
  for (const AuditRule& rule : pack.audit) {
    if (!has_check(rule.id)) {
      const std::string file = rule.place.file < pack.files.size() ? pack.files[rule.place.file] : "";
      errors.push_back({file, rule.place.line, rule.place.column, "an audit rule that selon has no check for",
                        rule.id, "take it out, or correct its id"});
    }
  }
  return errors;
}

}  // namespace

int run_rules_check(const Options& options, Console& console) {
  std::string folder;
  if (options.names.empty()) {
    const auto found = find_pack(options.lang == "auto" ? "fr" : options.lang, options.rules);
    if (!found) {
      console.fail(found.error());
      return console.exit_code();
    }
    folder = *found;
  } else {
    folder = options.names.front();
  }
  const auto pack = load_pack(folder);
  if (!pack) {
    console.fail(pack.error());
    return console.exit_code();
  }
  console.fail(check_pack(*pack));
  console.fail(idle_audit_rules(*pack));
  if (console.exit_code() == 0) {
    console.out.write(
        fmt::format("{}: no mistakes in {} patterns, {} audit rules, {} furniture rules, {} sources, "
                    "{} verbs\n",
                    printable(folder), pack->patterns.size(), pack->audit.size(), pack->furniture.size(),
                    pack->sources.size(), pack->verbs.size()));
  }
  return console.exit_code();
}

}  // namespace selon
