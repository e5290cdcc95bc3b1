#include "report/extract_csv.h"

#include <optional>

#include "claims/words.h"
#include "report/csv.h"
#include "rules/names.h"

namespace selon {

namespace {

constexpr std::string_view columns =
    "path,id,line,column,start,end,status,needs,statement,rule,kind,source,ref,name,source_kind,country,"
    "resolution,cue,lemma,stance,content,addressee,date,place,via,candidates,polarity,modality\r\n";
constexpr int attribution_columns = 19;

std::string_view text_of(const Document& document, const std::optional<Span>& span) {
  return span ? span->in(document.text) : std::string_view();
}

void write_source(CsvRow& row, const Analysis& analysis, std::uint32_t index) {
  if (index < analysis.sources.size()) {
    const Source& source = analysis.sources[index];
    row << source.ref << source.name << name_of(source.kind) << source.country;
  } else {
    row << ""
        << ""
        << ""
        << "";
  }
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    all += (all.empty() ? "" : " / ") + name;
  }
  return all;
}

void write_attribution(CsvRow& row, const AnalysedArticle& analysed, const Attribution& attribution) {
  const Document& document = analysed.document;
  const auto& sources = analysed.analysis.sources;
  std::string content;
  for (const Span span : attribution.content) {
    content += content.empty() ? "" : " ";
    content += span.in(document.text);
  }
  row << attribution.rule << word_of(attribution.kind) << text_of(document, attribution.source);
  write_source(row, analysed.analysis, attribution.source_index);
  row << word_of(attribution.resolution);
  if (attribution.cue) {
    row << attribution.cue->span.in(document.text) << attribution.cue->lemma
        << name_of(attribution.cue->stance);
  } else {
    row << ""
        << ""
        << "";
  }
  row << content << text_of(document, attribution.addressee) << text_of(document, attribution.date)
      << text_of(document, attribution.place)
      << (attribution.via < sources.size() ? std::string_view(sources[attribution.via].ref)
                                           : std::string_view())
      << joined(attribution.candidates) << word_of(attribution.polarity) << word_of(attribution.modality);
}

void write_statement(CsvRow& row, const AnalysedArticle& analysed, const Statement& statement,
                     FilePlace place) {
  std::string needs;
  for_each_need(statement.needs, [&](std::string_view need) {
    needs += needs.empty() ? "" : " ";
    needs += need;
  });
  row << analysed.document.path << analysed.document.id << std::uint64_t{place.line}
      << std::uint64_t{place.column} << std::uint64_t{statement.span.start}
      << std::uint64_t{statement.span.end} << word_of(statement.status) << needs
      << statement.span.in(analysed.document.text);
}

}  // namespace

ExtractCsvReport::ExtractCsvReport(Output& output) : output_(output) { output_.write(columns); }

void ExtractCsvReport::article(const AnalysedArticle& analysed) {
  const PlaceFinder places(analysed.document);
  for (const Statement& statement : analysed.analysis.statements) {
    const FilePlace place = places.at(statement.span.start);
    for (const std::uint32_t index : statement.attributions) {
      CsvRow row(output_);
      write_statement(row, analysed, statement, place);
      write_attribution(row, analysed, analysed.analysis.attributions.at(index));
      row.end();
    }
    if (statement.attributions.empty()) {
      CsvRow row(output_);
      write_statement(row, analysed, statement, place);
      for (int i = 0; i < attribution_columns; ++i) {
        row << "";
      }
      row.end();
    }
  }
}

}  // namespace selon
