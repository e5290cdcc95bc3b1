// The diff for an editor: worst first, the old words above the new ones with the
// difference marked, each with its line; what is unchanged is only counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/diff_report.h"
#include "report/output.h"

namespace selon {

class DiffTextReport {
 public:
  DiffTextReport(Output& output, UiLanguage language, bool colours)
      : output_(output), language_(language), colours_(colours) {}

  void write(const DiffedArticles& articles);

 private:
  void write_change(const DiffedArticles& articles, const ShownChanges& changes, const Change& change);
  [[nodiscard]] std::string marked(const DiffSide& side, bool is_old) const;
  [[nodiscard]] std::string_view paint(std::string_view colour) const;

  Output& output_;
  UiLanguage language_;
  bool colours_;
};

}  // namespace selon
