// What the fuzz targets share. Each target is one file with LLVMFuzzerTestOneInput;
// clang-19 makes a fuzzer of it (preset "fuzz"), any compiler a test that replays the
// corpus (replay.cpp). A promise that doesn't hold ends the process, as a crash does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "document/document.h"
#include "rules/loader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace selon::fuzz {

inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the process where a promise of the code under test doesn't hold.
inline void promise(bool holds, const char* what) {
  if (!holds) {
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
  }
}

/// The French pack of the source tree, loaded once.
inline const Pack& french_pack() {
  static const Pack pack = [] {
    auto loaded = load_pack(SELON_RULES_DIR "/fr");
    if (!loaded) {
      std::fprintf(stderr, "%s\n", to_string(loaded.error().front()).c_str());
      std::abort();
    }
    return *std::move(loaded);
  }();
  return pack;
}

inline bool on_character_borders(std::string_view text, Span span) {
  const auto border = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
  };
  return span.start <= span.end && span.end <= text.size() && border(span.start) && border(span.end);
}

/// What document.h promises of every document: blocks inside the text, in order,
/// without overlap but for credits; each has a place in the file.
inline void check_document(const Document& document) {
  const PlaceFinder places(document);
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    promise(on_character_borders(document.text, block.span) && !block.span.empty(), "a block is in the text");
    promise(block.kind == BlockKind::credit || block.span.start >= end, "blocks are in order");
    end = std::max(end, block.span.end);
    for (const std::uint32_t offset : {block.span.start, block.span.end}) {
      const FilePlace place = places.at(offset);
      promise(place.line >= 1 && place.column >= 1, "a block has a place in the file");
      promise(document.map.decoded_offset(offset) <= document.file_content().size(),
              "the map leads into the file");
    }
  }
}

}  // namespace selon::fuzz
