#include "gold.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "document/load.h"
#include "language/unicode.h"

namespace gold {

namespace {

using nlohmann::json;
using Words = std::set<std::uint32_t>;

struct Item {
  Words content;
  std::vector<Words> sources;  ///< mentions that are as good as each other
  bool has_source = false;
  bool optional = false;
};

// The starts of the words that a span covers.
void add_words(const std::string& text, selon::Span span, Words& out) {
  bool inside = false;
  for (std::uint32_t at = span.start; at < span.end;) {
    const selon::unicode::CodePoint c = selon::unicode::decode(text, at);
    const bool word = selon::unicode::is_letter(c.value) || selon::unicode::is_digit(c.value);
    if (word && !inside) {
      out.insert(at);
    }
    inside = word;
    at += c.size;
  }
}

// Gold counts code points; texts here count bytes.
std::vector<std::uint32_t> byte_offsets(const std::string& text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t at = 0; at < text.size();) {
    out.push_back(at);
    at += selon::unicode::decode(text, at).size;
  }
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

double overlap(const Words& a, const Words& b) {
  std::size_t common = 0;
  for (const std::uint32_t word : a) {
    common += b.count(word);
  }
  const std::size_t all = a.size() + b.size() - common;
  return all == 0 ? 1.0 : static_cast<double>(common) / static_cast<double>(all);
}

Item wanted_item(const json& row, const std::string& text, const std::vector<std::uint32_t>& bytes) {
  const auto span = [&](const json& j) {
    return selon::Span{bytes[j.at("start").get<std::size_t>()], bytes[j.at("end").get<std::size_t>()]};
  };
  Item item;
  for (const json& part : row.at("content")) {
    add_words(text, span(part), item.content);
  }
  item.has_source = !row.at("source").is_null();
  const auto mention = [&](const json& j) {
    item.sources.emplace_back();
    add_words(text, span(j), item.sources.back());
  };
  if (item.has_source) {
    mention(row.at("source"));
  }
  for (const json& other : row.value("source_alt", json::array())) {
    mention(other);
  }
  item.optional = !row.value("core", true) || row.value("optional", false);
  return item;
}

Item found_item(const selon::Attribution& attribution, const std::string& text) {
  Item item;
  for (const selon::Span& span : attribution.content) {
    add_words(text, span, item.content);
  }
  item.has_source = attribution.source.has_value();
  item.sources.emplace_back();
  if (attribution.source) {
    add_words(text, *attribution.source, item.sources.back());
  }
  return item;
}

double same_source(const Item& wanted, const Item& found) {
  double best = !wanted.has_source && !found.has_source ? 1.0 : 0.0;
  for (const Words& mention : wanted.sources) {
    best = std::max(best, overlap(mention, found.sources.front()));
  }
  return best;
}

struct Counts {
  std::size_t wanted = 0, found = 0, at_03 = 0, at_08 = 0, with_source = 0;
};

// Pairs one to one, the greatest overlap first.
void compare(const std::vector<Item>& wanted, const std::vector<Item>& found, Counts& counts) {
  struct Pair {
    double overlap;
    std::size_t wanted, found;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (std::size_t j = 0; j < found.size(); ++j) {
      const double o = overlap(wanted[i].content, found[j].content);
      if (o >= 0.3) {
        pairs.push_back({o + 0.005 * same_source(wanted[i], found[j]), i, j});
      }
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.overlap > b.overlap; });
  std::set<std::size_t> used_wanted, used_found;
  std::size_t neutral = 0;
  for (const Pair& pair : pairs) {
    if (used_wanted.contains(pair.wanted) || used_found.contains(pair.found)) {
      continue;
    }
    used_wanted.insert(pair.wanted);
    used_found.insert(pair.found);
    const Item& item = wanted[pair.wanted];
    if (item.optional) {
      ++neutral;
      continue;
    }
    ++counts.at_03;
    counts.at_08 += overlap(item.content, found[pair.found].content) >= 0.8 ? 1u : 0u;
    counts.with_source += same_source(item, found[pair.found]) >= 0.5 ? 1u : 0u;
  }
  for (const Item& item : wanted) {
    counts.wanted += item.optional ? 0u : 1u;
  }
  counts.found += found.size() - neutral;
}

double f1(std::size_t hits, const Counts& counts) {
  const std::size_t sum = counts.wanted + counts.found;
  return sum == 0 ? 0.0 : 2.0 * static_cast<double>(hits) / static_cast<double>(sum);
}

}  // namespace

Scores score(const std::string& path, const selon::Pack& pack, selon::Analyzer& analyzer) {
  Counts counts;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const json row = json::parse(line);
    const selon::Document document = selon::load_text(row.at("text").get<std::string>(), pack);
    const selon::Analysis analysis = analyzer.analyze(document);
    const std::vector<std::uint32_t> bytes = byte_offsets(document.text);
    std::vector<Item> wanted, found;
    for (const json& attribution : row.at("attributions")) {
      wanted.push_back(wanted_item(attribution, document.text, bytes));
    }
    for (const selon::Attribution& attribution : analysis.attributions) {
      found.push_back(found_item(attribution, document.text));
    }
    compare(wanted, found, counts);
  }
  return {counts.wanted, counts.found, f1(counts.at_03, counts), f1(counts.at_08, counts),
          f1(counts.with_source, counts)};
}

}  // namespace gold
