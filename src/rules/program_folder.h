// Where the running program lies: rules and prepared packs may lie beside it.
#pragma once

#include <string>

namespace selon {

/// The folder of the running program, or "" where the system doesn't tell.
[[nodiscard]] std::string program_folder();

}  // namespace selon
