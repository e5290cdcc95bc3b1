#include "rules/regex_store.h"

#include <algorithm>
#include <cstring>

#include "rules/hash.h"

namespace selon {

namespace {

constexpr std::string_view magic = "selonre5";  // the last sign is the version of the layout
constexpr std::size_t alignment = 8;            // of a compiled expression, as PCRE2 asks for

struct StoreHeader {
  char magic[8] = {};
  std::uint64_t fingerprint = 0;
  std::uint64_t checksum = 0;
  std::uint64_t count = 0;
};

/// Before each expression or table: its key, then itself, both padded.
struct StoredSizes {
  std::uint32_t key = 0;
  std::uint32_t code = 0;
};

std::string key_of(std::string_view text, const RegexOptions& options) {
  std::string key;
  for (const bool option :
       {options.utf, options.caseless, options.ucp, options.dot_all, options.duplicate_names}) {
    key.push_back(option ? '1' : '0');
  }
  return key.append(text);
}

std::size_t padded(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

void put(std::string& out, std::string_view bytes) {
  out += bytes;
  out.resize(padded(out.size()));
}

}  // namespace

std::string RegexStore::encode(std::uint64_t fingerprint) const {
  std::string payload;
  for (const auto& [key, code] : added_) {
    const StoredSizes sizes{static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(code.size())};
    put(payload, {reinterpret_cast<const char*>(&sizes), sizeof sizes});
    put(payload, key);
    put(payload, code);
  }
  StoreHeader header;
  std::memcpy(header.magic, magic.data(), sizeof header.magic);
  header.fingerprint = fingerprint;
  header.checksum = hash_of(payload, 0);
  header.count = added_.size();
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + payload;
}

std::shared_ptr<const RegexStore> RegexStore::without_tables(std::shared_ptr<const RegexStore> store) {
  if (store == nullptr) {
    return nullptr;
  }
  auto out = std::make_shared<RegexStore>();
  out->under_ = std::move(store);
  return out;
}

std::shared_ptr<const RegexStore> RegexStore::decode(MappedFile file, std::uint64_t fingerprint) {
  const std::string_view bytes = file.bytes();
  StoreHeader header;
  if (bytes.size() < sizeof header) {
    return nullptr;
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  const std::string_view payload = bytes.substr(sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != magic || header.fingerprint != fingerprint ||
      header.checksum != hash_of(payload, 0)) {
    return nullptr;
  }
  auto store = std::make_shared<RegexStore>();
  store->file_ = std::move(file);
  std::string_view rest = payload;
  const auto take = [&rest](std::size_t size) {
    const std::string_view taken = rest.substr(0, size);
    rest.remove_prefix(std::min(padded(size), rest.size()));
    return taken;
  };
  for (std::uint64_t i = 0; i < header.count; ++i) {
    StoredSizes sizes;
    if (rest.size() < sizeof sizes) {
      return nullptr;
    }
    std::memcpy(&sizes, take(sizeof sizes).data(), sizeof sizes);
    if (rest.size() < padded(sizes.key) + padded(sizes.code)) {
      return nullptr;
    }
    const std::string_view key = take(sizes.key);
    store->found_.emplace_back(key, take(sizes.code));
  }
  return store;
}

std::optional<Regex> RegexStore::find(std::string_view text, RegexOptions options) const {
  const std::string_view code = look_up(key_of(text, options));
  return code.empty() ? std::nullopt : Regex::decode(code, options);
}

// No expression has such a key: theirs begin with a digit.
std::string RegexStore::table_key(std::string_view name) { return "table " + std::string(name); }

std::string_view RegexStore::look_up(std::string_view key) const {
  if (under_ != nullptr) {
    return under_->look_up(key);
  }
  const auto found =
      std::ranges::lower_bound(found_, key, {}, &std::pair<std::string_view, std::string_view>::first);
  return found == found_.end() || found->first != key ? std::string_view() : found->second;
}

void RegexStore::add(std::string_view text, RegexOptions options, const Regex& regex) {
  added_.emplace(key_of(text, options), regex.encode());
}

}  // namespace selon
