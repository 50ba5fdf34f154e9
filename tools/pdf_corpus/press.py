"""A small producer of PDFs that writes out, on purpose, the traits that real producers have."""

import dataclasses
import io
import random

import icu
import pikepdf
from pikepdf import Array, Dictionary, Name

from pdf_corpus import shaping

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 71, 533, 70, 775
BREAKS = icu.BreakIterator.createLineInstance(icu.Locale("th"))


@dataclasses.dataclass
class Traits:
    """What is unusual about the producer."""

    fonts: tuple = ("tlwg/Laksaman.ttf", "tlwg/Laksaman-Bold.ttf")
    sara_am: str = "whole"        # whole; split (U+0E4D U+0E32); ring-aa, ring-am: Word's, the stem's code as named
    variants: str = "real"        # text of variant glyphs: real, private (F700..), none
    to_unicode: str = "good"      # good, none, shuffled (nonsense in one font), partial (marks have none)
    cmap: bool = True             # the embedded font keeps its character map,
    names: bool = True            # its glyph names,
    layout: bool = True           # its substitution rules
    marks: str = "behind"         # behind, before (their base), last (of the line), apart (an object each), wide
    spaces: str = "drawn"         # drawn, gaps, trimmed (drawn, but none at a line's end)
    align: str = "left"           # left, justify (in the spaces), spread (between all letters)
    heading_spacing: float = 0    # points between the letters of headings
    quotes_last: bool = False     # signs of a fallback font are drawn when the line is done
    encoding: str = "glyphs"      # glyphs; tis620: 8-bit codes without ToUnicode
    double_bold: bool = False     # headings drawn twice, slightly moved, in the light font
    ticks: str = "text"           # text, wingdings, cross, check, filled (drawn boxes), field, radio
    fields: bool = False          # values of label and value pairs are form fields,
    choices: bool = False         # of which each is one of several choices
    rules: str = "lines"          # of tables: lines, boxes (a rectangle a cell), fills (thin boxes), none, open
    repeat_head: bool = False     # of tables over pages
    columns: int = 1
    furniture: bool = False       # running head and page number
    rotate: int = 0
    crop: tuple = ()              # left and bottom of a crop box
    hidden: str = ""              # hidden words on every page
    watermark: str = ""           # words slantwise over every page
    xobject: bool = False         # the page is one form XObject
    shaded_head: bool = False     # white letters on a dark ground in table heads
    artifacts: bool = False       # furniture is marked as such
    tags: str = ""                # of a tagged PDF: none, lines (each line said to be a heading of its own)
    compact: bool = False         # fonts embedded as CFF
    layer: bool = False           # the words are an unseen layer over a picture of the page


def words(text):
    """Pieces between which a line may be broken, spaces with the piece before."""
    BREAKS.setText(text)
    units = text.encode("utf-16-le")
    start, found = 0, []
    for end in BREAKS:
        found.append(units[2 * start:2 * end].decode("utf-16-le"))
        start = end
    return found


