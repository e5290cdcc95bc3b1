#include "attribution/resolver.h"

#include "attribution/article_resolver.h"

namespace selon {

struct SourceResolver::Tools {
  explicit Tools(const Vocabulary& vocabulary)
      : words(vocabulary.pack()),
        index(vocabulary.pack()),
        facts(vocabulary, words),
        reader(vocabulary, words, index, facts),
        near_misses(index),
        countries(vocabulary.pack(), words) {}
  SourceWords words;
  SourceIndex index;
  WordFactTable facts;
  MentionReader reader;
  NearMissFinder near_misses;
  Countries countries;
};

SourceResolver::SourceResolver(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}
SourceResolver::~SourceResolver() = default;

void SourceResolver::resolve(const Document& document, Analysis& analysis) {
  if (tools_ == nullptr) {
    tools_ = std::make_unique<Tools>(*vocabulary_);
  }
  tools_->reader.start_document(document, analysis.text);
  ArticleResolver article(
      {tools_->words, tools_->index, tools_->reader, tools_->near_misses, tools_->countries}, document,
      analysis);
  article.run();
}

}  // namespace selon
