#include "document/html_scan.h"

#include <gumbo.h>

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <string>
#include <vector>

namespace selon {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool among(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_void(GumboTag tag) {
  return among(tag, {GUMBO_TAG_AREA,  GUMBO_TAG_BASE,   GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR,
                     GUMBO_TAG_COL,   GUMBO_TAG_EMBED,  GUMBO_TAG_FRAME,    GUMBO_TAG_HR,      GUMBO_TAG_IMG,
                     GUMBO_TAG_IMAGE, GUMBO_TAG_INPUT,  GUMBO_TAG_KEYGEN,   GUMBO_TAG_LINK,    GUMBO_TAG_META,
                     GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,    GUMBO_TAG_WBR,     GUMBO_TAG_HTML,
                     GUMBO_TAG_HEAD,  GUMBO_TAG_BODY});
}

bool holds_raw_text(GumboTag tag) {
  return among(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE, GUMBO_TAG_XMP,
                     GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES});
}

/// An end tag inside one of these never closes an element outside of it.
bool is_border(GumboTag tag) {
  return among(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION, GUMBO_TAG_APPLET,
                     GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT, GUMBO_TAG_TEMPLATE});
}

/// Elements whose end tag leaves what they hold open.
bool is_formatting(GumboTag tag) {
  return among(tag, {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT,
                     GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE,
                     GUMBO_TAG_STRONG, GUMBO_TAG_TT, GUMBO_TAG_U});
}

/// Elements that an end tag of an ordinary inline element doesn't reach across.
bool is_inline(GumboTag tag) {
  return is_formatting(tag) ||
         among(tag, {GUMBO_TAG_SPAN, GUMBO_TAG_ABBR, GUMBO_TAG_CITE, GUMBO_TAG_DFN, GUMBO_TAG_KBD,
                     GUMBO_TAG_LABEL, GUMBO_TAG_MARK, GUMBO_TAG_Q, GUMBO_TAG_SAMP, GUMBO_TAG_SUB,
                     GUMBO_TAG_SUP, GUMBO_TAG_TIME, GUMBO_TAG_VAR, GUMBO_TAG_UNKNOWN});
}

bool closes_paragraph(GumboTag tag) { return !is_inline(tag) && !is_void(tag) && !holds_raw_text(tag); }

/// An open element. Names that HTML doesn't know differ by their hash.
struct OpenTag {
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  std::size_t hash = 0;

  friend bool operator==(const OpenTag&, const OpenTag&) = default;
};

OpenTag tag_named(std::string_view name) {
  const GumboTag tag = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
  std::size_t hash = 0;
  if (tag == GUMBO_TAG_UNKNOWN) {
    for (const char c : name) {
      hash = hash * 31 + static_cast<unsigned char>(c | 0x20);
    }
  }
  return {tag, hash};
}

std::size_t skip_while(std::string_view content, std::size_t at, bool (*is)(char)) {
  while (at < content.size() && is(content[at])) {
    ++at;
  }
  return at;
}

struct TagScan {
  std::string_view content;
  std::size_t max_depth = 0;
  std::size_t max_attributes = 0;
  std::vector<OpenTag> open;

  void drop_to(std::size_t size) { open.resize(size); }

  /// Closes the nearest of `tags`, if no other block element stands before it.
  void close_implied(std::initializer_list<GumboTag> tags, std::initializer_list<GumboTag> across) {
    for (std::size_t i = open.size(); i > 0; --i) {
      if (among(open[i - 1].tag, tags)) {
        drop_to(i - 1);
        return;
      }
      if (!is_inline(open[i - 1].tag) && !among(open[i - 1].tag, across)) {
        return;
      }
    }
  }

