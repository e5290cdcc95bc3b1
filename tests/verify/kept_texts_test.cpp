// Texts of sources that are kept from one verification to the next.
#include "verify/kept_texts.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "verify_room.h"

namespace selon::test {

namespace {

/// A folder with an index and pages, gone at the end.
struct Folder {
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(file(name), std::ios::binary) << content;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("selon-kept-" + std::to_string(::getpid()));
};

std::string page(const std::string& words) {
  return "<html><body><article><h1>Un titre</h1><p><b>Mme Aline Roux.</b> – " + words +
         " C'est tout ce que je voulais dire aux habitants de la commune "
         "aujourd'hui.</p></article></body></html>";
}

const std::string draft = "Aline Roux a déclaré : « Nous irons au bout du chantier avant le printemps. »";

/// The class of the draft's quotation against the page, its place, and the index's note.
std::string verdict(const Folder& folder, const std::vector<std::string>& pages) {
  auto& room = VerifyRoom::instance();
  auto kept = KeptTexts::open(folder.file("index"), room.pack, "1");
  REQUIRE(kept);
  SourceTexts sources(room.pack);
  sources.use(&*kept);
  for (const std::string& name : pages) REQUIRE_FALSE(sources.add_file(folder.file(name)));
  sources.use(nullptr);
  REQUIRE_FALSE(kept->save(KeptTexts::Unused::dropped));
  const auto all = room.verify(draft, sources);
  REQUIRE(all.size() == 1);
  std::string told(name_of(all[0].verdict));
  if (all[0].candidate) {
    told +=
        " " + std::to_string(sources.place(all[0].candidate->source, all[0].candidate->span.start).column);
  }
  return told + kept->note();
}

}  // namespace

TEST_SUITE("verify") {
  TEST_CASE("what an index keeps gives the same as the sources themselves") {
    const Folder folder;
    folder.write("a.html", page("Nous irons au bout du chantier avant le printemps."));
    folder.write("b.html", page("Le reste est affaire de patience."));
    const std::string first = verdict(folder, {"a.html", "b.html"});
    CHECK(first.starts_with("exact "));
    const std::string index = folder.read("index");
    CHECK(index.find("patience") != std::string::npos);
    CHECK(verdict(folder, {"a.html", "b.html"}) == first);
    CHECK(folder.read("index") == index);
  }

  TEST_CASE("an index isn't trusted for a source that has changed, and forgets one that is gone") {
    const Folder folder;
    folder.write("a.html", page("Nous irons au bout du chantier avant le printemps."));
    folder.write("b.html", page("Le reste est affaire de patience."));
    CHECK(verdict(folder, {"a.html", "b.html"}).starts_with("exact "));
    const auto time = std::filesystem::last_write_time(folder.file("a.html"));
    folder.write("a.html",
                 page("Nous irons au bout du chantier après le printemps."));  // of one size but for a letter
    std::filesystem::last_write_time(folder.file("a.html"), time);
    CHECK(verdict(folder, {"a.html"}).starts_with("altered "));
    CHECK(folder.read("index").find("patience") == std::string::npos);
  }

  TEST_CASE("a damaged index, or one of another version, is made anew") {
    const Folder folder;
    folder.write("a.html", page("Nous irons au bout du chantier avant le printemps."));
    const std::string first = verdict(folder, {"a.html"});
    const std::string good = folder.read("index");
    const std::size_t head = good.find('\n', good.find('\n') + 1) + 1;
    for (std::size_t at = head; at < good.size(); at += 7) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ 0x15);
      folder.write("index", bad);
      CHECK(verdict(folder, {"a.html"}) == first + "damaged");
      CHECK(folder.read("index") == good);
    }
    for (std::size_t size = head; size < good.size(); size += 50) {
      folder.write("index", good.substr(0, size));
      CHECK(verdict(folder, {"a.html"}) == first + "damaged");
    }
    folder.write("index", "selon index of sources 1\nselon 0, pack fr\n");
    CHECK(verdict(folder, {"a.html"}) == first + "of another version of selon or of its rules");
    folder.write("index", "");  // mktemp's: a new index
    CHECK(verdict(folder, {"a.html"}) == first);
    CHECK(folder.read("index") == good);
  }

  TEST_CASE("a file that is no index isn't written over") {
    const Folder folder;
    folder.write("index", "Mes notes de la semaine");
    const auto kept = KeptTexts::open(folder.file("index"), VerifyRoom::instance().pack, "1");
    REQUIRE_FALSE(kept);
    CHECK(kept.error().what == "the file is no index of sources, and isn't written over");
    CHECK(folder.read("index") == "Mes notes de la semaine");
  }

  TEST_CASE("an index that can't be written is an error that names it") {
    const Folder folder;
    folder.write("file", "no folder");
    auto kept = KeptTexts::open(folder.file("file") + "/index", VerifyRoom::instance().pack, "1");
    REQUIRE(kept);
    kept->keep("key", "text", false);
    const auto error = kept->save(KeptTexts::Unused::dropped);
    REQUIRE(error);
    CHECK(error->path.find("file") != std::string::npos);
  }
}

}  // namespace selon::test
