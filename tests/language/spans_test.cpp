// What the language room promises of every text, however broken: the tokens, sentences
// and quotations lie on character borders, inside their block, in order, and cover it.
// Tried on our articles and on versions of them with bytes changed at random.
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "document/characters.h"
#include "document/load.h"
#include "language/tokenizer.h"
#include "language_room.h"

using namespace selon;
namespace fs = std::filesystem;

namespace {

/// Says what is wrong with a text, or nothing.
class Promises {
 public:
  Promises(const Document& document, const Text& text) : document_(document), text_(text) {}

  std::string broken() {
    check(text_.tags.size() == text_.tokens.size(), "tags are parallel to tokens", {});
    check_tokens();
    check_sentences();
    check_quotations();
    return broken_;
  }

 private:
  void check(bool holds, const char* what, Span span) {
    if (!holds && broken_.empty()) {
      broken_ = std::string(what) + " at " + std::to_string(span.start) + "-" + std::to_string(span.end);
    }
  }

  [[nodiscard]] bool on_borders(Span span) const {
    const auto border = [this](std::size_t at) {
      return at == document_.text.size() || (static_cast<unsigned char>(document_.text[at]) & 0xC0u) != 0x80u;
    };
    return span.start < span.end && span.end <= document_.text.size() && border(span.start) &&
           border(span.end);
  }

  [[nodiscard]] bool only_space(Span span) const { return trimmed(document_.text, span).empty(); }

  [[nodiscard]] Span span_of(std::uint32_t first, std::uint32_t last) const {
    return {text_.tokens[first].span.start, text_.tokens[last - 1].span.end};
  }

  // A token's word is what stands at its place; a phrase's words may have any space between them.
  [[nodiscard]] bool has_its_word(const Token& token) const {
    if (token.word == no_index) {
      return true;
    }
    const std::string_view word = language_room().vocabulary->word(token.word).text;
    const std::string_view here = token.span.in(document_.text);
    return (token.shape & shape_multiword) == 0 ? word == here
                                                : without_space(word) == without_space(fold_word(here));
  }

  static std::string without_space(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const Character c = character_at(text, at);
      if (!is_white_space(c.code)) {
        out += text.substr(at, c.size);
      }
      at += c.size;
    }
    return out;
  }

  void check_tokens() {
    std::uint32_t end = 0;
    for (const Token& token : text_.tokens) {
      check(on_borders(token.span), "a token is on character borders", token.span);
      check(token.span.start >= end, "tokens are in order", token.span);
      check(has_its_word(token), "a token is its word", token.span);
      end = token.span.end;
    }
  }

  void check_sentences() {
    std::uint32_t next = 0;
    std::uint32_t block = 0;
    for (const Sentence& sentence : text_.sentences) {
      check(sentence.first == next && sentence.last > sentence.first, "sentences share out the tokens", {});
      const Span span = span_of(sentence.first, sentence.last);
      check(sentence.block >= block && is_body(document_.blocks[sentence.block].kind) &&
                document_.blocks[sentence.block].span.contains(span),
            "a sentence is in its block", span);
      for (std::uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
        const Span gap{text_.tokens[i - 1].span.end, text_.tokens[i].span.start};
        check(only_space(gap), "only space stands between tokens", gap);
      }
      next = sentence.last;
      block = sentence.block;
    }
    check(next == text_.tokens.size(), "every token has a sentence", {});
  }

  void check_quotations() {
    std::vector<Span> around;
    std::uint32_t start = 0;
    for (const Quotation& quotation : text_.quotations) {
      const Span span = quotation.span;
      check(on_borders(span), "a quotation is on character borders", span);
      check(span.contains(quotation.inner) && quotation.inner.start <= quotation.inner.end,
            "a quotation holds what is inside its marks", span);
      check(document_.blocks[quotation.block].span.contains(span), "a quotation is in its block", span);
      check(quotation.first < quotation.last && span == span_of(quotation.first, quotation.last),
            "a quotation is its tokens", span);
      check(!quotation.opened || is_mark(quotation.first), "an opened quotation begins with a mark", span);
      check(!quotation.closed || is_mark(quotation.last - 1), "a closed quotation ends with a mark", span);
      check(span.start >= start, "quotations are in order", span);
      while (!around.empty() && around.back().end <= span.start) {
        around.pop_back();
      }
      check(around.empty() || around.back().contains(span), "quotations are nested or apart", span);
      check((quotation.parent == no_index) == around.empty() &&
                (around.empty() || text_.quotations[quotation.parent].span == around.back()),
            "a nested quotation knows the one around it", span);
      around.push_back(span);
      start = span.start;
    }
  }

  [[nodiscard]] bool is_mark(std::uint32_t token) const {
    return is_quotation_mark(character_at(document_.text, text_.tokens[token].span.start).code);
  }

  const Document& document_;
  const Text& text_;
  std::string broken_;
};

std::string broken(const Document& document) {
  return Promises(document, language_room().reader->read(document)).broken();
}

std::vector<std::string> articles() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(SELON_FIXTURES_DIR "/articles")) {
    if (entry.path().extension() == ".txt") {
      paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

/// Changes a text in a few places, as often goes wrong in an article; now and then a byte.
std::string mutated(std::string text, std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "«", "»",      "\"",     "“",        "”",      "„",          "‹",      "›",      "\n",  "\n\n",
      " ", "\u00A0", "\u202F", "...",      "…",      ".",          ",",      "(",      ")",   "[",
      "]", "’",      "'",      "-",        "—",      "l'",         "a-t-il", "M.",     "1 0", "€",
      "@", "://",    "www.",   "d'après ", "\u0301", "\U0001F600", "\u200B", "\uFEFF", "ẞ"};
  const auto below = [&random](std::size_t n) { return n == 0 ? 0 : random() % n; };
  const auto border = [&text](std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) {
      --at;
    }
    return at;
  };
  if (below(4) == 0) {  // such a file is read as another encoding, or refused
    text[below(text.size())] = static_cast<char>(32 + below(224));
  }
  for (std::size_t changes = 1 + below(12); changes > 0; --changes) {
    const std::size_t at = border(below(text.size()));
    const std::size_t end = border(at + below(60));
    switch (below(6)) {
      case 0:
        text.erase(at, end - at);
        break;
      case 1:
        text.insert(border(below(text.size())), text.substr(at, end - at));
        break;
      default:
        text.insert(at, pieces[below(pieces.size())]);
    }
  }
  return text;
}

}  // namespace

TEST_CASE("spans of our articles lie where they should") {
  const std::vector<std::string> texts = articles();
  REQUIRE(texts.size() > 20);
  for (const std::string& text : texts) {
    CHECK(broken(load_text(text, language_room().pack)) == "");
  }
}

TEST_CASE("spans of broken articles lie where they should") {
  std::mt19937 random(20230727);
  std::size_t read = 0;
  std::size_t refused = 0;
  for (const std::string& article : articles()) {
    for (int version = 0; version < 40; ++version) {
      std::string text = mutated(article, random);
      const auto document = load_bytes(text, "article.txt", language_room().pack, {.format = Format::text});
      if (!document) {  // what is no text: a NUL byte, say
        ++refused;
        continue;
      }
      ++read;
      const std::string wrong = broken(*document);
      INFO("version ", version, " of: ", article.substr(0, 60));
      REQUIRE_MESSAGE(wrong == "", document->text);
    }
  }
  CHECK(read > 800);
  CHECK(refused < read / 4);
}
