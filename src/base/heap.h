// Memory that is going to be used, asked for at once.
#pragma once

#include <cstddef>

namespace selon {

/// Tells the system that so many bytes of the heap will be written soon: where it can give
/// them all at once, that takes far less time than a fault for each page. Changes nothing else.
void expect_heap(std::size_t bytes);

}  // namespace selon
