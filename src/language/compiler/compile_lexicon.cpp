// Compiles a hunspell dictionary into selon's lexicon file:
//
//     unmunch fr.dic fr.aff | compile_lexicon fr.aff fr.dic OUT
//
// unmunch lists more word forms than there are, so each is kept only where
// Hunspell::analyze accepts it; its morphological fields become readings.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <hunspell/hunspell.hxx>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/lexicon.h"

namespace {

using namespace selon;

struct FieldMeaning {
  const char* name;
  PartOfSpeech part;
  VerbForm form;
  std::uint16_t features;
};

// The fields of hunspell-fr 7.0 that a reading keeps.
constexpr std::uint16_t bits(std::uint32_t value) { return static_cast<std::uint16_t>(value); }
const std::map<std::string, FieldMeaning> meanings = {
    {"po:nom", {"", PartOfSpeech::noun, VerbForm::none, 0}},
    {"po:adj", {"", PartOfSpeech::adjective, VerbForm::none, 0}},
    {"po:npr", {"", PartOfSpeech::name, VerbForm::none, 0}},
    {"po:prn", {"", PartOfSpeech::first_name, VerbForm::none, 0}},
    {"po:patr", {"", PartOfSpeech::surname, VerbForm::none, 0}},
    {"po:adv", {"", PartOfSpeech::adverb, VerbForm::none, 0}},
    {"po:negadv", {"", PartOfSpeech::adverb, VerbForm::none, 0}},
    {"po:advint", {"", PartOfSpeech::adverb, VerbForm::none, 0}},
    {"po:det", {"", PartOfSpeech::determiner, VerbForm::none, 0}},
    {"po:detpos", {"", PartOfSpeech::determiner, VerbForm::none, 0}},
    {"po:detdem", {"", PartOfSpeech::determiner, VerbForm::none, 0}},
    {"po:detind", {"", PartOfSpeech::determiner, VerbForm::none, 0}},
    {"po:detneg", {"", PartOfSpeech::determiner, VerbForm::none, 0}},
    {"po:propersuj", {"", PartOfSpeech::pronoun, VerbForm::none, 0}},
    {"po:properobj", {"", PartOfSpeech::pronoun, VerbForm::none, 0}},
    {"po:prodem", {"", PartOfSpeech::pronoun, VerbForm::none, 0}},
    {"po:proind", {"", PartOfSpeech::pronoun, VerbForm::none, 0}},
    {"po:prorel", {"", PartOfSpeech::pronoun, VerbForm::none, 0}},
    {"po:proint", {"", PartOfSpeech::pronoun, VerbForm::none, 0}},
    {"po:prep", {"", PartOfSpeech::preposition, VerbForm::none, 0}},
    {"po:prepv", {"", PartOfSpeech::preposition, VerbForm::none, 0}},
    {"po:cjsub", {"", PartOfSpeech::conjunction, VerbForm::none, 0}},
    {"po:cjco", {"", PartOfSpeech::conjunction, VerbForm::none, 0}},
    {"po:interj", {"", PartOfSpeech::interjection, VerbForm::none, 0}},
    {"po:nb", {"", PartOfSpeech::number, VerbForm::none, 0}},
    {"po:nbro", {"", PartOfSpeech::number, VerbForm::none, 0}},
    {"po:ppas", {"", PartOfSpeech::verb, VerbForm::past_participle, 0}},
    {"po:ppre", {"", PartOfSpeech::verb, VerbForm::present_participle, 0}},
    {"po:infi", {"", PartOfSpeech::verb, VerbForm::infinitive, 0}},
    {"po:impe", {"", PartOfSpeech::verb, VerbForm::imperative, 0}},
    {"po:ipre", {"", PartOfSpeech::verb, VerbForm::finite, bits(feature::present)}},
    {"po:iimp", {"", PartOfSpeech::verb, VerbForm::finite, bits(feature::imperfect)}},
    {"po:ipsi", {"", PartOfSpeech::verb, VerbForm::finite, bits(feature::past)}},
    {"po:ifut", {"", PartOfSpeech::verb, VerbForm::finite, bits(feature::future)}},
    {"po:cond", {"", PartOfSpeech::verb, VerbForm::finite, bits(feature::conditional)}},
    {"po:spre", {"", PartOfSpeech::verb, VerbForm::finite, bits(feature::subjunctive)}},
    {"po:simp", {"", PartOfSpeech::verb, VerbForm::finite, bits(feature::subjunctive)}},
};

const std::map<std::string, std::uint16_t> agreements = {
    {"is:mas", bits(feature::masculine)},
    {"is:fem", bits(feature::feminine)},
    {"is:epi", bits(feature::masculine | feature::feminine)},
    {"is:sg", bits(feature::singular)},
    {"is:pl", bits(feature::plural)},
    {"is:inv", bits(feature::singular | feature::plural)},
    {"po:1sg", bits(feature::first | feature::singular)},
    {"po:2sg", bits(feature::second | feature::singular)},
    {"po:3sg", bits(feature::third | feature::singular)},
    {"po:1pl", bits(feature::first | feature::plural)},
    {"po:2pl", bits(feature::second | feature::plural)},
    {"po:3pl", bits(feature::third | feature::plural)},
    {"po:1pe", bits(feature::first)},
    {"po:2pe", bits(feature::second)},
    {"po:3pe", bits(feature::third)},
};

struct Draft {
  std::string lemma;
  Reading reading;
};

// One analysis of hunspell may hold several parts of speech ("po:ppas po:adj"):
// each becomes a reading of its own; agreement and person are shared by all.
void add_readings(const std::string& analysis, const std::string& form, std::vector<Draft>& out) {
  std::istringstream fields(analysis);
  std::string field;
  std::string lemma = form;
  std::uint16_t agreement = 0;
  std::vector<FieldMeaning> parts;
  while (fields >> field) {
    // "po:3pl!" marks forms that are written as pronounced: of no interest here.
    if (field.ends_with('!')) {
      field.pop_back();
    }
    if (field.starts_with("st:")) {
      lemma = field.substr(3);
    } else if (const auto found = agreements.find(field); found != agreements.end()) {
      agreement = static_cast<std::uint16_t>(agreement | found->second);
    } else if (const auto meaning = meanings.find(field); meaning != meanings.end()) {
      parts.push_back(meaning->second);
    }
  }
  std::map<std::pair<PartOfSpeech, VerbForm>, std::uint16_t> merged;
  for (const FieldMeaning& part : parts) {
    auto& features = merged[{part.part, part.form}];
    features = static_cast<std::uint16_t>(features | part.features);
  }
  for (const auto& [key, features] : merged) {
    Draft draft{lemma, {}};
    draft.reading.part = key.first;
    draft.reading.form = key.second;
    draft.reading.features = static_cast<std::uint16_t>(features | agreement);
    out.push_back(draft);
  }
}

class StringPool {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [at, fresh] = known_.try_emplace(text, static_cast<std::uint32_t>(bytes_.size()));
    if (fresh) {
      bytes_.push_back(static_cast<char>(text.size()));
      bytes_ += text;
    }
    return at->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> known_;
};

// The forms that unmunch lists, without fields and flags, sorted, once each.
std::vector<std::string> read_forms(std::istream& in) {
  std::vector<std::string> forms;
  std::string line;
  const auto keep = [&forms](std::string form) {
    // An elided article before the word is a token of its own.
    for (const char* mark : {"'", "\xE2\x80\x99"}) {
      const std::size_t at = form.find(mark);
      if (at != std::string::npos && at <= 2) {
        return;
      }
    }
    if (!form.empty() && form.size() < 64) {
      forms.push_back(std::move(form));
    }
  };
  while (std::getline(in, line)) {
    keep(line.substr(0, line.find_first_of("/\t ")));
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

template <class T>
void write(std::ofstream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()),
            static_cast<std::streamsize>(items.size() * sizeof(T)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: unmunch DIC AFF | compile_lexicon AFF DIC OUT\n";
    return 2;
  }
  Hunspell hunspell(argv[1], argv[2]);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> listed = read_forms(std::cin);

  StringPool pool;
  std::vector<lexicon_file::Form> forms;
  std::vector<Reading> readings;
  std::vector<std::string> kept;
  std::vector<Draft> drafts;
  for (const std::string& form : listed) {
    drafts.clear();
    for (const std::string& analysis : hunspell.analyze(form)) {
      add_readings(analysis, form, drafts);
    }
    if (drafts.empty()) {
      continue;
    }
    forms.push_back({pool.add(form), static_cast<std::uint32_t>(readings.size())});
    kept.push_back(form);
    for (Draft& draft : drafts) {
      draft.reading.lemma = pool.add(draft.lemma);
      readings.push_back(draft.reading);
    }
  }
  if (forms.size() < 1000) {
    std::cerr << "compile_lexicon: only " << forms.size() << " word forms came in; is unmunch installed?\n";
    return 1;
  }
  forms.push_back({0, static_cast<std::uint32_t>(readings.size())});

  std::uint32_t slot_count = 1024;
  while (slot_count < kept.size() * 2) {
    slot_count *= 2;
  }
  std::vector<std::uint32_t> slots(slot_count, 0);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    auto slot = static_cast<std::uint32_t>(lexicon_file::hash(kept[i])) & (slot_count - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slot_count - 1);
    }
    slots[slot] = static_cast<std::uint32_t>(i) + 1;
  }

  lexicon_file::Header header{};
  std::memcpy(header.magic, lexicon_file::magic, sizeof header.magic);
  header.version = lexicon_file::version;
  header.slot_count = slot_count;
  header.form_count = static_cast<std::uint32_t>(kept.size());
  header.reading_count = static_cast<std::uint32_t>(readings.size());
  header.string_bytes = static_cast<std::uint32_t>(pool.bytes().size());
  std::ofstream out(argv[3], std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  write(out, slots);
  write(out, forms);
  write(out, readings);
  out.write(pool.bytes().data(), static_cast<std::streamsize>(pool.bytes().size()));
  out.flush();
  if (!out) {
    std::cerr << "compile_lexicon: cannot write " << argv[3] << '\n';
    return 1;
  }
  std::cerr << "lexicon: " << kept.size() << " forms, " << readings.size() << " readings\n";
  return 0;
}
