// The parts of an article's page, each a section of its own; for html_report.cpp.
#pragma once

#include <string>

#include "report/output.h"
#include "report/page_words.h"
#include "report/voices.h"

namespace selon {

/// What every part is made of.
struct PageContext {
  Output& out;
  const ReportedArticle& article;
  const Voices& voices;
  const PageWords& words;
  const PlaceFinder& places;

  [[nodiscard]] std::string_view name_of(std::uint32_t voice) const {
    return selon::name_of(voices.list.at(voice), article.analysis, words["nobody"]);
  }
};

/// The classes that give a voice its colour and the kind of its line: eight colours, four
/// lines, and in the text always its number too.
[[nodiscard]] std::string voice_classes(std::uint32_t voice);

/// "3" in a circle; the number by which a voice is told without colours.
[[nodiscard]] std::string voice_badge(std::uint32_t voice);

/// Share of the text, kinds, timeline, directness.
void write_pictures(const PageContext& page);
/// The article with its marks, and the findings beside it.
void write_marked_article(const PageContext& page);
/// The buttons that filter.
void write_voice_list(const PageContext& page);
void write_source_table(const PageContext& page);
/// What changed since earlier revisions; nothing where there are none.
void write_changes(const PageContext& page);

}  // namespace selon
