#include "report/voices.h"

#include <algorithm>
#include <unordered_map>

#include "claims/credits.h"

namespace selon {

namespace {

/// Gives voices their numbers in the order in which they are first asked for.
class VoiceMaker {
 public:
  explicit VoiceMaker(const ReportedArticle& article) : article_(article), analysis_(article.analysis) {}

  Voices make() {
    voices_.attributions.assign(analysis_.attributions.size(), no_index);
    voices_.statements.resize(analysis_.statements.size());
    for (std::uint32_t i = 0; i < analysis_.statements.size(); ++i) {
      add(i, analysis_.statements[i]);
    }
    const VerifiedQuotations verified(article_.verified);
    for (const QuotedText& quotation : analysis_.quotations) {
      if (is_direct_quotation(quotation, analysis_)) {
        const std::uint32_t voice = voices_.attributions[quotation.attribution];
        const std::uint32_t speaker = voice == no_index ? attribution_voice(quotation.attribution) : voice;
        count_quotation(voices_.list.at(speaker).quotations, verified.row_of(quotation));
      }
    }
    return std::move(voices_);
  }

 private:
  std::uint32_t voice_of(std::uint32_t source) {
    const std::uint32_t known = source < analysis_.sources.size() ? source : no_index;
    const auto [found, is_new] = numbers_.emplace(known, static_cast<std::uint32_t>(voices_.list.size()));
    if (is_new) {
      voices_.list.push_back({known, {}, 0, {}});
    }
    return found->second;
  }

  std::uint32_t attribution_voice(std::uint32_t index) {
    std::uint32_t& voice = voices_.attributions.at(index);
    voice = voice_of(analysis_.attributions.at(index).source_index);
    return voice;
  }

  void add(std::uint32_t index, const Statement& statement) {
    std::vector<std::uint32_t>& list = voices_.statements[index];
    const auto stand_on = [&](std::uint32_t voice) {
      if (std::ranges::find(list, voice) == list.end()) {
        list.push_back(voice);
      }
    };
    for (const std::uint32_t attribution : statement.attributions) {
      stand_on(attribution_voice(attribution));
    }
    if (statement.status == Status::carried && statement.continues < analysis_.attributions.size()) {
      stand_on(attribution_voice(statement.continues));
    }
    if (statement.status == Status::credited) {
      for (const std::uint32_t source :
           credits_of(article_.document, analysis_, article_.known_sources, statement.block)) {
        stand_on(voice_of(source));
      }
    }
    voices_.bytes += statement.span.size();
    // Several credits share their caption; of several reporters the outermost answers for it.
    const std::size_t sharing =
        statement.status == Status::credited ? list.size() : std::min<std::size_t>(list.size(), 1);
    for (std::size_t i = 0; i < sharing; ++i) {
      const std::uint64_t rest = i == 0 ? statement.span.size() % sharing : 0;
      voices_.list[list[i]].bytes += statement.span.size() / sharing + rest;
    }
    for (const std::uint32_t voice : list) {
      voices_.list[voice].statements.push_back(index);
    }
  }

  const ReportedArticle& article_;
  const Analysis& analysis_;
  Voices voices_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
};

}  // namespace

std::uint64_t Voices::own_bytes() const {
  std::uint64_t said = 0;
  for (const Voice& voice : list) {
    said += voice.bytes;
  }
  return bytes - said;
}

Voices voices_of(const ReportedArticle& article) { return VoiceMaker(article).make(); }

std::string_view name_of(const Voice& voice, const Analysis& analysis, std::string_view nobody) {
  return voice.source < analysis.sources.size() ? std::string_view(analysis.sources[voice.source].name)
                                                : nobody;
}

}  // namespace selon
