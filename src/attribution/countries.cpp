#include "attribution/countries.h"

#include <algorithm>

#include "attribution/name_fold.h"
#include "language/unicode.h"

namespace selon {

namespace {

// "le gouvernement de la Corée du Sud": from the first capital on.
std::string_view from_capital(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const unicode::CodePoint c = unicode::decode(words, at);
    if (unicode::is_upper(c.value)) {
      return words.substr(at);
    }
    at += c.size;
  }
  return {};
}

std::string most(const std::unordered_map<std::string, std::size_t>& counted) {
  const auto found = std::max_element(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second < b.second : a.first > b.first;
  });
  return found == counted.end() ? std::string() : found->first;
}

}  // namespace

void Countries::add(std::string folded_word, const std::string& country) {
  if (folded_word.empty()) {
    return;
  }
  const auto [entry, is_new] = countries_.emplace(std::move(folded_word), country);
  if (!is_new && entry->second != country) {
    entry->second.clear();  // of two countries: it tells neither
  }
}

// Most seats stand for a whole government ("le gouvernement du Pérou"), whose complement is a
// country; the others for parts of one ("le ministère de l'Intérieur"). The pack's own country
// is the one of which it lists by far the most bodies.
void Countries::prepare() {
  prepared_ = true;
  const auto head_of = [this](const SourceEntry& source) {
    std::string_view head = source.metonym_of;
    head = head.substr(0, head.find(from_capital(head)));
    const std::string words = folded(head);
    for (std::string_view rest = words; !rest.empty();
         rest.remove_prefix(std::min(rest.size(), first_word(rest).size() + 1))) {
      if ((words_.of(first_word(rest)) & word::body) != 0) {
        return std::string(first_word(rest));
      }
    }
    return std::string();
  };
  std::unordered_map<std::string, std::size_t> heads;
  std::unordered_map<std::string, std::size_t> bodies;
  for (const SourceEntry& source : pack_.sources) {
    if (source.kind == SourceKind::place && !source.metonym_of.empty()) {
      ++heads[head_of(source)];
    } else if (source.kind == SourceKind::government || source.kind == SourceKind::institution) {
      ++bodies[source.country];
    }
  }
  bodies.erase("");
  heads.erase("");
  const std::string head = most(heads);
  home_ = most(bodies);
  for (const SourceEntry& source : pack_.sources) {
    if (source.country.empty()) {
      continue;
    }
    if (source.kind == SourceKind::place) {
      add(folded(source.name), source.country);
      cities_.insert(folded(source.name));
      add(head_of(source) == head ? folded(from_capital(source.metonym_of)) : "", source.country);
    } else if (source.kind == SourceKind::government) {
      add_adjective(source.name, source.country);
      for (const std::string& alias : source.aliases) {
        add_adjective(alias, source.country);
      }
    }
  }
}

void Countries::add_adjective(std::string_view name, const std::string& country) {
  const std::string key = folded(name);
  if ((words_.of(last_word(key)) & word::nationality) != 0) {
    add(std::string(last_word(key)), country);
  }
}

std::string_view Countries::of(std::string_view folded_words) {
  if (!prepared_) {
    prepare();
  }
  const auto found = countries_.find(std::string(folded_words));
  return found == countries_.end() ? std::string_view() : std::string_view(found->second);
}

bool Countries::is_home(std::string_view country) {
  if (!prepared_) {
    prepare();
  }
  return !country.empty() && country == home_;
}

}  // namespace selon
