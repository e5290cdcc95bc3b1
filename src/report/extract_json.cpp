#include "report/extract_json.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "claims/words.h"
#include "rules/names.h"

namespace selon {

namespace {

/// Writes one article. A thing of its own so that its parts need not hand the same
/// three things to each other.
class ArticleWriter {
 public:
  ArticleWriter(JsonWriter& json, const AnalysedArticle& analysed, const ExtractJsonOptions& options)
      : json_(json), document_(analysed.document), analysis_(analysed.analysis), id_(analysed.id_json) {
    if (options.at) {
      places_.emplace(document_);
    }
    with_text_ = options.text;
  }

  void write() {
    json_.begin_object();
    json_.member("schema", "selon.analysis/1");
    json_.key("id");
    if (id_.empty()) {
      json_.null();
    } else {
      json_.raw(id_);
    }
    write_document();
    write_list("blocks", document_.blocks, [this](const Block& block) { write_block(block); });
    write_list("sources", analysis_.sources, [this](const Source& source) { write_source(source); });
    write_list("statements", analysis_.statements, [this](const Statement& s) { write_statement(s); });
    write_list("attributions", analysis_.attributions,
               [this](const Attribution& a) { write_attribution(a); });
    write_list("quotations", analysis_.quotations, [this](const QuotedText& q) { write_quotation(q); });
    json_.end_object();
    json_.end_line();
  }

 private:
  template <class List, class Write>
  void write_list(std::string_view name, const List& list, const Write& write_one) {
    json_.key(name);
    json_.begin_array();
    for (const auto& one : list) {
      write_one(one);
    }
    json_.end_array();
  }

  void write_ends(Span span) {
    json_.member("start", span.start);
    json_.member("end", span.end);
  }

  void write_text(Span span) {
    write_ends(span);
    json_.member("text", span.in(document_.text));
  }

  void write_at(std::uint32_t offset) {
    if (!places_) {
      return;
    }
    const FilePlace place = places_->at(offset);
    json_.key("at");
    json_.begin_object();
    json_.member("line", place.line);
    json_.member("column", place.column);
    json_.end_object();
  }

  void write_span_or_null(std::string_view name, const std::optional<Span>& span) {
    json_.key(name);
    if (!span) {
      json_.null();
      return;
    }
    json_.begin_object();
    write_text(*span);
    json_.end_object();
  }

  void write_ref_or_null(std::string_view name, std::uint32_t source) {
    json_.key(name);
    if (source < analysis_.sources.size()) {
      json_.value(std::string_view(analysis_.sources[source].ref));
    } else {
      json_.null();
    }
  }

  void write_refs(std::string_view name, const std::vector<std::uint32_t>& sources) {
    write_list(name, sources, [this](std::uint32_t source) {
      json_.value(std::string_view(analysis_.sources.at(source).ref));
    });
  }

  void write_document() {
    json_.key("document");
    json_.begin_object();
    json_.member("path", valid_utf8(document_.path));
    json_.member("format", name_of(document_.format));
    json_.member("lang", analysis_.lang);
    json_.member_or_null("sha256", document_.sha256);
    json_.member_or_null("headline", document_.headline);
    json_.member_or_null("published", document_.metadata.published);
    json_.member_or_null("modified", document_.metadata.modified);
    write_refs("bylines", analysis_.bylines);
    write_refs("credits", analysis_.credits);
    json_.end_object();
    if (with_text_) {
      json_.member("text", document_.text);
    }
  }

  void write_block(const Block& block) {
    json_.begin_object();
    json_.member("kind", name_of(block.kind));
    write_ends(block.span);
    write_at(block.span.start);
    json_.end_object();
  }

  void write_source(const Source& source) {
    json_.begin_object();
    json_.member("ref", source.ref);
    json_.member("name", source.name);
    json_.member("kind", name_of(source.kind));
    json_.member("anonymous", source.anonymous);
    json_.member("vague", source.vague);
    json_.member_or_null("country", source.country);
    json_.member_or_null("metonym_of", source.metonym_of);
    json_.end_object();
  }

  void write_statement(const Statement& statement) {
    json_.begin_object();
    write_text(statement.span);
    write_at(statement.span.start);
    json_.member("block", statement.block);
    json_.member("status", word_of(statement.status));
    json_.key("needs");
    json_.begin_array();
    for_each_need(statement.needs, [this](std::string_view need) { json_.value(need); });
    json_.end_array();
    write_list("attributions", statement.attributions, [this](std::uint32_t index) { json_.value(index); });
    json_.key("continues");
    write_index_or_null(statement.continues, analysis_.attributions.size());
    json_.end_object();
  }

  void write_index_or_null(std::uint32_t index, std::size_t size) {
    if (index < size) {
      json_.value(index);
    } else {
      json_.null();
    }
  }

  void write_cue(const std::optional<Cue>& cue) {
    json_.key("cue");
    if (!cue) {
      json_.null();
      return;
    }
    json_.begin_object();
    write_text(cue->span);
    json_.member("lemma", cue->lemma);
    json_.member("stance", name_of(cue->stance));
    json_.end_object();
  }

  void write_attribution(const Attribution& attribution) {
    json_.begin_object();
    json_.member("rule", attribution.rule);
    json_.member("kind", word_of(attribution.kind));
    write_at(beginning_of(attribution));
    write_span_or_null("source", attribution.source);
    write_ref_or_null("ref", attribution.source_index);
    json_.member("resolution", word_of(attribution.resolution));
    write_cue(attribution.cue);
    write_list("content", attribution.content, [this](Span span) {
      json_.begin_object();
      write_text(span);
      json_.end_object();
    });
    write_span_or_null("addressee", attribution.addressee);
    write_span_or_null("date", attribution.date);
    write_span_or_null("place", attribution.place);
    write_ref_or_null("via", attribution.via);
    write_list("candidates", attribution.candidates,
               [this](const std::string& name) { json_.value(std::string_view(name)); });
    json_.member("polarity", word_of(attribution.polarity));
    json_.member("modality", word_of(attribution.modality));
    json_.end_object();
  }

  void write_quotation(const QuotedText& quotation) {
    static constexpr std::string_view kinds[] = {"speech", "title", "term"};
    json_.begin_object();
    write_text(quotation.span);
    write_at(quotation.span.start);
    json_.member("kind", kinds[static_cast<std::size_t>(quotation.kind)]);
    json_.key("attribution");
    write_index_or_null(quotation.attribution, analysis_.attributions.size());
    json_.end_object();
  }

  JsonWriter& json_;
  const Document& document_;
  const Analysis& analysis_;
  std::string_view id_;
  std::optional<PlaceFinder> places_;
  bool with_text_ = false;
};

}  // namespace

std::uint32_t beginning_of(const Attribution& attribution) {
  std::uint32_t first = attribution.content.empty() ? no_index : attribution.content.front().start;
  if (attribution.source) {
    first = std::min(first, attribution.source->start);
  }
  if (attribution.cue) {
    first = std::min(first, attribution.cue->span.start);
  }
  return first == no_index ? 0 : first;
}

void ExtractJsonReport::article(const AnalysedArticle& analysed) {
  ArticleWriter(json_, analysed, options_).write();
}

void ExtractJsonReport::failure(std::string_view id_json, std::string_view message) {
  json_.begin_object();
  json_.key("id");
  if (id_json.empty()) {
    json_.null();
  } else {
    json_.raw(id_json);
  }
  json_.member("error", valid_utf8(message));
  json_.end_object();
  json_.end_line();
}

}  // namespace selon
