// Files that a loader of ours and xmllint with a schema must agree on: folders good/ and bad/. A bad
// file says in a comment what is wrong and where: "expect 4:12 what".
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "rules/loader.h"

namespace selon {

inline std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string listed(const LoadErrors& errors) {
  std::string out;
  for (const Error& error : errors) {
    out += to_string(error) + "\n";
  }
  return out;
}

/// "4:12 what" out of the comment "expect 4:12 what".
inline std::string expected_of(const std::string& content) {
  const std::string opening = "<!-- expect ";
  const std::size_t from = content.find(opening) + opening.size();
  return content.substr(from, content.find(" -->", from) - from);
}

/// `errors` must be one error, the one that the file of that content expects.
inline void check_single_mistake(const LoadErrors& errors, const std::string& content) {
  CAPTURE(listed(errors));
  if (errors.size() != 1) {
    FAIL_CHECK("not one mistake");
    return;
  }
  const Error& error = errors.front();
  const std::string found =
      std::to_string(error.line) + ":" + std::to_string(error.column) + " " + error.what;
  const std::string expected = expected_of(content);
  CHECK_MESSAGE(found.starts_with(expected), found, " instead of ", expected);
  CHECK_FALSE(error.advice.empty());
}

/// The names of the folder's files that the schema refuses, by one call of xmllint.
inline std::vector<std::string> refused_by_schema(const std::string& schema,
                                                  const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  const fs::path report = fs::temp_directory_path() / ("selon-schema-" + std::to_string(::getpid()) + ".txt");
  std::string command = "xmllint --noout --relaxng '" + schema + "'";
  for (const fs::path& path : files_of(folder)) {
    command += " '" + path.string() + "'";
  }
  command += " 2> '" + report.string() + "'";
  static_cast<void>(std::system(command.c_str()));
  const std::string text = content_of(report);
  fs::remove(report);
  std::vector<std::string> out;
  for (const fs::path& path : files_of(folder)) {
    if (text.find(path.string() + " validates\n") == std::string::npos) {
      out.push_back(path.filename().string());
    }
  }
  return out;
}

/// The schema must take all of these folders' files, and none of those in `bad`.
inline void check_schema_agrees(const std::string& schema, const std::filesystem::path& folder,
                                const std::vector<std::string>& good) {
  REQUIRE_MESSAGE(std::system("xmllint --version 2> /dev/null") == 0,
                  "xmllint is missing: install libxml2-utils");
  for (const std::string& name : good) {
    for (const std::string& file : refused_by_schema(schema, folder / name)) {
      FAIL_CHECK("the schema refuses ", name, "/", file);
    }
  }
  const std::vector<std::string> refused = refused_by_schema(schema, folder / "bad");
  for (const std::filesystem::path& path : files_of(folder / "bad")) {
    if (std::find(refused.begin(), refused.end(), path.filename().string()) == refused.end()) {
      FAIL_CHECK("the schema accepts bad/", path.filename().string());
    }
  }
}

}  // namespace selon
