#include "report/marked_words.h"

#include <fmt/format.h>

#include "report/printable.h"

namespace selon {

namespace {

constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view green = "\x1b[32m";
constexpr std::string_view plain = "\x1b[0m";

/// A stretch without a difference is cut in its middle where it is longer.
constexpr std::size_t longest_stretch = 400;

std::string cut(const std::string& text) {
  const std::string shown = printable(text);
  if (shown.size() <= longest_stretch) return shown;
  std::size_t head = longest_stretch / 2;
  std::size_t tail = shown.size() - longest_stretch / 2;
  while (head > 0 && (static_cast<unsigned char>(shown[head]) & 0xC0) == 0x80) --head;
  while (tail < shown.size() && (static_cast<unsigned char>(shown[tail]) & 0xC0) == 0x80) ++tail;
  return shown.substr(0, head) + " … " + shown.substr(tail);
}

}  // namespace

std::string marked_words(const std::vector<DifferingPart>& parts, bool is_source, bool colours) {
  std::string words;
  for (const DifferingPart& part : parts) {
    if (!part.differs) {
      words += cut(part.text);
    } else if (colours) {
      words += fmt::format("{}{}{}", is_source ? red : green, cut(part.text), plain);
    } else {
      words += fmt::format("{}{}{}", is_source ? "[-" : "{+", cut(part.text), is_source ? "-]" : "+}");
    }
  }
  return words;
}

}  // namespace selon
