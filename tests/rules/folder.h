// What the tests of the rules room share: a folder of their own and small packs.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace selon {

/// A folder that is removed at the end of a test.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              ("selon-test-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline std::string pack_xml(const std::string& body,
                            const std::string& attributes = "lang=\"fr\" version=\"1\"") {
  return "<pack " + attributes + ">\n" + body + "\n</pack>\n";
}

}  // namespace selon
