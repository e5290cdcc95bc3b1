#include "document/html_metadata.h"

#include <algorithm>

#include "document/characters.h"
#include "document/html_json_ld.h"

namespace selon {
namespace {

constexpr std::size_t max_value = 4000;

/// On one line, without white space at its ends.
std::string tidy(std::string_view text) {
  std::string out;
  text = text.substr(0, max_value);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u &&
         text.size() == max_value) {
    text.remove_suffix(1);
  }
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return std::string(trimmed(out, {0, static_cast<std::uint32_t>(out.size())}).in(out));
}

/// Named character references that publishers leave in JSON-LD strings and meta
/// elements when they escape twice.
std::string unescape(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> references[] = {
      {"&nbsp;", "\u00A0"}, {"&#039;", "'"},  {"&#39;", "'"},   {"&apos;", "'"},  {"&quot;", "\""},
      {"&#8217;", "’"},     {"&rsquo;", "’"}, {"&laquo;", "«"}, {"&raquo;", "»"}, {"&amp;", "&"}};
  for (const auto& [reference, character] : references) {
    for (auto at = text.find(reference); at != std::string::npos;
         at = text.find(reference, at + character.size())) {
      text.replace(at, reference.size(), character);
    }
  }
  return text;
}

void set_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) {
    field = unescape(tidy(value));
  }
}

void add(std::vector<std::string>& list, std::string_view value) {
  std::string one = unescape(tidy(value));
  if (!one.empty() && std::find(list.begin(), list.end(), one) == list.end()) {
    list.push_back(std::move(one));
  }
}

std::string primary_language(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_, ")));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool plain = std::all_of(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return plain && (out.size() == 2 || out.size() == 3) ? out : std::string();
}

class Reader {
 public:
  explicit Reader(const HtmlTree& tree) : tree_(tree) {}

  PageMetadata run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.is(i, GUMBO_TAG_SCRIPT) && tree_.has_word(i, "type", "application/ld+json")) {
        take_json_ld(i);
      }
    }
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].text) {
        continue;
      }
      take_element(i);
    }
    finish();
    return std::move(page_);
  }

 private:
  void take_json_ld(std::uint32_t i) {
    const auto article = read_json_ld(tree_.raw_text(i, 2 * 1024 * 1024));
    if (!article) {
      return;
    }
    Metadata& metadata = page_.metadata;
    set_if_empty(metadata.published, article->published);
    set_if_empty(metadata.modified, article->modified);
    set_if_empty(metadata.publisher, article->publisher);
    set_if_empty(metadata.lang, primary_language(article->lang));
    if (article->url.starts_with("http")) {
      set_if_empty(metadata.canonical_url, article->url);
    }
    if (metadata.authors.empty()) {
      for (const std::string& author : article->authors) {
        add(metadata.authors, author);
      }
    }
    add(page_.headlines, article->headline);
    add(page_.descriptions, article->description);
  }

  void take_element(std::uint32_t i) {
    switch (tree_[i].tag) {
      case GUMBO_TAG_META:
        take_meta(i);
        break;
      case GUMBO_TAG_LINK:
        if (tree_.has_word(i, "rel", "canonical")) {
          set_if_empty(canonical_, tree_.attribute(i, "href").value_or(""));
        }
        break;
      case GUMBO_TAG_HTML:
        html_lang_ = primary_language(
            tree_.attribute(i, "lang").value_or(tree_.attribute(i, "xml:lang").value_or("")));
        break;
      case GUMBO_TAG_TITLE:
        if (tree_.nearest(i, {GUMBO_TAG_SVG}) == no_node) {
          set_if_empty(page_.title, tree_.raw_text(i, max_value));
        }
        break;
      default:
        break;
    }
  }

  void take_meta(std::uint32_t i) {
    std::string name(
        tree_.attribute(i, "property")
            .value_or(tree_.attribute(i, "name").value_or(tree_.attribute(i, "itemprop").value_or(""))));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto content = tree_.attribute(i, "content").value_or("");
    if (content.empty()) {
      return;
    }
    const auto is = [&name](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is({"og:title", "twitter:title", "dc.title", "dcterms.title"})) {
      add(page_.headlines, content);
    } else if (is({"og:description", "twitter:description", "description", "dc.description"})) {
      add(page_.descriptions, content);
    } else if (is({"article:published_time", "og:article:published_time", "datepublished", "dc.date",
                   "dc.date.issued", "dcterms.created", "date", "pubdate", "og:published_time"})) {
      set_if_empty(published_, content);
    } else if (is({"article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
                   "last-modified"})) {
      set_if_empty(modified_, content);
    } else if (is({"author", "dc.creator", "article:author", "parsely-author", "sailthru.author"})) {
      if (!content.starts_with("http") && authors_.size() < 50) {
        add(authors_, content);
      }
    } else if (is({"og:site_name", "application-name", "dc.publisher"})) {
      set_if_empty(publisher_, content);
    } else if (is({"og:url"})) {
      set_if_empty(og_url_, content);
    } else if (is({"og:locale", "content-language", "dc.language"})) {
      set_if_empty(meta_lang_, primary_language(content));
    }
  }

  /// Weaker statements fill what stronger ones left open.
  void finish() {
    Metadata& metadata = page_.metadata;
    set_if_empty(metadata.published, published_);
    set_if_empty(metadata.modified, modified_);
    set_if_empty(metadata.publisher, publisher_);
    set_if_empty(metadata.lang, html_lang_);
    set_if_empty(metadata.lang, meta_lang_);
    metadata.canonical_url = canonical_.starts_with("http") ? canonical_ : metadata.canonical_url;
    set_if_empty(metadata.canonical_url, og_url_);
    if (metadata.authors.empty()) {
      metadata.authors = std::move(authors_);
    }
  }

  const HtmlTree& tree_;
  PageMetadata page_;
  std::string canonical_, og_url_, html_lang_, meta_lang_, published_, modified_, publisher_;
  std::vector<std::string> authors_;
};

}  // namespace

PageMetadata read_metadata(const HtmlTree& tree) { return Reader(tree).run(); }

}  // namespace selon
