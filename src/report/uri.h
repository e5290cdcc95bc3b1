// Paths as URI references.
#pragma once

#include <string>
#include <string_view>

namespace selon {

/// RFC 3986: a relative path stays relative, an absolute one becomes file:///...; bytes
/// with a meaning of their own, and all that isn't ASCII, are percent-encoded.
[[nodiscard]] std::string uri_of_path(std::string_view path);

/// RFC 3986: all but letters, digits, "-", ".", "_" and "~" percent-encoded.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace selon
