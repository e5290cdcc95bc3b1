// Which country's body a name is that many countries have: "le ministère de la Santé".
#include <algorithm>

#include "attribution/article_resolver.h"

namespace selon {

// Whether tokens [first, last) name a home country, another one, or none.
ArticleResolver::Land ArticleResolver::land_in(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t longest_name = 4;
  Land land = Land::none;
  std::string words;
  for (std::uint32_t i = first; i < last; ++i) {
    words.clear();
    for (std::uint32_t k = i; k < std::min(last, i + longest_name) && tools_.reader.is_word(k); ++k) {
      words += (words.empty() ? "" : " ") + tools_.reader.facts(k).folded;
      const std::string_view country = tools_.countries.of(words);
      const bool capital = (text_.tokens[i].shape & shape_capital) != 0;
      const bool adjective = (tools_.reader.classes(i) & word::nationality) != 0;
      // "la Vienne" is a river and its département, "Vienne" a capital.
      const bool other_place = i > first && (tools_.reader.classes(i - 1) & word::definite) != 0 &&
                               tools_.countries.is_city(words);
      if (country.empty() || other_place || !(capital || adjective)) {
        continue;
      }
      if (tools_.countries.is_home(country)) {
        return Land::home;
      }
      land = Land::abroad;
    }
  }
  return land;
}

// The country of an article is told by how it begins: headline, dateline, first paragraph.
bool ArticleResolver::is_abroad() {
  if (abroad_) {
    return *abroad_;
  }
  Land land = Land::none;
  for (const Sentence& sentence : text_.sentences) {
    const Land here = land_in(sentence.first, sentence.last);
    land = here == Land::none || land == Land::home ? land : here;
    const bool next_ends = &sentence + 1 == text_.sentences.data() + text_.sentences.size() ||
                           (&sentence + 1)->block != sentence.block;
    if (next_ends && document_.blocks[sentence.block].kind == BlockKind::paragraph) {
      break;
    }
  }
  abroad_ = land == Land::abroad;
  return *abroad_;
}

// "le parquet national", "ministère de l'Intérieur": a common noun begins it, and no word of
// it tells a country. In an article from abroad it is another country's.
bool ArticleResolver::is_foreign(const Mention& mention) {
  if (mention.known.sources.size() != 1 || mention.known.acronym || !mention.role) {
    return false;
  }
  const SourceEntry& source = tools_.index.source(mention.known.sources.front());
  const bool shared = source.kind == SourceKind::government || source.kind == SourceKind::institution;
  const std::uint32_t first = tools_.reader.token_at(mention.known_span.start);
  const std::uint32_t last = tools_.reader.token_at(mention.known_span.end - 1) + 1;
  constexpr std::uint64_t bodies = word::government | word::institution;
  return shared && tools_.countries.is_home(source.country) && tools_.reader.facts(first).plain &&
         (tools_.reader.classes(first) & bodies) != 0 && land_in(first, last) == Land::none && is_abroad();
}

}  // namespace selon
