// What the reports of articles have in common: they take one article after the other and
// write each at once, but for those that tell of all of them together.
#pragma once

#include "report/voices.h"

namespace selon {

class ArticleReport {
 public:
  virtual ~ArticleReport() = default;
  ArticleReport() = default;
  ArticleReport(const ArticleReport&) = delete;
  ArticleReport& operator=(const ArticleReport&) = delete;

  virtual void article(const ReportedArticle& article) = 0;
  /// After the last article.
  virtual void finish() {}
};

/// The findings that mark a statement as lacking its source, as the summary counts them.
[[nodiscard]] bool is_lack(const Finding& finding);
/// By statement: it is in the article's own voice and lacks a source.
[[nodiscard]] std::vector<bool> lacking_statements(const ReportedArticle& article);

}  // namespace selon
