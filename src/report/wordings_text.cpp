#include <fmt/format.h>

#include <algorithm>

#include "report/marked_words.h"
#include "report/page_words.h"
#include "report/printable.h"
#include "report/wordings_report.h"

namespace selon {

namespace {

constexpr std::size_t most_places = 5;  ///< shown of one wording; JSON has all

class WordingsText {
 public:
  WordingsText(Output& output, UiLanguage language, bool colours)
      : output_(output), language_(language), words_(ui_words(language)), colours_(colours) {}

  void write(const DifferingWordings& wordings) {
    const WordingPlace& here = wordings.here.front();
    const std::string_view bold = colours_ ? "\x1b[1m" : "";
    const std::string_view plain = colours_ ? "\x1b[0m" : "";
    const WordingPlace& other = wordings.other.front();
    const std::string& speaker = here.speaker.empty() ? other.speaker : here.speaker;
    output_.write(fmt::format("{}: {}{}{}{}\n", where(here), bold, words_["wordings.two"], plain,
                              speaker.empty() ? "" : " (" + printable(speaker) + ")"));
    write_side(words_["wordings.here"], wordings.here, wordings.edits, false);
    write_side(words_["wordings.there"], wordings.other, wordings.edits, true);
    output_.write(fmt::format("  {}{} {}\n\n", label(language_, Label::advice), colon(language_),
                              words_["wordings.advice"]));
  }

  void finish(std::size_t found, const ComparedQuotations& compared) {
    const std::string result =
        found == 0 ? std::string(words_["wordings.none"]) : words_.counted("wordings.differ", found);
    const std::string quotations = counted(language_, compared.quotations, Counted::quotation);
    const std::string articles = counted(language_, compared.articles, Counted::article);
    output_.write(words_.with("wordings.compared",
                              {{"quotations", quotations}, {"articles", articles}, {"result", result}}) +
                  "\n");
  }

 private:
  static std::string where(const WordingPlace& place) {
    return fmt::format("{}:{}:{}", printable(place.article), place.place.line, place.place.column);
  }

  void write_side(std::string_view name, const std::vector<WordingPlace>& places,
                  const std::vector<VerifiedEdit>& edits, bool is_source) {
    const WordingPlace& first = places.front();
    output_.write(fmt::format(
        "  {:8} {}\n", name,
        marked_words(differing_parts(first.text, first.span.start, edits, is_source), is_source, colours_)));
    const std::size_t shown = std::min(places.size(), most_places);
    for (std::size_t i = 0; i < shown; ++i) {
      output_.write(fmt::format("  {:8} {} · {}\n", i == 0 ? "" : words_["wordings.also"], where(places[i]),
                                places[i].at.substr(0, std::string_view("2023-07-28").size())));
    }
    if (shown < places.size()) {
      output_.write(fmt::format("  {:8} {}\n", "", words_.counted("wordings.more", places.size() - shown)));
    }
  }

  Output& output_;
  UiLanguage language_;
  const PageWords& words_;
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
