#include "cli/verify_recorded.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claims/recorded.h"
#include "claims/wording_variants.h"
#include "cli/listing_format.h"
#include "cli/paths.h"
#include "report/wordings_report.h"

namespace selon {

namespace {

constexpr std::size_t most_articles = 256;  ///< whose text is kept for the places in them

/// The articles of one language, and what reads them.
struct LanguageRoom {
  const Pack* pack = nullptr;
  Lexicon lexicon;
  std::unique_ptr<Vocabulary> vocabulary;
  std::unique_ptr<QuotationCollector> collector;
  RecordedQuotations found;
};

class RecordedWordings {
 public:
  RecordedWordings(Session& session, const Options& options, Console& console)
      : session_(session), options_(options), console_(console) {}

  int run() {
    auto database = open_for_questions(options_);
    if (!database) {
      console_.fail(database.error());
      return console_.exit_code();
    }
    if (!collect(*database)) return console_.exit_code();
    std::vector<DifferingWordings> all;
    for (const auto& [lang, room] : rooms_) {
      if (room == nullptr) continue;
      compared_.quotations += room->found.all.size();
      compared_.articles += room->found.articles.size();
      if (!compare(*database, *room, all)) return console_.exit_code();
    }
    if (!all.empty()) console_.found();
    if (options_.format == "json") {
      write_wordings_json(console_.out, all);
    } else {
      write_wordings_text(console_.out, console_.language, console_.colours, all, compared_);
    }
    return console_.exit_code();
  }

 private:
  bool collect(Database& database) {
    ClaimQuery query;
    query.source = options_.source;
    query.article = options_.article;
    query.since = options_.since;
    query.until = options_.until;
    if (!options_.article.empty()) {
      const auto revisions = revisions_of(database, options_.article);
      if (!revisions) {
        console_.fail(revisions.error());
        return false;
      }
      wanted_ = revisions->back().id;
    }
    const auto read = for_each_quoted_revision(database, query, [&](const QuotedRevision& revision) {
      if (LanguageRoom* room = room_of(revision.lang)) room->collector->add(revision, room->found);
      return true;
    });
    if (!read) console_.fail(read.error());
    return read.has_value();
  }

  /// Made at its first use; null where the language's pack can't be had, which is told once.
  LanguageRoom* room_of(const std::string& lang) {
    const auto known = rooms_.find(lang);
    if (known != rooms_.end()) return known->second.get();
    return (rooms_[lang] = make_room(lang)).get();
  }

  std::unique_ptr<LanguageRoom> make_room(const std::string& lang) {
    const auto bench = session_.workbench(lang);
    if (!bench) {
      console_.fail(bench.error());
      return nullptr;
    }
    const Pack& pack = (*bench)->pack();
    auto lexicon = Lexicon::open(lexicon_path(pack.lang));
    if (!lexicon) {
      console_.fail(lexicon.error());
      return nullptr;
    }
    auto room =
        std::unique_ptr<LanguageRoom>(new LanguageRoom{&pack, std::move(*lexicon), nullptr, nullptr, {}});
    auto vocabulary = Vocabulary::create(pack, room->lexicon);
    if (!vocabulary) {
      console_.fail(vocabulary.error());
      return nullptr;
    }
    room->vocabulary = std::move(*vocabulary);
    auto collector = QuotationCollector::create(*room->vocabulary);
    if (!collector) {
      console_.fail(collector.error());
      return nullptr;
    }
    room->collector = std::make_unique<QuotationCollector>(std::move(*collector));
    return room;
  }

  [[nodiscard]] bool is_wanted(const RecordedQuotations& found, const WordingVariant& variant) const {
    const auto holds = [&](const std::vector<std::uint32_t>& places) {
      return std::ranges::any_of(places, [&](std::uint32_t place) {
        return found.articles[found.all[place].article].revision == wanted_;
      });
    };
    return wanted_ == 0 || holds(variant.here) || holds(variant.other);
  }

  bool compare(Database& database, const LanguageRoom& room, std::vector<DifferingWordings>& all) {
    for (const WordingVariant& variant : wording_variants(room.found, *room.pack)) {
      if (!is_wanted(room.found, variant)) continue;
      if (options_.limit != 0 && all.size() == options_.limit) return true;
      DifferingWordings made;
      for (const auto& [from, to] :
           {std::pair(&variant.here, &made.here), std::pair(&variant.other, &made.other)}) {
        for (const std::uint32_t index : *from) {
          if (!add_place(database, room.found, index, *to)) return false;
        }
      }
      const RecordedQuotation& here = room.found.all[variant.here.front()];
      const RecordedQuotation& other = room.found.all[variant.other.front()];
      for (const WordingEdit& edit : variant.edits) made.edits.push_back(told(edit, here, other));
      all.push_back(std::move(made));
    }
    return true;
  }

  /// With spans in the texts of the two revisions.
  static VerifiedEdit told(const WordingEdit& edit, const RecordedQuotation& here,
                           const RecordedQuotation& other) {
    VerifiedEdit made;
    made.kind = edit.old_span.empty()   ? EditKind::insert
                : edit.new_span.empty() ? EditKind::remove
                                        : EditKind::replace;
    const auto place = [](Span span, const RecordedQuotation& in) {
      const std::uint32_t start = in.span.start - in.quoted.start;
      return span.empty() ? Span{} : Span{span.start + start, span.end + start};
    };
    made.old_words = edit.old_span.in(other.around);
    made.new_words = edit.new_span.in(here.around);
    made.old_span = place(edit.old_span, other);
    made.new_span = place(edit.new_span, here);
    return made;
  }

  bool add_place(Database& database, const RecordedQuotations& found, std::uint32_t index,
                 std::vector<WordingPlace>& places) {
    const RecordedQuotation& quotation = found.all[index];
    const QuotingArticle& article = found.articles[quotation.article];
    auto known = articles_.find(article.revision);
    if (known == articles_.end()) {
      if (articles_.size() >= most_articles) articles_.clear();
      auto recorded = read_recorded(database, article.revision);
      if (!recorded) {
        console_.fail(recorded.error());
        return false;
      }
      auto kept = std::make_unique<PlacedArticle>(std::move(recorded->document));
      known = articles_.emplace(article.revision, std::move(kept)).first;
    }
    WordingPlace& place = places.emplace_back();
    place.article = article.key;
    place.path = known->second->document.path;
    place.revision = article.number;
    place.at = article.at;
    place.place = known->second->places.at(quotation.span.start);
    place.span = quotation.span;
    place.text = quotation.text();
    place.speaker = quotation.speaker;
    return true;
  }

  /// A document whose lines are counted.
  struct PlacedArticle {
    explicit PlacedArticle(Document read) : document(std::move(read)), places(document) {}
    Document document;
    PlaceFinder places;
  };

  Session& session_;
  const Options& options_;
  Console& console_;
  std::map<std::string, std::unique_ptr<LanguageRoom>> rooms_;
  std::unordered_map<std::int64_t, std::unique_ptr<PlacedArticle>> articles_;
  std::int64_t wanted_ = 0;  ///< revision of --article; 0: all
  ComparedQuotations compared_;
};

}  // namespace

int run_verify_recorded(Session& session, const Options& options, Console& console) {
  return RecordedWordings(session, options, console).run();
}

}  // namespace selon
