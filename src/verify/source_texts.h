// The documents that quotations are verified against. A plain text is kept as it is, without
// being cut into blocks: there may be a hundred megabytes, and only what stands around a hit
// is ever looked at closer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "document/document.h"
#include "document/load.h"

namespace selon {

struct SourceText {
  std::string path;
  std::string text;                    ///< UTF-8, valid
  std::unique_ptr<Document> document;  ///< of a format that isn't plain text; its text is moved out
  bool foreign = false;                ///< in a language for which there is no pack
};

class SourceTexts {
 public:
  /// `pack` tells the language of the sources, and must outlive this.
  explicit SourceTexts(const Pack& pack) : pack_(&pack), loader_(pack) {}

  /// Reads a file of any format that selon reads. Fails as load_file does.
  [[nodiscard]] std::optional<Error> add_file(const std::string& path);
  /// A text that is in memory: a record of JSON lines. Valid UTF-8.
  void add_text(std::string text, std::string path);

  [[nodiscard]] std::size_t size() const { return sources_.size(); }
  [[nodiscard]] const SourceText& operator[](std::size_t i) const { return sources_[i]; }
  [[nodiscard]] std::vector<std::string_view> texts() const;

  /// Line and column of a byte of the text in its file.
  [[nodiscard]] FilePlace place(std::uint32_t source, std::uint32_t at) const;

 private:
  [[nodiscard]] std::optional<Error> add_document(std::string bytes, const std::string& path);
  void add(SourceText source);
  /// How many lines end before each stretch of a text.
  struct LineCounts {
    std::vector<std::uint32_t> before;
  };

  const Pack* pack_;
  Loader loader_;
  std::vector<SourceText> sources_;
  mutable std::vector<LineCounts> lines_;
};

}  // namespace selon
