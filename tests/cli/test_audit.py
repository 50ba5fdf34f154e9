"""An audit accounts for every file, and goes on where it was killed."""

import csv
import html
import io
import json
import os
import re
import unicodedata
import zipfile

from audit_harness import Audit
from harness import FORM, docx, main, pdf, zipped


class Accounting(Audit):
    def test_every_file_has_its_row(self):
        self.form("good.docx")
        self.form("sub/copy.docx")
        (self.forms / "cut.pdf").write_bytes(pdf()[:300])
        (self.forms / "empty.pdf").write_bytes(b"")
        (self.forms / "notes.txt").write_text("text")
        self.form("two\nlines.docx", "ก")
        composed = unicodedata.normalize("NFC", "caf\u00e9.docx")
        self.form(composed, "ข")
        self.form(unicodedata.normalize("NFD", composed), "ค")
        os.symlink("loop", self.forms / "loop")
        os.symlink(".", self.forms / "around")
        os.mkfifo(self.forms / "pipe")
        done = self.audit()
        self.assertEqual(done.returncode, 0, done.stderr)
        status = {name: row["status"] for name, row in self.rows().items()}
        self.assertEqual(status, {
            "around": "could_not_check", "caf\u00e9.docx": "checked", "cafe\u0301.docx": "checked",
            "cut.pdf": "could_not_check", "empty.pdf": "could_not_check", "good.docx": "checked",
            "loop": "could_not_check", "notes.txt": "could_not_check", "pipe": "could_not_check",
            "sub/copy.docx": "doubled", "two\nlines.docx": "checked"})
        self.assertEqual(self.rows()["sub/copy.docx"]["same_as"], "good.docx")
        for row in self.rows().values():
            self.assertEqual(bool(row["reason"]), row["status"] == "could_not_check")
            if row["report"]:
                self.assertTrue((self.folder / "out" / row["report"]).exists())

    def test_manifest(self):
        self.form("a.docx")
        self.form("sub/b.docx", "ก")
        self.form("c.docx", "ข")
        manifest = self.file("expected.csv", "\ufeffid,agency,parent,category,file\r\n"
                             '7,"=กรม, ก",กระทรวง,,a.docx\r\n8,กรม ข,,,b.docx\r\n9,กรม ค,,,nothing.docx\r\n')
        self.assertEqual(self.audit("--manifest", manifest).returncode, 0)
        rows = self.rows()
        self.assertEqual({name: (row["id"], row["status"], row["expected"]) for name, row in rows.items()},
                         {"a.docx": ("7", "checked", "yes"), "sub/b.docx": ("8", "checked", "yes"),
                          "c.docx": ("", "checked", "no"), "nothing.docx": ("9", "missing", "yes")})
        self.assertEqual(rows["a.docx"]["agency"], "'=กรม, ก")   # no formula
        self.assertEqual(self.audit("--manifest", self.file("bad.csv", "name,x\n1,2\n")).returncode, 2)

    def test_list(self):
        first, second = self.form("a.docx"), self.form("b.docx", "ก")
        for separator in ("\n", "\0"):
            names = self.file("list", separator.join([str(first), str(second), str(first), "nothing.pdf"]))
            done = self.run_program("audit", names, "--output", str(self.folder / "out"))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual([row["status"] for row in self.rows().values()], ["checked", "checked", "could_not_check"])

    def test_output_within_the_folder_is_no_form(self):
        self.form("a.docx")
        for _ in range(2):
            self.assertEqual(self.audit(output="forms/out").returncode, 0)
            self.assertEqual(list(self.rows("forms/out")), ["a.docx"])


