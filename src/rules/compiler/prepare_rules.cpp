// prepare_rules FOLDER FILE: writes the pack in FOLDER, prepared (rules/prepared.h),
// to FILE, and its compiled expressions and tables of words and names
// (rules/regex_store.h) to FILE with the extension "regex". Run by the build.
#include <cstdio>
#include <filesystem>
#include <utility>

#include "attribution/source_index.h"
#include "attribution/source_words.h"
#include "base/file_replacement.h"
#include "document/furniture.h"
#include "language/word_tables.h"
#include "rules/loader.h"
#include "rules/prepared.h"
#include "rules/regex_store.h"
#include "rules/tag_expression.h"
#include "rules/tag_requirements.h"

namespace {

using namespace selon;

std::optional<Error> prepare_regexes(const std::string& folder, const std::string& path) {
  auto pack = load_pack(folder);
  if (!pack) {
    return std::move(pack.error().front());
  }
  pack->regexes = nullptr;
  RegexStore store;
  if (auto mistake = record_tags(*pack, store)) {
    return mistake;
  }
  if (auto furniture = FurnitureRules::compile(*pack, &store); !furniture) {
    return std::move(furniture.error());
  }
  store.add_table(TagRequirements::stored_as, TagRequirements::build(*pack).encode());
  store.add_table(WordTables::stored_as, WordTables::build(*pack).encode());
  store.add_table(SourceIndex::stored_as, SourceIndex(*pack).encode());
  store.add_table(SourceWords::stored_as, SourceWords(*pack).encode());
  const auto fingerprint = fingerprint_of(*pack, folder);
  return fingerprint ? replace_file(path, store.encode(fingerprint->value())) : fingerprint.error();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: prepare_rules FOLDER FILE\n", stderr);
    return 2;
  }
  auto error = prepare_pack(arguments[1], arguments[2]);
  if (!error) {
    const auto path = std::filesystem::path(arguments[2]).replace_extension("regex");
    error = prepare_regexes(arguments[1], path.string());
  }
  if (error) {
    std::fprintf(stderr, "%s\n", to_string(*error).c_str());
    return 2;
  }
  return 0;
}
