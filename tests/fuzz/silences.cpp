// Fuzz target: an article of Markdown with silences in it, each of its lines one beside it too.
// What a silence hides keeps its reason, and all that is found has a place.
#include "audit/silences.h"

#include "audit/engine.h"
#include "document/load.h"
#include "french_analyzer.h"
#include "target.h"

namespace {

using namespace selon;

std::vector<std::pair<SilenceWords, std::string>> silences_beside(std::string_view text) {
  std::vector<std::pair<SilenceWords, std::string>> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (auto words = parse_silence(text.substr(0, end))) {
      fuzz::promise(!words->rules.empty(), "a silence names a rule");
      out.emplace_back(std::move(*words), "article.md.selon:1");
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::view_of(data, size));
  const auto document = load_bytes(bytes, "article.md", fuzz::french_pack(), {.format = Format::markdown});
  if (!document) {
    return 0;
  }
  const Analysis analysis = fuzz::french_analyzer().analyze(*document);
  AuditOptions options;
  options.with_off = true;
  options.silences = silences_beside(bytes);
  audit(*document, analysis, fuzz::french_pack(), options, [&](const Finding& finding) {
    fuzz::promise(fuzz::on_character_borders(document->text, finding.span), "a finding is in the text");
    if (finding.in_file) {
      fuzz::promise(finding.in_file->start <= finding.in_file->end &&
                        finding.in_file->end <= document->file_content().size(),
                    "a finding is in the file");
    }
    fuzz::promise(!finding.suppression || finding.suppression->kind == Suppression::Kind::in_text,
                  "only a silence hides anything here");
  });
  return 0;
}
