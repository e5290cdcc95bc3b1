// The documents that quotations are verified against. A plain text is kept as it is, without
// being cut into blocks: there may be a hundred megabytes, and only what stands around a hit
// is ever looked at closer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "document/document.h"
#include "document/load.h"
#include "verify/kept_texts.h"

namespace selon {

/// The blocks and the file of a source that isn't plain text. Of one whose text is known from an
/// earlier run they are read where somebody asks for them.
class SourceDocument {
 public:
  SourceDocument() = default;  ///< of a plain text: none
  explicit SourceDocument(Document document) : document_(std::make_unique<Document>(std::move(document))) {}
  SourceDocument(Loader& loader, std::string path) : loader_(&loader), path_(std::move(path)) {}

  /// Null for a plain text, and where the file no longer holds `text`.
  [[nodiscard]] const Document* get(std::string_view text) const;

 private:
  mutable std::unique_ptr<Document> document_;
  mutable Loader* loader_ = nullptr;  ///< null where the file is read
  std::string path_;
};

struct SourceText {
  std::string path;
  std::string text;  ///< UTF-8, valid
  SourceDocument parts;
  bool foreign = false;  ///< in a language for which there is no pack

  [[nodiscard]] const Document* document() const { return parts.get(text); }
};

class SourceTexts {
 public:
  /// `pack` tells the language of the sources, and must outlive this.
  explicit SourceTexts(const Pack& pack) : pack_(&pack), loader_(std::make_unique<Loader>(pack)) {}

  /// From now on texts are looked up there first, and kept there. It must outlive this.
  void use(KeptTexts* kept) { kept_ = kept; }

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
  std::unique_ptr<Loader> loader_;  ///< sources that are read later point to it
  KeptTexts* kept_ = nullptr;
  std::vector<SourceText> sources_;
  mutable std::vector<LineCounts> lines_;
};

}  // namespace selon
