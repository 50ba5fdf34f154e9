"""Producers beside those of samplemaker: web pages through other engines, and programs that place text themselves."""

import html
import io
import json
import pathlib
import subprocess
import tempfile

import icu

from samplemaker.form import raised_parts
from samplemaker.producers import needed, pinned, run

FONTS = "/usr/share/fonts/truetype"
# Of pdfkit and pdfmake: npm install --prefix build pdfkit pdfmake
MODULES = pathlib.Path(__file__).resolve().parent.parent.parent / "build" / "node_modules"
BREAKS = icu.BreakIterator.createLineInstance(icu.Locale("th"))
NO_SPACE = "\u200b"  # where a line may be broken


def words(text):
    """Pieces between which a line may be broken."""
    BREAKS.setText(text)
    units = text.encode("utf-16-le")
    start, found = 0, []
    for end in BREAKS:
        found.append(units[2 * start:2 * end].decode("utf-16-le"))
        start = end
    return found


def with_breaks(text):
    return "".join(word if word.endswith(" ") else word + NO_SPACE for word in words(text)).strip(NO_SPACE)


def files(program, name, content, *command):
    """What a program makes of one file: {in} and {out} are their paths."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, name), pathlib.Path(folder, "out.pdf")
        source.write_text(content, encoding="utf-8")
        run([program, *(part.format(**{"in": source, "out": target, "folder": folder}) for part in command)])
        return pinned(target.read_bytes())


def weasyprint_pdf(page):
    return files(needed("weasyprint", "weasyprint"), "in.html", page, "{in}", "{out}")


def wkhtmltopdf_pdf(page):
    return files(needed("wkhtmltopdf", "wkhtmltopdf"), "in.html", page, "-q", "--page-size", "A4", "{in}", "{out}")


TEX_SIGNS = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
             "☐": r"{\boxes ☐}", "☑": r"{\boxes ☑}"}


def tex(text):
    return "".join(rf"\textsuperscript{{{part}}}" if raised else "".join(TEX_SIGNS.get(letter, letter) for letter in part)
                   for part, raised in raised_parts(text))


def xelatex_pdf(form, font, rules=False, justify=True):
    lines = [r"\documentclass[12pt]{article}", r"\usepackage[a4paper,margin=25mm]{geometry}", r"\usepackage{fontspec,array}",
             rf"\setmainfont{{{font}}}", r"\newfontfamily\boxes{DejaVu Sans}", r'\XeTeXlinebreaklocale "th"',
             r"\XeTeXlinebreakskip=0pt plus 1pt", r"\linespread{1.35}\parindent=12mm",
             "" if justify else r"\raggedright", r"\begin{document}"]
    lines += [rf"{{\centering\Large\bfseries {tex(line)}\par}}" for line in form.title]
    for block in form.blocks:
        if block.kind == "fields":
            lines += [rf"\noindent\textbf{{{tex(label)}:}} {tex(value)}\par" for label, value in block.pairs]
        elif block.kind == "ticks":
            lines += [rf"\noindent {tex('☑' if ticked else '☐')} {tex(label)}\par" for ticked, label in block.ticks]
        elif block.kind == "list":
            lines += [rf"\noindent\hangindent=8mm {tex(number)} {tex(text)}\par" for number, text in block.items]
        elif block.kind == "table":
            bar = "|" if rules else ""
            total = sum(block.table.widths)
            columns = bar + bar.join(rf">{{\raggedright\arraybackslash}}m{{{0.86 * width / total:.3f}\textwidth}}"
                                     for width in block.table.widths) + bar
            rows = [" & ".join(rf"\textbf{{{tex(c.text)}}}" if c.header else tex(c.text) for _, c in row) + r" \\[4pt]" +
                    (r"\hline" if rules else "") for row in block.table.rows]
            lines += [r"\par\medskip\noindent\begin{tabular}{" + columns + "}" + (r"\hline" if rules else ""), *rows,
                      r"\end{tabular}\par\medskip"]
        elif block.kind in ("heading", "subheading"):
            lines.append(rf"\par\medskip\noindent{{\large\bfseries {tex(f'{block.number} {block.text}'.strip())}\par}}")
        else:
            lines.append((r"\noindent\textbf{%s}\par" if block.bold else r"%s\par") % tex(block.text))
        lines.append("")
    return files(needed("xelatex", "texlive-xetex"), "out.tex", "\n".join([*lines, r"\end{document}"]),
                 "-interaction=batchmode", "-output-directory={folder}", "{in}")


def reportlab_pdf(form, regular, bold, rules=False):
    """ReportLab knows no Thai words: whoever writes Thai with it breaks the lines himself."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
    from reportlab.lib.styles import ParagraphStyle

    for name, path in (("Thai", regular), ("Thai-Bold", bold), ("Boxes", "dejavu/DejaVuSans.ttf")):
        pdfmetrics.registerFont(ttfonts.TTFont(name, f"{FONTS}/{path}"))
    size = form.look["size_pt"]

    def broken(text, width, font="Thai"):
        lines = [""]
        for word in words(text):
            if lines[-1] and pdfmetrics.stringWidth((lines[-1] + word).rstrip(), font, size) > width:
                lines.append("")
            lines[-1] += word
        return lines

    def paragraph(text, font="Thai", indent=0, factor=1.0, align=0):
        style = ParagraphStyle(font, fontName=font, fontSize=size * factor, leading=1.6 * size * factor, alignment=align,
                               leftIndent=indent, spaceAfter=3)
        text = "<br/>".join(html.escape(line) for line in broken(text, (462 - indent) / factor, font))
        for box in "☐☑":
            text = text.replace(box, f'<font name="Boxes">{box}</font>')
        return Paragraph(text, style)

    story = [paragraph(line, "Thai-Bold", factor=1.2, align=1) for line in form.title]
    for block in form.blocks:
        if block.kind == "fields":
            story += [paragraph(f"{label}: {value}") for label, value in block.pairs]
        elif block.kind == "ticks":
            story += [paragraph(f"{'☑' if ticked else '☐'} {label}", indent=20) for ticked, label in block.ticks]
        elif block.kind == "list":
            story += [paragraph(f"{number} {text}", indent=14) for number, text in block.items]
        elif block.kind == "table":
            total = sum(block.table.widths)
            widths = [462 * width / total for width in block.table.widths]
            rows = [["\n".join(line.strip() for line in broken(c.text, widths[i] - 12, "Thai-Bold" if c.header else "Thai"))
                     for i, c in row] for row in block.table.rows]
            style = [("FONT", (0, 0), (-1, -1), "Thai", size, 1.35 * size), ("FONT", (0, 0), (-1, 0), "Thai-Bold", size, 1.35 * size),
                     ("VALIGN", (0, 0), (-1, -1), "MIDDLE")] + ([("GRID", (0, 0), (-1, -1), 0.5, "black")] if rules else [])
            story += [Table(rows, colWidths=widths, style=TableStyle(style), repeatRows=1), Spacer(1, 8)]
        else:
            head = block.kind in ("heading", "subheading")
            story.append(paragraph(f"{block.number} {block.text}".strip(), "Thai-Bold" if head or block.bold else "Thai",
                                   factor=1.1 if head else 1.0))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=57, rightMargin=57, invariant=1).build(story)
    return out.getvalue()


