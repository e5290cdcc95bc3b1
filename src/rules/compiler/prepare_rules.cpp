// prepare_rules FOLDER FILE: writes the pack in FOLDER, prepared (rules/prepared.h),
// to FILE. Run by the build.
#include <cstdio>

#include "rules/prepared.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: prepare_rules FOLDER FILE\n", stderr);
    return 2;
  }
  if (const auto error = selon::prepare_pack(arguments[1], arguments[2])) {
    std::fprintf(stderr, "%s\n", to_string(*error).c_str());
    return 2;
  }
  return 0;
}
