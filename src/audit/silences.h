// Silences: what an editor writes into the article, or beside it, so that a rule keeps
// quiet about a place, with the reason.
//
//   <!-- selon: ignore source.vague reason="they spoke on air" -->   the next statement
//   <!-- selon: off source.vague --> ... <!-- selon: on source.vague -->
//   <!-- selon: ignore-file source.single reason="an interview" -->
//
// Comments of HTML and Markdown are no text; in plain text they are read as well, but a
// file beside the article (FILE.selon, one silence a line) keeps the text clean:
//
//   # what this is about
//   ignore source.vague words="d'après certains" reason="they spoke on air"
//   ignore-file source.single reason="an interview"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "attribution/analysis.h"
#include "audit/finding.h"
#include "audit/words.h"
#include "document/document.h"

namespace selon {

/// What one comment or line says.
struct SilenceWords {
  enum class Verb : std::uint8_t { ignore, off, on, ignore_file };
  Verb verb = Verb::ignore;
  std::vector<std::string> rules;
  std::string reason;
  std::string words;  ///< "" where none are given
};

/// Parses what stands after "selon:"; fails with the part that it cannot read.
[[nodiscard]] tl::expected<SilenceWords, std::string> parse_silence(std::string_view text);

/// One rule kept quiet over one stretch of the file.
struct Silence {
  std::string rule;
  std::string reason;
  std::string origin;             ///< of a file beside the article: "a.txt.selon:3"; else ""
  Span place;                     ///< of the comment, in the file's content
  Span covers;                    ///< in the file's content; all of it for a whole file
  std::vector<QuotedWord> words;  ///< only statements with these words, where there are any
  bool used = false;

  /// The rule, with the place of the silence where that is in another file.
  [[nodiscard]] std::string shown_rule() const { return origin.empty() ? rule : rule + ", " + origin; }
};

/// A silence that cannot be read.
struct SilenceMistake {
  Span place;  ///< in the file's content
  std::string fragment;
  std::string message_key = {};                            ///< of silence.malformed
  std::optional<OtherFilePlace> elsewhere = std::nullopt;  ///< the line of a file beside the article
};

/// The silences of one article. Made by the engine; checks of the silence rules read it.
class Silences {
 public:
  Silences(const Document& document, const Analysis& analysis);

  /// Adds one of a file beside the article.
  void add(const SilenceWords& words, std::string_view origin);
  /// Adds a line of such a file that is no silence.
  void add(SilenceMistake mistake) { mistakes_.push_back(std::move(mistake)); }
  /// Marks those that hold for the finding as used; gives the first one, or nullptr.
  [[nodiscard]] const Silence* use(const Finding& finding);

  [[nodiscard]] const std::vector<Silence>& all() const { return all_; }
  [[nodiscard]] const std::vector<SilenceMistake>& mistakes() const { return mistakes_; }
  [[nodiscard]] bool any_unused() const;
  /// Sets a finding at a silence: in the text where it is text, else in the file.
  void put(Finding& finding, Span place) const;

 private:
  void read_comments();
  void take(Span place, std::string_view text);
  void open_or_close(const SilenceWords& words, Span place);
  [[nodiscard]] bool is_comment(Span place) const;
  /// The next statement that begins at this offset of the file's content or after it.
  [[nodiscard]] Span next_statement(std::uint32_t offset) const;
  [[nodiscard]] bool holds(const Silence& silence, const Finding& finding) const;

  const Document& document_;
  const Analysis& analysis_;
  std::vector<Silence> all_;
  std::vector<SilenceMistake> mistakes_;
  std::vector<std::size_t> open_;  ///< those switched off and not on again
};

}  // namespace selon
