"""An audit accounts for every file, and goes on where it was killed."""

import csv
import io
import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
import unicodedata

from harness import FORM, PROGRAM, CommandLineTest, docx, main, pdf


class Audit(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.forms = self.folder / "forms"
        self.forms.mkdir()

    def form(self, name, extra=""):
        path = self.forms / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(docx(FORM + [extra]))
        return path

    def audit(self, *arguments, output="out", **options):
        return self.run_program("audit", str(self.forms), "--output", str(self.folder / output), *arguments, **options)

    def rows(self, output="out"):
        text = (self.folder / output / "overview.csv").read_text(encoding="utf-8-sig")
        return {row["file"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}

    def reports(self, output="out"):
        """Bytes of all reports by their names below OUT."""
        root = self.folder / output
        return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*"))
                if path.is_file() and not path.name.startswith("audit.sqlite")}

    def stored(self, output="out"):
        """All rows of all tables."""
        with sqlite3.connect(self.folder / output / "audit.sqlite") as store:
            rows = {table: store.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                    for table in ("results", "rules", "files")}
        store.close()
        return rows


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
        row = self.rows()["moved.docx"]
        self.assertIn('"path": "moved.docx"', (self.folder / "out" / row["report"]).read_text(encoding="utf-8"))
        self.assertIn("6 files, 6 to read", self.audit("--lang", "en", "--closing-date", "2024-01-01").stderr)

    def test_killed_at_any_moment(self):
        for i in range(40):
            self.form(f"{i}.docx", str(i))
        self.assertEqual(self.audit(output="whole").returncode, 0)
        chance = random.Random(8)
        command = [PROGRAM, "audit", str(self.forms), "--output", str(self.folder / "out")]
        for _ in range(12):
            environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as audit:
                time.sleep(chance.uniform(0.02, 0.5))
                audit.send_signal(signal.SIGKILL)
        self.assertEqual(self.audit().returncode, 0)
        self.assertEqual(self.reports(), self.reports("whole"))
        self.assertEqual(self.stored(), self.stored("whole"))

    def test_any_number_of_jobs(self):
        for i in range(8):
            self.form(f"{i}.docx", str(i))
        self.audit("--jobs", "1", output="one")
        self.audit("--jobs", "5", output="five")
        self.assertEqual(self.reports("one"), self.reports("five"))
        self.assertEqual(self.stored("one"), self.stored("five"))

    def test_no_room_is_no_loss(self):
        for i in range(6):
            self.form(f"{i}.docx", str(i))
        self.assertEqual(self.audit(output="whole").returncode, 0)
        small = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                         resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)))
        done = self.audit(preexec_fn=small)
        self.assertEqual(done.returncode, 75, done.stderr)
        self.assertIn("out", done.stderr)
        self.assertEqual(self.audit().returncode, 0)
        self.assertEqual(self.reports(), self.reports("whole"))
        self.assertEqual(self.stored(), self.stored("whole"))

    def test_output_that_cannot_be(self):
        self.form("a.docx")
        self.file("occupied", "a file")
        self.assertEqual(self.audit(output="occupied").returncode, 75)


if __name__ == "__main__":
    main()
