#include "document/load.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "document/encoding.h"
#include "sample.h"

using namespace selon;
using namespace selon::test;

namespace {

/// A folder that is gone after the test.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("selon-load-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name, std::string_view content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string message_of(const Expected<Document>& document) {
  return document ? "no error" : to_string(document.error());
}

std::string refusal(std::string bytes, const std::string& path = "essai.txt") {
  return message_of(load_bytes(std::move(bytes), path, french(), {}));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a file gives its text, its digest and its path") {
  const Folder folder;
  const std::string path =
      folder.file("article.txt", "\xEF\xBB\xBFLe maire démissionne\n\nIl l'a dit lundi.\n");
  const auto document = load_file(path, french(), {});
  REQUIRE_MESSAGE(document.has_value(), message_of(document));
  CHECK(document->path == path);
  CHECK(document->format == Format::text);
  CHECK(document->text == "Le maire démissionne\n\nIl l'a dit lundi.\n");
  CHECK(document->headline == "Le maire démissionne");
  CHECK(document->map.identity());
  CHECK(document->decoded.empty());
  // Of the bytes, the byte order mark included: sha256sum says the same.
  CHECK(document->sha256 == "2d5915d313165f7af7ae80dd1d13205782f00a3acc6479a09770e29011c5844d");
  CHECK(PlaceFinder(*document).at(document->blocks[1].span.start).line == 3);
}

TEST_CASE("what cannot be read is said so, with the way out") {
  const Folder folder;
  CHECK(message_of(load_file(folder.path() + "/absent.txt", french(), {})) ==
        folder.path() + "/absent.txt: there is no such file; check its name");
  CHECK(message_of(load_file(folder.path(), french(), {})) ==
        folder.path() + ": this is a directory; name the articles in it, as in DIR/*.txt");
  CHECK(message_of(load_file(folder.file("vide.txt", ""), french(), {})) ==
        folder.path() + "/vide.txt: the file is empty; give an article");
  CHECK(contains(refusal(" \n\t\xC2\xA0\n"), "the file holds no text"));
  if (::geteuid() != 0) {
    const std::string secret = folder.file("secret.txt", "Rien.");
    ::chmod(secret.c_str(), 0);
    CHECK(contains(message_of(load_file(secret, french(), {})), "the file may not be read"));
  }
}

TEST_CASE("a file that is too large is refused before it is read") {
  const Folder folder;
  const std::string path = folder.file("gros.txt", "");
  std::filesystem::resize_file(path, 300u * 1024 * 1024);  // sparse: takes no room
  CHECK(contains(message_of(load_file(path, french(), {})), "larger than 256 MB"));
  LoadOptions options;
  options.max_bytes = 10;
  CHECK(contains(message_of(load_bytes("Bien trop long.", "-", french(), options)), "larger than"));
}

TEST_CASE("a device without end is read no further than the limit") {
  LoadOptions options;
  options.max_bytes = 1024 * 1024;
  CHECK(contains(message_of(load_file("/dev/zero", french(), options)), "larger than 1 MB"));
}

