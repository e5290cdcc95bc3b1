// The article in its page: each block a row, its text marked piece by piece, and beside
// it the findings of that block.
#include <fmt/format.h>

#include <algorithm>

#include "report/article_report.h"
#include "report/html_page.h"
#include "report/html_parts.h"
#include "report/pieces.h"

namespace selon {

namespace {

std::string_view class_of(Part part) {
  switch (part) {
    case Part::content:
      return "content";
    case Part::cue:
      return "cue";
    case Part::source:
      return "source";
    case Part::plain:
      break;
  }
  return "plain";
}

std::string_view class_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "info";
}

struct BlockTag {
  std::string_view open;
  std::string_view close;
};

BlockTag tag_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::headline:
      return {"<h3 class=\"headline\">", "</h3>"};
    case BlockKind::standfirst:
      return {"<p class=\"standfirst\">", "</p>"};
    case BlockKind::subheading:
      return {"<h3 class=\"subheading\">", "</h3>"};
    case BlockKind::list:
      return {"<p class=\"item\">", "</p>"};
    case BlockKind::blockquote:
      return {"<blockquote>", "</blockquote>"};
    case BlockKind::caption:
      return {"<p class=\"caption\">", "</p>"};
    case BlockKind::paragraph:
      return {"<p>", "</p>"};
    case BlockKind::byline:
    case BlockKind::dateline:
    case BlockKind::credit:
    case BlockKind::related:
    case BlockKind::boilerplate:
      break;
  }
  return {"<p class=\"furniture\">", "</p>"};
}

class ArticleText {
 public:
  explicit ArticleText(const PageContext& page)
      : page_(page),
        out_(page.out),
        article_(page.article),
        tracked_(page.article.changes.empty() ? TrackedChanges{}
                                              : track_changes(page.article.changes.back().articles)),
        pieces_(pieces_of(page.article, page.voices, tracked_)),
        blocks_(shown_blocks(page.article.document)),
        lacking_(lacking_statements(page.article)),
        marked_(page.article.findings.size(), false) {
    sort_findings_into_blocks();
  }

