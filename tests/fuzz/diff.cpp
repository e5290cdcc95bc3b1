// Fuzz target: two revisions of an article, with a line of "====" between them. Each claim of
// both sides is unchanged or in a change, all places lie in the texts, and an article differs
// in nothing from itself.
#include "claims/diff/diff.h"

#include "document/load.h"
#include "french_analyzer.h"
#include "target.h"

namespace {

using namespace selon;

void check_marks(const Document& document, const std::vector<Span>& marks) {
  for (const Span& mark : marks) {
    fuzz::promise(fuzz::on_character_borders(document.text, mark), "a mark is in the text");
  }
}

void check_diff(const Document& old_document, const Document& new_document, const Diff& diff) {
  for (const Change& change : diff.changes) {
    fuzz::promise(!change.kinds.empty(), "a change is of some kind");
    fuzz::promise(change.old_assertion || change.new_assertion, "a change has a side");
    fuzz::promise(!change.old_assertion || *change.old_assertion < diff.old_side.size(),
                  "the old side is there");
    fuzz::promise(!change.new_assertion || *change.new_assertion < diff.new_side.size(),
                  "the new side is there");
    check_marks(old_document, change.old_marks);
    check_marks(new_document, change.new_marks);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto lexicon = Lexicon::open(SELON_LEXICON_DIR "/fr.lexicon");
  fuzz::promise(lexicon.has_value(), "the lexicon is there");
  const std::string_view text = fuzz::view_of(data, size);
  const std::size_t border = std::min(text.find("\n====\n"), text.size());
  const std::string old_text(text.substr(0, border));
  const std::string new_text(text.substr(std::min(border + 6, text.size())));
  const Pack& pack = fuzz::french_pack();
  const auto old_document = load_bytes(old_text, "old.txt", pack, {.format = Format::text});
  const auto new_document = load_bytes(new_text, "new.txt", pack, {.format = Format::text});
  if (!old_document || !new_document) {
    return 0;
  }
  const Analysis old_analysis = fuzz::french_analyzer().analyze(*old_document);
  const Analysis new_analysis = fuzz::french_analyzer().analyze(*new_document);
  const DiffArticle old_article{*old_document, old_analysis, pack};
  const DiffArticle new_article{*new_document, new_analysis, pack};
  check_diff(*old_document, *new_document, diff_claims(old_article, new_article, *lexicon));
  fuzz::promise(diff_claims(old_article, old_article, *lexicon).changes.empty(), "an article is like itself");
  return 0;
}
