#include "verify/source_lines.h"

#include <algorithm>
#include <vector>

#include "language/unicode.h"

namespace selon {

std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  return static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const unicode::CodePoint c = unicode::decode(text, at);
    if (!unicode::is_space(c.value)) break;
    at += c.size;
  }
  return at;
}

bool ends_sentence_at(std::string_view text, std::uint32_t end) {
  while (end > 0 && unicode::is_space(unicode::decode_before(text, end).value)) {
    end -= unicode::decode_before(text, end).size;
  }
  const std::uint32_t last = end == 0 ? 0 : unicode::decode_before(text, end).value;
  return last == '.' || last == '!' || last == '?' || last == 0x2026;
}

std::uint32_t bold_end(const SourceText& source, Span line) {
  const Document& document = *source.document();
  const std::string_view file = document.file_content();
  const std::uint32_t start = document.map.decoded_offset(line.start);
  constexpr std::uint32_t markup = 40;
  std::string_view before = file.substr(start > markup ? start - markup : 0, std::min(start, markup));
  while (!before.empty() && (before.back() == ' ' || before.back() == '\n')) before.remove_suffix(1);
  std::string_view closing;
  if (before.ends_with("**") || before.ends_with("__")) {
    closing = before.substr(before.size() - 2);
  } else if (const std::size_t tag = before.rfind('<');
             tag != std::string_view::npos && before.ends_with('>')) {
    const std::string_view name = before.substr(tag + 1);
    if (name.starts_with("b>") || name.starts_with("b ")) closing = "</b>";
    if (name.starts_with("strong")) closing = "</strong>";
  }
  const std::size_t close = closing.empty() ? std::string_view::npos : file.find(closing, start);
  if (close == std::string_view::npos) return line.start;
  std::uint32_t end = line.start;
  while (end < line.end && document.map.decoded_offset(end) < close)
    end += unicode::decode(source.text, end).size;
  return std::min(end, line.end);
}

const Block* block_at(const SourceText& source, std::uint32_t at) {
  const Document* document = source.document();
  if (document == nullptr) return nullptr;
  const std::vector<Block>& blocks = document->blocks;
  const auto after =
      std::ranges::upper_bound(blocks, at, {}, [](const Block& block) { return block.span.start; });
  return after == blocks.begin() ? nullptr : &*(after - 1);
}

}  // namespace selon
