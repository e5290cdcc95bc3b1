// Reads documents in JSON lines: {"id", "lang", "text"}, one object a line, in
// bounded memory and in order.
//
//   JsonlReader reader(stdin, "-");
//   while (auto line = reader.next()) {
//     if (*line) use((*line)->text); else report(line->error().error);
//   }
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/error.h"

namespace selon {

/// The id of a line: a JSON string or number, as it was given.
struct JsonlId {
  std::string text;        ///< of a number its digits; "" where there is none
  bool is_number = false;  ///< written back without quotation marks
};

struct JsonlRecord {
  std::uint32_t line = 0;
  JsonlId id;
  std::string lang;  ///< "" where it isn't given
  std::string text;  ///< valid UTF-8
};

/// A line that holds no document. The id is given if it could be read.
struct JsonlFailure {
  Error error;
  JsonlId id;
};

using JsonlLine = tl::expected<JsonlRecord, JsonlFailure>;

class JsonlReader {
 public:
  static constexpr std::size_t default_limit = 64u * 1024 * 1024;

  /// `file` stays the caller's; `path` is for messages. A line of more than
  /// `max_line` bytes is a failure, and is passed over without being kept.
  JsonlReader(std::FILE* file, std::string path, std::size_t max_line = default_limit);
  ~JsonlReader();
  JsonlReader(const JsonlReader&) = delete;
  JsonlReader& operator=(const JsonlReader&) = delete;

  /// The next line that is not blank; nothing at the end. A file that cannot be
  /// read on ends in one failure.
  [[nodiscard]] std::optional<JsonlLine> next();

 private:
  struct Parser;
  enum class Found : std::uint8_t { line, too_long, end };

  Found find_line(std::string_view& line);
  bool fill();
  [[nodiscard]] JsonlLine parse(std::string_view line);
  [[nodiscard]] JsonlLine failure(std::string_view line, std::size_t offset, std::string what,
                                  std::string fragment, std::string advice) const;

  std::FILE* file_;
  std::string path_;
  std::size_t max_line_;
  std::unique_ptr<Parser> parser_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;    ///< of what is not yet read, in the buffer
  std::size_t end_ = 0;      ///< of what is filled
  std::size_t scanned_ = 0;  ///< no line ends before it
  std::uint32_t line_ = 0;
  bool at_end_ = false;
  bool read_error_ = false;
};

}  // namespace selon
