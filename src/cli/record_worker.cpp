#include "cli/record_worker.h"

#include <fmt/format.h>

#include <exception>
#include <new>

#include "audit/engine.h"
#include "claims/recorded.h"
#include "cli/inputs.h"
#include "cli/recording.h"
#include "document/sha256.h"

namespace selon {

RecordWorker::RecordWorker(const Options& options, UiLanguage language, Database* known, bool jit)
    : options_(options), language_(language), known_(known), session_(Session::until_exit(options)) {
  if (jit) {
    session_.use_jit();
  }
}

RecordResult RecordWorker::work(RecordJob job) {
  RecordResult result;
  try {
    result.errors = fill(result, job);
  } catch (const std::bad_alloc&) {
    result.article.reset();
    result.errors = {{job.path, job.line_number, 0, "not enough memory for this article", "", "split it"}};
  } catch (const std::exception& failure) {
    result.article.reset();
    result.errors = {{job.path, job.line_number, 0, "internal error", failure.what(), "please report it"}};
  }
  result.job = std::move(job);
  return result;
}

Errors RecordWorker::fill(RecordResult& result, RecordJob& job) {
  if (!job.failure.empty()) {
    return {{job.path, job.line_number, job.line_number == 0 ? 0U : 1U, job.failure, "", ""}};
  }
  auto loaded = load(job);
  if (!loaded) {
    return loaded.error();
  }
  if (known_ != nullptr && looks_unchanged(loaded->document, result)) {
    return {};
  }
  auto article = session_.analysed(std::move(*loaded));
  if (!article) {
    return article.error();
  }
  std::vector<Finding> findings;
  audit(article->document, article->analysis, *article->pack, AuditOptions{},
        [&](Finding finding) { findings.push_back(std::move(finding)); });
  result.findings = finding_rows(*article, findings, language_);
  result.article = std::move(*article);
  return {};
}

tl::expected<LoadedDocument, Errors> RecordWorker::load(const RecordJob& job) {
  if (job.line_number == 0) {
    return session_.document(job.path);
  }
  if (auto entered = session_.enter(job.path); !entered) {
    return tl::unexpected(std::move(entered.error()));
  }
  auto record = parser_.parse(job.line);
  if (!record) {
    return tl::unexpected(Errors{{job.path, job.line_number, 1, record.error().what, "", ""}});
  }
  const std::string name =
      fmt::format("{}#{}", job.path, record->id.empty() ? std::to_string(job.line_number) : record->id);
  auto loaded = session_.document_of_text(std::move(record->text), name, record->lang);
  if (!loaded) {
    for (Error& error : loaded.error()) {
      error.path = job.path;
      error.line = job.line_number;
      error.column = 1;
    }
    return loaded;
  }
  take_metadata(loaded->document, *record);
  return loaded;
}

bool RecordWorker::looks_unchanged(Document& document, RecordResult& result) {
  const auto key = article_key(document, options_.article);
  if (!key) {
    return false;
  }
  if (document.sha256.empty()) {
    document.sha256 = sha256_hex(document.text);
  }
  const auto latest = is_latest(*known_, *key, document.sha256);
  if (!latest || !*latest) {
    return false;
  }
  result.key = *key;
  result.sha256 = document.sha256;
  return true;
}

}  // namespace selon
