"""Reports into files and folders, and whether other programs can read them."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import unittest
import urllib.parse
import xml.etree.ElementTree
import zipfile

from harness import SOURCE, CommandLineTest, docx, main, pdf

SPREADSHEET = shutil.which("soffice") or shutil.which("libreoffice")


class Folder(CommandLineTest):
    def test_several_formats_go_into_one_folder(self):
        out = self.folder / "out"
        done = self.run_program("check", self.good_form(), self.file("broken.pdf", "%PDF-1.4"),
                                "--format", "html,csv,xlsx,json,sarif,junit,text", "--output", f"{out}")
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertEqual(sorted(os.listdir(out)),
                         ["broken.pdf.html", "form.docx.html", "report.csv", "report.json", "report.sarif",
                          "report.txt", "report.xlsx", "report.xml"])

    def test_forms_of_the_same_name_keep_reports_of_their_own(self):
        paths = []
        for name in ("a", "b"):
            (self.folder / name).mkdir()
            paths.append(self.file(f"{name}/form.docx", docx([name])))
        out = self.folder / "out"
        self.run_program("check", *paths, "--format", "html,csv", "--output", f"{out}/")
        self.assertEqual(sorted(os.listdir(out)), ["form.docx-2.html", "form.docx.html", "report.csv"])
        rows = list(csv.reader(io.StringIO((out / "report.csv").read_text(encoding="utf-8-sig"))))
        self.assertEqual([row[-1] for row in rows[1:]], ["form.docx.html", "form.docx-2.html"])

    def test_several_formats_need_a_folder(self):
        done = self.run_program("check", self.good_form(), "--format", "html,csv")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--output", done.stderr)

    def test_a_folder_that_cannot_be(self):
        self.file("taken", "x")
        done = self.run_program("check", self.good_form(), "--format", "html,csv", "--output", f"{self.folder}/taken")
        self.assertEqual(done.returncode, 2)
        self.assertIn("taken", done.stderr)

    def test_unknown_format_in_a_list(self):
        done = self.run_program("check", self.good_form(), "--format", "html,doc", "--output", f"{self.folder}/o/")
        self.assertEqual(done.returncode, 2)
        self.assertFalse((self.folder / "o").exists())


class Contents(CommandLineTest):
    def report(self, form, kind, *options):
        path = self.folder / f"report.{kind}"
        self.run_program("check", form, "--format", kind, "--output", str(path), *options)
        return path.read_bytes()

    def test_html_shows_pages_of_a_pdf_and_can_leave_them_out(self):
        form = self.file("form.pdf", pdf("Type of award: Open Governance. Budget 40 baht"))
        with_pictures, without = self.report(form, "html"), self.report(form, "html", "--no-pictures")
        self.assertNotIn(b"data:image", without)
        # Pictures stand there only for pages with evidence.
        self.assertEqual(with_pictures.count(b"data:image"), 1 if b"<use" in with_pictures else 0)

    def test_a_form_with_tags_in_it(self):
        form = self.file("form.docx", docx(["1. ที่มาและสภาพปัญหา &lt;script&gt;alert(1)&lt;/script&gt; มีขยะตกค้างวันละ 40 ตัน"]))
        page = self.report(form, "html").decode()
        self.assertEqual(len(re.findall("<script", page)), 1)

    def test_reports_for_programs_can_be_read(self):
        form = self.good_form("แบบ <&> 1.docx")
        self.assertEqual(json.loads(self.report(form, "sarif"))["version"], "2.1.0")
        suites = xml.etree.ElementTree.fromstring(self.report(form, "junit"))
        self.assertEqual(int(suites.get("tests")), len(suites.findall("testsuite/testcase")))


ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@unittest.skipUnless(SPREADSHEET, "LibreOffice is not installed")
class Workbook(CommandLineTest):
    """The workbook as LibreOffice reads it, a CSV file a sheet."""

    def sheets_of(self, workbook):
        converted = self.folder / "converted"
        shutil.rmtree(converted, ignore_errors=True)
        subprocess.run([SPREADSHEET, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                        ALL_SHEETS, "--outdir", str(converted), str(workbook)],
                       check=False, capture_output=True, timeout=300)
        sheets = {path.stem.removeprefix(f"{workbook.stem}-"): list(csv.reader(io.StringIO(path.read_text("utf-8"))))
                  for path in converted.glob("*.csv")}
        if not sheets:
            self.skipTest("LibreOffice has no Calc")
        return sheets

    def inputs(self):
        samples = [str(SOURCE / "samples" / name) for name in
                   ("effective-pass.docx", "effective-short.docx", "open-missing-sections.docx", "broken.pdf")]
        hostile = [self.file(name, docx(["=HYPERLINK(\"x\") จาก 40 คน เป็น 60 คน เพิ่มขึ้นร้อยละ 33", '"ก", ข;\tค']))
                   for name in ("=1+1.docx", "ก,ข;ค \"ง\".docx", "+cmd|.docx")]
        return samples + hostile

    def test_holds_the_cells_of_the_csv_and_the_findings(self):
        inputs = self.inputs()
        for language, forms, findings in (("th", "แบบสมัคร", "ข้อที่พบ"), ("en", "Forms", "Findings")):
            out = self.folder / language
            self.run_program("check", *inputs, "--format", "csv,xlsx,json,html", "--no-pictures", "--lang", language,
                             "--output", str(out))
            sheets = self.sheets_of(out / "report.xlsx")
            self.assertEqual(set(sheets), {forms, findings})

            table = list(csv.reader(io.StringIO((out / "report.csv").read_text(encoding="utf-8-sig"))))
            self.assertEqual(len(table), len(inputs) + 1)
            self.assertEqual(sheets[forms], [row[:-1] for row in table])  # the link is no cell of a workbook
            for row in sheets[forms][1:] + sheets[findings][1:]:
                for cell in row:
                    self.assertNotRegex(cell, r"^[=+@]", "a formula")

            report = json.loads((out / "report.json").read_text(encoding="utf-8"))
            expected = [(finding["rule"], finding["message"], finding["fingerprint"])
                        for document in report["documents"] for finding in document["findings"]
                        if finding["result"] in ("fail", "ask", "could_not_check")]
            self.assertEqual([(row[1], row[3].lstrip("'"), row[7]) for row in sheets[findings][1:]], expected)

    def test_links_lead_to_the_reports(self):
        out = self.folder / "out"
        self.run_program("check", *self.inputs(), "--format", "xlsx,html", "--no-pictures", "--output", str(out))
        with zipfile.ZipFile(out / "report.xlsx") as workbook:
            relations = xml.etree.ElementTree.fromstring(workbook.read("xl/worksheets/_rels/sheet1.xml.rels"))
        targets = [urllib.parse.unquote(relation.get("Target")) for relation in relations]
        self.assertEqual(sorted(targets), sorted(name for name in os.listdir(out) if name.endswith(".html")))


if __name__ == "__main__":
    main()
