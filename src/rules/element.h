// One element of a rule file, read with checks: every attribute and child is either
// asked for or a mistake. Used by the parts of the loader only (load_*.cpp).
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/loading.h"
#include "rules/names.h"
#include "rules/rule_file.h"
#include "rules/suggest.h"

namespace selon {

/// A text of the file and where it begins there.
struct PlacedText {
  std::string text;
  RulePlace place;
};

class Element {
 public:
  Element(Loading& loading, const RuleFile& file, pugi::xml_node node);

  [[nodiscard]] Loading& loading() const { return *loading_; }
  [[nodiscard]] const RuleFile& file() const { return *file_; }
  [[nodiscard]] pugi::xml_node node() const { return node_; }
  [[nodiscard]] std::string_view name() const { return node_.name(); }
  [[nodiscard]] RulePlace place() const { return file_->place(node_); }

  /// Reports every attribute that is not one of these, or stands twice.
  void allow(std::initializer_list<std::string_view> attributes) const;

  [[nodiscard]] bool has(std::string_view attribute) const { return find(attribute) != nullptr; }
  /// White space collapsed; "" where it is missing.
  [[nodiscard]] std::string value(std::string_view attribute) const;
  /// Missing is a mistake (what the value may be, another call checks).
  void require(std::string_view attribute) const;
  /// As `value`; a value that is there and isn't `good` is a mistake.
  [[nodiscard]] std::string value(std::string_view attribute, bool (*good)(std::string_view),
                                  std::string_view form) const;
  /// As `value`; missing or blank is a mistake.
  [[nodiscard]] std::string required(std::string_view attribute) const;
  [[nodiscard]] std::string required(std::string_view attribute, bool (*good)(std::string_view),
                                     std::string_view form) const;
  /// As `value`, split at white space; an attribute without a name in it is a mistake.
  [[nodiscard]] std::vector<std::string> names(std::string_view attribute) const;
  /// As `value`, split at commas; an attribute without a word in it is a mistake.
  [[nodiscard]] std::vector<std::string> words(std::string_view attribute) const;
  /// "yes" or "no"; `fallback` where it is missing.
  [[nodiscard]] bool yes_no(std::string_view attribute, bool fallback = false) const;
  /// One of a closed set of texts; `fallback` where it is missing.
  [[nodiscard]] std::string one_of(std::string_view attribute, std::initializer_list<std::string_view> values,
                                   std::string_view fallback = {}) const;
  /// One of a named enumeration; nothing where it is missing or unknown (a mistake).
  template <class T>
  [[nodiscard]] std::optional<T> named_value(std::string_view attribute) const {
    if (!has(attribute)) {
      return std::nullopt;
    }
    const std::string text = value(attribute);
    const std::optional<T> found = named<T>(text);
    if (!found) {
      unknown_value(attribute, text, name_list<T>());
    }
    return found;
  }
  template <class T>
  [[nodiscard]] static std::vector<std::string_view> name_list() {
    std::vector<std::string_view> out;
    for (const auto& [known, unused] : selon::names<T>()) {
      out.push_back(known);
    }
    return out;
  }
  /// As written, without white space at its ends.
  [[nodiscard]] PlacedText expression(std::string_view attribute) const;
  /// The element's text, as written but for white space at its ends. Child elements
  /// are mistakes, and so is an empty text.
  [[nodiscard]] PlacedText expression() const;
  /// The element's text with white space collapsed; empty is a mistake.
  [[nodiscard]] std::string text() const;
  /// The words of the element's text, separated by commas or line ends; none is a mistake.
  [[nodiscard]] std::vector<std::string> text_words() const;

  /// Calls `visit(Element)` for each child element; text between them is a mistake.
  template <class Visit>
  void children(Visit visit) const {
    parts(visit, [this](pugi::xml_node text) { stray_text(text); });
  }
  /// Calls `visit_element(Element)` or `visit_text(pugi::xml_node)` for each child.
  template <class VisitElement, class VisitText>
  void parts(VisitElement visit_element, VisitText visit_text) const {
    for (pugi::xml_node child = node_.first_child(); child; child = child.next_sibling()) {
      if (child.type() == pugi::node_element) {
        visit_element(Element(*loading_, *file_, child));
      } else {
        visit_text(child);
      }
    }
  }

  /// A mistake at this element, at a value of it, or at a child that doesn't belong here.
  void mistake(std::string what, std::string fragment, std::string advice) const;
  void mistake_in(std::string_view attribute, std::string what, std::string fragment,
                  std::string advice) const;
  void unknown_value(std::string_view attribute, const std::string& text,
                     const std::vector<std::string_view>& known) const;
  void unknown(std::initializer_list<std::string_view> known = {}) const;

 private:
  /// Looked up several times each, so kept here; no element has as many as fit.
  struct Attribute {
    std::string_view name;
    const char* value = nullptr;
  };
  static constexpr std::size_t most_attributes = 8;

  void check_markup(const Attribute& attribute) const;
  /// The value as pugixml has it, or nullptr.
  [[nodiscard]] const char* find(std::string_view attribute) const;
  [[nodiscard]] std::string checked(std::string_view attribute, std::string text,
                                    bool (*good)(std::string_view), std::string_view form) const;
  void unknown_attribute(std::string_view found, std::span<const std::string_view> known) const;
  void stray_text(pugi::xml_node child) const;
  std::vector<std::string> split(std::string_view text, RulePlace place) const;
  std::vector<std::string> require_words(std::vector<std::string> words, RulePlace place) const;
  /// All text of the element, comments left out; child elements are mistakes.
  std::string whole_text() const;
  void empty_text() const;

  Loading* loading_;
  const RuleFile* file_;
  pugi::xml_node node_;
  std::array<Attribute, most_attributes> attributes_;
  std::size_t attribute_count_ = 0;
};

/// Without white space at its ends, and one space for each run of it. No-break spaces stay.
[[nodiscard]] std::string collapse(std::string_view text);

/// [a-z0-9] first, then also "-", "." and "_": ids, refs, scopes, hosts.
[[nodiscard]] bool is_id(std::string_view text);
inline constexpr std::string_view id_form = "lower-case letters, digits, “-”, “.” and “_”";
/// Two or three lower-case letters.
[[nodiscard]] bool is_language(std::string_view text);
inline constexpr std::string_view language_form = "a language code: fr, en";
/// Two capitals.
[[nodiscard]] bool is_country(std::string_view text);

}  // namespace selon
