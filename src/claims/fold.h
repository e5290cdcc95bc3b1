// Words made comparable: what is the same to a reader who searches.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace selon {

/// A name as it is looked up: lower case, without accents, œ as oe and æ as ae,
/// punctuation and white space as one space between words. "L'Élysée" and
/// "l’elysee" give "l elysee".
[[nodiscard]] std::string fold_name(std::string_view name);

/// True if `words` occur in `text` side by side and whole; both folded by
/// fold_name. Never for empty `words`.
[[nodiscard]] bool has_words(std::string_view text, std::string_view words);

/// œ and æ as two letters, which SQLite's tokenizer doesn't do; the view claims_text
/// does the same for what is indexed.
[[nodiscard]] std::string fold_ligatures(std::string_view text);

/// What a user asks for, as an FTS5 expression in which nothing of theirs is an
/// operator: words are joined by AND, what stands in quotation marks ("", «», “”)
/// stays together, and word* is a beginning. Nothing where there is no word.
[[nodiscard]] std::optional<std::string> full_text_expression(std::string_view asked);

}  // namespace selon