class GoingOn(Audit):
    def test_unchanged_files_are_not_read_again(self):
        for i in range(6):
            self.form(f"{i}.docx", str(i))
        self.assertIn("6 files, 6 to read", self.audit("--lang", "en").stderr)
        reports, stored = self.reports(), self.stored()
        self.assertIn("6 files, 0 to read", self.audit("--lang", "en").stderr)
        self.assertEqual((self.reports(), self.stored()), (reports, stored))
        self.form("3.docx", "changed")
        self.assertIn("6 files, 1 to read", self.audit("--lang", "en").stderr)
        (self.forms / "5.docx").rename(self.forms / "moved.docx")
        self.assertIn("6 files, 0 to read", self.audit("--lang", "en").stderr)
        page = self.folder / "out" / self.rows()["moved.docx"]["report"]
        self.assertIn("<h1 id=\"form-1-title\">moved.docx</h1>", page.read_text(encoding="utf-8"))
        self.assertIn('"path": "moved.docx"', page.with_suffix(".json").read_text(encoding="utf-8"))
        self.assertEqual(len(list((self.folder / "out" / "forms").iterdir())), 12)   # none of the old names
        self.assertIn("6 files, 6 to read", self.audit("--lang", "en", "--closing-date", "2024-01-01").stderr)

    def test_any_number_of_jobs(self):
        for i in range(8):
            self.form(f"{i}.docx", str(i))
        self.audit("--jobs", "1", output="one")
        self.audit("--jobs", "5", output="five")
        self.assertEqual(self.reports("one"), self.reports("five"))
        self.assertEqual(self.stored("one"), self.stored("five"))

    def test_settings_that_change_results_are_not_mixed(self):
        self.form("a.docx")
        finding = self.fingerprint("a.docx")
        waivers = self.file("waivers.yaml", f"- fingerprint: {finding}\n  reason: ยอมรับ\n  who: สำนักงาน\n"
                                            "  until: 2030-01-01\n  file: a.docx\n")
        for arguments in ([], ["--lang", "en"], ["--ocr", "never"], ["--closing-date", "2024-01-01"],
                          ["--waivers", waivers]):
            self.assertEqual(self.files_read(*arguments), 1, arguments)
        self.assertIn("waived", self.rows()["a.docx"].values())
        self.assertEqual(self.files_read("--waivers", waivers), 0)

    def files_read(self, *arguments):
        done = self.audit(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return int(re.findall(r"\d+", done.stderr.splitlines()[0])[1])

    def fingerprint(self, name):
        """Of a finding that quotes nothing or something: of any that fails."""
        _, report = self.check_json(str(self.forms / name))
        return next(finding["fingerprint"] for finding in report["documents"][0]["findings"]
                    if finding["result"] == "fail")


class Since(Audit):
    def test_new_mended_same_worse_gone(self):
        for name, paragraphs in {"same": FORM, "worse": FORM, "mended": FORM[:2], "gone": FORM}.items():
            (self.forms / f"{name}.docx").write_bytes(docx(paragraphs + [name]))
        self.assertEqual(self.audit(output="first").returncode, 0)
        (self.forms / "worse.docx").write_bytes(docx(FORM[:2] + ["worse"]))
        (self.forms / "mended.docx").write_bytes(docx(FORM + ["mended"]))
        (self.forms / "gone.docx").unlink()
        (self.forms / "new.docx").write_bytes(docx(FORM + ["new"]))
        for output in ("second", "first"):   # into another folder, and into the earlier one itself
            done = self.audit("--since", str(self.folder / "first"), output=output)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual({name[:-5]: row["since"] for name, row in self.rows(output).items()},
                             {"same": "same", "worse": "worse", "mended": "mended", "gone": "gone", "new": "new"})
        self.assertEqual(self.audit("--since", str(self.folder / "nowhere")).returncode, 2)


class Overview(Audit):
    def test_every_report_has_every_form(self):
        self.form("<b>&amp;.docx")
        self.form("ข.docx", "ข")
        manifest = self.workbook_of([["file", "รหัส", "หน่วยงาน"], ["ข.docx", 7, "กรม </script>"], ["ไม่ส่ง.pdf", 8, "กรม ข"]])
        self.assertEqual(self.audit("--manifest", manifest).returncode, 0)
        rows = self.rows()
        self.assertEqual({name: (row["id"], row["status"]) for name, row in rows.items()},
                         {"<b>&amp;.docx": ("", "checked"), "ข.docx": ("7", "checked"), "ไม่ส่ง.pdf": ("8", "missing")})
        page = (self.folder / "out" / "overview.html").read_text(encoding="utf-8")
        data = page.split('id="audit-data">')[1].split("</script>")[0]
        self.assertEqual([row[0] for row in json.loads(data)["rows"]], list(rows))
        self.assertIn("กรม \\u003c/script>", data)
        self.assertNotRegex(page, "https?://(?!www.w3.org)")
        for row in rows.values():
            if row["report"]:
                self.assertIn("<!DOCTYPE html>", (self.folder / "out" / row["report"]).read_text(encoding="utf-8"))
        with zipfile.ZipFile(self.folder / "out" / "overview.xlsx") as workbook:
            sheets = [name for name in workbook.namelist() if name.startswith("xl/worksheets/sheet")]
            self.assertEqual(len(sheets), 3)
            self.assertIn("ไม่ส่ง.pdf", workbook.read("xl/worksheets/sheet1.xml").decode("utf-8"))

    def workbook_of(self, rows):
        """The path of a small Excel workbook; texts stand within the cells, some of them shared."""
        cells = ""
        for number, row in enumerate(rows, 1):
            cells += f'<row r="{number}">'
            for column, value in zip("ABC", row):
                if isinstance(value, int):
                    cells += f'<c r="{column}{number}"><v>{value}</v></c>'
                elif value == "file":
                    cells += f'<c r="{column}{number}" t="s"><v>0</v></c>'
                else:
                    cells += f'<c r="{column}{number}" t="inlineStr"><is><t>{html.escape(value)}</t></is></c>'
            cells += "</row>"
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return self.file("expected.xlsx", zipped({
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
                               '<sheet name="a" sheetId="1" r:id="rId9"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId9" Target="worksheets/list.xml"/></Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><r><t>fi</t></r><r><t>le</t></r></si></sst>',
            "xl/worksheets/list.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'}))

    def test_forms_alike(self):
        work = [f"โครงการร่วมกันดูแลคลองบ้านสมมติ กิจกรรมที่ {i} ชาวบ้านช่วยกันเก็บขยะและปลูกต้นไม้ริมน้ำในเดือนที่ {i}" for i in range(30)]
        other = [f"ศูนย์รับเรื่องของตำบลทดสอบ ขั้นที่ {i} เจ้าหน้าที่โทรกลับหาผู้ร้องและนัดวันแก้ไขถนนสายที่ {i}" for i in range(30)]
        (self.forms / "first.docx").write_bytes(docx(FORM + work))
        (self.forms / "again.docx").write_bytes(docx(FORM + [text.replace("2", "๒") for text in reversed(work)]))
        (self.forms / "other.docx").write_bytes(docx(FORM + other))
        blank = self.file("blank.docx", docx(FORM))
        self.assertEqual(self.audit("--blank", blank).returncode, 0)
        self.assertEqual({name: row["alike"] for name, row in self.rows().items()},
                         {"first.docx": "1", "again.docx": "1", "other.docx": ""})
        pairs = list(csv.DictReader(io.StringIO((self.folder / "out" / "alike.csv").read_text(encoding="utf-8-sig"))))
        self.assertEqual([(pair["first"], pair["second"], pair["kind"]) for pair in pairs],
                         [("again.docx", "first.docx", "same_work")])
        self.assertIn("ชาวบ้านช่วยกันเก็บขยะ", (self.folder / "out" / "alike.html").read_text(encoding="utf-8"))
        # and against last year's audit
        (self.forms / "again.docx").unlink()
        (self.forms / "first.docx").rename(self.forms / "this year.docx")
        self.assertEqual(self.audit("--against", str(self.folder / "out"), output="new").returncode, 0)
        pairs = list(csv.DictReader(io.StringIO((self.folder / "new" / "alike.csv").read_text(encoding="utf-8-sig"))))
        self.assertIn(("this year.docx", "again.docx", "earlier"),
                      [(pair["first"], pair["second"], pair["kind"]) for pair in pairs])
        self.assertEqual(self.audit("--against", str(self.folder / "nowhere")).returncode, 2)


if __name__ == "__main__":
    main()
