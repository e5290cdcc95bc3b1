#include "report/report_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/printable.h"
#include "report/wrapped_text.h"

namespace selon {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view plain = "\x1b[0m";
/// Of voices, in turn; their numbers tell them too.
constexpr std::string_view hues[] = {"\x1b[34m", "\x1b[33m", "\x1b[32m", "\x1b[35m", "\x1b[36m"};

constexpr std::uint32_t narrowest = 40;

class ArticleLines {
 public:
  ArticleLines(Output& output, const ReportTextOptions& options, const PageWords& words,
               const ReportedArticle& article)
      : output_(output),
        options_(options),
        words_(words),
        article_(article),
        voices_(voices_of(article)),
        lacking_(lacking_statements(article)),
        places_(article.document),
        columns_(std::max(options.columns, narrowest)),
        who_columns_(std::clamp(columns_ / 4, 12u, 26u)),
        reported_(article.findings.size(), false) {
    const FilePlace last = places_.at(static_cast<std::uint32_t>(article.document.text.size()));
    line_columns_ = std::max<std::uint32_t>(3, static_cast<std::uint32_t>(std::to_string(last.line).size()));
  }

  void write() {
    write_head();
    const auto& statements = article_.analysis.statements;
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      if (i == 0 || statements[i].block != statements[i - 1].block) {
        output_.write('\n');
      }
      write_statement(i);
    }
    write_rest_of_findings();
    write_sources();
  }

 private:
  [[nodiscard]] std::string_view paint(std::string_view colour) const {
    return options_.colours ? colour : std::string_view();
  }

  void write_head() {
    const Document& document = article_.document;
    for (const std::string& line :
         wrapped(document.headline.empty() ? std::string_view(words_["untitled"]) : document.headline,
                 columns_)) {
      output_.write(fmt::format("{}{}{}\n", paint(bold), line, paint(plain)));
    }
    std::string origin = document.path;
    for (const std::string* part : {&document.metadata.publisher, &document.metadata.published}) {
      origin += part->empty() ? "" : " · " + *part;
    }
    for (const std::string& line : wrapped(origin, columns_)) {
      output_.write(fmt::format("{}{}{}\n", paint(dim), line, paint(plain)));
    }
  }

  /// "[1] KCNA [5] AFP"
  [[nodiscard]] std::string who_says(std::uint32_t statement) const {
    std::string who;
    for (const std::uint32_t voice : voices_.statements[statement]) {
      who += fmt::format("{}[{}] {}", who.empty() ? "" : " ", voice + 1,
                         name_of(voices_.list[voice], article_.analysis, words_["nobody"]));
    }
    if (who.empty()) {
      return std::string(lacking_[statement] ? words_["lacking.mark"] : words_["own.voice"]);
    }
    const Status status = article_.analysis.statements[statement].status;
    if (status == Status::carried || status == Status::credited) {
      who += fmt::format(
          " ({})", label(options_.language, status == Status::carried ? Label::carried : Label::credited));
    }
    return who;
  }

  void write_line(std::string_view number, std::string_view who, std::string_view hue,
                  std::string_view text) {
    output_.write(fmt::format("{}{:>{}}{}  {}{}{}{:{}} │ {}\n", paint(dim), number, line_columns_,
                              paint(plain), paint(hue), who, paint(plain), "",
                              who_columns_ - std::min(who_columns_, columns_of(who)), text));
  }

  void write_statement(std::uint32_t index) {
    const Statement& statement = article_.analysis.statements[index];
    const auto& voices = voices_.statements[index];
    const std::string_view hue = voices.empty() ? dim : hues[voices.front() % std::size(hues)];
    std::vector<std::string> who = wrapped(who_says(index), who_columns_);
    const std::vector<std::string> text =
        wrapped(statement.span.in(article_.document.text), columns_ - who_columns_ - line_columns_ - 5);
    for (std::size_t i = 0; i < std::max(who.size(), text.size()); ++i) {
      write_line(i == 0 ? std::to_string(places_.at(statement.span.start).line) : "",
                 i < who.size() ? who[i] : "", hue, i < text.size() ? text[i] : "");
    }
    for (std::size_t i = 0; i < article_.findings.size(); ++i) {
      const Finding& finding = article_.findings[i];
      if (!finding.in_file && statement.span.contains(finding.span.start)) {
        write_finding(i, line_columns_ + 2);
      }
    }
  }

