// What the sources of an earlier verification say, kept in a file, so that thousands of pages
// needn't be taken apart again (--index FILE). A source is known again by the digest of its
// bytes: one that has changed is read anew, whatever its name and date say.
//
//   auto kept = KeptTexts::open("presse.index", pack, version);
//   sources.use(&*kept); sources.add_file(…); …
//   kept->save();
//
// The file: a line that names the format, a line that tells selon's version and the rule pack by
// its digest, the digest of what follows, and the texts. It is used whole or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.h"
#include "rules/pack.h"

namespace selon {

struct KeptText {
  std::string text;      ///< UTF-8, valid
  bool foreign = false;  ///< in a language for which there is no pack
  bool used = false;     ///< by a source of this run: the others aren't kept on
};

class KeptTexts {
 public:
  /// Reads the file; empty where there is none. One that is damaged, or of another version of selon
  /// or of the pack, is empty too, and `note` tells so. Fails where the file is none of selon's
  /// (it would be written over), or can't be read.
  [[nodiscard]] static Expected<KeptTexts> open(std::string path, const Pack& pack, std::string_view version);

  /// Null where that source isn't known. `key` is what `key_of` gives.
  [[nodiscard]] const KeptText* find(const std::string& key);
  void keep(const std::string& key, std::string_view text, bool foreign);
  /// The digest of a file's bytes and the format that its name tells.
  [[nodiscard]] static std::string key_of(std::string_view bytes, std::string_view path);

  /// Whether texts that no source of this run has stay in the file: they do where a source couldn't
  /// be read, which may be one of theirs.
  enum class Unused { dropped, kept };

  /// Writes the texts, if they aren't those that were read. Fails where the file can't be written;
  /// the old one is then as it was.
  [[nodiscard]] std::optional<Error> save(Unused unused) const;

  /// Why an existing file wasn't used; empty where it was.
  [[nodiscard]] const std::string& note() const { return note_; }

 private:
  KeptTexts() = default;
  [[nodiscard]] bool read(std::string_view payload);

  std::string path_;
  std::string head_;  ///< the first two lines
  std::string note_;
  std::unordered_map<std::string, KeptText> texts_;
  bool changed_ = false;
};

}  // namespace selon