TEST_CASE("binary content and foreign formats are refused by name, with a way to convert") {
  CHECK(contains(refusal(std::string("Le maire\n a \0 dit", 16)),
                 "essai.txt:2:4: this is binary data, not text"));
  CHECK(contains(refusal("\x01\x02\x03\x04\x05\x06 texte"), "this is binary data"));
  CHECK(refusal("%PDF-1.7 ...", "une.pdf") ==
        "une.pdf: this is a PDF file, which selon does not read yet; convert it first: pdftotext -layout "
        "\"une.pdf\" \"une.txt\"");
  CHECK(contains(refusal("PK\x03\x04 ... word/document.xml", "a.docx"), "Word document (DOCX)"));
  CHECK(contains(refusal("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "a.odt"),
                 "pandoc \"a.odt\" -o \"a.md\""));
  CHECK(contains(refusal("PK\x03\x04 photos/1.jpg", "a.zip"), "ZIP archive"));
  CHECK(contains(refusal("{\\rtf1\\ansi Bonjour}", "a.rtf"), "Rich Text"));
  CHECK(contains(refusal("<?xml version=\"1.0\"?>\n<newsItem xmlns='x'/>", "a.xml"), "NewsML-G2"));
  CHECK(contains(refusal("\xFF\xD8\xFF\xE0 JFIF", "a.jpg"), "picture (JPEG)"));
}

TEST_CASE("the format follows the name, or else the content") {
  CHECK(format_of_name("a/b.TXT") == Format::text);
  CHECK(format_of_name("b.htm") == Format::html);
  CHECK(format_of_name("b.markdown") == Format::markdown);
  CHECK(format_of_name("b.ndjson") == Format::jsonl);
  CHECK_FALSE(format_of_name("dossier.md/article").has_value());
  CHECK_FALSE(format_of_name("-").has_value());
  CHECK(format_of_content("\n<!DOCTYPE html><html>") == Format::html);
  CHECK(format_of_content("<p>Bonjour</p>") == Format::html);
  CHECK(format_of_content("<petit> mot") == Format::text);
  CHECK(format_of_content("# Titre\n\nTexte.") == Format::markdown);
  CHECK(format_of_content("---\ntitle: x\n---\n") == Format::markdown);
  CHECK(format_of_content("{\"id\": 1, \"text\": \"x\"}\n") == Format::jsonl);
  CHECK(format_of_content("{sic} a-t-il dit") == Format::text);
  CHECK(format_of_content("Le maire a dit non.") == Format::text);
}

TEST_CASE("JSON lines hold many documents") {
  CHECK(contains(refusal("{\"text\": \"Non.\"}", "a.jsonl"), "extract --input jsonl"));
}

TEST_CASE("Windows-1252 becomes UTF-8, and places count its characters") {
  const auto document = load_bytes(
      "Le pr\xE9"
      "fet d\xE9missionne\n\nIl l\x92"
      "a dit, \xE9mu.",
      "a.txt", french(), {});
  REQUIRE(document.has_value());
  CHECK(document->text == "Le préfet démissionne\n\nIl l’a dit, ému.");
  const auto emu = static_cast<std::uint32_t>(document->text.find("ému"));
  CHECK(PlaceFinder(*document).at(emu).column == 13);
}

TEST_CASE("a text is taken over unchanged") {
  const std::string text = "\tDeux  espaces, et une fin sans point \r\n\r\n";
  CHECK(text_document(text).text == text);
  CHECK(text_document(text).path.empty());
}

TEST_CASE("one loader reads many documents alike") {
  Loader loader(french());
  for (int i = 0; i < 3; ++i) {
    CHECK(outline(loader.text("Commentaires")) == Outline{"boilerplate: Commentaires"});
  }
}

TEST_CASE("the language is guessed from function words") {
  const Pack signs = pack_of("language.xml");
  const Pack* const packs[] = {&signs};
  const auto guess = [&](std::string_view text) { return guess_language(text, packs); };
  CHECK(guess("Le préfet a annoncé mardi la fermeture des écoles de la vallée.") == "fr");
  CHECK(guess("« L’eau monte », dit-elle d’une voix blanche.") == "fr");
  CHECK(guess("The prefect announced on Tuesday that the schools of the valley would close.") == "");
  CHECK(guess("El prefecto anunció el martes el cierre de las escuelas del valle.") == "");
  CHECK(guess("Il prefetto ha annunciato martedì la chiusura delle scuole della valle.") == "");
  CHECK(guess("O prefeito anunciou na terça-feira o fechamento das escolas do vale.") == "");
  CHECK(guess("Der Präfekt hat am Dienstag die Schließung der Schulen angekündigt.") == "");
  CHECK(guess("Oui, le maire") == "");
  CHECK(guess("") == "");
  CHECK(guess_language("Le préfet a annoncé la fermeture des écoles.", {}) == "");
}

TEST_CASE("any bytes give a document or an error, and no crash") {
  std::mt19937 random(20240314);
  const std::string seed = read_whole(SELON_FIXTURES_DIR "/seed/franceinfo-coree-du-nord.md");
  for (int i = 0; i < 1500; ++i) {
    std::string bytes = seed.substr(random() % seed.size(), random() % 600);
    for (std::size_t change = random() % 8; change > 0 && !bytes.empty(); --change) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    for (const Format format : {Format::text, Format::markdown}) {
      LoadOptions options;
      options.format = format;
      const auto document = load_bytes(bytes, "essai", french(), options);
      if (document) {
        CHECK(first_invalid_utf8(document->text) == document->text.size());
        CHECK_FALSE(document->blocks.empty());
      } else {
        CHECK(to_string(document.error()).starts_with("essai"));
      }
    }
  }
}
