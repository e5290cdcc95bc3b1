#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "folder.h"
#include "rules/loader.h"
#include "rules/prepared.h"

using namespace selon;

namespace {

Pack rich_pack() {
  std::string body;
  for (const char* name : {"tags", "patterns", "audit", "sources", "pages"}) {
    std::ifstream in(std::string(SELON_TESTS_DIR) + "/rules/packs/good/" + name + ".xml", std::ios::binary);
    const std::string xml{std::istreambuf_iterator<char>(in), {}};
    const std::size_t from = xml.find('>', xml.find("<pack")) + 1;
    const std::string part = xml.substr(from, xml.rfind("</pack>") - from);
    body += name == std::string("patterns") ? part.substr(part.find("<tag name=\"QUE\"")) : part;
  }
  auto pack = load_pack_from_memory(pack_xml(body), "rules/fr/all.xml");
  REQUIRE_MESSAGE(pack, to_string(pack.error().front()));
  return std::move(*pack);
}

Fingerprint fingerprint_of(const std::string& text) {
  Fingerprint out;
  out.add("all.xml", text);
  return out;
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a prepared pack is the pack, with its files in the folder asked for") {
  const Pack pack = rich_pack();
  const auto decoded = decode_pack(encode_pack(pack, fingerprint_of("x")), fingerprint_of("x"), "house/fr");
  REQUIRE(decoded);
  CHECK(decoded->files == std::vector<std::string>{"house/fr/all.xml"});
  Pack same = *decoded;
  same.files = pack.files;
  CHECK(encode_payload(same) == encode_payload(pack));
  CHECK(decoded->patterns[0].examples[0].marks[1].role == "via");
  CHECK(decoded->patterns[1].priority == -5);
  CHECK(decoded->sources[2].metonym_of == "le gouvernement des États-Unis");
  CHECK(decoded->audit[0].reference->date == "2011");
  CHECK_FALSE(decoded->audit[0].strict_only);
}

TEST_CASE("a prepared pack of other files, or damaged, is none") {
  const std::string bytes = encode_pack(rich_pack(), fingerprint_of("x"));
  CHECK_FALSE(decode_pack(bytes, fingerprint_of("y"), "fr"));
  CHECK_FALSE(decode_pack("", fingerprint_of("x"), "fr"));
  for (std::size_t at = 0; at < bytes.size(); at += 7) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    CHECK_FALSE(decode_pack(damaged, fingerprint_of("x"), "fr"));
    CHECK_FALSE(decode_pack(std::string_view(bytes).substr(0, at), fingerprint_of("x"), "fr"));
  }
}

TEST_CASE("a payload that is cut or changed is read without a crash") {
  const std::string bytes = encode_payload(rich_pack());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_payload(std::string_view(bytes).substr(0, size)));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(0xFF);
    if (const auto pack = decode_payload(damaged)) {
      for (const SourceEntry& source : pack->sources) {
        CHECK(source.kind <= SourceKind::unknown);
      }
    }
  }
}

TEST_CASE("a fingerprint tells names and contents apart") {
  const auto of = [](const std::string& name, const std::string& content) {
    Fingerprint out;
    out.add(name, content);
    return out.value();
  };
  CHECK(of("a.xml", "bc") == of("a.xml", "bc"));
  CHECK(of("a.xml", "bc") != of("a.xmlb", "c"));
  CHECK(of("a.xml", "bc") != of("b.xml", "bc"));
  CHECK(of("a.xml", std::string(8, '\0')) != of("a.xml", std::string(9, '\0')));
  CHECK(of("a.xml", "le maire a parlé") != of("a.xml", "le maire a parle"));
}

TEST_CASE("load_pack uses the prepared pack while it fits the rule files, and only then") {
  const Folder folder("prepared");
  folder.write("fr/a.xml", pack_xml("<words id=\"w\">x</words>"));
  folder.write("fr/b.xml", pack_xml("<verbs takes=\"que\">dire</verbs>"));
  CHECK_FALSE(prepare_pack(folder.at("fr"), folder.at("fr.pack")));
  CHECK_FALSE(std::filesystem::exists(folder.at("fr.pack.part")));
  const std::string prepared = content_of(folder.at("fr.pack"));

  // A pack that says something else under the right fingerprint shows that it was used.
  Fingerprint fingerprint;
  for (const char* name : {"a.xml", "b.xml"}) {
    fingerprint.add(name, content_of(folder.at(std::string("fr/") + name)));
  }
  auto pack = decode_pack(prepared, fingerprint, folder.at("fr"));
  REQUIRE(pack);
  pack->version = "prepared";
  folder.write("fr.pack", encode_pack(*pack, fingerprint));
  for (const char* name : {"fr", "fr/"}) {
    const auto used = load_pack(folder.at(name));
    REQUIRE(used);
    CHECK(used->version == "prepared");
    CHECK(used->verbs[0].lemma == "dire");
    CHECK(used->files.at(1) == folder.at("fr/b.xml"));
  }

  folder.write("fr/b.xml", pack_xml("<verbs takes=\"que\">fire</verbs>"));
  CHECK(load_pack(folder.at("fr"))->verbs[0].lemma == "fire");
  folder.write("fr/b.xml", pack_xml("<verbs takes=\"qui\">dire</verbs>"));
  CHECK_FALSE(load_pack(folder.at("fr")));
  folder.write("fr/b.xml", pack_xml("<verbs takes=\"que\">dire</verbs>"));
  folder.write("fr/c.xml", pack_xml(""));
  CHECK(load_pack(folder.at("fr"))->version == "1");
}

TEST_CASE("what can't be prepared is told") {
  const Folder folder("unprepared");
  folder.write("fr/a.xml", pack_xml(""));
  folder.write("house/a.xml", pack_xml("", "lang=\"fr\" version=\"1\" extends=\"../fr\""));
  folder.write("bad/a.xml", pack_xml("<x/>"));
  CHECK(prepare_pack(folder.at("house"), folder.at("house.pack"))->what ==
        "a pack that extends another one can't be prepared");
  CHECK(prepare_pack(folder.at("bad"), folder.at("bad.pack"))->what == "no element of <pack>");
  CHECK(prepare_pack(folder.at("fr"), folder.at("fr/a.xml/fr.pack"))->what ==
        "the prepared pack can't be written");
  CHECK_FALSE(std::filesystem::exists(folder.at("house.pack")));
}

TEST_CASE("the French pack, prepared, is the French pack") {
  const auto pack = load_pack(std::string(SELON_RULES_DIR) + "/fr");
  if (!pack) {
    FAIL_CHECK(to_string(pack.error().front()));
    return;
  }
  const std::string payload = encode_payload(*pack);
  const auto decoded = decode_payload(payload);
  REQUIRE(decoded);
  CHECK(encode_payload(*decoded) == payload);
}
