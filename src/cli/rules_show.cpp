// selon rules show ID...
#include <fmt/format.h>

#include <algorithm>

#include "attribution/name_fold.h"
#include "cli/commands.h"
#include "cli/rule_choice.h"
#include "cli/session.h"
#include "report/printable.h"
#include "rules/names.h"

namespace selon {

namespace {

/// Writes what a pack says under an id, whatever kind of rule that is.
class RuleSheet {
 public:
  RuleSheet(const Pack& pack, const Options& options, Console& console)
      : pack_(pack), options_(options), console_(console), out_(console.out), language_(console.language) {}

  /// False where nothing has that id. Where none has it to the letter, capitals, accents and
  /// hyphens don't count, and sources are found by their names and aliases too.
  bool write(const std::string& id) {
    found_ = false;
    folded_id_.clear();
    write_all(id);
    if (!found_) {
      folded_id_ = folded(id);
      write_all(id);
    }
    return found_;
  }

 private:
  void write_all(const std::string& id) {
    each(pack_.patterns, &Pattern::id, id, [this](const Pattern& p) { write_pattern(p); });
    each(pack_.audit, &AuditRule::id, id, [this](const AuditRule& rule) { write_audit(rule); });
    each(pack_.furniture, &Furniture::id, id, [this](const Furniture& f) { write_furniture(f); });
    each(pack_.sources, &SourceEntry::ref, id, [this](const SourceEntry& s) { write_source(s); });
    each(pack_.lists, &WordList::id, id,
         [this](const WordList& l) { field("words", fmt::to_string(fmt::join(l.words, ", "))); });
    each(pack_.verbs, &Verb::lemma, id, [this](const Verb& v) { write_verb(v); });
    for (const std::string& name : profile_names(options_.rules)) {
      if (is_same(name, id)) {
        write_profile_of(name);
      }
    }
  }

  [[nodiscard]] bool is_same(std::string_view known, std::string_view id) const {
    return folded_id_.empty() ? known == id : folded(known) == folded_id_;
  }

  [[nodiscard]] bool goes_by(const SourceEntry& source) const {
    const auto fits = [&](std::string_view name) { return folded(name) == folded_id_; };
    return !folded_id_.empty() && (fits(source.name) || std::ranges::any_of(source.aliases, fits));
  }
  template <class Other>
  [[nodiscard]] bool goes_by(const Other& /*one*/) const {
    return false;
  }

  template <class List, class Id, class Write>
  void each(const List& list, Id id_of, const std::string& id, const Write& write_one) {
    for (const auto& one : list) {
      if (is_same(one.*id_of, id) || goes_by(one)) {
        found_ = true;
        const RulePlace place = one.place;
        const std::string file = place.file < pack_.files.size() ? pack_.files[place.file] : "";
        out_.write(fmt::format("{}\n", printable(one.*id_of)));
        field("file", fmt::format("{}:{}:{}", file, place.line, place.column));
        write_one(one);
        out_.write('\n');
      }
    }
  }

  void field(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      out_.write(fmt::format("  {:<11} {}\n", name, printable(value)));
    }
  }

  void write_examples(const std::vector<Example>& examples) {
    for (const Example& example : examples) {
      field(example.must_match ? "example" : "not", with_marks(example));
    }
  }

  /// "[source:La maire] [cue:a dit] que …"
  static std::string with_marks(const Example& example) {
    std::string out;
    for (std::uint32_t at = 0; at <= example.text.size(); ++at) {
      for (const Example::Mark& mark : example.marks) {
        out += mark.end == at ? "]" : "";
      }
      for (const Example::Mark& mark : example.marks) {
        out += mark.start == at ? "[" + mark.role + ":" : "";
      }
      if (at < example.text.size()) {
        out += example.text[at];
      }
    }
    return out;
  }

