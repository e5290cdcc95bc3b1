#include "claims/json_lists.h"

#include <fmt/format.h>

#include <string_view>

namespace selon {

namespace {

/// A JSON list of strings.
class JsonList {
 public:
  void add(std::string_view value) {
    json_ += json_.size() == 1 ? "\"" : ",\"";
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        json_ += '\\';
        json_ += c;
      } else if (byte < 0x20) {
        json_ += fmt::format("\\u{:04x}", byte);
      } else {
        json_ += c;
      }
    }
    json_ += '"';
  }
  [[nodiscard]] std::string text() const { return json_ + ']'; }

 private:
  std::string json_ = "[";
};

}  // namespace

std::string list_of(const std::vector<std::string>& values) {
  JsonList list;
  for (const std::string& value : values) list.add(value);
  return list.text();
}

std::string refs_of(const Analysis& analysis, const std::vector<std::uint32_t>& indices) {
  JsonList list;
  for (const std::uint32_t index : indices) {
    if (index < analysis.sources.size()) list.add(analysis.sources[index].ref);
  }
  return list.text();
}

std::string spans_of(const std::vector<Span>& spans) {
  std::string out = "[";
  for (const Span span : spans) {
    out += fmt::format("{}[{},{}]", out.size() == 1 ? "" : ",", span.start, span.end);
  }
  return out + ']';
}

}  // namespace selon
