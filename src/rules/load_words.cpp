// <words> and <verbs>.
#include "rules/load_parts.h"

namespace selon {

void load_words(const Element& element) {
  element.allow({"id"});
  const std::string id = element.required("id", is_id, id_form);
  std::vector<std::string> words = element.text_words();
  Loading& loading = element.loading();
  if (WordList* list = loading.define(loading.pack.lists, id, element.place())) {
    *list = {id, std::move(words), element.place()};
  }
}

namespace {

std::uint16_t read_valence(const Element& element) {
  unsigned takes = 0;
  element.require("takes");
  for (const std::string& name : element.names("takes")) {
    if (const auto bit = named<Valence>(name)) {
      takes |= *bit;
    } else {
      element.unknown_value("takes", name, Element::name_list<Valence>());
    }
  }
  return static_cast<std::uint16_t>(takes);
}

}  // namespace

void load_verbs(const Element& element) {
  element.allow({"takes", "stance", "weak", "denies", "neutral"});
  Verb verb;
  verb.takes = read_valence(element);
  verb.stance = element.named_value<Stance>("stance").value_or(Stance::neutral);
  verb.weak = element.yes_no("weak");
  verb.denies = element.yes_no("denies");
  verb.neutral = element.has("neutral") ? element.required("neutral") : "";
  verb.place = element.place();
  Loading& loading = element.loading();
  for (std::string& lemma : element.text_words()) {
    if (Verb* slot = loading.define(loading.pack.verbs, lemma, element.place())) {
      *slot = verb;
      slot->lemma = std::move(lemma);
    }
  }
}

}  // namespace selon
