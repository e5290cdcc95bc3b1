#include "audit/name_runs.h"

#include "attribution/quoted_text.h"
#include "rules/tag_expression.h"

namespace selon {

namespace {

class Finder {
 public:
  explicit Finder(const AuditContext& context)
      : context_(context),
        text_(context.analysis.text),
        particles_(WordSet::of_single_words(context.pack.list("name-particles"))) {
    const TagTable tags(context.pack);
    const auto name = tags.code("NAME");
    name_ = name ? *name : Tag{0};
  }

  [[nodiscard]] bool is_name(std::uint32_t token) const {
    const Token& t = text_.tokens[token];
    return t.word != no_index && (t.shape & shape_capital) != 0 && (t.shape & shape_digits) == 0 &&
           (t.tag == name_ || (t.shape & shape_unknown) != 0);
  }

  /// One past the run that begins at `first`.
  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t first, std::uint32_t limit) const {
    std::uint32_t end = first + 1;
    while (end < limit) {
      std::uint32_t next = end;
      while (next < limit && next < end + 2 && !is_name(next) && is_particle(next)) {
        ++next;
      }
      if (next >= limit || !is_name(next)) {
        break;
      }
      end = next + 1;
    }
    return end;
  }

 private:
  [[nodiscard]] bool is_particle(std::uint32_t token) const {
    const auto words = words_in(context_.document.text, text_.tokens[token].span);
    return words.size() == 1 && particles_.contains(words.front().key);
  }

  const AuditContext& context_;
  const Text& text_;
  WordSet particles_;
  Tag name_ = 0;
};

}  // namespace

NameRuns::NameRuns(const AuditContext& context) {
  const Finder finder(context);
  for (const Sentence& sentence : context.analysis.text.sentences) {
    for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
      if (finder.is_name(token)) {
        const std::uint32_t end = finder.end_of_run(token, sentence.last);
        all_.push_back({token, end});
        token = end - 1;
      }
    }
  }
}

}  // namespace selon
