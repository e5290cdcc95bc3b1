#include "document/html_text.h"

#include <algorithm>
#include <optional>

#include "document/characters.h"
#include "document/html_scan.h"

namespace selon {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }
bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::size_t character_size(std::string_view text, std::size_t at) {
  return std::max<std::size_t>(1, character_at(text, at).size);
}

/// The combining signs and the hair space that end references to two characters.
bool is_second_half(char32_t code) {
  constexpr char32_t halves[] = {0x331, 0x333, 0x338, 0x200A, 0x20D2, 0x20E5, 0xFE00};
  return std::find(std::begin(halves), std::end(halves), code) != std::end(halves);
}

class Aligner {
 public:
  Aligner(std::string_view parsed, std::string_view raw) : parsed_(parsed), raw_(raw) {}

  void run(std::uint32_t offset, const std::function<void(const SourcedCharacter&)>& sink) {
    while (at_ < parsed_.size()) {
      skip_markup();
      const auto [characters, bytes] = step();
      const std::uint32_t place = static_cast<std::uint32_t>(std::min(raw_at_, raw_.size()));
      const std::uint32_t size = static_cast<std::uint32_t>(std::min(bytes, raw_.size() - place));
      raw_at_ += bytes;
      for (std::size_t i = 0; i < characters && at_ < parsed_.size(); ++i) {
        const std::size_t length = character_size(parsed_, at_);
        sink({parsed_.substr(at_, length), offset + place, size});
        at_ += length;
      }
    }
  }

 private:
  /// Tags and comments inside the raw text, and what the parser drops without a trace.
  void skip_markup() {
    while (raw_at_ < raw_.size()) {
      const char c = raw_[raw_at_];
      const char next = raw_at_ + 1 < raw_.size() ? raw_[raw_at_ + 1] : '\0';
      if (c == '<' &&
          (is_letter(next) || next == '!' || next == '?' || (next == '/' && raw_at_ + 2 < raw_.size()))) {
        raw_at_ = after_tag(raw_at_);
      } else if (c == '\0' || ((c == '\n' || c == '\r') && !is_ascii_space(parsed_[at_]))) {
        ++raw_at_;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] std::size_t after_tag(std::size_t at) const {
    const std::size_t name = at + (raw_.substr(at, 2) == "</" ? 2 : 1);
    if (name >= raw_.size() || !is_letter(raw_[name])) {
      return find_declaration_end(raw_, at);
    }
    return std::min(find_tag_end(raw_, name).close + 1, raw_.size());
  }

  struct Step {
    std::size_t characters;  ///< of the parsed text
    std::size_t bytes;       ///< of the raw text
  };

  [[nodiscard]] Step step() const {
    if (raw_at_ >= raw_.size()) {
      return {1, 0};
    }
    if (raw_[raw_at_] == '&') {
      return reference();
    }
    if (raw_[raw_at_] == '\r') {
      return {1, raw_.substr(raw_at_, 2) == "\r\n" ? std::size_t{2} : std::size_t{1}};
    }
    const std::size_t size = character_size(raw_, raw_at_);
    const auto raw_character = raw_.substr(raw_at_, size);
    if (parsed_.substr(at_, size) != raw_character &&
        parsed_.substr(at_ + character_size(parsed_, at_), size) == raw_character) {
      return {1, 0};  // the second half of the reference before
    }
    return {1, size};
  }

  /// A character reference, or an ampersand that only looks like one. gumbo doesn't
  /// say how long it was: the length is the one after which both texts go on alike.
  [[nodiscard]] Step reference() const {
    const std::string_view rest = raw_.substr(raw_at_);
    if (rest.size() > 1 && rest[1] == '#') {
      return numeric_reference(rest);
    }
    std::size_t name = 1;
    while (name < rest.size() && (is_letter(rest[name]) || is_digit(rest[name])) && name < 40) {
      ++name;
    }
    const std::string_view whole = rest.substr(0, name + (rest.substr(name, 1) == ";" ? 1 : 0));
    const bool ampersand = whole.starts_with("&amp") || whole.starts_with("&AMP");
    if (!ampersand && parsed_.substr(at_, whole.size()) == whole) {
      return {1, 1};
    }
    // Few references stand for two characters, and nearly all of those end in the same few.
    const std::size_t second = at_ + character_size(parsed_, at_);
    const std::size_t likely =
        second < parsed_.size() && is_second_half(character_at(parsed_, second).code) ? 2 : 1;
    for (const std::size_t characters : {likely, 3 - likely}) {
      std::optional<Step> best;
      std::size_t most = 0;
      for (std::size_t bytes = whole.size(); bytes > 2; --bytes) {
        const auto alike = alike_after(characters, bytes);
        if (alike && (!best || *alike > most)) {
          best = Step{characters, bytes};
          most = *alike;
        }
      }
      if (best) {
        return *best;
      }
    }
    return {1, 1};
  }

  [[nodiscard]] static Step numeric_reference(std::string_view rest) {
    const bool hexadecimal = rest.size() > 2 && (rest[2] | 0x20) == 'x';
    std::size_t end = hexadecimal ? 3 : 2;
    const std::size_t digits = end;
    while (end < rest.size() && (hexadecimal ? is_hex(rest[end]) : is_digit(rest[end]))) {
      ++end;
    }
    if (end == digits) {
      return {1, 1};
    }
    return {1, end + (rest.substr(end, 1) == ";" ? 1 : 0)};
  }

  /// How far both texts are the same after a reference of `bytes` that stands for
  /// `characters`, up to the next markup or reference; nothing where they differ.
  [[nodiscard]] std::optional<std::size_t> alike_after(std::size_t characters, std::size_t bytes) const {
    std::size_t next = at_;
    for (std::size_t i = 0; i < characters; ++i) {
      if (next >= parsed_.size()) {
        return std::nullopt;
      }
      next += character_size(parsed_, next);
    }
    const std::string_view left = parsed_.substr(next, 12);
    const std::string_view right = raw_.substr(raw_at_ + bytes, 12);
    if (right.empty() || left.empty()) {
      const bool both = left.empty() && (right.empty() || right.front() == '<');
      return both ? std::optional<std::size_t>(0) : std::nullopt;
    }
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
      if (right[i] == '&' || right[i] == '<' || right[i] == '\0' || (right[i] == '\r' && left[i] == '\n')) {
        return i;
      }
      if (left[i] != right[i]) {
        return std::nullopt;
      }
    }
    return std::min(left.size(), right.size());
  }

  std::string_view parsed_;
  std::string_view raw_;
  std::size_t at_ = 0;
  std::size_t raw_at_ = 0;
};

class TextWriter {
 public:
  TextWriter(const HtmlTree& tree, Document& document) : tree_(tree), document_(document) {}

