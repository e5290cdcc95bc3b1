#include "rules/house.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "rules/find_pack.h"
#include "rules/load_parts.h"
#include "rules/profile.h"
#include "rules/regex_store.h"

namespace selon {

namespace {

namespace fs = std::filesystem;

class HouseReader {
 public:
  explicit HouseReader(std::span<const std::string_view> known_rules) : known_rules_(known_rules) {
    loading_.begin_pack();
  }
  /// From now on a profile's name must be known in these places.
  void look_for_profiles(PackPlaces places) { places_ = std::move(places); }

  tl::expected<House, LoadErrors> read(RuleFile& file, std::optional<Error> unreadable) {
    loading_.pack.files.push_back(file.path());
    house_.path = file.path();
    if (!unreadable) {
      unreadable = file.parse();
    }
    if (unreadable) {
      loading_.mistake(std::move(*unreadable));
    } else {
      read_root(Element(loading_, file, file.root()));
    }
    if (loading_.has_mistakes()) {
      return tl::unexpected(loading_.take_mistakes());
    }
    return std::move(house_);
  }

 private:
  void read_root(const Element& root) {
    if (root.name() != "selon") {
      root.mistake("the root element is not <selon>", fmt::format("<{}>", root.name()),
                   "write <selon profile=\"…\">");
      return;
    }
    root.allow({"profile", "languages"});
    if (root.has("profile")) {
      read_profile(root);
    }
    if (root.has("languages")) {
      house_.languages = root.names("languages");
      for (const std::string& lang : house_.languages) {
        if (!is_language(lang)) {
          root.mistake_in("languages", "not a language code", lang, std::string(language_form));
        }
      }
    }
    root.children([this](const Element& child) { read_child(child); });
  }

  void read_profile(const Element& root) {
    house_.profile = root.required("profile");
    std::error_code failure;
    if (is_profile_path(house_.profile)) {
      house_.profile = (fs::path(house_.path).parent_path() / house_.profile).lexically_normal().string();
      if (places_ && !fs::exists(house_.profile, failure)) {
        root.mistake_in("profile", "the profile's file doesn't exist", house_.profile,
                        "name a profile, or a file relative to this one");
      }
    } else if (places_ && !house_.profile.empty()) {
      if (const auto found = find_profile_in(house_.profile, *places_); !found) {
        root.mistake_in("profile", found.error().what, house_.profile, found.error().advice);
      }
    }
  }

  void read_child(const Element& child) {
    if (child.name() == "level") {
      load_level(child, known_rules_, house_.levels);
    } else if (child.name() == "ignore") {
      child.allow({});
      house_.ignored.push_back(child.text());
    } else if (child.name() == "house") {
      read_words(child);
    } else {
      child.unknown({"level", "ignore", "house"});
    }
  }

  /// The words of a language are read as those of a pack of their own.
  void read_words(const Element& element) {
    element.allow({"lang"});
    House::Words words;
    words.lang = element.required("lang", is_language, language_form);
    if (std::ranges::find(house_.words, words.lang, &House::Words::lang) != house_.words.end()) {
      element.mistake("a second <house> of that language", words.lang, "put its words into the first");
    }
    Loading loading;
    loading.pack.files = loading_.pack.files;
    loading.begin_pack();
    Element(loading, element.file(), element.node()).children([](const Element& child) {
      if (child.name() == "source") {
        load_source(child);
      } else if (child.name() == "sources") {
        load_sources(child);
      } else if (child.name() == "verbs") {
        load_verbs(child);
      } else {
        child.unknown({"source", "sources", "verbs"});
      }
    });
    if (loading.has_mistakes()) {
      for (Error& error : loading.take_mistakes()) {
        loading_.mistake(std::move(error));
      }
    }
    words.sources = std::move(loading.pack.sources);
    words.verbs = std::move(loading.pack.verbs);
    house_.words.push_back(std::move(words));
  }

  Loading loading_;
  std::span<const std::string_view> known_rules_;
  std::optional<PackPlaces> places_;
  House house_;
};

/// Adds what is new, and puts the rest in the place of what it has the key of.
template <class T, class Key>
void join(std::vector<T>& items, const std::vector<T>& added, Key key, std::uint32_t file) {
  for (T item : added) {
    item.place.file = file;
    const auto same = std::ranges::find(items, item.*key, key);
    if (same == items.end()) {
      items.push_back(std::move(item));
    } else {
      *same = std::move(item);
    }
  }
}

}  // namespace

std::string find_house(const std::string& folder) {
  std::error_code failure;
  fs::path at = fs::weakly_canonical(folder.empty() ? "." : folder, failure);
  while (!failure) {
    const fs::path file = at / house_file_name;
    if (fs::is_regular_file(file, failure)) {
      const fs::path shown = file.lexically_relative(fs::current_path(failure));  // shorter in messages
      return shown.empty() || *shown.begin() == ".." ? file.string() : shown.string();
    }
    failure.clear();  // a folder that may not be looked into has none for us
    if (!at.has_relative_path()) {
      break;
    }
    at = at.parent_path();
  }
  return {};
}

tl::expected<House, LoadErrors> load_house(const std::string& path, const std::string& rules_dir,
                                           std::span<const std::string_view> known_rules) {
  RuleFile file(path, 0, "selon");
  HouseReader reader(known_rules);
  reader.look_for_profiles(process_places(rules_dir));
  auto unreadable = file.read();
  return reader.read(file, std::move(unreadable));
}

tl::expected<House, LoadErrors> load_house_from_memory(std::string_view xml, const std::string& path,
                                                       std::span<const std::string_view> known_rules) {
  RuleFile file(path, 0, "selon");
  auto unreadable = file.set_content(std::string(xml));
  return HouseReader(known_rules).read(file, std::move(unreadable));
}

void add_house_words(const House& house, Pack& pack) {
  const auto words = std::ranges::find(house.words, pack.lang, &House::Words::lang);
  if (words == house.words.end() || (words->sources.empty() && words->verbs.empty())) {
    return;
  }
  const auto file = static_cast<std::uint32_t>(pack.files.size());
  pack.files.push_back(house.path);
  join(pack.sources, words->sources, &SourceEntry::ref, file);
  join(pack.verbs, words->verbs, &Verb::lemma, file);
  pack.regexes = RegexStore::without_tables(std::move(pack.regexes));
}

}  // namespace selon
