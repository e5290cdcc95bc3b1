#include "document/html_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csetjmp>
#include <cstdint>
#include <cstdlib>

#include "document/characters.h"
#include "document/html_scan.h"

namespace selon {
namespace {

constexpr std::string_view save_again = "save the article's own page, or its text, and try again";

Error refusal(const std::string& path, std::string what, std::string fragment) {
  return Error{.path = path,
               .what = std::move(what),
               .fragment = std::move(fragment),
               .advice = std::string(save_again)};
}

}  // namespace

Expected<void> check_html(std::string_view content, const std::string& path, const HtmlLimits& limits) {
  if (content.size() > limits.max_bytes) {
    return tl::unexpected(refusal(
        path,
        fmt::format("the page is too large: {} bytes, the limit is {}", content.size(), limits.max_bytes),
        ""));
  }
  if (const auto excess = find_markup_excess(content, limits.max_depth, limits.max_attributes)) {
    const std::string what =
        excess->attributes ? fmt::format("an element has more than {} attributes", limits.max_attributes)
                           : fmt::format("elements are nested more than {} deep", limits.max_depth);
    const auto before = content.substr(0, excess->offset);
    const auto tag = content.substr(excess->offset, 40);
    const auto name_end =
        tag.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-", 1);
    Error error = refusal(path, what, std::string(tag.substr(0, name_end)));
    const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    error.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
    error.column = characters_in(before.substr(line_start)) + 1;
    return tl::unexpected(std::move(error));
  }
  return {};
}

// Every block that gumbo asks for is in a list, so that all can be given back at
// once: after a jump out of the parser, and instead of gumbo's own, recursive
// destructor.
struct ParsedPage::Memory {
  struct alignas(std::max_align_t) Block {
    Block* previous;
    Block* next;
    std::size_t size;
  };

  Block* first = nullptr;
  std::size_t used = 0;
  std::size_t limit = 0;
  std::uint32_t calls = 0;
  std::chrono::steady_clock::time_point deadline;
  bool out_of_memory = false;
  std::jmp_buf escape{};

  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    while (first != nullptr) {
      Block* next = first->next;
      std::free(first);
      first = next;
    }
  }

  // Called by gumbo, which checks no result: what it can't have ends the parse.
  static void* allocate(void* self, std::size_t size) {
    auto& memory = *static_cast<Memory*>(self);
    const bool late = (++memory.calls & 0x3FFu) == 0 && std::chrono::steady_clock::now() > memory.deadline;
    const bool full = memory.used + size + sizeof(Block) > memory.limit;
    auto* block = late || full ? nullptr : static_cast<Block*>(std::malloc(size + sizeof(Block)));
    if (block == nullptr) {
      memory.out_of_memory = !late;
      std::longjmp(memory.escape, 1);
    }
    *block = Block{.previous = nullptr, .next = memory.first, .size = size};
    if (memory.first != nullptr) {
      memory.first->previous = block;
    }
    memory.first = block;
    memory.used += size + sizeof(Block);
    return block + 1;
  }

  static void release(void* self, void* pointer) {
    if (pointer == nullptr) {
      return;
    }
    auto& memory = *static_cast<Memory*>(self);
    Block* block = static_cast<Block*>(pointer) - 1;
    memory.used -= block->size + sizeof(Block);
    (block->previous == nullptr ? memory.first : block->previous->next) = block->next;
    if (block->next != nullptr) {
      block->next->previous = block->previous;
    }
    std::free(block);
  }

  // Nothing with a destructor may live here: the allocator jumps back out of gumbo.
  const GumboOutput* parse(const char* data, std::size_t size) {
    if (setjmp(escape) != 0) {
      return nullptr;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Memory::allocate;
    options.deallocator = &Memory::release;
    options.userdata = this;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, data, size);
  }
};

ParsedPage::ParsedPage() : memory_(std::make_unique<Memory>()) {}
ParsedPage::ParsedPage(ParsedPage&&) noexcept = default;
ParsedPage& ParsedPage::operator=(ParsedPage&&) noexcept = default;
ParsedPage::~ParsedPage() = default;

const GumboNode* ParsedPage::document() const { return output_->document; }

Expected<ParsedPage> ParsedPage::parse(std::string_view content, const std::string& path,
                                       const HtmlLimits& limits) {
  if (auto checked = check_html(content, path, limits); !checked) {
    return tl::unexpected(checked.error());
  }
  ParsedPage page;
  page.memory_->limit = limits.max_memory;
  page.memory_->deadline =
      std::chrono::steady_clock::now() + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                             std::chrono::duration<double>(limits.max_seconds));
  page.output_ = page.memory_->parse(content.data(), content.size());
  if (page.output_ == nullptr) {
    return tl::unexpected(refusal(path,
                                  page.memory_->out_of_memory ? "the page's markup takes too much memory"
                                                              : "the page's markup takes too long to parse",
                                  ""));
  }
  return page;
}

}  // namespace selon
