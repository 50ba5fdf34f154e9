// Documents without pages are judged by the whole of their text.
#include <catch2/catch.hpp>

#include "document/document.hpp"

using namespace ruamlint;

TEST_CASE("a document whose text lost its marks was not read well, and none of it is sure") {
  Document document = document_of_text("การบร หารราชการแบบม ส วนร วม\nหน วยงานเด ยวไม สามารถเฝาปาได ท งหมด");
  CHECK(read_well(document));
  doubt_if_illegible(document);
  CHECK_FALSE(read_well(document));
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].kind == Note::Kind::low_quality);
  for (const Block& block : document.blocks)
    for (const Span& span : block.text.spans) CHECK(span.confidence <= 0.5F);
}

TEST_CASE("a sound document is left as it is") {
  Document document = document_of_text("การบริหารราชการแบบมีส่วนร่วม\nหน่วยงานเดียวไม่สามารถเฝ้าป่าได้ทั้งหมด");
  doubt_if_illegible(document);
  CHECK(read_well(document));
  CHECK(document.notes.empty());
  CHECK(document.blocks[0].text.spans[0].confidence == 1);
}
