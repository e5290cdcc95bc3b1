#include "report/json_writer.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace selon {

namespace {

/// What stands after the backslash for each byte: 0 where it needs none, 'u' for a
/// control character without a short form.
constexpr std::array<char, 256> make_escapes() {
  std::array<char, 256> escapes{};
  for (std::size_t c = 0; c < 0x20; ++c) {
    escapes[c] = 'u';
  }
  escapes['\b'] = 'b';
  escapes['\f'] = 'f';
  escapes['\n'] = 'n';
  escapes['\r'] = 'r';
  escapes['\t'] = 't';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}

constexpr std::array<char, 256> escapes = make_escapes();

/// Whether one of eight bytes needs an escape. (May err above such a byte, never below it.)
bool has_escape(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const auto has_below = [](std::uint64_t all, std::uint64_t limit) {
    return (all - ones * limit) & ~all & ones * 0x80;
  };
  return (has_below(bytes, 0x20) | has_below(bytes ^ ones * '"', 1) | has_below(bytes ^ ones * '\\', 1)) != 0;
}

/// The end of the stretch from `at` that needs no escape.
std::size_t plain_end(std::string_view text, std::size_t at) {
  for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (has_escape(bytes)) {
      break;
    }
  }
  while (at < text.size() && escapes[static_cast<unsigned char>(text[at])] == 0) {
    ++at;
  }
  return at;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += '\\';
  out += escapes[byte];
  if (escapes[byte] == 'u') {
    out += "00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
}

}  // namespace

void JsonWriter::new_line() {
  std::string& out = output_.buffer();
  out += '\n';
  out.append(std::size_t{2} * depth_, ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) {
    return;
  }
  if (!first_) {
    output_.buffer() += ',';
  }
  if (indented_) {
    new_line();
  }
  first_ = false;
}

void JsonWriter::open(char bracket) {
  before_value();
  output_.buffer() += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (indented_ && !first_) {
    new_line();
  }
  output_.buffer() += bracket;
  first_ = false;
  output_.drain();
}

void JsonWriter::key(std::string_view name) {
  // What stands around a name is put together first: a key is most of what is written.
  std::array<char, 128> piece;
  const std::size_t indent = std::size_t{2} * depth_;
  if (indent + name.size() + 8 > piece.size()) {
    before_value();
    output_.buffer().append("\"").append(name).append(indented_ ? "\": " : "\":");
    after_key_ = true;
    return;
  }
  char* end = piece.data();
  if (!first_) {
    *end++ = ',';
  }
  if (indented_) {
    *end++ = '\n';
    end = std::fill_n(end, indent, ' ');
  }
  *end++ = '"';
  end = std::copy(name.begin(), name.end(), end);  // names of members are ours and need no escape
  *end++ = '"';
  *end++ = ':';
  if (indented_) {
    *end++ = ' ';
  }
  output_.buffer().append(piece.data(), static_cast<std::size_t>(end - piece.data()));
  first_ = false;
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  before_value();
  std::string& out = output_.buffer();
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = plain_end(text, at);
    out.append(text, at, end - at);
    at = end;
    if (at < text.size()) {
      append_escape(out, text[at]);
      ++at;
    }
  }
  out += '"';
  output_.drain();
}

void JsonWriter::literal(std::string_view text) {
  before_value();
  output_.buffer() += text;
}

void JsonWriter::write_number(std::uint64_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  literal({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::member_or_null(std::string_view name, std::string_view text) {
  key(name);
  if (text.empty()) {
    null();
  } else {
    value(text);
  }
}

void JsonWriter::end_line() {
  output_.write('\n');
  output_.drain();
  first_ = true;
}

std::string valid_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) {
    return std::string(text);
  }
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    while (length <= 4 && at + length <= text.size() && !simdjson::validate_utf8(text.data() + at, length)) {
      ++length;
    }
    const bool good = length <= 4 && at + length <= text.size();
    out += good ? text.substr(at, length) : std::string_view("\uFFFD");
    at += good ? length : 1;
  }
  return out;
}

}  // namespace selon
