// One function for each element of a rule file: it checks the element and adds it
// to the pack. Used by the loader only; each topic has its file (load_*.cpp).
#pragma once

#include <vector>

#include "rules/element.h"

namespace selon {

// load_words.cpp
void load_words(const Element& element);
void load_verbs(const Element& element);

// load_tags.cpp
void load_tag(const Element& element);
void load_choose(const Element& element);
void load_macro(const Element& element);
void load_set(const Element& element);
/// Checks what tags, macros, patterns and boundaries refer to, once all are known.
void check_tag_references(Loading& loading);

// load_patterns.cpp
void load_pattern(const Element& element);
void load_boundary(const Element& element);

// load_sources.cpp
void load_sources(const Element& element);
void load_source(const Element& element);

// load_furniture.cpp
void load_furniture(const Element& element);
void load_site(const Element& element);

// load_audit.cpp
void load_audit(const Element& element);
[[nodiscard]] Reference load_reference(const Element& element);
/// The element's severity; nothing where it is "off", missing, or a mistake.
[[nodiscard]] std::optional<Severity> severity_of(const Element& element);

// load_examples.cpp
/// Which inline marks an example may hold.
enum class ExampleMarks : std::uint8_t { attribution, finding, none };
/// Takes in an <example> or <counterexample>; false where the element is neither.
bool load_example(const Element& element, ExampleMarks marks, std::vector<Example>& examples);

}  // namespace selon
