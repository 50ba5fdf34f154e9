#include "annotate/pdf/signatures.hpp"

#include <set>
#include <vector>

namespace ruamlint::pdf_copy {
namespace {

struct Field {
  QPDFObjectHandle entries;
  bool for_signature = false;  // as the field above it says
};

void push_all(QPDFObjectHandle array, bool for_signature, std::vector<Field>& fields) {
  if (!array.isArray()) return;
  for (const QPDFObjectHandle& entry : array.aitems()) fields.push_back({entry, for_signature});
}

}  // namespace

bool bears_signature(QPDF& pdf) {
  QPDFObjectHandle catalog = pdf.getRoot();
  QPDFObjectHandle rights = catalog.getKey("/Perms");
  if (rights.isDictionary() && !rights.getKeys().empty()) return true;
  std::vector<Field> open;
  std::set<QPDFObjGen> seen;
  push_all(catalog.getKeyIfDict("/AcroForm").getKeyIfDict("/Fields"), false, open);
  while (!open.empty()) {
    Field field = open.back();
    open.pop_back();
    if (!field.entries.isDictionary()) continue;
    if (field.entries.isIndirect() && !seen.insert(field.entries.getObjGen()).second) continue;
    if (field.entries.hasKey("/FT"))
      field.for_signature = field.entries.getKey("/FT").isNameAndEquals("/Sig");
    if (field.for_signature && field.entries.getKey("/V").isDictionary()) return true;
    push_all(field.entries.getKey("/Kids"), field.for_signature, open);
  }
  return false;
}

}  // namespace ruamlint::pdf_copy
