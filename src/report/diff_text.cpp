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

std::string place_of(const DiffArticle& article, const PlaceFinder& places, const Assertion& assertion) {
  const FilePlace place = places.at(std::min(assertion.statement.start, assertion.content.front().start));
  return fmt::format("{}:{}:{}", printable(article.document.path), place.line, place.column);
}

}  // namespace

std::string_view DiffTextReport::paint(std::string_view colour) const {
  return colours_ ? colour : std::string_view();
}

std::string DiffTextReport::marked(const DiffArticle& article, const Assertion& assertion,
                                   const std::vector<Span>& marks, bool is_old) const {
  std::string out;
  for (const MarkedPart& part : marked_parts(article.document.text, assertion, marks)) {
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

void DiffTextReport::write_change(const DiffedArticles& articles, const Change& change,
                                  const PlaceFinder& old_places, const PlaceFinder& new_places) {
  std::string kinds;
  for (const ChangeKind kind : change.kinds) {
    kinds += kinds.empty() ? "" : ", ";
    kinds += label(language_, kind);
  }
  output_.write(fmt::format("{}{}{}\n", paint(bold), kinds, paint(plain)));
  std::string old_place;
  std::string new_place;
  if (change.old_assertion) {
    old_place = place_of(articles.old_article, old_places, articles.diff.old_side[*change.old_assertion]);
  }
  if (change.new_assertion) {
    new_place = place_of(articles.new_article, new_places, articles.diff.new_side[*change.new_assertion]);
  }
  const std::size_t width = std::max(old_place.size(), new_place.size());
  const bool pair = change.old_assertion && change.new_assertion;
  const auto write_side = [&](char sign, const std::string& place, const DiffArticle& article,
                              const Assertion& assertion, const std::vector<Span>& marks) {
    // where nothing is marked the whole must tell; of what only moved the beginning does
    const bool in_part = pair && (!marks.empty() || change.kinds.front() == ChangeKind::moved);
    const std::string words = in_part ? marked(article, assertion, marks, sign == '-')
                                      : printable(statement_text(article.document.text, assertion));
    output_.write(fmt::format("  {} {:{}}  {}\n", sign, place, width, words));
  };
  if (change.old_assertion) {
    write_side('-', old_place, articles.old_article, articles.diff.old_side[*change.old_assertion],
               change.old_marks);
  }
  if (change.new_assertion) {
    write_side('+', new_place, articles.new_article, articles.diff.new_side[*change.new_assertion],
               change.new_marks);
  }
  output_.write('\n');
}

void DiffTextReport::write(const DiffedArticles& articles) {
  const PlaceFinder old_places(articles.old_article.document);
  const PlaceFinder new_places(articles.new_article.document);
  for (const Change& change : articles.diff.changes) {
    write_change(articles, change, old_places, new_places);
  }
  output_.write(fmt::format("{}, {}\n", counted_changes(language_, articles.diff.changes.size()),
                            counted_unchanged(language_, articles.diff.unchanged)));
}

}  // namespace selon
