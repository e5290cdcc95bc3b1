#include "document/html.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "document/characters.h"
#include "document/furniture.h"
#include "document/html_article.h"
#include "document/html_date.h"
#include "document/html_guard.h"
#include "document/html_metadata.h"
#include "document/html_text.h"
#include "document/html_tree.h"
#include "document/load.h"

namespace selon {
namespace {

/// The credit in a caption: as the pack's rules see it, in the part that an element
/// marks as such if there is one; that part where they see none.
std::optional<CaptionCredit> credit_of(const Document& document, const Block& caption, const Block* marked,
                                       FurnitureRules& furniture) {
  auto credit = furniture.credit(caption.span.in(document.text));
  if (credit) {
    credit->span = {caption.span.start + credit->span.start, caption.span.start + credit->span.end};
  }
  if (marked == nullptr || (credit && marked->span.contains(credit->span))) {
    return credit;
  }
  const std::string_view text = marked->span.in(document.text);
  const bool bracketed = text.size() > 2 && text.front() == '(' && text.back() == ')';
  if (!bracketed) {
    return CaptionCredit{marked->span};
  }
  const Span inner = trimmed(document.text, {marked->span.start + 1, marked->span.end - 1});
  return CaptionCredit{inner, inner.start - marked->span.start};
}

/// Adds the credits of captions; a short line that ends in a credit is a caption.
void add_credits(FurnitureRules& furniture, Document& document) {
  constexpr std::uint32_t longest_line = 200;
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    Block block = document.blocks[i];
    const bool next_is_credit =
        i + 1 < document.blocks.size() && document.blocks[i + 1].kind == BlockKind::credit;
    const Block* marked = next_is_credit ? &document.blocks[i + 1] : nullptr;
    const std::string_view text = block.span.in(document.text);
    const bool may_be_caption = block.kind == BlockKind::paragraph && block.span.size() <= longest_line &&
                                !text.ends_with('.') && !text.ends_with("»");
    std::optional<CaptionCredit> credit;
    if (block.kind == BlockKind::caption || may_be_caption) {
      credit = credit_of(document, block, marked, furniture);
    }
    block.kind = credit ? BlockKind::caption : block.kind;
    blocks.push_back(block);
    if (credit && !credit->span.empty()) {
      blocks.push_back(
          {.kind = BlockKind::credit, .span = credit->span, .italic = block.italic, .lead = credit->lead});
    }
    i += next_is_credit ? 1 : 0;
  }
  document.blocks = std::move(blocks);
}

bool has_body_text(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return is_body(block.kind) && block.kind != BlockKind::headline && block.kind != BlockKind::caption;
  });
}

/// Templates declare a language that nobody set: the text is surer.
void correct_language(const Pack& pack, Document& document) {
  const Pack* const packs[] = {&pack};
  if (document.metadata.lang != pack.lang && guess_language(document.text, packs) == pack.lang) {
    document.metadata.lang = pack.lang;
  }
}

}  // namespace

Expected<Document> parse_html(std::string decoded_utf8, const std::string& path, const Pack& pack) {
  Document document;
  document.path = path;
  document.format = Format::html;
  document.decoded = std::move(decoded_utf8);
  const auto page = ParsedPage::parse(document.decoded, path);
  if (!page) {
    return tl::unexpected(page.error());
  }
  auto furniture = FurnitureRules::compile(pack);
  if (!furniture) {
    return tl::unexpected(furniture.error());
  }
  const HtmlTree tree(page->document(), document.decoded);
  PageMetadata metadata = read_metadata(tree);
  const PageArticle article = find_article(tree, metadata, pack, *furniture);
  write_blocks(tree, article.blocks, document);
  if (!has_body_text(document)) {
    return tl::unexpected(Error{.path = path,
                                .what = "no article text found",
                                .fragment = metadata.title,
                                .advice = "save the page once it shows its text, or give the text itself"});
  }
  add_credits(*furniture, document);
  if (metadata.metadata.published.empty()) {
    metadata.metadata.published = find_date(tree, article, pack);
  }
  document.metadata = std::move(metadata.metadata);
  correct_language(pack, document);
  document.headline =
      !article.headline.empty() || metadata.headlines.empty() ? article.headline : metadata.headlines.front();
  return document;
}

}  // namespace selon
