"""A form as a Word file (WordprocessingML, ECMA-376 part 1), with the traits of files that people save from Word:
runs split by script and by editing session, automatic numbers, content controls, Thai style ids."""

import io
import re
import zipfile
import zlib
from xml.sax.saxutils import escape, quoteattr

from samplemaker.form import raised_parts

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TEXT_WIDTH = 9300   # twentieths of a point between the margins of an A4 page
SESSIONS = ("00A41C2E", "00B75D90", "00C3062F")
WORD_NUMBERS = {"decimal": "decimal", "decimal-paren": "decimal", "thai-numbers": "thaiNumbers",
                "thai-letters": "thaiLetters", "bullet": "bullet"}
THAI = re.compile(r"[\u0e00-\u0e7f]")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def root(tag, content, prefixes="w r w14 mc"):
    names = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes.split())
    ignorable = ' mc:Ignorable="w14"' if "mc" in prefixes.split() else ""
    return f"{XML}<w:{tag}{names}{ignorable}>{content}</w:{tag}>"


def scripts(text):
    """Word starts a run wherever Thai and other letters meet; blanks and digits stay with what stands before."""
    pieces = []
    for character in text:
        thai = bool(THAI.match(character))
        if pieces and (pieces[-1][0] == thai or not (thai or character.isalpha())):
            pieces[-1][1] += character
        else:
            pieces.append([thai, character])
    return [(thai, piece) for thai, piece in pieces]


def editing_sessions(text, salt):
    """Where somebody typed into an older sentence: at any letter, even between a consonant and its mark."""
    if len(text) < 24:
        return [text]
    cut = 8 + zlib.crc32(f"{salt}{text}".encode()) % (len(text) - 16)
    return [text[:cut], *editing_sessions(text[cut:], salt + 1)] if salt < 2 else [text]


