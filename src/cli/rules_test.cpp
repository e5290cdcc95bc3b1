// selon rules test [ID...]
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "audit/engine.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "document/furniture.h"

namespace selon {

namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>;

/// A role and its place, as marked in an example or found in it.
using Marked = std::set<std::pair<std::string, Place>>;

Marked marks_of(const Example& example) {
  Marked marks;
  for (const Example::Mark& mark : example.marks) {
    marks.insert({mark.role, {mark.start, mark.end}});
  }
  return marks;
}

std::string shown(const Marked& marks, const std::string& text) {
  std::string out;
  for (const auto& [role, place] : marks) {
    out += fmt::format("{}{} “{}”", out.empty() ? "" : ", ", role,
                       text.substr(place.first, place.second - place.first));
  }
  return out.empty() ? "nothing" : out;
}

/// What an attribution marks, of the roles that the example marks.
Marked found_by(const Attribution& attribution, const Marked& wanted) {
  Marked found;
  const auto add = [&](const char* role, const std::optional<Span>& span) {
    const bool asked = std::ranges::any_of(wanted, [&](const auto& mark) { return mark.first == role; });
    if (span && asked) {
      found.insert({role, {span->start, span->end}});
    }
  };
  add("source", attribution.source);
  add("cue", attribution.cue ? std::optional(attribution.cue->span) : std::nullopt);
  for (const Span span : attribution.content) {
    add("content", span);
  }
  add("addressee", attribution.addressee);
  add("date", attribution.date);
  add("place", attribution.place);
  return found;
}

class ExampleRun {
 public:
  ExampleRun(Workbench& bench, Analyzer& analyzer, Console& console)
      : bench_(bench), pack_(bench.pack()), analyzer_(analyzer), console_(console) {}

  void run(const std::vector<std::string>& ids) {
    const auto chosen = [&](const std::string& id) {
      return ids.empty() || std::ranges::find(ids, id) != ids.end();
    };
    each(pack_.patterns, chosen, [this](const Pattern& p, const Example& e) { test_pattern(p, e); });
    each(pack_.audit, chosen, [this](const AuditRule& rule, const Example& e) { test_audit(rule, e); });
    each(pack_.furniture, chosen, [this](const Furniture& f, const Example& e) { test_furniture(f, e); });
    for (const std::string& id : ids) {
      if (std::ranges::find(seen_, id) == seen_.end()) {
        console_.fail({"", 0, 0, "no rule of that id", id, "selon rules list"});
      }
    }
    console_.out.write(fmt::format("{} examples, {} failed\n", examples_, failed_));
  }

 private:
  template <class List, class Chosen, class Test>
  void each(const List& list, const Chosen& chosen, const Test& test) {
    for (const auto& rule : list) {
      if (!chosen(rule.id)) {
        continue;
      }
      seen_.push_back(rule.id);
      for (const Example& example : rule.examples) {
        ++examples_;
        test(rule, example);
      }
    }
  }

  void fail(const Example& example, const std::string& id, const std::string& what) {
    ++failed_;
    const RulePlace place = example.place;
    const std::string file = place.file < pack_.files.size() ? pack_.files[place.file] : "";
    console_.out.write(
        to_string({file, place.line, place.column, fmt::format("{}: {}", id, what), example.text, ""}) +
        "\n");
    console_.found();
  }

  void test_pattern(const Pattern& pattern, const Example& example) {
    const Document document = bench_.loader().text(example.text);
    const Analysis analysis = analyzer_.analyze(document);
    const Marked wanted = marks_of(example);
    Marked closest;
    bool fired = false;
    for (const Attribution& attribution : analysis.attributions) {
      if (attribution.rule != pattern.id) {
        continue;
      }
      fired = true;
      closest = found_by(attribution, wanted);
      if (closest == wanted) {
        break;
      }
    }
    if (pattern.kind == "none") {
      // Such a pattern keeps others from its cue: where it matches, nothing is found.
      if (example.must_match == !analysis.attributions.empty()) {
        fail(example, pattern.id,
             example.must_match ? "lets its example through" : "matches its counterexample");
      }
    } else if (!example.must_match && fired) {
      fail(example, pattern.id, "matches its counterexample");
    } else if (example.must_match && !fired) {
      fail(example, pattern.id, "doesn't match its example" + others(analysis));
    } else if (example.must_match && closest != wanted) {
      fail(example, pattern.id,
           fmt::format("finds {} where {} is marked", shown(closest, example.text),
                       shown(wanted, example.text)));
    }
  }

  /// Which rules matched instead.
  static std::string others(const Analysis& analysis) {
    std::string names;
    for (const Attribution& attribution : analysis.attributions) {
      names += (names.empty() ? " (found by " : ", ") + attribution.rule;
    }
    return names.empty() ? names : names + ")";
  }

  void test_audit(const AuditRule& rule, const Example& example) {
    const Document document = bench_.loader().text(example.text);
    const Analysis analysis = analyzer_.analyze(document);
    Marked found;
    audit(document, analysis, pack_, AuditOptions{rule.strict_only, rule.off}, [&](const Finding& finding) {
      if (finding.rule == &rule) {
        found.insert({"finding", {finding.span.start, finding.span.end}});
      }
    });
    if (const Marked wanted = marks_of(example); found != wanted) {
      fail(example, rule.id,
           fmt::format("finds {} where {} is marked", shown(found, example.text),
                       shown(wanted, example.text)));
    }
  }

  void test_furniture(const Furniture& furniture, const Example& example) {
    if (furniture_matches(furniture, example.text) != example.must_match) {
      fail(example, furniture.id,
           example.must_match ? "doesn't match its example" : "matches its counterexample");
    }
  }

  Workbench& bench_;
  const Pack& pack_;
  Analyzer& analyzer_;
  Console& console_;
  std::vector<std::string> seen_;
  std::size_t examples_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace

int run_rules_test(const Options& options, Console& console) {
  Session& session = Session::until_exit(options);
  const auto bench = session.workbench(session.first_language());
  if (!bench) {
    console.fail(bench.error());
    return console.exit_code();
  }
  const auto analyzer = (*bench)->analyzer(false);
  if (!analyzer) {
    console.fail(analyzer.error());
    return console.exit_code();
  }
  ExampleRun(**bench, **analyzer, console).run(options.names);
  return console.exit_code();
}

}  // namespace selon
