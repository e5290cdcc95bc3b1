#include "verify/prose_reader.h"

#include <utility>

namespace selon {

namespace {

/// So many bytes of pieces are kept, each with an analysis many times as large.
constexpr std::size_t most_bytes = 1u << 20;

}  // namespace

const ReadProse& ProseReader::read(std::string_view piece) {
  std::string key(piece);
  if (const auto known = known_.find(key); known != known_.end()) return *known->second;
  if (bytes_ + piece.size() > most_bytes) {
    known_.clear();
    bytes_ = 0;
  }
  auto made = std::make_unique<ReadProse>();
  made->document = loader_.text(key);
  made->analysis = analyzer_->analyze(made->document);
  bytes_ += piece.size();
  return *known_.emplace(std::move(key), std::move(made)).first->second;
}

}  // namespace selon
