#include "article.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace selon::testing {

std::uint32_t Article::block(BlockKind kind, std::string_view words) {
  if (!document.text.empty()) document.text += "\n\n";
  const auto start = static_cast<std::uint32_t>(document.text.size());
  document.text += words;
  document.blocks.push_back({kind, {start, static_cast<std::uint32_t>(document.text.size())}});
  if (kind == BlockKind::headline) document.headline = words;
  return static_cast<std::uint32_t>(document.blocks.size() - 1);
}

std::uint32_t Article::source(std::string ref, std::string name, SourceKind kind) {
  Source source;
  source.ref = std::move(ref);
  source.name = std::move(name);
  source.kind = kind;
  analysis.sources.push_back(std::move(source));
  return static_cast<std::uint32_t>(analysis.sources.size() - 1);
}

Span Article::span(std::string_view words) const {
  const std::size_t start = document.text.find(words, document.blocks.back().span.start);
  if (start == std::string::npos) throw std::logic_error("not in the last block: " + std::string(words));
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + words.size())};
}

Attribution& Article::says(std::uint32_t source_index, std::string_view mention, std::string_view cue,
                           std::string_view lemma, std::initializer_list<std::string_view> content) {
  Attribution attribution;
  attribution.rule = "fr.test";
  attribution.source_index = source_index;
  attribution.resolution = Resolution::name;
  for (const std::string_view words : content) attribution.content.push_back(span(words));
  Span whole = attribution.content.front();
  const auto take = [&](Span part) {
    whole = {std::min(whole.start, part.start), std::max(whole.end, part.end)};
    return part;
  };
  take(attribution.content.back());
  if (!mention.empty()) attribution.source = take(span(mention));
  if (!cue.empty()) attribution.cue = Cue{take(span(cue)), std::string(lemma), Stance::neutral};
  Statement own;
  own.span = whole;
  own.block = static_cast<std::uint32_t>(document.blocks.size() - 1);
  own.status = Status::attributed;
  own.attributions = {static_cast<std::uint32_t>(analysis.attributions.size())};
  analysis.statements.push_back(std::move(own));
  analysis.attributions.push_back(std::move(attribution));
  return analysis.attributions.back();
}

Statement& Article::statement(Status status, std::string_view words) {
  Statement own;
  own.span = span(words);
  own.block = static_cast<std::uint32_t>(document.blocks.size() - 1);
  own.status = status;
  analysis.statements.push_back(std::move(own));
  return analysis.statements.back();
}

std::string fake_sha256(std::string_view name) {
  std::string out;
  for (const char c : name) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  out.resize(64, '0');
  return out;
}

Article strike_dispatch(const std::string& path) {
  Article article;
  article.document.path = path;
  article.document.sha256 = fake_sha256(path);
  article.document.metadata.published = "2024-03-12T08:30:00+01:00";
  article.document.metadata.publisher = "Le Courrier de la Vauvre";
  article.analysis.lang = "fr";
  article.block(BlockKind::headline, "Sainte-Aubierge : la grève des cantines reconduite");
  const auto mayor = article.source("odile-ferrandon", "Odile Ferrandon");
  const auto union_ = article.source("sud-cantines", "Sud-Cantines", SourceKind::organization);
  const auto parents = article.source("des-parents", "des parents d'élèves", SourceKind::group);
  article.analysis.sources[parents].anonymous = true;
  const auto afp = article.source("afp", "AFP", SourceKind::agency);
  article.analysis.sources[afp].known = true;
  article.analysis.sources[afp].country = "FR";
  article.block(BlockKind::caption, "Le cœur de Sainte-Aubierge, mardi. (Photo AFP)");
  article.statement(Status::credited, "Le cœur de Sainte-Aubierge, mardi.");
  article.document.blocks.push_back({BlockKind::credit, article.span("Photo AFP")});
  article.analysis.credits = {afp};
  article.block(BlockKind::paragraph,
                "« Les repas, a déclaré à l'AFP la maire Odile Ferrandon, seront servis froids. » "
                "Le personnel reprendrait jeudi.");
  Attribution& said = article.says(mayor, "la maire Odile Ferrandon", "a déclaré", "déclarer",
                                   {"« Les repas", "seront servis froids. »"});
  said.kind = AttributionKind::direct;
  said.addressee = article.span("l'AFP");
  article.statement(Status::carried, "Le personnel reprendrait jeudi.").continues = 0;
  article.block(
      BlockKind::paragraph,
      "Sud-Cantines dément avoir bloqué les cuisines. Selon des parents d'élèves, des bœufs entiers "
      "ont été jetés. La maire n'a pas dit que la grève coûtait 12 000 euros.");
  article.says(union_, "Sud-Cantines", "dément", "démentir", {"avoir bloqué les cuisines"}).polarity =
      Polarity::denied;
  Attribution& according =
      article.says(parents, "des parents d'élèves", "Selon", "selon", {"des bœufs entiers ont été jetés"});
  according.kind = AttributionKind::according_to;
  according.cue->stance = Stance::doubtful;
  Attribution& unsaid =
      article.says(mayor, "La maire", "n'a pas dit", "dire", {"la grève coûtait 12 000 euros"});
  unsaid.polarity = Polarity::negated;
  unsaid.resolution = Resolution::title;
  return article;
}

Article numbered_article(std::uint32_t seed, std::uint32_t claims) {
  Article article;
  article.document.path = fmt::format("article-{}.txt", seed);
  article.document.sha256 = fake_sha256(fmt::format("{}-{}", seed, claims));
  article.document.metadata.published = fmt::format("20{:02}-06-{:02}", seed % 25, seed % 28 + 1);
  article.analysis.lang = "fr";
  article.block(BlockKind::headline, fmt::format("La crue de la Vauvre, épisode {}", seed));
  const auto prefect = article.source("gaspard-delorme", "Gaspard Delorme");
  const auto other =
      article.source(fmt::format("riverain-{}", seed % 50), fmt::format("Riverain {}", seed % 50));
  for (std::uint32_t index = 0; index + 1 < claims; ++index) {
    const std::string content =
        fmt::format("l'eau a monté de {} centimètres au repère {}", seed + index, index);
    article.block(BlockKind::paragraph,
                  fmt::format("Gaspard Delorme a indiqué que {} dans la nuit.", content));
    article.says(index % 3 == 0 ? other : prefect, "Gaspard Delorme", "a indiqué", "indiquer", {content});
  }
  article.block(BlockKind::paragraph, "La décrue viendrait vendredi.");
  article.statement(Status::carried, "La décrue viendrait vendredi.").continues = 0;
  return article;
}

}  // namespace selon::testing
