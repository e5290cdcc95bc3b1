// A small article with everything that a report shows.
#pragma once

#include "../audit/article.h"

namespace selon::test {

inline Article sample() {
  Article a;
  a.document.path = "article.txt";
  a.document.id = "a-1";
  a.document.headline = "La digue de Valbrune";
  a.document.sha256 = std::string(64, 'a');
  a.document.metadata.published = "2024-03-05";
  a.block(BlockKind::headline, "La digue de Valbrune");
  a.block(BlockKind::paragraph,
          "=La digue cédera, a prévenu mardi l'agence KXNA à l'AFP. Elle a 40 ans. Elle aurait bougé.");
  a.block(BlockKind::paragraph, "« Nous partirons », selon elle.");

  Source kcna;
  kcna.ref = "kcna";
  kcna.name = "KCNA";
  kcna.kind = SourceKind::agency;
  kcna.country = "KP";
  kcna.known = true;
  Source woman;
  woman.ref = "elle";
  woman.name = "elle";
  woman.anonymous = true;
  a.analysis.sources = {kcna, woman};
  a.analysis.lang = "fr";
  a.analysis.credits = {0};
  a.analysis.near_misses.push_back({a.place("KXNA"), "KCNA", 0});

  const auto first = a.attribution(0, "l'agence KXNA", a.place("=La digue cédera"));
  Attribution& warned = a.analysis.attributions[first];
  warned.rule = "fr.incise";
  warned.resolution = Resolution::misspelling;
  warned.cue = Cue{a.place("a prévenu"), "prévenir", Stance::committed};
  warned.addressee = a.place("l'AFP");
  warned.date = a.place("mardi");
  const auto second = a.attribution(1, "elle", a.place("« Nous partirons »"));
  Attribution& said = a.analysis.attributions[second];
  said.rule = "fr.selon";
  said.kind = AttributionKind::according_to;
  said.resolution = Resolution::ambiguous;
  said.modality = Modality::conditional;
  said.candidates = {"Jeanne Morvan", "Paule Estrade"};
  said.cue = Cue{a.place("selon"), "selon", Stance::neutral};
  said.source = a.place("elle.");
  said.source->end -= 1;

  a.statement(a.document.blocks[0].span, Status::own_voice);
  a.statement(a.place("=La digue cédera, a prévenu mardi l'agence KXNA à l'AFP."), Status::attributed, 0,
              {first});
  a.statement(a.place("Elle a 40 ans."), Status::carried, needs_figure).continues = first;
  a.statement(a.place("Elle aurait bougé."), Status::own_voice, needs_conditional | needs_figure);
  a.statement(a.place("« Nous partirons », selon elle."), Status::attributed, 0, {second});
  a.quotation(a.place("« Nous partirons »"), second, 2);

  AuditRule near_miss;
  near_miss.id = "source.near-miss";
  near_miss.messages = {{"", "fr", "Nom inconnu : « {written} », pour « {proposal} » ?"},
                        {"", "en", "Unknown name: “{written}”, for “{proposal}”?"},
                        {"here", "en", "the known one"}};
  near_miss.advice = {{"", "en", "Check it."}, {"", "fr", "Vérifier."}};
  near_miss.reference = Reference{"AP", "Names", "2014", "https://example.org", ""};
  AuditRule conditional;
  conditional.id = "attribution.conditional";
  conditional.messages = {{"", "en", "Who says so?"}};
  conditional.severity = Severity::error;
  a.rule_pack.audit = {conditional, near_miss};
  return a;
}

/// What the audit of the sample finds, in the order of reports, with a related place added.
inline std::vector<Finding> sample_findings(Article& a) {
  std::vector<Finding> found;
  a.summary = audit(a.document, a.analysis, a.rule_pack, {}, [&](Finding finding) {
    if (finding.rule->id == "source.near-miss") {
      finding.related.push_back({a.place("l'AFP"), "here"});
    }
    found.push_back(std::move(finding));
  });
  return found;
}

}  // namespace selon::test
