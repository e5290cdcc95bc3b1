#include "document/furniture.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "document/characters.h"
#include "rules/regex_store.h"

namespace selon {

namespace {

constexpr RegexOptions options = {.utf = true, .caseless = true, .ucp = true, .duplicate_names = true};

bool is_tail(const Furniture& rule) { return rule.where == "tail"; }

/// Whether the rule may match a line that ends in a period.
bool takes_sentences(const Furniture& rule) {
  bool has_examples = false;
  for (const Example& example : rule.examples) {
    if (example.must_match && example.text.ends_with('.')) return true;
    has_examples = has_examples || example.must_match;
  }
  return !has_examples;
}

/// One alternation of the rules of each kind; an empty group tells which kind matched.
std::string join_lines(const std::vector<const Furniture*>& rules) {
  std::vector<std::pair<std::string, std::string>> kinds;  // in order of first appearance
  for (const Furniture* rule : rules) {
    auto found = kinds.begin();
    while (found != kinds.end() && found->first != rule->becomes) ++found;
    if (found == kinds.end()) found = kinds.insert(kinds.end(), {rule->becomes, ""});
    found->second += fmt::format("{}(?:{})", found->second.empty() ? "" : "|", rule->expression);
  }
  std::string all;
  for (const auto& [kind, alternatives] : kinds) {
    all += fmt::format("{}(?:{})(?<{}>)", all.empty() ? "" : "|", alternatives, kind);
  }
  return fmt::format("(?:{})\\z", all);
}

/// Whether a character that starts with this byte could be white space or U+2019.
bool needs_a_look(char c) {
  switch (static_cast<unsigned char>(c)) {
    case 0xC2:
    case 0xE1:
    case 0xE2:
    case 0xE3:
    case 0xEF:
      return true;
    default:
      return static_cast<unsigned char>(c) <= ' ';
  }
}

/// `line` with plain spaces and apostrophes.
void make_plain(std::string_view line, std::string& out) {
  out.clear();
  std::size_t copied = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (!needs_a_look(line[at])) {
      ++at;
      continue;
    }
    const Character c = character_at(line, at);
    const bool space = is_white_space(c.code);
    if (space || c.code == 0x2019) {
      out.append(line.substr(copied, at - copied));
      if (!space) {
        out.push_back('\'');
      } else if (out.empty() || out.back() != ' ') {
        out.push_back(' ');
      }
      copied = at + c.size;
    }
    at += c.size;
  }
  out.append(line.substr(copied));
}

/// Whether the end of a caption can be a credit at all: names begin with capitals,
/// and other credits stand in brackets or have a sign before them.
bool may_end_in_credit(std::string_view tail) {
  if (tail.find_first_of("/|()[]:\xA9") != std::string_view::npos) return true;
  const std::size_t space = tail.find_last_of(" ,.");
  return u_isupper(static_cast<UChar32>(character_at(tail, space + 1).code)) != 0;
}

/// The branch reset makes each rule's first group the first group of all.
std::string tail_expression(const Pack& pack) {
  std::string all;
  for (const Furniture& rule : pack.furniture) {
    if (is_tail(rule)) all += fmt::format("{}(?:{})", all.empty() ? "" : "|", rule.expression);
  }
  return all.empty() ? all : fmt::format("(?|{})\\z", all);
}

Error error_in(const Pack& pack, const Furniture& rule, const RegexError& error) {
  const RulePlace& place = rule.expression_place.line > 0 ? rule.expression_place : rule.place;
  Error out;
  out.path = place.file < pack.files.size() ? pack.files[place.file] : "";
  out.line = place.line;
  out.column = place.column;
  out.what = fmt::format("the expression of furniture rule “{}” is broken: {}", rule.id, error.what);
  out.fragment = rule.expression;
  out.advice = "mend it; numbered back references are not allowed, because rules are joined";
  return out;
}

/// The rule that keeps the joined expression from compiling.
Error broken_rule(const Pack& pack, const RegexError& joined) {
  for (const Furniture& rule : pack.furniture) {
    if (const auto alone = Regex::compile(rule.expression, options); !alone) {
      return error_in(pack, rule, alone.error());
    }
  }
  return error_in(pack, pack.furniture.back(), joined);
}

}  // namespace

tl::expected<FurnitureRules::Joined, RegexError> FurnitureRules::Joined::compile(
    std::string expression, bool anchored, std::uint32_t uses_before_jit, const Stores& stores) {
  // The verb saves a tenth of the compile time, and lines are too short to feel it.
  const std::string pattern = "(*NO_AUTO_POSSESS)" + expression;
  auto stored = stores.from == nullptr ? std::nullopt : stores.from->find(pattern, options);
  auto regex =
      stored ? tl::expected<Regex, RegexError>(std::move(*stored)) : Regex::compile(pattern, options);
  if (!regex) return tl::unexpected(regex.error());
  if (stores.to != nullptr) stores.to->add(pattern, options, *regex);
  Joined joined;
  joined.expression_ = std::move(expression);
  joined.regex_ = std::move(*regex);
  joined.anchored_ = anchored;
  joined.uses_left_ = uses_before_jit;
  return joined;
}

