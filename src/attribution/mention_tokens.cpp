// What the reader of mentions asks of tokens: words of lists, marks, runs of capitals.
#include <algorithm>

#include "attribution/mention.h"
#include "attribution/name_fold.h"
#include "language/unicode.h"

namespace selon {

namespace {

constexpr std::uint32_t longest_phrase = 6;

}  // namespace

MentionReader::MentionReader(const Vocabulary& vocabulary, const SourceWords& words, const SourceIndex& index,
                             WordFactTable& facts)
    : words_(words), index_(index), facts_(facts) {
  for (const Macro& set : vocabulary.pack().sets) {
    if (set.name != "FINITE" && set.name != "NOMINAL") {
      continue;
    }
    TagSet& tags = set.name == "FINITE" ? finite_ : nominal_;
    for (std::string_view rest = set.expression; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \n\t"), rest.size());
      tags.set(vocabulary.tag(rest.substr(0, end)));
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
  }
  finite_.reset(0);  // what is no tag
  nominal_.reset(0);
}

void MentionReader::start_document(const Document& document, const Text& text) {
  document_ = &document;
  text_ = &text;
  facts_.start_document();
}

std::uint64_t MentionReader::classes(std::uint32_t token) const {
  return is_word(token) ? facts(token).classes : 0;
}

bool MentionReader::is_mark(std::uint32_t token, char mark) const {
  return !is_word(token) && document_->text[text_->tokens[token].span.start] == mark;
}

std::uint32_t MentionReader::token_at(std::uint32_t offset) const {
  const auto it = std::partition_point(text_->tokens.begin(), text_->tokens.end(),
                                       [offset](const Token& token) { return token.span.end <= offset; });
  return static_cast<std::uint32_t>(it - text_->tokens.begin());
}

std::uint64_t MentionReader::phrase_at(std::uint32_t first, std::uint32_t limit, std::uint64_t wanted,
                                       std::uint32_t& end) const {
  if (first >= limit || !is_word(first)) {
    return 0;
  }
  const WordFacts& beginning = facts(first);
  std::uint64_t found = beginning.classes & wanted;
  end = first + 1;
  if (!beginning.begins_phrase) {
    return found;
  }
  std::string key = beginning.folded;
  for (std::uint32_t i = first + 1; i < std::min(limit, first + longest_phrase) && is_word(i); ++i) {
    key.push_back(' ');
    key += facts(i).folded;
    if (const std::uint64_t phrase = words_.of(key) & wanted; phrase != 0) {
      // A longer head is of the kinds of its first word too: "agence officielle".
      found = phrase | ((phrase & word::body) == 0 ? found & word::head : 0);
      end = i + 1;
    }
  }
  return found;
}

bool MentionReader::begins_name(std::uint32_t token) const {
  const Token& t = text_->tokens[token];
  if (t.word == no_index || (t.shape & shape_capital) == 0) {
    return false;
  }
  const WordFacts& f = facts(token);
  if ((f.classes & (word::first_name | word::civil_title)) != 0) {
    return true;
  }
  return (t.shape & shape_first) == 0 || !f.plain || (t.shape & shape_all_capitals) != 0;
}

// "al-Hemiari": a particle with its name.
bool MentionReader::is_particle_name(std::uint32_t token) const {
  const std::string_view text = text_of(text_->tokens[token].span);
  const std::size_t hyphen = text.find('-');
  return hyphen != std::string_view::npos && unicode::is_upper(unicode::decode(text, hyphen + 1).value) &&
         (words_.of(first_word(facts(token).folded)) & word::particle) != 0;
}

std::uint32_t MentionReader::end_of_run(std::uint32_t first, std::uint32_t limit) const {
  std::uint32_t end = first + 1;
  for (std::uint32_t i = end; i < limit; ++i) {
    const bool tight =
        i + 1 < limit && ((text_->tokens[i].shape | text_->tokens[i + 1].shape) & shape_space_before) == 0;
    if (is_mark(i, '-') && tight && is_word(i + 1)) {
      continue;  // "J.-B."
    }
    if (!is_word(i)) {
      break;
    }
    if ((text_->tokens[i].shape & shape_capital) != 0 || is_particle_name(i)) {
      end = i + 1;
    } else if ((facts(i).classes & word::particle) == 0 || i - end > 2) {
      break;
    }
  }
  return end;
}

KnownName MentionReader::known_at(std::uint32_t first, std::uint32_t limit) const {
  if (!is_word(first) || !index_.may_begin(facts(first).folded)) {
    return {};
  }
  std::vector<FoldedWord> row;
  for (std::uint32_t i = first; i < limit && is_word(i) && row.size() < 14; ++i) {
    row.push_back(
        {facts(i).folded, text_of(text_->tokens[i].span), (text_->tokens[i].shape & shape_capital) != 0});
  }
  return index_.longest_at(row);
}

}  // namespace selon
