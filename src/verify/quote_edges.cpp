#include "verify/quote_edges.h"

#include <algorithm>

namespace selon {

namespace {

/// "le moulin est": a subject with its verb.
constexpr std::size_t subject_and_verb = 3;

/// A sentence is rarely longer, in bytes.
constexpr std::uint32_t reach = 400;
constexpr std::uint8_t governing = guard_negation | guard_modal | guard_quantifier;
/// A condition is reported as one, hearsay as what another one says.
constexpr std::uint8_t guard_condition = guard_quantifier;
constexpr std::uint8_t guard_hearsay = guard_speaker;
/// A question is kept by "se demande si".
constexpr std::string_view question_sense = GuardWords::condition_sense;

class EdgeReader {
 public:
  EdgeReader(const GuardWords& guards, std::vector<TextUnit> units, Span quoted, MarkedEdges marked)
      : guards_(guards), units_(std::move(units)), marked_(marked) {
    while (first_ < units_.size() && units_[first_].span.end <= quoted.start) ++first_;
    last_ = first_;
    while (last_ < units_.size() && units_[last_].span.start < quoted.end) ++last_;
    harmless_.resize(units_.size());
    for (std::size_t i = 0; i < units_.size(); ++i) {
      for (std::size_t end = guards_.idioms.end_of(units_, i); end > i; --end) harmless_[end - 1] = true;
    }
    for (std::size_t i = first_; i < last_; ++i) {
      has_clause_ |= guards_.is_finite(units_[i]);
      has_verb_ |= has_clause_ || guards_.verbs.is_verb(units_[i]);
    }
  }

  QuoteEdges run() {
    if (first_ < last_) {
      look_before();
      look_behind();
    }
    return std::move(edges_);
  }

 private:
  /// Whether a clause of its own begins at unit `i`, in the middle of a sentence.
  [[nodiscard]] bool begins_clause(std::size_t i) const {
    if (guards_.strong_coordinators.contains(units_[i])) return true;
    const bool weak = guards_.weak_coordinators.contains(units_[i]);
    return weak && i + 1 < units_.size() && guards_.subjects.contains(units_[i + 1]);
  }

  void risk(unsigned guards) { edges_.risk = static_cast<std::uint8_t>(edges_.risk | guards); }
  /// A risk that a draft can take back by saying the same before the quotation.
  void lead_risk(unsigned guards) { edges_.lead_risk = static_cast<std::uint8_t>(edges_.lead_risk | guards); }
  [[nodiscard]] std::uint8_t governs(std::size_t i) const {
    return harmless_[i] ? 0 : guards_.of(units_[i]) & governing;
  }

  [[nodiscard]] std::vector<TextUnit> between(std::size_t first, std::size_t last) const {
    return {units_.begin() + static_cast<std::ptrdiff_t>(first),
            units_.begin() + static_cast<std::ptrdiff_t>(std::max(first, last))};
  }

  /// Of what a marked edge leaves out, units [first, last).
  void leave_out(std::size_t first, std::size_t last) {
    risk(guards_.among(units_, first, last) & (governing | guard_number | guard_name));
  }

  void look_before() {
    const std::size_t begin = read_before();
    begins_clause_ = begin == first_;
    edges_.left_before = between(begin, first_);
    if (marked_.before) leave_out(begin, first_);
    if (guards_.reversals.touches(units_, begin, first_)) lead_risk(guard_negation);
    if (has_phrase(guards_.hearsay, begin, first_) || another_says(begin)) lead_risk(guard_hearsay);
    if (has_phrase(guards_.conditions, begin, first_)) lead_risk(guard_condition);
    const std::size_t lead = read_lead(begin);
    edges_.lead_senses = guards_.governing_senses(units_, lead, first_);
  }

