// What can go wrong in use: a bad file, a bad rule, a full disk. Every error tells
// where it is, what is wrong with which fragment, and what to do about it.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace selon {

/// One mistake in what was handed to selon. Lines and columns count from 1; 0 is
/// "no place". A column counts characters (code points), as editors show it.
struct Error {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string what;      ///< what is wrong, one clause, no final period
  std::string fragment;  ///< the offending text, may be empty
  std::string advice;    ///< what to do, one clause, may be empty
};

/// "path:line:col: what: “fragment”; advice", leaving out what is not known.
/// Control characters of the fragment are shown as escapes.
[[nodiscard]] std::string to_string(const Error& error);

template <class T>
using Expected = tl::expected<T, Error>;

}  // namespace selon
