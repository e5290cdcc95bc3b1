#include "language/tagger.h"

#include <algorithm>
#include <utility>

namespace selon {

namespace {

Error mistake(const Pack& pack, const ContextRule& rule, std::string what, std::string fragment) {
  return {rule.place.file < pack.files.size() ? pack.files[rule.place.file] : "",
          rule.place.line,
          rule.place.column,
          std::move(what),
          std::move(fragment),
          "a context is a row of TAG, @SET, [A B] or [^A B], each with ?, * or +"};
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  int depth = 0;
  for (const char c : text) {
    depth += c == '[' ? 1 : (c == ']' ? -1 : 0);
    if ((c == ' ' || c == '\n' || c == '\t') && depth == 0) {
      if (!word.empty()) {
        out.push_back(std::exchange(word, {}));
      }
    } else {
      word += c;
    }
  }
  if (!word.empty()) {
    out.push_back(word);
  }
  return out;
}

}  // namespace

Expected<TagSet> Tagger::parse_set(const ContextRule& rule, const std::string& names) const {
  const Pack& pack = vocabulary_->pack();
  TagSet set;
  for (const std::string& name : split(names)) {
    if (name.starts_with('@')) {
      const auto found = std::find_if(pack.sets.begin(), pack.sets.end(),
                                      [&name](const Macro& macro) { return macro.name == name.substr(1); });
      if (found == pack.sets.end()) {
        return tl::unexpected(mistake(pack, rule, "unknown set of tags", name));
      }
      auto inner = parse_set(rule, found->expression);
      if (!inner) {
        return inner;
      }
      set |= *inner;
    } else if (const Tag tag = vocabulary_->tag(name); tag != 0) {
      set.set(tag);
    } else {
      return tl::unexpected(mistake(pack, rule, "unknown tag", name));
    }
  }
  return set;
}

Expected<std::vector<Tagger::Element>> Tagger::parse(const ContextRule& rule,
                                                     const std::string& expression) const {
  std::vector<Element> out;
  for (std::string item : split(expression)) {
    Element element;
    const char suffix = item.back();
    if (suffix == '?' || suffix == '*' || suffix == '+') {
      element.optional = suffix != '+';
      element.repeated = suffix != '?';
      item.pop_back();
    }
    if (item == "START" || item == "END") {
      element.start = true;
    } else if (item == ".") {
      element.tags.set();
    } else {
      const bool set = item.starts_with('[') && item.ends_with(']');
      const bool negated = set && item.size() > 2 && item[1] == '^';
      const std::string names = set ? item.substr(negated ? 2 : 1, item.size() - (negated ? 3 : 2)) : item;
      auto tags = parse_set(rule, names);
      if (!tags) {
        return tl::unexpected(std::move(tags.error()));
      }
      element.tags = negated ? ~*tags : *tags;
    }
    out.push_back(element);
  }
  return out;
}

Expected<Tagger> Tagger::create(Vocabulary& vocabulary) {
  Tagger tagger(vocabulary);
  const Pack& pack = vocabulary.pack();
  for (const ContextRule& source : pack.context) {
    Rule rule;
    auto choose = tagger.parse_set(source, source.choose);
    if (!choose) {
      return tl::unexpected(std::move(choose.error()));
    }
    rule.choose = *choose;
    for (const std::string& name : source.among) {
      auto set = tagger.parse_set(source, name);
      if (!set) {
        return tl::unexpected(std::move(set.error()));
      }
      rule.among |= *set;
    }
    rule.among &= ~rule.choose;
    for (const std::string& word : source.words) {
      rule.forms.push_back(fold_word(word));
    }
    auto before = tagger.parse(source, source.before);
    auto after = tagger.parse(source, source.after);
    if (!before || !after) {
      return tl::unexpected(std::move(before ? after.error() : before.error()));
    }
    rule.before = std::move(*before);
    std::reverse(rule.before.begin(), rule.before.end());
    rule.after = std::move(*after);
    tagger.rules_.push_back(std::move(rule));
  }
  return tagger;
}

namespace {

// Matches elements against tags from `at` in steps of `step` up to `end` (one past
// the sentence's border in that direction).
template <class Elements>
bool match(const Elements& elements, std::size_t element, const std::vector<Token>& tokens, std::int64_t at,
           std::int64_t end, std::int64_t step) {
  while (element < elements.size()) {
    const auto& wanted = elements[element];
    if (wanted.start) {
      return at == end && match(elements, element + 1, tokens, at, end, step);
    }
    const bool here = at != end && wanted.tags.test(tokens[static_cast<std::size_t>(at)].tag);
    if (wanted.optional) {
      if (here && match(elements, wanted.repeated ? element : element + 1, tokens, at + step, end, step)) {
        return true;
      }
      ++element;
      continue;
    }
    if (!here) {
      return false;
    }
    at += step;
    if (wanted.repeated) {
      while (true) {
        if (match(elements, element + 1, tokens, at, end, step)) {
          return true;
        }
        if (at == end || !wanted.tags.test(tokens[static_cast<std::size_t>(at)].tag)) {
          return false;
        }
        at += step;
      }
    }
    ++element;
  }
  return true;
}

}  // namespace

bool Tagger::fits(const Rule& rule, const std::vector<Token>& tokens, std::uint32_t token,
                  std::uint32_t first, std::uint32_t last) {
  return match(rule.before, 0, tokens, std::int64_t{token} - 1, std::int64_t{first} - 1, -1) &&
         match(rule.after, 0, tokens, std::int64_t{token} + 1, std::int64_t{last}, 1);
}

// Appends what a rule asks of the word itself: its candidates and its form.
void Tagger::work_out(const Word& word) {
  TagSet candidates;
  for (const Tag tag : word.candidates) {
    if (tag != 0) {
      candidates.set(tag);
    }
  }
  const std::string form = fold_word(word.text);
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    const Rule& rule = rules_[i];
    const bool asked =
        (candidates & rule.choose).any() && (rule.among.none() || (candidates & rule.among).any());
    if (asked &&
        (rule.forms.empty() || std::find(rule.forms.begin(), rule.forms.end(), form) != rule.forms.end())) {
      choices_.push_back({i, *std::find_if(word.candidates.begin(), word.candidates.end(),
                                           [&rule](Tag tag) { return rule.choose.test(tag); })});
    }
  }
}