  void look_behind() {
    const std::size_t end = read_behind();
    edges_.left_behind = between(last_, end);
    if (marked_.behind) leave_out(last_, end);
    // The phrase may open the next clause: "quand les poules auront des dents".
    if (has_verb_ && has_phrase(guards_.afterthoughts, last_, std::min(end + 1, units_.size()))) {
      risk(guard_condition);
    }
    read_rest(end);
    if (has_clause_ && is_asked()) {
      edges_.cut = true;
      lead_risk(guard_sentence);
      edges_.lead_senses.emplace_back(question_sense);
      std::ranges::sort(edges_.lead_senses);
    }
  }

  /// "Le préfet a déclaré hier que | …": a third person's words, which the speaker only passes on.
  [[nodiscard]] bool another_says(std::size_t begin) const {
    std::size_t that = first_;
    if (that > begin && guards_.exceptives.contains(units_[that - 1]))
      --that;
    else if (!guards_.exceptives.contains(units_[first_]))
      return false;
    constexpr std::size_t most_between = 4;  // "a déclaré hier soir à Lyon que"
    std::size_t verb = that;
    while (verb > begin && that - verb < most_between && !guards_.saying_forms.contains(units_[verb - 1])) {
      --verb;
      if (guards_.articles.contains(units_[verb])) return false;  // "annonce la loi que"
    }
    if (verb == begin || !guards_.saying_forms.contains(units_[verb - 1])) return false;
    std::size_t subject = verb - 1;
    while (subject > begin &&
           (guards_.saying_links.contains(units_[subject - 1]) || !units_[subject - 1].is_word())) {
      --subject;
    }
    return subject == begin || !guards_.saying_first.contains(units_[subject - 1]);
  }

  /// Where the clause begins that the quotation cuts.
  std::size_t read_before() {
    if (begins_clause(first_)) return first_;
    if (first_ >= 2 && joins_compound(first_ - 1)) risk(guard_word);  // "être" of "peut-être"
    for (std::size_t i = first_; i > 0; --i) {
      const TextUnit& unit = units_[i - 1];
      if (ends_clause(unit) && !joins_compound(i - 1)) return i;
      // "mais | nous irons": the clause begins at its link.
      if (begins_clause(i - 1)) return i;
      edges_.cut |= unit.is_word();
      lead_risk(governs(i - 1));
      if (i == first_ && is_number_word(unit) && is_number_word(units_[first_])) risk(guard_number);
    }
    return 0;
  }

  /// What stands before that clause in its sentence: "Si le vent tourne, | …", "On me dit : | …",
  /// "Je ne crois pas, voyez-vous, que | …". Where it begins.
  std::size_t read_lead(std::size_t begin) {
    const bool complement = begin < first_ && guards_.complementizers.contains(units_[begin]);
    std::size_t at = begin;
    bool links = begin < units_.size() && guards_.strong_coordinators.contains(units_[begin]);
    while (at > 0 && !links && (units_[at - 1].is(",") || units_[at - 1].is(":"))) {
      const bool colon = units_[at - 1].is(":");
      const std::size_t last = at - 1;
      std::size_t first = last;
      while (first > 0 && (!ends_clause(units_[first - 1]) || joins_compound(first - 1))) --first;
      const std::size_t head = past_links(first, last);
      links = head > first && guards_.strong_coordinators.contains(units_[first]);
      unsigned found = 0;
      if (has_phrase(guards_.hearsay, head, last)) found |= guard_hearsay;
      if (!colon && has_phrase(guards_.conditions, head, std::min(head + 1, last))) found |= guard_condition;
      if ((colon || complement) && guards_.reversals.touches(units_, first, last)) found |= guard_negation;
      for (std::size_t i = first; complement && i < last; ++i) found |= governs(i);
      edges_.cut |= found != 0 || (!colon && at == begin && !stands_alone(first, last));
      lead_risk(found);
      at = first;
      if (colon) break;
    }
    return at;
  }

