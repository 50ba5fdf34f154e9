"""Copies with comments, from outside: check --annotate."""

import hashlib
import json
import pathlib
import re
import subprocess
import zipfile

from harness import SOURCE, CommandLineTest, main

SAMPLES = SOURCE / "samples"
WANTS_ACTION = ("fail", "ask")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def notes_wanted(report):
    [document] = report["documents"]
    return sum(finding["result"] in WANTS_ACTION for finding in document["findings"])


class Annotate(CommandLineTest):
    def annotate(self, sample, *options):
        """The copy, or None, and the report."""
        form = SAMPLES / sample
        before = digest(form)
        self.run_program("check", str(form), "--annotate", "--format", "json", "--output", f"{self.folder}/", *options)
        self.assertEqual(digest(form), before, "the original stays as it is")
        copies = [path for path in self.folder.iterdir() if path.suffix == form.suffix]
        report = json.loads((self.folder / "report.json").read_text())
        return (copies[0] if copies else None), report

    def test_a_docx_has_a_comment_for_each_finding_to_act_upon(self):
        copy, report = self.annotate("effective-short.docx")
        self.assertEqual(copy.name, "effective-short – ตรวจแล้ว.docx")
        with zipfile.ZipFile(copy) as package, zipfile.ZipFile(SAMPLES / "effective-short.docx") as original:
            self.assertIsNone(package.testzip())
            comments = package.read("word/comments.xml").decode()
            body = package.read("word/document.xml").decode()
            for part in set(original.namelist()) - {"word/document.xml", "[Content_Types].xml",
                                                    "word/_rels/document.xml.rels"}:
                self.assertEqual(package.read(part), original.read(part), part)
            words = "".join(re.findall(r"<w:t[ >][^<]*", original.read("word/document.xml").decode()))
        wanted = notes_wanted(report)
        self.assertGreater(wanted, 0)
        self.assertEqual(comments.count("<w:comment "), wanted)
        for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            self.assertEqual(body.count(f"<w:{mark} "), wanted, mark)
        letters = lambda xml: re.sub(r"<w:t[^>]*>", "", xml)  # noqa: E731
        self.assertEqual(letters("".join(re.findall(r"<w:t[ >][^<]*", body))), letters(words))

    def test_the_copy_reads_like_the_original(self):
        copy, _ = self.annotate("open-missing-sections.docx")
        text = lambda path: self.run_program("text", str(path)).stdout  # noqa: E731
        self.assertEqual(text(copy), text(SAMPLES / "open-missing-sections.docx"))

    def test_a_pdf_has_highlights_and_is_sound(self):
        sample = "effective-involve-only.libreoffice.pdf"
        copy, report = self.annotate(sample)
        checked = subprocess.run(["qpdf", "--check", copy], capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""), checked.stdout)
        listed = json.loads(subprocess.run(["qpdf", "--json", copy], capture_output=True, text=True).stdout)
        kinds = [value["value"].get("/Subtype") for value in listed["qpdf"][1].values()
                 if isinstance(value.get("value"), dict) and value["value"].get("/Type") == "/Annot"]
        self.assertGreaterEqual(len(kinds), notes_wanted(report))
        self.assertIn("/Highlight", kinds)
        plain = lambda path: subprocess.run(["pdftotext", path, "-"], capture_output=True).stdout  # noqa: E731
        self.assertEqual(plain(copy), plain(SAMPLES / sample))

    def test_a_form_with_nothing_to_note_has_no_copy(self):
        copy, report = self.annotate("effective-pass.docx")
        self.assertEqual(notes_wanted(report), 0)
        self.assertIsNone(copy)

    def test_beside_its_form_a_copy_takes_no_name_that_is_taken(self):
        form = self.folder / "แบบ.docx"
        form.write_bytes((SAMPLES / "effective-short.docx").read_bytes())
        theirs = self.folder / "แบบ – ตรวจแล้ว.docx"
        theirs.write_text("mine")
        self.run_program("check", str(form), "--annotate")
        self.assertEqual(theirs.read_text(), "mine")
        self.assertTrue((self.folder / "แบบ – ตรวจแล้ว (2).docx").exists())


if __name__ == "__main__":
    main()
