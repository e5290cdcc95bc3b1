// <example> and <counterexample>: mixed content, with the parts of an attribution,
// or the place of a finding, marked inline.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/load_parts.h"

namespace selon {

namespace {

constexpr std::array<std::string_view, 8> roles{"source", "cue",   "content", "addressee",
                                                "date",   "place", "via",     "finding"};

/// Builds the text of an example: white space is one space, or a paragraph break
/// where it holds a blank line, and none stands at the ends of the text or a mark.
class ExampleText {
 public:
  explicit ExampleText(Example& example) : example_(example) {}

  void add(std::string_view text) {
    for (const char c : text) {
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        space_ = true;
        line_ends_ += c == '\n' ? 1 : 0;
        continue;
      }
      flush();
      example_.text += c;
    }
  }

  /// The index of the new mark.
  std::size_t open(std::string_view role) {
    example_.marks.push_back({std::string(role), not_begun, 0});
    waiting_.push_back(example_.marks.size() - 1);
    return example_.marks.size() - 1;
  }

  /// False where nothing stands in the mark.
  bool close(std::size_t index) {
    Example::Mark& mark = example_.marks[index];
    mark.end = static_cast<std::uint32_t>(example_.text.size());
    std::erase(waiting_, index);
    return mark.start != not_begun;
  }

 private:
  static constexpr std::uint32_t not_begun = 0xFFFFFFFF;

  void flush() {
    if (space_ && !example_.text.empty()) {
      example_.text += line_ends_ > 1 ? "\n\n" : " ";
    }
    space_ = false;
    line_ends_ = 0;
    for (const std::size_t index : waiting_) {
      example_.marks[index].start = static_cast<std::uint32_t>(example_.text.size());
    }
    waiting_.clear();
  }

  Example& example_;
  bool space_ = false;
  int line_ends_ = 0;
  std::vector<std::size_t> waiting_;  ///< marks whose first character is yet to come
};

bool allowed(std::string_view role, ExampleMarks marks) {
  return marks == ExampleMarks::finding || (marks == ExampleMarks::attribution && role != "finding");
}

/// Recurses no deeper than there are roles: none may stand inside its like.
void load_content(const Element& element, ExampleMarks marks, ExampleText& text,
                  std::vector<std::string_view>& open) {
  const auto visit_mark = [&](const Element& mark) {
    const std::string_view role = mark.name();
    if (std::find(roles.begin(), roles.end(), role) == roles.end() || !allowed(role, marks)) {
      mark.mistake(
          "no mark of this example", fmt::format("<{}>", role),
          marks == ExampleMarks::none ? std::string("only text stands there") : name_advice(role, roles));
      return;
    }
    mark.allow({});
    if (std::find(open.begin(), open.end(), role) != open.end()) {
      mark.mistake("a mark inside one of the same kind", fmt::format("<{}>", role),
                   "close the outer one before it");
      return;
    }
    open.push_back(role);
    const std::size_t index = text.open(role);
    load_content(mark, marks, text, open);
    if (!text.close(index)) {
      mark.mistake("a mark around nothing", fmt::format("<{}>", role), "put it around the words it marks");
    }
    open.pop_back();
  };
  element.parts(visit_mark, [&](pugi::xml_node node) { text.add(node.value()); });
}

}  // namespace

bool load_example(const Element& element, ExampleMarks marks, std::vector<Example>& examples) {
  const bool must_match = element.name() == "example";
  if (!must_match && element.name() != "counterexample") {
    return false;
  }
  element.allow({});
  Example example;
  example.must_match = must_match;
  example.place = element.place();
  ExampleText text(example);
  std::vector<std::string_view> open;
  load_content(element, must_match ? marks : ExampleMarks::none, text, open);
  if (example.text.empty()) {
    element.mistake(fmt::format("<{}> is empty", element.name()), "", "write a sentence");
  }
  examples.push_back(std::move(example));
  return true;
}

}  // namespace selon
