#include "verify/source_texts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "document/encoding.h"
#include "document/foreign.h"
#include "rules/utf8.h"

namespace selon {

namespace {

constexpr std::uint32_t stretch = 1u << 16;
/// Fewer words don't tell a language.
constexpr std::size_t telling_bytes = 120;

bool is_foreign(std::string_view text, const Pack& pack) {
  if (text.size() < telling_bytes) return false;
  const std::array<const Pack*, 1> packs = {&pack};
  return guess_language(text, packs).empty();
}

/// The text of a plain file, or nothing where it is of another format or can't be taken as it is:
/// then the loader says what to do with it.
bool is_plain(std::string_view bytes, const std::string& path) {
  const auto named = format_of_name(path);
  if (named && *named != Format::text) return false;
  if (bytes.empty() || refuse_foreign(bytes, path) || utf16_order(bytes) != Utf16::no) return false;
  return named == Format::text || format_of_content(bytes) == Format::text;
}

}  // namespace

const Document* SourceDocument::get(std::string_view text) const {
  if (loader_ != nullptr) {
    auto document = loader_->file(path_, {});
    // A file that was changed within the run is told as the text that was verified.
    if (document && document->text == text) document_ = std::make_unique<Document>(std::move(*document));
    loader_ = nullptr;
  }
  return document_.get();
}

std::optional<Error> SourceTexts::add_file(const std::string& path) {
  auto bytes = read_bytes(path, LoadOptions().max_bytes);
  if (!bytes) return bytes.error();
  if (!is_plain(*bytes, path) || refuse_binary(*bytes, path)) return add_document(std::move(*bytes), path);
  auto text = to_utf8(std::move(*bytes), "", path);
  if (!text) return text.error();
  if (text->size() >= std::numeric_limits<std::uint32_t>::max()) {
    return Error{path, 0, 0, "larger than 4 GB as UTF-8", "", "split it"};
  }
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    return Error{path, 0, 0, "the file holds no text", "", "give a transcript, a dispatch, an interview"};
  }
  add_text(std::move(*text), path);
  return std::nullopt;
}

std::optional<Error> SourceTexts::add_document(std::string bytes, const std::string& path) {
  SourceText source;
  source.path = path;
  const std::string key = kept_ != nullptr ? KeptTexts::key_of(bytes, path) : "";
  if (const KeptText* kept = kept_ != nullptr ? kept_->find(key) : nullptr) {
    source.text = kept->text;
    source.foreign = kept->foreign;
    source.parts = SourceDocument(*loader_, path);
    add(std::move(source));
    return std::nullopt;
  }
  auto document = loader_->bytes(std::move(bytes), path, {});
  if (!document) return document.error();
  source.foreign = is_foreign(document->text, *pack_);
  source.text = document->text;
  if (kept_ != nullptr) kept_->keep(key, source.text, source.foreign);
  source.parts = SourceDocument(std::move(*document));
  add(std::move(source));
  return std::nullopt;
}

void SourceTexts::add_text(std::string text, std::string path) {
  SourceText source;
  source.path = std::move(path);
  source.foreign = is_foreign(text, *pack_);
  source.text = std::move(text);
  add(std::move(source));
}

void SourceTexts::add(SourceText source) {
  sources_.push_back(std::move(source));
  lines_.emplace_back();
}

std::vector<std::string_view> SourceTexts::texts() const {
  std::vector<std::string_view> views;
  views.reserve(sources_.size());
  for (const SourceText& source : sources_) views.emplace_back(source.text);
  return views;
}

FilePlace SourceTexts::place(std::uint32_t source, std::uint32_t at) const {
  const SourceText& where = sources_[source];
  if (const Document* document = where.document()) return PlaceFinder(*document).at(at);
  const std::string_view text = where.text;
  std::vector<std::uint32_t>& before = lines_[source].before;
  if (before.empty()) {
    std::uint32_t count = 0;
    for (std::size_t start = 0; start <= text.size(); start += stretch) {
      before.push_back(count);
      count += static_cast<std::uint32_t>(std::ranges::count(text.substr(start, stretch), '\n'));
    }
  }
  const std::uint32_t start = at / stretch * stretch;
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(text.substr(start, at - start), '\n'));
  const std::size_t line_end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t line_start = line_end == std::string_view::npos ? 0 : line_end + 1;
  return {before[at / stretch] + lines + 1,
          static_cast<std::uint32_t>(count_characters(text.substr(line_start, at - line_start))) + 1};
}

}  // namespace selon
