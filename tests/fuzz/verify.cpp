// Fuzz target: quotations against sources. The input is both: what stands before its first zero
// byte is quoted, the rest is the source; as valid UTF-8.
#include "document/encoding.h"
#include "target.h"
#include "verify/quote_alignment.h"
#include "verify/quote_chain.h"
#include "verify/quote_edges.h"
#include "verify/quote_splices.h"
#include "verify/speaker_turns.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace selon;
  const std::string_view bytes = fuzz::view_of(data, size);
  if (bytes.size() > 20000 || first_invalid_utf8(bytes) != bytes.size()) return 0;
  const std::size_t split = std::min(bytes.find('\0'), bytes.size());
  const std::string_view quoted = bytes.substr(0, split);
  SourceTexts sources(fuzz::french_pack());
  sources.add_text(std::string(bytes.substr(std::min(split + 1, bytes.size()))), "source");
  const Span inner{0, static_cast<std::uint32_t>(quoted.size())};
  GramIndex index;
  index.add(loose_words(quoted, inner));
  index.scan(sources.texts());
  const PassageFinder finder(sources, index);
  static const GuardWords guards(fuzz::french_pack());
  static const SpeakerReader speakers(fuzz::french_pack());
  static const UnitSet small_words(fuzz::french_pack().list("stop-words"));
  const TurnReader turns(speakers);
  const std::string_view text = finder.text_of(0);
  for (std::uint8_t reading = 0; reading < 4; ++reading) {
    const MarkedQuote quote = marked_quote(quoted, inner, reading);
    for (const QuoteChain& chain : chains(finder, quoted, quote)) {
      fuzz::promise(fuzz::on_character_borders(text, chain.span()), "a place is in the source");
      const auto turn = turns.turn_at(sources[0], chain.span().start);
      (void)edges_of(finder, guards, {0, chain.span()}, turn ? turn->words : Span{0, 0});
      for (const JudgedGap& gap : judged_gaps(finder, guards, quote, chain)) {
        fuzz::promise(fuzz::on_character_borders(text, gap.removed), "a gap is in the source");
      }
    }
    (void)spliced_parts(finder, index, quoted, quote, small_words);
    for (const Passage& region : finder.regions(quoted, inner, 4)) {
      const auto found = aligned(finder, quote, region, small_words);
      fuzz::promise(!found || fuzz::on_character_borders(text, found->passage.span),
                    "a passage is in the source");
    }
  }
  return 0;
}
