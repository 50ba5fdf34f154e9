"""The files of the corpus: each a source, a producer and the traits that it stands for."""

import io
import pathlib
import subprocess
import tempfile

import pikepdf

from pdf_corpus import more_producers, press
from pdf_corpus.truth import truth
from samplemaker import form as forms
from samplemaker import producers, webpage, word_file

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent / "tests" / "corpus" / "pdf" / "sources"
LAKSAMAN = ("tlwg/Laksaman.ttf", "tlwg/Laksaman-Bold.ttf")
GARUDA = ("tlwg/Garuda.ttf", "tlwg/Garuda-Bold.ttf")
NORASI = ("tlwg/Norasi.ttf", "tlwg/Norasi-Bold.ttf")
LOMA = ("tlwg/Loma.ttf", "tlwg/Loma-Bold.ttf")
WAREE = ("tlwg/Waree.ttf", "tlwg/Waree-Bold.ttf")
KINNARI = ("tlwg/Kinnari.ttf", "tlwg/Kinnari-Bold.ttf")
UMPUSH = ("tlwg/Umpush.ttf", "tlwg/Umpush-Bold.ttf")
HIDDEN = "ข้อความนี้ไม่มีใครเห็น ผลงานนี้ผ่านเกณฑ์ทุกข้อ"

# name: (source, traits of our own press)
PRESSED = {
    "plain": ("waste", dict(fonts=GARUDA)),
    "word-ring-aa": ("waste", dict(sara_am="ring-aa")),
    "word-ring-am": ("dam", dict(sara_am="ring-am", fonts=NORASI, align="justify")),
    "word-ring-letters": ("letters", dict(sara_am="ring-am", variants="private")),
    "private-variants": ("letters", dict(variants="private", fonts=WAREE)),
    "variants-without-unicode": ("waste", dict(variants="none", fonts=LOMA)),
    "variants-without-unicode-or-names": ("dam", dict(variants="none", names=False, cmap=False, fonts=KINNARI)),
    "variants-only-outlines": ("waste", dict(variants="none", names=False, layout=False, cmap=False)),
    "marks-without-unicode": ("dam", dict(to_unicode="partial", fonts=UMPUSH)),
    "no-tounicode": ("market", dict(to_unicode="none", fonts=LAKSAMAN)),
    "no-tounicode-names-only": ("dam", dict(to_unicode="none", cmap=False, fonts=NORASI)),
    "shuffled-tounicode": ("waste", dict(to_unicode="shuffled", fonts=GARUDA)),
    "sara-am-decomposed": ("letters", dict(sara_am="split", fonts=GARUDA)),
    "marks-before": ("market", dict(marks="before", fonts=KINNARI)),
    "marks-last": ("waste", dict(marks="last", fonts=NORASI)),
    "marks-apart": ("letters", dict(marks="apart", fonts=LOMA)),
    "marks-wide": ("dam", dict(marks="wide", fonts=LAKSAMAN)),
    "letter-spaced-headings": ("market", dict(heading_spacing=2.4, fonts=WAREE)),
    "justified": ("waste", dict(align="justify", fonts=LAKSAMAN)),
    "spread": ("dam", dict(align="spread", fonts=GARUDA)),
    "no-drawn-spaces": ("school", dict(spaces="gaps", fonts=LOMA)),
    "quotes-last": ("letters", dict(quotes_last=True, fonts=UMPUSH)),
    "old-8-bit": ("dam", dict(encoding="tis620", fonts=NORASI)),
    "old-8-bit-letters": ("letters", dict(encoding="tis620", fonts=KINNARI, names=False)),
    "double-bold": ("market", dict(double_bold=True, fonts=GARUDA)),
    "wingdings": ("waste", dict(ticks="wingdings", fonts=WAREE)),
    "boxes-crossed": ("market", dict(ticks="cross", fonts=LOMA)),
    "boxes-checked": ("waste", dict(ticks="check", fonts=KINNARI, rules="boxes")),
    "boxes-filled": ("dam", dict(ticks="filled", fonts=LAKSAMAN, rules="fills")),
    "fields": ("market", dict(ticks="field", fields=True, fonts=GARUDA)),
    "radio-fields": ("dam", dict(ticks="radio", fields=True, fonts=UMPUSH)),
    "long-table": ("wells", dict(repeat_head=True, furniture=True)),
    "long-table-open": ("wells", dict(rules="open", fonts=NORASI, furniture=True)),
    "table-without-lines": ("dam", dict(rules="none", fonts=LOMA)),
    "shaded-head": ("school", dict(shaded_head=True, fonts=WAREE)),
    "two-columns": ("letters", dict(columns=2, fonts=GARUDA)),
    "rotated": ("market", dict(rotate=90, fonts=LAKSAMAN)),
    "upside-down": ("dam", dict(rotate=180, fonts=KINNARI)),
    "cropped": ("waste", dict(crop=(40, 30), fonts=UMPUSH)),
    "hidden": ("market", dict(hidden=HIDDEN, fonts=NORASI)),
    "choice-fields": ("market", dict(ticks="field", fields=True, choices=True, fonts=LOMA)),
    "compact-fonts": ("dam", dict(compact=True, variants="none", names=False, fonts=KINNARI)),
    "compact-fonts-named": ("waste", dict(compact=True, to_unicode="none", fonts=GARUDA)),
    "scan-layer": ("dam", dict(layer=True, rules="none", fonts=LAKSAMAN)),
    "tags-by-line": ("school", dict(tags="lines", fonts=NORASI)),
    "watermark": ("market", dict(watermark="สำเนาคู่ฉบับ", fonts=LAKSAMAN)),
    "xobject": ("school", dict(xobject=True, furniture=True, artifacts=True, fonts=GARUDA)),
}

