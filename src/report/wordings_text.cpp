#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/marked_words.h"
#include "report/printable.h"
#include "report/wordings_report.h"

namespace selon {

namespace {

constexpr std::size_t most_places = 5;  ///< shown of one wording; JSON has all

enum class Words : std::uint8_t { two_wordings, here, there, also, and_more, advice, nothing };

constexpr std::array<std::array<std::string_view, 2>, 7> words{{
    {"two wordings of one quotation", "deux versions d'une même citation"},
    {"here", "ici"},
    {"there", "ailleurs"},
    {"also", "aussi"},
    {"and {} more", "et {} autres"},
    {"Check with the source which words were said, and correct the other.",
     "Vérifier auprès de la source lesquels de ces mots ont été dits, et corriger l'autre version."},
    {"no quotation in two wordings", "aucune citation en deux versions"},
}};

class WordingsText {
 public:
  WordingsText(Output& output, UiLanguage language, bool colours)
      : output_(output), language_(language), colours_(colours) {}

  void write(const DifferingWordings& wordings) {
    const WordingPlace& here = wordings.here.front();
    const std::string_view bold = colours_ ? "\x1b[1m" : "";
    const std::string_view plain = colours_ ? "\x1b[0m" : "";
    const WordingPlace& other = wordings.other.front();
    const std::string& speaker = here.speaker.empty() ? other.speaker : here.speaker;
    output_.write(fmt::format("{}: {}{}{}{}\n", where(here), bold, in(Words::two_wordings), plain,
                              speaker.empty() ? "" : " (" + printable(speaker) + ")"));
    write_side(Words::here, wordings.here, wordings.edits, false);
    write_side(Words::there, wordings.other, wordings.edits, true);
    output_.write(fmt::format("  {}: {}\n\n", label(language_, Label::advice), in(Words::advice)));
  }

  void finish(std::size_t found, const ComparedQuotations& compared) {
    const std::string of = language_ == UiLanguage::fr
                               ? fmt::format("{} citation{} de {} article{}", compared.quotations,
                                             compared.quotations < 2 ? "" : "s", compared.articles,
                                             compared.articles < 2 ? "" : "s")
                               : fmt::format("{} quotation{} of {} article{}", compared.quotations,
                                             compared.quotations == 1 ? "" : "s", compared.articles,
                                             compared.articles == 1 ? "" : "s");
    const std::string result =
        found == 0 ? std::string(in(Words::nothing))
        : language_ == UiLanguage::fr
            ? fmt::format("{} diffère{} d'une autre version", found, found == 1 ? "" : "nt")
            : fmt::format("{} differ{} from another wording", found, found == 1 ? "s" : "");
    output_.write(fmt::format("{}, {}\n", of, result));
  }

 private:
  [[nodiscard]] std::string_view in(Words which) const {
    return words[static_cast<std::size_t>(which)][language_ == UiLanguage::fr ? 1 : 0];
  }

  static std::string where(const WordingPlace& place) {
    return fmt::format("{}:{}:{}", printable(place.article), place.place.line, place.place.column);
  }

  void write_side(Words name, const std::vector<WordingPlace>& places, const std::vector<VerifiedEdit>& edits,
                  bool is_source) {
    const WordingPlace& first = places.front();
    output_.write(fmt::format(
        "  {:8} {}\n", in(name),
        marked_words(differing_parts(first.text, first.span.start, edits, is_source), is_source, colours_)));
    const std::size_t shown = std::min(places.size(), most_places);
    for (std::size_t i = 0; i < shown; ++i) {
      output_.write(fmt::format("  {:8} {} · {}\n", i == 0 ? "" : in(Words::also), where(places[i]),
                                places[i].at.substr(0, std::string_view("2023-07-28").size())));
    }
    if (shown < places.size()) {
      output_.write(fmt::format("  {:8} {}\n", "",
                                fmt::format(fmt::runtime(in(Words::and_more)), places.size() - shown)));
    }
  }

  Output& output_;
  UiLanguage language_;
  bool colours_;
};

}  // namespace

void write_wordings_text(Output& output, UiLanguage language, bool colours,
                         const std::vector<DifferingWordings>& all, const ComparedQuotations& compared) {
  WordingsText text(output, language, colours);
  for (const DifferingWordings& wordings : all) text.write(wordings);
  text.finish(all.size(), compared);
}

}  // namespace selon
