#include "report/diff_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/printable.h"

namespace selon {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view green = "\x1b[32m";
constexpr std::string_view plain = "\x1b[0m";

std::string place_of(const DiffArticle& article, const DiffSide& side) {
  return fmt::format("{}:{}:{}", printable(article.document.path), side.place.line, side.place.column);
}

}  // namespace

std::string_view DiffTextReport::paint(std::string_view colour) const {
  return colours_ ? colour : std::string_view();
}

std::string DiffTextReport::marked(const DiffSide& side, bool is_old) const {
  std::string out;
  for (const MarkedPart& part : side.parts) {
    if (!part.marked) {
      out += printable(part.text);
    } else if (colours_) {
      out += fmt::format("{}{}{}", is_old ? red : green, printable(part.text), plain);
    } else {
      out += fmt::format("{}{}{}", is_old ? "[-" : "{+", printable(part.text), is_old ? "-]" : "+}");
    }
  }
  return out;
}

void DiffTextReport::write_change(const DiffedArticles& articles, const ShownChanges& changes,
                                  const Change& change) {
  output_.write(fmt::format("{}{}{}\n", paint(bold), kinds_in_words(language_, change), paint(plain)));
  const auto old_side = changes.old_side(change);
  const auto new_side = changes.new_side(change);
  const std::string old_place = old_side ? place_of(articles.old_article, *old_side) : "";
  const std::string new_place = new_side ? place_of(articles.new_article, *new_side) : "";
  const std::size_t width = std::max(old_place.size(), new_place.size());
  if (old_side) {
    output_.write(fmt::format("  - {:{}}  {}\n", old_place, width, marked(*old_side, true)));
  }
  if (new_side) {
    output_.write(fmt::format("  + {:{}}  {}\n", new_place, width, marked(*new_side, false)));
  }
  output_.write('\n');
}

void DiffTextReport::write(const DiffedArticles& articles) {
  const ShownChanges changes(articles);
  for (const Change& change : articles.diff.changes) {
    write_change(articles, changes, change);
  }
  output_.write(fmt::format("{}, {}\n", counted_changes(language_, articles.diff.changes.size()),
                            counted_unchanged(language_, articles.diff.unchanged)));
}

}  // namespace selon