  void write_finding(std::size_t index, std::uint32_t indent) {
    const Finding& finding = article_.findings[index];
    reported_[index] = true;
    const std::string_view colon = words_["colon"];
    write_wrapped(fmt::format("! {}{} {} [{}]", label(options_.language, finding.severity), colon,
                              message_of(finding, options_.language), finding.rule->id),
                  indent, bold);
    if (const std::string advice = advice_of(finding, options_.language); !advice.empty()) {
      write_wrapped(fmt::format("{}{} {}", words_["advice"], colon, advice), indent + 2, plain);
    }
  }

  void write_wrapped(std::string_view text, std::uint32_t indent, std::string_view style) {
    for (const std::string& line : wrapped(text, columns_ - indent)) {
      output_.write(fmt::format("{:{}}{}{}{}\n", "", indent, paint(style), line, paint(plain)));
    }
  }

  void write_rest_of_findings() {
    for (std::size_t i = 0; i < article_.findings.size(); ++i) {
      if (!reported_[i]) {
        output_.write('\n');
        write_finding(i, 0);
      }
    }
  }

  void write_sources() {
    output_.write(fmt::format("\n{}{}{}\n", paint(bold), words_["sources"], paint(plain)));
    for (std::uint32_t number = 0; number < voices_.list.size(); ++number) {
      const Voice& voice = voices_.list[number];
      std::string kind;
      if (voice.source < article_.analysis.sources.size()) {
        const Source& source = article_.analysis.sources[voice.source];
        kind = label(options_.language, source.kind);
        kind += source.anonymous || source.vague ? fmt::format("{}{}", kind.empty() ? "" : ", ",
                                                               words_[source.vague ? "vague" : "anonymous"])
                                                 : "";
      }
      const std::string name = shortened(name_of(voice, article_.analysis, words_["nobody"]), columns_ / 3);
      const std::string quotations =
          voice.quotations.all() == 0
              ? ""
              : "  " + words_.with("quotations.said", {{"counts", said_counts(words_, voice.quotations)}});
      const std::string row = fmt::format(
          "{:>{}}  {}{:{}}  {:>5}  {}{}{}", fmt::format("[{}]", number + 1), line_columns_ + 2, name, "",
          columns_ / 3 - std::min(columns_ / 3, columns_of(name)), words_.percent(voice.bytes, voices_.bytes),
          words_.counted("says.statements", voice.statements.size()), kind.empty() ? "" : "  " + kind,
          quotations);
      for (const std::string& line : wrapped(row, columns_)) {
        output_.write(line + "\n");
      }
    }
    output_.write(fmt::format(
        "{:>{}}  {}\n", "–", line_columns_ + 2,
        words_.with("share.said", {{"name", words_["share.own"]},
                                   {"share", words_.percent(voices_.own_bytes(), voices_.bytes)}})));
  }

  Output& output_;
  const ReportTextOptions& options_;
  const PageWords& words_;
  const ReportedArticle& article_;
  Voices voices_;
  std::vector<bool> lacking_;
  PlaceFinder places_;
  std::uint32_t columns_;
  std::uint32_t who_columns_;
  std::uint32_t line_columns_ = 3;
  std::vector<bool> reported_;  ///< by finding
};

}  // namespace

void ReportText::article(const ReportedArticle& article) {
  output_.write(first_ ? "" : "\n\n");
  first_ = false;
  ArticleLines(output_, options_, words_, article).write();
}

}  // namespace selon