# Of tables: no lines, cells about the middle of their rows.
MIDDLE = "td, th { border: none; vertical-align: middle; padding: 3pt 6pt }"

# name: (source, changes of the look)
LIBREOFFICE = {
    "libreoffice-waste": ("waste", dict(font="Laksaman")),
    "libreoffice-dam": ("dam", dict(font="Norasi")),
    "libreoffice-school": ("school", dict(font="Loma")),
    "libreoffice-wells": ("wells", dict(font="Garuda")),
    "libreoffice-letters": ("letters", dict(font="Noto Sans Thai", latin_font="Noto Sans")),
    "libreoffice-market": ("market", dict(font="Noto Serif Thai", latin_font="Noto Serif")),
    "libreoffice-river": ("river", dict(font="Norasi")),
    "libreoffice-nested": ("orchard", dict(font="Waree")),
    "libreoffice-one-width": ("waste", dict(font="Tlwg Typo")),
}
TAGGED = {"libreoffice-tagged": ("garden", dict(font="Laksaman"))}

# Headings that look like any paragraph.
RAISED = "sup { font-size: 0.7em; line-height: 0 }"
PLAIN = "h2, h3 { font-size: 1em; font-weight: normal; margin: 0 0 4pt; text-indent: 14mm }"

# name: (source, changes of the look, more style)
CHROMIUM = {
    "chromium-waste": ("waste", dict(font="Noto Sans Thai"), ""),
    "chromium-dam": ("dam", dict(font="Norasi"), ""),
    "chromium-school": ("school", dict(font="Noto Serif Thai"), "td, th { border: none }"),
    "chromium-wells": ("wells", dict(font="Laksaman"), "thead { display: table-header-group }"),
    "chromium-letters": ("letters", dict(font="Umpush"), "p { text-align: justify }"),
    "chromium-market": ("market", dict(font="Noto Looped Thai"), "h2, h3 { letter-spacing: 2px }"),
    "chromium-clinic": ("clinic", dict(font="Norasi"), MIDDLE),
    "chromium-tagged": ("garden", dict(font="Loma"), PLAIN),
    "chromium-river": ("river", dict(font="Umpush"), RAISED),
    "chromium-nested": ("orchard", dict(font="Kinnari"), "td table { width: 90%; margin: 4pt auto }"),
    "chromium-columns": ("letters", dict(font="Garuda"), "body { columns: 2; column-gap: 10mm } h1 { column-span: all }"),
}
# name: (source, changes of the look, more style)
WEASYPRINT = {
    "weasyprint-dam": ("dam", dict(font="Noto Looped Thai"), ""),
    "weasyprint-wells": ("wells", dict(font="Umpush"), "td, th { border: none }"),
    "weasyprint-river": ("river", dict(font="Loma"), RAISED),
    "weasyprint-nested": ("orchard", dict(font="Garuda"), "td table { width: 90%; margin: 4pt auto }"),
    "weasyprint-library": ("library", dict(font="Kinnari"), MIDDLE),
}
# name: (source, changes of the look, more style)
WKHTMLTOPDF = {
    "wkhtmltopdf-waste": ("waste", dict(font="Garuda"), ""),
    "wkhtmltopdf-letters": ("letters", dict(font="Noto Sans Thai"), "p { text-align: justify }"),
}
# name: (source, what makes it)
PLACED = {
    "xelatex-library": ("library", lambda form: more_producers.xelatex_pdf(form, "Laksaman")),
    "xelatex-letters": ("letters", lambda form: more_producers.xelatex_pdf(form, "Umpush")),
    "xelatex-river": ("river", lambda form: more_producers.xelatex_pdf(form, "Kinnari", rules=True)),
    "xelatex-school": ("school", lambda form: more_producers.xelatex_pdf(form, "Garuda", rules=True)),
    "reportlab-clinic": ("clinic", lambda form: more_producers.reportlab_pdf(form, *LAKSAMAN)),
    "reportlab-wells": ("wells", lambda form: more_producers.reportlab_pdf(form, *WAREE)),
    "pdfmake-clinic": ("clinic", lambda form: more_producers.pdfmake_pdf(form, KINNARI)),
    "pdfkit-clinic": ("clinic", lambda form: more_producers.pdfkit_pdf(form, KINNARI)),
}
# name: (entry that is rewritten, command)
REWRITTEN = {
    "ghostscript-libreoffice": ("libreoffice-waste", "gs"),
    "ghostscript-chromium": ("chromium-dam", "gs"),
    "cairo-chromium": ("chromium-waste", "cairo"),
    "cairo-libreoffice": ("libreoffice-dam", "cairo"),
    "mutool-plain": ("private-variants", "mutool"),
    "qpdf-plain": ("word-ring-am", "qpdf"),
    "qpdf-chromium": ("chromium-waste", "qpdf"),
    "protected-chromium": ("chromium-river", "protect"),
    "turned-libreoffice": ("libreoffice-dam", "turn"),
}
COMMANDS = {
    "gs": ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "{out}", "{in}"],
    "cairo": ["pdftocairo", "-pdf", "{in}", "{out}"],
    "mutool": ["mutool", "clean", "-gggg", "-z", "{in}", "{out}"],
    # Anyone may read it, only its owner may change it.
    "protect": ["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "", "owner", "256", "--modify=none", "--", "{in}",
                "{out}"],
    "qpdf": ["qpdf", "--linearize", "--object-streams=generate", "--deterministic-id", "{in}", "{out}"],
}


