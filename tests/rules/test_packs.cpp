// Packs of one file each, good and bad. A bad one says in its first comment what is
// wrong and where; the loader must find that and nothing else, and xmllint with the
// schema must agree with the loader on which packs are good.
#include <doctest/doctest.h>

#include <string>

#include "both_ways.h"
#include "rules/check.h"
#include "rules/loader.h"

namespace {

namespace fs = std::filesystem;
using namespace selon;

const fs::path packs_folder = fs::path(SELON_TESTS_DIR) / "rules" / "packs";

LoadErrors mistakes_of(const fs::path& path) {
  const auto pack = load_pack_from_memory(content_of(path), path.filename().string());
  return pack ? check_pack(*pack) : pack.error();
}

void check_mistake_of(const fs::path& path) {
  CAPTURE(path.filename().string());
  const LoadErrors errors = mistakes_of(path);
  check_single_mistake(errors, content_of(path));
  CHECK(errors.front().path == path.filename().string());
}

}  // namespace

TEST_CASE("good packs load and pass every check") {
  for (const fs::path& path : files_of(packs_folder / "good")) {
    CAPTURE(path.filename().string());
    const LoadErrors errors = mistakes_of(path);
    CHECK_MESSAGE(errors.empty(), listed(errors));
  }
}

TEST_CASE("a pack that breaks the format is refused at the place of its mistake") {
  CHECK(files_of(packs_folder / "bad").size() >= 25);
  for (const fs::path& path : files_of(packs_folder / "bad")) {
    const auto pack = load_pack_from_memory(content_of(path), path.filename().string());
    CHECK_MESSAGE(!pack, path.filename().string(), " is loaded");
    check_mistake_of(path);
  }
}

TEST_CASE("a pack that means nothing is refused at the place of its mistake") {
  for (const fs::path& path : files_of(packs_folder / "bad-meaning")) {
    check_mistake_of(path);
  }
}

TEST_CASE("the schema and the loader agree") {
  check_schema_agrees(SELON_RULES_DIR "/selon-pack.rng", packs_folder, {"good", "bad-meaning"});
}
