#include "rules/tag_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "rules/regex_store.h"
#include "rules/suggest.h"
#include "rules/tag_scanner.h"

namespace selon {

namespace {

// PCRE2 with a link size of 2 refuses compiled patterns of 64 kB, and macros that
// use macros may grow without bound.
constexpr std::size_t longest_pattern = 200 * 1024;

void append_code(std::string& out, std::uint8_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += "\\x";
  out += digits[code >> 4u];
  out += digits[code & 15u];
}

/// Which part of the pattern came from where: ascending in `pattern`.
struct Origin {
  std::size_t pattern = 0;
  const Macro* macro = nullptr;  ///< nullptr: the expression itself
  std::size_t offset = 0;
};

class Expander {
 public:
  explicit Expander(const TagTable& table) : table_(table) {}

  /// False after the first mistake.
  bool expand(std::string_view expression, RulePlace place, const Macro* macro = nullptr);
  /// Expands nothing, and goes on after a mistake.
  void check(std::string_view expression, RulePlace place);
  void keep_origins() { keep_origins_ = true; }

  std::string pattern;
  std::vector<Error> mistakes;
  std::vector<Origin> origins;

 private:
  struct Source {
    std::string_view expression;
    RulePlace place;
    const Macro* macro = nullptr;
  };
  bool put(const Source& source, TagScanner& scanner, const TagPart& part);
  bool put_class(const Source& source, TagScanner& scanner, const TagPart& open);
  bool put_tag_or_set(const Source& source, const TagPart& part);
  bool put_member(const Source& source, const TagPart& part, std::string& members);
  bool put_macro(const Source& source, const TagPart& part);
  bool fail(const Source& source, const TagPart& part, std::string what, std::string advice);
  bool fail_unknown_tag(const Source& source, const TagPart& part);

