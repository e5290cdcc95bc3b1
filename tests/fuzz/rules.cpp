// Fuzz target: a rule file, good or bad. What is refused is refused at a place of the
// file; what is accepted can be prepared and read back.
#include "rules/prepared.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace selon;
  const auto pack = load_pack_from_memory(fuzz::view_of(data, size), "rules.xml");
  if (pack) {
    const std::string payload = encode_payload(*pack);
    const auto again = decode_payload(payload);
    fuzz::promise(again && encode_payload(*again) == payload, "a pack survives its preparation");
    return 0;
  }
  fuzz::promise(!pack.error().empty(), "a refusal has a mistake");
  fuzz::promise(pack.error().front().path == "rules.xml", "a mistake names its file");
  for (const Error& error : pack.error()) {  // of very many the last one only tells how many more
    fuzz::promise(!error.what.empty() && !to_string(error).empty(), "a mistake says what is wrong");
  }
  return 0;
}
