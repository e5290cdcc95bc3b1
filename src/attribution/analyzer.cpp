#include "attribution/analyzer.h"

#include <utility>

#include "attribution/followed_quotations.h"
#include "attribution/interviews.h"
#include "attribution/matcher.h"
#include "attribution/pattern_set.h"
#include "attribution/resolver.h"
#include "attribution/statements.h"
#include "language/lexicon.h"
#include "language/reader.h"

namespace selon {

struct Analyzer::State {
  explicit State(Lexicon opened) : lexicon(std::move(opened)) {}
  Lexicon lexicon;
  std::unique_ptr<Vocabulary> vocabulary;
  std::optional<TextReader> reader;
  std::unique_ptr<PatternSet> patterns;
  std::unique_ptr<Matcher> matcher;
  std::optional<StatementMaker> statements;
  std::optional<QuotationFollower> follower;
  std::optional<InterviewReader> interviews;
  std::optional<SourceResolver> resolver;
  AnalyzerOptions options;

  void prepare_rooms();
};

// The steps after matching, each with the words it needs.
void Analyzer::State::prepare_rooms() {
  statements.emplace(*vocabulary);
  follower.emplace(*vocabulary, statements->quotations());
  interviews.emplace(*vocabulary);
  resolver.emplace(*vocabulary);
}

Analyzer::Analyzer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyzer::~Analyzer() = default;

Expected<std::unique_ptr<Analyzer>> Analyzer::create(const Pack& pack, const std::string& lexicon_path,
                                                     const AnalyzerOptions& options) {
  auto lexicon = Lexicon::open(lexicon_path);
  if (!lexicon) {
    return tl::unexpected(std::move(lexicon.error()));
  }
  auto state = std::make_unique<State>(std::move(*lexicon));
  state->options = options;
  auto vocabulary = Vocabulary::create(pack, state->lexicon);
  if (!vocabulary) {
    return tl::unexpected(std::move(vocabulary.error()));
  }
  state->vocabulary = std::move(*vocabulary);
  auto reader = TextReader::create(*state->vocabulary);
  if (!reader) {
    return tl::unexpected(std::move(reader.error()));
  }
  state->reader.emplace(std::move(*reader));
  auto patterns = PatternSet::create(*state->vocabulary, options.jit);
  if (!patterns) {
    return tl::unexpected(std::move(patterns.error()));
  }
  state->patterns = std::move(*patterns);
  state->matcher = std::make_unique<Matcher>(*state->vocabulary, *state->patterns);
  state->prepare_rooms();
  return std::unique_ptr<Analyzer>(new Analyzer(std::move(state)));
}

Analysis Analyzer::analyze(const Document& document) {
  Analysis analysis;
  analysis.lang = state_->vocabulary->pack().lang;
  analysis.text = state_->reader->read(document);
  state_->matcher->match(document, analysis.text, analysis.attributions);
  state_->follower->follow(document, analysis);
  state_->interviews->follow(document, analysis);
  state_->resolver->resolve(document, analysis);
  if (state_->options.statements) {
    state_->statements->make(document, analysis);
  }
  return analysis;
}

std::vector<TracedSentence> Analyzer::trace(const Document& document) {
  const Text text = state_->reader->read(document);
  std::vector<TracedSentence> out;
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    out.push_back(state_->matcher->trace(text, i));
  }
  return out;
}

const Lexicon& Analyzer::lexicon() const { return state_->lexicon; }

const std::vector<Error>& Analyzer::mistakes() const { return state_->patterns->mistakes(); }

}  // namespace selon
