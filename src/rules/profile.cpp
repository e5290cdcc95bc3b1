#include "rules/profile.h"

#include <algorithm>
#include <deque>
#include <filesystem>

#include "rules/find_pack.h"
#include "rules/load_parts.h"
#include "rules/regex_store.h"

namespace selon {

namespace {

namespace fs = std::filesystem;

class ProfileReader {
 public:
  ProfileReader(PackPlaces places, std::span<const std::string_view> known_rules)
      : places_(std::move(places)), known_rules_(known_rules) {
    loading_.begin_pack();
  }

  /// Reads a file, the profiles that it extends before it.
  void read_file(const std::string& path) {
    RuleFile& file = new_file(path);
    std::error_code failure;
    open_.push_back(fs::weakly_canonical(path, failure));
    if (auto mistake = file.read()) {
      loading_.mistake(std::move(*mistake));
    } else {
      read(file, true);
    }
  }

  void read_memory(std::string_view xml, const std::string& path) {
    RuleFile& file = new_file(path);
    if (auto mistake = file.set_content(std::string(xml))) {
      loading_.mistake(std::move(*mistake));
    } else {
      read(file, false);
    }
  }

  tl::expected<Profile, LoadErrors> finish() {
    if (loading_.has_mistakes()) {
      return tl::unexpected(loading_.take_mistakes());
    }
    std::ranges::reverse(profile_.files);
    profile_.words = std::move(loading_.pack.lists);
    return std::move(profile_);
  }

 private:
  RuleFile& new_file(const std::string& path) {
    std::vector<std::string>& files = loading_.pack.files;
    files_.emplace_back(path, static_cast<std::uint32_t>(files.size()), "profile");
    files.push_back(path);
    profile_.files.push_back(path);
    return files_.back();
  }

  void read(RuleFile& file, bool may_extend) {
    if (auto mistake = file.parse()) {
      loading_.mistake(std::move(*mistake));
      return;
    }
    const Element root(loading_, file, file.root());
    if (root.name() != "profile") {
      root.mistake("the root element is not <profile>", "<" + std::string(root.name()) + ">",
                   "write <profile extends=\"default\">");
      return;
    }
    root.allow({"extends"});
    if (root.has("extends")) {
      const std::string base = root.required("extends");
      if (!base.empty() && !may_extend) {
        root.mistake_in("extends", "a profile in memory can't extend another one", base,
                        "put it into a file");
      } else if (!base.empty()) {
        read_base(root, base);
      }
    }
    read_children(root);
  }

  void read_base(const Element& root, const std::string& base) {
    constexpr std::size_t longest_chain = 8;
    std::string path;
    if (is_profile_path(base)) {
      path = (fs::path(root.file().path()).parent_path() / base).lexically_normal().string();
    } else if (auto found = find_profile_in(base, places_)) {
      path = std::move(*found);
    } else {
      root.mistake_in("extends", found.error().what, base, found.error().advice);
      return;
    }
    std::error_code failure;
    if (is_profile_path(base) && !fs::exists(path, failure)) {
      root.mistake_in("extends", "the profile to extend doesn't exist", base,
                      "name a profile, or a file relative to this one");
      return;
    }
    if (std::ranges::find(open_, fs::weakly_canonical(path, failure)) != open_.end() ||
        open_.size() >= longest_chain) {
      root.mistake_in("extends", "profiles that extend one another in a circle", base,
                      "let one of them extend nothing");
      return;
    }
    read_file(path);
  }

  void read_children(const Element& root) {
    std::vector<RuleLevel> levels;
    loading_.begin_pack();     // what it extends may have lists of the same names
    profile_.summary.clear();  // those of a profile that this one extends
    profile_.references.clear();
    bool verified = false;
    root.children([&](const Element& child) {
      if (child.name() == "level") {
        load_level(child, known_rules_, levels);
      } else if (child.name() == "words") {
        load_words(child);
      } else if (child.name() == "summary") {
        read_summary(child);
      } else if (child.name() == "reference") {
        profile_.references.push_back(load_reference(child));
      } else if (child.name() == "verification") {
        if (verified) {
          child.mistake("a second <verification>", "", "keep one of them");
        }
        verified = true;
        read_verification(child);
      } else {
        child.unknown({"summary", "reference", "level", "words", "verification"});
      }
    });
    merge_levels(profile_.levels, levels);
  }

  void read_summary(const Element& element) {
    element.allow({"lang"});
    Profile::Summary summary{element.required("lang", is_language, language_form), element.text()};
    if (std::ranges::find(profile_.summary, summary.lang, &Profile::Summary::lang) !=
        profile_.summary.end()) {
      element.mistake("a second <summary> in that language", summary.lang, "keep one of them");
    }
    profile_.summary.push_back(std::move(summary));
  }

  void read_verification(const Element& element) {
    element.allow({"passes"});
    element.children([](const Element& child) { child.unknown(); });
    element.require("passes");
    profile_.passes = element.names("passes");
    for (const std::string& name : profile_.passes) {
      if (std::ranges::find(passing_classes, name) == passing_classes.end()) {
        element.mistake_in("passes", "no class of quotations that may pass", name,
                           name_advice(name, passing_classes));
      }
    }
  }

  Loading loading_;
  PackPlaces places_;
  std::span<const std::string_view> known_rules_;
  std::deque<RuleFile> files_;
  std::vector<fs::path> open_;
  Profile profile_;
};

}  // namespace

bool Profile::lets_pass(std::string_view verification_class) const {
  return std::ranges::find(passes, verification_class) != passes.end();
}

void apply_profile(const Profile& profile, Pack& pack) {
  apply_levels(profile.levels, pack);
  bool changed = false;
  for (const WordList& words : profile.words) {
    const auto list = std::ranges::find(pack.lists, words.id, &WordList::id);
    if (list != pack.lists.end()) {
      list->words = words.words;
      changed = true;
    }
  }
  if (changed) {
    pack.regexes = RegexStore::without_tables(std::move(pack.regexes));
  }
}

std::string_view summary_of(const Profile& profile, std::string_view lang) {
  const auto fits = std::ranges::find(profile.summary, lang, &Profile::Summary::lang);
  return fits != profile.summary.end() ? std::string_view(fits->text)
         : profile.summary.empty()     ? std::string_view()
                                       : std::string_view(profile.summary.front().text);
}

bool is_profile_path(std::string_view name) { return name.ends_with(".xml"); }

tl::expected<Profile, LoadErrors> load_profile(const std::string& name, const std::string& rules_dir,
                                               std::span<const std::string_view> known_rules) {
  PackPlaces places = process_places(rules_dir);
  std::string path = name;
  if (!is_profile_path(name)) {
    auto found = find_profile_in(name, places);
    if (!found) {
      return tl::unexpected(LoadErrors{std::move(found.error())});
    }
    path = std::move(*found);
  }
  ProfileReader reader(std::move(places), known_rules);
  reader.read_file(path);
  auto profile = reader.finish();
  if (profile) {
    profile->name = fs::path(path).stem().string();
  }
  return profile;
}

tl::expected<Profile, LoadErrors> load_profile_from_memory(std::string_view xml, const std::string& path,
                                                           std::span<const std::string_view> known_rules) {
  ProfileReader reader({}, known_rules);
  reader.read_memory(xml, path);
  return reader.finish();
}

std::vector<std::string> profile_names(const std::string& rules_dir) {
  return profile_names_in(process_places(rules_dir));
}

}  // namespace selon
