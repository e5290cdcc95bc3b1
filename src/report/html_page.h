// What every page that selon writes has in common: text that stays text, and a frame
// that lets nothing in. A page is one file with its style and script inside; its
// Content-Security-Policy allows these two, by their hashes, and nothing else: no
// network, no other script, no style attribute, no form, no frame.
//
//   begin_page(out, {"fr", "Rapport", page_asset("page.css"), page_asset("report.js")});
//   out.write("<main><h1>" + html_text(headline) + "</h1></main>");
//   end_page(out, page_asset("report.js"));
#pragma once

#include <string>
#include <string_view>

#include "report/output.h"

namespace selon {

/// `text` for the content of an element or an attribute in double quotes: escaped, in one
/// line, with control characters and those that turn the direction of text shown as
/// escapes, as `printable` does.
[[nodiscard]] std::string html_text(std::string_view text);

/// JSON for a <script type="application/json">: no "<" is left in it, so that nothing
/// in it ends the element.
[[nodiscard]] std::string json_for_html(std::string_view json);

/// What the policy allows: "sha256-" and the digest in base64 (CSP3, hash-source).
[[nodiscard]] std::string csp_hash(std::string_view content);

struct PageFrame {
  std::string_view lang;    ///< of the interface: "fr"
  std::string title;        ///< as text; escaped here
  std::string_view style;   ///< ours; goes into the page as it is
  std::string_view script;  ///< ours; may be empty
};

/// Writes all before the body's content.
void begin_page(Output& output, const PageFrame& frame);
/// Writes the script and all after the body's content.
void end_page(Output& output, const PageFrame& frame);

}  // namespace selon
