#include "report/report_json.h"

#include "claims/words.h"
#include "rules/names.h"

namespace selon {

namespace {

/// Writes one article.
class ArticleJson {
 public:
  ArticleJson(JsonWriter& json, const ReportedArticle& article, UiLanguage language)
      : json_(json),
        article_(article),
        voices_(voices_of(article)),
        places_(article.document),
        language_(language) {}

  void write() {
    const Document& document = article_.document;
    json_.begin_object();
    json_.member("path", valid_utf8(document.path));
    json_.member_or_null("id", document.id);
    json_.member_or_null("headline", document.headline);
    json_.member_or_null("publisher", document.metadata.publisher);
    json_.member_or_null("published", document.metadata.published);
    json_.member_or_null("modified", document.metadata.modified);
    json_.member_or_null("sha256", document.sha256);
    write_summary();
    json_.key("sources");
    json_.begin_array();
    for (std::uint32_t voice = 0; voice < voices_.list.size(); ++voice) {
      write_source(voice);
    }
    json_.end_array();
    write_statements();
    json_.key("findings");
    json_.begin_array();
    for (const Finding& finding : article_.findings) {
      write_finding(finding);
    }
    json_.end_array();
    json_.end_object();
  }

 private:
  void write_place(std::uint32_t offset_in_file) {
    const FilePlace place = places_.in_file(offset_in_file);
    json_.member("line", place.line);
    json_.member("column", place.column);
  }

  void write_summary() {
    const AuditSummary& summary = article_.summary;
    json_.key("summary");
    json_.begin_object();
    json_.member("statements", summary.statements);
    json_.member("attributed", summary.attributed);
    json_.member("credited", summary.credited);
    json_.member("carried", summary.carried);
    json_.member("own_voice", summary.own_voice);
    json_.member("lacking", summary.lacking);
    json_.member("sources", summary.sources);
    json_.member("bytes", voices_.bytes);
    json_.member("own_voice_bytes", voices_.own_bytes());
    json_.end_object();
  }

  void write_source(std::uint32_t number) {
    const Voice& voice = voices_.list[number];
    const bool told = voice.source < article_.analysis.sources.size();
    const Source source = told ? article_.analysis.sources[voice.source] : Source{};
    json_.begin_object();
    json_.member("number", number + 1);
    json_.member_or_null("ref", source.ref);
    json_.member_or_null("name", source.name);
    json_.member_or_null("kind", told ? name_of(source.kind) : std::string_view());
    json_.member_or_null("country", source.country);
    json_.member("anonymous", source.anonymous);
    json_.member("vague", source.vague);
    json_.member("statements", voice.statements.size());
    json_.member("bytes", voice.bytes);
    json_.member("quotations", voice.quotations.all());
    write_counts(json_, voice.quotations);
    json_.key("first");
    json_.begin_object();
    const std::uint32_t start =
        voice.statements.empty() ? 0 : article_.analysis.statements[voice.statements.front()].span.start;
    write_place(places_.offset_in_file(start));
    json_.end_object();
    json_.end_object();
  }

  void write_statements() {
    const std::vector<bool> lacking = lacking_statements(article_);
    json_.key("statements");
    json_.begin_array();
    for (std::size_t i = 0; i < article_.analysis.statements.size(); ++i) {
      const Statement& statement = article_.analysis.statements[i];
      json_.begin_object();
      json_.member("start", statement.span.start);
      json_.member("end", statement.span.end);
      write_place(places_.offset_in_file(statement.span.start));
      json_.member("text", statement.span.in(article_.document.text));
      json_.member("status", word_of(statement.status));
      json_.member("lacking", static_cast<bool>(lacking[i]));
      json_.key("sources");
      json_.begin_array();
      for (const std::uint32_t voice : voices_.statements[i]) {
        json_.value(voice + 1);
      }
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  void write_finding(const Finding& finding) {
    json_.begin_object();
    json_.member("rule", finding.rule->id);
    json_.member("severity", name_of(finding.severity));
    json_.member("message", message_of(finding, language_));
    json_.member_or_null("advice", advice_of(finding, language_));
    json_.member_or_null("reference", finding.rule->reference ? finding.rule->reference->name : "");
    write_place(span_in_file(places_, finding).start);
    json_.member("start", finding.span.start);
    json_.member("end", finding.span.end);
    json_.end_object();
  }

  JsonWriter& json_;
  const ReportedArticle& article_;
  Voices voices_;
  PlaceFinder places_;
  UiLanguage language_;
};

}  // namespace

ReportJson::ReportJson(Output& output, UiLanguage language)
    : json_(output, JsonLayout::indented), language_(language) {
  json_.begin_object();
  json_.member("schema", "selon.report/1");
  json_.key("articles");
  json_.begin_array();
}

void ReportJson::article(const ReportedArticle& article) { ArticleJson(json_, article, language_).write(); }

void ReportJson::finish() {
  json_.end_array();
  json_.end_object();
  json_.end_line();
}

}  // namespace selon
