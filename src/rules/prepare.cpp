// Finding prepared packs, and making them.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/file_replacement.h"
#include "base/mapped_file.h"
#include "rules/loader.h"
#include "rules/prepared.h"
#include "rules/program_folder.h"
#include "rules/regex_store.h"
#include "rules/rule_file.h"

namespace selon {

namespace {

namespace fs = std::filesystem;

}  // namespace

std::optional<Pack> find_prepared(const std::string& folder, const Fingerprint& fingerprint) {
  fs::path pack = fs::path(folder).lexically_normal();
  if (!pack.has_filename()) {  // "rules/fr/"
    pack = pack.parent_path();
  }
  const fs::path name = pack.filename().string() + ".pack";
  for (const fs::path& path : {pack.parent_path() / name, fs::path(program_folder()) / "rules" / name}) {
    if (const auto file = MappedFile::open(path.string(), true)) {
      if (auto found = decode_pack(file->bytes(), fingerprint, folder)) {
        return found;
      }
    }
  }
  return std::nullopt;
}

std::shared_ptr<const RegexStore> find_regexes(const std::string& lang, std::uint64_t fingerprint) {
  const fs::path program = program_folder();
  for (const fs::path& folder : {program / "rules", program / ".." / "share" / "selon" / "rules"}) {
    if (auto file = MappedFile::open((folder / (lang + ".regex")).string(), true)) {
      return RegexStore::decode(std::move(*file), fingerprint);
    }
  }
  return nullptr;
}

Expected<Fingerprint> fingerprint_of(const Pack& pack, const std::string& folder) {
  Fingerprint fingerprint;
  for (const std::string& file : pack.files) {
    if (fs::path(file).parent_path().lexically_normal() !=
        (fs::path(folder) / "x").lexically_normal().parent_path()) {
      return tl::unexpected(Error{folder, 0, 0, "a pack that extends another one can't be prepared", file,
                                  "prepare the other one"});
    }
    RuleFile content(file, 0);
    if (auto mistake = content.read()) {
      return tl::unexpected(std::move(*mistake));
    }
    fingerprint.add(fs::path(file).filename().string(), content.content());
  }
  return fingerprint;
}

std::optional<Error> prepare_pack(const std::string& folder, const std::string& path) {
  auto pack = load_pack(folder);
  if (!pack) {
    return std::move(pack.error().front());
  }
  const auto fingerprint = fingerprint_of(*pack, folder);
  if (!fingerprint) {
    return fingerprint.error();
  }
  auto failed = replace_file(path, encode_pack(*pack, *fingerprint));
  if (failed) failed->what = "the prepared pack can't be written";
  return failed;
}

}  // namespace selon
