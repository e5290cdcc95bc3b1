// Leaves out of a page what is no part of any article: scripts, what is hidden,
// navigation, sidebars, share buttons, comments, teasers, data tables.
//
// After the manner of J. Pomikálek, "Removing Boilerplate and Duplicate Content from
// Web Corpora" (jusText), 2011, and A. Barbaresi, "Trafilatura", ACL 2021: markup
// and names first, then figures of the text; never an element with the headline or
// most of the text in it.
#pragma once

#include <cstdint>
#include <vector>

#include "document/html_blocks.h"
#include "document/html_names.h"
#include "document/html_tree.h"

namespace selon {

/// Elements whose content is never text for a reader.
[[nodiscard]] NodeMask skip_unreadable(const HtmlTree& tree);

/// Adds readers' comments to `skip`, told by names and schema.org types.
void skip_comments(const HtmlTree& tree, const HtmlNames& names, const TextWeights& weights,
                   std::uint32_t headline, NodeMask& skip);

/// Adds page furniture to `skip`. `headline` is the headline's element, or no_node;
/// `weights` are those of the page without what `skip` has so far.
void skip_furniture(const HtmlTree& tree, const HtmlNames& names, const TextWeights& weights,
                    std::uint32_t headline, NodeMask& skip);

/// Adds what stands under headings such as "Comments" or "Read also", and lists of
/// teasers. `blocks` are those that `skip` leaves.
void skip_sections(const HtmlTree& tree, const HtmlNames& names, const std::vector<HtmlBlock>& blocks,
                   std::uint32_t headline, NodeMask& skip);

/// Whether a table holds data rather than the page's layout.
[[nodiscard]] bool is_data_table(const HtmlTree& tree, const TextWeights& weights, std::uint32_t table);

}  // namespace selon
