"""What the tests of audits share: a folder of forms, and all that an audit leaves behind."""

import csv
import io
import pathlib
import sqlite3

from harness import FORM, CommandLineTest, docx


def children_of(process):
    try:
        return [int(pid) for pid in pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    except OSError:
        return []


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
                    for table in ("results", "rules", "findings", "reports", "texts", "files")}
        store.close()
        return rows
