"""What every sample must yield (expected.yaml), written by hand before the first run."""

import collections
import json
import unittest

import yaml

from samples import ROOT, check, samples

LEVELS = ["inform", "consult", "involve", "collaborate", "empower"]


def expectations():
    return yaml.safe_load((ROOT / "tests" / "golden" / "expected.yaml").read_text(encoding="utf-8"))


def key_of(sample, expected):
    """A whole file name where that file has an entry of its own, else the name of its source."""
    return sample if sample in expected else sample.split(".")[0]


def results_by_rule(document):
    results = collections.defaultdict(list)
    for finding in document["findings"]:
        results[finding["rule"]].append(finding["result"])
    return dict(results)


def highest(levels):
    return max(levels, key=LEVELS.index, default=None)


class Expected(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.expected = expectations()
        cls.status, cls.documents = {}, {}
        for sample in samples():
            done = check(sample, "--format", "json")
            cls.status[sample] = done.returncode
            cls.documents[sample] = json.loads(done.stdout)["documents"][0]

    def on_each(self, assertions):
        """Runs `assertions` on every sample's name, report and expectation."""
        for sample, document in self.documents.items():
            with self.subTest(sample):
                assertions(sample, document, self.expected[key_of(sample, self.expected)])

    def test_every_sample_is_expected_and_there(self):
        self.assertEqual({key_of(sample, self.expected) for sample in samples()}, set(self.expected))

    def test_overall(self):
        def assertions(sample, document, expected):
            self.assertEqual((document["result"], self.status[sample]), (expected["result"], expected["exit"]))
            if "fault" in expected:
                self.assertEqual(document["reason"]["fault"], expected["fault"])
        self.on_each(assertions)

    def test_rules(self):
        def assertions(_, document, expected):
            results = results_by_rule(document)
            named = expected.get("rules", {})
            self.assertEqual({rule: results.get(rule, []) for rule in named}, named)
        self.on_each(assertions)

    def test_facts(self):
        def assertions(_, document, expected):
            facts = document["facts"]
            if "category" in expected:
                self.assertEqual(document["category"], expected["category"])
            if "stated" in expected:
                self.assertEqual(highest(facts["levels"]["stated"]), expected["stated"])
            for name in ("start", "months"):
                if name in expected:
                    self.assertEqual(facts["operation"][name], expected[name])
        self.on_each(assertions)

    def test_evidence_has_quote_and_place(self):
        def assertions(_, document, __):
            counter = "box" if document["format"] == "pdf" else "paragraph"
            for finding in document["findings"]:
                for evidence in finding["evidence"]:
                    self.assertTrue(evidence["quote"].strip(), finding)
                    self.assertIn(counter, evidence["place"], finding)
        self.on_each(assertions)

    def test_same_form_in_another_format_has_the_same_results(self):
        forms = collections.defaultdict(dict)
        for sample, document in self.documents.items():
            if key_of(sample, self.expected) != sample:   # a file with an entry of its own differs on purpose
                forms[sample.split(".")[0]][sample] = results_by_rule(document)
        for name, results in forms.items():
            first, *others = results
            for other in others:
                with self.subTest(f"{first} and {other}"):
                    self.assertEqual(results[first], results[other])


if __name__ == "__main__":
    unittest.main(verbosity=2)
