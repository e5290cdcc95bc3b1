#include "cli/program.h"

int main(int argc, char** argv) { return selon::run_program(argc, argv); }
