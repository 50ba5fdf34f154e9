#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#ifdef RUAMLINT_SANITIZE
// Tesseract keeps the word lists of every language that it ever loaded, and gives them back to nobody. They
// are its own, and of one size however much is read; everything else that leaks is told.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:tesseract::DawgLoader::Load\nleak:tesseract::SquishedDawg\n";
}
#endif
