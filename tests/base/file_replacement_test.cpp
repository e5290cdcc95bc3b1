#include "base/file_replacement.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace selon::test {

namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] long size() const {
    return std::distance(fs::directory_iterator(path), fs::directory_iterator());
  }

  fs::path path = fs::temp_directory_path() / ("selon-replaced-" + std::to_string(::getpid()));
};

}  // namespace

TEST_SUITE("base") {
  TEST_CASE("a file is replaced whole, with its mode, and nothing is left beside it") {
    const Folder folder;
    REQUIRE_FALSE(replace_file(folder.file("a"), "one"));
    CHECK(folder.read("a") == "one");
    fs::permissions(folder.file("a"), fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE_FALSE(replace_file(folder.file("a"), std::string(100'000, 'x')));
    CHECK(folder.read("a").size() == 100'000);
    CHECK(fs::status(folder.file("a")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(folder.size() == 1);
  }

  TEST_CASE("a link stays one, and what it leads to is replaced") {
    const Folder folder;
    REQUIRE_FALSE(replace_file(folder.file("a"), "one"));
    fs::create_symlink("a", folder.file("link"));
    REQUIRE_FALSE(replace_file(folder.file("link"), "two"));
    CHECK(fs::is_symlink(folder.file("link")));
    CHECK(folder.read("a") == "two");
  }

  TEST_CASE("what can't be written is told, and nothing is made") {
    const Folder folder;
    const auto missing = replace_file(folder.file("gone/a"), "one");
    REQUIRE(missing);
    CHECK(missing->fragment == "No such file or directory");
    CHECK_FALSE(fs::exists(folder.file("gone")));
    fs::create_directory(folder.file("room"));
    CHECK(replace_file(folder.file("room"), "one"));
    REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
    CHECK(replace_file(folder.file("pipe"), "one"));
    CHECK(folder.size() == 2);
  }
}

}  // namespace selon::test
