// The words of the interface are data: every key that the code uses has them, in each language, and
// no language's words stand in the code.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "claims/diff/change.h"
#include "report/diff_report.h"
#include "report/page_words.h"
#include "report/verify_report.h"
#include "rules/names.h"

using namespace selon;

namespace {

std::vector<std::filesystem::path> code_files() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path src = std::filesystem::path(SELON_TESTS_DIR).parent_path() / "src";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(src)) {
    const auto kind = entry.path().extension();
    if (kind == ".cpp" || kind == ".h") files.push_back(entry.path());
  }
  return files;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The keys that the code asks for by name, with what is asked of them: "counted", "with" or "".
std::set<std::pair<std::string, std::string>> used_keys() {
  static const std::regex use(
      "(?:words_?|ui_words\\([a-z_.]+\\))(?:\\[|\\.(counted|with|or_nothing)\\(\\s*)\"([a-z_.]+)\"");
  std::set<std::pair<std::string, std::string>> keys;
  for (const auto& path : code_files()) {
    const std::string code = read(path);
    for (std::sregex_iterator at(code.begin(), code.end(), use), end; at != end; ++at) {
      keys.emplace((*at)[1], (*at)[2]);
    }
  }
  return keys;
}

}  // namespace

TEST_CASE("each key that the code uses has words in each language") {
  const auto keys = used_keys();
  CHECK(keys.size() > 100);
  for (const UiLanguage language : {UiLanguage::en, UiLanguage::fr}) {
    const PageWords& words = ui_words(language);
    for (const auto& [how, key] : keys) {
      INFO(key);
      if (how == "counted") {
        CHECK(words.has(key + ".one"));
        CHECK(words.has(key + ".many"));
      } else {
        CHECK(words.has(key));
      }
    }
  }
}

TEST_CASE("each value of an enumeration that is shown has words in each language") {
  for (const UiLanguage language : {UiLanguage::en, UiLanguage::fr}) {
    const auto there = [](std::string_view words) {
      INFO(std::string(words));
      CHECK_FALSE(words.empty());
      CHECK(words.find('.') == std::string_view::npos);  // else it is a key
    };
    for (int i = 0; i <= static_cast<int>(Label::no_sources); ++i)
      there(label(language, static_cast<Label>(i)));
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
      there(label(language, severity));
    }
    for (int i = 0; i < static_cast<int>(SourceKind::unknown); ++i) {
      there(label(language, static_cast<SourceKind>(i)));
    }
    CHECK(label(language, SourceKind::unknown).empty());
    for (const Modality modality : {Modality::conditional, Modality::future, Modality::question}) {
      there(label(language, modality));
    }
    CHECK(label(language, Modality::asserted).empty());
    for (const Polarity polarity : {Polarity::negated, Polarity::denied}) there(label(language, polarity));
    CHECK(label(language, Polarity::affirmed).empty());
    for (int i = 0; i <= static_cast<int>(Counted::failing); ++i) {
      there(counted(language, 1, static_cast<Counted>(i)));
      there(counted(language, 2, static_cast<Counted>(i)));
    }
    for (std::size_t i = 0; i < change_kinds; ++i) there(label(language, static_cast<ChangeKind>(i)));
    for (std::size_t i = 0; i < quote_class_names.size(); ++i) {
      there(label(language, static_cast<QuoteClass>(i)));
      there(meaning(language, static_cast<QuoteClass>(i)));
    }
    for (int i = 0; i <= static_cast<int>(VerifyLabel::no_speaker); ++i) {
      there(label(language, static_cast<VerifyLabel>(i)));
    }
    there(touched(language, 0xFF));
    CHECK(advice(language, QuoteClass::exact).empty());
    CHECK_FALSE(advice(language, QuoteClass::altered).empty());
  }
}

TEST_CASE("no French stands in the code") {
  // Letters with French accents inside of a literal; comments may quote articles.
  static const std::regex literal("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  for (const auto& path : code_files()) {
    const std::string code = read(path);
    for (std::size_t start = 0; start < code.size();) {
      const std::size_t end = std::min(code.find('\n', start), code.size());
      const std::string line = code.substr(start, code.substr(start, end - start).find("//"));
      const std::string shown = line.substr(0, std::min(line.size(), end - start));
      for (std::sregex_iterator at(shown.begin(), shown.end(), literal), none; at != none; ++at) {
        for (const std::string_view accent : {"é", "è", "ê", "à", "ù", "ç", "ô", "î", "É"}) {
          const std::string place = path.string() + ": " + at->str();
          INFO(place);
          CHECK(at->str().find(accent) == std::string::npos);
        }
      }
      start = end + 1;
    }
  }
}
