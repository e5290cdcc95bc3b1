#include "rules/element.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "rules/utf8.h"

namespace selon {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

/// Names are short, most comparisons fail: a call of memcmp costs more.
bool same_name(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) {
      return false;
    }
  }
  return true;
}

const char* skip_space(const char* text) {
  while (is_space(*text)) {
    ++text;
  }
  return text;
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t size = 40;
  return collapse(cut_utf8(trimmed(text).substr(0, size)));
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string collapse(std::string_view text) {
  text = trimmed(text);
  const auto as_is = [&](std::size_t i) {
    return static_cast<unsigned char>(text[i]) > ' ' || (text[i] == ' ' && text[i + 1] != ' ');
  };
  std::size_t size = 0;
  while (size < text.size() && as_is(size)) {  // `text` is trimmed: its last character is no space
    ++size;
  }
  std::string out(text);
  for (const char c : text.substr(size)) {
    if (!is_space(c)) {
      out[size++] = c;
    } else if (out[size - 1] != ' ') {
      out[size++] = ' ';
    }
  }
  out.resize(size);
  return out;
}

bool is_id(std::string_view text) {
  const auto good = [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '.' || c == '_'; };
  return !text.empty() && (is_lower(text[0]) || is_digit(text[0])) &&
         std::all_of(text.begin(), text.end(), good);
}

bool is_language(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) && std::all_of(text.begin(), text.end(), is_lower);
}

bool is_country(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Element::Element(Loading& loading, const RuleFile& file, pugi::xml_node node)
    : loading_(&loading), file_(&file), node_(node) {
  for (pugi::xml_attribute at = node.first_attribute(); at && attribute_count_ < most_attributes;
       at = at.next_attribute()) {
    attributes_[attribute_count_++] = {at.name(), at.value()};
    check_markup(attributes_[attribute_count_ - 1]);
  }
}

// pugixml lets it pass, XML does not.
void Element::check_markup(const Attribute& attribute) const {
  if (std::strchr(attribute.value, '<') != nullptr && file_->bare_less_than(attribute.value)) {
    loading_->mistake(file_->place(attribute.value), "“<” inside the value of an attribute",
                      excerpt(attribute.value), "write &lt;");
  }
}

const char* Element::find(std::string_view attribute) const {
  for (std::size_t i = 0; i < attribute_count_; ++i) {
    if (same_name(attributes_[i].name, attribute)) {
      return attributes_[i].value;
    }
  }
  return nullptr;
}

void Element::mistake(std::string what, std::string fragment, std::string advice) const {
  loading_->mistake(place(), std::move(what), std::move(fragment), std::move(advice));
}

void Element::mistake_in(std::string_view attribute, std::string what, std::string fragment,
                         std::string advice) const {
  loading_->mistake(file_->place(find(attribute)), std::move(what), std::move(fragment), std::move(advice));
}

void Element::unknown_value(std::string_view attribute, const std::string& text,
                            const std::vector<std::string_view>& known) const {
  mistake_in(attribute, fmt::format("no value of “{}”", attribute), text, name_advice(text, known));
}

void Element::unknown(std::initializer_list<std::string_view> known) const {
  const std::string advice = known.size() == 0 ? std::string("only text stands there")
                                               : name_advice(name(), std::span(known.begin(), known.size()));
  mistake(fmt::format("no element of <{}>", node_.parent().name()), fmt::format("<{}>", name()), advice);
}

std::string Element::checked(std::string_view attribute, std::string text, bool (*good)(std::string_view),
                             std::string_view form) const {
  if (!text.empty() && !good(text)) {
    mistake_in(attribute, fmt::format("not a valid “{}”", attribute), text, fmt::format("write {}", form));
  }
  return text;
}

std::string Element::value(std::string_view attribute, bool (*good)(std::string_view),
                           std::string_view form) const {
  return checked(attribute, value(attribute), good, form);
}

std::string Element::required(std::string_view attribute, bool (*good)(std::string_view),
                              std::string_view form) const {
  return checked(attribute, required(attribute), good, form);
}

void Element::allow(std::initializer_list<std::string_view> attributes) const {
  const auto known = [&](std::string_view found) {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](auto name) { return same_name(name, found); });
  };
  for (std::size_t i = 0; i < attribute_count_; ++i) {
    const auto& [found, found_value] = attributes_[i];
    if (known(found) && find(found) != found_value) {
      loading_->mistake(file_->place(found.data()), "an attribute given twice", std::string(found),
                        "keep one of them");
    } else if (!known(found)) {
      unknown_attribute(found, std::span(attributes.begin(), attributes.size()));
    }
  }
  if (attribute_count_ == most_attributes) {
    mistake(fmt::format("too many attributes of <{}>", name()), "", "keep those that it has");
  }
}

void Element::unknown_attribute(std::string_view found, std::span<const std::string_view> known) const {
  loading_->mistake(file_->place(found.data()), fmt::format("no attribute of <{}>", name()),
                    std::string(found),
                    known.empty() ? std::string("it has none") : name_advice(found, known));
}

