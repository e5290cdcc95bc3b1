// Keeps a hostile page from costing more than it is worth, before and while gumbo
// parses it. Parsing time grows with the square of the nesting depth (20,000 nested
// div elements take 7 seconds), so the depth is counted first, in one pass over the
// tags; memory and time are limited in gumbo's allocator.
//
//   auto page = ParsedPage::parse(content, path);
//   if (page) { walk(page->root()); }
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

namespace selon {

struct HtmlLimits {
  std::size_t max_bytes = 20u * 1024 * 1024;
  std::size_t max_depth = 512;  ///< as deep as browsers build their trees
  std::size_t max_attributes = 2000;
  std::size_t max_memory = 1024u * 1024 * 1024;
  double max_seconds = 10;
};

/// Nothing, or what makes the page one that won't be parsed.
[[nodiscard]] Expected<void> check_html(std::string_view content, const std::string& path,
                                        const HtmlLimits& limits);

/// A page parsed by gumbo. `content` must outlive it and stay where it is.
class ParsedPage {
 public:
  [[nodiscard]] static Expected<ParsedPage> parse(std::string_view content, const std::string& path,
                                                  const HtmlLimits& limits = {});
  ParsedPage(ParsedPage&&) noexcept;
  ParsedPage& operator=(ParsedPage&&) noexcept;
  ~ParsedPage();

  [[nodiscard]] const GumboNode* document() const;

 private:
  struct Memory;
  ParsedPage();
  std::unique_ptr<Memory> memory_;
  const GumboOutput* output_ = nullptr;
};

}  // namespace selon