  /// One past the end of the clause.
  std::size_t read_behind() {
    if (ends_sentence(units_[last_ - 1])) return last_;
    // "vingt" of "vingt-deux"; but "dit" of "dit-il" is whole.
    // Not where its subject stands before it: "à peine le moulin est-il réparé".
    if (joins_compound(last_) &&
        (!guards_.enclitics.contains(units_[last_ + 1]) || last_ - first_ >= subject_and_verb)) {
      risk(guard_word);
    }
    for (std::size_t i = last_; i < units_.size(); ++i) {
      const TextUnit& unit = units_[i];
      if (ends_clause(unit) && !joins_compound(i)) return i;
      if (i == last_ && restricts(i)) risk(guard_condition);
      if (i == last_ && is_number_word(unit) && is_number_word(units_[last_ - 1])) risk(guard_number);
      // "je n'ai pas signé | que ce décret"
      if (i == last_ && guards_.exceptives.contains(unit) && denies(last_ - 1)) {
        edges_.cut = true;
        risk(guard_condition);
      }
      if (limits_negation(i, guards_.negation_limits)) {
        edges_.cut = true;
        risk(guard_condition);
      }
      if (guards_.clause_openers.contains(unit)) return i;
      edges_.cut |= unit.is_word();
      // What is said of a noun doesn't change the noun, and behind "quand" another clause begins.
      const bool begun = guards_.clause_openers.contains(units_[last_ - 1]);
      if (!begun && (has_verb_ || i == last_)) risk(governs(i));
    }
    return units_.size();
  }

  /// "Je n'ai signé aucun ordre | avant mars": without its limit the quotation denies more.
  [[nodiscard]] bool limits_negation(std::size_t at, const PhraseSet& limits) const {
    return has_verb_ && limits.end_of(units_, at) > at &&
           (guards_.among(units_, first_, last_) & guard_negation) != 0;
  }

  /// Whether one of the last words of the quotation, up to that one, denies its verb: "n'ai pas signé".
  [[nodiscard]] bool denies(std::size_t at) const {
    constexpr std::size_t near = 4;
    return (guards_.among(units_, std::max(first_, at - std::min(at, near)), at + 1) & guard_negation) != 0;
  }

  /// What stands behind that clause in its sentence: "…, si Dieu le veut", "…, m'a dit un ingénieur".
  void read_rest(std::size_t end) {
    if (ends_sentence(units_[last_ - 1])) return;
    if (end == last_ && end < units_.size() && units_[end].is(":") && begins(guards_.hearsay, end + 1)) {
      risk(guard_hearsay);
      edges_.cut = true;
    }
    for (std::size_t at = end; at < units_.size() && units_[at].is(",");) {
      const std::size_t first = at + 1;
      std::size_t last = first;
      while (last < units_.size() && (!ends_clause(units_[last]) || joins_compound(last))) ++last;
      if (first == last) return;
      const std::size_t head = past_links(first, last);
      unsigned found = 0;
      if (!harmless_[head] && limits_negation(head, guards_.negation_limits_apart)) {
        found |= guard_condition;
      }
      if (restricts(head) || begins(guards_.afterthoughts, head) || begins(guards_.conditions, head)) {
        found |= guard_condition;
      }
      if (at == last_ && begins(guards_.hearsay, head)) found |= guard_hearsay;
      const bool alone = found == 0 && stands_alone(first, last);
      if (has_verb_ && asserts()) risk(found);
      edges_.cut |= at == last_ && !alone;
      const bool opposed = guards_.strong_coordinators.contains(units_[first]);
      // "… […]" for "…, mais pas à ce calendrier"
      for (std::size_t i = first; opposed && !alone && marked_.behind && i < last; ++i) {
        risk(governs(i) & guard_negation);
      }
      if (alone || opposed) return;
      at = last;
    }
  }

  /// A few words from the middle of a clause ("a présenté hier") tell nothing that a condition could leave
  /// open.
  [[nodiscard]] bool asserts() const {
    constexpr std::size_t fragment = 4;
    return begins_clause_ || word_count(std::span(units_).subspan(first_, last_ - first_)) > fragment;
  }

