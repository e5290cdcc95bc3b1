// Markdown, as newsrooms keep drafts, to a document: CommonMark by md4c, with YAML
// front matter as metadata. Blocks are told by the markup; where that says nothing,
// as in plain text.
#pragma once

#include <string>

#include "base/error.h"
#include "document/document.h"
#include "document/furniture.h"

namespace selon {

/// `decoded` is valid UTF-8. Fails only on what md4c cannot take.
[[nodiscard]] Expected<Document> parse_markdown(std::string decoded, const std::string& path,
                                                FurnitureRules& furniture);

}  // namespace selon
