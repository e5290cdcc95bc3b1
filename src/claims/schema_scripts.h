// The scripts of the later schema versions, each in a file of its own; schema.h has the table.
#pragma once

#include <string_view>

namespace selon {

extern const std::string_view schema_version_3;

}  // namespace selon
