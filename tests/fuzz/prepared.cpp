// Fuzz target: a prepared pack that is damaged. The checksum before it is left out, so
// that damage gets through to the reader.
#include "rules/prepared.h"

#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace selon;
  if (const auto pack = decode_payload(fuzz::view_of(data, size))) {
    static_cast<void>(encode_payload(*pack));
  }
  return 0;
}