  /// Whether the sentence in which the quotation ends is a question, of which it leaves out the mark.
  [[nodiscard]] bool is_asked() const {
    if (ends_sentence(units_[last_ - 1])) return false;
    const auto end = std::find_if(units_.begin() + static_cast<std::ptrdiff_t>(last_), units_.end(),
                                  [](const TextUnit& unit) { return ends_sentence(unit) || unit.is(";"); });
    return end != units_.end() && end->is("?");
  }

  /// Past the coordinators at the beginning of a part of a sentence.
  [[nodiscard]] std::size_t past_links(std::size_t first, std::size_t last) const {
    while (first + 1 < last && (guards_.strong_coordinators.contains(units_[first]) ||
                                guards_.weak_coordinators.contains(units_[first]))) {
      ++first;
    }
    return first;
  }

  /// A part of a sentence between commas that is a clause of its own, or calls somebody.
  [[nodiscard]] bool stands_alone(std::size_t first, std::size_t last) const {
    const std::size_t head = past_links(first, last);
    if (head >= last || guards_.is_title(units_[head])) return true;
    if (guards_.clause_openers.contains(units_[head])) return false;
    return std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(head),
                       units_.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](const TextUnit& unit) { return guards_.is_finite(unit); });
  }

  [[nodiscard]] bool begins(const PhraseSet& phrases, std::size_t at) const {
    return at < units_.size() && !harmless_[at] && phrases.end_of(units_, at) > at;
  }
  [[nodiscard]] bool has_phrase(const PhraseSet& phrases, std::size_t first, std::size_t last) const {
    return guards_.begins_among(phrases, units_, first, last);
  }

  /// "sauf", "à condition": takes back what stands before it.
  [[nodiscard]] bool restricts(std::size_t i) const {
    if (i >= units_.size() || harmless_[i]) return false;
    if (guards_.restrictors.contains(units_[i])) return true;
    return i + 1 < units_.size() && units_[i + 1].is_word() &&
           guards_.restrictors.contains(units_[i].lower + " " + units_[i + 1].lower);
  }

  [[nodiscard]] bool is_number_word(const TextUnit& unit) const {
    return (guards_.of(unit) & guard_number) != 0;
  }

  /// The hyphen of a compound word ends no clause.
  [[nodiscard]] bool joins_compound(std::size_t i) const {
    return i < units_.size() && units_[i].is("-") && i > 0 && i + 1 < units_.size() &&
           units_[i - 1].span.end == units_[i].span.start && units_[i].span.end == units_[i + 1].span.start;
  }

  const GuardWords& guards_;
  std::vector<TextUnit> units_;
  std::vector<bool> harmless_;  ///< units of an idiom
  MarkedEdges marked_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  bool begins_clause_ = false;
  bool has_verb_ = false;    ///< the quotation: a form of a verb
  bool has_clause_ = false;  ///< a finite one
  QuoteEdges edges_;
};

}  // namespace

QuoteEdges edges_of(const PassageFinder& finder, const GuardWords& guards, const Passage& quoted, Span turn,
                    MarkedEdges marked) {
  const std::uint32_t before = std::min(reach, quoted.span.start - std::min(turn.start, quoted.span.start));
  const std::uint32_t behind = std::min(reach, std::max(turn.end, quoted.span.end) - quoted.span.end);
  std::vector<TextUnit> units =
      finder.units_around(quoted.source, quoted.span.start, before, quoted.span.size() + behind);
  std::erase_if(units, [&](const TextUnit& unit) {
    return unit.span.start < std::min(turn.start, quoted.span.start) ||
           unit.span.end > std::max(turn.end, quoted.span.end);
  });
  return EdgeReader(guards, std::move(units), quoted.span, marked).run();
}

}  // namespace selon
