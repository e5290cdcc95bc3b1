// A document's layout as the database keeps it beside the text: blocks, italics, and the
// places in its file, so that a recorded revision can be analysed and shown again when the
// file is gone. One JSON object:
//
//   {"blocks":[["paragraph",0,120,0,0],…],   kind, start, end, all in italics, lead of a credit
//    "italics":[[4,9],…],
//    "places":[[0,12,5],…]}                  start in the text, line, column: from there on text
//                                            and file run in step; none where the text is the file
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"

namespace selon {

[[nodiscard]] std::string layout_of(const Document& document, const PlaceFinder& places);

/// Gives `document`, whose text is set, the blocks, italics and map that `layout` tells.
/// False, and nothing changed, where it isn't one of this text.
[[nodiscard]] bool restore_layout(Document& document, std::string_view layout);

/// [[start,end],…] as claims.content_spans has it; empty where it is something else.
[[nodiscard]] std::vector<Span> read_spans(std::string_view json);

}  // namespace selon
