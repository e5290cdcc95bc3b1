// Arrays in a row of bytes, as a prepared file holds them: each begins at a multiple of
// eight, behind its count, and is read where it lies, in native byte order.
//
//   FlatWriter writer; writer.put<Entry>(entries);
//   FlatReader reader(bytes); const std::span<const Entry> entries = reader.take<Entry>();
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace selon {

class FlatWriter {
 public:
  /// `Item` has no padding: its bytes would be those of the memory.
  template <class Item>
  void put(std::span<const Item> items) {
    static_assert(std::has_unique_object_representations_v<Item> && alignof(Item) <= 8);
    const std::uint64_t count = items.size();
    bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
    bytes.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
    bytes.resize((bytes.size() + 7) / 8 * 8);
  }

  std::string bytes;
};

class FlatReader {
 public:
  /// The bytes begin at a multiple of eight in memory, and outlive what is taken.
  explicit FlatReader(std::string_view bytes) : rest_(bytes) {}

  /// The next array; empty, and `good` false, where the bytes don't hold it.
  template <class Item>
  [[nodiscard]] std::span<const Item> take() {
    std::uint64_t count = 0;
    if (rest_.size() < sizeof count) {
      return fail<Item>();
    }
    std::memcpy(&count, rest_.data(), sizeof count);
    rest_.remove_prefix(sizeof count);
    const std::size_t size = (count * sizeof(Item) + 7) / 8 * 8;
    if (count > rest_.size() || size > rest_.size()) {
      return fail<Item>();
    }
    const auto* start = reinterpret_cast<const Item*>(rest_.data());
    rest_.remove_prefix(size);
    return {start, static_cast<std::size_t>(count)};
  }
  /// Whether all was taken, and nothing was missing.
  [[nodiscard]] bool complete() const { return good_ && rest_.empty(); }

 private:
  template <class Item>
  std::span<const Item> fail() {
    good_ = false;
    rest_ = {};
    return {};
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace selon
