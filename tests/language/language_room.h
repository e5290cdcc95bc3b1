// What the tests of the language room share: the French pack and lexicon, opened once,
// and texts read paragraph by paragraph.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "french_room.h"

namespace selon {

inline FrenchRoom& language_room() {
  static FrenchRoom room;
  return room;
}

/// A text of paragraphs, one a line, as the language room reads it.
class ReadText {
 public:
  explicit ReadText(std::string_view lines) {
    document.text = lines;
    std::uint32_t start = 0;
    const auto size = static_cast<std::uint32_t>(document.text.size());
    while (start < size) {
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(document.text.find('\n', start), size));
      if (end > start) {
        document.blocks.push_back({BlockKind::paragraph, {start, end}});
      }
      start = end + 1;
    }
    text = language_room().reader->read(document);
  }

  [[nodiscard]] std::string_view in(Span span) const { return span.in(document.text); }

  /// The tokens' own words, with " | " between them.
  [[nodiscard]] std::string tokens() const {
    std::string out;
    for (const Token& token : text.tokens) {
      out += (out.empty() ? "" : " | ") + std::string(in(token.span));
    }
    return out;
  }

  /// The sentences' own words, one a string.
  [[nodiscard]] std::vector<std::string> sentences() const {
    std::vector<std::string> out;
    for (const Sentence& sentence : text.sentences) {
      out.emplace_back(in({text.tokens[sentence.first].span.start, text.tokens[sentence.last - 1].span.end}));
    }
    return out;
  }

  /// What stands inside each quotation's marks.
  [[nodiscard]] std::vector<std::string> quotations() const {
    std::vector<std::string> out;
    for (const Quotation& quotation : text.quotations) {
      out.emplace_back(in(quotation.inner));
    }
    return out;
  }

  /// The name of the tag of the first token that reads `word`.
  [[nodiscard]] std::string tag_of(std::string_view word) const {
    for (const Token& token : text.tokens) {
      if (in(token.span) == word) {
        return token.tag == 0 ? "none" : language_room().pack.tags.at(token.tag - 1u).name;
      }
    }
    return "no such token";
  }

  Document document;
  Text text;
};

}  // namespace selon