def node_story(form):
    """A form as pdfmake's document and, flattened, as pdfkit's lines."""
    content = [{"text": with_breaks(line), "bold": True, "fontSize": 18, "alignment": "center"} for line in form.title]
    boxes = {True: "☑", False: "☐"}
    for block in form.blocks:
        if block.kind == "fields":
            content += [{"text": [{"text": with_breaks(label) + ": ", "bold": True}, with_breaks(value)]} for label, value in block.pairs]
        elif block.kind == "ticks":
            content += [{"text": [{"text": boxes[ticked], "font": "Boxes"}, " " + with_breaks(label)]} for ticked, label in block.ticks]
        elif block.kind == "list":
            content += [{"text": with_breaks(f"{number} {text}"), "margin": [16, 0, 0, 2]} for number, text in block.items]
        elif block.kind == "table":
            rows = [[{"text": with_breaks(c.text), "bold": c.header} for _, c in row] for row in block.table.rows]
            total = sum(block.table.widths)
            content.append({"table": {"widths": [f"{88 * w // total}%" for w in block.table.widths], "headerRows": 1, "body": rows}})
        else:
            head = block.kind in ("heading", "subheading")
            content.append({"text": with_breaks(f"{block.number} {block.text}".strip()), "bold": head or block.bold,
                            "fontSize": 15 if head else 13, "margin": [0, 6 if head else 0, 0, 3],
                            "alignment": "left"})
    return content


