#include "cli/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <optional>
#include <set>

#include "cli/process.h"

namespace selon {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t every_line = std::numeric_limits<std::uint32_t>::max();

/// Runs git in a folder, without what a hook that calls us says of the repository: its paths
/// are relative to another folder.
Expected<ProcessResult> git(const std::string& folder, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {
      "git", "-C", folder, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_process(words,
                     {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF"});
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

std::string whole_path(const fs::path& path) {
  std::error_code failure;
  const fs::path out = fs::weakly_canonical(path, failure);
  return failure ? path.string() : out.string();
}

/// A name as git writes it in a diff: "…" with escapes of C where it holds any.
std::string unquoted(std::string_view name) {
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') {
    return std::string(name);
  }
  name = name.substr(1, name.size() - 2);
  constexpr std::string_view letters = "abfnrtv";
  constexpr std::string_view meant = "\a\b\f\n\r\t\v";
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != '\\' || i + 1 == name.size()) {
      out += name[i];
      continue;
    }
    ++i;
    unsigned code = 0;
    const auto [end, error] =
        std::from_chars(name.data() + i, name.data() + std::min(i + 3, name.size()), code, 8);
    if (error == std::errc()) {
      out += static_cast<char>(code);
      i = static_cast<std::size_t>(end - name.data()) - 1;
    } else {
      const std::size_t letter = letters.find(name[i]);
      out += letter == std::string_view::npos ? name[i] : meant[letter];
    }
  }
  return out;
}

/// The folder above that holds .git, or the folder itself: so git needn't be asked for each.
std::string repository_of(const fs::path& folder) {
  std::error_code failure;
  for (fs::path at = folder; at.has_relative_path(); at = at.parent_path()) {
    if (fs::exists(at / ".git", failure)) {
      return at.string();
    }
  }
  return folder.string();
}

/// The new lines of "@@ -3,2 +5,4 @@"; nothing where there are none.
std::optional<LineRange> new_lines(std::string_view hunk) {
  const std::size_t plus = hunk.find(" +");
  if (plus == std::string_view::npos) {
    return std::nullopt;
  }
  const char* const end = hunk.data() + hunk.size();
  std::uint32_t first = 0;
  std::uint32_t count = 1;
  const auto [after, error] = std::from_chars(hunk.data() + plus + 2, end, first);
  if (error != std::errc() ||
      (after != end && *after == ',' && std::from_chars(after + 1, end, count).ec != std::errc())) {
    return std::nullopt;
  }
  return count == 0 ? std::nullopt : std::optional(LineRange{first, first + count - 1});
}

}  // namespace

void Changes::add_diff(const std::string& root, std::string_view diff) {
  std::vector<LineRange>* lines = nullptr;
  std::uint32_t to_skip = 0;  // lines of a hunk: one may begin like a head
  for (std::size_t at = 0; at < diff.size();) {
    const std::size_t end = std::min(diff.find('\n', at), diff.size());
    const std::string_view line = diff.substr(at, end - at);
    at = end + 1;
    if (to_skip > 0 && (line.starts_with('+'))) {
      --to_skip;
    } else if (line.starts_with("+++ ")) {
      std::string_view name = line.substr(4);
      if (name.ends_with('\t')) {  // where the name holds a space
        name.remove_suffix(1);
      }
      lines = name == "/dev/null" ? nullptr : &files_[whole_path(fs::path(root) / unquoted(name))];
    } else if (line.starts_with("@@ ") && lines != nullptr) {
      if (const auto range = new_lines(line)) {
        lines->push_back(*range);
        to_skip = range->last - range->first + 1;
      }
    }
  }
}

Expected<void> Changes::ask(const std::string& folder, const std::string& revision) {
  auto top = git(folder, {"rev-parse", "--show-toplevel"});
  if (!top) {
    return tl::unexpected(std::move(top.error()));
  }
  if (top->exit_code != 0) {
    const bool none = top->err.find("not a git repository") != std::string::npos;
    return tl::unexpected(Error{"--since", 0, 0, "not in a repository of git", folder,
                                none ? "name files of a clone" : first_line(top->err)});
  }
  const std::string root = first_line(top->out);
  const auto commit =
      git(root, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!commit || commit->exit_code != 0) {
    return tl::unexpected(Error{"--since", 0, 0, "git knows no revision of that name", revision,
                                "name a commit, a branch or a tag, as for git show"});
  }
  const auto diff = git(root, {"diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-prefix", "-U0",
                               "--no-renames", "--ignore-submodules", first_line(commit->out), "--"});
  const auto others = git(root, {"ls-files", "--others", "--exclude-standard", "-z"});
  for (const auto* answer : {&diff, &others}) {
    if (!*answer) {
      return tl::unexpected((*answer).error());
    }
    if ((*answer)->exit_code != 0) {
      return tl::unexpected(Error{"--since", 0, 0, "git failed", first_line((*answer)->err), ""});
    }
  }
  add_diff(root, diff->out);
  for (std::string_view rest = others->out; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    files_[whole_path(fs::path(root) / rest.substr(0, end))] = {{1, every_line}};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

Expected<Changes> Changes::since(const std::string& revision, const std::vector<std::string>& files) {
  if (revision.starts_with('-')) {
    return tl::unexpected(
        Error{"--since", 0, 0, "not the name of a revision", revision, "name a commit, a branch or a tag"});
  }
  Changes changes;
  std::set<std::string> asked;
  for (const std::string& file : files) {
    if (file == "-") {
      return tl::unexpected(Error{"--since", 0, 0, "git knows nothing of standard input", "", "name files"});
    }
    std::error_code failure;
    const std::string folder = fs::path(whole_path(file)).parent_path().string();
    if (!fs::is_directory(folder, failure) || !asked.insert(repository_of(folder)).second) {
      continue;  // that a file isn't there is told by who reads it
    }
    if (auto answer = changes.ask(folder, revision); !answer) {
      return tl::unexpected(std::move(answer.error()));
    }
  }
  return changes;
}

bool Changes::has_file(const std::string& path) const {
  std::error_code failure;
  return files_.contains(whole_path(path)) || !fs::exists(path, failure);
}

bool Changes::has_line(const std::string& path, std::uint32_t first, std::uint32_t last) const {
  const auto file = files_.find(whole_path(path));
  return file != files_.end() && std::ranges::any_of(file->second, [&](const LineRange& range) {
           return first <= range.last && range.first <= last;
         });
}

}  // namespace selon
