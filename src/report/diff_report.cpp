#include "report/diff_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "claims/claim_set.h"
#include "report/page_words.h"

namespace selon {

namespace {

constexpr std::size_t shown_around = 48;  // bytes of context beside a mark

/// The first or the last words of a long stretch.
std::size_t word_border(std::string_view text, std::size_t at, bool forward) {
  while (at > 0 && at < text.size() && text[at] != ' ') forward ? ++at : --at;
  return at;
}

/// Cuts the middle out of an unchanged stretch, or the end that no mark follows.
std::string cut(const std::string& text, bool mark_before, bool mark_after) {
  const std::size_t most = (mark_before && mark_after ? 2 : 1) * shown_around + 16;
  if (text.size() <= most) return text;
  std::string out;
  if (mark_before || !mark_after) out += text.substr(0, word_border(text, shown_around, true));
  out += out.empty() ? "… " : " …";
  if (mark_after) {
    const std::size_t from = word_border(text, text.size() - shown_around, false);
    out += mark_before ? text.substr(from) : text.substr(from + 1);
  }
  return out;
}

Span shown_span(const Assertion& assertion) {
  return {std::min(assertion.statement.start, assertion.content.front().start),
          std::max(assertion.statement.end, assertion.content.back().end)};
}

/// Marks with only a space between them are one.
std::vector<Span> merged(std::string_view text, const std::vector<Span>& marks) {
  std::vector<Span> out;
  for (const Span mark : marks) {
    const bool touches = !out.empty() && mark.start <= out.back().end;
    if (touches || (!out.empty() && mark.start == out.back().end + 1 && text[out.back().end] == ' ')) {
      out.back().end = std::max(out.back().end, mark.end);
    } else {
      out.push_back(mark);
    }
  }
  return out;
}

}  // namespace

std::string_view label(UiLanguage language, ChangeKind kind) {
  return ui_words(language)[fmt::format("change.{}", name_of(kind))];
}

std::string counted_changes(UiLanguage language, std::size_t count) {
  return counted(language, count, Counted::change);
}

std::string counted_unchanged(UiLanguage language, std::size_t count) {
  return counted(language, count, Counted::unchanged);
}

std::string statement_text(std::string_view text, const Assertion& assertion) {
  return joined_text(text, std::vector{shown_span(assertion)});
}

std::vector<MarkedPart> marked_parts(std::string_view text, const Assertion& assertion,
                                     const std::vector<Span>& marks) {
  const Span shown = shown_span(assertion);
  std::vector<MarkedPart> parts;
  std::uint32_t at = shown.start;
  const auto add = [&](Span span, bool marked) {
    if (!span.empty()) parts.push_back({joined_text(text, std::vector{span}), marked});
  };
  for (const Span mark : merged(text, marks)) {
    if (!shown.contains(mark) || mark.start < at) continue;
    add({at, mark.start}, false);
    add(mark, true);
    at = mark.end;
  }
  add({at, shown.end}, false);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].marked) parts[i].text = cut(parts[i].text, i > 0, i + 1 < parts.size());
  }
  return parts;
}

std::string kinds_in_words(UiLanguage language, const Change& change) {
  std::string kinds;
  for (const ChangeKind kind : change.kinds) {
    kinds += kinds.empty() ? "" : ", ";
    kinds += label(language, kind);
  }
  return kinds;
}

namespace {

DiffSide shown_side(const DiffArticle& article, const Assertion& assertion, const std::vector<Span>& marks,
                    const Change& change, const PlaceFinder& places) {
  const bool pair = change.old_assertion && change.new_assertion;
  const bool in_part = pair && (!marks.empty() || change.kinds.front() == ChangeKind::moved);
  DiffSide side;
  side.place = places.at(shown_span(assertion).start);
  side.parts = in_part ? marked_parts(article.document.text, assertion, marks)
                       : std::vector<MarkedPart>{{statement_text(article.document.text, assertion), false}};
  return side;
}

}  // namespace

std::optional<DiffSide> ShownChanges::old_side(const Change& change) const {
  if (!change.old_assertion) return std::nullopt;
  return shown_side(articles_.old_article, articles_.diff.old_side[*change.old_assertion], change.old_marks,
                    change, old_places_);
}

std::optional<DiffSide> ShownChanges::new_side(const Change& change) const {
  if (!change.new_assertion) return std::nullopt;
  return shown_side(articles_.new_article, articles_.diff.new_side[*change.new_assertion], change.new_marks,
                    change, new_places_);
}

}  // namespace selon