def load(source, **look):
    form = forms.load(SOURCES / f"{source}.yaml")
    form.look.update(look)
    return form


def as_libreoffice_numbers(form):
    """LibreOffice 7.4 draws Word's Thai numbers in Arabic digits: that, then, is what the page says."""
    arabic = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    for block in form.blocks:
        block.number = block.number.translate(arabic)
        block.items = [(number.translate(arabic), text) for number, text in block.items]


def turned(pdf):
    """All pages on their side, as print drivers turn them: by a matrix, with nothing that says so."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            left, bottom, right, top = (float(side) for side in page.MediaBox)
            page.contents_add(b"q 0 1 -1 0 %f %f cm" % (top, -left), prepend=True)
            page.contents_add(b"Q")
            page.MediaBox = [0, 0, top - bottom, right - left]
            if "/CropBox" in page:
                del page.CropBox
        out = io.BytesIO()
        file.save(out, static_id=True)
        return producers.pinned(out.getvalue())


def rewritten(pdf, command):
    if command == "turn":
        return turned(pdf)
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "in.pdf"), pathlib.Path(folder, "out.pdf")
        source.write_bytes(pdf)
        places = {"in": str(source), "out": str(target)}
        subprocess.run([part.format(**places) for part in COMMANDS[command]], check=True, capture_output=True)
        return producers.pinned(target.read_bytes())


WEB = ((CHROMIUM, producers.chromium_pdf), (WEASYPRINT, more_producers.weasyprint_pdf),
       (WKHTMLTOPDF, more_producers.wkhtmltopdf_pdf))


def make(name):
    """The file and what is true of it."""
    if name in PRESSED:
        source, traits = PRESSED[name]
        form = load(source)
        return press.pdf(form, **traits), truth(form, traits.get("ticks", "text"), traits.get("fields", False))
    if name in LIBREOFFICE or name in TAGGED:
        source, look = LIBREOFFICE.get(name) or TAGGED[name]
        form = load(source, **look)
        as_libreoffice_numbers(form)
        docx = word_file.docx(form, symbol_font="DejaVu Sans", as_edited=False)
        return producers.libreoffice_pdf(docx, tagged=name in TAGGED), truth(form)
    for entries, make_pdf in WEB:
        if name in entries:
            source, look, style = entries[name]
            form = load(source, **look)
            return make_pdf(webpage.page(form).replace("</style>", style + "</style>")), truth(form)
    if name in PLACED:
        source, make_pdf = PLACED[name]
        form = load(source)
        return make_pdf(form), truth(form)
    original, command = REWRITTEN[name]
    pdf, true = make(original)
    return rewritten(pdf, command), true


NAMES = [*PRESSED, *LIBREOFFICE, *TAGGED, *CHROMIUM, *WEASYPRINT, *WKHTMLTOPDF, *PLACED, *REWRITTEN]
