// The commands, one a file. Each gives the program's exit code: 0 nothing at or
// above the fail level, 1 findings, 2 an error of usage, configuration or input;
// 2 beats 1.
#pragma once

#include "cli/console.h"
#include "cli/options.h"

namespace selon {

int run_audit(const Options& options, Console& console);
int run_extract(const Options& options, Console& console);
int run_report(const Options& options, Console& console);
int run_record(const Options& options, Console& console);
int run_claims(const Options& options, Console& console);
int run_sources(const Options& options, Console& console);
int run_verify(const Options& options, Console& console);
int run_sources_merge(const Options& options, Console& console);
int run_sources_alias(const Options& options, Console& console);
int run_sources_undo(const Options& options, Console& console);
int run_sources_decisions(const Options& options, Console& console);
int run_history(const Options& options, Console& console);
int run_timeline(const Options& options, Console& console);
int run_forget(const Options& options, Console& console);
int run_export(const Options& options, Console& console);
int run_import(const Options& options, Console& console);
int run_check(const Options& options, Console& console);
int run_vacuum(const Options& options, Console& console);
int run_diff(const Options& options, Console& console);
int run_rules_list(const Options& options, Console& console);
int run_rules_show(const Options& options, Console& console);
int run_rules_test(const Options& options, Console& console);
int run_rules_check(const Options& options, Console& console);
int run_rules_trace(const Options& options, Console& console);
int run_completions(const Options& options, Console& console);
int run_manual(const Options& options, Console& console);

}  // namespace selon