  const TagTable& table_;
  std::vector<const Macro*> open_;  ///< macros being expanded, outermost first
  bool keep_origins_ = false;
  bool names_only_ = false;
};

template <class Items>
std::string advice_from(const Items& items, std::string_view name) {
  std::vector<std::string_view> all;
  for (const auto& item : items) {
    all.push_back(item.name);
  }
  return name_advice(name, all);
}

bool Expander::fail(const Source& source, const TagPart& part, std::string what, std::string advice) {
  const RulePlace place = place_in(source.expression, source.place, part.offset);
  mistakes.push_back(
      error_at(table_.pack(), place, std::move(what), std::string(part.text), std::move(advice)));
  return false;
}

bool Expander::fail_unknown_tag(const Source& source, const TagPart& part) {
  const auto same = [&](const Macro& m) { return m.name == part.text; };
  const Pack& pack = table_.pack();
  if (std::any_of(pack.macros.begin(), pack.macros.end(), same)) {
    return fail(source, part, "no tag of that name", fmt::format("write ${} for the macro", part.text));
  }
  if (std::any_of(pack.sets.begin(), pack.sets.end(), same)) {
    return fail(source, part, "no tag of that name", fmt::format("write @{} for the set", part.text));
  }
  return fail(source, part, "no tag of that name", advice_from(pack.tags, part.text));
}

bool Expander::put_member(const Source& source, const TagPart& part, std::string& members) {
  if (part.kind == TagPartKind::set) {
    const std::string* set = table_.set(part.text);
    if (set == nullptr) {
      return fail(source, part, "no set of that name", advice_from(table_.pack().sets, part.text));
    }
    members += *set;
    return true;
  }
  const auto code = table_.code(part.text);
  if (!code) {
    return fail_unknown_tag(source, part);
  }
  members += static_cast<char>(*code);
  return true;
}

bool Expander::put_class(const Source& source, TagScanner& scanner, const TagPart& open) {
  std::string members;
  bool good = true;
  for (TagPart part = scanner.next();; part = scanner.next()) {
    if (part.kind == TagPartKind::end_of_input) {
      return fail(source, open, "a “[” without its “]”", "close the class of tags");
    }
    if (part.kind == TagPartKind::class_close) {
      break;
    }
    if (part.kind != TagPartKind::tag && part.kind != TagPartKind::set) {
      good = fail(source, part, "only tags and @SETS stand between “[” and “]”", "");
    } else {
      good = put_member(source, part, members) && good;
    }
    if (!good && !names_only_) {
      return false;
    }
  }
  if (good && members.empty()) {
    return fail(source, open, "a class without tags", "name the tags between “[” and “]”");
  }
  pattern += open.text;
  for (const char member : members) {
    append_code(pattern, static_cast<std::uint8_t>(member));
  }
  pattern += ']';
  return good;
}

bool Expander::put_macro(const Source& source, const TagPart& part) {
  const Macro* macro = table_.macro(part.text);
  if (macro == nullptr) {
    return fail(source, part, "no macro of that name", advice_from(table_.pack().macros, part.text));
  }
  if (names_only_) {
    return true;
  }
  if (std::find(open_.begin(), open_.end(), macro) != open_.end()) {
    std::string path;
    for (const Macro* m : open_) {
      path += fmt::format("${} → ", m->name);
    }
    return fail(source, part, "the macro uses itself",
                fmt::format("break the circle {}${}", path, macro->name));
  }
  if (pattern.size() > longest_pattern || open_.size() >= 64) {
    return fail(source, part, "the expression grows too long through its macros", "shorten the macros");
  }
  open_.push_back(macro);
  pattern += "(?:";
  const bool good = expand(macro->expression, macro->expression_place, macro);
  pattern += ')';
  open_.pop_back();
  return good;
}

bool Expander::put_tag_or_set(const Source& source, const TagPart& part) {
  std::string members;
  if (!put_member(source, part, members)) {
    return false;
  }
  const bool set = part.kind == TagPartKind::set;
  pattern += set ? "[" : "";
  for (const char member : members) {
    append_code(pattern, static_cast<std::uint8_t>(member));
  }
  pattern += set ? "]" : "";
  return true;
}

bool Expander::put(const Source& source, TagScanner& scanner, const TagPart& part) {
  if (keep_origins_) {
    origins.push_back({pattern.size(), source.macro, part.offset});
  }
  switch (part.kind) {
    case TagPartKind::tag:
    case TagPartKind::set:
      return put_tag_or_set(source, part);
    case TagPartKind::macro:
      return put_macro(source, part);
    case TagPartKind::group:
      pattern += fmt::format("(?<{}>", part.text);
      return true;
    case TagPartKind::class_open:
      return put_class(source, scanner, part);
    case TagPartKind::class_close:
      return fail(source, part, "a “]” without its “[”", "");
    case TagPartKind::mistake:
      return fail(source, part, std::string(part.what), "tag names are written in upper case");
    case TagPartKind::any:
    case TagPartKind::syntax:
      pattern += part.text;
      return true;
    case TagPartKind::start:
      pattern += "\\A";
      return true;
    case TagPartKind::end:
      pattern += "\\z";
      return true;
    case TagPartKind::end_of_input:
      break;
  }
  return true;
}

bool Expander::expand(std::string_view expression, RulePlace place, const Macro* macro) {
  const Source source{expression, place, macro};
  TagScanner scanner(expression);
  for (TagPart part = scanner.next(); part.kind != TagPartKind::end_of_input; part = scanner.next()) {
    if (!put(source, scanner, part)) {
      return false;
    }
  }
  return true;
}

void Expander::check(std::string_view expression, RulePlace place) {
  names_only_ = true;
  const Source source{expression, place, nullptr};
  TagScanner scanner(expression);
  for (TagPart part = scanner.next(); part.kind != TagPartKind::end_of_input; part = scanner.next()) {
    put(source, scanner, part);
    pattern.clear();
  }
}

constexpr RegexOptions tag_options{.dot_all = true, .duplicate_names = true};

Error located(const TagTable& table, std::string_view expression, RulePlace place, const RegexError& failure);

/// The mistake in one of the macros that the expression uses, where one of them is
/// a mistake by itself (its "(" would else be missed at the end of the expression).
std::optional<Error> mistake_in_macro(const TagTable& table, const std::vector<Origin>& origins) {
  std::vector<const Macro*> seen;
  for (const Origin& origin : origins) {
    const Macro* macro = origin.macro;
    if (macro == nullptr || std::find(seen.begin(), seen.end(), macro) != seen.end()) {
      continue;
    }
    seen.push_back(macro);
    Expander expander(table);
    expander.expand(macro->expression, macro->expression_place);
    if (const auto regex = Regex::compile(expander.pattern, tag_options); !regex) {
      return located(table, macro->expression, macro->expression_place, regex.error());
    }
  }
  return std::nullopt;
}

/// What PCRE2 found when it had read `failure.offset` bytes of the pattern, at its
/// place in the rule file.
Error located(const TagTable& table, std::string_view expression, RulePlace place,
              const RegexError& failure) {
  Expander expander(table);
  expander.keep_origins();
  expander.expand(expression, place);
  if (auto inner = mistake_in_macro(table, expander.origins)) {
    return std::move(*inner);
  }
  Origin at;
  for (const Origin& origin : expander.origins) {
    if (origin.pattern >= failure.offset && origin.pattern != 0) {
      break;
    }
    at = origin;
  }
  const std::string_view text = at.macro == nullptr ? expression : std::string_view(at.macro->expression);
  const RulePlace start = at.macro == nullptr ? place : at.macro->expression_place;
  constexpr std::size_t excerpt = 24;
  return error_at(table.pack(), place_in(text, start, at.offset), failure.what,
                  std::string(text.substr(at.offset, excerpt)), "correct the expression");
}

}  // namespace

bool is_tag_name(std::string_view name) {
  const auto good = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z' && std::all_of(name.begin(), name.end(), good) &&
         name != "START" && name != "END";
}

Error error_at(const Pack& pack, RulePlace place, std::string what, std::string fragment,
               std::string advice) {
  return {place.file < pack.files.size() ? pack.files[place.file] : std::string(),
          place.line,
          place.column,
          std::move(what),
          std::move(fragment),
          std::move(advice)};
}

RulePlace place_in(std::string_view expression, RulePlace start, std::size_t offset) {
  const auto width = [](char c) -> std::uint32_t { return c == '<' ? 4 : c == '&' ? 5 : 1; };
  RulePlace place = start;
  for (const char c : expression.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      place.column += width(c);
    }
  }
  return place;
}

