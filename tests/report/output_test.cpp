#include "report/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace selon;

TEST_CASE("what is written comes out of the pipe") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  {
    Output output(ends[1]);
    output.write("un ");
    output.write('2');
  }
  char read[8] = {};
  CHECK(::read(ends[0], read, sizeof read) == 4);
  CHECK(std::string_view(read) == "un 2");
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("a reader who has gone is no error") {
  ::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  Output output(ends[1]);
  output.write("x");
  output.flush();
  CHECK(output.closed());
  CHECK(output.error() == 0);
  output.write(std::string(1u << 20, 'x'));
  CHECK(output.buffer().empty());
  ::close(ends[1]);
}

TEST_CASE("a full disk and a closed descriptor are errors") {
  const int full = ::open("/dev/full", O_WRONLY);
  REQUIRE(full >= 0);
  Output output(full);
  output.write("x");
  output.flush();
  CHECK(output.error() == ENOSPC);
  CHECK_FALSE(output.closed());
  ::close(full);

  Output nowhere(full);
  nowhere.write("x");
  nowhere.flush();
  CHECK(nowhere.error() == EBADF);
}
