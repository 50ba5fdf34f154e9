"""The cases that the source document itself decides (cases.yaml), made into Word files and checked by the program: as
they stand, and with their text damaged as this family of documents is damaged in the wild (damage.py)."""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import yaml

import damage

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tools"))

from formcorpus import edits   # noqa: E402
from samplemaker import form as sample_form   # noqa: E402
from samplemaker import word_file   # noqa: E402

LOOK = {"font": "Sarabun", "size_pt": 14, "headings": "decimal", "ticks": "text", "fields": "lines"}
CLOSING_DATE = "2024-02-12"
LOCAL_GOVERNMENTS = " ".join(f"องค์การบริหารส่วนตำบลสมมติ{letter}" for letter in "กขคงจฉชซญฐฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฎฏฆ")
DEFINITE = {"pass", "fail"}


def load_cases():
    return yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8").replace("{forty}", LOCAL_GOVERNMENTS))


def source_of(case):
    form = yaml.safe_load((HERE / f"{case['form']}.yaml").read_text(encoding="utf-8"))
    return edits.edited(form, case["edits"])


def write_docx(source, path):
    text = yaml.safe_dump({**source, "look": LOOK, "language": "th", "keep": ["docx"]}, allow_unicode=True)
    path.with_suffix(".yaml").write_text(text, encoding="utf-8")
    path.write_bytes(word_file.docx(sample_form.load(path.with_suffix(".yaml"))))


def check(paths):
    """The documents of the report, in the order of the paths."""
    done = subprocess.run([os.environ["RUAMLINT"], "check", *paths, "--format", "json", "--lang", "th",
                           "--closing-date", CLOSING_DATE],
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return json.loads(done.stdout)["documents"]


def findings_by_rule(document):
    findings = collections.defaultdict(list)
    for finding in document["findings"]:
        findings[finding["rule"]].append(finding)
    return findings


def results(document):
    """Rule to the set of its results."""
    return {rule: {finding["result"] for finding in findings} for rule, findings in findings_by_rule(document).items()}


def failed(document, severities):
    return {finding["rule"] for finding in document["findings"]
            if finding["result"] == "fail" and finding["severity"] in severities}


class Cases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cases = load_cases()
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.documents = cls.check_all("plain", lambda source: source)

    @classmethod
    def check_all(cls, name, change):
        """Every case's report, its source changed first."""
        paths = []
        for number, case in enumerate(cls.cases, 1):
            paths.append(pathlib.Path(cls.folder.name) / f"{name}-{number}.docx")
            write_docx(change(source_of(case)), paths[-1])
        return dict(zip((case["name"] for case in cls.cases), check(paths)))

    def on_each_case(self, assertion):
        for case in self.cases:
            with self.subTest(case["name"]):
                assertion(case, self.documents[case["name"]])

    def test_there_are_fifteen(self):
        self.assertEqual([case["name"].split()[0] for case in self.cases], [str(i) for i in range(1, 16)])

    def test_rules_end_as_the_source_says(self):
        def assertion(case, document):
            found = results(document)
            for rule, accepted in case["rules"].items():
                self.assertTrue(found.get(rule) and found[rule] <= set(accepted), (rule, found.get(rule), accepted))
        self.on_each_case(assertion)

    def test_only_what_is_named_fails_as_an_error(self):
        def assertion(case, document):
            self.assertEqual(failed(document, {"error"}) - set(case.get("errors", [])), set())
        self.on_each_case(assertion)

    def test_messages_say_what_was_computed(self):
        def assertion(case, document):
            findings = findings_by_rule(document)
            for rule, wanted in case.get("messages", {}).items():
                self.assertIn(wanted, " ".join(finding["message"] for finding in findings[rule]))
        self.on_each_case(assertion)

    def test_as_many_defects_as_there_are(self):
        def assertion(case, document):
            findings = findings_by_rule(document)
            for rule, count in case.get("defects", {}).items():
                self.assertEqual(len(findings[rule]), count, findings[rule])
        self.on_each_case(assertion)

    def test_a_right_form_has_nothing_above_a_remark(self):
        def assertion(case, document):
            if not case.get("clean"):
                return
            self.assertEqual(document["result"], "pass")
            above = [finding for finding in document["findings"]
                     if finding["result"] in ("fail", "ask") and finding["severity"] != "note"]
            self.assertEqual(above, [])
        self.on_each_case(assertion)

    def test_damaged_text_yields_the_same_or_nothing(self):
        for name, change in damage.KINDS.items():
            damaged = self.check_all(name, lambda source, change=change: damage.changed(source, change))
            for case in self.cases:
                with self.subTest(case["name"], damage=name):
                    plain, hurt = self.documents[case["name"]], damaged[case["name"]]
                    self.assertLessEqual(failed(hurt, {"error"}), failed(plain, {"error"}))
                    self.assert_same_or_less(results(plain), results(hurt))

    def assert_same_or_less(self, plain, hurt):
        """No rule is passed or failed that was not before."""
        new = {rule: found & DEFINITE - plain.get(rule, set()) for rule, found in hurt.items()}
        self.assertEqual({rule: found for rule, found in new.items() if found}, {})


if __name__ == "__main__":
    unittest.main()