Expected<std::string> expand_tags(const TagTable& table, std::string_view expression, RulePlace place) {
  Expander expander(table);
  if (!expander.expand(expression, place)) {
    return tl::unexpected(std::move(expander.mistakes.front()));
  }
  return std::move(expander.pattern);
}

Expected<std::string> expand_tags(const Pack& pack, std::string_view expression, RulePlace place) {
  return expand_tags(TagTable(pack), expression, place);
}

Expected<Regex> compile_tags(const TagTable& table, std::string_view expression, RulePlace place, Jit jit) {
  RegexOptions options = tag_options;
  options.jit = jit == Jit::on;
  if (const RegexStore* store = table.pack().regexes.get()) {
    if (auto regex = store->find(expression, options)) {
      return std::move(*regex);
    }
  }
  return expand_tags(table, expression, place).and_then([&](const std::string& pattern) -> Expected<Regex> {
    auto regex = Regex::compile(pattern, options);
    if (!regex) {
      return tl::unexpected(located(table, expression, place, regex.error()));
    }
    return std::move(*regex);
  });
}

std::optional<Error> record_tags(const Pack& pack, RegexStore& store) {
  const TagTable table(pack);
  std::optional<Error> mistake;
  const auto record = [&](const auto& rule) {
    auto regex = compile_tags(table, rule.expression, rule.expression_place);
    if (regex) {
      store.add(rule.expression, tag_options, *regex);
    } else if (!mistake) {
      mistake = std::move(regex.error());
    }
  };
  std::ranges::for_each(pack.patterns, record);
  std::ranges::for_each(pack.boundaries, record);
  return mistake;
}

std::vector<Error> tag_mistakes(const TagTable& table, std::string_view expression, RulePlace place) {
  Expander expander(table);
  expander.check(expression, place);
  return std::move(expander.mistakes);
}

}  // namespace selon
