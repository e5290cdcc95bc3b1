#include "claims/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace selon {

namespace {

using Json = nlohmann::json;

/// From `text` on, text and file run in step.
struct Place {
  std::uint32_t text = 0;
  FilePlace at;
};

/// The rows of a list of lists of `width` numbers, those before `first` left out.
std::optional<std::vector<std::vector<std::uint32_t>>> number_rows(const Json& json, std::size_t width,
                                                                   std::size_t first = 0) {
  std::vector<std::vector<std::uint32_t>> rows;
  if (!json.is_array()) return std::nullopt;
  for (const Json& row : json) {
    if (!row.is_array() || row.size() != width) return std::nullopt;
    std::vector<std::uint32_t> numbers;
    for (std::size_t at = first; at < width; ++at) {
      if (!row[at].is_number_unsigned() || row[at].get<std::uint64_t>() > UINT32_MAX) return std::nullopt;
      numbers.push_back(row[at].get<std::uint32_t>());
    }
    rows.push_back(std::move(numbers));
  }
  return rows;
}

/// A character's first byte, or the end.
bool is_border(std::string_view text, std::uint32_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

bool fits(std::string_view text, Span span) {
  return span.start <= span.end && is_border(text, span.start) && is_border(text, span.end);
}

std::optional<std::vector<Block>> read_blocks(const Json& json, std::string_view text) {
  const auto numbers = number_rows(json, 5, 1);
  if (!numbers) return std::nullopt;
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < numbers->size(); ++at) {
    const auto& row = (*numbers)[at];
    if (!json[at][0].is_string()) return std::nullopt;
    const auto kind = block_kind(json[at][0].get_ref<const std::string&>());
    Block block;
    block.span = {row[0], row[1]};
    block.italic = row[2] != 0;
    block.lead = row[3];
    if (!kind || !fits(text, block.span) || block.lead > block.span.start) return std::nullopt;
    if (!blocks.empty() && block.span.start < blocks.back().span.start) return std::nullopt;
    block.kind = *kind;
    blocks.push_back(block);
  }
  return blocks;
}

std::optional<std::vector<Span>> spans_in(const Json& json, std::string_view text) {
  const auto numbers = number_rows(json, 2);
  if (!numbers) return std::nullopt;
  std::vector<Span> spans;
  for (const auto& row : *numbers) {
    spans.push_back({row[0], row[1]});
    if (!fits(text, spans.back())) return std::nullopt;
  }
  return spans;
}

std::optional<std::vector<Place>> read_places(const Json& json, std::string_view text) {
  const auto numbers = number_rows(json, 3);
  if (!numbers) return std::nullopt;
  std::vector<Place> places;
  for (const auto& row : *numbers) {
    if (!is_border(text, row[0]) || row[1] == 0 || row[2] == 0) return std::nullopt;
    if (!places.empty() && row[0] <= places.back().text) return std::nullopt;
    places.push_back({row[0], {row[1], row[2]}});
  }
  return places;
}

/// No file has more lines, nor longer ones, than it may have bytes.
constexpr std::size_t most_padding = std::size_t{256} << 20;

/// The file as far as places need it: the pieces of the text where they stood, nothing but
/// line ends and spaces between them. False where they would stand too far apart.
bool restore_file(Document& document, std::vector<Place> places) {
  std::vector<SourceMap::Segment> segments;
  std::vector<std::uint32_t> ends;  // of each piece in the text, without the line ends behind it
  for (std::size_t at = 0; at < places.size(); ++at) {
    std::size_t end = at + 1 < places.size() ? places[at + 1].text : document.text.size();
    while (end > places[at].text && document.text[end - 1] == '\n') --end;
    ends.push_back(static_cast<std::uint32_t>(end));
    segments.push_back({places[at].text, 0});
  }
  std::vector<std::size_t> order(places.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::ranges::sort(order, {}, [&](std::size_t at) {
    return std::tuple(places[at].at.line, places[at].at.column, places[at].text);
  });
  std::string file;
  FilePlace here{1, 1};
  for (const std::size_t at : order) {
    const FilePlace there = places[at].at;
    if (there.line > here.line) {
      if (there.line - here.line > most_padding - std::min(file.size(), most_padding)) return false;
      file.append(there.line - here.line, '\n');
      here = {there.line, 1};
    }
    if (there.line == here.line && there.column > here.column) {
      if (there.column - here.column > most_padding - std::min(file.size(), most_padding)) return false;
      file.append(there.column - here.column, ' ');
      here.column = there.column;
    }
    segments[at].decoded = static_cast<std::uint32_t>(file.size());
    for (std::uint32_t byte = places[at].text; byte < ends[at]; ++byte) {
      const char c = document.text[byte];
      file += c;
      if (c == '\n') {
        here = {here.line + 1, 1};
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++here.column;
      }
    }
  }
  document.decoded = std::move(file);
  document.map = SourceMap(std::move(segments));
  return true;
}

}  // namespace

std::string layout_of(const Document& document, const PlaceFinder& places) {
  std::string json = "{\"blocks\":[";
  const auto out = std::back_inserter(json);
  std::string_view comma;
  for (const Block& block : document.blocks) {
    fmt::format_to(out, "{}[\"{}\",{},{},{},{}]", comma, name_of(block.kind), block.span.start,
                   block.span.end, block.italic ? 1 : 0, block.lead);
    comma = ",";
  }
  json += "],\"italics\":[";
  comma = "";
  for (const Span span : document.italics) {
    fmt::format_to(out, "{}[{},{}]", comma, span.start, span.end);
    comma = ",";
  }
  json += "],\"places\":[";
  comma = "";
  // Where the distance to the place in the file changes, another piece of it begins.
  std::int64_t distance = -1;
  for (std::uint32_t at = 0; !document.map.identity() && at < document.text.size(); ++at) {
    const std::int64_t here = std::int64_t{places.offset_in_file(at)} - at;
    if ((at > 0 && here == distance) || !is_border(document.text, at)) continue;
    distance = here;
    const FilePlace place = places.at(at);
    fmt::format_to(out, "{}[{},{},{}]", comma, at, place.line, place.column);
    comma = ",";
  }
  return json + "]}";
}

bool restore_layout(Document& document, std::string_view layout) {
  const Json json = Json::parse(layout, nullptr, false);
  if (!json.is_object()) return false;
  const auto member = [&](const char* name) {
    const auto found = json.find(name);
    return found == json.end() ? Json() : *found;
  };
  auto blocks = read_blocks(member("blocks"), document.text);
  auto italics = spans_in(member("italics"), document.text);
  auto places = read_places(member("places"), document.text);
  if (!blocks || !italics || !places) return false;
  if (!places->empty() && !restore_file(document, std::move(*places))) return false;
  document.blocks = std::move(*blocks);
  document.italics = std::move(*italics);
  return true;
}

std::vector<Span> read_spans(std::string_view json) {
  std::vector<Span> spans;
  const auto rows = number_rows(Json::parse(json, nullptr, false), 2);
  if (!rows) return spans;
  for (const auto& row : *rows) spans.push_back({row[0], row[1]});
  return spans;
}

}  // namespace selon
