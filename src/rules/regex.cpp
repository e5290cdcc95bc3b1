#include "rules/regex.h"

#include <algorithm>
#include <array>
#include <new>

namespace selon {

namespace {

std::uint32_t compile_flags(const RegexOptions& options) {
  std::uint32_t flags = PCRE2_NEVER_BACKSLASH_C;
  flags |= options.utf ? PCRE2_UTF : 0u;
  flags |= options.caseless ? PCRE2_CASELESS : 0u;
  flags |= options.ucp ? PCRE2_UCP : 0u;
  flags |= options.dot_all ? PCRE2_DOTALL : 0u;
  flags |= options.duplicate_names ? PCRE2_DUPNAMES : 0u;
  return flags;
}

std::string message_of(int code) {
  std::array<PCRE2_UCHAR, 256> buffer{};
  const int size = pcre2_get_error_message(code, buffer.data(), buffer.size());
  return {reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(std::max(size, 0))};
}

template <class T>
T* checked(T* allocated) {
  if (allocated == nullptr) {
    throw std::bad_alloc();
  }
  return allocated;
}

MatchOutcome outcome_of(int code) {
  switch (code) {
    case PCRE2_ERROR_NOMATCH:
    case PCRE2_ERROR_PARTIAL:
      return MatchOutcome::no_match;
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
    case PCRE2_ERROR_JIT_STACKLIMIT:
      return MatchOutcome::limit;
    default:
      return code > 0 ? MatchOutcome::matched : MatchOutcome::error;
  }
}

}  // namespace

RegexMatch::RegexMatch(RegexLimits limits) : context_(checked(pcre2_match_context_create(nullptr))) {
  pcre2_set_match_limit(context_.get(), limits.steps);
  pcre2_set_depth_limit(context_.get(), limits.depth);
  pcre2_set_heap_limit(context_.get(), limits.heap_kib);
}

void RegexMatch::make_room(std::uint32_t groups, bool jit) {
  if (data_ == nullptr || room_ < groups) {
    room_ = std::max<std::uint32_t>(groups, 16);
    data_.reset(checked(pcre2_match_data_create(room_, nullptr)));
  }
  if (jit && stack_ == nullptr) {  // without one, machine code has 32 kB of stack only
    stack_.reset(checked(pcre2_jit_stack_create(32 * 1024, 1024 * 1024, nullptr)));
    pcre2_jit_stack_assign(context_.get(), nullptr, stack_.get());
  }
}

std::optional<RegexMatch::Range> RegexMatch::group(int index) const {
  if (index < 0 || index >= groups_) {
    return std::nullopt;
  }
  const std::size_t* ends = pcre2_get_ovector_pointer(data_.get());
  const auto first = static_cast<std::size_t>(index) * 2;
  if (ends[first] == PCRE2_UNSET || ends[first] > ends[first + 1]) {  // \K in a lookahead may cross them
    return std::nullopt;
  }
  return Range{ends[first], ends[first + 1]};
}

std::optional<RegexMatch::Range> RegexMatch::first_of(std::span<const int> indices) const {
  for (const int index : indices) {
    if (auto range = group(index)) {
      return range;
    }
  }
  return std::nullopt;
}

tl::expected<Regex, RegexError> Regex::compile(std::string_view pattern, RegexOptions options) {
  if (pattern.size() > max_pattern) {
    return tl::unexpected(RegexError{max_pattern, "the pattern is too long"});
  }
  int code = 0;
  std::size_t offset = 0;
  // PCRE2 10.42 takes no null pointer, which an empty view may have.
  const char* start = pattern.empty() ? "" : pattern.data();
  pcre2_code* compiled = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(start), pattern.size(),
                                       compile_flags(options), &code, &offset, nullptr);
  if (compiled == nullptr) {
    offset += code == PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS ? 1 : 0;  // PCRE2 points at it, not past it
    return tl::unexpected(RegexError{std::min(offset, pattern.size()), message_of(code)});
  }
  return Regex(compiled, options);
}

Regex::Regex(pcre2_code* code, RegexOptions options)
    : code_(code), match_options_(options.utf ? PCRE2_NO_UTF_CHECK : 0u) {
  pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &captures_);
  // A machine that can't be compiled for is no mistake: the interpreter gives the same matches.
  jit_ = options.jit && pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
}

std::string Regex::encode() const {
  const pcre2_code* code = code_.get();
  std::uint8_t* bytes = nullptr;
  PCRE2_SIZE size = 0;
  if (pcre2_serialize_encode(&code, 1, &bytes, &size, nullptr) < 0) {
    throw std::bad_alloc();
  }
  std::string out(reinterpret_cast<const char*>(bytes), size);
  pcre2_serialize_free(bytes);
  return out;
}

std::optional<Regex> Regex::decode(std::string_view bytes, RegexOptions options) {
  pcre2_code* code = nullptr;
  const auto* start = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (pcre2_serialize_decode(&code, 1, start, nullptr) != 1) {
    return std::nullopt;
  }
  return Regex(code, options);
}

bool Regex::match(std::string_view subject, std::size_t from, RegexMatch& out,
                  std::uint32_t extra_options) const {
  out.groups_ = 0;
  out.outcome_ = MatchOutcome::no_match;
  if (from > subject.size()) {
    return false;
  }
  out.make_room(captures_ + 1, jit_);
  const char* start = subject.empty() ? "" : subject.data();
  // Machine code is called at once: pcre2_match looks over the subject and its options first.
  const auto call = jit_ && extra_options == 0 ? pcre2_jit_match : pcre2_match;
  const int result = call(code_.get(), reinterpret_cast<PCRE2_SPTR>(start), subject.size(), from,
                          match_options_ | extra_options, out.data_.get(), out.context_.get());
  out.outcome_ = outcome_of(result);
  out.groups_ = std::max(result, 0);
  return out.outcome_ == MatchOutcome::matched;
}

int Regex::group_index(std::string_view name) const {
  const std::vector<int> all = group_indices(name);
  return all.empty() ? -1 : all.front();
}

template <class Visit>
void Regex::each_name(Visit visit) const {
  std::uint32_t count = 0;
  std::uint32_t width = 0;
  PCRE2_SPTR table = nullptr;
  pcre2_pattern_info(code_.get(), PCRE2_INFO_NAMECOUNT, &count);
  pcre2_pattern_info(code_.get(), PCRE2_INFO_NAMEENTRYSIZE, &width);
  pcre2_pattern_info(code_.get(), PCRE2_INFO_NAMETABLE, &table);
  for (std::uint32_t i = 0; i < count; ++i, table += width) {  // two bytes of number, then the name
    visit(std::string_view(reinterpret_cast<const char*>(table + 2)), table[0] * 256 + table[1]);
  }
}

std::vector<int> Regex::group_indices(std::string_view name) const {
  std::vector<int> out;
  each_name([&](std::string_view found, int index) {
    if (found == name) {
      out.push_back(index);
    }
  });
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> Regex::group_names() const {
  std::vector<std::string> out;
  each_name([&](std::string_view found, int) {
    if (out.empty() || out.back() != found) {  // PCRE2 keeps them sorted
      out.emplace_back(found);
    }
  });
  return out;
}

}  // namespace selon
