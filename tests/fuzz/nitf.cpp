// Fuzz target: articles in NITF.
#include "document/load.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace selon;
  const std::string bytes(fuzz::view_of(data, size));
  const auto document = load_bytes(bytes, "article.xml", fuzz::french_pack(), {.format = Format::nitf});
  if (document) {
    fuzz::check_document(*document);
  } else {
    fuzz::promise(!to_string(document.error()).empty(), "a refusal says why");
  }
  return 0;
}
