#include "report/pieces.h"

#include <algorithm>

namespace selon {

namespace {

enum class MarkKind : std::uint8_t { block, statement, attributed, quotation, finding, added };

struct Mark {
  Span span;
  MarkKind kind = MarkKind::block;
  Part part = Part::plain;
  std::uint32_t index = 0;  ///< statement, voice or finding
};

std::vector<Mark> marks_of(const ReportedArticle& article, const Voices& voices,
                           const TrackedChanges& tracked) {
  std::vector<Mark> marks;
  const auto add = [&](Span span, MarkKind kind, Part part, std::uint32_t index) {
    if (!span.empty()) {
      marks.push_back({span, kind, part, index});
    }
  };
  for (const Block& block : shown_blocks(article.document)) {
    add(block.span, MarkKind::block, Part::plain, 0);
  }
  const Analysis& analysis = article.analysis;
  for (std::uint32_t i = 0; i < analysis.statements.size(); ++i) {
    const Statement& statement = analysis.statements[i];
    add(statement.span, MarkKind::statement, Part::plain, i);
    if (statement.attributions.empty() && !voices.statements[i].empty()) {
      add(statement.span, MarkKind::attributed, Part::content, voices.statements[i].front());
    }
  }
  for (std::uint32_t i = 0; i < analysis.attributions.size(); ++i) {
    const Attribution& attribution = analysis.attributions[i];
    const std::uint32_t voice = voices.attributions[i];
    if (voice == no_index) {
      continue;
    }
    for (const Span content : attribution.content) {
      add(content, MarkKind::attributed, Part::content, voice);
    }
    if (attribution.cue) {
      add(attribution.cue->span, MarkKind::attributed, Part::cue, voice);
    }
    if (attribution.source) {
      add(*attribution.source, MarkKind::attributed, Part::source, voice);
    }
  }
  for (const QuotedText& quotation : analysis.quotations) {
    if (quotation.kind == QuotationKind::speech) {
      add(quotation.span, MarkKind::quotation, Part::plain, 0);
    }
  }
  for (std::uint32_t i = 0; i < article.findings.size(); ++i) {
    if (!article.findings[i].in_file) {
      add(article.findings[i].span, MarkKind::finding, Part::plain, i);
    }
  }
  for (const Span span : tracked.added) {
    add(span, MarkKind::added, Part::plain, 0);
  }
  std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  return marks;
}

/// A piece under all marks that cover it.
Piece piece_under(const std::vector<const Mark*>& open, Span span) {
  Piece piece;
  piece.span = span;
  const Mark* innermost = nullptr;
  for (const Mark* mark : open) {  // by start, so the outer ones first
    switch (mark->kind) {
      case MarkKind::block:
        break;
      case MarkKind::statement:
        piece.statement = mark->index;
        break;
      case MarkKind::attributed:
        if (std::ranges::find(piece.voices, mark->index) == piece.voices.end()) {
          piece.voices.push_back(mark->index);
        }
        if (innermost == nullptr || mark->span.size() <= innermost->span.size()) {
          innermost = mark;
        }
        break;
      case MarkKind::quotation:
        piece.quoted = true;
        break;
      case MarkKind::added:
        piece.added = true;
        break;
      case MarkKind::finding:
        piece.findings.push_back(mark->index);
        break;
    }
  }
  if (innermost != nullptr) {
    piece.part = innermost->part;
    piece.voice = innermost->index;
  }
  std::ranges::sort(piece.findings);
  return piece;
}

}  // namespace

std::vector<Block> shown_blocks(const Document& document) {
  std::vector<Block> blocks;
  for (const Block& block : document.blocks) {
    if (blocks.empty() || !blocks.back().span.contains(block.span)) {
      blocks.push_back(block);
    }
  }
  return blocks;
}

std::vector<Piece> pieces_of(const ReportedArticle& article, const Voices& voices,
                             const TrackedChanges& tracked) {
  const std::vector<Mark> marks = marks_of(article, voices, tracked);
  std::vector<std::uint32_t> cuts;
  cuts.reserve(marks.size() * 2);
  for (const Mark& mark : marks) {
    cuts.push_back(mark.span.start);
    cuts.push_back(mark.span.end);
  }
  for (const TrackedChanges::Insert& insert : tracked.inserts) {
    cuts.push_back(insert.at);
  }
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<Piece> pieces;
  std::vector<const Mark*> open;
  std::size_t next = 0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    std::erase_if(open, [&](const Mark* mark) { return mark->span.end <= cuts[i]; });
    for (; next < marks.size() && marks[next].span.start <= cuts[i]; ++next) {
      open.push_back(&marks[next]);
    }
    const bool in_block =
        std::ranges::any_of(open, [](const Mark* mark) { return mark->kind == MarkKind::block; });
    if (in_block) {
      pieces.push_back(piece_under(open, {cuts[i], cuts[i + 1]}));
    }
  }
  return pieces;
}

}  // namespace selon