std::string Element::value(std::string_view attribute) const {
  const char* found = find(attribute);
  return found == nullptr ? std::string() : collapse(found);
}

std::string Element::required(std::string_view attribute) const {
  require(attribute);
  std::string out = value(attribute);
  if (has(attribute) && out.empty()) {
    mistake_in(attribute, fmt::format("“{}” is empty", attribute), "", "give it a value");
  }
  return out;
}

void Element::require(std::string_view attribute) const {
  if (!has(attribute)) {
    mistake(fmt::format("<{}> without its “{}”", name(), attribute), "",
            fmt::format("add {}=\"…\"", attribute));
  }
}

std::vector<std::string> Element::names(std::string_view attribute) const {
  std::vector<std::string> out;
  const std::string text = value(attribute);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (out.empty() && has(attribute)) {
    mistake_in(attribute, fmt::format("“{}” is empty", attribute), "",
               "name one or more, separated by spaces");
  }
  return out;
}

std::vector<std::string> Element::split(std::string_view text, RulePlace place) const {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(",\n", at), text.size());
    std::string word = collapse(text.substr(at, end - at));
    if (!word.empty()) {
      out.push_back(std::move(word));
    }
    at = end + 1;
  }
  if (combining_accent_at(text) != std::string_view::npos) {
    for (const std::string& word : out) {
      if (combining_accent_at(word) != std::string_view::npos) {
        loading_->mistake(place, "a letter and its accent as two characters", word,
                          "write them as one (Unicode form NFC)");
      }
    }
  }
  return out;
}

std::vector<std::string> Element::words(std::string_view attribute) const {
  const char* found = find(attribute);
  return found == nullptr ? std::vector<std::string>()
                          : require_words(split(found, file_->place(found)), file_->place(found));
}

bool Element::yes_no(std::string_view attribute, bool fallback) const {
  return one_of(attribute, {"yes", "no"}, fallback ? "yes" : "no") == "yes";
}

std::string Element::one_of(std::string_view attribute, std::initializer_list<std::string_view> values,
                            std::string_view fallback) const {
  if (!has(attribute)) {
    return std::string(fallback);
  }
  std::string text = value(attribute);
  if (std::find(values.begin(), values.end(), text) == values.end()) {
    unknown_value(attribute, text, values);
    return std::string(fallback);
  }
  return text;
}

PlacedText Element::expression(std::string_view attribute) const {
  if (!has(attribute)) {
    return {};
  }
  const char* start = skip_space(find(attribute));
  PlacedText out{std::string(trimmed(start)), file_->place(start)};
  if (out.text.empty()) {
    mistake_in(attribute, fmt::format("“{}” is empty", attribute), "",
               "write a tag expression, or leave it out");
  }
  return out;
}

PlacedText Element::expression() const {
  PlacedText out{{}, place()};
  const auto visit_text = [&](pugi::xml_node text) {
    if (trimmed(text.value()).empty()) {
      return;
    }
    if (!out.text.empty()) {  // columns after it could not be told
      mistake(fmt::format("a comment inside the text of <{}>", name()), "",
              "move the comment before the element");
      return;
    }
    const char* start = skip_space(text.value());
    out = {std::string(trimmed(start)), file_->place(start)};
  };
  parts([](const Element& child) { child.unknown(); }, visit_text);
  if (out.text.empty()) {
    empty_text();
  }
  return out;
}

void Element::empty_text() const { mistake(fmt::format("<{}> is empty", name()), "", "write its text"); }

void Element::stray_text(pugi::xml_node child) const {
  const char* start = skip_space(child.value());
  if (*start != '\0') {
    loading_->mistake(file_->place(start), fmt::format("text directly in <{}>", name()), excerpt(start),
                      "move it into an element, or remove it");
  }
}

std::string Element::whole_text() const {
  std::string out;
  parts([](const Element& child) { child.unknown(); }, [&](pugi::xml_node text) { out += text.value(); });
  return out;
}

std::string Element::text() const {
  const pugi::xml_node only = node_.first_child();
  const bool plain = only.type() == pugi::node_pcdata && !only.next_sibling();
  std::string out = plain ? collapse(only.value()) : collapse(whole_text());
  if (out.empty()) {
    empty_text();
  }
  return out;
}

std::vector<std::string> Element::text_words() const {
  std::vector<std::string> out = split(whole_text(), place());
  const auto is_element = [](pugi::xml_node child) { return child.type() == pugi::node_element; };
  const bool reported = std::any_of(node_.begin(), node_.end(), is_element);
  return out.empty() && reported ? out : require_words(std::move(out), place());
}

std::vector<std::string> Element::require_words(std::vector<std::string> words, RulePlace place) const {
  if (words.empty()) {
    loading_->mistake(place, "an empty list of words", "",
                      "write the words, separated by commas or line ends");
  }
  return words;
}

}  // namespace selon
