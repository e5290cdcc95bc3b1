// Tables of comma-separated values (RFC 4180, UTF-8, line ends CR LF) that a
// spreadsheet may open: no field is taken for a formula.
#pragma once

#include <string>
#include <string_view>

#include "report/output.h"
#include "report/printable.h"

namespace selon {

/// Writes one row field by field.
class CsvRow {
 public:
  explicit CsvRow(Output& output) : output_(output) {}

  CsvRow& operator<<(std::string_view text) {
    separate();
    output_.buffer() += csv_field(text);
    return *this;
  }
  /// A number of ours.
  CsvRow& operator<<(std::uint64_t number) {
    separate();
    output_.buffer() += std::to_string(number);
    return *this;
  }
  void end() { output_.write("\r\n"); }

 private:
  void separate() {
    if (!first_) {
      output_.write(',');
    }
    first_ = false;
  }

  Output& output_;
  bool first_ = true;
};

}  // namespace selon
