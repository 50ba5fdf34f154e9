"""A form as a web page, for the PDF that a browser prints."""

import html

from samplemaker.form import raised_parts

STYLE = """
@page {{ size: A4; margin: 22mm 20mm 20mm 25mm; }}
html {{ font-family: '{font}', '{latin}', 'DejaVu Sans'; font-size: {size}pt; line-height: 1.55; }}
body {{ margin: 0; }}
h1 {{ font-size: {title}pt; text-align: center; margin: 0; }}
h1.last {{ margin-bottom: 14pt; }}
h2 {{ font-size: {heading}pt; margin: 12pt 0 3pt; break-after: avoid; }}
h3 {{ font-size: 1em; margin: 6pt 0 2pt; break-after: avoid; }}
p {{ margin: 0 0 4pt; text-indent: 14mm; }}
p.label, p.field, p.tick {{ text-indent: 0; }}
p.tick {{ margin: 0 0 0 10mm; }}
p.item {{ margin: 0 0 2pt 14mm; text-indent: -7mm; }}
.mark {{ font-family: 'DejaVu Sans'; font-size: 0.95em; padding-right: 4pt; }}
.number {{ padding-right: 5pt; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin: 4pt 0 8pt; font-size: 0.94em; }}
td, th {{ border: 0.6pt solid #000; padding: 1pt 5pt; vertical-align: top; }}
th {{ background: #e8eef7; vertical-align: middle; }}
tr {{ break-inside: avoid; }}
"""


def escape(text):
    return "".join(f"<sup>{html.escape(part)}</sup>" if raised else html.escape(part)
                   for part, raised in raised_parts(text))


def cell(entry):
    tag = "th" if entry.header else "td"
    spans = "".join(f' {name}="{value}"'
                    for name, value in (("rowspan", entry.rows), ("colspan", entry.columns)) if value > 1)
    nested = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in entry.nested)
    nested = f"<table>{nested}</table>" if nested else ""
    return f'<{tag}{spans} style="text-align:{entry.align}">{escape(entry.text)}{nested}</{tag}>'


def table(rows, widths):
    columns = "".join(f'<col style="width:{width}%">' for width in widths)
    return f"<table><colgroup>{columns}</colgroup>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def block_html(form, block):
    if block.kind == "fields":
        if form.look["fields"] == "table":
            rows = [f"<td><b>{escape(label)}</b></td><td>{escape(value)}</td>" for label, value in block.pairs]
            return table(rows, [32, 68])
        return "".join(f'<p class="field"><b>{escape(label)}:</b> {escape(value)}</p>'
                       for label, value in block.pairs)
    if block.kind == "ticks":
        return "".join(f'<p class="tick"><span class="mark">{form.mark(ticked)}</span> {escape(label)}</p>'
                       for ticked, label in block.ticks)
    if block.kind == "list":
        return "".join(f'<p class="item"><span class="number">{number}</span> {escape(text)}</p>'
                       for number, text in block.items)
    if block.kind == "table":
        rows = ["".join(cell(entry) for _, entry in row) for row in block.table.rows]
        return table(rows, block.table.widths)
    words = escape(f"{block.number} {block.text}".strip())
    if block.kind == "heading":
        return f"<h2>{words}</h2>"
    if block.kind == "subheading":
        return f"<h3>{words}</h3>"
    words = f"<b>{words}</b>" if block.bold else words
    words = f"<i>{words}</i>" if block.italic else words
    return f'<p class="label">{words}</p>' if block.bold else f"<p>{words}</p>"


def page(form):
    size = form.look["size_pt"]
    style = STYLE.format(font=form.look["font"], latin=form.look.get("latin_font", form.look["font"]), size=size,
                         title=size + 3, heading=size + 1)
    title = "".join(f'<h1{" class=last" if line is form.title[-1] else ""}>{escape(line)}</h1>'
                    for line in form.title)
    body = "\n".join(block_html(form, block) for block in form.blocks)
    return (f'<!doctype html><html lang="{form.language}"><head><meta charset="utf-8">'
            f"<title>{escape(form.title[0])}</title><style>{style}</style></head>"
            f"<body>{title}\n{body}</body></html>")
