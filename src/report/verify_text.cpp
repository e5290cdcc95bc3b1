#include "report/verify_text.h"

#include <fmt/format.h>

#include "report/marked_words.h"
#include "report/printable.h"

namespace selon {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

}  // namespace

void VerifyTextReport::write_side(VerifyLabel name, const std::vector<DifferingPart>& parts, bool is_source) {
  output_.write(fmt::format("  {:7} {}\n", label(language_, name), marked_words(parts, is_source, colours_)));
}

void VerifyTextReport::write_passage(VerifyLabel name, const Verification& quotation,
                                     const VerifiedPassage& passage) {
  const bool compared = name == VerifyLabel::source;
  write_side(name,
             compared ? differing_parts(passage.text, passage.span.start, quotation.edits, true)
                      : std::vector<DifferingPart>{{passage.text, false}},
             true);
  const std::string speaker = passage.speaker.empty() ? std::string(label(language_, VerifyLabel::no_speaker))
                                                      : printable(passage.speaker);
  output_.write(fmt::format("  {:7} {}:{}:{} · {}\n", "", printable(passage.path), passage.place.line,
                            passage.place.column, speaker));
}

void VerifyTextReport::write(const VerifiedArticle& article, const Verification& quotation,
                             const PlaceFinder& places) {
  const FilePlace place = places.at(quotation.span.start);
  const std::string speaker = quotation.speaker.empty() ? "" : " (" + printable(quotation.speaker) + ")";
  std::string what(meaning(language_, quotation.verdict));
  if (quotation.verdict == QuoteClass::risky_edit && quotation.risk != 0) {
    what += " (" + touched(language_, quotation.risk) + ")";
  }
  if (quotation.edge_cut) what += "; " + std::string(label(language_, VerifyLabel::edge_cut));
  output_.write(fmt::format("{}:{}:{}: {}{}{}{}: {}\n", printable(article.document.path), place.line,
                            place.column, colours_ ? bold : "", label(language_, quotation.verdict),
                            colours_ ? plain : "", speaker, what));
  write_side(
      VerifyLabel::draft,
      differing_parts(quotation.span.in(article.document.text), quotation.span.start, quotation.edits, false),
      false);
  if (quotation.candidate) write_passage(VerifyLabel::source, quotation, *quotation.candidate);
  for (const VerifiedPassage& other : quotation.candidates)
    write_passage(VerifyLabel::also, quotation, other);
  if (fails(article, quotation)) {
    const std::string_view what_to_do = advice(language_, quotation.verdict);
    if (!what_to_do.empty()) {
      output_.write(
          fmt::format("  {}{} {}\n", label(language_, Label::advice), colon(language_), what_to_do));
    }
  }
  output_.write('\n');
}

void VerifyTextReport::article(const VerifiedArticle& article) {
  const PlaceFinder places(article.document);
  for (const Verification& quotation : article.quotations) {
    write(article, quotation, places);
    ++all_;
    failing_ += fails(article, quotation) ? 1 : 0;
  }
}

void VerifyTextReport::finish() {
  output_.write(counted_quotations(language_, all_, failing_));
  output_.write('\n');
}

}  // namespace selon
