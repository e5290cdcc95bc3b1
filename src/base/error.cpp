#include "base/error.h"

#include <fmt/format.h>

namespace selon {

namespace {

std::string printable(const std::string& fragment) {
  std::string out;
  for (const char c : fragment) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string to_string(const Error& error) {
  std::string out = printable(error.path);
  if (error.line > 0) {
    out += fmt::format(":{}:{}", error.line, error.column);
  }
  if (!out.empty()) {
    out += ": ";
  }
  out += error.what;
  if (!error.fragment.empty()) {
    out += fmt::format(": “{}”", printable(error.fragment));
  }
  if (!error.advice.empty()) {
    out += fmt::format("; {}", error.advice);
  }
  return out;
}

}  // namespace selon
