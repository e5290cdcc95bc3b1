// selon rules show ID...
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/session.h"
#include "report/printable.h"
#include "rules/names.h"

namespace selon {

namespace {

/// Writes what a pack says under an id, whatever kind of rule that is.
class RuleSheet {
 public:
  RuleSheet(const Pack& pack, Console& console)
      : pack_(pack), out_(console.out), language_(console.language) {}

  /// False where nothing has that id.
  bool write(const std::string& id) {
    found_ = false;
    each(pack_.patterns, &Pattern::id, id, [this](const Pattern& p) { write_pattern(p); });
    each(pack_.audit, &AuditRule::id, id, [this](const AuditRule& rule) { write_audit(rule); });
    each(pack_.furniture, &Furniture::id, id, [this](const Furniture& f) { write_furniture(f); });
    each(pack_.sources, &SourceEntry::ref, id, [this](const SourceEntry& s) { write_source(s); });
    each(pack_.lists, &WordList::id, id,
         [this](const WordList& l) { field("words", fmt::to_string(fmt::join(l.words, ", "))); });
    each(pack_.verbs, &Verb::lemma, id, [this](const Verb& v) { write_verb(v); });
    return found_;
  }

 private:
  template <class List, class Id, class Write>
  void each(const List& list, Id id_of, const std::string& id, const Write& write_one) {
    for (const auto& one : list) {
      if (one.*id_of == id) {
        found_ = true;
        const RulePlace place = one.place;
        const std::string file = place.file < pack_.files.size() ? pack_.files[place.file] : "";
        out_.write(fmt::format("{}\n", printable(id)));
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

  void write_audit(const AuditRule& rule) {
    field("severity", name_of(rule.severity));
    field("strict", rule.strict_only ? "only with --strict" : "");
    write_messages("message", rule.messages);
    write_messages("advice", rule.advice);
    write_messages("reason", rule.reason);
    if (rule.reference) {
      const Reference& r = *rule.reference;
      std::string all = r.name;
      for (const std::string& part : {r.section, r.date, r.url, r.note}) {
        all += part.empty() ? "" : ", " + part;
      }
      field("reference", all);
    }
    write_examples(rule.examples);
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
    field("weak", verb.weak ? "as an incise or before a quotation only" : "");
    field("denies", verb.denies ? "yes" : "");
  }

  const Pack& pack_;
  Output& out_;
  UiLanguage language_;
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
  RuleSheet sheet((*bench)->pack(), console);
  for (const std::string& id : options.names) {
    if (!sheet.write(id)) {
      console.fail({"", 0, 0, "no rule, source, word list or verb of that name", id,
                    "selon rules list patterns audit furniture sources words verbs"});
    }
  }
  return console.exit_code();
}

}  // namespace selon
