"""What became of a PDF's copy with notes: highlights in pixels against the words' boxes, and the rest of the file."""

import dataclasses
import json
import pathlib
import subprocess
import tempfile

from annotationcheck import pixels
from annotationcheck.pdf_file import PdfError, PdfFile, complaints, run

LEAST_OVERLAP = 0.9
LEAST_SIDE = 16        # pixels: pdftoppm fills whole ones, so that thinner boxes are looked at more closely
FINEST_DPI = 400
TO_ACT_UPON = {"fail", "ask"}
LIGHT = (0.299, 0.587, 0.114)  # of red, green and blue, as pdftoppm makes gray of them


@dataclasses.dataclass
class Result:
    name: str
    pages: int = 0
    highlights: int = 0                       # annotations
    notes: int = 0
    overlaps: list = dataclasses.field(default_factory=list)  # of boxes of evidence
    faults: list = dataclasses.field(default_factory=list)
    left_out: str = ""                        # why there is no copy

    @property
    def least(self):
        return min(self.overlaps, default=1.0)


def checked(program, form, folder):
    """The report on a form, and its copy or None."""
    done = subprocess.run([program, "check", form, "--annotate", "--format", "json", "--lang", "en", "--output", f"{folder}/"],
                          capture_output=True, text=True, timeout=600, check=False)
    report = folder / "report.json"
    if not report.exists():
        raise PdfError(f"ruamlint: {done.returncode} {done.stderr.strip()[:300]}")
    copies = sorted(path for path in folder.glob("*.pdf") if path != form)
    said = [line for line in done.stderr.splitlines() if ": no copy" in line]
    return json.loads(report.read_text(encoding="utf-8"))["documents"][0], copies[0] if copies else None, "".join(said)


def finding_of(annotation, findings):
    """The finding whose message and rule a note bears; it is then taken out of the list."""
    for finding in findings:
        if annotation.text.endswith(f"[{finding['rule']}]") and finding["message"] in annotation.text.split("\n")[0]:
            findings.remove(finding)
            return finding
    return None


def boxes_on(finding, page, dpi):
    """Where a finding's evidence stands on a page, in pixels."""
    places = [evidence["place"] for evidence in finding["evidence"]]
    return [tuple(side * dpi / 72 for side in place["box"]) for place in places
            if place.get("page") == page and place.get("box")]


