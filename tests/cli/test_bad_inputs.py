"""Whatever a file is, it gets one clear line, and the others are still checked."""

import os
import pathlib
import subprocess

from harness import DOCX_PARTS, PROGRAM, CommandLineTest, docx, main, pdf, zipped

OLE2 = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


class BadInputs(CommandLineTest):
    def assert_refused(self, path, *faults):
        """`path` ends in one of the faults, is told in one line, and a good form beside it is checked."""
        good = self.good_form()
        status, report = self.check_json(path, good)
        self.assertEqual(status, 3)
        bad, checked = report["documents"]
        self.assertEqual(bad["path"], path)
        self.assertEqual(bad["status"], "could_not_check")
        self.assertEqual(bad["result"], "could_not_check")
        self.assertIn(bad["reason"]["fault"], faults)
        self.assertEqual(bad["findings"], [])
        self.assertEqual(checked["status"], "checked")
        self.assertTrue(checked["findings"])

        for language in ("th", "en"):
            done = self.run_program("check", path, good, "--lang", language)
            self.assertEqual(done.returncode, 3)
            lines = [line for line in done.stdout.splitlines() if line.startswith(path + ": ")]
            self.assertEqual(len(lines), 1, done.stdout)
            self.assertNotIn("{", lines[0])
            self.assertEqual(done.stderr, "")

        text = self.run_program("text", path, good, "--lang", "en")
        self.assertEqual(text.returncode, 3)
        self.assertEqual(len(text.stderr.splitlines()), 1)
        self.assertTrue(text.stderr.startswith(f"ruamlint: {path}: "))
        self.assertIn("2564", text.stdout)

    def test_missing(self):
        self.assert_refused(str(self.folder / "no such form.pdf"), "not_found")

    def test_folder(self):
        folder = self.folder / "forms"
        folder.mkdir()
        self.assert_refused(str(folder), "is_directory")

    def test_empty(self):
        self.assert_refused(self.file("empty.docx", b""), "empty_file")

    def test_text_named_pdf(self):
        self.assert_refused(self.file("form.pdf", "ที่มาและสภาพปัญหา\n" * 20), "wrong_extension")

    def test_truncated_pdf(self):
        whole = pdf()
        self.assert_refused(self.file("cut.pdf", whole[: whole.index(b"3 0 obj")]), "damaged")

    def test_encrypted_pdf(self):
        plain, locked = self.file("plain.pdf", pdf()), str(self.folder / "locked.pdf")
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", plain, locked], check=True)
        self.assert_refused(locked, "encrypted")

    def test_zip_that_is_no_docx(self):
        self.assert_refused(self.file("photos.zip", zipped({"a.txt": "ก"})), "not_a_form")

    def test_zip_named_docx(self):
        self.assert_refused(self.file("form.docx.docx", zipped({"a.txt": "ก"})), "not_a_form", "wrong_extension")

    def test_old_word(self):
        self.assert_refused(self.file("form.doc", OLE2), "old_word")

    def test_truncated_docx(self):
        whole = docx(["ก" * 1000])
        self.assert_refused(self.file("cut.docx", whole[: len(whole) // 2]), "damaged")

    def test_word_file_with_a_password(self):
        stream = "EncryptedPackage".encode("utf-16-le")
        self.assert_refused(self.file("locked.docx", OLE2 + stream + bytes(1024 - len(stream))), "encrypted")

    def test_other_office_files(self):
        odt = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
        self.assert_refused(self.file("form.odt", odt), "other_office")
        self.assert_refused(self.file("form.rtf", r"{\rtf1\ansi form}"), "other_office")

    def test_word_file_without_words(self):
        self.assert_refused(self.file("blank.docx", docx([])), "no_text")

    def test_word_file_with_entities(self):
        parts = dict(DOCX_PARTS)
        parts["word/document.xml"] = (
            '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>")
        self.assert_refused(self.file("entities.docx", zipped(parts)), "damaged")

    def test_picture_cut_off(self):
        self.assert_refused(self.file("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(40)), "damaged")

    def test_too_large(self):
        path = self.folder / "huge.pdf"
        with path.open("wb") as file:
            file.truncate(4 << 30)   # a hole: takes no room on the disk
        self.assert_refused(str(path), "too_large")

    def test_links_in_a_circle(self):
        path = self.folder / "link.pdf"
        path.symlink_to(path)
        self.assert_refused(str(path), "not_found")

    def test_names_that_break_lines_stay_in_one(self):
        path = self.folder / "two\nlines\x1b[31m.pdf"
        path.write_bytes(b"")
        done = self.run_program("check", str(path), "--quiet")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertNotIn("\x1b", done.stdout)

    def test_named_pipe(self):
        path = str(self.folder / "pipe.pdf")
        os.mkfifo(path)
        self.assert_refused(path, "not_a_form", "damaged")

    def test_no_permission(self):
        path, good = self.file("secret.docx", docx(["ก"])), self.good_form()
        pathlib.Path(path).chmod(0)
        options = {}
        if os.geteuid() == 0:
            options = {"user": 65534, "group": 65534, "extra_groups": []}   # root may read everything
        try:
            done = self.run_program("check", path, good, "--format", "json", **options)
        except PermissionError:
            self.skipTest(f"an ordinary user may not run {PROGRAM}")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn('"fault": "no_permission"', done.stdout)
        self.assertIn('"status": "checked"', done.stdout)
        self.assertTrue(done.stderr.startswith(f"ruamlint: {path}: "))

    def test_all_at_once(self):
        bad = [self.file("empty.pdf", b""), str(self.folder), str(self.folder / "none")]
        good = self.good_form()
        status, report = self.check_json(*bad, good, *bad, "--jobs", "3")
        self.assertEqual(status, 3)
        self.assertEqual([document["path"] for document in report["documents"]], [*bad, good, *bad])
        self.assertEqual(report["summary"]["could_not_check"], 6)


if __name__ == "__main__":
    main()
