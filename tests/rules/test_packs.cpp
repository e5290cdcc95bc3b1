// Packs of one file each, good and bad. A bad one says in its first comment what is
// wrong and where; the loader must find that and nothing else, and xmllint with the
// schema must agree with the loader on which packs are good.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "rules/check.h"
#include "rules/loader.h"

namespace {

namespace fs = std::filesystem;
using namespace selon;

std::vector<fs::path> packs(const std::string& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(SELON_TESTS_DIR) / "rules" / "packs" / folder)) {
    out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

LoadErrors mistakes_of(const fs::path& path) {
  const auto pack = load_pack_from_memory(content_of(path), path.filename().string());
  return pack ? check_pack(*pack) : pack.error();
}

std::string list(const LoadErrors& errors) {
  std::string out;
  for (const Error& error : errors) {
    out += to_string(error) + "\n";
  }
  return out;
}

/// "4:12 what" out of the comment "expect 4:12 what".
std::string expected_of(const std::string& content) {
  const std::string opening = "<!-- expect ";
  const std::size_t from = content.find(opening) + opening.size();
  return content.substr(from, content.find(" -->", from) - from);
}

void check_single_mistake(const fs::path& path) {
  CAPTURE(path.filename().string());
  const LoadErrors errors = mistakes_of(path);
  CAPTURE(list(errors));
  if (errors.size() != 1) {
    FAIL_CHECK("not one mistake");
    return;
  }
  const Error& error = errors.front();
  const std::string found =
      std::to_string(error.line) + ":" + std::to_string(error.column) + " " + error.what;
  const std::string expected = expected_of(content_of(path));
  CHECK_MESSAGE(found.starts_with(expected), found, " instead of ", expected);
  CHECK(error.path == path.filename().string());
  CHECK_FALSE(error.advice.empty());
}

bool run(const std::string& command) { return std::system(command.c_str()) == 0; }

/// The files of the folder that the schema refuses, by one call of xmllint.
std::vector<std::string> refused_by_schema(const std::string& folder) {
  const fs::path report =
      fs::temp_directory_path() / ("selon-schema-" + folder + std::to_string(::getpid()) + ".txt");
  std::string command = "xmllint --noout --relaxng '" SELON_RULES_DIR "/selon-pack.rng'";
  for (const fs::path& path : packs(folder)) {
    command += " '" + path.string() + "'";
  }
  run(command + " 2> '" + report.string() + "'");
  const std::string text = content_of(report);
  std::vector<std::string> out;
  for (const fs::path& path : packs(folder)) {
    if (text.find(path.string() + " validates\n") == std::string::npos) {
      out.push_back(path.filename().string());
    }
  }
  fs::remove(report);
  return out;
}

}  // namespace

TEST_CASE("good packs load and pass every check") {
  for (const fs::path& path : packs("good")) {
    CAPTURE(path.filename().string());
    const LoadErrors errors = mistakes_of(path);
    CHECK_MESSAGE(errors.empty(), list(errors));
  }
}

TEST_CASE("a pack that breaks the format is refused at the place of its mistake") {
  CHECK(packs("bad").size() >= 25);
  for (const fs::path& path : packs("bad")) {
    const auto pack = load_pack_from_memory(content_of(path), path.filename().string());
    CHECK_MESSAGE(!pack, path.filename().string(), " is loaded");
    check_single_mistake(path);
  }
}

TEST_CASE("a pack that means nothing is refused at the place of its mistake") {
  for (const fs::path& path : packs("bad-meaning")) {
    check_single_mistake(path);
  }
}

TEST_CASE("the schema and the loader agree") {
  REQUIRE_MESSAGE(run("xmllint --version 2> /dev/null"), "xmllint is missing: install libxml2-utils");
  for (const char* folder : {"good", "bad-meaning"}) {
    for (const std::string& name : refused_by_schema(folder)) {
      FAIL_CHECK("the schema refuses ", folder, "/", name);
    }
  }
  std::vector<std::string> bad;
  for (const fs::path& path : packs("bad")) {
    bad.push_back(path.filename().string());
  }
  const std::vector<std::string> refused = refused_by_schema("bad");
  std::vector<std::string> accepted;
  std::set_difference(bad.begin(), bad.end(), refused.begin(), refused.end(), std::back_inserter(accepted));
  for (const std::string& name : accepted) {
    FAIL_CHECK("the schema accepts bad/", name);
  }
}
