// Raw HTML inside Markdown: what of it is text. Tags and comments are no text, nor
// is what stands in script and style; what a block element holds is a block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace selon {

/// What a piece of raw HTML gives, in the order of the file.
class RawMarkupSink {
 public:
  virtual ~RawMarkupSink() = default;
  virtual void markup_text(std::string_view piece) = 0;    ///< a view of what was fed
  virtual void markup_entity(std::string_view piece) = 0;  ///< "&nbsp;"
  virtual void markup_break() = 0;                         ///< the end of a block
  virtual void markup_caption() = 0;                       ///< what follows is a picture's caption
};

/// Reads raw HTML in chunks that end anywhere but inside "-->" or an entity.
class RawMarkup {
 public:
  void feed(std::string_view chunk, RawMarkupSink& sink);
  void reset() { *this = RawMarkup(); }

 private:
  enum class State : std::uint8_t { text, tag, comment, unseen };
  std::size_t feed_text(std::string_view chunk, std::size_t at, RawMarkupSink& sink);
  void open_tag(std::string_view from, RawMarkupSink& sink);

  State state_ = State::text;
  std::string unseen_end_;  ///< "</script"
};

}  // namespace selon
