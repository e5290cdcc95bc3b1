// Two wordings of one quotation among those of many articles.

#include "claims/wording_variants.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "rules/loader.h"

using namespace selon;

namespace {

/// Quotations, each in an article of its own unless it says so.
struct Archive {
  RecordedQuotations found;

  std::uint32_t article() {
    const auto index = static_cast<std::uint32_t>(found.articles.size());
    std::string day = std::to_string(10 + index % 18);
    found.articles.push_back({index + 1, "a" + std::to_string(index), "2024-03-" + day + "T08:00:00Z", 1});
    return index;
  }

  void quote(std::uint32_t article, std::int64_t source, const std::string& words,
             BlockKind kind = BlockKind::paragraph, const std::string& before = "") {
    RecordedQuotation made;
    made.article = article;
    made.source = source;
    made.speaker = source == 0 ? "" : "S" + std::to_string(source);
    made.attributed = source != 0;
    made.kind = kind;
    made.around = before + "« " + words + " »";
    const auto start = static_cast<std::uint32_t>(before.size());
    const auto end = static_cast<std::uint32_t>(made.around.size());
    const auto mark = static_cast<std::uint32_t>(std::string_view("« ").size());
    made.quoted = {start, end};
    made.inner = {start + mark, end - mark};
    made.sentences = {0};
    made.block = static_cast<std::uint32_t>(found.all.size());
    found.all.push_back(made);
  }
  void quote(std::int64_t source, const std::string& words) { quote(article(), source, words); }

  [[nodiscard]] std::vector<WordingVariant> variants() const {
    static const Pack pack = load_pack(SELON_RULES_DIR "/fr").value();
    return wording_variants(found, pack);
  }
};

}  // namespace

TEST_CASE("a negation lost is told against the wording of more articles, with all places") {
  Archive archive;
  archive.quote(1, "Nous ne fermerons pas la digue avant mars");
  archive.quote(1, "Nous fermerons la digue avant mars");
  archive.quote(1, "nous ne fermerons pas la digue avant mars");
  archive.quote(2, "Nous fermerons la digue avant mars");
  const auto variants = archive.variants();
  REQUIRE(variants.size() == 1);
  CHECK(variants[0].here == std::vector<std::uint32_t>{1});
  CHECK(variants[0].other == std::vector<std::uint32_t>{0, 2});
  REQUIRE(variants[0].edits.size() == 2);
  CHECK(variants[0].edits[0].old_span.in(archive.found.all[0].around) == "ne");
  CHECK(variants[0].edits[0].new_span.empty());
  CHECK(variants[0].edits[1].old_span.in(archive.found.all[0].around) == "pas");
}

TEST_CASE("excerpts, marked cuts and what may be two utterances are no variants") {
  Archive archive;
  archive.quote(1, "Nous ne fermerons pas la digue avant mars, et chacun le sait ici");
  archive.quote(1, "Nous ne fermerons pas la digue […] et chacun le sait ici");
  archive.quote(1, "Nous ne fermerons pas la digue avant mars");
  archive.quote(1, "Nous ne céderons pas sur les salaires");
  archive.quote(1, "Nous ne céderons pas sur les primes");
  CHECK(archive.variants().empty());
}

TEST_CASE("a headline's quotation that nobody says is compared inside its article only") {
  Archive archive;
  const auto first = archive.article();
  archive.quote(first, 0, "Nous avons perdu quatre vannes cet hiver", BlockKind::headline);
  archive.quote(first, 1, "Nous avons perdu trois vannes cet hiver");
  const auto second = archive.article();
  archive.quote(second, 0, "Nous avons perdu cinq vannes cet hiver", BlockKind::headline);
  const auto variants = archive.variants();
  REQUIRE(variants.size() == 1);
  CHECK(variants[0].here == std::vector<std::uint32_t>{0});
  CHECK(variants[0].other == std::vector<std::uint32_t>{1});
}

TEST_CASE("every lost word is found among thousands of quotations of one source") {
  const std::vector<std::string> words = {"digue",  "vanne", "pompe",  "hiver",   "rivière", "village",
                                          "marché", "école", "budget", "travaux", "conseil", "pluie",
                                          "route",  "pont",  "moulin", "forêt",   "récolte", "commune",
                                          "usine",  "train", "gare",   "hôpital", "mairie",  "syndicat"};
  std::mt19937 random(7);
  const auto any = [&](std::size_t size) { return random() % size; };
  Archive archive;
  std::set<std::uint32_t> altered;
  for (int i = 0; i < 1500; ++i) {
    std::vector<std::string> said;
    for (int k = 0; k < 12; ++k) {
      said.push_back(words[any(words.size())] + (any(3) == 0 ? "s" : "") + (any(2) == 0 ? " de" : " et la"));
    }
    const auto text = [&] {
      std::string all;
      for (const std::string& word : said) all += (all.empty() ? "" : " ") + word;
      return all + " ensemble";
    };
    archive.quote(1, text());
    if (i % 5 == 0) {
      said.erase(said.begin() + 3 + static_cast<std::ptrdiff_t>(any(6)));
      altered.insert(static_cast<std::uint32_t>(archive.found.all.size()));
      archive.quote(1, text());
    }
  }
  std::set<std::uint32_t> found;
  for (const WordingVariant& variant : archive.variants()) {
    found.insert(variant.here.begin(), variant.here.end());
  }
  std::set<std::uint32_t> missed;
  std::ranges::set_difference(altered, found, std::inserter(missed, missed.end()));
  CHECK(missed.empty());
  CHECK(found.size() < altered.size() + altered.size() / 10);
}
