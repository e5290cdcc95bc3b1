#include "cli/folders.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "cli/houses.h"
#include "cli/ignored.h"
#include "document/load.h"
#include "document/nitf.h"

namespace selon {

namespace fs = std::filesystem;

namespace {

/// XML may be anything: a dispatch is known by its first element.
bool is_nitf(const fs::path& path) {
  if (path.extension() != ".xml" && path.extension() != ".XML") {
    return false;
  }
  std::string head(4096, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return shows_nitf(head);
}

class Walk {
 public:
  Walk(std::vector<std::string>& articles, Houses* houses, Console& console)
      : articles_(articles), houses_(houses), console_(console) {}

  void run(const fs::path& folder) {
    enter_repository(folder);
    walk(folder);
  }

 private:
  /// The .gitignore files above the folder hold in it too, from that of its repository on.
  void enter_repository(const fs::path& folder) {
    std::error_code failure;
    const fs::path start = fs::canonical(folder, failure);
    fs::path root = start;
    while (root.has_relative_path() && !fs::exists(root / ".git", failure)) {
      root = root.parent_path();
    }
    if (!fs::exists(root / ".git", failure)) {
      return;
    }
    for (const fs::path& name : start.lexically_relative(root)) {
      if (name != ".") {
        ignored_.enter(root, trail_.size());
        root /= name;
        trail_.push_back(name.string());
      }
    }
  }

  void walk(const fs::path& folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
      entries.push_back(*at);
    }
    if (failure) {
      console_.fail({folder.string(), 0, 0, "the folder cannot be read", failure.message(), ""});
      return;
    }
    std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().string(); });
    const std::size_t before = ignored_.size();
    ignored_.enter(folder, trail_.size());
    for (const fs::directory_entry& entry : entries) {
      trail_.push_back(entry.path().filename().string());
      take(entry);
      trail_.pop_back();
    }
    ignored_.leave(before);
  }

  void take(const fs::directory_entry& entry) {
    std::error_code failure;
    const bool folder = entry.is_directory(failure);
    const bool circle = folder && entry.is_symlink(failure);  // may lead back to where we came from
    if (trail_.back().starts_with('.') || circle || ignored_.contains(trail_, folder) ||
        (houses_ != nullptr && houses_->ignores(entry.path().string(), folder))) {
      return;
    }
    if (folder) {
      walk(entry.path());
    } else if (entry.is_regular_file(failure) && (format_of_name(trail_.back()) || is_nitf(entry.path()))) {
      articles_.push_back(entry.path().lexically_normal().string());
    }
  }

  std::vector<std::string>& articles_;
  Houses* houses_;
  Console& console_;
  IgnoredPaths ignored_;
  IgnoredPaths::Trail trail_;
};

}  // namespace

namespace {

/// Where a pattern of paths begins to be one: "a/b*/c" is the folder "a", and below it "b*/c".
struct Glob {
  std::string folder;
  std::string below;
};

std::optional<Glob> glob_of(const std::string& path) {
  std::error_code failure;
  const std::size_t sign = path.find_first_of("*?[");
  if (sign == std::string::npos || fs::exists(path, failure)) {
    return std::nullopt;
  }
  const std::size_t slash = path.rfind('/', sign);
  return slash == std::string::npos ? Glob{".", path}
                                    : Glob{slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

/// The articles in a folder that the pattern fits.
std::vector<std::string> matching(const Glob& glob, Houses* houses, Console& console) {
  std::vector<std::string> articles;
  Walk(articles, houses, console).run(glob.folder);
  IgnoredPaths wanted;
  wanted.add("/" + glob.below, 0);
  std::erase_if(articles, [&](const std::string& article) {
    IgnoredPaths::Trail trail;
    for (const fs::path& name :
         fs::path(article).lexically_relative(fs::path(glob.folder).lexically_normal())) {
      trail.push_back(name.string());
    }
    return !wanted.contains(trail, false);
  });
  return articles;
}

}  // namespace

std::vector<std::string> with_articles_of_folders(const std::vector<std::string>& paths, Houses* houses,
                                                  Console& console) {
  std::vector<std::string> articles;
  for (const std::string& path : paths) {
    std::error_code failure;
    const std::size_t before = articles.size();
    if (const auto glob = glob_of(path)) {
      std::ranges::move(matching(*glob, houses, console), std::back_inserter(articles));
    } else if (path == "-" || !fs::is_directory(path, failure)) {
      articles.push_back(path);
    } else {
      Walk(articles, houses, console).run(path);
    }
    if (articles.size() == before) {
      console.fail({path, 0, 0, glob_of(path) ? "no articles whose names fit" : "no articles in this folder",
                    "", "name the files, or a folder with .txt, .html, .md, .nitf or .jsonl files"});
    }
  }
  return articles;
}

}  // namespace selon
