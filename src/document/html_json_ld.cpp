#include "document/html_json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace selon {
namespace {

using Json = nlohmann::json;

constexpr std::size_t max_script = 1024 * 1024;
constexpr int max_depth = 64;

/// Whether brackets nest more than `max_depth` deep: told before parsing.
bool too_deep(std::string_view script) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const char c = script[i];
    if (in_string) {
      i += c == '\\' ? 1 : 0;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > max_depth) {
        return true;
      }
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

bool is_article_type(std::string_view type) {
  type.remove_prefix(std::min(type.size(), type.rfind('/') + 1));
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report";
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) {
    return false;
  }
  if (type->is_string()) {
    return is_article_type(type->get_ref<const std::string&>());
  }
  return type->is_array() && std::any_of(type->begin(), type->end(), [](const Json& one) {
           return one.is_string() && is_article_type(one.get_ref<const std::string&>());
         });
}

/// A string, the name (or address) of an object, or the first of a list of either.
std::string text_of(const Json& value) {
  const Json* current = &value;
  if (current->is_array() && !current->empty()) {
    current = &current->front();
  }
  if (current->is_string()) {
    return current->get<std::string>();
  }
  if (current->is_object()) {
    for (const char* key : {"name", "@id", "url"}) {
      const auto found = current->find(key);
      if (found != current->end() && found->is_string()) {
        return found->get<std::string>();
      }
    }
  }
  return {};
}

std::string member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : text_of(*found);
}

std::vector<std::string> people(const Json& object) {
  std::vector<std::string> out;
  const auto found = object.find("author");
  if (found == object.end()) {
    return out;
  }
  const auto add = [&out](const Json& person) {
    std::string name = person.is_string()   ? person.get<std::string>()
                       : person.is_object() ? member(person, "name")
                                            : std::string();
    if (!name.empty() && !name.starts_with("http") && out.size() < 50) {
      out.push_back(std::move(name));
    }
  };
  if (found->is_array()) {
    std::for_each(found->begin(), found->end(), add);
  } else {
    add(*found);
  }
  return out;
}

/// The first article at or below `root`, breadth first.
const Json* find_article(const Json& root) {
  std::vector<const Json*> queue{&root};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    if (queue[i]->is_object() && is_article(*queue[i])) {
      return queue[i];
    }
    if (queue[i]->is_structured()) {
      for (const Json& inner : *queue[i]) {
        if (inner.is_structured()) {
          queue.push_back(&inner);
        }
      }
    }
  }
  return nullptr;
}

}  // namespace

std::optional<JsonLdArticle> read_json_ld(std::string_view script) {
  if (script.size() > max_script || too_deep(script)) {
    return std::nullopt;
  }
  const Json root = Json::parse(script, nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
  const Json* article = root.is_discarded() ? nullptr : find_article(root);
  if (article == nullptr) {
    return std::nullopt;
  }
  JsonLdArticle out;
  out.headline = member(*article, "headline");
  if (out.headline.empty()) {
    out.headline = member(*article, "name");
  }
  out.description = member(*article, "description");
  out.published = member(*article, "datePublished");
  out.modified = member(*article, "dateModified");
  out.publisher = member(*article, "publisher");
  out.lang = member(*article, "inLanguage");
  out.url = member(*article, "url");
  if (out.url.empty()) {
    out.url = member(*article, "mainEntityOfPage");
  }
  out.authors = people(*article);
  return out;
}

}  // namespace selon
