#include "document/sha256.h"

#include <doctest/doctest.h>

#include <random>

using namespace selon;

// The examples of FIPS 180-4 (NIST, "Examples with Intermediate Values").
TEST_CASE("the standard's examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the fast code and the portable one agree at every length") {
  std::mt19937 random(7);
  std::string bytes;
  for (int length = 0; length < 300; ++length) {
    CHECK(sha256_hex(bytes) == sha256_hex_portable(bytes));
    bytes.push_back(static_cast<char>(random()));
  }
}