  void write_pattern(const Pattern& pattern) {
    field("pattern", pattern.expression);
    field("kind", pattern.kind);
    field("scope", pattern.scope);
    field("gate", fmt::to_string(fmt::join(pattern.gate, " ")));
    field("priority", std::to_string(pattern.priority));
    field("polarity", pattern.polarity);
    field("modality", pattern.modality);
    field("note", pattern.note);
    write_examples(pattern.examples);
  }

  void write_messages(std::string_view name, const std::vector<AuditRule::Message>& messages) {
    for (const AuditRule::Message& message : messages) {
      if (message.lang == code_of(language_)) {
        field(name, message.key.empty() ? message.text : fmt::format("[{}] {}", message.key, message.text));
      }
    }
  }

  static std::string joined(const Reference& reference) {
    std::string all = reference.name;
    for (const std::string& part : {reference.section, reference.date, reference.url, reference.note}) {
      all += part.empty() ? "" : ", " + part;
    }
    return all;
  }

  void write_audit(const AuditRule& rule) {
    field("severity", level_name(rule));
    field("strict", rule.strict_only ? "only with --strict" : "");
    write_messages("message", rule.messages);
    write_messages("advice", rule.advice);
    write_messages("reason", rule.reason);
    if (rule.reference) {
      field("reference", joined(*rule.reference));
    }
    write_examples(rule.examples);
  }

  void write_profile_of(const std::string& name) {
    found_ = true;
    const auto profile = load_profile(name, options_.rules, rule_names());
    if (profile) {
      write_profile(*profile);
    } else {
      console_.fail(profile.error());
    }
  }

  void write_profile(const Profile& profile) {
    out_.write(fmt::format("{}\n", printable(profile.name)));
    field("file", profile.files.back());
    for (std::size_t i = profile.files.size() - 1; i > 0; --i) {
      field("extends", profile.files[i - 1]);
    }
    field("summary", summary_of(profile, code_of(language_)));
    for (const RuleLevel& level : profile.levels) {
      field("level", fmt::format("{} {}{}", level.rule, level.severity ? name_of(*level.severity) : "off",
                                 level.graded ? "" : ", whatever else speaks for it"));
    }
    field("passes", fmt::to_string(fmt::join(profile.passes, ", ")));
    for (const Reference& reference : profile.references) {
      field("reference", joined(reference));
    }
    out_.write('\n');
  }

  void write_furniture(const Furniture& furniture) {
    field("matches", furniture.expression);
    field("where", furniture.where);
    field("becomes", furniture.becomes);
    write_examples(furniture.examples);
  }

  void write_source(const SourceEntry& source) {
    field("name", source.name);
    field("aliases", fmt::to_string(fmt::join(source.aliases, ", ")));
    field("kind", name_of(source.kind));
    field("country", source.country);
    field("stands for", source.metonym_of);
  }

  void write_verb(const Verb& verb) {
    field("takes", valence_names(verb.takes));
    field("stance", name_of(verb.stance));
    field("neutral", verb.neutral);
    field("weak", verb.weak ? "as an incise or before a quotation only" : "");
    field("denies", verb.denies ? "yes" : "");
  }

  const Pack& pack_;
  const Options& options_;
  Console& console_;
  Output& out_;
  UiLanguage language_;
  std::string folded_id_;  ///< empty: names are compared to the letter
  bool found_ = false;
};

}  // namespace

int run_rules_show(const Options& options, Console& console) {
  Session& session = Session::until_exit(options);
  const auto bench = session.workbench(session.first_language());
  if (!bench) {
    console.fail(bench.error());
    return console.exit_code();
  }
  RuleSheet sheet((*bench)->pack(), options, console);
  for (const std::string& id : options.names) {
    if (!sheet.write(id)) {
      console.fail({"", 0, 0, "no rule, profile, source, word list or verb of that name", id,
                    "selon rules list patterns audit furniture sources words verbs profiles"});
    }
  }
  return console.exit_code();
}

}  // namespace selon
