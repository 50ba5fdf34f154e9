"""The programs that make PDFs of a form: LibreOffice, Chromium, and a scanner that is played."""

import io
import pathlib
import re
import shutil
import subprocess
import tempfile

SCAN_DPI = 300


class ProducerError(Exception):
    pass


def run(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        raise ProducerError(f"{command[0]} failed:\n{done.stderr.strip() or done.stdout.strip()}")


def needed(program, package):
    if shutil.which(program) is None:
        raise ProducerError(f"{program} is not installed (apt-get install {package})")
    return program


def pinned(pdf):
    """The same PDF with fixed dates and file id; lengths stay, so every offset in it stays right."""
    pdf = re.sub(rb"\(D:\d{14}", b"(D:20240201090000", pdf)
    return re.sub(rb"<[0-9A-Fa-f]{32}>(?=\s*<[0-9A-Fa-f]{32}>|\s*\])",
                  b"<" + b"0" * 31 + b"1>", re.sub(rb"/DocChecksum /[0-9A-F]{32}", b"/DocChecksum /" + b"0" * 32, pdf))


def libreoffice_pdf(docx, tagged=False):
    kind = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' if tagged else "pdf"
    program = needed("soffice", "libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "form.docx")
        source.write_bytes(docx)
        run([program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
             "--outdir", folder, str(source)])
        return pinned(source.with_suffix(".pdf").read_bytes())


def chromium_pdf(html):
    program = needed("chromium", "chromium")
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "form.html"), pathlib.Path(folder, "form.pdf")
        source.write_text(html, encoding="utf-8")
        run([program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
             "--no-first-run", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
             f"--print-to-pdf={target}", source.as_uri()])
        return pinned(target.read_bytes())


def scanned(page, angle, seed):
    """A page's picture as a flat-bed scanner with a worn glass gives it."""
    import numpy
    from PIL import Image, ImageFilter

    noise = numpy.random.default_rng(seed)
    page = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(0.6))
    pixels = numpy.asarray(page, dtype=numpy.float32)
    height, width = pixels.shape
    light = 244 - 10 * numpy.linspace(0, 1, width)[None, :] ** 2   # paper, darker towards the lid's hinge
    pixels = pixels / 255 * (light - 28) + 28
    pixels += noise.normal(0, 3.2, pixels.shape)
    for _ in range(60):
        y, x = noise.integers(height - 4), noise.integers(width - 4)
        pixels[y:y + noise.integers(1, 4), x:x + noise.integers(1, 4)] = noise.integers(90, 200)
    out = io.BytesIO()
    picture = Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))
    picture.save(out, "JPEG", quality=45, dpi=(SCAN_DPI, SCAN_DPI), optimize=True)
    return out.getvalue()


def scan_pdf(pdf):
    """Every page of `pdf` printed and scanned: pictures and nothing else."""
    import datetime

    import img2pdf
    from PIL import Image

    needed("pdftoppm", "poppler-utils")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "form.pdf")
        source.write_bytes(pdf)
        run(["pdftoppm", "-r", str(SCAN_DPI), "-gray", str(source), f"{folder}/page"])
        pages = []
        for number, path in enumerate(sorted(pathlib.Path(folder).glob("page*.pgm"))):
            with Image.open(path) as page:
                pages.append(scanned(page.convert("L"), (0.55, -0.45, 0.65)[number % 3], seed=number))
    then = datetime.datetime(2024, 2, 1, 9, 0, tzinfo=datetime.timezone.utc)
    return pinned(img2pdf.convert(pages, creationdate=then, moddate=then, producer="ScanBox 300"))