  void write() {
    std::size_t next = 0;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      const BlockTag tag = tag_of(blocks_[block].kind);
      out_.write("<div class=\"row\">");
      out_.write(tag.open);
      for (; next < pieces_.size() && pieces_[next].span.start < blocks_[block].span.end; ++next) {
        write_piece(next);
      }
      write_inserts(blocks_[block].span.end);
      out_.write(tag.close);
      write_notes(notes_[block]);
      out_.write("</div>\n");
    }
    if (blocks_.empty()) {
      write_notes(notes_.front());
    }
  }

 private:
  /// A finding stands beside the block in which its place begins; one that has no place
  /// in the text, beside the first.
  void sort_findings_into_blocks() {
    notes_.resize(std::max<std::size_t>(blocks_.size(), 1));
    for (std::uint32_t i = 0; i < article_.findings.size(); ++i) {
      const Finding& finding = article_.findings[i];
      std::size_t block = 0;
      if (!finding.in_file) {
        const auto after = std::ranges::upper_bound(blocks_, finding.span.start, {},
                                                    [](const Block& b) { return b.span.start; });
        block = after == blocks_.begin() ? 0 : static_cast<std::size_t>(after - blocks_.begin()) - 1;
      }
      notes_[block].push_back(i);
    }
    for (auto& notes : notes_) {
      std::ranges::stable_sort(notes, {}, [&](std::uint32_t i) { return article_.findings[i].span.start; });
      for (const std::uint32_t i : notes) {
        numbers_.resize(article_.findings.size());
        numbers_[i] = ++numbered_;
      }
    }
  }

  [[nodiscard]] bool begins_statement(std::size_t index) const {
    const std::uint32_t statement = pieces_[index].statement;
    return statement != no_index && (index == 0 || pieces_[index - 1].statement != statement);
  }
  [[nodiscard]] bool ends_statement(std::size_t index) const {
    const std::uint32_t statement = pieces_[index].statement;
    return statement != no_index &&
           (index + 1 == pieces_.size() || pieces_[index + 1].statement != statement);
  }

  void write_piece(std::size_t index) {
    const Piece& piece = pieces_[index];
    if (begins_statement(index)) {
      write_inserts(piece.span.start);
      open_statement(piece.statement);
    }
    write_marked(index);
    if (ends_statement(index)) {
      if (lacking_[piece.statement]) {
        out_.write(fmt::format(" <span class=\"tag\">{}</span>", html_text(page_.words["lacking.mark"])));
      }
      out_.write("</span>");
    }
  }

  /// What changed up to that place and is no text of this revision.
  void write_inserts(std::uint32_t up_to) {
    for (; next_insert_ < tracked_.inserts.size() && tracked_.inserts[next_insert_].at <= up_to;
         ++next_insert_) {
      const std::string& words = tracked_.inserts[next_insert_].words;
      if (words.empty()) {
        out_.write(fmt::format("<span class=\"tag moved\">{}</span> ",
                               html_text(label(page_.words.language(), ChangeKind::moved))));
      } else {
        out_.write(fmt::format("<del>{}</del>", html_text(words)));
      }
    }
  }

  void open_statement(std::uint32_t index) {
    const auto& voices = page_.voices.statements[index];
    out_.write("<span class=\"st");
    out_.write(lacking_[index] ? " lacking\"" : "\"");
    if (!voices.empty()) {
      out_.write(fmt::format(" data-st=\"{}\"", fmt::join(voices, " ")));
    }
    out_.write('>');
    for (const std::uint32_t voice : voices) {
      const std::string said = page_.words.with(
          "said.by", {{"name", page_.name_of(voice)}, {"number", std::to_string(voice + 1)}});
      out_.write(fmt::format(
          "<button class=\"who k{0}\" data-voice=\"{1}\" aria-label=\"{2}\" title=\"{2}\">{3}</button>",
          voice % 8, voice, html_text(said), voice + 1));
    }
  }

  void write_marked(std::size_t index) {
    const Piece& piece = pieces_[index];
    write_inserts(piece.span.start);
    for (const std::uint32_t finding : piece.findings) {
      out_.write(fmt::format("<mark class=\"{}\"", class_of(article_.findings[finding].severity)));
      out_.write(marked_[finding] ? std::string(">") : fmt::format(" id=\"m{}\">", numbers_[finding]));
      marked_[finding] = true;
    }
    std::string text = html_text(piece.span.in(article_.document.text));
    if (piece.added) {
      text = "<ins>" + text + "</ins>";
    }
    if (piece.part == Part::plain) {
      out_.write(piece.quoted ? "<q>" + text + "</q>" : text);
    } else {
      const std::string_view tag = piece.quoted && piece.part == Part::content ? "q" : "span";
      out_.write(fmt::format("<{0} class=\"{1} {2}\" data-v=\"{3}\">{4}</{0}>", tag, class_of(piece.part),
                             voice_classes(piece.voice), fmt::join(piece.voices, " "), text));
    }
    for (auto finding = piece.findings.rbegin(); finding != piece.findings.rend(); ++finding) {
      out_.write("</mark>");
      const bool last =
          index + 1 == pieces_.size() || !std::ranges::binary_search(pieces_[index + 1].findings, *finding);
      if (last) {
        write_note_link(*finding);
      }
    }
  }

  void write_note_link(std::uint32_t finding) {
    const std::uint32_t number = numbers_[finding];
    const std::string said = page_.words.with("note.to", {{"number", std::to_string(number)}});
    out_.write(fmt::format("<a class=\"ref {}\" href=\"#n{}\" aria-label=\"{}\">{}</a>",
                           class_of(article_.findings[finding].severity), number, html_text(said), number));
  }

  void write_notes(const std::vector<std::uint32_t>& notes) {
    if (notes.empty()) {
      return;
    }
    out_.write("<ul class=\"notes\">");
    for (const std::uint32_t finding : notes) {
      write_note(finding);
    }
    out_.write("</ul>");
  }

  void write_note(std::uint32_t index) {
    const Finding& finding = article_.findings[index];
    const UiLanguage language = page_.words.language();
    const FilePlace place = page_.places.in_file(span_in_file(page_.places, finding).start);
    const std::string_view severity = class_of(finding.severity);
    const std::uint32_t number = numbers_[index];
    out_.write(fmt::format("<li class=\"note {0}\" id=\"n{1}\"><p class=\"kind\">", severity, number));
    const bool has_place = !finding.in_file && !finding.span.empty();
    out_.write(has_place ? fmt::format("<a class=\"ref {0}\" href=\"#m{1}\">{1}</a> ", severity, number)
                         : fmt::format("<b>{}</b> ", number));
    out_.write(fmt::format(
        "<b>{}</b> <span class=\"soft\">{}</span></p><p>{}</p>", html_text(label(language, finding.severity)),
        html_text(page_.words.with(
            "note.place", {{"line", std::to_string(place.line)}, {"column", std::to_string(place.column)}})),
        html_text(message_of(finding, language))));
    if (const std::string advice = advice_of(finding, language); !advice.empty()) {
      out_.write(fmt::format("<p class=\"advice\"><b>{}</b> {}</p>", html_text(page_.words["advice"]),
                             html_text(advice)));
    }
    for (const RelatedPlace& related : finding.related) {
      const FilePlace other =
          related.elsewhere ? related.elsewhere->start : page_.places.at(related.span.start);
      const std::string_view words = related.elsewhere ? std::string_view(related.elsewhere->text)
                                                       : related.span.in(article_.document.text);
      out_.write(fmt::format(
          "<p class=\"soft\">{}</p>",
          html_text(page_.words.with("related.at", {{"message", message_of(finding, related, language)},
                                                    {"line", std::to_string(other.line)},
                                                    {"text", words}}))));
    }
    write_reference(finding.rule->reference);
    out_.write(fmt::format("<p class=\"rule soft\"><code>{}</code></p></li>", html_text(finding.rule->id)));
  }

  void write_reference(const std::optional<Reference>& reference) {
    if (!reference) {
      return;
    }
    std::string name = reference->name;
    for (const std::string* part : {&reference->section, &reference->date}) {
      name += part->empty() ? "" : ", " + *part;
    }
    out_.write(fmt::format("<p class=\"reference soft\">{} ", html_text(page_.words["reference"])));
    if (reference->url.starts_with("https://")) {
      out_.write(fmt::format("<a rel=\"noreferrer\" href=\"{}\">{}</a></p>", html_text(reference->url),
                             html_text(name)));
    } else {
      out_.write(html_text(name) + "</p>");
    }
  }

  const PageContext& page_;
  Output& out_;
  const ReportedArticle& article_;
  TrackedChanges tracked_;
  std::vector<Piece> pieces_;
  std::vector<Block> blocks_;
  std::vector<bool> lacking_;                      ///< by statement
  std::vector<bool> marked_;                       ///< by finding: its first piece is written
  std::vector<std::vector<std::uint32_t>> notes_;  ///< by block: findings in the order of the text
  std::vector<std::uint32_t> numbers_;             ///< by finding, as the page counts them
  std::uint32_t numbered_ = 0;
  std::size_t next_insert_ = 0;
};