class WordFile:
    """`symbol_font` is what Word would take for ☐ and ☑. With `as_edited` runs are split as after some editing."""

    def __init__(self, form, symbol_font="MS Gothic", as_edited=True):
        self.form = form
        self.look = form.look
        self.symbol_font = symbol_font
        self.as_edited = as_edited
        self.lists = []      # number styles of the lists met so far, one w:num each
        self.controls = 0
        thai = form.language == "th"
        # A Thai Word names its styles by these ids; only their names say what they are.
        self.style_ids = {"normal": "a", 1: "1", 2: "2"} if thai else {"normal": "Normal", 1: "Heading1",
                                                                       2: "Heading2"}

    # Runs and paragraphs

    def run_properties(self, thai=False, bold=False, italic=False, size=None, raised=False):
        marks = ('<w:rFonts w:hint="cs"/>' if thai else "") + ("<w:b/><w:bCs/>" if bold else "")
        marks += "<w:i/><w:iCs/>" if italic else ""
        if size:
            marks += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
        marks += '<w:vertAlign w:val="superscript"/>' if raised else ""
        marks += "<w:cs/>" if thai else ""
        return f"<w:rPr>{marks}</w:rPr>" if marks else ""

    def runs(self, text, **format_):
        out = []
        for thai, piece, raised in ((thai, piece, raised) for part, raised in raised_parts(text)
                                    for thai, piece in scripts(part)):
            properties = self.run_properties(thai, raised=raised, **format_)
            parts = editing_sessions(piece, 0) if self.as_edited else [piece]
            for i, part in enumerate(parts):
                session = f' w:rsidR="{SESSIONS[(len(out) + i) % 3]}"' if self.as_edited and len(parts) > 1 else ""
                out.append(f'<w:r{session}>{properties}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>')
            if self.as_edited and len(parts) > 2:
                out[-2] = f'<w:proofErr w:type="spellStart"/>{out[-2]}<w:proofErr w:type="spellEnd"/>'
        return "".join(out)

    def paragraph(self, content, style=None, properties=""):
        style_mark = f'<w:pStyle w:val="{self.style_ids[style]}"/>' if style else ""
        marks = style_mark + properties
        return f"<w:p>{f'<w:pPr>{marks}</w:pPr>' if marks else ''}{content}</w:p>"

    # Blocks

    def title(self):
        lines = []
        for i, line in enumerate(self.form.title):
            after = 200 if i == len(self.form.title) - 1 else 0
            lines.append(self.paragraph(self.runs(line, bold=True, size=self.look["size_pt"] + 3),
                                        properties=f'<w:spacing w:after="{after}"/><w:jc w:val="center"/>'))
        return "".join(lines)

    def heading(self, block):
        level = 1 if block.kind == "heading" else 2
        if self.look["headings"] == "typed":
            return self.paragraph(self.runs(block.text, bold=True, size=self.look["size_pt"] + 2 - level),
                                  properties='<w:keepNext/><w:spacing w:before="200" w:after="40"/>')
        return self.paragraph(self.runs(block.text), style=level)

    def body_text(self, block):
        label = block.bold
        properties = '<w:keepNext/><w:spacing w:before="80"/>' if label else '<w:ind w:firstLine="720"/>'
        if self.look.get("align") and not label:
            properties += f'<w:jc w:val="{self.look["align"]}"/>'
        return self.paragraph(self.runs(block.text, bold=block.bold, italic=block.italic), properties=properties)

    def list_items(self, block):
        self.lists.append(block.style)
        used = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{1 + len(self.lists)}"/></w:numPr>'
        return "".join(self.paragraph(self.runs(text), properties=used) for _, text in block.items)

    def control(self, properties, content):
        self.controls += 1
        number = zlib.crc32(f"{self.form.name} {self.controls}".encode()) % (1 << 31)
        return (f'<w:sdt><w:sdtPr>{properties[0]}<w:id w:val="{number}"/>{properties[1]}</w:sdtPr>'
                f"<w:sdtContent>{content}</w:sdtContent></w:sdt>")

    def tick_mark(self, ticked):
        style, glyph = self.look["ticks"], self.form.mark(ticked)
        if style == "symbol":
            return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if ticked else "F0A8"}"/></w:r>'
        if style == "typed":
            return f'<w:r><w:t xml:space="preserve">{glyph}</w:t></w:r>'
        font = self.symbol_font
        run = (f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"'
               f' w:hint="eastAsia"/></w:rPr><w:t>{glyph}</w:t></w:r>')
        if style == "text":
            return run
        tick = "2612" if style == "control-cross" else "2611"
        box = (f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="{tick}"'
               f' w14:font="{font}"/><w14:uncheckedState w14:val="2610" w14:font="{font}"/></w14:checkbox>')
        return self.control(("", box), run)

    def ticks(self, block):
        out = []
        for ticked, label in block.ticks:
            content = self.tick_mark(ticked) + '<w:r><w:t xml:space="preserve"> </w:t></w:r>' + self.runs(label)
            out.append(self.paragraph(content, properties='<w:ind w:left="567"/>'))
        return "".join(out)

    def field_value(self, label, value):
        """Forms whose ticks are content controls have them for their fields as well."""
        content = self.runs(value)
        if not self.look["ticks"].startswith("control"):
            return content
        return self.control((f"<w:alias w:val={quoteattr(label)}/>", "<w:text/>"), content)

    def fields(self, block):
        if self.look["fields"] == "table":
            rows = [[(3000, 1, "", self.paragraph(self.runs(label, bold=True))),
                     (TEXT_WIDTH - 3000, 1, "", self.paragraph(self.field_value(label, value)))]
                    for label, value in block.pairs]
            return self.grid([3000, TEXT_WIDTH - 3000], rows, 0)
        return "".join(self.paragraph(self.runs(label + ":", bold=True) +
                                      '<w:r><w:t xml:space="preserve"> </w:t></w:r>' + self.field_value(label, value))
                       for label, value in block.pairs)

    def table(self, block):
        shares = block.table.widths
        widths = [round(TEXT_WIDTH * share / sum(shares)) for share in shares]
        rows, below = [], {}   # below: grid position of a cell over several rows, to its width and columns
        for number, row in enumerate(block.table.rows):
            cells = {column: below[number, column] for column in range(len(widths)) if (number, column) in below}
            for column, cell in row:
                width = sum(widths[column:column + cell.columns])
                merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                merge += '<w:shd w:val="clear" w:color="auto" w:fill="E8EEF7"/>' if cell.header else ""
                merge += '<w:vAlign w:val="center"/>' if cell.header else ""
                words = self.paragraph(self.runs(cell.text, bold=cell.header),
                                       properties=f'<w:jc w:val="{cell.align}"/>')
                if cell.nested:   # Word wants a paragraph behind a table within a cell
                    part = (width - 300) // len(cell.nested[0])
                    lines = [[(part, 1, "", self.paragraph(self.runs(text))) for text in line] for line in cell.nested]
                    words += self.grid([part] * len(cell.nested[0]), lines, 0) + "<w:p/>"
                cells[column] = (width, cell.columns, merge, words)
                for lower in range(1, cell.rows):
                    below[number + lower, column] = (width, cell.columns, "<w:vMerge/>", "<w:p/>")
            rows.append([cells[column] for column in sorted(cells)])
        return self.grid(widths, rows, block.table.header_rows)

    def grid(self, widths, rows, header_rows):
        """`rows` hold (width, columns, further properties, content) for each cell."""
        sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        out = [f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
               '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
               "".join(f'<w:gridCol w:w="{width}"/>' for width in widths), "</w:tblGrid>"]
        for number, row in enumerate(rows):
            repeat = "<w:tblHeader/>" if number < header_rows else ""
            out.append(f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>")
            for width, columns, properties, content in row:
                span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
                out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{properties}</w:tcPr>'
                           f"{content}</w:tc>")
            out.append("</w:tr>")
        # Two tables need a paragraph between them, and Word puts one behind every table.
        return "".join(out) + '</w:tbl><w:p><w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr></w:p>'

    def block(self, block):
        writers = {"fields": self.fields, "ticks": self.ticks, "list": self.list_items, "table": self.table,
                   "heading": self.heading, "subheading": self.heading, "p": self.body_text}
        return writers[block.kind](block)

    # Parts

    def document(self):
        content = self.title() + "".join(self.block(block) for block in self.form.blocks)
        running = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
                          for kind in ("header", "footer") if kind in self.look)
        page = (f'<w:sectPr>{running}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134"'
                ' w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>')
        return root("document", f"<w:body>{content}{page}</w:body>")

    def running_line(self, kind):
        before, _, after = self.look[kind].partition("{page}")
        content = self.runs(before)
        if "{page}" in self.look[kind]:
            steps = ('<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
                     '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>')
            content += "".join(f"<w:r>{step}</w:r>" for step in steps) + self.runs(after)
        side = "center" if kind == "footer" else "right"
        return root("hdr" if kind == "header" else "ftr",
                    self.paragraph(content, properties=f'<w:jc w:val="{side}"/>'))

    def styles(self):
        font, size = self.look["font"], round(self.look["size_pt"] * 2)
        latin = self.look.get("latin_font", font)
        fonts = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{latin}" w:cs="{font}"/>'
        language = '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>'
        sizes = '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'
        numbered = self.look["headings"] not in ("plain", "typed")
        out = [f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{sizes.format(size)}{language}</w:rPr></w:rPrDefault>"
               '<w:pPrDefault><w:pPr><w:spacing w:after="40" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
               "</w:docDefaults>",
               f'<w:style w:type="paragraph" w:default="1" w:styleId="{self.style_ids["normal"]}">'
               '<w:name w:val="Normal"/><w:qFormat/></w:style>']
        for level, before, larger in ((1, 220, 2), (2, 100, 0)):
            list_use = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
            out.append(
                f'<w:style w:type="paragraph" w:styleId="{self.style_ids[level]}"><w:name w:val="heading {level}"/>'
                f'<w:basedOn w:val="{self.style_ids["normal"]}"/><w:next w:val="{self.style_ids["normal"]}"/>'
                f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/>{list_use}'
                f'<w:spacing w:before="{before}" w:after="40"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
                f"<w:rPr><w:b/><w:bCs/>{sizes.format(size + larger)}</w:rPr></w:style>")
        return root("styles", "".join(out))

    def level(self, depth, style, pattern, indent, linked=""):
        bullet = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>'
        return (f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{WORD_NUMBERS[style]}"/>{linked}'
                f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}"'
                f' w:hanging="425"/></w:pPr>{bullet if style == "bullet" else ""}</w:lvl>')

    def numbering(self):
        """Number 1 is the headings'; each list has its own, so that it begins at one again."""
        out, uses, headings = [], [], self.look["headings"]
        if headings in WORD_NUMBERS:
            links = [f'<w:pStyle w:val="{self.style_ids[level]}"/>' for level in (1, 2)]
            second = (self.level(1, "bullet", "", 425, links[1]).replace('"bullet"', '"none"')
                      if headings == "thai-letters" else self.level(1, headings, "%1.%2", 567, links[1]))
            out.append('<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>' +
                       self.level(0, headings, "%1.", 425, links[0]) + second + "</w:abstractNum>")
            uses.append('<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')
        patterns = {"decimal": "%1.", "decimal-paren": "(%1)", "thai-numbers": "%1.", "bullet": "\uf0b7"}
        for i, style in enumerate(self.lists, 1):
            out.append(f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="singleLevel"/>' +
                       self.level(0, style, patterns[style], 1145) + "</w:abstractNum>")
            uses.append(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>')
        return root("numbering", "".join(out + uses))

    def properties(self):
        return (f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
                ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
                ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
                f"<dc:title>{escape(self.form.title[0])}</dc:title>"
                '<dcterms:created xsi:type="dcterms:W3CDTF">2024-02-01T02:00:00Z</dcterms:created>'
                '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-02-01T02:00:00Z</dcterms:modified>'
                "</cp:coreProperties>")

    def parts(self):
        """Names and contents of the package's parts; the content types stand first, as the format asks."""
        document = self.document()   # before the numbering, which depends on the lists met
        parts = {"document": document, "styles": self.styles(), "numbering": self.numbering()}
        parts.update((kind, self.running_line(kind)) for kind in ("header", "footer") if kind in self.look)
        types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD_PART}.'
                        f'{"document.main" if name == "document" else name}+xml"/>' for name in parts)
        core = "application/vnd.openxmlformats-package.core-properties+xml"
        links = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{name}" Target="{name}.xml"/>'
                        for name in parts if name != "document")
        yield ("[Content_Types].xml",
               f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
               ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
               f'<Default Extension="xml" ContentType="application/xml"/>{types}'
               f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>')
        yield ("_rels/.rels",
               f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
               f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
               f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties"'
               ' Target="docProps/core.xml"/></Relationships>')
        yield ("word/_rels/document.xml.rels",
               f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>')
        for name, content in parts.items():
            yield f"word/{name}.xml", content
        yield "docProps/core.xml", self.properties()


def docx(form, **variant):
    """The file's bytes: the same for the same form."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in WordFile(form, **variant).parts():
            entry = zipfile.ZipInfo(name, date_time=(2024, 2, 1, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return out.getvalue()
