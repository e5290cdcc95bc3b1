#include "document/load.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <utility>

#include "document/block_kinds.h"
#include "document/encoding.h"
#include "document/foreign.h"
#include "document/html.h"
#include "document/markdown.h"
#include "document/nitf.h"
#include "document/sha256.h"

namespace selon {

namespace {

Error problem(const std::string& path, std::string what, std::string advice) {
  Error error;
  error.path = path;
  error.what = std::move(what);
  error.advice = std::move(advice);
  return error;
}

Error cannot_read(const std::string& path, int code) {
  if (code == ENOENT) return problem(path, "there is no such file", "check its name");
  if (code == EACCES) return problem(path, "the file may not be read", "ask for its read permission");
  if (code == EISDIR) {
    return problem(path, "this is a directory", "name the articles in it, as in DIR/*.txt");
  }
  return problem(path, fmt::format("the file cannot be read: {}", std::strerror(code)), "");
}

Error too_large(const std::string& path, std::size_t max_bytes) {
  return problem(path, fmt::format("larger than {} MB", max_bytes / (1024 * 1024)),
                 "split it into articles, or give one JSON object a line with --input jsonl");
}

/// A file descriptor that is closed at the end, but for standard input.
class InputFile {
 public:
  explicit InputFile(const std::string& path)
      : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~InputFile() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// The text from its first character on that is no white space.
std::string_view first_text(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

bool shows_html(std::string_view text) {
  const std::string head = lower_ascii(first_text(text).substr(0, 200));
  constexpr std::array<std::string_view, 8> starts = {"<!doctype html", "<html", "<head", "<body",
                                                      "<article",       "<main", "<div",  "<p"};
  for (const std::string_view start : starts) {
    const char after = head.size() > start.size() ? head[start.size()] : ' ';
    if (head.starts_with(start) && !(after >= 'a' && after <= 'z')) return true;
  }
  return (head.starts_with("<!--") || head.starts_with("<?xml")) &&
         lower_ascii(text.substr(0, 4096)).find("<html") != std::string::npos;
}

bool shows_jsonl(std::string_view text) {
  std::string_view line = first_text(text);
  line = line.substr(0, line.find('\n'));
  if (!line.starts_with('{')) return false;
  return first_text(line.substr(1)).starts_with('"') && line.find("\"text\"") != std::string_view::npos;
}

bool shows_markdown(std::string_view text) {
  if (text.starts_with("---\n") || text.starts_with("---\r\n")) return true;
  const std::string_view start = first_text(text);
  return start.starts_with("# ") || start.starts_with("## ");
}

}  // namespace

Expected<std::string> read_bytes(const std::string& path, std::size_t max_bytes) {
  const InputFile file(path);
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return tl::unexpected(cannot_read(path, errno));
  if (S_ISDIR(status.st_mode)) return tl::unexpected(cannot_read(path, EISDIR));
  const auto told = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : std::size_t{0};
  if (told > max_bytes) return tl::unexpected(too_large(path, max_bytes));
  // One byte more than told shows the end of the file without growing the buffer.
  std::string bytes(std::max<std::size_t>(told + 1, 64 * 1024), '\0');
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(2 * size);
    const ssize_t got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(cannot_read(path, errno));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > max_bytes) return tl::unexpected(too_large(path, max_bytes));
  }
  bytes.resize(size);
  return bytes;
}

Expected<FurnitureRules>& Loader::furniture() {
  if (!furniture_) furniture_ = FurnitureRules::compile(*pack_);
  return *furniture_;
}

Expected<Document> Loader::file(const std::string& path, const LoadOptions& options) {
  auto content = read_bytes(path, options.max_bytes);
  if (!content) return tl::unexpected(content.error());
  return bytes(std::move(*content), path, options);
}

Expected<Document> Loader::bytes(std::string bytes, const std::string& path, const LoadOptions& options) {
  if (bytes.size() > options.max_bytes) return tl::unexpected(too_large(path, options.max_bytes));
  if (bytes.empty()) return tl::unexpected(problem(path, "the file is empty", "give an article"));
  if (auto refusal = refuse_foreign(bytes, path)) return tl::unexpected(std::move(*refusal));
  std::string sha256 = sha256_hex(bytes);
  auto format = options.format ? options.format : format_of_name(path);
  if (!format && shows_nitf(bytes)) format = Format::nitf;
  const bool may_declare = format == Format::html || format == Format::nitf || (!format && shows_html(bytes));
  const std::string charset = may_declare ? declared_charset(bytes) : "";
  // Zero bytes are refused before an encoding is guessed for them, but for those of UTF-16.
  if (utf16_order(bytes) == Utf16::no) {
    if (auto refusal = refuse_binary(bytes, path)) return tl::unexpected(std::move(*refusal));
  }
  auto text = to_utf8(std::move(bytes), charset, path);
  if (!text) return tl::unexpected(text.error());
  if (auto refusal = refuse_binary(*text, path)) return tl::unexpected(std::move(*refusal));
  // Offsets have 32 bits; UTF-8 can be three times the size of the file.
  if (text->size() >= std::numeric_limits<std::uint32_t>::max()) {
    return tl::unexpected(too_large(path, std::numeric_limits<std::uint32_t>::max()));
  }
  if (!format) format = format_of_content(*text);
  auto document = parse(std::move(*text), path, *format);
  if (!document) return document;
  document->sha256 = std::move(sha256);
  if (document->blocks.empty()) {
    return tl::unexpected(problem(path, "the file holds no text", "give an article"));
  }
  return document;
}

Expected<Document> Loader::parse(std::string text, const std::string& path, Format format) {
  if (format == Format::jsonl) {
    return tl::unexpected(problem(path, "JSON lines hold many documents, and one is wanted here",
                                  "read them with extract --input jsonl --format jsonl"));
  }
  if (format == Format::html) return parse_html(std::move(text), path, *pack_);
  auto& rules = furniture();
  if (!rules) return tl::unexpected(rules.error());
  if (format == Format::markdown) return parse_markdown(std::move(text), path, *rules);
  if (format == Format::nitf) return parse_nitf(std::move(text), path, *rules);
  Document document = this->text(std::move(text));
  document.path = path;
  return document;
}

Document Loader::text(std::string text) {
  Document document;
  document.format = Format::text;
  document.text = std::move(text);
  FurnitureRules none;
  auto& rules = furniture();
  document.blocks = text_blocks(document.text, rules ? *rules : none);
  document.headline = headline_text(document.text, document.blocks);
  return document;
}

Expected<Document> load_file(const std::string& path, const Pack& pack, const LoadOptions& options) {
  return Loader(pack).file(path, options);
}

Expected<Document> load_bytes(std::string bytes, const std::string& path, const Pack& pack,
                              const LoadOptions& options) {
  return Loader(pack).bytes(std::move(bytes), path, options);
}

Document load_text(std::string text, const Pack& pack) { return Loader(pack).text(std::move(text)); }

std::optional<Format> format_of_name(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return std::nullopt;
  const std::string extension = lower_ascii(path.substr(dot + 1));
  if (extension == "txt" || extension == "text") return Format::text;
  if (extension == "html" || extension == "htm" || extension == "xhtml") return Format::html;
  if (extension == "md" || extension == "markdown" || extension == "mdown") return Format::markdown;
  if (extension == "nitf") return Format::nitf;
  if (extension == "jsonl" || extension == "ndjson") return Format::jsonl;
  return std::nullopt;
}

Format format_of_content(std::string_view text) {
  if (shows_nitf(text)) return Format::nitf;
  if (shows_html(text)) return Format::html;
  if (shows_jsonl(text)) return Format::jsonl;
  return shows_markdown(text) ? Format::markdown : Format::text;
}

}  // namespace selon
