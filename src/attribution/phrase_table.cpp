#include "attribution/phrase_table.h"

#include "attribution/name_fold.h"

namespace selon {

std::size_t PhraseTable::hash_bit(std::string_view word) { return hash_of(word) & (beginning_bits - 1); }

void PhraseTable::rehash(std::size_t slots) {
  slots_.assign(slots, no_index);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    // Only the first entry of each phrase has a slot; the others hang on it.
    std::size_t slot = entries_[i].hash & (slots - 1);
    bool hangs = false;
    while (slots_[slot] != no_index && !hangs) {
      const Entry& other = entries_[slots_[slot]];
      hangs = other.hash == entries_[i].hash && text(other) == text(entries_[i]);
      slot = hangs ? slot : (slot + 1) & (slots - 1);
    }
    if (!hangs) {
      slots_[slot] = i;
    }
  }
}

void PhraseTable::reserve(std::size_t phrases) {
  std::size_t slots = 64;
  while (slots < phrases * 2) {
    slots *= 2;
  }
  entries_.reserve(phrases);
  pool_.reserve(phrases * 20);
  rehash(slots);
}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  if ((entries_.size() + 1) * 2 > slots_.size()) {
    rehash(slots_.empty() ? 64 : slots_.size() * 2);
  }
  Entry entry;
  entry.hash = hash_of(phrase);
  entry.value = value;
  const auto index = static_cast<std::uint32_t>(entries_.size());
  std::size_t slot = entry.hash & (slots_.size() - 1);
  while (slots_[slot] != no_index) {
    Entry& other = entries_[slots_[slot]];
    if (other.hash == entry.hash && text(other) == phrase) {
      entry.text = other.text;
      entry.size = other.size;
      entry.next = other.next;
      other.next = index;
      entries_.push_back(entry);
      return;
    }
    slot = (slot + 1) & (slots_.size() - 1);
  }
  entry.text = static_cast<std::uint32_t>(pool_.size());
  entry.size = static_cast<std::uint32_t>(phrase.size());
  pool_ += phrase;
  slots_[slot] = index;
  entries_.push_back(entry);
  beginnings_.set(hash_bit(first_word(phrase)));
}

std::uint32_t PhraseTable::find(std::string_view phrase) const {
  if (slots_.empty()) {
    return no_index;
  }
  const std::uint64_t hash = hash_of(phrase);
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != no_index) {
    const Entry& entry = entries_[slots_[slot]];
    if (entry.hash == hash && text(entry) == phrase) {
      return slots_[slot];
    }
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return no_index;
}

}  // namespace selon
