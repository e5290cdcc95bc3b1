// Character references of HTML and Markdown: "&eacute;", "&#8217;", "&#xA0;".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace selon {

/// Decodes references; keeps what it has decoded, because the names are looked up
/// in the HTML parser's own table, which is not quick.
class EntityDecoder {
 public:
  /// `reference` with its & and semicolon; returned unchanged where it names nothing.
  [[nodiscard]] std::string_view decode(std::string_view reference);

 private:
  /// There are 2,231 names; who looks up more is making them up.
  static constexpr std::size_t most_names = 2500;
  std::unordered_map<std::string, std::string> known_;
  std::string number_;
};

}  // namespace selon
