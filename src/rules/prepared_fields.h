// The fields of a pack's parts, in the order in which a prepared pack holds them.
// Structured bindings name every field: one added to pack.h and not here doesn't
// compile.
#pragma once

#include "rules/pack.h"

namespace selon {

template <class Archive>
void fields_of(Archive& archive, RulePlace& value) {
  auto& [file, line, column] = value;
  archive(file, line, column);
}

template <class Archive>
void fields_of(Archive& archive, WordList& value) {
  auto& [id, words, place] = value;
  archive(id, words, place);
}

template <class Archive>
void fields_of(Archive& archive, Verb& value) {
  auto& [lemma, takes, stance, weak, denies, neutral, place] = value;
  archive(lemma, takes, stance, weak, denies, neutral, place);
}

template <class Archive>
void fields_of(Archive& archive, TagDefinition& value) {
  auto& [name, from, lists, words, open, place] = value;
  archive(name, from, lists, words, open, place);
}

template <class Archive>
void fields_of(Archive& archive, ContextRule& value) {
  auto& [among, choose, words, before, after, place, before_place, after_place] = value;
  archive(among, choose, words, before, after, place, before_place, after_place);
}

template <class Archive>
void fields_of(Archive& archive, Macro& value) {
  auto& [name, expression, place, expression_place] = value;
  archive(name, expression, place, expression_place);
}

template <class Archive>
void fields_of(Archive& archive, Example::Mark& value) {
  auto& [role, start, end] = value;
  archive(role, start, end);
}

template <class Archive>
void fields_of(Archive& archive, Example& value) {
  auto& [text, marks, must_match, place] = value;
  archive(text, marks, must_match, place);
}

template <class Archive>
void fields_of(Archive& archive, Pattern& value) {
  auto& [id, kind, scope, expression, gate, priority, polarity, modality, note, examples, place,
         expression_place] = value;
  archive(id, kind, scope, expression, gate, priority, polarity, modality, note, examples, place,
          expression_place);
}

template <class Archive>
void fields_of(Archive& archive, Boundary& value) {
  auto& [scope, effect, expression, note, place, expression_place] = value;
  archive(scope, effect, expression, note, place, expression_place);
}

template <class Archive>
void fields_of(Archive& archive, SourceEntry& value) {
  auto& [ref, name, aliases, kind, country, metonym_of, place] = value;
  archive(ref, name, aliases, kind, country, metonym_of, place);
}

template <class Archive>
void fields_of(Archive& archive, Furniture& value) {
  auto& [id, expression, becomes, where, examples, place, expression_place] = value;
  archive(id, expression, becomes, where, examples, place, expression_place);
}

template <class Archive>
void fields_of(Archive& archive, Reference& value) {
  auto& [name, section, date, url, note] = value;
  archive(name, section, date, url, note);
}

template <class Archive>
void fields_of(Archive& archive, AuditRule::Message& value) {
  auto& [key, lang, text] = value;
  archive(key, lang, text);
}

template <class Archive>
void fields_of(Archive& archive, AuditRule& value) {
  auto& [id, severity, strict_only, off, graded, messages, advice, reason, reference, examples, place] =
      value;
  archive(id, severity, strict_only, off, graded, messages, advice, reason, reference, examples, place);
}

template <class Archive>
void fields_of(Archive& archive, SiteHint& value) {
  auto& [host, drop, keep, place] = value;
  archive(host, drop, keep, place);
}

template <class Archive>
void fields_of(Archive& archive, Pack& value) {
  auto& [lang, version, files, lists, verbs, tags, context, macros, sets, patterns, boundaries, sources,
         furniture, audit, sites, regexes] = value;
  static_cast<void>(regexes);  // a file of their own
  archive(lang, version, files, lists, verbs, tags, context, macros, sets, patterns, boundaries, sources,
          furniture, audit, sites);
}

}  // namespace selon
