// What the pack knows of web pages: which class and id names, and which phrases,
// mark furniture, captions, standfirsts, bylines. The words are data of the pack
// (lists whose id begins with "html-"); this is how they are matched.
//
// A list of names holds lower-case words with hyphens ("most-read"); a word is found
// in a class as a whole part ("box-most-read", "boxMostRead"), or, with an asterisk
// at its end ("comment*"), at the start of a part. A list of phrases holds what a
// heading says; letters are compared without case and accents, and an asterisk at
// the end lets more words follow.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/html_tree.h"
#include "rules/pack.h"

namespace selon {

/// Lower case, without accents, letters and single spaces only: "À lire aussi :" is
/// "a lire aussi". Digits and punctuation are left out.
[[nodiscard]] std::string plain_phrase(std::string_view text);

class NameList {
 public:
  explicit NameList(const WordList* list);
  /// `token` is one class, id or other name.
  [[nodiscard]] bool matches(std::string_view token) const;
  /// Whether `token` is a name of the list, and nothing more.
  [[nodiscard]] bool equals(std::string_view token) const;

 private:
  std::array<std::vector<std::string>, 256> parts_;  ///< "-most-read-", "-comment", by their first letter
};

class PhraseList {
 public:
  explicit PhraseList(const WordList* list);
  /// `phrase` as `plain_phrase` makes it.
  [[nodiscard]] bool matches(const std::string& phrase) const;

 private:
  std::unordered_set<std::string> whole_;
  std::unordered_multimap<std::string, std::string> starts_;  ///< by their first word
};

struct HtmlNames {
  explicit HtmlNames(const Pack& pack);

  NameList furniture;  ///< dropped with all they hold
  NameList comments;   ///< readers' comments: dropped however long they are
  NameList hidden;     ///< whole classes that hide from sight
  NameList label;      ///< section labels, reading times: dropped where short
  NameList headline;
  NameList site;  ///< the site's own name and banner
  NameList standfirst;
  NameList byline;
  NameList date;
  NameList caption;
  NameList credit;
  NameList quote;
  NameList note;       ///< footnotes, boxes
  NameList embed;      ///< embedded posts of social networks: their text is kept
  PhraseList closing;  ///< headings after which the article is over
  PhraseList related;  ///< headings and starts of lines that lead to other articles
  PhraseList byline_starts;
  PhraseList furniture_lines;  ///< "publicité", "s'abonner"
};

/// Whether a class, the id, or a data-component name of element `i` is in the list.
[[nodiscard]] bool named(const HtmlTree& tree, std::uint32_t i, const NameList& list);

}  // namespace selon
