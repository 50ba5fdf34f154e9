"""The labelled forms hold together: every edit fits, every form can be written, every rule is passed and broken often
enough, and the labelled verdicts agree with an arithmetic of their own."""

import fractions
import pathlib
import sys
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from formcorpus import edits, forms   # noqa: E402
from samplemaker import form as sample_form   # noqa: E402

# No single form breaks them: never a fault (STK-2), a reminder (APR-1).
UNBREAKABLE = {"STK-2", "APR-1"}


def readings(before, after):
    """What a stated change can mean: per cent, difference, so many times as much, so many times more."""
    before, after = fractions.Fraction(str(before)), fractions.Fraction(str(after))
    return [(after - before) / before * 100, after - before, after / before, after / before - 1]


class LabelledForms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.forms = forms.load()

    def test_enough_forms_and_near_misses(self):
        self.assertGreaterEqual(len(self.forms), 120)
        self.assertGreaterEqual(sum(form.near_miss for form in self.forms), 30)
        self.assertGreaterEqual(len({form.hand for form in self.forms}), 6)
        self.assertEqual({form.facts.get("category") for form in self.forms},
                         {None, "effective-participation", "open-governance"})

    def test_every_rule_is_passed_and_broken_by_eight(self):
        for rule in self.forms[0].rules.keys() - UNBREAKABLE:
            labels = [form.rules[rule] for form in self.forms if form.rules[rule] != forms.ANY]
            with self.subTest(rule):
                self.assertGreaterEqual(sum("pass" in label for label in labels), 8)
                self.assertGreaterEqual(sum("pass" not in label and label != ["not_applicable"] for label in labels), 8)

    def test_every_form_can_be_written(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "form.yaml"
            for form in self.forms:
                with self.subTest(form.name):
                    path.write_text(yaml.safe_dump(form.source, allow_unicode=True), encoding="utf-8")
                    sample_form.load(path)

    def test_names_and_sources_are_unique(self):
        self.assertEqual(len({form.name for form in self.forms}), len(self.forms))
        sources = [yaml.safe_dump(form.source) for form in self.forms]
        self.assertEqual(len(set(sources)), len(sources))

    def test_wrong_verdicts_are_labelled_where_the_arithmetic_is_wrong(self):
        for form in self.forms:
            if form.facts.get("comparisons") in (None, forms.ANY):
                continue
            for before, after, claimed, verdict in form.facts["comparisons"]:
                with self.subTest(form.name, before=before, after=after, claimed=claimed):
                    if claimed is None or before == 0:
                        self.assertEqual(verdict, "none" if claimed is None else "zero")
                        continue
                    near = any(abs(abs(reading) - abs(claimed)) < 1 for reading in readings(before, after))
                    same_way = (claimed > 0) == (after > before)
                    if verdict == "ok":
                        self.assertTrue(near and same_way)
                    elif verdict == "direction":
                        self.assertTrue(near and not same_way)

    def test_a_broken_verdict_breaks_the_rule(self):
        for form in self.forms:
            comparisons = form.facts.get("comparisons")
            if comparisons not in (None, forms.ANY) and {"wrong", "direction", "zero"} & {c[3] for c in comparisons}:
                with self.subTest(form.name):
                    self.assertEqual(form.rules["STAT-2"], ["fail"])


class Edits(unittest.TestCase):
    SOURCE = {"title": ["T"], "content": [
        {"heading": "A"}, {"p": "one two"}, {"list": ["x", "y"], "style": "bullet"}, {"heading": "B"}, {"p": "one"}]}

    def contents(self, *changes):
        return edits.edited(self.SOURCE, changes)["content"]

    def test_replace_needs_one_place_unless_all(self):
        with self.assertRaises(edits.EditError):
            self.contents({"replace": "one", "with": "1"})
        self.assertEqual(self.contents({"replace": "one", "with": "1", "all": True})[4], {"p": "1"})
        self.assertEqual(self.contents({"replace": "one", "with": "1", "in": "B"})[1], {"p": "one two"})

    def test_delete_takes_the_smallest_thing(self):
        self.assertEqual(self.contents({"delete": "x"})[2]["list"], ["y"])
        self.assertEqual(len(self.contents({"delete": "two"})), 4)

    def test_sections(self):
        self.assertEqual(self.contents({"delete_section": "A"}), [{"heading": "B"}, {"p": "one"}])
        self.assertEqual(self.contents({"replace_section": "B", "with": []})[-1], {"heading": "B"})

    def test_what_does_not_fit_is_an_error(self):
        for change in ({"delete": "zzz"}, {"delete_section": "zzz"}, {"insert": [], "after": "one"}, {"replace": "x"},
                       {"replace": "x", "with": "y", "comma": None}):
            with self.subTest(change), self.assertRaises((edits.EditError, KeyError)):
                self.contents(change)

    def test_the_base_stays_as_it_was(self):
        self.contents({"replace": "two", "with": "2"}, {"delete": "x"})
        self.assertEqual(self.SOURCE["content"][1], {"p": "one two"})


if __name__ == "__main__":
    unittest.main()
