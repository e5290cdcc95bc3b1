// One rule file as parsed XML whose every name and value knows its line and column.
//
// pugixml parses in place, so that a pointer to a name or a value is an offset into
// the file. It is lenient: what XML forbids but pugixml lets pass, and what could
// harm, is refused here (several roots, text outside, unknown entities, DOCTYPE,
// CDATA, size).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/pack.h"

namespace selon {

class RuleFile {
 public:
  static constexpr std::size_t max_bytes = 16u * 1024 * 1024;

  /// `path` is for messages, `index` for the places (in Pack::files), `root` the name of
  /// the root element, for messages too.
  RuleFile(std::string path, std::uint32_t index, std::string_view root = "pack")
      : path_(std::move(path)), index_(index), root_name_(root) {}
  RuleFile(const RuleFile&) = delete;
  RuleFile& operator=(const RuleFile&) = delete;

  /// Takes in the file's content, from the disk or from memory.
  [[nodiscard]] std::optional<Error> read();
  [[nodiscard]] std::optional<Error> set_content(std::string content);
  [[nodiscard]] const std::string& content() const { return source_; }
  /// Parses the content; the mistake that keeps it from being used at all, if there is one.
  [[nodiscard]] std::optional<Error> parse();

  [[nodiscard]] pugi::xml_node root() const { return root_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Where a name or value (a pointer that pugixml gave) begins.
  [[nodiscard]] RulePlace place(const char* in_file) const;
  /// Where the element's "<" stands.
  [[nodiscard]] RulePlace place(pugi::xml_node element) const;
  [[nodiscard]] RulePlace place(pugi::xml_attribute attribute) const { return place(attribute.name()); }

  /// Whether the value of an attribute, as written, holds a "<".
  [[nodiscard]] bool bare_less_than(const char* value) const;

 private:
  [[nodiscard]] RulePlace place_at(std::size_t offset) const;
  [[nodiscard]] Error error(std::size_t offset, std::string what, std::string fragment,
                            std::string advice) const;
  [[nodiscard]] std::optional<Error> check_bytes() const;
  [[nodiscard]] std::optional<Error> check_markup() const;
  [[nodiscard]] std::optional<Error> parse_error(const pugi::xml_parse_result& result) const;
  [[nodiscard]] std::optional<Error> find_root();

  std::string path_;
  std::uint32_t index_;
  std::string root_name_;
  std::string source_;        ///< as read
  std::vector<char> buffer_;  ///< what pugixml parses in place
  std::vector<std::size_t> line_starts_;
  mutable std::size_t line_ = 0;  ///< of the last place asked for: the next one is near
  pugi::xml_document document_;
  pugi::xml_node root_;
};

}  // namespace selon
