#include "report/xml_text.h"

#include <fmt/format.h>

#include "document/characters.h"
#include "report/json_writer.h"

namespace selon {

std::string xml_text(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const Character c = character_at(valid, at);
    const std::size_t size = c.size == 0 ? 1 : c.size;  // a zero byte
    if (c.code == '\t' || c.code == '\n' || c.code == '\r') {
      out += fmt::format("&#{};", static_cast<unsigned>(c.code));
    } else if (c.code < 0x20 || c.code == 0xFFFE || c.code == 0xFFFF) {
      out += "\uFFFD";
    } else if (c.code == '&') {
      out += "&amp;";
    } else if (c.code == '<') {
      out += "&lt;";
    } else if (c.code == '>') {
      out += "&gt;";
    } else if (c.code == '"') {
      out += "&quot;";
    } else {
      out += std::string_view(valid).substr(at, size);
    }
    at += size;
  }
  return out;
}

}  // namespace selon
