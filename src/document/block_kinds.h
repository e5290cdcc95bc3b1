// What each block of an article is, where no markup tells: by the pack's furniture
// rules first, then by place, length and final punctuation. Plain text uses all of
// it; HTML and Markdown what their markup leaves open.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "document/furniture.h"

namespace selon {

/// Gives the paragraphs, list items and subheadings among `blocks` that are page
/// furniture the kind that its rule names.
void label_furniture(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture);

/// Makes captions of the paragraphs that end in a credit, and adds the credit of
/// each caption after it.
void label_captions(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture);

/// Tells the list items among the paragraphs: bullets always; dashes and numbers
/// where several follow each other, but a dialogue stays paragraphs.
void label_lists(std::string_view text, std::vector<Block>& blocks);

/// The first body block is the headline, where it reads as one and other body
/// blocks follow. Here and below, a line that a rule of the pack makes a paragraph
/// (a dated note, a place) is neither headline, standfirst nor subheading.
void label_headline(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture);

/// A line that is a name and nothing else is a byline between headline and text,
/// and after the text.
void label_bylines(std::string_view text, std::vector<Block>& blocks);

/// The paragraph after the headline is the standfirst, where it has no final period
/// or the byline or a caption follows at once.
void label_standfirst(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture);

/// Short paragraphs without final punctuation, each before a paragraph of text.
void label_subheadings(std::string_view text, std::vector<Block>& blocks, FurnitureRules& furniture);

/// The headline block's text, or "".
[[nodiscard]] std::string_view headline_text(std::string_view text, const std::vector<Block>& blocks);

/// The blocks of a plain text.
[[nodiscard]] std::vector<Block> text_blocks(std::string_view text, FurnitureRules& furniture);

}  // namespace selon
