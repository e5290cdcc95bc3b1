#include "document/encoding.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "document/characters.h"

namespace selon {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr const char* save_as_utf8 = "save the file as UTF-8 and try again";

/// Bytes 0x80 to 0x9F of Windows-1252; 0 where it has none.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Where ISO-8859-15 differs from ISO-8859-1.
char32_t latin_9(unsigned char byte) {
  switch (byte) {
    case 0xA4:
      return 0x20AC;
    case 0xA6:
      return 0x160;
    case 0xA8:
      return 0x161;
    case 0xB4:
      return 0x17D;
    case 0xB8:
      return 0x17E;
    case 0xBC:
      return 0x152;
    case 0xBD:
      return 0x153;
    case 0xBE:
      return 0x178;
    default:
      return byte;
  }
}

char32_t latin_1(unsigned char byte) {
  // As browsers do: who declares ISO-8859-1 and uses 0x80 to 0x9F means Windows-1252.
  if (byte >= 0x80 && byte < 0xA0 && windows_1252[byte - 0x80u] != 0) return windows_1252[byte - 0x80u];
  return byte;
}

template <class Table>
std::string from_single_bytes(std::string_view bytes, Table table) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else {
      append_character(out, table(byte));
    }
  }
  return out;
}

char32_t unit_at(std::string_view bytes, std::size_t offset, Utf16 order) {
  const auto first = static_cast<unsigned char>(bytes[offset]);
  const auto second = static_cast<unsigned char>(bytes[offset + 1]);
  return order == Utf16::little_endian ? static_cast<char32_t>(first | second << 8)
                                       : static_cast<char32_t>(first << 8 | second);
}

Expected<std::string> from_utf16(std::string_view bytes, Utf16 order, const std::string& path) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    if (i + 1 == bytes.size()) {
      Error error = error_at(out, out.size(), path);
      error.what = "the UTF-16 text ends in the middle of a character";
      error.advice = save_as_utf8;
      return tl::unexpected(error);
    }
    const char32_t unit = unit_at(bytes, i, order);
    const bool leads = unit >= 0xD800 && unit < 0xDC00;
    const char32_t next = leads && i + 3 < bytes.size() ? unit_at(bytes, i + 2, order) : 0;
    if (next >= 0xDC00 && next < 0xE000) {
      append_character(out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
      i += 2;
    } else if (unit >= 0xD800 && unit < 0xE000) {
      Error error = error_at(out, out.size(), path);
      error.what = "half a character in UTF-16 text";
      error.fragment = fmt::format("0x{:04X}", static_cast<std::uint32_t>(unit));
      error.advice = save_as_utf8;
      return tl::unexpected(error);
    } else if (unit != 0xFEFF || i > 0) {
      append_character(out, unit);
    }
  }
  return out;
}

/// By ICU's converter of that name; nothing where there is none or the bytes don't fit it.
std::optional<std::string> from_icu(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> source(ucnv_open(charset.c_str(), &status),
                                                                  &ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> target(ucnv_open("UTF-8", &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(source.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out(bytes.size() * 4 + 16, '\0');
  char* to = out.data();
  const char* from = bytes.data();
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  ucnv_convertEx(target.get(), source.get(), &to, out.data() + out.size(), &from, bytes.data() + bytes.size(),
                 pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), 1, 1, &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(to - out.data()));
  if (out.starts_with(utf8_mark)) out.erase(0, utf8_mark.size());
  return out;
}

std::string normal_name(std::string_view charset) {
  std::string out;
  for (const char c : charset) {
    if (c >= 'A' && c <= 'Z') out.push_back(static_cast<char>(c - 'A' + 'a'));
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(c);
  }
  return out;
}

std::optional<std::string> from_declared(std::string_view bytes, std::string_view charset) {
  const std::string name = normal_name(charset);
  if (name.empty() || name == "utf8") return std::nullopt;
  if (name == "iso88591" || name == "latin1" || name == "windows1252" || name == "cp1252" ||
      name == "ascii" || name == "usascii") {
    return from_single_bytes(bytes, latin_1);
  }
  if (name == "iso885915" || name == "latin9") return from_single_bytes(bytes, latin_9);
  return from_icu(bytes, std::string(charset));
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What the bytes above 0x7F look like in a text of an unnamed single-byte encoding.
struct HighBytes {
  std::size_t count = 0;
  std::size_t undefined = 0;       ///< none in Windows-1252
  std::size_t low = 0;             ///< 0x80 to 0x9F, controls in ISO-8859
  std::size_t letters = 0;         ///< ASCII letters, to compare with
  std::size_t utf8_sequences = 0;  ///< whole characters of UTF-8
  bool latin_9_letter = false;     ///< 0xBC or 0xBD beside a letter: œ, not ½
};

HighBytes survey(std::string_view bytes) {
  HighBytes seen;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      seen.letters += is_ascii_letter(bytes[i]) ? 1u : 0u;
      continue;
    }
    const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (byte >= 0xC2 && byte < 0xF5 && first_invalid_utf8(bytes.substr(i, size)) == size) {
      ++seen.utf8_sequences;
    }
    ++seen.count;
    if (byte < 0xA0) {
      ++seen.low;
      seen.undefined += windows_1252[byte - 0x80u] == 0 ? 1u : 0u;
    }
    const bool before = i > 0 && is_ascii_letter(bytes[i - 1]);
    const bool after = i + 1 < bytes.size() && is_ascii_letter(bytes[i + 1]);
    seen.latin_9_letter = seen.latin_9_letter || ((byte == 0xBC || byte == 0xBD) && (before || after));
  }
  return seen;
}

std::optional<std::string> from_detected(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  const auto sample = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 64 * 1024));
  ucsdet_setText(detector.get(), bytes.data(), sample, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 40) return std::nullopt;
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || normal_name(name) == "utf8") return std::nullopt;
  return from_icu(bytes, name);
}

