#include "document/entities.h"

#include <gumbo.h>

#include <charconv>
#include <memory>

#include "document/characters.h"

namespace selon {

namespace {

/// What the HTML parser makes of one reference.
std::string by_gumbo(std::string_view reference) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, reference.data(), reference.size()), destroy);
  const GumboNode* node = output->root;
  while (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0) {
    const GumboVector& children = node->v.element.children;
    node = static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  const bool text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE;
  return text ? node->v.text.text : std::string(reference);
}

/// The code point of "&#8217;" or "&#x2019;"; 0 where there is none.
std::uint32_t code_of(std::string_view reference) {
  const bool hexadecimal = reference.size() > 3 && (reference[2] == 'x' || reference[2] == 'X');
  const char* first = reference.data() + (hexadecimal ? 3 : 2);
  const char* last = reference.data() + reference.size() - 1;
  std::uint32_t code = 0;
  const auto [end, problem] = std::from_chars(first, last, code, hexadecimal ? 16 : 10);
  return problem == std::errc() && end == last ? code : 0;
}

}  // namespace

std::string_view EntityDecoder::decode(std::string_view reference) {
  if (reference.size() > 3 && reference[1] == '#') {
    const std::uint32_t code = code_of(reference);
    // Below 0xA0 HTML has rules of its own, for pages made in Windows-1252.
    if (code >= 0xA0 || (code >= 0x20 && code < 0x7F)) {
      number_.clear();
      append_character(number_, code);
      return number_;
    }
  }
  const std::string key(reference);
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  if (known_.size() >= most_names || reference.size() > 40) return reference;
  return known_.emplace(key, by_gumbo(reference)).first->second;
}

}  // namespace selon
