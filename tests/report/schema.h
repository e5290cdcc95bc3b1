// Validates JSON against a schema of the project, with python3-jsonschema.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace selon::test {

/// What the validator has against `json`; "" where it is valid.
inline std::string schema_errors(const std::string& schema, const std::string& json,
                                 const std::string& flags = "") {
  char name[] = "/tmp/selon-schema-XXXXXX";
  const int descriptor = ::mkstemp(name);
  REQUIRE(descriptor >= 0);
  std::ofstream(name) << json;
  const std::string command = std::string("/usr/bin/python3 ") + SELON_TESTS_DIR + "/report/validate.py " +
                              flags + " " + SELON_RULES_DIR + "/schema/" + schema + " " + name + " 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    said += static_cast<char>(c);
  }
  const int status = ::pclose(pipe);
  std::remove(name);
  return status != 0 && said.empty() ? "the validator failed" : said;
}

}  // namespace selon::test
