// What the tests of the document room share: the French furniture rules, and short
// ways to look at blocks.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/load.h"
#include "rules/loader.h"

namespace selon::test {

inline std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The pack of one rule file of rules/fr.
inline Pack pack_of(const std::string& name) {
  const std::string path = std::string(SELON_RULES_DIR) + "/fr/" + name;
  auto pack = load_pack_from_memory(read_whole(path), path);
  if (!pack) FAIL(to_string(pack.error().front()));
  return std::move(*pack);
}

/// Loaded once: reading it takes longer than a test.
inline const Pack& french() {
  static const Pack pack = pack_of("furniture.xml");
  return pack;
}

inline Document text_document(std::string text) { return load_text(std::move(text), french()); }

inline Document markdown_document(std::string text) {
  LoadOptions options;
  options.format = Format::markdown;
  auto document = load_bytes(std::move(text), "essai.md", french(), options);
  if (!document) FAIL(to_string(document.error()));
  return std::move(*document);
}

inline Document nitf_document(std::string xml) {
  LoadOptions options;
  options.format = Format::nitf;
  auto document = load_bytes(std::move(xml), "essai.xml", french(), options);
  if (!document) FAIL(to_string(document.error()));
  return std::move(*document);
}

/// "headline: Le maire démissionne", one a block.
inline std::vector<std::string> outline(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    out.push_back(std::string(name_of(block.kind)) + ": " + std::string(block.span.in(document.text)));
  }
  return out;
}

using Outline = std::vector<std::string>;

}  // namespace selon::test

namespace doctest {
template <>
struct StringMaker<selon::test::Outline> {
  static String convert(const selon::test::Outline& lines) {
    std::string all;
    for (const std::string& line : lines) all += "\n  " + line;
    return all.c_str();
  }
};
}  // namespace doctest
