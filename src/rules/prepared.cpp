#include "rules/prepared.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <type_traits>
#include <utility>

#include "rules/hash.h"
#include "rules/names.h"
#include "rules/prepared_fields.h"

namespace selon {

namespace {

constexpr std::string_view magic = "selonpk1";  // the last sign is the version of the layout

class Writer {
 public:
  std::string bytes;

  template <class... Fields>
  void operator()(Fields&... fields) {
    (put(fields), ...);
  }

 private:
  template <class T>
  void put_raw(T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(std::string& text) {
    put_raw(static_cast<std::uint32_t>(text.size()));
    bytes += text;
  }
  template <class T>
  void put(std::vector<T>& items) {
    put_raw(static_cast<std::uint32_t>(items.size()));
    for (T& item : items) {
      put(item);
    }
  }
  template <class T>
  void put(std::optional<T>& item) {
    put_raw(static_cast<std::uint8_t>(item ? 1 : 0));
    if (item) {
      put(*item);
    }
  }
  template <class T>
  void put(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      put_raw(value);
    } else {
      fields_of(*this, value);
    }
  }
};

/// Reads what Writer wrote. After a mistake everything reads as empty, and `good` is false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  bool good = true;

  template <class... Fields>
  void operator()(Fields&... fields) {
    (get(fields), ...);
  }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  template <class T>
  T get_raw() {
    T value{};
    if (bytes_.size() < sizeof value) {
      good = false;
      bytes_ = {};
      return value;
    }
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }
  void get(std::string& text) {
    const auto size = get_raw<std::uint32_t>();
    if (size > bytes_.size()) {
      good = false;
      bytes_ = {};
      return;
    }
    text.assign(bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  template <class T>
  void get(std::vector<T>& items) {
    const auto count = get_raw<std::uint32_t>();
    if (count > bytes_.size()) {  // an item takes a byte at least
      good = false;
      bytes_ = {};
      return;
    }
    items.resize(count);
    for (T& item : items) {
      get(item);
    }
  }
  template <class T>
  void get(std::optional<T>& item) {
    if (get_raw<std::uint8_t>() == 1) {
      get(item.emplace());
    }
  }
  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      value = get_raw<std::uint8_t>() == 1;
    } else if constexpr (std::is_enum_v<T>) {
      const auto number = get_raw<std::underlying_type_t<T>>();
      good = good && number < names<T>().size();
      value = good ? static_cast<T>(number) : T{};
    } else if constexpr (std::is_arithmetic_v<T>) {
      value = get_raw<T>();
    } else {
      fields_of(*this, value);
    }
  }

  std::string_view bytes_;
};

struct Header {
  char magic[8] = {};
  std::uint64_t fingerprint = 0;
  std::uint64_t checksum = 0;
};

}  // namespace

void Fingerprint::mix(std::string_view bytes) { value_ = hash_of(bytes, value_); }

void Fingerprint::add(std::string_view name, std::string_view content) {
  mix(name);
  mix(content);
}

std::string encode_payload(Pack pack) {
  Writer writer;
  fields_of(writer, pack);
  return std::move(writer.bytes);
}

std::optional<Pack> decode_payload(std::string_view bytes) {
  Reader reader(bytes);
  std::optional<Pack> pack(std::in_place);
  fields_of(reader, *pack);
  return reader.good && reader.at_end() ? std::move(pack) : std::nullopt;
}

std::string encode_pack(const Pack& pack, const Fingerprint& fingerprint) {
  Pack named = pack;
  for (std::string& file : named.files) {
    file = std::filesystem::path(file).filename().string();
  }
  const std::string payload = encode_payload(std::move(named));
  Header header;
  std::memcpy(header.magic, magic.data(), sizeof header.magic);
  header.fingerprint = fingerprint.value();
  header.checksum = hash_of(payload, 0);
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + payload;
}

std::optional<Pack> decode_pack(std::string_view bytes, const Fingerprint& fingerprint,
                                const std::string& folder) {
  Header header;
  if (bytes.size() < sizeof header) {
    return std::nullopt;
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  bytes.remove_prefix(sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != magic ||
      header.fingerprint != fingerprint.value() || header.checksum != hash_of(bytes, 0)) {
    return std::nullopt;
  }
  std::optional<Pack> pack = decode_payload(bytes);
  if (pack) {
    for (std::string& file : pack->files) {
      file = (std::filesystem::path(folder) / file).string();
    }
  }
  return pack;
}

}  // namespace selon
