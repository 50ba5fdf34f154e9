"""Findings that somebody accepts, and the short report for those who check."""

import json

from jsonschema import Draft202012Validator

from harness import FORM, SOURCE, CommandLineTest, docx, main

WRONG = "ครัวเรือนที่เข้าร่วมเพิ่มขึ้นจาก 40 ครัวเรือน เป็น 60 ครัวเรือน เพิ่มขึ้นร้อยละ 33"
SHORT = [*FORM[:-1], "เริ่มดำเนินการวันที่ 1 ตุลาคม 2566 ถึงปัจจุบัน", "3. ผลการดำเนินงาน", WRONG]


class Waivers(CommandLineTest):
    def all_findings(self, *arguments):
        _, report = self.check_json(*arguments)
        return [finding for finding in report["documents"][0]["findings"] if finding["result"] in ("fail", "ask")]

    def findings(self, *arguments):
        return {finding["rule"]: finding for finding in self.all_findings(*arguments)}

    def waivers(self, *entries):
        """A file of waivers; each entry is a fingerprint and what differs from the usual."""
        items = [{"fingerprint": fingerprint, "reason": "หนังสือยืนยันที่ 12/2567", "who": "กองประเมิน",
                  "until": "2024-12-31", **changes} for fingerprint, changes in entries]
        return self.file("waivers.yaml", json.dumps(items, ensure_ascii=False))

    def states(self, report):
        return [waiver["state"] for waiver in report["waivers"]]

    def test_a_waived_finding_is_shown_and_counts_for_nothing(self):
        form = self.file("form.docx", docx(SHORT))
        failing = [finding for finding in self.all_findings(form)
                   if finding["result"] == "fail" and finding["severity"] != "note"]
        self.assertIn("OPR-1", {finding["rule"] for finding in failing})
        waivers = self.waivers(*((finding["fingerprint"], {"file": "form.docx"}) for finding in failing))
        status, report = self.check_json(form, "--waivers", waivers)
        document = report["documents"][0]
        self.assertEqual((status, document["result"]), (0, "ask"))
        self.assertEqual(self.states(report), ["used"] * len(failing))
        waived = {finding["rule"]: finding["waiver"] for finding in document["findings"] if finding["waiver"]}
        self.assertEqual(waived["OPR-1"], {"reason": "หนังสือยืนยันที่ 12/2567", "who": "กองประเมิน", "until": "2024-12-31"})

        text = self.run_program("check", form, "--waivers", waivers).stdout
        self.assertIn("ยอมรับไว้แล้ว", text)
        self.assertIn("กองประเมิน ยอมรับไว้ เพราะ หนังสือยืนยันที่ 12/2567", text)
        self.assertNotIn("ข้อยกเว้นที่ไม่ได้ใช้", text)

    def test_waivers_of_no_use_are_told(self):
        form = self.file("form.docx", docx(SHORT))
        short = self.findings(form)["OPR-1"]["fingerprint"]
        waivers = self.waivers(("0123456789abcdef", {}), (short, {"until": "2024-02-11"}), (short, {"file": "other.docx"}))
        status, report = self.check_json(form, "--waivers", waivers)
        self.assertEqual(status, 1)
        self.assertEqual(self.states(report), ["unused", "expired", "not_met"])
        text = self.run_program("check", form, "--waivers", waivers, "--lang", "en").stdout
        self.assertIn("no form has this finding", text)
        self.assertIn("expired on 11 February 2024", text)
        self.assertEqual(text.count(short), 1)

    def test_what_quotes_nothing_needs_its_file(self):
        form = self.file("form.docx", docx(FORM))
        missing = self.findings(form)["STAT-1"]
        self.assertEqual(missing["evidence"], [])
        _, report = self.check_json(form, "--waivers", self.waivers((missing["fingerprint"], {})))
        self.assertEqual(self.states(report), ["too_wide"])
        _, report = self.check_json(form, "--waivers", self.waivers((missing["fingerprint"], {"file": "form.docx"})))
        self.assertEqual(self.states(report), ["used"])

    def test_fingerprints_outlive_unrelated_edits(self):
        before = self.findings(self.file("form.docx", docx(SHORT)))
        more = [*SHORT[:3], "เทศบาลประชาสัมพันธ์ผ่านเสียงตามสายและจัดเวทีรับฟังความคิดเห็นทุกหมู่บ้าน", *SHORT[3:], "ขอขอบคุณทุกฝ่าย"]
        after = self.findings(self.file("renamed.docx", docx(more)))
        for rule in ("OPR-1", "STAT-2"):
            self.assertEqual(before[rule]["fingerprint"], after[rule]["fingerprint"])
        corrected = docx([line.replace("ร้อยละ 33", "ร้อยละ 34") for line in SHORT])
        self.assertNotEqual(self.findings(self.file("new.docx", corrected))["STAT-2"]["fingerprint"],
                            before["STAT-2"]["fingerprint"])

    def test_a_faulty_file_is_wrong_use(self):
        form = self.good_form()
        done = self.run_program("check", form, "--waivers", self.file("w.yaml", "- fingerprint: 12\n"))
        self.assertEqual(done.returncode, 2)
        self.assertIn("w.yaml:1:16", done.stderr)
        self.assertEqual(self.run_program("check", form, "--waivers", str(self.folder / "none.yaml")).returncode, 2)

    def test_the_reports_are_valid(self):
        schema = json.loads((SOURCE / "docs" / "report.schema.json").read_text(encoding="utf-8"))
        form = self.file("form.docx", docx(SHORT))
        short = self.findings(form)["OPR-1"]["fingerprint"]
        _, report = self.check_json(form, "--waivers", self.waivers((short, {}), ("0123456789abcdef", {"file": "a.pdf"})))
        self.assertEqual(list(Draft202012Validator(schema).iter_errors(report)), [])
        entries = json.loads((SOURCE / "checks" / "schema" / "waivers.json").read_text(encoding="utf-8"))
        Draft202012Validator(entries).validate(json.loads((self.folder / "waivers.yaml").read_text(encoding="utf-8")))


class Audit(CommandLineTest):
    def test_it_is_short_and_has_fingerprints(self):
        form = self.file("form.docx", docx(SHORT))
        _, report = self.check_json(form)
        audit = self.run_program("check", form, "--for", "audit")
        usual = self.run_program("check", form)
        self.assertEqual(audit.returncode, usual.returncode)
        self.assertLess(len(audit.stdout), len(usual.stdout))
        for finding in report["documents"][0]["findings"]:
            told = finding["result"] in ("fail", "ask", "could_not_check")
            self.assertEqual(finding["fingerprint"] in audit.stdout, told, finding)
        self.assertNotIn("ควรทำอย่างไร", audit.stdout)

    def test_json_is_the_same_for_both(self):
        form = self.good_form()
        self.assertEqual(self.run_program("check", form, "--format", "json", "--for", "audit").stdout,
                         self.run_program("check", form, "--format", "json").stdout)


if __name__ == "__main__":
    main()
