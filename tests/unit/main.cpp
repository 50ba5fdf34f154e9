#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#ifdef RUAMLINT_SANITIZE
// Tesseract keeps the word lists of every language that it ever loaded, fontconfig what it read of the fonts;
// neither gives it back. Both are of one size however much is read; everything else that leaks is told.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:tesseract::DawgLoader::Load\nleak:tesseract::SquishedDawg\nleak:libfontconfig\n";
}
#endif
