// Fuzz target: a selon.xml or a profile, good or bad. What is refused is refused at a place of
// the file; the words of what is accepted join a pack without doubling any.
#include "rules/house.h"

#include <set>

#include "rules/profile.h"
#include "target.h"

namespace {

using namespace selon;

void check_mistakes(const LoadErrors& errors) {
  fuzz::promise(!errors.empty(), "a refusal has a mistake");
  for (const Error& error : errors) {
    fuzz::promise(error.path == "selon.xml" || error.path.empty(), "a mistake names its file");
    fuzz::promise(!error.what.empty() && !to_string(error).empty(), "a mistake says what is wrong");
  }
}

void check_house(const House& house) {
  Pack pack;
  for (const House::Words& words : house.words) {
    pack.lang = words.lang;
    add_house_words(house, pack);
    add_house_words(house, pack);
  }
  std::set<std::string> refs;
  for (const SourceEntry& source : pack.sources) {
    fuzz::promise(refs.insert(source.ref).second, "a source is there once");
    fuzz::promise(source.place.file < pack.files.size(), "a source has a place");
  }
  apply_levels(house.levels, pack);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto house = load_house_from_memory(fuzz::view_of(data, size), "selon.xml", {})) {
    check_house(*house);
  } else {
    check_mistakes(house.error());
  }
  if (const auto profile = load_profile_from_memory(fuzz::view_of(data, size), "selon.xml", {})) {
    for (const std::string& passing : profile->passes) {
      fuzz::promise(profile->lets_pass(passing), "what passes passes");
    }
    fuzz::promise(!profile->lets_pass("altered"), "what is altered never passes");
  } else {
    check_mistakes(profile.error());
  }
  return 0;
}
