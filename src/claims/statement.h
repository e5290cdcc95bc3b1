// Prepared statements that are kept and used again: values in and columns out, one
// after the other.
//
//   for (Run run = statement.run().text(ref); run.step();) use(run.number(0));
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace selon {

/// One use of a statement. When it ends the statement is reset: one left standing
/// would keep its view of the database open, and later writes would be refused.
class Run {
 public:
  explicit Run(SQLite::Statement& statement) : statement_(&statement) {
    static_cast<void>(statement.tryReset());  // repeats the error of the last use, which was told then
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() { static_cast<void>(statement_->tryReset()); }

  Run& text(std::string_view value) {
    statement_->bind(++bound_, std::string(value));
    return *this;
  }
  /// The same without a copy: `value` must outlive the run.
  Run& long_text(const std::string& value) {
    statement_->bindNoCopy(++bound_, value);
    return *this;
  }
  Run& number(std::int64_t value) {
    statement_->bind(++bound_, value);
    return *this;
  }
  Run& null() {
    statement_->bind(++bound_);
    return *this;
  }
  Run& text_or_null(const std::optional<std::string_view>& value) { return value ? text(*value) : null(); }
  Run& number_or_null(std::int64_t value) { return value != 0 ? number(value) : null(); }
  /// Start and end.
  Run& span_or_null(const std::optional<Span>& span) {
    return span ? number(span->start).number(span->end) : null().null();
  }

  bool step() { return statement_->executeStep(); }
  void exec() { statement_->exec(); }

  [[nodiscard]] std::int64_t number_at(int column) const { return statement_->getColumn(column).getInt64(); }
  /// Valid until the next step; empty for null.
  [[nodiscard]] std::string_view text_at(int column) const {
    const SQLite::Column value = statement_->getColumn(column);
    const char* text = value.getText();
    return {text, static_cast<std::size_t>(value.getBytes())};
  }

 private:
  SQLite::Statement* statement_;
  int bound_ = 0;
};

class Prepared {
 public:
  Prepared(SQLite::Database& database, const std::string& sql) : statement_(database, sql) {}
  [[nodiscard]] Run run() { return Run(statement_); }

 private:
  SQLite::Statement statement_;
};

}  // namespace selon
