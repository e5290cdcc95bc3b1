// selon rules trace FILE...: sentence by sentence the tokens with their tags, the
// patterns that matched and what became of each match.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "report/printable.h"

namespace selon {

namespace {

class TraceWriter {
 public:
  TraceWriter(const Document& document, Output& out) : document_(document), places_(document), out_(out) {}

  void write(const TracedSentence& sentence) {
    const FilePlace place = places_.at(sentence.span.start);
    out_.write(fmt::format("{}:{}:{}\n  ", printable(document_.path), place.line, place.column));
    for (const TracedToken& token : sentence.tokens) {
      out_.write(fmt::format("{}/{}", text_of(token.span), token.tag));
      if (token.candidates.size() > 1) {
        out_.write(fmt::format("({})", fmt::to_string(fmt::join(token.candidates, " "))));
      }
      out_.write(" ");
    }
    out_.write(sentence.gated ? "\n  no cue: no pattern tried\n" : "\n");
    for (const TracedMatch& match : sentence.matches) {
      write(match);
    }
    out_.write("\n");
  }

 private:
  void write(const TracedMatch& match) {
    out_.write(fmt::format("  {} {}", fate_of(match), match.pattern->id));
    if (match.winner != nullptr) {
      out_.write(fmt::format(" (to {}, priority {} over {})", match.winner->id, match.winner->priority,
                             match.pattern->priority));
    }
    out_.write(fmt::format("\n    matched: {}\n", text_of(match.whole)));
    if (!match.source.empty()) {
      out_.write(fmt::format("    source:  {}\n", text_of(match.source)));
    }
    if (!match.cue.empty()) {
      out_.write(fmt::format("    cue:     {}\n", text_of(match.cue)));
    }
    for (const Span span : match.content) {
      out_.write(fmt::format("    content: {}\n", text_of(span)));
    }
  }

  static std::string_view fate_of(const TracedMatch& match) {
    switch (match.fate) {
      case TracedMatch::Fate::kept:
        return "kept      ";
      case TracedMatch::Fate::lost:
        return "lost      ";
      case TracedMatch::Fate::no_content:
        return "no content";
      default:
        return "silenced  ";
    }
  }

  [[nodiscard]] std::string text_of(Span span) const { return printable(span.in(document_.text)); }

  const Document& document_;
  PlaceFinder places_;
  Output& out_;
};

}  // namespace

int run_rules_trace(const Options& options, Console& console) {
  Session& session = Session::until_exit(options);
  for (const std::string& path : options.files) {
    const auto article = session.article(path);
    if (!article) {
      console.fail(article.error());
      continue;
    }
    const auto bench = session.workbench(article->pack->lang);
    const auto analyzer = bench ? (*bench)->analyzer(false) : Expected<Analyzer*>(tl::unexpected(Error{}));
    if (!analyzer) {
      console.fail(analyzer.error());
      continue;
    }
    TraceWriter writer(article->document, console.out);
    for (const TracedSentence& sentence : (*analyzer)->trace(article->document)) {
      writer.write(sentence);
    }
    console.fail((*analyzer)->mistakes());
  }
  return console.exit_code();
}

}  // namespace selon
