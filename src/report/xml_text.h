// Text for XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace selon {

/// `text` for an attribute's value or for character data: escaped, and with U+FFFD for
/// what is no UTF-8 and for characters that XML 1.0 cannot hold. Line ends and tabs are
/// kept in attributes too, as references.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace selon
