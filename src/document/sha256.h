// SHA-256 (FIPS 180-4), by which a revision of an article is known again. Our own,
// because a cryptographic library would cost more at start than it saves; on x86
// with SHA instructions it hashes over 1 GB/s.
#pragma once

#include <string>
#include <string_view>

namespace selon {

/// The digest of `bytes`, in lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The same by the portable code alone, against which tests check the fast one.
[[nodiscard]] std::string sha256_hex_portable(std::string_view bytes);

}  // namespace selon
