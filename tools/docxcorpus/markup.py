"""WordprocessingML from the readable sources: one small function an element.

A block is a string (a paragraph), or a mapping with one of
  p: text or list of runs       with style, list: [id, depth], props (raw pPr), at its side
  table: rows of cells          a cell is a text, a list of blocks, or {cell: ..., span, merge: start|go, props}
  control: blocks               with kind, alias, prompt, checked, entries
  xml: raw markup
A run is a string, or a mapping with one of
  b | i | u | vanish | white | tiny: text      text: with props (raw rPr)
  control: runs   check: true|false   legacy: text|check|list   sym: [font, code]   link: text, to
  field: code, result   simple: code, result   ins | del | moved_in | moved_out: runs   box: blocks   vml_box: blocks
  picture: cm   note: footnote number   tab | br | page_break | page_hint | no_break_hyphen | soft_hyphen: true
  xml: raw markup
"""
import random
from xml.sax.saxutils import escape, quoteattr

EMU_PER_CM = 360_000
SHORT_RUN, LONG_RUN = 7, 11  # letters; Word splits its runs about so, inside clusters too


class Markup:
    def __init__(self, relations, split, seed):
        self.relations, self.split, self.random = relations, split, random.Random(seed)

    # Text.
    def text_run(self, text, properties=""):
        head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r>{head}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def text(self, text, properties=""):
        if not self.split:
            return self.text_run(text, properties)
        runs, at = [], 0
        while at < len(text):
            step = self.random.randint(SHORT_RUN, LONG_RUN)
            runs.append(self.text_run(text[at:at + step], properties))
            at += step
        return "".join(runs)

    def runs(self, runs):
        if isinstance(runs, (str, dict)):
            runs = [runs]
        return "".join(self.run(run) for run in runs)

    def run(self, run):
        if isinstance(run, str):
            return self.text(run)
        key = next(key for key in run if key in RUNS)
        return RUNS[key](self, run[key], run)

    # Blocks.
    def blocks(self, blocks):
        if isinstance(blocks, (str, dict)):
            blocks = [blocks]
        return "".join(self.block(block) for block in blocks)

    def block(self, block):
        if isinstance(block, str):
            return self.paragraph(block, {})
        for key, make in (("p", self.paragraph), ("table", self.table), ("control", self.block_control)):
            if key in block:
                return make(block[key], block)
        return block["xml"]

    def paragraph(self, runs, block):
        properties = ""
        if "style" in block:
            properties += f'<w:pStyle w:val="{block["style"]}"/>'
        if "list" in block:
            number, depth = block["list"]
            level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
            properties += f'<w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>'
        properties += block.get("props", "")
        head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{head}{self.runs(runs) if runs else ''}</w:p>"

    def table(self, rows, block):
        columns = max(sum(cell.get("span", 1) if isinstance(cell, dict) else 1 for cell in self.cells_of(row))
                      + ("gridBefore" in str(row)) for row in rows)
        grid = '<w:gridCol w:w="2400"/>' * columns
        return (f'<w:tbl><w:tblPr>{block.get("props", "")}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
                + "".join(self.row(row) for row in rows) + "</w:tbl>")

    @staticmethod
    def cells_of(row):
        return row if isinstance(row, list) else row.get("cells", [])

    def row(self, row):
        if isinstance(row, list):
            row = {"cells": row}
        if "xml" in row:
            return row["xml"]
        properties = row.get("props", "") + ("<w:tblHeader/>" if row.get("header") else "")
        head = f"<w:trPr>{properties}</w:trPr>" if properties else ""
        markup = f"<w:tr>{head}{''.join(self.cell(cell) for cell in row['cells'])}</w:tr>"
        return self.in_control(markup, row["control"]) if "control" in row else markup

    def cell(self, cell):
        if not isinstance(cell, dict) or "cell" not in cell:
            cell = {"cell": cell}
        properties = cell.get("props", "")
        if "span" in cell:
            properties += f'<w:gridSpan w:val="{cell["span"]}"/>'
        if "merge" in cell:
            properties += '<w:vMerge w:val="restart"/>' if cell["merge"] == "start" else "<w:vMerge/>"
        content = self.blocks(cell["cell"] or "")
        if content.endswith("</w:tbl>"):
            content += "<w:p/>"  # a cell ends in a paragraph
        markup = f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
        return self.in_control(markup, cell["control"]) if "control" in cell else markup

    # Controls.
    def block_control(self, blocks, control):
        return self.in_control(self.blocks(blocks), control)

    def in_control(self, content, control):
        kind, properties = control.get("kind", "rich"), ""
        if "alias" in control:
            properties += f'<w:alias w:val={quoteattr(control["alias"])}/>'
        if control.get("prompt"):
            properties += "<w:showingPlcHdr/>"
        if "glossary" in control:
            properties += f'<w:placeholder><w:docPart w:val="{control["glossary"]}"/></w:placeholder>'
        if kind in ("drop", "combo"):
            name = {"drop": "dropDownList", "combo": "comboBox"}[kind]
            entries = "".join(f"<w:listItem w:displayText={quoteattr(str(shown))} w:value={quoteattr(str(value))}/>"
                              for shown, value in control.get("entries", []))
            properties += f"<w:{name}>{entries}</w:{name}>"
        elif kind == "check":
            properties += f'<w14:checkbox><w14:checked w14:val="{int(control["checked"])}"/></w14:checkbox>'
        elif kind == "contents":
            properties += '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        elif kind != "rich":
            prefix = "w15" if kind.startswith("repeating") else "w"
            properties += f"<{prefix}:{kind}/>"
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    # Drawings.
    def drawing(self, graphic, width_cm, height_cm):
        return (f'<w:r><w:drawing><wp:inline><wp:extent cx="{int(width_cm * EMU_PER_CM)}" '
                f'cy="{int(height_cm * EMU_PER_CM)}"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData>{graphic}'
                "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")


