#include "report/html_page.h"

#include <array>
#include <cstdint>

#include "document/sha256.h"
#include "report/printable.h"

namespace selon {

namespace {

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += at + i <= bytes.size() ? digits[group >> (18 - 6 * i) & 63u] : '=';
    }
  }
  return out;
}

unsigned digit_value(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    bytes += static_cast<char>(digit_value(hex[at]) << 4 | digit_value(hex[at + 1]));
  }
  return bytes;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string json_for_html(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

std::string csp_hash(std::string_view content) {
  return "sha256-" + base64(bytes_of_hex(sha256_hex(content)));
}

void begin_page(Output& output, const PageFrame& frame) {
  output.write("<!DOCTYPE html>\n<html lang=\"");
  output.write(html_text(frame.lang));
  output.write(
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
  output.write("default-src 'none'; base-uri 'none'; form-action 'none'; style-src '");
  output.write(csp_hash(frame.style));
  output.write("'; script-src ");
  output.write(frame.script.empty() ? std::string("'none'") : "'" + csp_hash(frame.script) + "'");
  output.write(
      "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
  output.write(html_text(frame.title));
  output.write("</title>\n<style>");
  output.write(frame.style);
  output.write("</style>\n</head>\n<body>\n");
}

void end_page(Output& output, const PageFrame& frame) {
  if (!frame.script.empty()) {
    output.write("<script>");
    output.write(frame.script);
    output.write("</script>\n");
  }
  output.write("</body>\n</html>\n");
}

}  // namespace selon
