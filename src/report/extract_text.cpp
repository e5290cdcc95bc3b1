#include "report/extract_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "claims/credits.h"
#include "report/printable.h"

namespace selon {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view plain = "\x1b[0m";

/// Writes one article's statements.
class StatementLines {
 public:
  StatementLines(Output& output, const AnalysedArticle& analysed, UiLanguage language, bool colours)
      : output_(output),
        document_(analysed.document),
        analysis_(analysed.analysis),
        known_sources_(analysed.known_sources),
        places_(analysed.document),
        language_(language),
        colours_(colours),
        written_(analysed.analysis.attributions.size(), false) {}

  void write(const Statement& statement) {
    if (statement.attributions.empty()) {
      write_place(statement.span.start);
      output_.write(fmt::format("{}{}{}", paint(dim), head_of(statement), paint(plain)));
      write_content(statement.span);
      return;
    }
    // A report over several sentences belongs to the statement of each.
    for (const std::uint32_t index : statement.attributions) {
      if (written_.at(index)) {
        continue;
      }
      written_[index] = true;
      const Attribution& attribution = analysis_.attributions.at(index);
      write_place(beginning_of(attribution));
      write_attribution(attribution);
      for (const Span content : attribution.content) {
        write_content(content);
      }
    }
  }

 private:
  [[nodiscard]] std::string_view paint(std::string_view colour) const {
    return colours_ ? colour : std::string_view();
  }

  [[nodiscard]] std::string text(Span span) const { return printable(span.in(document_.text)); }

  void write_place(std::uint32_t offset) {
    const FilePlace place = places_.at(offset);
    output_.write(fmt::format("{}:{}:{}: ", printable(document_.path), place.line, place.column));
  }

  void write_content(Span span) { output_.write(fmt::format("\n    {}\n", text(span))); }

  /// What stands for a statement without attribution.
  [[nodiscard]] std::string head_of(const Statement& statement) const {
    if (statement.status == Status::carried && statement.continues < analysis_.attributions.size()) {
      const Attribution& continued = analysis_.attributions[statement.continues];
      return fmt::format("{} ({})", name_of(continued), label(language_, Label::carried));
    }
    if (statement.status == Status::credited) {
      const std::string names = credit_names(statement.block);
      const std::string_view credited = label(language_, Label::credited);
      return names.empty() ? std::string(credited) : fmt::format("{} ({})", names, credited);
    }
    return std::string(label(language_, Label::own_voice));
  }

  [[nodiscard]] std::string credit_names(std::uint32_t caption) const {
    std::string names;
    for (const std::uint32_t source : credits_of(document_, analysis_, known_sources_, caption)) {
      names += names.empty() ? "" : ", ";
      names += printable(analysis_.sources.at(source).name);
    }
    return names;
  }

  [[nodiscard]] std::string name_of(const Attribution& attribution) const {
    if (attribution.source_index < analysis_.sources.size()) {
      return printable(analysis_.sources[attribution.source_index].name);
    }
    return attribution.source ? text(*attribution.source) : std::string(label(language_, Label::no_source));
  }

  /// "KCNA (L'agence officielle KXNA), a décrit, jeudi, à l'AFP"
  void write_attribution(const Attribution& attribution) {
    const std::string name = name_of(attribution);
    output_.write(fmt::format("{}{}{}", paint(bold), name, paint(plain)));
    if (attribution.source && text(*attribution.source) != name) {
      output_.write(fmt::format(" ({})", text(*attribution.source)));
    }
    if (attribution.cue) {
      output_.write(fmt::format(" · {}", text(attribution.cue->span)));
    }
    for (const auto& part : {attribution.addressee, attribution.date, attribution.place}) {
      output_.write(part ? fmt::format(" · {}", text(*part)) : std::string());
    }
    if (attribution.via < analysis_.sources.size()) {
      output_.write(fmt::format(" · {} {}", label(language_, Label::via),
                                printable(analysis_.sources[attribution.via].name)));
    }
    write_reserves(attribution);
  }

  /// In brackets: what makes it less than "X said so".
  void write_reserves(const Attribution& attribution) {
    for (const std::string_view reserve :
         {label(language_, attribution.polarity), label(language_, attribution.modality),
          attribution.resolution == Resolution::ambiguous ? label(language_, Label::ambiguous)
                                                          : std::string_view()}) {
      output_.write(reserve.empty() ? std::string() : fmt::format(" [{}]", reserve));
    }
    for (std::size_t i = 0; i < attribution.candidates.size(); ++i) {
      output_.write(fmt::format("{}{}", i == 0 ? " " : " / ", printable(attribution.candidates[i])));
    }
  }

  Output& output_;
  const Document& document_;
  const Analysis& analysis_;
  std::span<const SourceEntry> known_sources_;
  PlaceFinder places_;
  UiLanguage language_;
  bool colours_;
  std::vector<bool> written_;  ///< by attribution
};

}  // namespace

void ExtractTextReport::article(const AnalysedArticle& analysed) {
  StatementLines lines(output_, analysed, language_, colours_);
  for (const Statement& statement : analysed.analysis.statements) {
    lines.write(statement);
  }
}

}  // namespace selon
