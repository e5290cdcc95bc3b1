// Puts every article that the command line of `selon record` names on its way.
#pragma once

#include "cli/options.h"
#include "cli/record_exchange.h"

namespace selon {

/// Files as they are; of JSON lines each line.
class RecordReader {
 public:
  RecordReader(const Options& options, RecordExchange& exchange) : options_(options), exchange_(exchange) {}

  void run();

 private:
  void put(const std::string& path, std::uint32_t line_number, std::string line, std::string failure);
  void read_lines(const std::string& path);

  const Options& options_;
  RecordExchange& exchange_;
};

}  // namespace selon