class Press:
    def __init__(self, traits, form):
        self.traits, self.form = traits, form
        split = traits.sara_am != "whole"
        self.faces = [shaping.Face(path, split) for path in traits.fonts]
        if traits.double_bold:
            self.faces[1] = self.faces[0]
        self.symbols = shaping.Face("dejavu/DejaVuSans.ttf", name="Wingdings-Regular"
                                    if traits.ticks == "wingdings" else "DejaVuSans")
        self.size = form.look["size_pt"]
        self.pitch = 1.62
        self.pages, self.ops, self.y = [], [], TOP
        self.widgets = []     # (page, kind, box, value, name)
        self.tagged = []      # for each tag: (page, its number there)
        self.column, self.column_top = 0, TOP
        self.begin_page()

    # Pages and columns

    @property
    def left(self):
        return LEFT + self.column * (self.width + 24)

    @property
    def width(self):
        return (RIGHT - LEFT - 24 * (self.columns - 1)) / self.columns

    @property
    def columns(self):
        return self.traits.columns if self.body_begun else 1

    body_begun = False

    def begin_page(self):
        self.ops = []
        self.pages.append(self.ops)
        self.y, self.column, self.column_top = TOP, 0, TOP
        number = len(self.pages)
        if self.traits.furniture:
            thai = number if self.form.language != "th" else "".join(chr(ord("๐") + int(d)) for d in str(number))
            mark = (lambda ops: ["/Artifact <</Type /Pagination>> BDC", *ops, "EMC"]) if self.traits.artifacts else list
            self.ops += mark(self.draw("แบบฟอร์มสมัครรางวัล รุ่นที่ 3", 380, 38, 0, 10))
            self.ops += mark(self.draw(f"หน้า {thai}", 290, 815, 0, 11))
        if self.traits.watermark:
            drawn = self.draw(self.traits.watermark, 0, PAGE_HEIGHT, 0, 60)
            self.ops += ["q 0.85 g 0.766 0.643 -0.643 0.766 150 300 cm", *drawn, "Q"]
        if self.traits.hidden:
            self.ops += ["q 1 1 1 rg", *self.draw(self.traits.hidden, 80, 500, 0, 14), "Q",
                         "q 3 Tr", *self.draw(self.traits.hidden, 80, 520, 0, 14), "0 Tr Q",
                         *self.draw(self.traits.hidden, 80, 540, 0, 1), *self.draw(self.traits.hidden, 80, 900, 0, 14)]

    def room(self, height):
        if self.y + height <= BOTTOM:
            return
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, self.column_top
        else:
            self.begin_page()

    # Lines

    def placed(self, text, x, face, size, extra=0.0, spread=0.0, spacing=0.0):
        """Glyphs with their places; `extra` is added to spaces, `spread` to every letter."""
        glyphs, pen = [], x
        for glyph in self.faces[face].shape(text):
            glyph.x = pen
            glyphs.append(glyph)
            pen += glyph.advance * size + (extra if glyph.space else 0) + (0 if glyph.mark else spread) + spacing
        return glyphs, pen

    def draw(self, text, x, y, face, size, **how):
        glyphs, _ = self.placed(text, x, face, size, **how)
        ops = self.emit(glyphs, y, face, size)
        if self.traits.double_bold and face == 1:
            for glyph in glyphs:
                glyph.x += 0.25
            ops += self.emit(glyphs, y, face, size)
        return ops

    def code(self, glyph, face):
        if self.traits.encoding == "tis620":
            name = glyph.name
            code = self.bytes[face].setdefault(name, self.byte_for(glyph, face))
            return f"{code:02X}"
        return f"{self.faces[face].number(glyph.name):04X}"

    bytes = None

    def byte_for(self, glyph, face):
        """The old Thai code of the letter; variants have the free codes that Windows' fonts give them."""
        taken = set(self.bytes[face].values())
        variant = "." in glyph.name
        free = [*range(0x80, 0xA0), *range(0xDB, 0xDF), *range(0xFC, 0xFF)]
        if not variant:
            code = glyph.text.encode("tis-620", "replace")[0]
            if code != 0x3F or glyph.text == "?":
                return code
        return next(code for code in free if code not in taken)

    def emit(self, glyphs, y, face, size):
        if self.traits.encoding == "tis620" and self.bytes is None:
            self.bytes = [{}, {}]
        traits, height = self.traits, PAGE_HEIGHT - y
        shown = [g for g in glyphs if not (g.space and traits.spaces == "gaps")]
        late = []
        if traits.quotes_last:
            late = [g for g in shown if g.text in "“”–×’"]
            shown = [g for g in shown if g.text not in "“”–×’"]
        if traits.marks == "before":
            ordered, i = [], 0
            while i < len(shown):
                j = i + 1
                while j < len(shown) and shown[j].mark:
                    j += 1
                ordered += shown[i + 1:j] + [shown[i]]
                i = j
            shown = ordered
        if traits.marks == "last":
            late += [g for g in shown if g.mark]
            shown = [g for g in shown if not g.mark]
        ops = [f"BT /F{face} {size:g} Tf"]
        pen = None
        run = []

        def flush():
            if run:
                ops.append("[" + "".join(run) + "] TJ")
                run.clear()

        for glyph in shown:
            apart = traits.marks == "apart" and glyph.mark
            if apart:
                flush()
                ops.append(f"ET BT /F{face} {size:g} Tf 1 0 0 1 {glyph.x:.3f} {height:.3f} Tm "
                           f"<{self.code(glyph, face)}> Tj ET BT /F{face} {size:g} Tf")
                pen = None
                continue
            if pen is None:
                ops.append(f"1 0 0 1 {glyph.x:.3f} {height:.3f} Tm")
            elif abs(glyph.x - pen) > 0.005:
                run.append(f" {-(glyph.x - pen) / size * 1000:.1f} ")
            run.append(f"<{self.code(glyph, face)}>")
            width = 0.45 if glyph.mark and traits.marks == "wide" else glyph.advance
            pen = glyph.x + width * size
        flush()
        for glyph in late:
            ops.append(f"1 0 0 1 {glyph.x:.3f} {height:.3f} Tm <{self.code(glyph, face)}> Tj")
        ops.append("ET")
        return ops

    def broken(self, text, width, first, face, size, spacing=0.0):
        """Lines of text; `first` is what the first line is narrower by."""
        lines, line, room = [], "", width - first
        for word in words(text):
            wide = self.faces[face].width((line + word).rstrip(), size) + spacing * len((line + word).rstrip())
            if line and wide > room:
                lines.append(line)
                line, room = "", width
            line += word
        return [*lines, line]

    def paragraph(self, text, face=0, size=None, indent=0, hang=0, align=None, gap=2, spacing=0.0, left=0, keep=0):
        size = size or self.size
        align = align or self.traits.align
        lines = self.broken(text, self.width - left - hang, indent - hang, face, size, spacing)
        for i, line in enumerate(lines):
            self.room(size * self.pitch + (keep if i == 0 else 0))
            self.y += size * self.pitch
            bare = line.rstrip()
            shown = bare if self.traits.spaces == "trimmed" or i == len(lines) - 1 else line
            x = self.left + left + (indent if i == 0 else hang)
            free = self.left + self.width - x - self.faces[face].width(bare, size) - spacing * len(bare)
            how = {"spacing": spacing}
            if align == "center":
                x = self.left + (self.width - self.faces[face].width(bare, size) - spacing * len(bare)) / 2
            elif align == "right":
                x += free
            elif i < len(lines) - 1 and align == "justify" and " " in bare:
                how["extra"] = free / bare.count(" ")
            elif i < len(lines) - 1 and align == "spread":
                how["spread"] = free / max(len(shaping.clusters(bare)) - 1, 1)
            ops = self.draw(shown, x, self.y, face, size, **how)
            self.ops += self.tag(ops) if self.traits.tags else ops
        self.y += gap

    def tag(self, ops):
        page = len(self.pages) - 1
        number = sum(other == page for other, _ in self.tagged)
        self.tagged.append((page, number))
        return [f"/H1 <</MCID {number}>> BDC", *ops, "EMC"]

    # Ticks and fields

    def tick(self, ticked, x, y):
        kind, size = self.traits.ticks, self.size
        if kind in ("text", "wingdings"):
            glyph = self.symbols.plain("☑" if ticked else "☐")
            return [f"BT /F2 {size:g} Tf 1 0 0 1 {x:.2f} {PAGE_HEIGHT - y:.2f} Tm "
                    f"<{self.symbols.number(glyph.name):04X}> Tj ET"]
        side = 0.62 * size
        if kind in ("field", "radio"):
            self.widgets.append((len(self.pages) - 1, kind, (x, y - side, x + side, y), ticked, f"choice{len(self.widgets)}"))
            return []
        bottom = PAGE_HEIGHT - y
        ops = [f"q 0.6 w {x:.2f} {bottom:.2f} {side:.2f} {side:.2f} re S Q"]
        if ticked and kind == "cross":
            ops.append(f"q 0.8 w {x + 1:.2f} {bottom + 1:.2f} m {x + side - 1:.2f} {bottom + side - 1:.2f} l S "
                       f"{x + 1:.2f} {bottom + side - 1:.2f} m {x + side - 1:.2f} {bottom + 1:.2f} l S Q")
        elif ticked and kind == "check":
            ops.append(f"q 1 w {x + 1.5:.2f} {bottom + 4:.2f} m {x + 3.5:.2f} {bottom + 1.5:.2f} l "
                       f"{x + side:.2f} {bottom + side + 2:.2f} l S Q")
        elif ticked:
            ops.append(f"q 0 g {x + 2:.2f} {bottom + 2:.2f} {side - 4:.2f} {side - 4:.2f} re f Q")
        return ops

    # Tables

    def table(self, table):
        total = sum(table.widths)
        edges = [self.left]
        for width in table.widths:
            edges.append(edges[-1] + self.width * width / total)
        size = self.size - 1
        line = size * self.pitch
        pad = 4
        grid = []   # per row: list of (column, cell, lines)
        for row in table.rows:
            cells = []
            for column, cell in row:
                width = edges[column + cell.columns] - edges[column] - 2 * pad
                cells.append((column, cell, [part.rstrip() for part in self.broken(cell.text, width, 0,
                                                                                  int(cell.header), size)]))
            grid.append(cells)
        heights = [max([len(lines) for _, cell, lines in cells if cell.rows == 1], default=1) * line + 2 * pad
                   for cells in grid]
        for r, cells in enumerate(grid):   # cells over several rows stretch the last of them
            for _, cell, lines in cells:
                if cell.rows > 1:
                    short = len(lines) * line + 2 * pad - sum(heights[r:r + cell.rows])
                    heights[r + cell.rows - 1] += max(0, short)
        self.y += 4
        inside = {k for r, cells in enumerate(grid) for _, cell, _ in cells for k in range(r + 1, r + cell.rows)}
        r = 0
        while r < len(grid):
            group = [r]
            while group[-1] + 1 in inside:
                group.append(group[-1] + 1)
            if self.y + sum(heights[k] for k in group) > BOTTOM:
                self.room(sum(heights[k] for k in group))
                if self.traits.repeat_head and r >= table.header_rows:
                    for k in range(table.header_rows):
                        self.table_row(grid, heights, k, edges, size, line, pad)
            for k in group:
                self.table_row(grid, heights, k, edges, size, line, pad)
            r = group[-1] + 1
        self.y += 6

    def table_row(self, grid, heights, r, edges, size, line, pad):
        top = self.y
        for column, cell, lines in grid[r]:
            left, right = edges[column], edges[column + cell.columns]
            bottom = top + sum(heights[r:r + cell.rows])
            self.ops += self.cell_rules(left, top, right, bottom, cell.header)
            y = top + pad
            white = cell.header and self.traits.shaded_head
            if white:
                self.ops.append("1 1 1 rg")
            for text in lines:
                y += line
                face = int(cell.header)
                width = self.faces[face].width(text, size)
                x = {"center": (left + right - width) / 2, "right": right - pad - width}.get(cell.align, left + pad)
                self.ops += self.draw(text, x, y - 0.3 * line + 2, face, size)
            if white:
                self.ops.append("0 0 0 rg")
        self.y = top + heights[r]

    def cell_rules(self, left, top, right, bottom, header):
        low, high = PAGE_HEIGHT - bottom, PAGE_HEIGHT - top
        kind = self.traits.rules
        ops = []
        if header and self.traits.shaded_head:
            ops.append(f"q 0.1 0.2 0.45 rg {left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re f Q")
        if kind == "boxes":
            return [*ops, f"0.5 w {left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re S"]
        sides = [(left, low, right, low), (left, high, right, high), (left, low, left, high), (right, low, right, high)]
        if kind == "open":     # nothing at the table's left and right
            sides = [side for side in sides if not (side[0] == side[2] and (abs(side[0] - self.left) < 1 or
                                                   abs(side[0] - self.left - self.width) < 1))]
        if kind == "none":
            return ops
        for x0, y0, x1, y1 in sides:
            if kind == "fills":
                ops.append(f"{x0 - 0.25:.2f} {y0 - 0.25:.2f} {x1 - x0 + 0.5:.2f} {y1 - y0 + 0.5:.2f} re f")
            else:
                ops.append(f"0.5 w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")
        return ops

    # The form

    def write(self):
        for line in self.form.title:
            self.paragraph(line, 1, self.size + 3, align="center", spacing=self.traits.heading_spacing)
        self.y += 8
        if self.traits.columns > 1:
            self.body_begun, self.column_top = True, self.y
        for block in self.form.blocks:
            self.block(block)
        return self.finished()

    def block(self, block):
        size, spacing = self.size, self.traits.heading_spacing
        if block.kind == "heading":
            self.y += 8
            self.paragraph(f"{block.number} {block.text}".strip(), 1, size + 1, align="left", gap=3, spacing=spacing,
                           keep=3 * size)
        elif block.kind == "subheading":
            self.y += 4
            self.paragraph(f"{block.number} {block.text}".strip(), 1, align="left", spacing=spacing, keep=3 * size)
        elif block.kind == "p":
            self.paragraph(block.text, int(block.bold), indent=0 if block.bold else 36, gap=4)
        elif block.kind == "ticks":
            for ticked, label in block.ticks:
                self.room(size * self.pitch)
                self.ops += self.tick(ticked, self.left + 28, self.y + size * self.pitch)
                self.paragraph(label, left=28, indent=size + 6, hang=size + 6, align="left")
        elif block.kind == "list":
            for number, text in block.items:
                self.paragraph(f"{number} {text}", left=28, hang=self.faces[0].width(f"{number} ", size))
        elif block.kind == "table":
            self.table(block.table)
        elif block.kind == "fields":
            for label, value in block.pairs:
                self.field(label, value)

    def field(self, label, value):
        size = self.size
        if not self.traits.fields:
            self.paragraph(f"{label}: {value}", align="left")
            return
        self.room(size * self.pitch)
        x = self.left + self.faces[0].width(f"{label}:  ", size)
        box = (x, self.y + 0.45 * size, self.left + self.width, self.y + size * self.pitch + 4)
        self.widgets.append((len(self.pages) - 1, "text", box, value, f"field{len(self.widgets)}"))
        self.paragraph(f"{label}:", align="left")

    # The file

    def to_unicode(self, face, shuffle):
        texts = {}
        for name in sorted(face.used):
            text = next((chr(code) for code, glyph in sorted(face.cmap.items()) if glyph == name), None)
            if "." in name and name.startswith("uni"):
                text = {"real": chr(int(name[3:7], 16)), "private": chr(PRIVATE_OF.get(name, 0xFFFD)),
                        "none": None}[self.traits.variants]
            if name == "uni0E4D" and self.traits.sara_am.startswith("ring"):
                text = " "
            if name == "uni0E4D.left" and self.traits.sara_am.startswith("ring"):
                text = " "
            if name == "uni0E32" and self.traits.sara_am == "ring-am":
                text = "ำ"
            if self.traits.to_unicode == "partial" and text in (*shaping.MARKS,):
                text = None
            if face is self.symbols and self.traits.ticks == "wingdings":
                text = {"☐": "\uf0a8", "☑": "\uf0fe"}.get(text, text)
            if text is not None:
                texts[face.number(name)] = text
        if shuffle:
            codes, values = list(texts), list(texts.values())
            random.Random(7).shuffle(values)
            nonsense = [chr(0x21 + i % 90) for i in range(len(values))]
            texts = dict(zip(codes, nonsense))
        return texts

    def cmap_stream(self, pdf, texts):
        rows = "".join(f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for code, text in texts.items())
        pairs = rows.splitlines()
        blocks = "".join(f"{len(pairs[i:i + 100])} beginbfchar\n" + "\n".join(pairs[i:i + 100]) + "\nendbfchar\n"
                         for i in range(0, len(pairs), 100))
        return pikepdf.Stream(pdf, ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
                                    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + blocks +
                                    "endcmap end end").encode())

    def descriptor(self, pdf, face, tag):
        traits = self.traits
        symbols = face is self.symbols
        codes = self.bytes[self.faces.index(face)] if traits.encoding == "tis620" and not symbols else None
        compact = traits.compact and not symbols
        data = face.file(cmap=traits.cmap or symbols, names=traits.names, layout=traits.layout, codes=codes,
                         compact=compact)
        file = pikepdf.Stream(pdf, data)
        if compact:
            file.Subtype = Name.CIDFontType0C
        else:
            file.Length1 = len(data)
        key = "FontFile3" if compact else "FontFile2"
        return Dictionary(Type=Name.FontDescriptor, FontName=Name(f"/{tag}+{face.name}"), Flags=4,
                          FontBBox=Array([-500, -300, 1200, 1100]), ItalicAngle=0, Ascent=900, Descent=-300,
                          CapHeight=700, StemV=80, **{key: pdf.make_indirect(file)})

    def width_of(self, face, name):
        if self.traits.marks == "wide" and face is not self.symbols:
            text = next((chr(code) for code, glyph in face.cmap.items() if glyph == name), "")
            if text in shaping.MARKS and text or "." in name and name[3:7] in {f"{ord(m):04X}" for m in shaping.MARKS}:
                return 450
        return round(face.font["hmtx"][name][0] * 1000 / face.units)

    def font(self, pdf, index, face):
        tag = "ABCDE" + chr(65 + index)
        descriptor = pdf.make_indirect(self.descriptor(pdf, face, tag))
        base = Name(f"/{tag}+{face.name}")
        if self.traits.encoding == "tis620" and face is not self.symbols:
            codes = {code: name for name, code in (self.bytes or [{}, {}])[index].items()}
            widths = [self.width_of(face, codes[c]) if c in codes else 0 for c in range(256)]
            return Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=base, FirstChar=0, LastChar=255,
                              Widths=Array(widths), FontDescriptor=descriptor)
        used = sorted(face.used, key=face.number)
        compact = self.traits.compact and face is not self.symbols
        widths = []
        for name in used:
            widths += [face.number(name), Array([self.width_of(face, name)])]
        cid = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType0 if compact else Name.CIDFontType2, BaseFont=base, DW=500, W=Array(widths),
                         CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
                         FontDescriptor=descriptor)
        if not compact:
            cid.CIDToGIDMap = Name.Identity
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=base, Encoding=Name("/Identity-H"),
                          DescendantFonts=Array([pdf.make_indirect(cid)]))
        if self.traits.to_unicode != "none" or face is self.symbols:
            shuffle = self.traits.to_unicode == "shuffled" and index == 0
            font.ToUnicode = pdf.make_indirect(self.cmap_stream(pdf, self.to_unicode(face, shuffle)))
        return font

    def finished(self):
        pdf = pikepdf.new()
        values = [self.value(value) if kind == "text" else None for _, kind, _, value, _ in self.widgets]
        faces = [*self.faces, self.symbols]
        fonts = Dictionary({f"/F{i}": pdf.make_indirect(self.font(pdf, i, face)) for i, face in enumerate(faces)
                            if face.used})
        pages = []
        for ops in self.pages:
            content = "\n".join(ops).encode()
            resources = Dictionary(Font=fonts)
            width, height = PAGE_WIDTH, PAGE_HEIGHT
            if self.traits.rotate == 90:   # the page lies on its side, its text upright for the reader
                content = b"0 1 -1 0 %d 0 cm\n" % PAGE_HEIGHT + content
                width, height = PAGE_HEIGHT, PAGE_WIDTH
            if self.traits.rotate == 180:
                content = b"-1 0 0 -1 %d %d cm\n" % (PAGE_WIDTH, PAGE_HEIGHT) + content
            if self.traits.layer:   # what a scanner's program does: the picture, and behind it the words, unseen
                picture = pikepdf.Stream(pdf, b"\xf4")
                picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 1, 1
                picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
                resources.XObject = Dictionary(Scan=pdf.make_indirect(picture))
                content = b"q %d 0 0 %d 0 0 cm /Scan Do Q 3 Tr\n" % (width, height) + content
            if self.traits.xobject:
                shape = pikepdf.Stream(pdf, content)
                shape.Type, shape.Subtype = Name.XObject, Name.Form
                shape.BBox, shape.Resources = Array([0, 0, width, height]), resources
                resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(shape)))
                content = b"q /X Do Q"
            page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, width, height]), Resources=resources,
                              Contents=pdf.make_indirect(pikepdf.Stream(pdf, content)))
            if self.traits.rotate:
                page.Rotate = self.traits.rotate
            if self.traits.crop:
                page.CropBox = Array([*self.traits.crop, width, height])
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
            pages.append(pdf.pages[-1].obj)
        self.add_widgets(pdf, pages, fonts, values)
        self.add_tags(pdf, pages)
        pdf.docinfo["/Producer"] = "pdf-corpus"
        out = io.BytesIO()
        pdf.save(out, static_id=True, compress_streams=True, recompress_flate=True,
                 object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()

    def add_tags(self, pdf, pages):
        if not self.tagged:
            return
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H1, P=root, Pg=pages[page], K=number))
                        for page, number in self.tagged])
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)

    def add_widgets(self, pdf, pages, fonts, values):
        if not self.widgets:
            return
        fields = []
        for (number, kind, (left, top, right, bottom), value, name), ops in zip(self.widgets, values):
            box = Array([left, PAGE_HEIGHT - bottom, right, PAGE_HEIGHT - top])
            widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=box, T=name.encode(), F=4, P=pages[number])
            width, height = right - left, bottom - top
            if kind == "text":
                widget.FT, widget.V = Name.Tx, pikepdf.String(value)
                if self.traits.choices:   # a list that drops down
                    widget.FT, widget.Ff = Name.Ch, 1 << 17
                    widget.Opt = Array([pikepdf.String("ไม่ระบุ"), pikepdf.String(value), pikepdf.String("อื่น ๆ")])
                widget.AP = Dictionary(N=self.appearance(pdf, ops, width, height, fonts))
                widget.DA = b"/F0 12 Tf 0 g"
            else:
                widget.FT = Name.Btn
                state = Name.Yes if value else Name.Off
                widget.V = widget.AS = state
                if kind == "radio":
                    widget.Ff = 1 << 15
                frame = f"0.6 w 0.3 0.3 {width - 0.6:.2f} {height - 0.6:.2f} re S "
                cross = f"1 1 m {width - 1:.2f} {height - 1:.2f} l S 1 {height - 1:.2f} m {width - 1:.2f} 1 l S"
                widget.AP = Dictionary(N=Dictionary(Yes=self.appearance(pdf, frame + cross, width, height, fonts),
                                                    Off=self.appearance(pdf, frame, width, height, fonts)))
            reference = pdf.make_indirect(widget)
            fields.append(reference)
            if "/Annots" not in pages[number]:
                pages[number].Annots = Array([])
            pages[number].Annots.append(reference)
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields), DR=Dictionary(Font=fonts), DA=b"/F0 12 Tf 0 g")

    def value(self, text):
        """What draws a field's value; before the fonts are written, which are to hold its letters."""
        return "/Tx BMC " + " ".join(self.draw(text, 2, PAGE_HEIGHT - 5, 0, self.size)) + " EMC"

    def appearance(self, pdf, ops, width, height, fonts):
        shape = pikepdf.Stream(pdf, ops.encode())
        shape.Type, shape.Subtype = Name.XObject, Name.Form
        shape.BBox, shape.Resources = Array([0, 0, width, height]), Dictionary(Font=fonts)
        return pdf.make_indirect(shape)


PRIVATE_OF = shaping.PRIVATE


def pdf(form, **traits):
    return Press(Traits(**traits), form).write()
