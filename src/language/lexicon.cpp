#include "language/lexicon.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace selon {

namespace lexicon_file {

std::uint64_t hash(std::string_view text) {
  std::uint64_t h = 0x9E3779B97F4A7C15ULL ^ text.size();
  const char* p = text.data();
  std::size_t left = text.size();
  while (left > 0) {
    std::uint64_t chunk = 0;
    const std::size_t n = left < 8 ? left : 8;
    std::memcpy(&chunk, p, n);
    h = (h ^ chunk) * 0xFF51AFD7ED558CCDULL;
    h ^= h >> 32;
    p += n;
    left -= n;
  }
  return h;
}

}  // namespace lexicon_file

namespace {

Error refused(const std::string& path, std::string what) {
  return {path, 0, 0, std::move(what), "", "build selon again to make its lexicon"};
}

}  // namespace

Expected<Lexicon> Lexicon::open(const std::string& path) {
  auto file = MappedFile::open(path, false);
  if (!file) {
    return tl::unexpected(refused(path, std::string("cannot open the lexicon: ") + std::strerror(errno)));
  }
  const std::string_view bytes = file->bytes();
  if (bytes.size() < sizeof(lexicon_file::Header)) {
    return tl::unexpected(refused(path, "the lexicon is cut short"));
  }
  const auto* header = reinterpret_cast<const lexicon_file::Header*>(bytes.data());
  if (std::memcmp(header->magic, lexicon_file::magic, sizeof lexicon_file::magic) != 0 ||
      header->version != lexicon_file::version) {
    return tl::unexpected(refused(path, "the lexicon is of another version"));
  }
  const std::size_t wanted = sizeof(lexicon_file::Header) + std::size_t{header->slot_count} * 4 +
                             (std::size_t{header->form_count} + 1) * sizeof(lexicon_file::Form) +
                             std::size_t{header->reading_count} * sizeof(Reading) + header->string_bytes;
  if (wanted != bytes.size()) {
    return tl::unexpected(refused(path, "the lexicon is cut short"));
  }
  Lexicon lexicon(std::move(*file));
  lexicon.header_ = header;
  const char* at = bytes.data() + sizeof(lexicon_file::Header);
  lexicon.slots_ = reinterpret_cast<const std::uint32_t*>(at);
  at += std::size_t{header->slot_count} * 4;
  lexicon.forms_ = reinterpret_cast<const lexicon_file::Form*>(at);
  at += (std::size_t{header->form_count} + 1) * sizeof(lexicon_file::Form);
  lexicon.readings_ = reinterpret_cast<const Reading*>(at);
  at += std::size_t{header->reading_count} * sizeof(Reading);
  lexicon.strings_ = at;
  return lexicon;
}

std::string_view Lexicon::string_at(std::uint32_t offset) const {
  const auto length = static_cast<unsigned char>(strings_[offset]);
  return {strings_ + offset + 1, length};
}

std::span<const Reading> Lexicon::find(std::string_view form) const {
  const std::uint32_t mask = header_->slot_count - 1;
  auto slot = static_cast<std::uint32_t>(lexicon_file::hash(form)) & mask;
  while (slots_[slot] != 0) {
    const lexicon_file::Form& candidate = forms_[slots_[slot] - 1];
    if (string_at(candidate.text) == form) {
      const lexicon_file::Form& next = forms_[slots_[slot]];
      return {readings_ + candidate.reading, next.reading - candidate.reading};
    }
    slot = (slot + 1) & mask;
  }
  return {};
}

}  // namespace selon
