// Analyses pieces of sources for who says what in them. Sources repeat themselves (an agency's
// paragraph in a hundred articles): a piece of the same words is read once.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "attribution/analyzer.h"
#include "document/load.h"

namespace selon {

struct ReadProse {
  Document document;
  Analysis analysis;
};

class ProseReader {
 public:
  /// Both must outlive this.
  ProseReader(const Pack& pack, Analyzer& analyzer) : loader_(pack), analyzer_(&analyzer) {}

  /// Of valid UTF-8. Good until the next call.
  [[nodiscard]] const ReadProse& read(std::string_view piece);

 private:
  Loader loader_;
  Analyzer* analyzer_;
  std::unordered_map<std::string, std::unique_ptr<const ReadProse>> known_;
  std::size_t bytes_ = 0;  ///< of the pieces that are kept
};

}  // namespace selon