def formatted(properties):
    return lambda markup, text, run: markup.text(text, properties)


def field_char(kind, content=""):
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{content}</w:fldChar></w:r>'


def field(markup, code, run, data=""):
    result = markup.runs(run["result"]) if "result" in run else ""
    return (field_char("begin", data) + f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
            + (field_char("separate") + result if result else "") + field_char("end"))


def legacy(markup, kind, run):
    if kind == "check":
        checked = f'<w:checked w:val="{int(run["checked"])}"/>'
        return field(markup, " FORMCHECKBOX ", run, f'<w:ffData><w:checkBox><w:default w:val="0"/>{checked}'
                     "</w:checkBox></w:ffData>")
    if kind == "list":
        entries = "".join(f"<w:listEntry w:val={quoteattr(entry)}/>" for entry in run["entries"])
        return field(markup, " FORMDROPDOWN ", run, f'<w:ffData><w:ddList><w:result w:val="{run["chosen"]}"/>'
                     f"{entries}</w:ddList></w:ffData>")
    default = f'<w:default w:val={quoteattr(run["default"])}/>' if "default" in run else ""
    return field(markup, " FORMTEXT ", run, f"<w:ffData><w:textInput>{default}</w:textInput></w:ffData>")


def symbol(markup, font_and_code, run):
    font, code = font_and_code
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def link(markup, text, run):
    identifier = markup.relations.add("hyperlink", run["to"], external=True)
    return f'<w:hyperlink r:id="{identifier}">{markup.text(text)}</w:hyperlink>'


def box_in_both_forms(markup, blocks, run):
    """As Word writes a text box: DrawingML, and VML for readers before 2010."""
    content = f"<w:txbxContent>{markup.blocks(blocks)}</w:txbxContent>"
    choice = markup.drawing(f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>", 8, 3)
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps">' + choice[len("<w:r>"):-len("</w:r>")]
            + f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>")


def vml_box(markup, blocks, run):
    return ("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + markup.blocks(blocks)
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")


def picture(markup, centimetres, run):
    identifier = markup.relations.add("image", "media/image1.png")
    return markup.drawing('<pic:pic><pic:blipFill><a:blip r:embed="%s"/></pic:blipFill></pic:pic>' % identifier,
                          centimetres, centimetres)


def wrapped(name, inner=None):
    def make(markup, runs, run):
        content = markup.runs(runs)
        if inner == "deleted":
            content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f'<{name} w:id="1" w:author="ผู้ตรวจ" w:date="2024-01-01T00:00:00Z">{content}</{name}>'
    return make


def empty(element):
    return lambda markup, value, run: f"<w:r>{element}</w:r>"


RUNS = {
    "b": formatted("<w:b/><w:bCs/>"),
    "i": formatted("<w:i/><w:iCs/>"),
    "u": formatted('<w:u w:val="single"/>'),
    "vanish": formatted("<w:vanish/>"),
    "white": formatted('<w:color w:val="FFFFFF"/>'),
    "tiny": formatted('<w:sz w:val="2"/><w:szCs w:val="2"/>'),
    "text": lambda markup, text, run: markup.text(text, run.get("props", "")),
    "control": lambda markup, runs, run: markup.in_control(markup.runs(runs), run),
    "check": lambda markup, checked, run: markup.in_control(markup.text("☒" if checked else "☐"),
                                                            {"kind": "check", "checked": checked}),
    "legacy": legacy,
    "sym": symbol,
    "link": link,
    "field": field,
    "simple": lambda markup, code, run: (f"<w:fldSimple w:instr={quoteattr(code)}>{markup.runs(run['result'])}"
                                         "</w:fldSimple>"),
    "ins": wrapped("w:ins"),
    "del": wrapped("w:del", "deleted"),
    "moved_in": wrapped("w:moveTo"),
    "moved_out": wrapped("w:moveFrom"),
    "box": box_in_both_forms,
    "vml_box": vml_box,
    "picture": picture,
    "note": lambda markup, number, run: f'<w:r><w:footnoteReference w:id="{number}"/></w:r>',
    "tab": empty("<w:tab/>"),
    "br": empty("<w:br/>"),
    "page_break": empty('<w:br w:type="page"/>'),
    "page_hint": empty("<w:lastRenderedPageBreak/>"),
    "no_break_hyphen": empty("<w:noBreakHyphen/>"),
    "soft_hyphen": empty("<w:softHyphen/>"),
    "xml": lambda markup, xml, run: xml,
}
