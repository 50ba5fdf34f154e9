"""Whole reports, byte for byte. A change here is read in review like any other change."""

import difflib
import unittest

from samples import REPORTS, kinds, report, report_path, samples


class Reports(unittest.TestCase):
    maxDiff = None

    def test_reports(self):
        for sample in samples():
            for kind in kinds(sample):
                with self.subTest(sample=sample, kind=kind):
                    path = report_path(sample, kind)
                    golden = path.read_text(encoding="utf-8") if path.exists() else ""
                    found = report(sample, kind).decode("utf-8").replace("\r\n", "\n")
                    if found != golden:
                        changes = difflib.unified_diff(golden.splitlines(), found.splitlines(), str(path), "now",
                                                       lineterm="", n=1)
                        self.fail("\n".join(list(changes)[:60]) +
                                  "\nIf this is what it should be: tools/renew-golden, then read the diff")

    def test_no_report_is_left_over(self):
        wanted = {report_path(sample, kind) for sample in samples() for kind in kinds(sample)}
        self.assertEqual(set(REPORTS.iterdir()) - wanted, set())


if __name__ == "__main__":
    unittest.main(verbosity=2)