  void write(const ArticleBlock& block) {
    if (!text().empty()) {
      text() += "\n\n";
    }
    start_ = size();
    pending_space_ = false;
    Span credit;
    for (const std::uint32_t piece : block.pieces) {
      const bool is_credit = std::find(block.credit.begin(), block.credit.end(), piece) != block.credit.end();
      const std::uint32_t before = size();
      write_piece(piece);
      if (is_credit && size() > before) {
        credit = credit.empty() ? Span{before, size()} : Span{credit.start, size()};
      }
    }
    finish(block, credit);
  }

  void end() {
    document_.map = SourceMap(std::move(segments_));
    for (Span& span : italics_) {
      span = trimmed(text(), span);
    }
    std::erase_if(italics_, [](Span span) { return span.empty(); });
    document_.italics = std::move(italics_);
  }

 private:
  std::string& text() { return document_.text; }
  std::uint32_t size() { return static_cast<std::uint32_t>(document_.text.size()); }

  void write_piece(std::uint32_t piece) {
    if (piece == no_node || !tree_[piece].text) {
      if (!pending_space_) {
        pending_space_ = true;
        space_at_ = last_raw_;
      }
      return;
    }
    const GumboText& node = tree_[piece].gumbo->v.text;
    const std::uint32_t before = size();
    const auto offset = static_cast<std::uint32_t>(node.original_text.data - tree_.content().data());
    align_text(node.text, {node.original_text.data, node.original_text.length}, offset,
               [this](const SourcedCharacter& c) { put(c); });
    if ((tree_[piece].style & style_italic) != 0 && size() > before) {
      add_italic({before, size()});
    }
  }

  void put(const SourcedCharacter& c) {
    const char32_t code = character_at(c.text, 0).code;
    if (c.text.size() == 1 && is_ascii_space(c.text.front())) {
      if (!pending_space_) {
        pending_space_ = true;
        space_at_ = c.raw;
      }
      return;
    }
    const bool at_start = size() == start_;
    if (code == 0xAD || code == 0xFEFF || (at_start && is_white_space(code))) {
      return;
    }
    if (pending_space_ && !at_start) {
      map(space_at_);
      text() += ' ';
    }
    pending_space_ = false;
    map(c.raw);
    text() += c.text;
    last_raw_ = c.raw + c.size;
    if (c.size != c.text.size()) {
      map(last_raw_);
    }
  }

  /// What is written next comes from `raw`.
  void map(std::uint32_t raw) {
    const std::uint32_t here = size();
    if (!segments_.empty()) {
      const auto& last = segments_.back();
      if (here - last.text == raw - last.decoded) {
        return;
      }
      if (last.text == here) {
        segments_.pop_back();
      }
    }
    segments_.push_back({here, raw});
  }

  void add_italic(Span span) {
    if (!italics_.empty() && italics_.back().end >= start_ &&
        trimmed(text(), {italics_.back().end, span.start}).empty()) {
      italics_.back().end = span.end;
    } else {
      italics_.push_back(span);
    }
  }

  void finish(const ArticleBlock& block, Span credit) {
    const Span span = trimmed(text(), {start_, size()});
    if (span.empty()) {
      cut(start_ >= 2 ? start_ - 2 : 0);
      return;
    }
    cut(span.end);
    document_.blocks.push_back({.kind = block.kind, .span = span, .italic = block.italic});
    credit = trimmed(text(), {credit.start, std::min(credit.end, span.end)});
    if (!credit.empty()) {
      document_.blocks.push_back({.kind = BlockKind::credit, .span = credit, .italic = false});
    }
  }

  void cut(std::uint32_t end) {
    text().resize(end);
    while (!segments_.empty() && segments_.back().text > end) {
      segments_.pop_back();
    }
    while (!italics_.empty() && italics_.back().start >= end) {
      italics_.pop_back();
    }
    if (!italics_.empty()) {
      italics_.back().end = std::min(italics_.back().end, end);
    }
  }

  const HtmlTree& tree_;
  Document& document_;
  std::vector<SourceMap::Segment> segments_;
  std::vector<Span> italics_;
  std::uint32_t start_ = 0;
  bool pending_space_ = false;
  std::uint32_t space_at_ = 0;
  std::uint32_t last_raw_ = 0;
};

}  // namespace

void align_text(std::string_view parsed, std::string_view raw, std::uint32_t offset,
                const std::function<void(const SourcedCharacter&)>& sink) {
  Aligner(parsed, raw).run(offset, sink);
}

void write_blocks(const HtmlTree& tree, const std::vector<ArticleBlock>& blocks, Document& document) {
  TextWriter writer(tree, document);
  for (const ArticleBlock& block : blocks) {
    writer.write(block);
  }
  writer.end();
}

}  // namespace selon