def node_pdf(form, script, fonts):
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "story.json"), pathlib.Path(folder, "out.pdf")
        source.write_text(json.dumps(node_story(form), ensure_ascii=False), encoding="utf-8")
        program = pathlib.Path(folder, "make.js")
        program.write_text(script, encoding="utf-8")
        subprocess.run(["node", str(program), str(source), str(target), *(f"{FONTS}/{path}" for path in fonts)], check=True,
                       env={"NODE_PATH": str(MODULES), "PATH": "/usr/bin:/bin"})
        return pinned(target.read_bytes())


PDFMAKE = """
const [, , source, target, regular, bold] = process.argv;
const pdfmake = require('pdfmake');
pdfmake.setFonts({Thai: {normal: regular, bold: bold}, Boxes: {normal: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'}});
pdfmake.createPdf({pageSize: 'A4', defaultStyle: {font: 'Thai', fontSize: 13, lineHeight: 1.3},
  info: {creationDate: new Date(0)}, content: JSON.parse(require('fs').readFileSync(source)),
  footer: (page, pages) => ({text: page + ' / ' + pages, alignment: 'center'})}).write(target);
"""

PDFKIT = """
const [, , source, target, regular, bold] = process.argv;
const fs = require('fs');
const PDFDocument = require('pdfkit');
const doc = new PDFDocument({size: 'A4', margin: 60, info: {CreationDate: new Date(0)}});
doc.pipe(fs.createWriteStream(target));
const boxes = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
function flat(node) { return typeof node === 'string' ? [{text: node}] : Array.isArray(node.text) ? node.text.flatMap(flat) : [node]; }
for (const node of JSON.parse(fs.readFileSync(source))) {
  if (node.table) {
    const widths = node.table.widths.map(w => parseFloat(w) * 475 / 100 + 10);
    for (const row of node.table.body) {
      const font = cell => doc.font(cell.bold ? bold : regular).fontSize(13);
      const heights = row.map((cell, i) => { font(cell); return doc.heightOfString(cell.text || ' ', {width: widths[i] - 12}); });
      const height = Math.max(...heights);
      if (doc.y + height > 770) doc.addPage();
      const top = doc.y; let x = 60;
      row.forEach((cell, i) => { font(cell); doc.text(cell.text, x, top + (height - heights[i]) / 2, {width: widths[i] - 12}); x += widths[i]; });
      doc.x = 60; doc.y = top + height + 6;
    }
    continue;
  }
  const parts = flat(node);
  parts.forEach((part, i) => doc.font(part.font ? boxes : (part.bold || node.bold) ? bold : regular).fontSize(node.fontSize || 13)
    .text(part.text, {continued: i + 1 < parts.length, align: node.alignment || 'left', lineGap: 3}));
  doc.moveDown(0.3);
}
doc.end();
"""


def pdfmake_pdf(form, fonts):
    return node_pdf(form, PDFMAKE, fonts)


def pdfkit_pdf(form, fonts):
    return node_pdf(form, PDFKIT, fonts)
