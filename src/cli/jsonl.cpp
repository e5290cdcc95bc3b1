#include "cli/jsonl.h"

#include <fmt/format.h>
#include <poll.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace selon {

namespace {

constexpr std::size_t chunk_bytes = 256 * 1024;

bool would_wait(int descriptor) {
  pollfd asked{descriptor, POLLIN, 0};
  return ::poll(&asked, 1, 0) == 0;
}

}  // namespace

/// Reads one chunk more. False at the end, or on an error.
bool LineReader::fill() {
  if (start_ > 0) {
    buffer_.erase(0, start_);
    scanned_ -= start_;
    start_ = 0;
  }
  if (before_waiting_ && would_wait(descriptor_)) {
    before_waiting_();
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + chunk_bytes);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + size, chunk_bytes);
  } while (got < 0 && errno == EINTR);
  error_ = got < 0 ? errno : 0;
  buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  ended_ = got <= 0;
  return !ended_;
}

LineReader::Result LineReader::next(std::string_view& line) {
  bool skipping = false;
  while (true) {
    const void* found = std::memchr(buffer_.data() + scanned_, '\n', buffer_.size() - scanned_);
    if (found != nullptr) {
      const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
      line = std::string_view(buffer_).substr(start_, end - start_);
      start_ = scanned_ = end + 1;
      return skipping ? Result::too_long : Result::line;
    }
    scanned_ = buffer_.size();
    if (skipping || buffer_.size() - start_ > longest_line) {
      skipping = true;  // the rest of the line is read and dropped
      start_ = buffer_.size();
    }
    if (ended_ || !fill()) {
      break;
    }
  }
  if (error_ != 0) {
    return Result::error;
  }
  if (skipping) {
    return Result::too_long;
  }
  if (start_ == buffer_.size()) {
    return Result::end;
  }
  line = std::string_view(buffer_).substr(start_);
  start_ = scanned_ = buffer_.size();
  return Result::line;
}

struct JsonlParser::State {
  simdjson::dom::parser parser;
};

JsonlParser::JsonlParser() : state_(std::make_unique<State>()) {}
JsonlParser::~JsonlParser() = default;

tl::expected<JsonlRecord, JsonlMistake> JsonlParser::parse(std::string_view line) {
  JsonlRecord record;
  const auto mistake = [&](std::string what) {
    return tl::unexpected(JsonlMistake{std::move(record.id_json), std::move(what)});
  };
  simdjson::dom::element element;
  if (const auto error = state_->parser.parse(line.data(), line.size(), true).get(element)) {
    return mistake(std::string("no JSON: ") + simdjson::error_message(error));
  }
  simdjson::dom::object object;
  if (element.get(object) != simdjson::SUCCESS) {
    return mistake("no JSON object; write {\"id\": …, \"lang\": …, \"text\": …}");
  }
  simdjson::dom::element id;
  if (object["id"].get(id) == simdjson::SUCCESS && !id.is_null()) {
    if (!id.is_string() && !id.is_number()) {
      return mistake("“id” is neither a string nor a number");
    }
    record.id_json = simdjson::minify(id);
    record.id = id.is_string() ? std::string(id.get_string().value_unsafe()) : record.id_json;
  }
  simdjson::dom::element lang;
  if (object["lang"].get(lang) == simdjson::SUCCESS && !lang.is_null()) {
    std::string_view code;
    if (lang.get(code) != simdjson::SUCCESS) {
      return mistake("“lang” is no string");
    }
    record.lang = std::string(code.substr(0, code.find('-')));
  }
  for (const auto& [name, field] :
       {std::pair("url", &JsonlRecord::url), std::pair("published", &JsonlRecord::published),
        std::pair("modified", &JsonlRecord::modified)}) {
    simdjson::dom::element value;
    std::string_view words;
    if (object[name].get(value) != simdjson::SUCCESS || value.is_null()) {
      continue;
    }
    if (value.get(words) != simdjson::SUCCESS) {
      return mistake(fmt::format("“{}” is no string", name));
    }
    record.*field = std::string(words);
  }
  std::string_view text;
  const auto error = object["text"].get(text);
  if (error != simdjson::SUCCESS) {
    return mistake(error == simdjson::NO_SUCH_FIELD ? "“text” is missing" : "“text” is no string");
  }
  record.text = std::string(text);
  return record;
}

}  // namespace selon
