"""PDF files by way of qpdf's JSON: what annotations they have, and copies with others."""

import dataclasses
import json
import re
import subprocess
import tempfile

OURS = re.compile(r"ruamlint-(\d+)-\d+(-\d+)?")
QPDF_WARNED = 3


class PdfError(Exception):
    pass


@dataclasses.dataclass
class Annotation:
    reference: str
    page: int          # from 1
    number: int        # which of the report's notes it belongs to
    kind: str          # "Highlight" or "Text"
    text: str
    colour: list


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, timeout=300, check=False)
    if done.returncode not in (0, QPDF_WARNED):
        raise PdfError(f"{command[0]}: {done.stderr.decode('utf-8', 'replace').strip()[:300]}")
    return done


def complaints(path):
    """What `qpdf --check` has against a file."""
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, timeout=300, check=False)
    said = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()
    # Offsets and object numbers are other ones in a copy.
    return {re.sub(r"^.*?: |\d+", "", line) for line in said if line.startswith(("WARNING", "ERROR")) or "rror:" in line}


class PdfFile:
    def __init__(self, path):
        self.path = path
        read = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", "--json-key=attachments",
                              "--json-key=acroform", "--json-stream-data=none", "--no-warn", path).stdout)
        self.header, self.objects = read["qpdf"]
        self.pages = [page["object"] for page in read["pages"]]
        self.attachments, self.fields = sorted(read["attachments"]), read["acroform"]["fields"]

    def value(self, reference):
        """An object; what is none of its own is its own value."""
        if isinstance(reference, str) and re.fullmatch(r"\d+ \d+ R", reference):
            return self.objects.get(f"obj:{reference}", {}).get("value")
        return reference

    def page(self, number):
        return self.value(self.pages[number - 1])

    def references(self, number):
        listed = self.value(self.page(number).get("/Annots"))
        return listed if isinstance(listed, list) else []

    def is_ours(self, reference):
        annotation = self.value(reference)
        if not isinstance(annotation, dict):
            return False
        if annotation.get("/Subtype") == "/Popup":
            annotation = self.value(annotation.get("/Parent")) or {}
        return bool(OURS.fullmatch(str(annotation.get("/NM", "")).removeprefix("u:")))

    def others(self, number):
        """The annotations of a page that are not ours."""
        return [reference for reference in self.references(number) if not self.is_ours(reference)]

    def ours(self):
        for number in range(1, len(self.pages) + 1):
            for reference in self.references(number):
                entries = self.value(reference)
                if self.is_ours(reference) and entries["/Subtype"] != "/Popup":
                    yield Annotation(reference, number, int(OURS.fullmatch(entries["/NM"][2:])[1]), entries["/Subtype"][1:],
                                     entries.get("/Contents", "u:")[2:].replace("\r", "\n"), entries["/C"])

    def with_pages(self, changed, path):
        """A copy at `path` in which the pages (by number) have these dictionaries."""
        values = {f"obj:{self.pages[number - 1]}": {"value": page} for number, page in changed.items()}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as update:
            json.dump({"qpdf": [self.header, values]}, update)
            update.flush()
            run("qpdf", "--no-warn", self.path, f"--update-from-json={update.name}", path)
        return path

    def with_annotations(self, kept, path):
        """A copy with no annotations of ours but `kept`."""
        changed = {}
        for number in range(1, len(self.pages) + 1):
            listed = self.others(number) + [annotation.reference for annotation in kept if annotation.page == number]
            if len(listed) != len(self.references(number)):
                changed[number] = {**self.page(number), "/Annots": listed}
        return self.with_pages(changed, path)