  void start(OpenTag element) {
    const GumboTag tag = element.tag;
    if (closes_paragraph(tag)) {
      close_implied({GUMBO_TAG_P}, {});
    }
    if (tag == GUMBO_TAG_LI) {
      close_implied({GUMBO_TAG_LI}, {GUMBO_TAG_P, GUMBO_TAG_DIV});
    } else if (among(tag, {GUMBO_TAG_DT, GUMBO_TAG_DD})) {
      close_implied({GUMBO_TAG_DT, GUMBO_TAG_DD}, {GUMBO_TAG_P, GUMBO_TAG_DIV});
    } else if (among(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH})) {
      close_cells({GUMBO_TAG_TD, GUMBO_TAG_TH});
    } else if (tag == GUMBO_TAG_TR) {
      close_cells({GUMBO_TAG_TR});
    } else if (among(tag, {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT})) {
      close_cells({GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT});
    } else if (among(tag, {GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP})) {
      close_implied({GUMBO_TAG_OPTION}, {});
    } else if (tag == GUMBO_TAG_A) {
      close_formatting(GUMBO_TAG_A);
    }
    open.push_back(element);
  }

  /// Table parts close those before them up to their table.
  void close_cells(std::initializer_list<GumboTag> tags) {
    for (std::size_t i = open.size(); i > 0 && open[i - 1].tag != GUMBO_TAG_TABLE; --i) {
      if (among(open[i - 1].tag, tags)) {
        drop_to(i - 1);
        return;
      }
    }
  }

  void close_formatting(GumboTag tag) {
    for (std::size_t i = open.size(); i > 0 && !is_border(open[i - 1].tag); --i) {
      if (open[i - 1].tag == tag) {
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(i - 1));
        return;
      }
    }
  }

  void end(OpenTag element) {
    const GumboTag tag = element.tag;
    if (is_formatting(tag)) {
      close_formatting(tag);
      return;
    }
    const bool reaches_across = !is_inline(tag);
    for (std::size_t i = open.size(); i > 0; --i) {
      const GumboTag found = open[i - 1].tag;
      if (open[i - 1] == element) {
        drop_to(i - 1);
        return;
      }
      if (is_border(found) &&
          !among(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT})) {
        return;
      }
      if (found == GUMBO_TAG_TABLE || (!reaches_across && !is_inline(found))) {
        return;
      }
    }
  }

  /// The offset of the end tag that closes raw text which begins at `at`.
  [[nodiscard]] std::size_t after_raw_text(std::size_t at, std::string_view name) const {
    while ((at = content.find("</", at)) != std::string_view::npos) {
      at += 2;
      const auto here = content.substr(at, name.size());
      const bool same =
          here.size() == name.size() && std::equal(here.begin(), here.end(), name.begin(),
                                                   [](char a, char b) { return (a | 0x20) == (b | 0x20); });
      if (same && !(at + name.size() < content.size() && is_letter(content[at + name.size()]))) {
        return at - 2;
      }
    }
    return content.size();
  }

  /// "/>" closes an element in a drawing or a formula only.
  [[nodiscard]] bool in_foreign_content() const {
    return std::any_of(open.begin(), open.end(),
                       [](OpenTag o) { return o.tag == GUMBO_TAG_SVG || o.tag == GUMBO_TAG_MATH; });
  }

  std::optional<MarkupExcess> run() {
    std::size_t at = 0;
    while (at < content.size() && (at = content.find('<', at)) != std::string_view::npos) {
      const std::size_t tag_start = at;
      const bool closing = content.substr(at + 1, 1) == "/";
      const std::size_t name_start = at + (closing ? 2 : 1);
      if (name_start >= content.size() || !is_letter(content[name_start])) {
        const char next = name_start < content.size() ? content[name_start] : '\0';
        at = next == '!' || next == '?' ? find_declaration_end(content, at) : at + 1;
        continue;
      }
      std::size_t name_end = name_start;
      while (name_end < content.size() && !is_space(content[name_end]) && content[name_end] != '/' &&
             content[name_end] != '>') {
        ++name_end;
      }
      const auto name = content.substr(name_start, name_end - name_start);
      const auto [close, attributes] = find_tag_end(content, name_start);
      const OpenTag element = tag_named(name);
      at = std::min(close + 1, content.size());
      if (attributes > max_attributes) {
        return MarkupExcess{tag_start, true};
      }
      if (closing) {
        end(element);
      } else if (!is_void(element.tag) && !(content[close - 1] == '/' && in_foreign_content())) {
        if (holds_raw_text(element.tag)) {
          at = after_raw_text(at, name);
          continue;
        }
        start(element);
        if (open.size() > max_depth) {
          return MarkupExcess{tag_start, false};
        }
      }
    }
    return std::nullopt;
  }
};

}  // namespace

TagEnd find_tag_end(std::string_view content, std::size_t name) {
  constexpr auto in_name = [](char c) { return !is_space(c) && c != '/' && c != '>'; };
  constexpr auto in_attribute = [](char c) { return !is_space(c) && c != '/' && c != '>' && c != '='; };
  constexpr auto between = [](char c) { return is_space(c) || c == '/'; };
  constexpr auto unquoted = [](char c) { return !is_space(c) && c != '>'; };
  TagEnd out;
  std::size_t at = skip_while(content, name, in_name);
  while ((at = skip_while(content, at, between)) < content.size() && content[at] != '>') {
    ++out.attributes;
    at = skip_while(content, at + 1, in_attribute);  // the first character may be "="
    const std::size_t equals = skip_while(content, at, is_space);
    if (equals >= content.size() || content[equals] != '=') {
      continue;
    }
    at = skip_while(content, equals + 1, is_space);
    if (at < content.size() && (content[at] == '"' || content[at] == '\'')) {
      at = std::min(content.find(content[at], at + 1), content.size() - 1) + 1;
    } else {
      at = skip_while(content, at, unquoted);
    }
  }
  out.close = std::min(at, content.size());
  return out;
}

std::size_t find_declaration_end(std::string_view content, std::size_t at) {
  if (content.substr(at, 4) == "<!--" && content.substr(at + 4, 1) != ">" &&
      content.substr(at + 4, 2) != "->") {
    const auto close = content.find("-->", at + 4);
    return close == std::string_view::npos ? content.size() : close + 3;
  }
  const auto close = content.find('>', at);
  return close == std::string_view::npos ? content.size() : close + 1;
}

std::optional<MarkupExcess> find_markup_excess(std::string_view content, std::size_t max_depth,
                                               std::size_t max_attributes) {
  TagScan scan{.content = content, .max_depth = max_depth, .max_attributes = max_attributes, .open = {}};
  return scan.run();
}

}  // namespace selon
