// Articles for the tests of resolving: each line is a paragraph, {braces} mark the
// mentions of sources in order. "= " at the start of a line makes it a byline, "# " a
// credit.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attribution/resolver.h"
#include "french_room.h"

namespace selon {

struct ResolvingRoom : FrenchRoom {
  std::unique_ptr<SourceResolver> resolver = std::make_unique<SourceResolver>(*vocabulary);
};

inline ResolvingRoom& resolving_room() {
  static ResolvingRoom room;
  return room;
}

class ResolvingArticle {
 public:
  explicit ResolvingArticle(std::string_view marked) {
    std::vector<Span> sources;
    std::size_t at = 0;
    while (at < marked.size()) {
      const std::size_t end = std::min(marked.find('\n', at), marked.size());
      add_line(marked.substr(at, end - at), sources);
      at = end + 1;
    }
    analysis.text = resolving_room().reader->read(document);
    for (const Span source : sources) {
      Attribution attribution;
      attribution.source = source;
      analysis.attributions.push_back(std::move(attribution));
    }
  }

  /// The place of `words`, the first one.
  [[nodiscard]] Span find(std::string_view words) const {
    const std::size_t at = document.text.find(words);
    REQUIRE_MESSAGE(at != std::string::npos, words);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  /// Gives attribution `index` a content by its words.
  ResolvingArticle& says(std::size_t index, std::string_view words, AttributionKind kind) {
    analysis.attributions.at(index).content.push_back(find(words));
    analysis.attributions.at(index).kind = kind;
    return *this;
  }
  ResolvingArticle& cue(std::size_t index, std::string_view words) {
    analysis.attributions.at(index).cue = Cue{find(words), "", Stance::neutral};
    return *this;
  }
  ResolvingArticle& resolve() {
    resolving_room().resolver->resolve(document, analysis);
    return *this;
  }

  [[nodiscard]] Resolution how(std::size_t index) const { return analysis.attributions.at(index).resolution; }
  /// The source's ref; "" where there is none.
  [[nodiscard]] std::string ref(std::size_t index) const {
    return ref_of(analysis.attributions.at(index).source_index);
  }
  [[nodiscard]] std::string via(std::size_t index) const {
    return ref_of(analysis.attributions.at(index).via);
  }
  [[nodiscard]] const Source& source(std::size_t index) const {
    return analysis.sources.at(analysis.attributions.at(index).source_index);
  }
  [[nodiscard]] std::vector<std::string> refs(const std::vector<std::uint32_t>& list) const {
    std::vector<std::string> out;
    for (const std::uint32_t index : list) {
      out.push_back(ref_of(index));
    }
    return out;
  }

  Document document;
  Analysis analysis;

 private:
  [[nodiscard]] std::string ref_of(std::uint32_t index) const {
    return index == no_index ? "" : analysis.sources.at(index).ref;
  }

  void add_line(std::string_view line, std::vector<Span>& sources) {
    Block block;
    if (line.starts_with("= ") || line.starts_with("# ")) {
      block.kind = line.front() == '=' ? BlockKind::byline : BlockKind::credit;
      line.remove_prefix(2);
    }
    block.span.start = static_cast<std::uint32_t>(document.text.size());
    for (const char c : line) {
      const auto here = static_cast<std::uint32_t>(document.text.size());
      if (c == '{') {
        sources.push_back({here, here});
      } else if (c == '}') {
        sources.back().end = here;
      } else {
        document.text.push_back(c);
      }
    }
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    if (!block.span.empty()) {
      document.blocks.push_back(block);
    }
    document.text.push_back('\n');
  }
};

/// An article, resolved.
inline ResolvingArticle resolved(std::string_view marked) {
  ResolvingArticle article(marked);
  article.resolve();
  return article;
}

using Strings = std::vector<std::string>;

}  // namespace selon
