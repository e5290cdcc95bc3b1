#include "rules/pack.h"

#include <algorithm>

namespace selon {

const WordList* Pack::list(std::string_view id) const {
  const auto found = std::find_if(lists.begin(), lists.end(), [id](const WordList& l) { return l.id == id; });
  return found == lists.end() ? nullptr : &*found;
}

}  // namespace selon
