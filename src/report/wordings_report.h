// The report of selon verify --recorded: quotations of recorded articles that stand in two
// wordings, one under the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/output.h"
#include "report/wording.h"
#include "verify/verification.h"

namespace selon {

/// A place where a wording stands.
struct WordingPlace {
  std::string article;  ///< key
  std::string path;     ///< of the file it was read from
  std::uint32_t revision = 0;
  std::string at;  ///< time of the revision
  FilePlace place;
  Span span;         ///< with its marks, in the revision's text
  std::string text;  ///< the quotation with its marks
  std::string speaker;
};

struct DifferingWordings {
  std::vector<WordingPlace> here;   ///< where the wording that differs stands; by time
  std::vector<WordingPlace> other;  ///< where the wording stands that it is compared with
  /// Of here.front() (new) against other.front() (old); the spans count in those places' texts.
  std::vector<VerifiedEdit> edits;
};

/// How many quotations were compared, of how many articles.
struct ComparedQuotations {
  std::size_t quotations = 0;
  std::size_t articles = 0;
};

/// In the form of selon.verify/1: the class is altered.
void write_wordings_json(Output& output, const std::vector<DifferingWordings>& all);
void write_wordings_text(Output& output, UiLanguage language, bool colours,
                         const std::vector<DifferingWordings>& all, const ComparedQuotations& compared);

}  // namespace selon
