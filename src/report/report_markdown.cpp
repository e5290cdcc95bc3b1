#include "report/report_markdown.h"

#include <fmt/format.h>

#include "report/pieces.h"
#include "report/printable.h"

namespace selon {

namespace {

class ArticleMarkdown {
 public:
  ArticleMarkdown(Output& output, const PageWords& words, const ReportedArticle& article)
      : output_(output),
        words_(words),
        article_(article),
        voices_(voices_of(article)),
        pieces_(pieces_of(article, voices_)),
        lacking_(lacking_statements(article)),
        places_(article.document) {}

  void write() {
    write_head();
    write_findings();
    write_sources();
    write_statements();
  }

 private:
  void write_head() {
    const Document& document = article_.document;
    const AuditSummary& counts = article_.summary;
    const std::string_view headline = document.headline.empty() ? words_["untitled"] : document.headline;
    output_.write(fmt::format("## {}\n\n{}", markdown_text(headline), markdown_text(document.path)));
    for (const std::string* part : {&document.metadata.publisher, &document.metadata.published}) {
      output_.write(part->empty() ? "" : " · " + markdown_text(*part));
    }
    output_.write("\n\n");
    const UiLanguage language = words_.language();
    output_.write(fmt::format("**{}**: {}, {}, {}, {}, **{}**\n\n",
                              counted(language, counts.statements, Counted::statement),
                              counted(language, counts.attributed, Counted::attributed),
                              counted(language, counts.credited, Counted::credited),
                              counted(language, counts.carried, Counted::carried),
                              counted(language, counts.own_voice, Counted::own_voice),
                              counted(language, counts.lacking, Counted::lacking)));
  }

  void write_findings() {
    const UiLanguage language = words_.language();
    output_.write(fmt::format("### {}\n\n", words_["findings"]));
    for (const Finding& finding : article_.findings) {
      const FilePlace place = places_.in_file(span_in_file(places_, finding).start);
      output_.write(fmt::format("- **{}**, {}: {}", label(language, finding.severity),
                                words_.with("line", {{"line", std::to_string(place.line)}}),
                                markdown_text(message_of(finding, language))));
      const std::string advice = advice_of(finding, language);
      output_.write(advice.empty() ? "" : fmt::format(" *{}*", markdown_text(advice)));
      output_.write(fmt::format(" `{}`\n", finding.rule->id));
    }
    output_.write(article_.findings.empty() ? fmt::format("{}\n\n", words_["no.findings"]) : "\n");
  }

  [[nodiscard]] std::string name(std::uint32_t voice) const {
    return markdown_text(name_of(voices_.list[voice], article_.analysis, words_["nobody"]));
  }

  void write_sources() {
    output_.write(fmt::format("### {}\n\n| {} | {} | {} | {} | {} | {} |\n|--:|---|---|--:|--:|---|\n",
                              words_["sources"], words_["table.number"], words_["table.name"],
                              words_["table.kind"], words_["table.statements"], words_["table.share"],
                              words_["table.quotations"]));
    for (std::uint32_t number = 0; number < voices_.list.size(); ++number) {
      const Voice& voice = voices_.list[number];
      std::string kind;
      if (voice.source < article_.analysis.sources.size()) {
        const Source& source = article_.analysis.sources[voice.source];
        kind = label(words_.language(), source.kind);
        if (source.anonymous || source.vague) {
          kind += kind.empty() ? "" : ", ";
          kind += words_[source.vague ? "vague" : "anonymous"];
        }
      }
      output_.write(fmt::format("| {} | {} | {} | {} | {} | {} |\n", number + 1, name(number), kind,
                                voice.statements.size(), words_.percent(voice.bytes, voices_.bytes),
                                said_counts(words_, voice.quotations)));
    }
    output_.write(fmt::format("| – | {} | | {} | {} | |\n\n", words_["share.own"], article_.summary.own_voice,
                              words_.percent(voices_.own_bytes(), voices_.bytes)));
  }

  [[nodiscard]] std::string who_says(std::uint32_t statement) const {
    std::string who;
    for (const std::uint32_t voice : voices_.statements[statement]) {
      who += (who.empty() ? "" : ", ") + name(voice);
    }
    if (!who.empty()) {
      return who;
    }
    return lacking_[statement] ? fmt::format("⚠ {}", words_["lacking.mark"]) : "–";
  }

  /// The source in bold, the cue in italics. Spaces at the ends stay outside the marks,
  /// or they would be none.
  [[nodiscard]] std::string marked(const Piece& piece) const {
    std::string_view text = piece.span.in(article_.document.text);
    const std::string_view mark = piece.part == Part::source ? "**" : piece.part == Part::cue ? "*" : "";
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (mark.empty() || begin == std::string_view::npos) {
      return markdown_text(text);
    }
    const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;
    return fmt::format("{}{}{}{}{}", begin > 0 ? " " : "", mark,
                       markdown_text(text.substr(begin, end - begin)), mark, end < text.size() ? " " : "");
  }

  void write_statements() {
    output_.write(fmt::format("### {}\n\n| {} | {} | {} |\n|--:|---|---|\n", words_["article"],
                              words_["line.head"], words_["who.head"], words_["statement.head"]));
    std::size_t piece = 0;
    for (std::uint32_t i = 0; i < article_.analysis.statements.size(); ++i) {
      const Span span = article_.analysis.statements[i].span;
      while (piece < pieces_.size() && pieces_[piece].span.end <= span.start) {
        ++piece;
      }
      std::string text;
      while (piece < pieces_.size() && pieces_[piece].span.end <= span.end) {
        Piece run = pieces_[piece];  // what only a finding or a quotation parts stays together
        for (++piece; piece < pieces_.size() && pieces_[piece].span.end <= span.end &&
                      pieces_[piece].part == run.part && pieces_[piece].voice == run.voice;
             ++piece) {
          run.span.end = pieces_[piece].span.end;
        }
        text += marked(run);
      }
      output_.write(fmt::format("| {} | {} | {} |\n", places_.at(span.start).line, who_says(i), text));
    }
  }

  Output& output_;
  const PageWords& words_;
  const ReportedArticle& article_;
  Voices voices_;
  std::vector<Piece> pieces_;
  std::vector<bool> lacking_;
  PlaceFinder places_;
};

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string shown = printable(text);
  const auto next_is = [&](std::size_t at, std::string_view what) {
    return std::string_view(shown).substr(at).starts_with(what);
  };
  std::string out;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const char c = shown[at];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (std::string_view("\\`*_[]|~>$").find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else if (c == '@' ||
               (c == '#' && at + 1 < shown.size() && shown[at + 1] >= '0' && shown[at + 1] <= '9')) {
      out += c;
      out += "<!-- -->";  // a comment parts what would be a mention or a reference
    } else if (next_is(at, "://") ||
               (c == '.' && at >= 3 && std::string_view(shown).substr(at - 3, 3) == "www")) {
      out += "<!-- -->";
      out += c;
    } else if (at == 0 && (c == '#' || c == '+' || c == '-' || c == '=')) {
      out += '\\';
      out += c;
    } else if ((c == '.' || c == ')') && at > 0 && at < 10 &&
               std::string_view(shown).substr(0, at).find_first_not_of("0123456789") ==
                   std::string_view::npos) {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

void ReportMarkdown::article(const ReportedArticle& article) {
  output_.write(first_ ? "" : "\n");
  first_ = false;
  ArticleMarkdown(output_, words_, article).write();
}

}  // namespace selon