void FurnitureRules::Joined::expect(std::size_t uses) {
  uses_left_ = uses_left_ > 0 && uses > uses_left_ ? 1 : uses_left_;
}

bool FurnitureRules::Joined::match(std::string_view subject, std::size_t from, RegexMatch& out) {
  if (uses_left_ > 0 && --uses_left_ == 0) {
    RegexOptions fast = options;
    fast.jit = true;
    if (auto regex = Regex::compile((anchored_ ? "\\A" : "") + expression_, fast)) regex_ = std::move(*regex);
  }
  // Machine code is anchored by its expression. The interpreter is by this option:
  // then it looks at the first byte before all else.
  const bool by_option = anchored_ && !regex_->jit();
  return regex_->match(subject, from, out, by_option ? PCRE2_ANCHORED : 0u);
}

Expected<FurnitureRules::Lines> FurnitureRules::compile_lines(const Pack& pack,
                                                              const std::vector<const Furniture*>& rules,
                                                              std::uint32_t uses_before_jit,
                                                              const Stores& stores) {
  Lines lines;
  if (rules.empty()) return lines;
  auto joined = Joined::compile(join_lines(rules), true, uses_before_jit, stores);
  if (!joined) return tl::unexpected(broken_rule(pack, joined.error()));
  lines.rules = std::move(*joined);
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(BlockKind::boilerplate); ++i) {
    const auto kind = static_cast<BlockKind>(i);
    const int group = lines.rules->group_index(name_of(kind));
    if (group >= 0) lines.groups.emplace_back(group, kind);
  }
  return lines;
}

Expected<FurnitureRules> FurnitureRules::compile(const Pack& pack, RegexStore* record) {
  std::vector<const Furniture*> any_line;
  std::vector<const Furniture*> sentence;
  for (const Furniture& rule : pack.furniture) {
    if (is_tail(rule) || !block_kind(rule.becomes)) continue;
    any_line.push_back(&rule);
    if (takes_sentences(rule)) sentence.push_back(&rule);
  }
  const Stores stores{pack.regexes.get(), record};
  FurnitureRules rules;
  auto any = compile_lines(pack, any_line, 500, stores);
  if (!any) return tl::unexpected(any.error());
  rules.any_line_ = std::move(*any);
  auto some = compile_lines(pack, sentence, 2000, stores);
  if (!some) return tl::unexpected(some.error());
  rules.sentence_ = std::move(*some);
  if (const std::string expression = tail_expression(pack); !expression.empty()) {
    auto joined = Joined::compile(expression, false, 100, stores);
    if (!joined) return tl::unexpected(broken_rule(pack, joined.error()));
    rules.tail_ = std::move(*joined);
  }
  return rules;
}

void FurnitureRules::expect(std::size_t lines) {
  for (Lines* some : {&any_line_, &sentence_}) {
    if (some->rules)
      some->rules->expect(lines / 2);  // about half of them are short enough, and of either sort
  }
}

std::optional<BlockKind> FurnitureRules::line_kind(std::string_view line) {
  if (line.empty() || line.size() > max_line) return std::nullopt;
  Lines& lines = line.back() == '.' ? sentence_ : any_line_;
  if (!lines.rules) return std::nullopt;
  make_plain(line, line_);
  if (!lines.rules->match(line_, 0, match_)) return std::nullopt;
  for (const auto& [group, kind] : lines.groups) {
    if (match_.group(group)) return kind;
  }
  return std::nullopt;
}

std::optional<CaptionCredit> FurnitureRules::credit(std::string_view caption) {
  if (!tail_) return std::nullopt;
  std::size_t from = caption.size() - std::min(caption.size(), max_credit);
  while (from < caption.size() && (static_cast<unsigned char>(caption[from]) & 0xC0u) == 0x80u) ++from;
  if (!may_end_in_credit(caption.substr(from)) || !tail_->match(caption, from, match_)) return std::nullopt;
  const auto whole = match_.group(0);
  const auto [start, end] = match_.group(1).value_or(*whole);
  const Span span = trimmed(caption, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
  if (span.empty()) return std::nullopt;
  return CaptionCredit{span, span.start - static_cast<std::uint32_t>(whole->first)};
}

bool furniture_matches(const Furniture& rule, std::string_view text) {
  Pack pack;
  pack.furniture.push_back(rule);
  auto rules = FurnitureRules::compile(pack);
  if (!rules) return false;
  return is_tail(rule) ? rules->credit(text).has_value() : rules->line_kind(text).has_value();
}

}  // namespace selon
