#include "rules/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <fstream>

#include "rules/load_parts.h"
#include "rules/prepared.h"
#include "rules/regex_store.h"

namespace selon {

namespace {

namespace fs = std::filesystem;

using LoadElement = void (*)(const Element&);

constexpr std::array<std::pair<std::string_view, LoadElement>, 13> elements{{
    {"audit", load_audit},
    {"boundary", load_boundary},
    {"choose", load_choose},
    {"furniture", load_furniture},
    {"macro", load_macro},
    {"pattern", load_pattern},
    {"set", load_set},
    {"site", load_site},
    {"source", load_source},
    {"sources", load_sources},
    {"tag", load_tag},
    {"verbs", load_verbs},
    {"words", load_words},
}};

void load_element(const Element& element) {
  const auto found = std::find_if(elements.begin(), elements.end(),
                                  [&](const auto& e) { return e.first == element.name(); });
  if (found == elements.end()) {
    element.unknown({"words", "verbs", "tag", "choose", "macro", "set", "pattern", "boundary", "sources",
                     "source", "furniture", "audit", "site"});
    return;
  }
  found->second(element);
}

/// What the root elements of a pack's files say; all of them must say the same.
struct Root {
  std::string version;
  std::string extends;
  std::string extends_from;  ///< path of the file that says so
};

void read_root(const Element& element, Root& root) {
  Pack& pack = element.loading().pack;
  if (element.name() != "pack") {
    element.mistake("the root element is not <pack>", fmt::format("<{}>", element.name()),
                    "write <pack lang=\"…\" version=\"…\">");
    return;
  }
  element.allow({"lang", "version", "extends"});
  const std::string lang = element.required("lang", is_language, language_form);
  const std::string version = element.required("version");
  if (pack.lang.empty()) {
    pack.lang = lang;
  } else if (!lang.empty() && lang != pack.lang) {
    element.mistake_in("lang", "another language than the rest of the pack", lang,
                       fmt::format("write “{}”", pack.lang));
  }
  if (root.version.empty()) {
    root.version = version;
  } else if (!version.empty() && version != root.version) {
    element.mistake_in("version", "another version than the rest of the pack", version,
                       fmt::format("write “{}” in every file", root.version));
  }
  if (!element.has("extends")) {
    return;
  }
  const std::string extends = element.required("extends");
  if (!root.extends.empty() && extends != root.extends) {
    element.mistake_in("extends", "a second pack to extend", extends,
                       fmt::format("a pack extends one: “{}”", root.extends));
  } else {
    root.extends = extends;
    root.extends_from = element.file().path();
  }
}

class PackReader {
 public:
  /// Reads a folder, the pack it extends before it.
  void read_folder(const std::string& folder, RulePlace asked_at);
  /// Reads one file from memory.
  void read_memory(std::string_view xml, const std::string& path);
  tl::expected<Pack, LoadErrors> finish();

 private:
  std::vector<std::string> list_files(const std::string& folder, RulePlace asked_at);
  std::vector<RuleFile*> read_files(const std::vector<std::string>& paths);
  bool read_prepared(const std::string& folder, const std::vector<std::string>& paths);
  void read_base(const Root& root);
  void read_elements(const std::vector<const RuleFile*>& files, const Root& root);
  RuleFile& new_file(const std::string& path);

