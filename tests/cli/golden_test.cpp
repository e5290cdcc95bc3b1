// Runs the real program on the golden folders. Each folder of golden/ is a case:
//
//   cmd               what is run, a script for sh; `selon` is the program
//   expected.stdout   all that it writes to standard output
//   expected.stderr   and to standard error; where the file is missing, it must be silent
//   expected.exit     its exit code (0 where the file is missing)
//   anything else     input
//
// The script runs in a copy of the folder, with an empty home and an English locale;
// $FIXTURES and $RULES are the project's folders, $VALIDATE is tests/report/validate.py.
// With SELON_UPDATE_GOLDEN=1 the expected files are written anew: read the difference.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write(const fs::path& path, const std::string& text) {
  if (text.empty()) {
    fs::remove(path);
  } else {
    std::ofstream(path, std::ios::binary) << text;
  }
}

/// A folder that goes away at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "selon-golden-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  fs::path path;
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

struct Outcome {
  std::string out;
  std::string err;
  std::string exit;
};

Outcome run(const fs::path& folder) {
  const Scratch scratch;
  const fs::path work = scratch.path / "work";
  fs::copy(folder, work, fs::copy_options::recursive);
  fs::create_directory(scratch.path / "home");
  const fs::path program = fs::path(SELON_LEXICON_DIR).parent_path();
  const std::string quoted = "'" + scratch.path.string() + "'";
  const std::string command =
      "cd '" + work.string() + "' && env -i PATH='" + program.string() + "':/usr/bin:/bin HOME=" + quoted +
      "/home LC_ALL=C.UTF-8 SELON_RULES='" SELON_RULES_DIR "' RULES='" SELON_RULES_DIR
      "' FIXTURES='" SELON_FIXTURES_DIR "' VALIDATE='" SELON_TESTS_DIR "/report/validate.py' sh ./cmd >" +
      quoted + "/out 2>" + quoted + "/err </dev/null";
  const int status = std::system(command.c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  const auto output = [&](const char* name) {  // without the paths of this machine
    std::string text = replaced(read(scratch.path / name), work.string() + "/", "");
    text = replaced(std::move(text), scratch.path.string(), "$SCRATCH");
    text = replaced(std::move(text), SELON_RULES_DIR, "$RULES");
    return replaced(std::move(text), (program / ".." / "share").lexically_normal().string(), "$SHARE");
  };
  return {output("out"), output("err"), code == 0 ? "" : std::to_string(code) + "\n"};
}

std::vector<fs::path> cases() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(fs::path(SELON_TESTS_DIR) / "cli" / "golden")) {
    if (entry.is_directory()) {
      folders.push_back(entry.path());
    }
  }
  std::ranges::sort(folders);
  return folders;
}

}  // namespace

TEST_CASE("the program does what the golden folders say") {
  REQUIRE(fs::exists(fs::path(SELON_LEXICON_DIR).parent_path() / "selon"));
  const bool update = std::getenv("SELON_UPDATE_GOLDEN") != nullptr;
  const std::vector<fs::path> folders = cases();
  CHECK(folders.size() > 10);
  for (const fs::path& folder : folders) {
    INFO("golden case: ", folder.filename().string());
    const Outcome outcome = run(folder);
    if (update) {
      write(folder / "expected.stdout", outcome.out);
      write(folder / "expected.stderr", outcome.err);
      write(folder / "expected.exit", outcome.exit);
    }
    CHECK(outcome.out == read(folder / "expected.stdout"));
    CHECK(outcome.err == read(folder / "expected.stderr"));
    CHECK(outcome.exit == read(folder / "expected.exit"));
  }
}
