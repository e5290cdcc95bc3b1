#include "rules/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "rules/markup.h"
#include "rules/utf8.h"

namespace selon {

namespace {

// White space is kept (examples are mixed content), line ends become "\n".
constexpr unsigned parse_flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                 pugi::parse_ws_pcdata | pugi::parse_declaration | pugi::parse_doctype |
                                 pugi::parse_fragment;

constexpr std::size_t excerpt_size = 40;

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
}

}  // namespace

RulePlace RuleFile::place_at(std::size_t offset) const {
  offset = std::min(offset, source_.size());
  const std::size_t next = line_ + 1 < line_starts_.size() ? line_starts_[line_ + 1] : source_.size() + 1;
  if (offset < line_starts_[line_] || next <= offset) {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    line_ = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
  }
  const std::size_t start = line_starts_[line_];
  return {index_, static_cast<std::uint32_t>(line_ + 1),
          static_cast<std::uint32_t>(
              1 + count_characters(std::string_view(source_).substr(start, offset - start)))};
}

RulePlace RuleFile::place(const char* in_file) const {
  const char* first = buffer_.data();
  if (std::less<>{}(in_file, first) || std::less<>{}(first + buffer_.size(), in_file)) {
    return {index_, 0, 0};
  }
  return place_at(static_cast<std::size_t>(in_file - first));
}

RulePlace RuleFile::place(pugi::xml_node element) const {
  RulePlace out = place(element.name());
  out.column -= out.column > 1 ? 1 : 0;
  return out;
}

bool RuleFile::bare_less_than(const char* value) const {
  const auto offset = static_cast<std::size_t>(value - buffer_.data());
  if (offset == 0 || offset > source_.size()) {
    return false;
  }
  const std::string_view rest = std::string_view(source_).substr(offset);
  return rest.substr(0, rest.find(source_[offset - 1])).find('<') !=
         std::string_view::npos;  // up to its quote
}

Error RuleFile::error(std::size_t offset, std::string what, std::string fragment, std::string advice) const {
  const RulePlace at = place_at(offset);
  return {path_, at.line, at.column, std::move(what), std::move(fragment), std::move(advice)};
}

std::optional<Error> RuleFile::read() {
  const auto failed = [this](std::string reason, std::string advice) {
    return Error{path_, 0, 0, "the rule file can't be read", std::move(reason), std::move(advice)};
  };
  std::error_code failure;
  if (!std::filesystem::is_regular_file(std::filesystem::status(path_, failure))) {
    return failed("", "it is not a regular file");
  }
  errno = 0;
  std::ifstream in(path_, std::ios::binary);
  const auto size = std::filesystem::file_size(path_, failure);
  if (!in || failure) {
    return failed(std::strerror(failure ? failure.value() : errno), "check the file and its permissions");
  }
  std::string content(std::min<std::uintmax_t>(size, max_bytes + 1), '\0');
  in.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (in.bad()) {
    return failed(std::strerror(errno), "check the file and its disk");
  }
  content.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return set_content(std::move(content));
}

std::optional<Error> RuleFile::check_bytes() const {
  const std::size_t bad = forbidden_byte_at(source_);
  if (bad == std::string_view::npos) {
    return std::nullopt;
  }
  const auto byte = static_cast<unsigned char>(source_[bad]);
  return byte < 0x20 ? error(bad, "a control character", std::string(1, source_[bad]), "remove it")
                     : error(bad, "not UTF-8", fmt::format("\\x{:02x}", byte), "save the rule file as UTF-8");
}

std::optional<Error> RuleFile::check_markup() const {
  const auto mistake = markup_mistake(source_);
  if (!mistake) {
    return std::nullopt;
  }
  const std::string_view fragment = std::string_view(source_).substr(mistake->offset, mistake->size);
  return error(mistake->offset, std::string(mistake->what), std::string(cut_utf8(fragment)),
               std::string(mistake->advice));
}

std::optional<Error> RuleFile::parse_error(const pugi::xml_parse_result& result) const {
  const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
  std::string_view rest = std::string_view(source_).substr(std::min(offset, source_.size()));
  rest = rest.substr(0, std::min(rest.find('\n'), excerpt_size));
  return error(offset, fmt::format("not well-formed XML ({})", result.description()),
               std::string(cut_utf8(rest)), "close every element; write &lt; for “<” and &amp; for “&”");
}

std::optional<Error> RuleFile::find_root() {
  const auto offset_of = [this](const char* in_file) {
    return static_cast<std::size_t>(in_file - buffer_.data());
  };
  for (const pugi::xml_node node : document_.children()) {
    switch (node.type()) {
      case pugi::node_element:
        if (root_) {
          return error(offset_of(node.name()) - 1, "a second root element", node.name(),
                       fmt::format("a file has one <{}>", root_name_));
        }
        root_ = node;
        break;
      case pugi::node_doctype:
        return error(0, "a DOCTYPE in a rule file", "", "remove it: rule files use no entities of their own");
      case pugi::node_declaration: {
        const std::string_view encoding = node.attribute("encoding").value();
        if (!encoding.empty() && encoding != "UTF-8" && encoding != "utf-8") {
          return error(0, "an encoding other than UTF-8", std::string(encoding),
                       "save the rule file as UTF-8");
        }
        break;
      }
      default:
        if (!is_blank(node.value())) {
          return error(offset_of(node.value()), "text outside the root element", "",
                       "move it into an element");
        }
    }
  }
  return root_ ? std::nullopt
               : std::optional(error(0, "no root element", "",
                                     fmt::format("a rule file has one root element, <{}>", root_name_)));
}

std::optional<Error> RuleFile::set_content(std::string content) {
  if (content.size() > max_bytes) {
    return Error{path_, 0, 0, "the rule file is larger than 16 MB", "", "split it into several files"};
  }
  source_ = std::move(content);
  return std::nullopt;
}

std::optional<Error> RuleFile::parse() {
  if (source_.starts_with("\xEF\xBB\xBF")) {  // a byte order mark is in no editor's first column
    source_.erase(0, 3);
  }
  line_starts_.assign(1, 0);
  line_ = 0;
  for (std::size_t at = source_.find('\n'); at != std::string::npos; at = source_.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
  if (auto mistake = check_bytes()) {
    return mistake;
  }
  if (is_blank(source_)) {
    return Error{path_, 0,
                 0,     "the rule file is empty",
                 "",    fmt::format("a rule file has one root element, <{}>", root_name_)};
  }
  buffer_.assign(source_.begin(), source_.end());
  const auto result =
      document_.load_buffer_inplace(buffer_.data(), buffer_.size(), parse_flags, pugi::encoding_utf8);
  if (!result) {
    return parse_error(result);
  }
  if (auto mistake = find_root()) {
    return mistake;
  }
  return check_markup();
}

}  // namespace selon
