"""The same form as DOCX and as PDF yields the same facts and the same findings: over samples/ and tests/corpus/pairs
(made by tools/pair-corpus). What may differ: places, and white space in quotes, since a PDF does not say whether a line's
end is a blank. Where a quote is cut out of long text at a blank, one may end before the other."""

import collections
import json
import pathlib
import re
import subprocess
import unittest

from samples import PROGRAM, ROOT

# How a text was got, and what is counted from quotes and places.
NOT_COMPARED = {"place", "origin", "confidence", "fingerprint"}
QUOTES = {"quote", "heading"}
# A scan's letters are as good as its reading: of scans the results alone are compared, by test_expected.
SCANS = {"effective-short.scan.pdf"}
# The PDF reader takes two lines of a centred title for one, so that quotes out of the title differ.
OTHER_QUOTES = {"effective-involve-only.libreoffice.pdf"}
# The PDF reader parts Latin words where they are broken within a narrow cell ("Collabo rate"): other facts.
NOT_EQUAL = {"flood.pdf"}


def pairs():
    """Each DOCX with the PDFs of the same form."""
    files = collections.defaultdict(list)
    for folder in (ROOT / "samples", ROOT / "tests" / "corpus" / "pairs"):
        for path in sorted(folder.iterdir()):
            files[folder / path.name.split(".")[0]].append(path)
    for paths in files.values():
        docx = next((path for path in paths if path.suffix == ".docx"), None)
        for path in paths:
            if docx and path.suffix == ".pdf" and path.name not in SCANS | NOT_EQUAL:
                yield docx, path


def checked(path):
    done = subprocess.run([PROGRAM, "check", str(path), "--format", "json"], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=300, check=False)
    document = json.loads(done.stdout)["documents"][0]
    return {name: document[name] for name in ("result", "category", "facts", "findings")}


def differences(a, b, not_compared, at=""):
    """Paths at which the two differ, with what stands there."""
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted((a.keys() | b.keys()) - not_compared):
            yield from differences(a.get(key), b.get(key), not_compared, f"{at}.{key}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for index, (item, other) in enumerate(zip(a, b)):
            yield from differences(item, other, not_compared, f"{at}[{index}]")
    elif isinstance(a, str) and isinstance(b, str):
        one, other = (re.sub(r"\s", "", text) for text in (a, b))
        cut = at.rsplit(".", 1)[-1] in QUOTES and one and other and (one in other or other in one)
        if one != other and not cut:
            yield f"{at}: {a!r} / {b!r}"
    elif a != b:
        yield f"{at}: {a!r} / {b!r}"


class Pairs(unittest.TestCase):
    def test_there_are_enough(self):
        self.assertGreaterEqual(len(list(pairs())), 30)

    def test_the_same_form_yields_the_same(self):
        read = {}
        for docx, pdf in pairs():
            with self.subTest(f"{docx.name} and {pdf.name}"):
                if docx not in read:
                    read[docx] = checked(docx)
                not_compared = NOT_COMPARED | (QUOTES if pdf.name in OTHER_QUOTES else set())
                self.assertEqual(list(differences(read[docx], checked(pdf), not_compared)), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
