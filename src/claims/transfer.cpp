#include "claims/transfer.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "claims/schema.h"
#include "claims/sqlite_error.h"
#include "claims/state.h"
#include "claims/statement.h"

namespace selon {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view export_schema = "selon.export/1";

/// What is referred to stands before what refers to it, but for circles.
struct Table {
  const char* name;
  const char* order;
};
constexpr std::array<Table, 9> tables{{
    {"articles", "id"},
    {"sources", "id"},
    {"source_aliases", "source_id, folded"},
    {"source_decisions", "id"},
    {"revisions", "id"},
    {"claims", "id"},
    {"claim_sources", "source_id, claim_id, recorded_id"},
    {"findings", "id"},
    {"verifications", "id"},
}};

std::vector<std::string> columns_of(SQLite::Database& sqlite, const std::string& table) {
  Prepared statement(sqlite, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
  std::vector<std::string> columns;
  Run run = statement.run();
  run.text(table);
  while (run.step()) columns.emplace_back(run.text_at(0));
  return columns;
}

/// Names of ours, as SQL; one of them ("end") is a keyword.
std::string quoted_list(const std::vector<std::string>& columns) {
  std::string list;
  for (const std::string& column : columns) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", column);
  return list;
}

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

class Import {
 public:
  Import(SQLite::Database& sqlite, std::string name) : sqlite_(sqlite), name_(std::move(name)) {
    for (const Table& table : tables) {
      Entry entry;
      entry.columns = columns_of(sqlite, table.name);
      std::string marks;
      for (std::size_t at = 0; at < entry.columns.size(); ++at) marks += at == 0 ? "?" : ",?";
      entry.insert = std::make_unique<SQLite::Statement>(
          sqlite,
          fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, quoted_list(entry.columns), marks));
      entries_.push_back(std::move(entry));
    }
  }

  Expected<std::uint64_t> run(const std::function<bool(std::string_view&)>& next) {
    for (std::string_view line; next(line);) {
      ++line_;
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      const Json json = Json::parse(line, nullptr, false);
      if (!json.is_object()) return refuse("this is no line of an export", line);
      if (auto taken = take(json, line); !taken) return tl::unexpected(taken.error());
    }
    if (!begun_) return refuse("this is no export: it is empty", "");
    if (!ended_) return refuse("the export is cut off: its last line is missing", "");
    return rows_;
  }

 private:
  struct Entry {
    std::vector<std::string> columns;
    std::unique_ptr<SQLite::Statement> insert;
  };

  tl::unexpected<Error> refuse(std::string what, std::string_view fragment) const {
    constexpr std::size_t shown = 120;
    return tl::unexpected(Error{name_, line_, 1, std::move(what), std::string(fragment.substr(0, shown)),
                                "write it with `selon export`; nothing was imported"});
  }

  Expected<void> take(const Json& json, std::string_view line) {
    if (!begun_) return begin(json, line);
    if (ended_) return refuse("something stands behind the end of the export", line);
    if (json.contains("rows")) {
      if (json["rows"] != rows_)
        return refuse(fmt::format("the export is not whole: {} rows came", rows_), line);
      ended_ = true;
      return {};
    }
    return insert(json, line);
  }

  Expected<void> begin(const Json& json, std::string_view line) {
    const auto version = json.find("database");
    if (json.value("schema", "") != export_schema || version == json.end() || !version->is_number_integer()) {
      return refuse("this is no export of a claims database", line);
    }
    if (*version != current_schema_version()) {
      return refuse(fmt::format("the export has the tables of schema {}; this program has those of {}",
                                version->dump(), current_schema_version()),
                    line);
    }
    begun_ = true;
    return {};
  }

  Expected<void> insert(const Json& json, std::string_view line) {
    const auto row = json.find("row");
    if (!json.contains("table") || !json["table"].is_string() || row == json.end() || !row->is_object()) {
      return refuse("this is no row of a table", line);
    }
    const auto table = std::ranges::find(tables, json["table"].get<std::string>(),
                                         [](const Table& known) { return std::string(known.name); });
    if (table == tables.end()) return refuse("there is no such table", line);
    Entry& entry = entries_[static_cast<std::size_t>(table - tables.begin())];
    if (row->size() != entry.columns.size()) return refuse("the row has other columns than its table", line);
    entry.insert->reset();
    for (std::size_t at = 0; at < entry.columns.size(); ++at) {
      const auto value = row->find(entry.columns[at]);
      if (value == row->end() || !bind(*entry.insert, static_cast<int>(at) + 1, *value)) {
        return refuse(fmt::format("the row's {} is missing or no value of a table", entry.columns[at]), line);
      }
    }
    try {
      entry.insert->exec();
    } catch (const SQLite::Exception& exception) {
      if ((exception.getErrorCode() & 0xFF) != 19 && (exception.getErrorCode() & 0xFF) != 20) throw;
      return refuse(fmt::format("the table doesn't take this row ({})", exception.what()), line);
    }
    entry.insert->reset();
    ++rows_;
    return {};
  }

  static bool bind(SQLite::Statement& statement, int at, const Json& value) {
    if (value.is_null()) {
      statement.bind(at);
    } else if (value.is_number_integer()) {
      statement.bind(at, value.get<std::int64_t>());
    } else if (value.is_string()) {
      statement.bind(at, value.get<std::string>());
    } else {
      return false;
    }
    return true;
  }

  SQLite::Database& sqlite_;
  std::string name_;
  std::vector<Entry> entries_;
  std::uint64_t rows_ = 0;
  std::uint32_t line_ = 0;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace

Expected<std::uint64_t> export_rows(Database& database, const std::function<bool(std::string_view)>& each) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<std::uint64_t> {
    const SQLite::Transaction moment(sqlite);
    Json head;
    head["schema"] = export_schema;
    head["database"] = current_schema_version();
    std::uint64_t rows = 0;
    if (!each(line_of(head))) return rows;
    for (const Table& table : tables) {
      const std::vector<std::string> columns = columns_of(sqlite, table.name);
      SQLite::Statement statement(sqlite, fmt::format("SELECT {} FROM {} ORDER BY {}", quoted_list(columns),
                                                      table.name, table.order));
      while (statement.executeStep()) {
        Json json;
        json["table"] = table.name;
        Json& row = json["row"];
        for (std::size_t at = 0; at < columns.size(); ++at) {
          const SQLite::Column value = statement.getColumn(static_cast<int>(at));
          Json& cell = row[columns[at]];
          if (value.isInteger()) cell = value.getInt64();
          if (value.isText()) cell = value.getString();
        }
        ++rows;
        if (!each(line_of(json))) return rows;
      }
    }
    Json end;
    end["rows"] = rows;
    each(line_of(end));
    return rows;
  });
}

Expected<std::uint64_t> import_rows(Database& database, const std::string& name,
                                    const std::function<bool(std::string_view&)>& next) {
  SQLite::Database& sqlite = database.state().sqlite;
  return without_exceptions(database.path(), [&]() -> Expected<std::uint64_t> {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    if (sqlite.execAndGet("SELECT EXISTS (SELECT 1 FROM articles) OR EXISTS (SELECT 1 FROM sources)")
            .getInt() != 0) {
      return tl::unexpected(Error{database.path(), 0, 0, "the claims database isn't empty", "",
                                  "import into a new file: --db PATH"});
    }
    sqlite.exec("PRAGMA defer_foreign_keys = ON");
    const auto rows = Import(sqlite, name).run(next);
    if (!rows) return rows;
    if (sqlite.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt() != 0) {
      return tl::unexpected(Error{name, 0, 0, "rows of the export refer to rows that aren't in it", "",
                                  "write it with `selon export`; nothing was imported"});
    }
    sqlite.exec("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')");
    transaction.commit();
    return rows;
  });
}

}  // namespace selon