void write_legend(const PageContext& page) {
  const PageWords& words = page.words;
  page.out.write(fmt::format(
      "<p class=\"legend small\"><b>{}</b> <span class=\"who k0\">1</span> <span class=\"source k0 "
      "u0\">{}</span> "
      "<span class=\"cue k0 u0\">{}</span> <span class=\"content k0 u0\">{}</span> <q class=\"content k0 "
      "u0\">{}</q> "
      "<span class=\"lacking\">{} <span class=\"tag\">{}</span></span> <mark "
      "class=\"warning\">{}</mark></p>\n",
      html_text(words["legend"]), html_text(words["legend.source"]), html_text(words["legend.cue"]),
      html_text(words["legend.content"]), html_text(words["legend.quotation"]), html_text(words["own.voice"]),
      html_text(words["legend.lacking"]), html_text(words["legend.finding"])));
}

}  // namespace

std::string voice_classes(std::uint32_t voice) { return fmt::format("k{} u{}", voice % 8, voice / 8 % 4); }

std::string voice_badge(std::uint32_t voice) {
  return fmt::format("<span class=\"who k{}\" aria-hidden=\"true\">{}</span>", voice % 8, voice + 1);
}

void write_marked_article(const PageContext& page) {
  page.out.write(
      fmt::format("<section class=\"article\" aria-labelledby=\"article\">\n<h2 id=\"article\">{}</h2>\n",
                  html_text(page.words["article"])));
  write_legend(page);
  // The browser then lays out only what is seen; a short article is worth laying out whole.
  constexpr std::size_t long_article = 200;
  const bool is_long = page.article.document.blocks.size() > long_article;
  page.out.write(fmt::format("<div class=\"text{}\" id=\"text\">\n", is_long ? " long" : ""));
  ArticleText(page).write();
  page.out.write("</div>\n</section>\n");
}

}  // namespace selon
