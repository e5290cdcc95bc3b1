// Builds a document's text out of pieces of the file, and the map back to it as it
// goes: the place of each character is noted when it is copied.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace selon {

class MappedText {
 public:
  /// `source` is the file's decoded content and outlives this.
  explicit MappedText(std::string_view source) : source_(source) {}

  /// Copies `size` bytes of the source.
  void copy(std::uint32_t offset, std::uint32_t size) {
    note(offset);
    text_.append(source_.substr(offset, size));
    after_ = offset + size;
  }
  /// Adds what stands for `size` bytes of the source: "é" for "&eacute;".
  void replace(std::uint32_t offset, std::uint32_t size, std::string_view by) {
    note(offset);
    text_.append(by);
    after_ = offset + size;
  }
  /// Adds what is not in the source: it maps to what follows the last piece.
  void separate(std::string_view separator) { text_.append(separator); }

  /// Takes back all from `size` on.
  void cut(std::uint32_t size) {
    text_.resize(size);
    while (!segments_.empty() && segments_.back().text >= size) segments_.pop_back();
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// The source offset after the last piece.
  [[nodiscard]] std::uint32_t after() const { return after_; }

  void move_to(Document& document, std::string source) {
    // The map of a text without pieces still has to say that it is no identity.
    if (segments_.empty() || segments_.front().text != 0) segments_.insert(segments_.begin(), {0, 0});
    document.text = std::move(text_);
    document.map = SourceMap(std::move(segments_));
    document.decoded = std::move(source);
  }

 private:
  void note(std::uint32_t offset) {
    const std::uint32_t here = size();
    if (!segments_.empty() && here - segments_.back().text == offset - segments_.back().decoded) return;
    segments_.push_back({here, offset});
  }

  std::string_view source_;
  std::string text_;
  std::uint32_t after_ = 0;
  std::vector<SourceMap::Segment> segments_;
};

}  // namespace selon
