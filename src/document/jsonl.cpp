#include "document/jsonl.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "document/characters.h"
#include "document/encoding.h"

namespace selon {

namespace {

constexpr std::size_t chunk = 256 * 1024;
constexpr const char* form = R"(each line is an object like {"id": "a1", "lang": "fr", "text": "…"})";

std::string_view trim_ascii(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t\r");
  if (start == std::string_view::npos) return {};
  return line.substr(start, line.find_last_not_of(" \t\r") - start + 1);
}

/// The beginning of a line, cut at a character, for a message.
std::string excerpt(std::string_view line) {
  constexpr std::size_t longest = 60;
  std::size_t end = std::min(line.size(), longest);
  end = std::min(end, first_invalid_utf8(line.substr(0, end)));
  return std::string(line.substr(0, end)) + (end < line.size() ? "…" : "");
}

/// The id of a line that is no valid JSON, where it comes first in the object, as it
/// mostly does.
JsonlId id_of_broken(std::string_view line) {
  const auto skip = [&line](std::string_view what) {
    line = trim_ascii(line);
    if (!line.starts_with(what)) return false;
    line.remove_prefix(what.size());
    return true;
  };
  if (!skip("{") || !skip("\"id\"") || !skip(":")) return {};
  line = trim_ascii(line);
  if (line.starts_with('"')) {
    const std::size_t end = line.find_first_of("\"\\", 1);
    if (end == std::string_view::npos || line[end] == '\\') return {};
    const std::string_view id = line.substr(1, end - 1);
    return first_invalid_utf8(id) == id.size() ? JsonlId{std::string(id), false} : JsonlId{};
  }
  const std::size_t end = line.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos) return {};
  return {std::string(line.substr(0, end)), true};
}

}  // namespace

struct JsonlReader::Parser {
  simdjson::dom::parser dom;
};

JsonlReader::JsonlReader(std::FILE* file, std::string path, std::size_t max_line)
    : file_(file),
      path_(std::move(path)),
      max_line_(max_line),
      parser_(std::make_unique<Parser>()),
      buffer_(chunk + simdjson::SIMDJSON_PADDING) {}

JsonlReader::~JsonlReader() = default;

/// Reads on into the buffer; false at the end of the file. simdjson may read, but
/// does not use, some bytes after a line: the buffer keeps room for that.
bool JsonlReader::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    scanned_ -= begin_;
    begin_ = 0;
  }
  if (end_ + chunk + simdjson::SIMDJSON_PADDING > buffer_.size()) {
    buffer_.resize(std::max(2 * buffer_.size(), end_ + chunk + simdjson::SIMDJSON_PADDING));
  }
  const std::size_t got = std::fread(buffer_.data() + end_, 1, chunk, file_);
  end_ += got;
  if (got < chunk) {
    at_end_ = std::feof(file_) != 0 || std::ferror(file_) != 0;
    read_error_ = std::ferror(file_) != 0;
  }
  return got > 0;
}

JsonlReader::Found JsonlReader::find_line(std::string_view& line) {
  bool too_long = false;
  while (true) {
    const void* found =
        scanned_ < end_ ? std::memchr(buffer_.data() + scanned_, '\n', end_ - scanned_) : nullptr;
    if (found != nullptr) {
      const auto feed = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
      line = std::string_view(buffer_.data() + begin_, feed - begin_);
      begin_ = scanned_ = feed + 1;
      break;
    }
    scanned_ = end_;
    if (end_ - begin_ > max_line_) {
      // Passed over: only its end is looked for from here on.
      too_long = true;
      begin_ = end_;
    }
    if (fill()) continue;
    if (begin_ == end_ && !too_long) return Found::end;
    line = std::string_view(buffer_.data() + begin_, end_ - begin_);
    begin_ = scanned_ = end_;
    break;
  }
  ++line_;
  return too_long || line.size() > max_line_ ? Found::too_long : Found::line;
}

std::optional<JsonlLine> JsonlReader::next() {
  while (true) {
    std::string_view line;
    const Found found = find_line(line);
    if (found == Found::end) {
      if (!std::exchange(read_error_, false)) return std::nullopt;
      ++line_;
      return failure({}, 0, fmt::format("the input cannot be read on: {}", std::strerror(errno)), "", "");
    }
    if (found == Found::too_long) {
      return failure({}, 0, fmt::format("the line is longer than {} bytes", max_line_), "",
                     "split the text into articles");
    }
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (trim_ascii(line).empty()) continue;
    return parse(line);
  }
}

JsonlLine JsonlReader::failure(std::string_view line, std::size_t offset, std::string what,
                               std::string fragment, std::string advice) const {
  JsonlFailure out;
  out.error.path = path_;
  out.error.line = line_;
  out.error.column = characters_in(line.substr(0, offset)) + 1;
  out.error.what = std::move(what);
  out.error.fragment = std::move(fragment);
  out.error.advice = std::move(advice);
  out.id = id_of_broken(line);
  return tl::unexpected(std::move(out));
}

JsonlLine JsonlReader::parse(std::string_view line) {
  simdjson::dom::element root;
  if (const auto problem = parser_->dom.parse(line.data(), line.size(), false).get(root)) {
    const std::size_t bad = problem == simdjson::UTF8_ERROR ? first_invalid_utf8(line) : line.size();
    if (bad < line.size()) {
      return failure(line, bad, "invalid UTF-8",
                     fmt::format("byte 0x{:02X}", static_cast<unsigned char>(line[bad])),
                     "JSON lines are UTF-8: convert the file first");
    }
    return failure(line, 0, "this is not valid JSON", excerpt(line), form);
  }
  simdjson::dom::object object;
  if (root.get(object)) return failure(line, 0, "this is not a JSON object", excerpt(line), form);
  JsonlRecord record;
  record.line = line_;
  bool has_text = false;
  std::string_view wrong;  // a field of a wrong type
  for (const auto& [key, value] : object) {
    std::string_view string;
    const bool is_string = !value.get(string);
    if (key == "text") {
      has_text = is_string;
      wrong = is_string ? wrong : key;
      record.text = string;
    } else if (key == "lang") {
      wrong = is_string || value.is_null() ? wrong : key;
      record.lang = string;
    } else if (key == "id") {
      wrong = is_string || value.is_number() || value.is_null() ? wrong : key;
      if (is_string || value.is_number()) {
        record.id = {is_string ? std::string(string) : simdjson::minify(value), !is_string};
      }
    }
  }
  if (!wrong.empty() || !has_text) {
    const std::string what = wrong.empty() ? "the object has no \"text\""
                                           : fmt::format("\"{}\" is not {}", wrong,
                                                         wrong == "id" ? "a string or a number" : "a string");
    JsonlLine out = failure(line, 0, what, excerpt(line), form);
    out.error().id = record.id;
    return out;
  }
  return record;
}

}  // namespace selon