class CopyCheck:
    def __init__(self, original, copy, findings, folder, dpi):
        self.original, self.copy = PdfFile(original), PdfFile(copy)
        self.folder, self.dpi = folder, dpi
        self.annotations = list(self.copy.ours())
        self.findings = self.matched(findings)
        self.faults, self.overlaps = [], []

    def matched(self, findings):
        """The findings by the number of their note."""
        left = [finding for finding in findings if finding["result"] in TO_ACT_UPON and not finding["waiver"]]
        found = {}
        for annotation in self.annotations:
            if annotation.number not in found:
                found[annotation.number] = finding_of(annotation, left)
        self.unwritten = left
        return found

    def run(self):
        for finding in self.unwritten:
            self.faults.append(f"{finding['rule']} has no note")
        for number, finding in self.findings.items():
            if finding is None:
                self.faults.append(f"note {number} belongs to no finding")
        self.compare_files()
        self.compare_pictures()

    def compare_files(self):
        for complaint in sorted(complaints(self.copy.path) - complaints(self.original.path)):
            self.faults.append(f"qpdf --check: {complaint}")
        self.bare = self.copy.with_annotations([], self.folder / "bare.pdf")
        bare = PdfFile(self.bare)
        shape = lambda pdf: [[(pdf.value(reference) or {}).get("/Subtype") for reference in pdf.references(number + 1)]
                             for number in range(len(pdf.pages))]
        if shape(bare) != shape(self.original):
            self.faults.append("without ours, the annotations are not the original's")
        if bare.attachments != self.original.attachments:
            self.faults.append("the attachments are not the original's")
        if [field["fullname"] for field in bare.fields] != [field["fullname"] for field in self.original.fields]:
            self.faults.append("the form's fields are not the original's")
        text = run("pdftotext", self.original.path, "-").stdout
        if run("pdftotext", self.copy.path, "-").stdout != text or run("pdftotext", self.bare, "-").stdout != text:
            self.faults.append("the text is not the original's")

    def dpi_for(self, page):
        boxes = [box for finding in self.findings.values() if finding for box in boxes_on(finding, page, 72)]
        thinnest = min((min(box[2] - box[0], box[3] - box[1]) for box in boxes), default=LEAST_SIDE)
        return min(FINEST_DPI, max(self.dpi, int(72 * LEAST_SIDE / max(1, thinnest))))

    def compare_pictures(self):
        for page in sorted({annotation.page for annotation in self.annotations}):
            dpi = self.dpi_for(page)
            before = pixels.page_picture(self.bare, page, dpi)
            if before != pixels.page_picture(self.original.path, page, dpi):
                self.faults.append(f"page {page} without our annotations looks otherwise than the original's")
            spots = []
            for annotation in self.annotations:
                if annotation.page == page:
                    runs = list(self.painted(annotation, before, dpi))
                    if annotation.kind == "Highlight":
                        self.compare_boxes(annotation, runs, dpi)
                    else:
                        spots.append(self.spot(annotation, runs))
            if any(pixels.overlap(a, b) > 0 for i, a in enumerate(spots) for b in spots[:i]):
                self.faults.append(f"notes of page {page} cover one another")

    def painted(self, annotation, before, dpi):
        alone = self.copy.with_annotations([annotation], self.folder / "alone.pdf")
        share = 1 - sum(part * light for part, light in zip(annotation.colour, LIGHT))
        return pixels.painted_runs(before, pixels.page_picture(alone, annotation.page, dpi), share)

    def compare_boxes(self, annotation, runs, dpi):
        finding = self.findings[annotation.number]
        boxes = boxes_on(finding, annotation.page, dpi) if finding else []
        if not boxes:   # evidence that goes on from the page before
            if not runs:
                self.faults.append(f"nothing shows of note {annotation.number} on page {annotation.page}")
            return
        for box, extent in zip(boxes, pixels.painted_extents(runs, boxes)):
            self.overlaps.append(pixels.overlap(box, extent))
            if self.overlaps[-1] < LEAST_OVERLAP:
                self.faults.append(f"{finding['rule']} on page {annotation.page}: overlap {self.overlaps[-1]:.3f}")

    def spot(self, annotation, runs):
        extent = pixels.Extent()
        for y, begin, end in runs:
            extent.add(begin, y, end, y + 1)
        if extent.box is None:
            self.faults.append(f"nothing shows of note {annotation.number} on page {annotation.page}")
        return extent.box


def measure(program, form, name, dpi):
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        document, copy, said = checked(program, form, folder)
        if copy is None:
            return Result(name, left_out=document["reason"] or said or "nothing to note")
        check = CopyCheck(form, copy, document["findings"], folder, dpi)
        check.run()
        kinds = [annotation.kind for annotation in check.annotations]
        return Result(name, len(check.copy.pages), kinds.count("Highlight"), kinds.count("Text"), check.overlaps,
                      check.faults)


def turned(form, rotation, path):
    """The form with its pages turned, cut off at the edges unevenly, and with a user unit of its own."""
    pdf = PdfFile(form)
    changed = {}
    for number in range(1, len(pdf.pages) + 1):
        page = pdf.page(number)
        box = pdf.value(page.get("/CropBox") or page.get("/MediaBox")) or [0, 0, 595, 842]
        cut = [box[0] + 7, box[1] + 11, box[2] - 13, box[3] - 5]
        changed[number] = {**page, "/Rotate": (page.get("/Rotate", 0) + rotation) % 360, "/CropBox": cut, "/UserUnit": 1.5}
    return pdf.with_pages(changed, path)
