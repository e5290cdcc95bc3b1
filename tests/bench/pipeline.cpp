// How fast each stage of the pipeline goes, in bytes of input a second, over the
// articles under fixtures and the pages of the HTML tests. One iteration is all of them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "attribution/analyzer.h"
#include "audit/engine.h"
#include "document/load.h"
#include "language/reader.h"
#include "report/extract_json.h"
#include "rules/loader.h"

namespace {

using namespace selon;

struct File {
  std::string name;
  std::string bytes;
};

std::vector<File> files_of(const std::string& folder, const std::string& extension) {
  std::vector<File> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension) {
      std::ifstream file(entry.path(), std::ios::binary);
      files.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(file), {}}});
    }
  }
  std::ranges::sort(files, {}, &File::name);
  return files;
}

const std::vector<File>& articles() {
  static const std::vector<File> files = files_of(SELON_FIXTURES_DIR "/articles", ".txt");
  return files;
}

const std::vector<File>& pages() {
  static const std::vector<File> files = files_of(SELON_TESTS_DIR "/document/html", ".html");
  return files;
}

template <class T, class E>
T must(tl::expected<T, E> made) {
  if (!made) {
    std::fputs("a pack, lexicon or article of the source tree can't be used\n", stderr);
    std::abort();
  }
  return *std::move(made);
}

const Pack& pack() {
  static const Pack loaded = must(load_pack(SELON_RULES_DIR "/fr"));
  return loaded;
}

std::unique_ptr<Analyzer> analyzer(bool jit) {
  return must(Analyzer::create(pack(), SELON_LEXICON_DIR "/fr.lexicon", {.jit = jit}));
}

std::vector<Document> documents() {
  Loader loader(pack());
  std::vector<Document> out;
  for (const File& file : articles()) {
    out.push_back(must(loader.bytes(file.bytes, file.name, {})));
  }
  return out;
}

std::size_t size_of(const std::vector<File>& files) {
  std::size_t size = 0;
  for (const File& file : files) {
    size += file.bytes.size();
  }
  return size;
}

void count_bytes(benchmark::State& state, const std::vector<File>& files) {
  state.SetBytesProcessed(static_cast<std::int64_t>(size_of(files)) * state.iterations());
}

void load_rules(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(must(load_pack(SELON_RULES_DIR "/fr")));
  }
}

void load_documents(benchmark::State& state, const std::vector<File>& files) {
  Loader loader(pack());
  for (auto _ : state) {
    for (const File& file : files) {
      benchmark::DoNotOptimize(must(loader.bytes(file.bytes, file.name, {})));
    }
  }
  count_bytes(state, files);
}

void load_text(benchmark::State& state) { load_documents(state, articles()); }
void load_html(benchmark::State& state) { load_documents(state, pages()); }

void read_language(benchmark::State& state) {
  const Lexicon lexicon = must(Lexicon::open(SELON_LEXICON_DIR "/fr.lexicon"));
  const std::unique_ptr<Vocabulary> vocabulary = must(Vocabulary::create(pack(), lexicon));
  TextReader reader = must(TextReader::create(*vocabulary));
  const std::vector<Document> texts = documents();
  for (auto _ : state) {
    for (const Document& document : texts) {
      benchmark::DoNotOptimize(reader.read(document));
    }
  }
  count_bytes(state, articles());
}

void analyze(benchmark::State& state, bool jit) {
  const std::unique_ptr<Analyzer> made = analyzer(jit);
  const std::vector<Document> texts = documents();
  for (auto _ : state) {
    for (const Document& document : texts) {
      benchmark::DoNotOptimize(made->analyze(document));
    }
  }
  count_bytes(state, articles());
}

void analyze_interpreted(benchmark::State& state) { analyze(state, false); }
void analyze_jit(benchmark::State& state) { analyze(state, true); }

void first_article(benchmark::State& state) {
  const std::vector<Document> texts = documents();
  for (auto _ : state) {
    benchmark::DoNotOptimize(analyzer(false)->analyze(texts.front()));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(articles().front().bytes.size()) * state.iterations());
}

/// The articles with their analyses, for what comes after the analysis.
struct Analysed {
  std::vector<Document> texts = documents();
  std::vector<Analysis> analyses;
  Analysed() {
    const std::unique_ptr<Analyzer> made = analyzer(true);
    for (const Document& document : texts) {
      analyses.push_back(made->analyze(document));
    }
  }
};

void audit_articles(benchmark::State& state) {
  const Analysed all;
  for (auto _ : state) {
    for (std::size_t i = 0; i < all.texts.size(); ++i) {
      benchmark::DoNotOptimize(audit(all.texts[i], all.analyses[i], pack(), {}, [](const Finding&) {}));
    }
  }
  count_bytes(state, articles());
}

void write_json(benchmark::State& state) {
  const Analysed all;
  for (auto _ : state) {
    Output output;
    ExtractJsonReport report(output, {.layout = JsonLayout::compact});
    for (std::size_t i = 0; i < all.texts.size(); ++i) {
      report.article({all.texts[i], all.analyses[i], {}});
    }
    benchmark::DoNotOptimize(output.text().data());
  }
  count_bytes(state, articles());
}

BENCHMARK(load_rules)->Unit(benchmark::kMicrosecond);
BENCHMARK(load_text)->Unit(benchmark::kMicrosecond);
BENCHMARK(load_html)->Unit(benchmark::kMicrosecond);
BENCHMARK(read_language)->Unit(benchmark::kMicrosecond);
BENCHMARK(analyze_interpreted)->Unit(benchmark::kMicrosecond);
BENCHMARK(analyze_jit)->Unit(benchmark::kMicrosecond);
BENCHMARK(first_article)->Unit(benchmark::kMicrosecond);
BENCHMARK(audit_articles)->Unit(benchmark::kMicrosecond);
BENCHMARK(write_json)->Unit(benchmark::kMicrosecond);

}  // namespace
