# Writes OUTPUT, a C++ file with the files named in INPUTS (separated by commas) as
# string constants: what `page_asset` of report/page_assets.h finds by file name.
string(REPLACE "," ";" inputs "${INPUTS}")
set(entries "")
foreach(input IN LISTS inputs)
  file(READ "${input}" content)
  get_filename_component(name "${input}" NAME)
  string(APPEND entries "    {\"${name}\", R\"asset(${content})asset\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new" "// Made of src/report/page; edit there.
#include \"report/page_assets.h\"

#include <utility>

namespace selon {

std::string_view page_asset(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> assets[] = {
${entries}  };
  for (const auto& [known, content] : assets) {
    if (known == name) {
      return content;
    }
  }
  return {};
}

}  // namespace selon
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