/// An encoding that nobody names: Western European if it looks so, else as ICU detects it.
std::optional<std::string> from_unnamed(std::string_view bytes) {
  const HighBytes seen = survey(bytes);
  const bool western = seen.undefined == 0 && seen.count <= seen.letters / 3 + 1;
  // UTF-8 with a few bad bytes is damaged UTF-8; reading it otherwise would spoil the rest.
  // In Western text its sequences ("Ã©") mean nothing else.
  if (seen.utf8_sequences * 4 > seen.count || (western && seen.utf8_sequences > 0)) return std::nullopt;
  if (!western) return from_detected(bytes);
  if (seen.low == 0 && seen.latin_9_letter) return from_single_bytes(bytes, latin_9);
  return from_single_bytes(bytes, latin_1);
}

}  // namespace

Expected<std::string> to_utf8(std::string bytes, std::string_view declared, const std::string& path) {
  if (const Utf16 order = utf16_order(bytes); order != Utf16::no) return from_utf16(bytes, order, path);
  const bool marked = std::string_view(bytes).starts_with(utf8_mark);
  if (marked) bytes.erase(0, utf8_mark.size());
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return bytes;
  if (!marked) {
    if (auto text = from_declared(bytes, declared)) return std::move(*text);
    if (auto text = from_unnamed(bytes)) return std::move(*text);
  }
  const std::size_t offset = first_invalid_utf8(bytes);
  Error error = error_at(bytes, offset, path);
  error.what = "this is not valid UTF-8, nor an encoding that can be told";
  error.fragment = fmt::format("byte 0x{:02X}", static_cast<unsigned char>(bytes[offset]));
  error.advice = save_as_utf8;
  return tl::unexpected(error);
}

std::string declared_charset(std::string_view html) {
  std::string head;
  for (const char c : html.substr(0, 4096)) {
    head.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  std::size_t at = head.find("<meta");
  for (; at != std::string::npos; at = head.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    const std::size_t name = tag.find("charset=");
    if (name == std::string_view::npos) continue;
    std::string_view value = tag.substr(name + 8);
    value.remove_prefix(std::min(value.find_first_not_of("\"' "), value.size()));
    return std::string(value.substr(0, value.find_first_of("\"' ;/>")));
  }
  if (!head.starts_with("<?xml")) return "";
  const std::size_t name = head.find("encoding=");
  if (name == std::string::npos || name > head.find("?>")) return "";
  const std::string_view value = std::string_view(head).substr(name + 10);
  return std::string(value.substr(0, value.find_first_of("\"'")));
}

std::size_t first_invalid_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 ||
        !simdjson::validate_utf8(bytes.data() + i, std::min(size, bytes.size() - i))) {
      return i;
    }
    i += size;
  }
  return i;
}

Error error_at(std::string_view bytes, std::size_t offset, const std::string& path) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t line_start = before.find_last_of("\n\r") + 1;
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < before.size(); ++i) {
    line += before[i] == '\n' || (before[i] == '\r' && bytes.substr(i, 2) != "\r\n") ? 1u : 0u;
  }
  Error error;
  error.path = path;
  error.line = line;
  error.column = characters_in(before.substr(line_start)) + 1;
  return error;
}

Utf16 utf16_order(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Utf16::little_endian;
  if (bytes.starts_with("\xFE\xFF")) return Utf16::big_endian;
  const std::string_view sample = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1u : 0u;
  // French text has its letters' high bytes zero, but for quotation marks and œ.
  if (zeros[1] * 10 > sample.size() * 3 && zeros[0] == 0) return Utf16::little_endian;
  if (zeros[0] * 10 > sample.size() * 3 && zeros[1] == 0) return Utf16::big_endian;
  return Utf16::no;
}

}  // namespace selon
