#include "document/nitf.h"

#include <algorithm>
#include <pugixml.hpp>
#include <utility>

#include "document/block_kinds.h"
#include "document/encoding.h"
#include "document/nitf_reader.h"

namespace selon {

namespace {

Error located(std::string_view content, std::ptrdiff_t offset, const std::string& path, std::string what,
              std::string advice) {
  const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
  Error error = error_at(content, std::min(at, content.size()), path);
  error.what = std::move(what);
  error.advice = std::move(advice);
  return error;
}

/// "20231112T101500+0100", as NITF has dates, with the marks of ISO 8601's longer form.
std::string extended_date(std::string_view date) {
  const std::size_t time = date.find('T');
  const std::string_view day = date.substr(0, time);
  if (day.size() != 8 || day.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::string(date);
  }
  std::string out = std::string(day.substr(0, 4)) + '-' + std::string(day.substr(4, 2)) + '-' +
                    std::string(day.substr(6, 2));
  if (time == std::string_view::npos) return out;
  const std::string_view clock = date.substr(time + 1);
  const std::size_t digits = std::min(clock.find_first_not_of("0123456789"), clock.size());
  out += 'T';
  for (std::size_t i = 0; i < digits; i += 2) {
    if (i > 0) out += ':';
    out += clock.substr(i, std::min<std::size_t>(2, digits - i));
  }
  return out + std::string(clock.substr(digits));
}

/// The first element of that name under `node`, whatever the prefix of its namespace.
pugi::xml_node find(pugi::xml_node node, std::string_view name) {
  return node.find_node([&](const pugi::xml_node& inner) {
    const std::string_view full = inner.name();
    return full.ends_with(name) && (full.size() == name.size() || full[full.size() - name.size() - 1] == ':');
  });
}

std::string attribute(pugi::xml_node node, const char* name, EntityDecoder& entities) {
  return plain_text(std::string_view(node.attribute(name).value()), entities);
}

/// The language as declared, without its region.
std::string language_of(pugi::xml_node root, pugi::xml_node body, EntityDecoder& entities) {
  for (const pugi::xml_node node : {body, find(body, "body.content"), root}) {
    const std::string lang = attribute(node, "xml:lang", entities);
    if (!lang.empty()) return lang.substr(0, lang.find('-'));
  }
  return "";
}

Metadata metadata_of(pugi::xml_node root, pugi::xml_node body) {
  EntityDecoder entities;
  const pugi::xml_node head = find(root, "head");
  Metadata metadata;
  metadata.lang = language_of(root, body, entities);
  const std::string issued = attribute(find(head, "date.issue"), "norm", entities);
  const std::string released = attribute(find(head, "date.release"), "norm", entities);
  metadata.published = extended_date(issued.empty() ? released : issued);
  const pugi::xml_node publication = find(head, "pubdata");
  metadata.publisher = attribute(publication, "name", entities);
  if (metadata.publisher.empty()) metadata.publisher = plain_text(find(body, "distributor"), entities);
  const std::string address = attribute(publication, "ex-ref", entities);
  if (address.starts_with("http://") || address.starts_with("https://")) metadata.canonical_url = address;
  const pugi::xml_node byline = find(find(body, "body.head"), "byline");
  for (const pugi::xml_node person : byline.children()) {
    const std::string_view name = person.name();
    if (name == "person" || name.ends_with(":person")) {
      metadata.authors.push_back(plain_text(person, entities));
    }
  }
  return metadata;
}

/// What the text itself shows: furniture, the credits of captions.
void label_blocks(Document& document, FurnitureRules& furniture) {
  label_furniture(document.text, document.blocks, furniture);
  label_captions(document.text, document.blocks, furniture);
}

}  // namespace

bool shows_nitf(std::string_view head) {
  head = head.substr(0, 4096);
  std::size_t at = head.find('<');
  while (at != std::string_view::npos) {
    const std::string_view tag = head.substr(at + 1);
    if (!tag.starts_with('!') && !tag.starts_with('?')) {
      const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
      return name == "nitf" || name.ends_with(":nitf");
    }
    const std::size_t end = head.find(tag.starts_with("!--") ? "-->" : ">", at);
    at = end == std::string_view::npos ? end : head.find('<', end);
  }
  return false;
}

Expected<Document> parse_nitf(std::string decoded, const std::string& path, FurnitureRules& furniture) {
  // References stay as they are, so that the tree's text is the file's, byte for byte.
  constexpr unsigned options = pugi::parse_cdata | pugi::parse_ws_pcdata;
  pugi::xml_document xml;
  const pugi::xml_parse_result parsed =
      xml.load_buffer(decoded.data(), decoded.size(), options, pugi::encoding_utf8);
  if (!parsed) {
    return tl::unexpected(located(decoded, parsed.offset, path,
                                  std::string("this is no well-formed XML: ") + parsed.description(),
                                  "mend the file, or give its text"));
  }
  const pugi::xml_node root = xml.document_element();
  const pugi::xml_node body = find(root, "body");
  NitfReader reader(decoded);
  if (!reader.read(body)) {
    return tl::unexpected(located(decoded, reader.deepest(), path, "the elements nest too deep here",
                                  "give the text of the article itself"));
  }
  Document document;
  document.path = path;
  document.format = Format::nitf;
  document.metadata = metadata_of(root, body);
  EntityDecoder entities;
  const std::string title = plain_text(find(find(root, "head"), "title"), entities);
  document.blocks = reader.take_blocks();
  reader.move_text_to(document, std::move(decoded));
  if (!std::ranges::any_of(document.blocks, [](const Block& block) { return is_body(block.kind); })) {
    return tl::unexpected(Error{path, 0, 0, "the NITF article holds no text", title, "give an article"});
  }
  label_blocks(document, furniture);
  document.headline = headline_text(document.text, document.blocks);
  if (document.headline.empty()) document.headline = title;
  return document;
}

}  // namespace selon
