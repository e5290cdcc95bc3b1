// Writes JSON as it comes, without building it first: commas and indentation are
// set here, values are escaped straight into the output's buffer.
//
//   JsonWriter json(output, JsonLayout::indented);
//   json.begin_object();
//   json.member("rule", "source.near-miss");
//   json.key("findings");
//   json.begin_array();
//
// Strings are taken to be valid UTF-8 (a Document's text is); see `valid_utf8` for
// what comes from elsewhere.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/output.h"

namespace selon {

enum class JsonLayout : std::uint8_t { compact, indented };

class JsonWriter {
 public:
  explicit JsonWriter(Output& output, JsonLayout layout = JsonLayout::compact)
      : output_(output), indented_(layout == JsonLayout::indented) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool yes) { literal(yes ? "true" : "false"); }
  template <std::unsigned_integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) { write_number(number); }
  void null() { literal("null"); }
  /// Text that is JSON already.
  void raw(std::string_view json) { literal(json); }

  template <class Value>
  void member(std::string_view name, const Value& what) {
    key(name);
    value(what);
  }
  /// null where the text is empty.
  void member_or_null(std::string_view name, std::string_view text);

  /// Ends a JSON text: a line end follows it, and the next one starts afresh.
  void end_line();

 private:
  void open(char bracket);
  void close(char bracket);
  void literal(std::string_view text);
  void write_number(std::uint64_t number);
  void before_value();
  void new_line();

  Output& output_;
  std::uint32_t depth_ = 0;
  bool indented_;
  bool first_ = true;       ///< nothing stands in the current object or array yet
  bool after_key_ = false;  ///< the value of a member comes next
};

/// `text` with each byte that is no UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);

}  // namespace selon
