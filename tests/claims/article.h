// Articles and their analyses, put together by hand for the tests of this room.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "attribution/analysis.h"
#include "document/document.h"

namespace selon::testing {

struct Article {
  Document document;
  Analysis analysis;

  /// A block of text; blocks are parted by an empty line. Gives its index.
  std::uint32_t block(BlockKind kind, std::string_view words);
  /// A source entity; gives its index.
  std::uint32_t source(std::string ref, std::string name, SourceKind kind = SourceKind::person);
  /// The span of `words` in the last block.
  [[nodiscard]] Span span(std::string_view words) const;
  /// An attribution in the last block with a statement from its first to its last
  /// span; an empty mention or cue is none. The reference is good until the next one.
  Attribution& says(std::uint32_t source, std::string_view mention, std::string_view cue,
                    std::string_view lemma, std::initializer_list<std::string_view> content);
  /// A statement in the last block.
  Statement& statement(Status status, std::string_view words);
};

/// The lower-case hexadecimal of `name`, as long as a SHA-256: tells files apart.
[[nodiscard]] std::string fake_sha256(std::string_view name);

/// A dispatch of a strike in Sainte-Aubierge: four claims (one of them denied, one
/// carried), a credited caption, and one sentence that is no claim.
[[nodiscard]] Article strike_dispatch(const std::string& path = "greve.txt");

/// A short article with `claims` claims, the last of them carried; `seed` makes its words.
[[nodiscard]] Article numbered_article(std::uint32_t seed, std::uint32_t claims);

}  // namespace selon::testing