std::span<const Tagger::Choice> Tagger::choices_of(std::uint32_t word) {
  if (generation_ != vocabulary_->generation()) {
    generation_ = vocabulary_->generation();
    words_.clear();
    choices_.clear();
  }
  if (word >= words_.size()) {
    words_.resize(word + std::size_t{1024});
  }
  Choices& known = words_[word];
  if (known.first == no_index) {
    known.first = static_cast<std::uint32_t>(choices_.size());
    work_out(vocabulary_->word(word));
    known.count = static_cast<std::uint32_t>(choices_.size()) - known.first;
  }
  return std::span<const Choice>(choices_).subspan(known.first, known.count);
}

Tag Tagger::choose(const std::vector<Token>& tokens, std::uint32_t token, std::uint32_t first,
                   std::uint32_t last) {
  for (const Choice& choice : choices_of(tokens[token].word)) {
    if (fits(rules_[choice.rule], tokens, token, first, last)) {
      return choice.tag;
    }
  }
  return vocabulary_->word(tokens[token].word).candidates[0];
}

void Tagger::tag(std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (tokens[i].word != no_index) {
      tokens[i].tag = vocabulary_->word(tokens[i].word).candidates[0];
    }
  }
  for (std::uint32_t i = first; i < last; ++i) {
    if (tokens[i].word != no_index && vocabulary_->word(tokens[i].word).candidates[1] != 0) {
      tokens[i].tag = choose(tokens, i, first, last);
    }
  }
  // The first word has nothing before it to go by: what follows it is settled now.
  if (first < last && tokens[first].word != no_index &&
      vocabulary_->word(tokens[first].word).candidates[1] != 0) {
    tokens[first].tag = choose(tokens, first, first, last);
  }
}

}  // namespace selon
