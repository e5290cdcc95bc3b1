// JSON lines as they come: one record {"id","lang","text"} a line, in bounded memory.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace selon {

/// Reads lines from a descriptor. `before_waiting` is called when nothing is there to
/// be read yet, so that answers don't wait in a buffer while the asker waits for them.
class LineReader {
 public:
  static constexpr std::size_t longest_line = std::size_t{64} << 20;

  explicit LineReader(int descriptor, std::function<void()> before_waiting = {})
      : descriptor_(descriptor), before_waiting_(std::move(before_waiting)) {}

  enum class Result : std::uint8_t { line, too_long, end, error };
  /// The next line without its end. The view is valid until the next call.
  Result next(std::string_view& line);
  /// errno of a failed read.
  [[nodiscard]] int error() const { return error_; }

 private:
  bool fill();

  int descriptor_;
  std::function<void()> before_waiting_;
  std::string buffer_;
  std::size_t start_ = 0;    ///< of the line in the buffer
  std::size_t scanned_ = 0;  ///< no line end before it
  bool ended_ = false;
  int error_ = 0;
};

struct JsonlRecord {
  std::string id_json;  ///< as JSON; "" where there is none
  std::string id;       ///< in words
  std::string lang;     ///< "" where there is none
  std::string text;
  std::string url;  ///< "" where there is none, as what follows
  std::string published;
  std::string modified;
};

/// What is wrong with a record, and its id as far as it could be read.
struct JsonlMistake {
  std::string id_json;
  std::string what;
};

/// Parses records; keeps its memory from one to the next.
class JsonlParser {
 public:
  JsonlParser();
  ~JsonlParser();
  JsonlParser(const JsonlParser&) = delete;
  JsonlParser& operator=(const JsonlParser&) = delete;

  [[nodiscard]] tl::expected<JsonlRecord, JsonlMistake> parse(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace selon
