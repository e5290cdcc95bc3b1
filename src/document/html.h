// Reads an article from a web page: the article's text without the page's furniture,
// its blocks, what the page says of it (JSON-LD, OpenGraph), and a map back to the
// page.
//
//   auto document = parse_html(page, "article.html", pack);
//
// The way there, one part a file: html_guard (size and depth, gumbo), html_tree (a
// flat tree), html_metadata, html_blocks (text between line breaks), html_filter
// and html_sections (furniture), html_headline, html_body, html_kinds, html_article,
// html_text (the text and its map). No site's names are in the code; the words that
// many sites use for the same things are lists of the pack ("html-…").
#pragma once

#include <string>

#include "base/error.h"
#include "document/document.h"
#include "rules/pack.h"

namespace selon {

/// `decoded_utf8` is the file's content as valid UTF-8, without a byte-order mark.
/// Fails on a page that is too large or nests too deep, and where no text of an
/// article is found.
[[nodiscard]] Expected<Document> parse_html(std::string decoded_utf8, const std::string& path,
                                            const Pack& pack);

}  // namespace selon
