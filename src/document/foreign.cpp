#include "document/foreign.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "document/encoding.h"

namespace selon {

namespace {

struct ForeignFormat {
  std::string_view name;
  std::string_view advice;  ///< "{0}" is the file, "{1}" the file without its extension
};

constexpr std::string_view by_pandoc = "convert it first: pandoc \"{0}\" -o \"{1}.md\"";
constexpr std::string_view by_office = "convert it first: soffice --headless --convert-to html \"{0}\"";
constexpr std::string_view by_xmlstarlet =
    "convert it first: xmlstarlet sel -T -t -m \"//*[local-name()='p']\" -v . -n -n \"{0}\" > \"{1}.txt\"";
constexpr std::string_view not_text = "give an article as plain text, HTML, Markdown or JSON lines";

bool holds(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

ForeignFormat archive_format(std::string_view bytes) {
  // Names of the parts stand in the local headers at the start and in the directory at the end.
  const std::string_view end = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 64 * 1024));
  const auto has = [&](std::string_view part) {
    return holds(bytes.substr(0, 4096), part) || holds(end, part);
  };
  if (has("vnd.oasis.opendocument.text")) return {"an OpenDocument text (ODT)", by_pandoc};
  if (has("word/document")) return {"a Word document (DOCX)", by_pandoc};
  if (has("application/epub+zip")) return {"an e-book (EPUB)", by_pandoc};
  return {"a ZIP archive", "unpack it and give the article inside"};
}

std::optional<ForeignFormat> xml_format(std::string_view head) {
  if (holds(head, "<newsItem") || holds(head, "<newsMessage") || holds(head, "<packageItem")) {
    return ForeignFormat{"a NewsML-G2 article", by_xmlstarlet};
  }
  if (holds(head, "<NewsML")) return ForeignFormat{"a NewsML 1 article", by_xmlstarlet};
  return std::nullopt;
}

std::optional<ForeignFormat> foreign_format(std::string_view bytes) {
  struct Magic {
    std::string_view start;
    ForeignFormat format;
  };
  static constexpr std::array<Magic, 9> magics = {{
      {"%PDF-", {"a PDF file", "convert it first: pdftotext -layout \"{0}\" \"{1}.txt\""}},
      {"{\\rtf", {"a Rich Text (RTF) file", by_pandoc}},
      {"\xD0\xCF\x11\xE0", {"an old Word or Office document (DOC)", by_office}},
      {"\x89PNG", {"a picture (PNG)", not_text}},
      {"\xFF\xD8\xFF", {"a picture (JPEG)", not_text}},
      {"GIF8", {"a picture (GIF)", not_text}},
      {"\x1F\x8B", {"a gzip archive", "unpack it first: gunzip \"{0}\""}},
      {"SQLite format 3",
       {"an SQLite database", "to ask the claims database, use selon claims --db \"{0}\""}},
      {"\x7F"
       "ELF",
       {"a program", not_text}},
  }};
  if (bytes.starts_with("PK\x03\x04")) return archive_format(bytes);
  for (const auto& [start, format] : magics) {
    if (bytes.starts_with(start)) return format;
  }
  const std::string_view head = bytes.substr(0, 2048);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || head[first] != '<') return std::nullopt;
  return xml_format(head);
}

}  // namespace

std::optional<Error> refuse_foreign(std::string_view bytes, const std::string& path) {
  const auto format = foreign_format(bytes);
  if (!format) return std::nullopt;
  const std::size_t dot = path.find_last_of("./");
  const bool has_extension = dot != std::string::npos && dot > 0 && path[dot] == '.';
  Error error;
  error.path = path;
  error.what = fmt::format("this is {}, which selon does not read yet", format->name);
  error.advice = fmt::format(fmt::runtime(format->advice), path, has_extension ? path.substr(0, dot) : path);
  return error;
}

std::optional<Error> refuse_binary(std::string_view text, const std::string& path) {
  const std::size_t zero = text.find('\0');
  const std::string_view sample = text.substr(0, 64 * 1024);
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B;
  });
  if (zero == std::string_view::npos && static_cast<std::size_t>(controls) <= sample.size() / 50) {
    return std::nullopt;
  }
  Error error = zero == std::string_view::npos ? Error{} : error_at(text, zero, path);
  error.path = path;
  error.what = "this is binary data, not text";
  error.fragment = zero == std::string_view::npos ? "" : std::string(1, '\0');
  error.advice = std::string(not_text);
  return error;
}

}  // namespace selon
