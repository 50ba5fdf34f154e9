"""The samples' sources and the labelled forms written in other ways: fonts, digits, styles of years, and sentences that
have nothing to do with the award. What is found in them stays the same."""

import collections
import os
import pathlib
import re
import sys
import tempfile
import unittest

import yaml

import changes

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from formcorpus import forms   # noqa: E402
from samplemaker import form as sample_form   # noqa: E402
from samplemaker import word_file   # noqa: E402
from test_cases import check   # noqa: E402

ROUNDING = 6   # decimals to which recomputed values are compared


def sources():
    """Name to source: of the samples, and of the labelled forms that are not set aside."""
    found = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
             for path in sorted((ROOT / "tests" / "samples" / "sources").glob("*.yaml"))}
    found.update((form.name, form.source) for form in forms.load() if not form.set_aside)
    only = os.environ.get("ONLY")
    return {name: source for name, source in found.items() if only is None or re.search(only, name)}


def write(name, source, folder):
    path = pathlib.Path(folder) / f"{name}.yaml"
    path.write_text(yaml.safe_dump({**source, "keep": ["docx"]}, allow_unicode=True, sort_keys=False), encoding="utf-8")
    document = path.with_suffix(".docx")
    document.write_bytes(word_file.docx(sample_form.load(path)))
    return document


def gist(document):
    """What a reader goes by: results, and facts without the words that they were read from."""
    facts = document["facts"]
    operation = facts["operation"] or {}
    return {
        "result": document["result"],
        "results": sorted({(finding["rule"], finding["result"]) for finding in document["findings"]}),
        "findings": sorted(collections.Counter(
            (finding["rule"], finding["result"], finding["severity"]) for finding in document["findings"]).items()),
        "category": document["category"],
        "levels": (facts["levels"]["stated"], facts["levels"]["described"], facts["levels"]["borne_out"]),
        "operation": [operation.get(key) for key in ("start", "end", "months")],
        "comparisons": [(pair["before"], pair["after"], pair["verdict"],
                         None if pair["recomputed"] is None else round(pair["recomputed"], ROUNDING))
                        for pair in facts["comparisons"]],
    }


def differences(before, after):
    """What stands on one side only."""
    found = []
    for key in before:
        old, new = (list(map(str, side[key])) if isinstance(side[key], (list, tuple)) else [str(side[key])]
                    for side in (before, after))
        if old != new:
            found.append(f"{key}: {[one for one in old if one not in new]} became {[one for one in new if one not in old]}")
    return found


class SameForm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.sources = sources()
        cls.plain = cls.gists(lambda source: source)

    @classmethod
    def gists(cls, change):
        paths = [write(name, change(source), cls.folder.name) for name, source in cls.sources.items()]
        return dict(zip(cls.sources, map(gist, check(paths))))

    def test_written_in_another_way(self):
        for kind, change in changes.KINDS.items():
            written = self.gists(change)
            for name, plain in self.plain.items():
                if kind in changes.FILLING and ("SEC", "pass") not in plain["results"]:
                    continue
                with self.subTest(name, change=kind):
                    self.assertEqual(differences(plain, written[name]), [])


if __name__ == "__main__":
    unittest.main()
