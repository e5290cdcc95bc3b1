// What the tests of statements share: the French pack and lexicon, opened once, and
// articles made from paragraphs, with attributions marked by their own words.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attribution/statements.h"
#include "french_room.h"

namespace selon {

struct StatementsRoom : FrenchRoom {
  std::unique_ptr<StatementMaker> maker = std::make_unique<StatementMaker>(*vocabulary);
};

inline StatementsRoom& statements_room() {
  static StatementsRoom room;
  return room;
}

/// An article of paragraphs, one a line of `text`, and its analysis.
class MarkedArticle {
 public:
  explicit MarkedArticle(std::string text, BlockKind kind = BlockKind::paragraph) {
    document.text = std::move(text);
    std::uint32_t start = 0;
    const auto size = static_cast<std::uint32_t>(document.text.size());
    while (start < size) {
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(document.text.find('\n', start), size));
      if (end > start) {
        document.blocks.push_back({kind, {start, end}, false});
      }
      start = end + 1;
    }
  }

  /// The place of `words`, the first one at or after `from`.
  [[nodiscard]] Span find(std::string_view words, std::size_t from = 0) const {
    const std::size_t at = document.text.find(words, from);
    REQUIRE_MESSAGE(at != std::string::npos, words);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  /// Adds an attribution by its words; an empty source or cue is none.
  MarkedArticle& attribute(std::string_view source, std::string_view cue,
                           std::initializer_list<std::string_view> contents) {
    Attribution made;
    if (!source.empty()) {
      made.source = find(source);
    }
    if (!cue.empty()) {
      made.cue = Cue{find(cue), std::string(cue), Stance::neutral};
    }
    for (const std::string_view content : contents) {
      made.content.push_back(find(content));
    }
    analysis.attributions.push_back(std::move(made));
    return *this;
  }

  MarkedArticle& analyse() {
    StatementsRoom& room = statements_room();
    analysis.text = room.reader->read(document);
    room.maker->make(document, analysis);
    return *this;
  }

  [[nodiscard]] std::string_view text(Span span) const { return span.in(document.text); }

  /// The statements, each with a letter for its status: "A: …", "O: …".
  [[nodiscard]] std::vector<std::string> statements() const {
    std::vector<std::string> out;
    for (const Statement& statement : analysis.statements) {
      out.push_back(std::string(1, "ACRO"[static_cast<std::size_t>(statement.status)]) + ": " +
                    std::string(text(statement.span)));
    }
    return out;
  }

  Document document;
  Analysis analysis;
};

}  // namespace selon
