// Reads a dispatch in NITF, the News Industry Text Format of the IPTC (version 3,
// https://iptc.org/standards/nitf/): its blocks as the elements name them, its
// metadata, and a map back to the file.
//
//   auto document = parse_nitf(content, "depeche.xml", rules);
//
// What "quote-source" of a q or bq says, and the credit of a bq, is kept as the
// speaker of those words. Tables, footnotes and the references of media are no text.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "document/document.h"
#include "document/furniture.h"

namespace selon {

/// Whether the first element of the file is nitf. `head`: the start of the file.
[[nodiscard]] bool shows_nitf(std::string_view head);

/// `decoded` is valid UTF-8 without a byte-order mark. Fails, at the place, on what is no
/// well-formed XML, on elements that nest too deep, and where there is no text.
[[nodiscard]] Expected<Document> parse_nitf(std::string decoded, const std::string& path,
                                            FurnitureRules& furniture);

}  // namespace selon
