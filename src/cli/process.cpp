#include "cli/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

extern char** environ;

namespace selon {

namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;

/// A pipe whose ends are closed at last.
struct Pipe {
  std::array<int, 2> ends{-1, -1};

  Pipe() { static_cast<void>(::pipe2(ends.data(), O_CLOEXEC)); }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close(std::size_t end) {
    if (ends[end] >= 0) {
      ::close(ends[end]);
      ends[end] = -1;
    }
  }
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) {
    out.push_back(text.data());
  }
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> environment_without(const std::vector<std::string>& hidden) {
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (std::ranges::find(hidden, text.substr(0, text.find('='))) == hidden.end()) {
      out.emplace_back(text);
    }
  }
  return out;
}

/// Reads both pipes until they end; false where that is too much.
bool drain(Pipe& out_pipe, Pipe& err_pipe, ProcessResult& result) {
  std::array<Pipe*, 2> pipes{&out_pipe, &err_pipe};
  std::array<std::string*, 2> texts{&result.out, &result.err};
  std::array<char, 65536> chunk;
  while (out_pipe.ends[0] >= 0 || err_pipe.ends[0] >= 0) {
    std::array<pollfd, 2> waiting{};
    for (std::size_t i = 0; i < 2; ++i) {
      waiting[i] = {pipes[i]->ends[0], POLLIN, 0};  // a negative one is passed over
    }
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) {
      return false;
    }
    for (std::size_t i = 0; i < 2; ++i) {
      if (waiting[i].revents == 0) {
        continue;
      }
      const ssize_t got = ::read(pipes[i]->ends[0], chunk.data(), chunk.size());
      if (got > 0) {
        texts[i]->append(chunk.data(), static_cast<std::size_t>(got));
      } else if (got == 0 || errno != EINTR) {
        pipes[i]->close(0);
      }
    }
    if (result.out.size() + result.err.size() > most_bytes) {
      return false;
    }
  }
  return true;
}

}  // namespace

Expected<ProcessResult> run_process(const std::vector<std::string>& arguments,
                                    const std::vector<std::string>& hidden) {
  const auto failed = [&](std::string what, const std::string& why) {
    return tl::unexpected(Error{arguments.front(), 0, 0, std::move(what), why, "check that it is installed"});
  };
  Pipe out_pipe;
  Pipe err_pipe;
  if (out_pipe.ends[1] < 0 || err_pipe.ends[1] < 0) {
    return failed("the program can't be run", std::strerror(errno));
  }
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, out_pipe.ends[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err_pipe.ends[1], STDERR_FILENO);
  std::vector<std::string> words = arguments;
  std::vector<std::string> environment = environment_without(hidden);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, words.front().c_str(), &actions, nullptr,
                                   pointers_to(words).data(), pointers_to(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    return failed("the program can't be run", std::strerror(error));
  }
  out_pipe.close(1);
  err_pipe.close(1);
  ProcessResult result;
  const bool whole = drain(out_pipe, err_pipe, result);
  if (!whole) {
    ::kill(child, SIGTERM);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!whole || !WIFEXITED(status)) {
    return failed("the program didn't come to its end", "");
  }
  result.exit_code = WEXITSTATUS(status);
  return result;
}

}  // namespace selon
