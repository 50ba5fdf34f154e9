"""The same form as DOCX and as PDF yields the same facts and the same findings: over all of samples/ and
tests/corpus/pairs (made by tools/pair-corpus). Places differ, since a DOCX has no pages and a PDF no paragraphs; all
else is compared letter by letter, but for the quotes of findings: a PDF does not say whether a line's end is a blank,
and quotes are cut out of long text at blanks. How many quotes may differ in that is counted, over all pairs together."""

import collections
import json
import pathlib
import re
import subprocess
import unittest

from samples import PROGRAM, ROOT

# How a text was got, and what is counted from quotes and places.
NOT_COMPARED = {"place", "origin", "confidence", "fingerprint"}
QUOTE = re.compile(r"\.evidence\[\d+\]\.quote$")
MOST_OTHER_QUOTES = 6  # of some thousands
# A scan's letters are as good as its reading: of scans the results alone are compared, by test_expected.
SCANS = {"effective-short.scan.pdf"}


def pairs():
    """Each DOCX with the PDFs of the same form."""
    files = collections.defaultdict(list)
    for folder in (ROOT / "samples", ROOT / "tests" / "corpus" / "pairs"):
        for path in sorted(folder.iterdir()):
            files[folder / path.name.split(".")[0]].append(path)
    for paths in files.values():
        docx = next((path for path in paths if path.suffix == ".docx"), None)
        for path in paths:
            if docx and path.suffix == ".pdf" and path.name not in SCANS:
                yield docx, path


def checked(path):
    done = subprocess.run([PROGRAM, "check", str(path), "--format", "json"], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=300, check=False)
    document = json.loads(done.stdout)["documents"][0]
    return {name: document[name] for name in ("result", "category", "facts", "findings")}


def differences(a, b, at=""):
    """What differs: the path to it, and what stands there in either."""
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted((a.keys() | b.keys()) - NOT_COMPARED):
            yield from differences(a.get(key), b.get(key), f"{at}.{key}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for index, (item, other) in enumerate(zip(a, b)):
            yield from differences(item, other, f"{at}[{index}]")
    elif a != b:
        yield at, a, b


def only_blanks_differ(at, a, b):
    """Whether two quotes are the same letters, or one was cut at a blank that the other does not have."""
    if not QUOTE.search(at):
        return False
    one, other = (re.sub(r"\s", "", text) for text in (a, b))
    return bool(one and other) and (one in other or other in one)


class Pairs(unittest.TestCase):
    def test_there_are_enough(self):
        self.assertGreaterEqual(len(list(pairs())), 30)

    def test_the_same_form_yields_the_same(self):
        read, other_quotes = {}, []
        for docx, pdf in pairs():
            with self.subTest(f"{docx.name} and {pdf.name}"):
                if docx not in read:
                    read[docx] = checked(docx)
                found = list(differences(read[docx], checked(pdf)))
                quotes = [item for item in found if only_blanks_differ(*item)]
                other_quotes += quotes
                self.assertEqual([item for item in found if item not in quotes], [])
        self.assertLessEqual(len(other_quotes), MOST_OTHER_QUOTES, other_quotes)


if __name__ == "__main__":
    unittest.main(verbosity=2)
