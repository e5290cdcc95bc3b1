#include "verify/kept_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <utility>
#include <vector>

#include "base/file_replacement.h"
#include "document/load.h"
#include "document/sha256.h"
#include "rules/prepared.h"

namespace selon {

namespace {

constexpr std::string_view magic = "selon index of sources 1\n";
constexpr std::size_t digest_size = 64;

/// The next line, without its end; nothing where there is no whole one.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string KeptTexts::key_of(std::string_view bytes, std::string_view path) {
  const auto format = format_of_name(path);
  return fmt::format("{}.{}", sha256_hex(bytes), format ? static_cast<int>(*format) : -1);
}

Expected<KeptTexts> KeptTexts::open(std::string path, const Pack& pack, std::string_view version) {
  KeptTexts made;
  made.head_ =
      fmt::format("{}selon {}, pack {} {}\n", magic, version, pack.lang, sha256_hex(encode_payload(pack)));
  made.path_ = std::move(path);
  std::error_code failed;
  const auto status = std::filesystem::status(made.path_, failed);
  if (!std::filesystem::exists(status)) return made;
  const Error no_index{made.path_, 0,
                       0,          "the file is no index of sources, and isn't written over",
                       "",         "give another name after --index"};
  if (!std::filesystem::is_regular_file(status)) return tl::unexpected(no_index);  // a pipe never ends
  const auto bytes = read_bytes(made.path_, std::numeric_limits<std::size_t>::max());
  if (!bytes) return tl::unexpected(bytes.error());
  std::string_view rest = *bytes;
  if (!rest.empty() && !rest.starts_with(magic)) {
    return tl::unexpected(no_index);
  }
  made.changed_ = true;
  if (rest.empty()) return made;
  if (!rest.starts_with(made.head_)) {
    made.note_ = "of another version of selon or of its rules";
    return made;
  }
  rest.remove_prefix(made.head_.size());
  const auto digest = take_line(rest);
  if (!digest || digest->size() != digest_size || *digest != sha256_hex(rest) || !made.read(rest)) {
    made.texts_.clear();
    made.note_ = "damaged";
    return made;
  }
  made.changed_ = false;
  return made;
}

bool KeptTexts::read(std::string_view rest) {
  while (!rest.empty()) {  // "KEY FOREIGN SIZE\n", the text
    const auto line = take_line(rest);
    if (!line) return false;
    const std::size_t first = line->find(' ');
    const std::size_t second = line->find(' ', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos) return false;
    std::size_t size = 0;
    const std::string_view digits = line->substr(second + 1);
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (wrong != std::errc() || end != digits.data() + digits.size() || size > rest.size()) return false;
    KeptText& kept = texts_[std::string(line->substr(0, first))];
    kept.text = rest.substr(0, size);
    kept.foreign = line->substr(first + 1, second - first - 1) == "1";
    rest.remove_prefix(size);
  }
  return true;
}

const KeptText* KeptTexts::find(const std::string& key) {
  const auto known = texts_.find(key);
  if (known == texts_.end()) return nullptr;
  known->second.used = true;
  return &known->second;
}

void KeptTexts::keep(const std::string& key, std::string_view text, bool foreign) {
  texts_[key] = {std::string(text), foreign, true};
  changed_ = true;
}

std::optional<Error> KeptTexts::save(Unused unused) const {
  std::vector<const std::pair<const std::string, KeptText>*> saved;
  for (const auto& text : texts_) {
    if (text.second.used || unused == Unused::kept) saved.push_back(&text);
  }
  if (!changed_ && saved.size() == texts_.size()) return std::nullopt;
  std::ranges::sort(saved, {}, [](const auto* text) { return text->first; });
  std::string payload;
  for (const auto* text : saved) {
    payload += fmt::format("{} {} {}\n", text->first, text->second.foreign ? 1 : 0, text->second.text.size());
    payload += text->second.text;
  }
  auto error = replace_file(path_, head_ + sha256_hex(payload) + "\n" + payload);
  if (error) error->what = "the index can't be written";
  return error;
}

}  // namespace selon
