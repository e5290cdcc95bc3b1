// Runs a fuzz target over files and folders: the corpus is a test under any compiler.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "target.h"

namespace {

namespace fs = std::filesystem;

std::size_t replay(const fs::path& path) {
  if (fs::is_directory(path)) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(path)) {
      count += replay(entry.path());
    }
    return count;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);  // the last name printed is that of the file that crashes
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  std::size_t files = 0;
  for (int i = 1; i < count; ++i) {
    files += replay(arguments[i]);
  }
  std::printf("%zu files\n", files);
  return files == 0 ? 1 : 0;
}
