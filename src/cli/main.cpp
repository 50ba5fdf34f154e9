#include "cli/app.hpp"

int main(int argc, char** argv) {
  return ruamlint::run_command_line(argc, argv);
}