  Loading loading_;
  std::deque<RuleFile> files_;
  std::vector<fs::path> open_;  ///< the packs that extend one another, canonical
  bool prepared_ = false;
};

RuleFile& PackReader::new_file(const std::string& path) {
  files_.emplace_back(path, static_cast<std::uint32_t>(loading_.pack.files.size()));
  loading_.pack.files.push_back(path);
  return files_.back();
}

std::vector<std::string> PackReader::list_files(const std::string& folder, RulePlace asked_at) {
  std::vector<std::string> out;
  std::error_code failure;
  for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    const std::string name = at->path().filename().string();
    if (at->path().extension() == ".xml" && !name.starts_with('.')) {
      out.push_back(at->path().string());
    }
  }
  if (!failure && !out.empty()) {
    std::sort(out.begin(), out.end());
    return out;
  }
  const std::string what = failure ? fmt::format("the rule pack can't be opened ({})", failure.message())
                                   : std::string("the folder holds no rule file (*.xml)");
  const std::string advice = "name a folder with rule files, like rules/fr";
  if (asked_at.line > 0) {
    loading_.mistake(asked_at, what, folder, advice);
  } else {
    loading_.mistake({folder, 0, 0, what, "", advice});
  }
  return {};
}

void PackReader::read_base(const Root& root) {
  constexpr std::size_t longest_chain = 8;
  const auto found = std::find_if(files_.begin(), files_.end(),
                                  [&](const RuleFile& file) { return file.path() == root.extends_from; });
  const RulePlace at = found->place(found->root().attribute("extends").value());
  const fs::path base = (fs::path(root.extends_from).parent_path() / root.extends).lexically_normal();
  std::error_code failure;
  const fs::path canonical = fs::weakly_canonical(base, failure);
  if (std::find(open_.begin(), open_.end(), canonical) != open_.end() || open_.size() >= longest_chain) {
    loading_.mistake(at, "packs that extend one another in a circle", root.extends,
                     "let one of them extend nothing");
    return;
  }
  read_folder(base.string(), at);
}

void PackReader::read_elements(const std::vector<const RuleFile*>& files, const Root& root) {
  loading_.begin_pack();
  std::string& version = loading_.pack.version;
  version = version.empty() ? root.version : fmt::format("{}+{}", version, root.version);
  for (const RuleFile* file : files) {
    if (std::string_view(file->root().name()) == "pack") {
      Element(loading_, *file, file->root()).children(load_element);
    }
  }
}

std::vector<RuleFile*> PackReader::read_files(const std::vector<std::string>& paths) {
  std::vector<RuleFile*> out;
  for (const std::string& path : paths) {
    RuleFile& file = new_file(path);
    if (auto mistake = file.read()) {
      loading_.mistake(std::move(*mistake));
    } else {
      out.push_back(&file);
    }
  }
  return out;
}

// Nothing is parsed, and each file's content is kept only until the next one is read.
bool PackReader::read_prepared(const std::string& folder, const std::vector<std::string>& paths) {
  Fingerprint fingerprint;
  std::string content;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::error_code failure;
    content.resize(std::min<std::uintmax_t>(fs::file_size(path, failure), RuleFile::max_bytes));
    if (failure || !file.read(content.data(), static_cast<std::streamsize>(content.size()))) {
      return false;
    }
    fingerprint.add(fs::path(path).filename().string(), content);
  }
  if (auto pack = find_prepared(folder, fingerprint)) {
    loading_.pack = std::move(*pack);
    loading_.pack.regexes = find_regexes(loading_.pack.lang, fingerprint.value());
    prepared_ = true;
  }
  return prepared_;
}

void PackReader::read_folder(const std::string& folder, RulePlace asked_at) {
  std::error_code failure;
  open_.push_back(fs::weakly_canonical(folder, failure));
  const std::vector<std::string> paths = list_files(folder, asked_at);
  const bool extended = open_.size() > 1;  // what overrides it needs the places of a pack just read
  if (!extended && !paths.empty() && read_prepared(folder, paths)) {
    return;
  }
  std::vector<RuleFile*> files = read_files(paths);
  Root root;
  std::vector<const RuleFile*> parsed;
  for (RuleFile* file : files) {
    if (auto mistake = file->parse()) {
      loading_.mistake(std::move(*mistake));
      continue;
    }
    read_root(Element(loading_, *file, file->root()), root);
    parsed.push_back(file);
  }
  if (!root.extends.empty()) {
    read_base(root);
  }
  read_elements(parsed, root);
  open_.pop_back();
}

void PackReader::read_memory(std::string_view xml, const std::string& path) {
  RuleFile& file = new_file(path);
  auto mistake = file.set_content(std::string(xml));
  if (!mistake) {
    mistake = file.parse();
  }
  if (mistake) {
    loading_.mistake(std::move(*mistake));
    return;
  }
  Root root;
  const Element element(loading_, file, file.root());
  read_root(element, root);
  if (!root.extends.empty()) {
    element.mistake_in("extends", "a pack in memory can't extend another one", root.extends,
                       "put the file into a folder of its own");
  }
  read_elements({&file}, root);
}

tl::expected<Pack, LoadErrors> PackReader::finish() {
  if (!prepared_) {
    check_tag_references(loading_);
  }
  if (loading_.has_mistakes()) {
    return tl::unexpected(loading_.take_mistakes());
  }
  return std::move(loading_.pack);
}

}  // namespace

tl::expected<Pack, LoadErrors> load_pack(const std::string& folder) {
  PackReader reader;
  reader.read_folder(folder, {});
  return reader.finish();
}

tl::expected<Pack, LoadErrors> load_pack_from_memory(std::string_view xml, const std::string& path) {
  PackReader reader;
  reader.read_memory(xml, path);
  return reader.finish();
}

}  // namespace selon
