// A rule pack prepared at build time: the checked data of its XML files in one file
// that is read many times as fast. It is used only where the XML files are, byte for
// byte, those it was made from; else, or where it is damaged or of another version of
// selon, the XML files are read as if it weren't there.
//
// `load_pack` looks for it beside the pack's folder (rules/fr.pack for rules/fr) and
// in the program's folder (rules/fr.pack there).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "rules/pack.h"

namespace selon {

/// Tells the rule files of a pack from any others: their names and contents.
class Fingerprint {
 public:
  void add(std::string_view name, std::string_view content);
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void mix(std::string_view bytes);
  std::uint64_t value_ = 0;
};

/// The pack as bytes. Of the files' paths only the names are kept.
[[nodiscard]] std::string encode_pack(const Pack& pack, const Fingerprint& fingerprint);

/// The pack that `encode_pack` gave, its files in `folder`; nothing where the bytes
/// are of other rule files or another version, or damaged.
[[nodiscard]] std::optional<Pack> decode_pack(std::string_view bytes, const Fingerprint& fingerprint,
                                              const std::string& folder);

/// What stands after the header of a prepared pack; damage is met without a crash.
[[nodiscard]] std::string encode_payload(Pack pack);
[[nodiscard]] std::optional<Pack> decode_payload(std::string_view bytes);

/// The fingerprint of the files that a pack was read from. Fails for a pack that extends
/// another one.
[[nodiscard]] Expected<Fingerprint> fingerprint_of(const Pack& pack, const std::string& folder);

/// The prepared pack for the rule files in `folder`, where there is one.
[[nodiscard]] std::optional<Pack> find_prepared(const std::string& folder, const Fingerprint& fingerprint);

/// Loads the pack in `folder` from its XML files and writes it, prepared, to `path`.
/// Fails with the mistakes of the pack; where `path` can't be written; and for a
/// pack that extends another one, which is never prepared.
[[nodiscard]] std::optional<Error> prepare_pack(const std::string& folder, const std::string& path);

}  // namespace selon
