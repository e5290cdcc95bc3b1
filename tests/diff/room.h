// Articles read and analysed with the French pack, for the tests of the diff.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/analyzer.h"
#include "claims/diff/diff.h"
#include "document/load.h"
#include "language/lexicon.h"
#include "rules/loader.h"

namespace selon::test {

/// The pack, the analyzer and the lexicon, made once for all tests.
class Room {
 public:
  static Room& instance() {
    static Room room;
    return room;
  }

  struct Article {
    Document document;
    Analysis analysis;
  };

  Article article(std::string text) {
    Article made;
    made.document = loader_.text(std::move(text));
    made.analysis = analyzer_->analyze(made.document);
    return made;
  }

  const Pack pack;
  const Lexicon lexicon;

 private:
  Room()
      : pack(std::move(load_pack(SELON_RULES_DIR "/fr").value())),
        lexicon(std::move(Lexicon::open(SELON_LEXICON_DIR "/fr.lexicon").value())),
        loader_(pack),
        analyzer_(std::move(Analyzer::create(pack, SELON_LEXICON_DIR "/fr.lexicon", {}).value())) {}

  Loader loader_;
  std::unique_ptr<Analyzer> analyzer_;
};

/// What changed, in words: "figure_changed+moved [3 -> 4]" for each change, worst first.
inline std::vector<std::string> changes(const std::string& old_text, const std::string& new_text) {
  Room& room = Room::instance();
  const Room::Article old_one = room.article(old_text);
  const Room::Article new_one = room.article(new_text);
  const DiffArticle old_article{old_one.document, old_one.analysis, room.pack};
  const DiffArticle new_article{new_one.document, new_one.analysis, room.pack};
  std::vector<std::string> all;
  for (const Change& change : diff_claims(old_article, new_article, room.lexicon).changes) {
    std::string line;
    for (const ChangeKind kind : change.kinds) line += (line.empty() ? "" : "+") + std::string(name_of(kind));
    for (const Edit& edit : change.edits) line += " [" + edit.old_words + " -> " + edit.new_words + "]";
    all.push_back(std::move(line));
  }
  return all;
}

using Lines = std::vector<std::string>;

}  // namespace selon::test

/// So that a failing check shows the lines.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static doctest::String convert(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += (out.empty() ? "" : " | ") + line;
    return out.c_str();
  }
};
