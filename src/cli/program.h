// The program: reads the command line, runs a command, gives the exit code.
#pragma once

namespace selon {

int run_program(int argc, const char* const* argv);

}  // namespace selon
