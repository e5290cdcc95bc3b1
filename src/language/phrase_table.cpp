#include "language/phrase_table.h"

#include "rules/hash.h"

namespace selon {

namespace {

constexpr std::size_t beginning_words = 1024;  // of 64 bits each

std::string_view first_word_of(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

std::uint64_t beginning_bit(std::string_view word) { return hash_of(word, 0) % (beginning_words * 64); }

}  // namespace

bool PhraseTable::has_bit(std::span<const std::uint64_t> bits, std::string_view word) {
  const std::uint64_t bit = beginning_bit(word);
  return !bits.empty() && (bits[bit / 64] >> bit % 64 & 1u) != 0;
}

std::uint32_t PhraseTable::find(std::string_view phrase) const {
  if (slots_.empty()) {
    return no_index;
  }
  const std::uint64_t hash = hash_of(phrase, 0);
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != no_index) {
    const Entry& found = entries_[slots_[slot]];
    if (found.hash == hash && text(found) == phrase) {
      return slots_[slot];
    }
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return no_index;
}

void PhraseTable::write(FlatWriter& writer) const {
  writer.put(pool_);
  writer.put(entries_);
  writer.put(slots_);
  writer.put(beginnings_);
  writer.put(going_on_);
}

PhraseTable PhraseTable::read(FlatReader& reader) {
  PhraseTable out;
  out.pool_ = reader.take<char>();
  out.entries_ = reader.take<Entry>();
  out.slots_ = reader.take<std::uint32_t>();
  out.beginnings_ = reader.take<std::uint64_t>();
  out.going_on_ = reader.take<std::uint64_t>();
  return out;
}

PhraseTable PhraseTableBuilder::table() const {
  PhraseTable out;
  out.pool_ = pool_;
  out.entries_ = entries_;
  out.slots_ = slots_;
  out.beginnings_ = beginnings_;
  out.going_on_ = going_on_;
  return out;
}

void PhraseTableBuilder::rehash(std::size_t slots) {
  slots_.assign(slots, no_index);
  const PhraseTable known = table();
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    // Only the first entry of each phrase has a slot; the others hang on it.
    std::size_t slot = entries_[i].hash & (slots - 1);
    bool hangs = false;
    while (slots_[slot] != no_index && !hangs) {
      const PhraseTable::Entry& other = entries_[slots_[slot]];
      hangs = other.hash == entries_[i].hash && known.text(other) == known.text(entries_[i]);
      slot = hangs ? slot : (slot + 1) & (slots - 1);
    }
    if (!hangs) {
      slots_[slot] = i;
    }
  }
}

void PhraseTableBuilder::reserve(std::size_t phrases) {
  std::size_t slots = 64;
  while (slots < phrases * 2) {
    slots *= 2;
  }
  entries_.reserve(phrases);
  pool_.reserve(phrases * 20);
  rehash(slots);
}

void PhraseTableBuilder::add(std::string_view phrase, std::uint32_t value) {
  if ((entries_.size() + 1) * 2 > slots_.size()) {
    rehash(slots_.empty() ? 64 : slots_.size() * 2);
  }
  const PhraseTable known = table();
  PhraseTable::Entry entry;
  entry.hash = hash_of(phrase, 0);
  entry.value = value;
  const auto index = static_cast<std::uint32_t>(entries_.size());
  std::size_t slot = entry.hash & (slots_.size() - 1);
  while (slots_[slot] != no_index) {
    PhraseTable::Entry& other = entries_[slots_[slot]];
    if (other.hash == entry.hash && known.text(other) == phrase) {
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
  pool_.insert(pool_.end(), phrase.begin(), phrase.end());
  slots_[slot] = index;
  entries_.push_back(entry);
  beginnings_.resize(beginning_words);
  going_on_.resize(beginning_words);
  const std::string_view first = first_word_of(phrase);
  const std::uint64_t bit = beginning_bit(first);
  beginnings_[bit / 64] |= std::uint64_t{1} << bit % 64;
  going_on_[bit / 64] |= std::uint64_t{first.size() < phrase.size()} << bit % 64;
}

}  // namespace selon
